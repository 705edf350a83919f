"""What is worked out from records: the way out, and the machines for training."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.engine.facts import Facts
from advisor.engine.soundness import of_paths, of_platforms
from advisor.model.evidence import Source
from advisor.model.knowledge import Knowledge
from advisor.model.path import Maturity, Milestone, Path
from advisor.model.performance import SILENCE, Known
from advisor.model.performance import Testimony as Said  # pytest collects "Test…"
from advisor.model.route import Route
from advisor.model.system import Framework, Level, Platform

BORN, TODAY = date(2015, 1, 1), date(2024, 1, 1)
TARGETS = ("android", "browser", "ios", "server")
SYSTEMS = ("linux", "windows", "macos")
CHIPS = ("cpu", "nvidia", "amd")
# The claims in force on each source.
RESTING = {"s1": ("k1",), "s2": ("k2",)}


def way(target: str, worth: float, source: str = "s1") -> Route:
    milestone = Milestone(Maturity.PRODUCTION, BORN, source)
    path = Path("p1", "ada", (), "onnx", "ort", (target,), ("any",), (milestone,))
    return Route(target, path, milestone, worth, claims=RESTING[source])


def platform(
    os: str, chip: str, level: Level, source: str = "s1", since: date = BORN
) -> Platform:
    return Platform(os, chip, ("x86-64",), level, since, source)


@pytest.fixture(scope="session")
def base(
    a_knowledge: Callable[..., Knowledge],
    a_source: Callable[..., Source],
) -> Knowledge:
    """Return a rule base with a source of full and one of half reliability."""
    return a_knowledge(sources=[a_source("s1"), a_source("s2", reliability=0.5)])


@pytest.fixture(scope="session")
def machines(
    base: Knowledge, a_framework: Callable[..., Framework]
) -> Callable[..., object]:
    """Return a function from platforms and facts to the performance on them."""

    def judge(platforms: Iterable[Platform], facts: Facts, day: date = TODAY) -> object:
        one = replace(a_framework("ada"), platforms=tuple(platforms))
        return of_platforms(one, facts, RESTING, base, day)

    return judge


Machines = Callable[..., object]


# The prior of weight 1/4 at the middle, and one voice for each thing looked at.
def shrunk(*voices: tuple[float, float]) -> float:
    total = sum(weight for _, weight in voices)
    said = sum(worth * weight for worth, weight in voices)
    return (0.25 * 0.5 + said) / (0.25 + total)


def value(found: object) -> float:
    assert isinstance(found, Known)
    return found.value


def test_without_a_way_there_is_nothing_to_judge(base: Knowledge) -> None:
    assert of_paths({}, base) == SILENCE


def test_one_way_counts_what_it_is_worth_as_far_as_its_source_is_trusted(
    base: Knowledge,
) -> None:
    trusted = of_paths({"android": way("android", 1.0)}, base)
    doubted = of_paths({"android": way("android", 1.0, "s2")}, base)
    assert value(trusted) == pytest.approx(shrunk((1.0, 1.0))) == pytest.approx(0.9)
    assert value(doubted) == pytest.approx(shrunk((1.0, 0.5)))


def test_every_target_is_a_voice_of_its_own_although_one_source_shows_all(
    base: Knowledge,
) -> None:
    ways = {"android": way("android", 1.0), "ios": way("ios", 0.3)}
    assert value(of_paths(ways, base)) == pytest.approx(shrunk((1.0, 1.0), (0.3, 1.0)))


def test_a_way_of_choice_is_worth_no_more_than_the_best_on_the_scale(
    base: Knowledge,
) -> None:
    best = of_paths({"ios": way("ios", 1.2)}, base)
    assert best == of_paths({"ios": way("ios", 1.0)}, base)


def test_the_claims_of_the_sources_are_named_once_for_each_finding(
    base: Knowledge,
) -> None:
    ways = {
        "android": way("android", 1.0),
        "ios": way("ios", 1.0),
        "browser": way("browser", 0.5, "s2"),
    }
    found = of_paths(ways, base)
    assert isinstance(found, Known)
    assert found.testimonies == (
        Said("k1", "s1", 1.0, 1.0),
        Said("k2", "s2", 0.5, 0.5),
    )


@pytest.mark.parametrize(
    ("level", "worth"),
    [(Level.PRODUCTION, 1.0), (Level.PREVIEW, 0.5), (Level.COMMUNITY, 0.3)],
)
def test_a_machine_counts_its_level_of_support(
    level: Level, worth: float, machines: Machines
) -> None:
    found = machines(
        [platform("linux", "nvidia", level)], {"training-accelerators": ("nvidia",)}
    )
    assert value(found) == pytest.approx(shrunk((worth, 1.0)))


def test_each_accelerator_counts_with_its_best_level_on_the_systems_named(
    machines: Machines,
) -> None:
    several = [
        platform("linux", "nvidia", Level.PRODUCTION),
        platform("windows", "nvidia", Level.COMMUNITY),
        platform("windows", "amd", Level.PREVIEW),
    ]
    chips: Facts = {"training-accelerators": ("nvidia", "amd")}
    anywhere = machines(several, chips)
    windows = machines(several, {**chips, "training-os": ("windows",)})
    both = machines(several, {**chips, "training-os": ("linux", "windows")})
    assert value(anywhere) == pytest.approx(shrunk((1.0, 1.0), (0.5, 1.0)))
    assert value(windows) == pytest.approx(shrunk((0.3, 1.0), (0.5, 1.0)))
    assert both == anywhere


def test_a_project_that_names_no_accelerator_trains_on_the_processor(
    machines: Machines,
) -> None:
    several = [
        platform("linux", "cpu", Level.PREVIEW),
        platform("linux", "nvidia", Level.PRODUCTION),
    ]
    assert value(machines(several, {})) == pytest.approx(shrunk((0.5, 1.0)))


@pytest.mark.parametrize(
    "facts",
    [{"training-os": ("macos",)}, {"training-accelerators": ("tpu",)}],
)
def test_machines_of_which_nothing_is_recorded_say_nothing(
    facts: Facts, machines: Machines
) -> None:
    assert machines([platform("linux", "cpu", Level.PRODUCTION)], facts) == SILENCE
    assert machines([], facts) == SILENCE


def test_the_claims_of_the_source_of_a_machine_are_named(machines: Machines) -> None:
    several = [
        platform("linux", "nvidia", Level.PREVIEW, "s2"),
        platform("linux", "cpu", Level.PRODUCTION, "s1"),
    ]
    found = machines(several, {"training-accelerators": ("nvidia",)})
    assert isinstance(found, Known)
    assert found.testimonies == (Said("k2", "s2", 0.5, 0.5),)


def test_a_machine_counts_although_no_claim_in_force_rests_on_its_source(
    base: Knowledge, a_framework: Callable[..., Framework]
) -> None:
    machine = platform("linux", "cpu", Level.PRODUCTION)
    one = replace(a_framework("ada"), platforms=(machine,))
    told = of_platforms(one, {}, RESTING, base, TODAY)
    silent = of_platforms(one, {}, {}, base, TODAY)
    assert isinstance(told, Known)
    assert silent == replace(told, testimonies=())


def test_support_counts_only_while_it_lasts(machines: Machines) -> None:
    one = replace(platform("linux", "cpu", Level.PRODUCTION), until=TODAY)
    assert machines([one], {}, date(2014, 12, 31)) == SILENCE
    assert value(machines([one], {}, BORN)) == pytest.approx(0.9)
    assert value(machines([one], {}, date(2023, 12, 31))) == pytest.approx(0.9)
    assert machines([one], {}, TODAY) == SILENCE


_ways = st.dictionaries(
    st.sampled_from(TARGETS),
    st.tuples(st.floats(0.01, 1.2), st.sampled_from(("s1", "s2"))),
).map(lambda all_: {each: way(each, *said) for each, said in all_.items()})
_platforms = st.lists(
    st.builds(
        platform,
        st.sampled_from(SYSTEMS),
        st.sampled_from(CHIPS),
        st.sampled_from(Level),
        st.sampled_from(("s1", "s2")),
        st.dates(date(2014, 1, 1), date(2025, 1, 1)),
    ),
    max_size=8,
)


def some(of: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(of), min_size=1, unique=True).map(tuple)


_facts: st.SearchStrategy[Facts] = st.fixed_dictionaries(
    {}, optional={"training-os": some(SYSTEMS), "training-accelerators": some(CHIPS)}
)


@given(_ways)
def test_the_way_out_stays_on_the_scale_between_its_best_and_its_worst(
    base: Knowledge, ways: dict[str, Route]
) -> None:
    found = of_paths(ways, base)
    assert isinstance(found, Known) is bool(ways)
    if isinstance(found, Known):
        worths = [min(1.0, each.worth) for each in ways.values()]
        assert 0 <= found.low <= found.value <= found.high <= 1
        assert min(0.5, *worths) - 1e-9 <= found.value <= max(0.5, *worths) + 1e-9


@given(_ways, st.sampled_from(TARGETS), st.floats(0, 1))
def test_a_better_way_never_makes_the_way_out_worse(
    base: Knowledge, ways: dict[str, Route], target: str, more: float
) -> None:
    own = ways.get(target, way(target, 0.5))
    before = {**ways, target: own}
    after = {**ways, target: replace(own, worth=own.worth + more)}
    assert value(of_paths(after, base)) >= value(of_paths(before, base)) - 1e-9


@given(_ways)
def test_the_order_of_targets_does_not_move_the_way_out(
    base: Knowledge, ways: dict[str, Route]
) -> None:
    first = of_paths(ways, base)
    turned = of_paths(dict(reversed(ways.items())), base)
    if isinstance(first, Known):
        assert isinstance(turned, Known)
        assert (turned.low, turned.value, turned.high) == pytest.approx(
            (first.low, first.value, first.high)
        )
    else:
        assert turned == SILENCE


@given(_platforms, _facts)
def test_the_order_of_platforms_does_not_matter(
    machines: Machines, platforms: list[Platform], facts: Facts
) -> None:
    assert machines(platforms[::-1], facts) == machines(platforms, facts)


@given(_platforms, _facts)
def test_machines_stay_on_the_scale(
    machines: Machines, platforms: list[Platform], facts: Facts
) -> None:
    found = machines(platforms, facts)
    if isinstance(found, Known):
        assert 0 <= found.low <= found.value <= found.high <= 1
    else:
        assert found == SILENCE


@given(_platforms, _facts, st.integers(0, 7))
def test_better_support_never_makes_the_machines_worse(
    machines: Machines, platforms: list[Platform], facts: Facts, place: int
) -> None:
    platforms = [*platforms, platform("linux", "cpu", Level.COMMUNITY)]
    place %= len(platforms)
    # The same source, so that trust does not change with the level.
    platforms = [replace(each, source="s1") for each in platforms]
    better = platforms.copy()
    better[place] = replace(better[place], level=Level.PRODUCTION)
    before, after = machines(platforms, facts), machines(better, facts)
    assert isinstance(after, Known) is isinstance(before, Known)
    if isinstance(before, Known):
        assert value(after) >= before.value - 1e-9
