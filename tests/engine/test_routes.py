"""The best path from each framework to each target, for one project on one day."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from random import Random
from typing import Any

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

from advisor.engine.facts import Facts
from advisor.engine.routes import Routes, routes, targets_of, unreached, with_claims
from advisor.model.condition import Includes, Is, Not
from advisor.model.evidence import Source
from advisor.model.knowledge import Knowledge
from advisor.model.path import ANY_LANGUAGE, Maturity, Milestone, Path
from advisor.model.system import Framework, Runtime

BORN, LATER, TODAY = date(2015, 1, 1), date(2018, 1, 1), date(2024, 1, 1)
PRODUCTION, PREVIEW, LEGACY, DEAD = Maturity
NAMES = ("ada", "bob", "eve")
TARGETS = ("android", "browser")
CHIPS = ("cpu", "nvidia", "npu")
LANGUAGES = ("python", "cpp", "java")
PHONE: Facts = {"deployment-targets": ("android",)}
LLM = Includes("domain", ("llm",))
Base = Callable[..., Knowledge]


# Any: whatever field of a path a test is about.
def path(
    id: str,
    mature: Maturity = PRODUCTION,
    **fields: Any,  # noqa: ANN401
) -> Path:
    always: dict[str, Any] = {
        "from_": "ada",
        "steps": ("export",),
        "format": "onnx",
        "runtime": "onnxruntime",
        "targets": ("android",),
        "languages": ("python",),
        "maturity": (Milestone(mature, BORN, "s1"),),
    }
    return Path(id=id, **{**always, **fields})


@pytest.fixture(scope="session")
def base(
    a_knowledge: Callable[..., Knowledge],
    a_framework: Callable[..., Framework],
    a_source: Callable[..., Source],
) -> Base:
    """Return a function from paths to a rule base with three frameworks."""

    def build(*paths: Path, names: Iterable[str] = NAMES) -> Knowledge:
        return a_knowledge(
            frameworks=[a_framework(each) for each in names],
            sources=[a_source("s1"), a_source("s2")],
            paths={each.id: each for each in paths},
        )

    return build


def worth(base: Base, one: Path, facts: Facts) -> float:
    return routes(base(one), facts, TODAY)["ada"]["android"].worth


def chosen(knowledge: Knowledge, facts: Facts = PHONE, day: date = TODAY) -> str:
    return routes(knowledge, facts, day)["ada"]["android"].path.id


def test_targets_are_those_that_were_answered_in_their_order() -> None:
    assert targets_of({"deployment-targets": ("ios", "android")}) == ("ios", "android")
    assert targets_of({"deployment-targets": ("none",)}) == ()
    assert targets_of({}) == ()


def test_every_framework_is_listed_and_a_target_without_a_path_is_absent(
    base: Base,
) -> None:
    facts: Facts = {"deployment-targets": ("android", "browser")}
    found = routes(base(path("p1"), path("p2", from_="bob")), facts, TODAY)
    assert {each: set(own) for each, own in found.items()} == {
        "ada": {"android"},
        "bob": {"android"},
        "eve": set(),
    }


def test_without_a_target_there_is_nothing_to_reach(base: Base) -> None:
    assert routes(base(path("p1")), {}, TODAY) == {each: {} for each in NAMES}


@pytest.mark.parametrize(
    ("maturity", "own"), [(PRODUCTION, 1.0), (PREVIEW, 0.5), (LEGACY, 0.3)]
)
def test_a_path_is_worth_its_maturity(
    maturity: Maturity, own: float, base: Base
) -> None:
    assert worth(base, path("p1", maturity), PHONE) == pytest.approx(own)


def test_the_more_mature_path_wins_and_the_other_is_named(base: Base) -> None:
    found = routes(base(path("p1", PREVIEW), path("p2", LEGACY)), PHONE, TODAY)
    best = found["ada"]["android"]
    assert (best.path.id, best.others) == ("p1", ("p2",))
    assert (best.target, best.milestone.maturity) == ("android", PREVIEW)


def test_a_path_exists_from_its_first_day_and_ends_when_it_dies(base: Base) -> None:
    lived = replace(
        path("p1"),
        maturity=(
            Milestone(DEAD, TODAY, "s2"),
            Milestone(PREVIEW, BORN, "s1"),
            Milestone(PRODUCTION, LATER, "s1"),
        ),
    )

    def then(day: date) -> Maturity | None:
        own = routes(base(lived), PHONE, day)["ada"].get("android")
        return own.milestone.maturity if own is not None else None

    days = (date(2014, 12, 31), BORN, LATER, date(2023, 12, 31), TODAY)
    assert [then(each) for each in days] == [
        None,
        PREVIEW,
        PRODUCTION,
        PRODUCTION,
        None,
    ]


def test_a_language_nobody_serves_halves_the_worth_and_is_named(base: Base) -> None:
    facts: Facts = {**PHONE, "serving-languages": ("java", "cpp")}
    missed, served = path("p1"), path("p2", languages=("python", "cpp"))
    found = routes(base(missed), facts, TODAY)["ada"]["android"]
    assert found.worth == pytest.approx(0.5)
    assert found.misses == ("java",)
    assert routes(base(served), facts, TODAY)["ada"]["android"].misses == ()
    assert chosen(base(missed, served), facts) == "p2"


def test_over_the_network_every_language_is_served(base: Base) -> None:
    facts: Facts = {**PHONE, "serving-languages": ("java",)}
    assert worth(base, path("p1", languages=(ANY_LANGUAGE,)), facts) == 1.0


@pytest.mark.parametrize(
    ("accelerators", "wanted", "misses"),
    [
        ((), ("cpu",), ()),
        ((), ("nvidia",), ("nvidia",)),
        (("nvidia",), ("nvidia",), ()),
        (("nvidia",), ("cpu",), ("cpu",)),
        (("cpu", "nvidia"), ("npu", "nvidia"), ()),
        (("cpu", "nvidia"), ("npu", "amd"), ("npu",)),
    ],
)
def test_one_accelerator_in_common_is_enough_and_none_listed_means_cpu(
    accelerators: tuple[str, ...],
    wanted: tuple[str, ...],
    misses: tuple[str, ...],
    base: Base,
) -> None:
    facts: Facts = {**PHONE, "serving-accelerators": wanted}
    own = routes(base(path("p1", accelerators=accelerators)), facts, TODAY)
    assert own["ada"]["android"].misses == misses
    assert own["ada"]["android"].worth == pytest.approx(0.5 ** len(misses))


def test_a_language_and_an_accelerator_may_both_be_missed(base: Base) -> None:
    facts: Facts = {
        **PHONE,
        "serving-languages": ("java",),
        "serving-accelerators": ("npu",),
    }
    found = routes(base(path("p1")), facts, TODAY)["ada"]["android"]
    assert found.misses == ("java", "npu")
    assert found.worth == pytest.approx(0.25)


def test_each_further_framework_on_the_way_costs(base: Base) -> None:
    assert worth(base, path("p1", through=("bob",)), PHONE) == pytest.approx(0.9)
    both = path("p1", through=("bob", "eve"))
    assert worth(base, both, PHONE) == pytest.approx(0.81)


def test_chips_of_one_maker_cost_although_they_were_asked_for(base: Base) -> None:
    bound = path("p1", accelerators=("npu",), bound_to="acme")
    asked: Facts = {**PHONE, "serving-accelerators": ("npu",)}
    assert worth(base, bound, PHONE) == pytest.approx(0.7)
    assert worth(base, bound, asked) == pytest.approx(0.7)


def test_special_chips_cost_only_while_nobody_has_asked_for_them(base: Base) -> None:
    special = path("p1", accelerators=("nvidia",))
    asked: Facts = {**PHONE, "serving-accelerators": ("nvidia",)}
    assert worth(base, special, PHONE) == pytest.approx(0.7)
    assert worth(base, special, asked) == pytest.approx(1.0)
    with_cpu = path("p1", accelerators=("cpu", "nvidia"))
    assert worth(base, with_cpu, PHONE) == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("domain", "there"), [(("llm",), True), (("vision",), False), (None, False)]
)
def test_a_path_under_a_condition_exists_only_where_that_is_known_to_hold(
    domain: tuple[str, ...] | None, there: bool, base: Base
) -> None:
    facts: Facts = PHONE if domain is None else {**PHONE, "domain": domain}
    found = routes(base(path("p1", when=LLM)), facts, TODAY)
    assert bool(found["ada"]) is there


def test_an_unknown_fact_opens_no_path_through_a_negation(base: Base) -> None:
    found = routes(base(path("p1", when=Not(LLM))), PHONE, TODAY)
    assert found["ada"] == {}


def test_the_way_of_choice_is_worth_more_where_it_fits_and_no_less_elsewhere(
    base: Base,
) -> None:
    fitting = path("p1", PREVIEW, fits=Is("footprint", "tight"))
    assert worth(base, fitting, {**PHONE, "footprint": "tight"}) == pytest.approx(0.6)
    assert worth(base, fitting, {**PHONE, "footprint": "relaxed"}) == pytest.approx(0.5)
    assert worth(base, fitting, PHONE) == pytest.approx(0.5)


def test_among_equals_the_short_then_the_first_name_wins(base: Base) -> None:
    plain, short = path("p2"), path("p3", steps=())
    long = path("p4", when=LLM, steps=("export", "convert"))
    facts: Facts = {**PHONE, "domain": ("llm",)}
    found = routes(base(path("p5"), plain, short, long), facts, TODAY)
    best = found["ada"]["android"]
    assert (best.path.id, *best.others) == ("p3", "p2", "p5", "p4")


def test_a_runtime_of_an_excluded_vendor_is_no_way(base: Base) -> None:
    known = base(path("p1"), path("p2", runtime="theirs"))
    box = Runtime("theirs", "Theirs", "", (), vendors=("google",))
    known = replace(known, runtimes={"theirs": box})
    barred: Facts = {**PHONE, "excluded-vendors": ("google",)}
    assert routes(known, PHONE, TODAY)["ada"]["android"].others == ("p2",)
    assert routes(known, barred, TODAY)["ada"]["android"].others == ()


def test_worth_comes_before_what_is_special(base: Base) -> None:
    special = path("p1", PREVIEW, when=LLM, steps=())
    facts: Facts = {**PHONE, "domain": ("llm",)}
    assert chosen(base(special, path("p2")), facts) == "p2"


def test_what_nobody_reaches_is_told_in_the_order_that_was_answered(
    base: Base,
) -> None:
    facts: Facts = {"deployment-targets": ("node", "android", "browser")}
    known = base(path("p1", from_="bob"))
    assert unreached(known, routes(known, facts, TODAY), facts) == ("node", "browser")
    assert unreached(known, {}, {}) == ()
    # Where no path is known at all nothing can be said.
    assert unreached(base(), {}, facts) == ()


def test_a_route_names_the_claims_in_force_on_the_source_of_its_maturity(
    base: Base,
) -> None:
    found = routes(base(path("p1"), path("p2", from_="bob")), PHONE, TODAY)
    assert found["ada"]["android"].claims == ()
    named = with_claims(found, {"s1": ("k1", "k3"), "s2": ("k2",)})
    assert named["ada"]["android"].claims == ("k1", "k3")
    assert named["bob"]["android"].path.id == "p2"
    assert named["eve"] == {}
    assert with_claims(found, {"s2": ("k2",)}) == found


def several(of: tuple[str, ...], least: int = 0) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(of), min_size=least, max_size=3, unique=True).map(
        tuple
    )


_days = st.dates(date(2012, 1, 1), date(2026, 1, 1))
_milestones = st.builds(
    Milestone, st.sampled_from(Maturity), _days, st.sampled_from(("s1", "s2"))
)
_conditions = st.sampled_from((LLM, Not(LLM)))
_fields: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        "from_": st.sampled_from(NAMES),
        "targets": several(TARGETS, 1),
        "languages": several((*LANGUAGES, ANY_LANGUAGE), 1),
        "maturity": st.lists(
            _milestones, min_size=1, max_size=3, unique_by=lambda each: each.since
        ).map(tuple),
        "steps": several(("export", "convert", "compile")),
        "accelerators": several(CHIPS),
        "through": several(("bob", "eve")),
    },
    optional={
        "when": _conditions,
        "fits": _conditions,
        "bound_to": st.just("acme"),
    },
)
_paths = st.lists(_fields, min_size=1, max_size=8).map(
    lambda all_: [path(f"p{place}", **each) for place, each in enumerate(all_)]
)
_facts: st.SearchStrategy[Facts] = st.fixed_dictionaries(
    {"deployment-targets": several(TARGETS, 1)},
    optional={
        "serving-languages": several(LANGUAGES, 1),
        "serving-accelerators": several(CHIPS, 1),
        "domain": st.sampled_from((("llm",), ("vision",))),
    },
)


@given(_paths, _facts, _days, st.randoms(use_true_random=False))
def test_the_order_of_paths_and_frameworks_does_not_matter(
    base: Base, paths: list[Path], facts: Facts, day: date, random: Random
) -> None:
    shuffled, names = paths.copy(), list(NAMES)
    random.shuffle(shuffled)
    random.shuffle(names)
    assert routes(base(*shuffled, names=names), facts, day) == routes(
        base(*paths), facts, day
    )


def living(found: Routes, name: str) -> dict[str, float]:
    return {target: each.worth for target, each in found[name].items()}


@given(_paths, _facts, _days, _fields)
def test_one_more_path_changes_nothing_for_the_other_frameworks(
    base: Base, paths: list[Path], facts: Facts, day: date, fields: dict[str, Any]
) -> None:
    new = path("p9", **fields)
    before = routes(base(*paths), facts, day)
    after = routes(base(*paths, new), facts, day)
    assert {name: own for name, own in after.items() if name != new.from_} == {
        name: own for name, own in before.items() if name != new.from_
    }
    for target, own in living(before, new.from_).items():
        assert living(after, new.from_)[target] >= own


@given(_paths, _facts, _days, st.sampled_from(NAMES))
def test_one_framework_less_changes_nothing_for_the_others(
    base: Base, paths: list[Path], facts: Facts, day: date, gone: str
) -> None:
    names = [each for each in NAMES if each != gone]
    fewer = routes(base(*paths, names=names), facts, day)
    every = routes(base(*paths), facts, day)
    assert fewer == {name: every[name] for name in names}


@given(_paths, _facts, _days, st.data())
def test_more_maturity_never_makes_a_route_worse(
    base: Base, paths: list[Path], facts: Facts, day: date, data: st.DataObject
) -> None:
    one = data.draw(st.sampled_from(paths))
    now = one.milestone_on(day)
    if now is None:
        reject()
    ladder = list(Maturity)
    better = data.draw(st.sampled_from(ladder[: ladder.index(now.maturity) + 1]))
    grown = replace(one, maturity=(replace(now, maturity=better),))
    before = routes(base(*paths), facts, day)
    after = routes(
        base(*(grown if each is one else each for each in paths)), facts, day
    )
    for name in NAMES:
        for target, own in living(before, name).items():
            assert living(after, name)[target] >= own


@given(_paths, _facts, _days)
def test_a_route_is_alive_serves_its_target_and_is_the_best_there_is(
    base: Base, paths: list[Path], facts: Facts, day: date
) -> None:
    knowledge = base(*paths)
    for name, own in routes(knowledge, facts, day).items():
        for target, best in own.items():
            assert (best.path.from_, best.target) == (name, target)
            assert target in best.path.targets
            assert best.milestone == best.path.milestone_on(day)
            assert best.milestone.maturity is not DEAD
            for other in best.others:
                alone = routes(base(knowledge.paths[other]), facts, day)
                assert best.worth >= alone[name][target].worth - 1e-9
            assert not set(best.misses) & {
                *best.path.languages,
                *best.path.accelerators,
            }
            assert 0 < best.worth <= 1.2


@given(_paths, _facts, _days)
def test_every_living_path_is_either_the_route_or_named_beside_it(
    base: Base, paths: list[Path], facts: Facts, day: date
) -> None:
    found = routes(base(*paths), facts, day)
    for one in paths:
        alone = routes(base(one), facts, day)[one.from_]
        for target in targets_of(facts):
            best = found[one.from_].get(target)
            told = () if best is None else (best.path.id, *best.others)
            assert (one.id in told) is (target in alone)
