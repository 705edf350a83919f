"""What must hold for every rule base, shown on many small made-up ones."""

from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

import pytest
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

from advisor.engine.appraise import appraise
from advisor.engine.conditions import Truth, evaluate
from advisor.engine.matrix import perform
from advisor.engine.recommend import recommend
from advisor.engine.standing import Standing, standing
from advisor.model.condition import All, Any_, Condition, In, Includes, Is, Not
from advisor.model.criterion import Criterion
from advisor.model.evidence import (
    Claim,
    Confidence,
    Evidence,
    Source,
    SourceKind,
    Strength,
    VersionBound,
)
from advisor.model.knowledge import Knowledge
from advisor.model.path import Maturity, Milestone, Path
from advisor.model.performance import Known
from advisor.model.profile import Profile
from advisor.model.question import Question
from advisor.model.report import Ranked, Report, Verdict
from advisor.model.rule import Exclude, Rule, Screen
from advisor.model.score import Score
from advisor.model.system import Framework, Status

Situation = tuple[Knowledge, Profile, date, Evidence]
Situations = st.SearchStrategy[Situation]
V = TypeVar("V")

ROUNDING = 1e-9
kinds = (SourceKind.DOCUMENT, SourceKind.DOCUMENT, SourceKind.PAPER)
# A whole rule base shrinks too slowly to wait for; the modules' own tests hold the
# small examples.
few = settings(max_examples=50, phases=(Phase.explicit, Phase.generate))
NAMES = ("ada", "bee", "cob", "dot", "eve", "fox")
CRITERIA = ("c1", "c2", "c3", "c4", "c5", "c6")
SOURCES = ("s1", "s2", "s3", "s4")
BARRED = ("acme", "zeta")
WAY_OUT = "deployment-path"
TARGETS = ("android", "browser")
LANGUAGES = ("python", "java")

step = st.integers(0, 20).map(lambda each: each / 20)
days = st.dates(date(2012, 1, 1), date(2021, 1, 1))


def several(of: tuple[str, ...], least: int = 0) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(of), min_size=least, max_size=3, unique=True).map(
        tuple
    )


def either(
    needed: Mapping[str, st.SearchStrategy[Any]],  # Any: fields of every type
    optional: Mapping[str, st.SearchStrategy[Any]],
) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(dict(needed), optional=dict(optional))


def spoken(names: tuple[str, ...], place: int) -> st.SearchStrategy[dict[str, Any]]:
    earlier = tuple(f"k{n:02}" for n in range(place)) or ("k99",)
    always = {"confidence": st.sampled_from(Confidence)}
    sometimes = {
        "date_": days,
        "valid_until": days,
        "confirmed": days,
        "when": conditions,
        "also": several(CRITERIA[:2]),
        "supersedes": several(earlier),
        "versions": st.builds(VersionBound, st.sampled_from(names), st.just("2.0")),
    }
    numbers = st.fixed_dictionaries(dict.fromkeys(names, step)) | st.dictionaries(
        st.sampled_from(names), step
    )
    words = {
        "favours": several(names),
        "against": several(names),
        "strength": st.sampled_from(Strength),
    }
    # At most one thing sets a claim apart, and most claims are plain: otherwise hardly
    # any would be in force and nobody would be ranked.
    special: list[dict[str, st.SearchStrategy[Any]]] = [
        {},
        {},
        {},
        *({name: each} for name, each in sometimes.items()),
    ]
    return st.sampled_from(special).flatmap(
        lambda one: st.one_of(
            st.fixed_dictionaries({**always, **one, "performance": numbers}),
            st.fixed_dictionaries({**always, **one, "performance": numbers}),
            st.fixed_dictionaries({**always, **one, **words}),
        )
    )


_tests: st.SearchStrategy[Condition] = st.one_of(
    st.builds(Is, st.sampled_from(("q1", "q2")), st.sampled_from("abc")),
    st.builds(In, st.just("q1"), several(("a", "b", "c"), 1)),
    st.builds(Includes, st.just("q3"), several(("a", "b", "c"), 1)),
    st.builds(Is, st.sampled_from(("q4", "f1", "f2")), st.just("true")),
)
# Nothing that is true before anything is answered.
_groups = st.lists(_tests | _tests.map(Not), min_size=1, max_size=3).map(tuple)
conditions = st.one_of(
    _tests, _tests.map(Not), st.builds(All, _groups), st.builds(Any_, _groups)
)
answers = either(
    {"priorities": several(CRITERIA[:3], 1)},
    {
        "q1": st.sampled_from("abc"),
        "q2": st.sampled_from("abc"),
        "q3": several(("a", "b", "c"), 1),
        "q4": st.booleans(),
        "vendors": several(BARRED[:1], 1),
        "deployment-targets": several(TARGETS, 1),
        "serving-languages": several(LANGUAGES, 1),
    },
)
profiles = st.builds(
    Profile,
    answers=answers,
    weights=st.dictionaries(st.sampled_from(CRITERIA[:2]), step, max_size=2),
    allow_retired=st.booleans(),
)


def path(draw: st.DrawFn, id: str, names: tuple[str, ...]) -> Path:
    # No claim rests on this source, so that a path is nothing but a path.
    milestones = st.builds(Milestone, st.sampled_from(Maturity), days, st.just("s5"))
    fields = either(
        {
            "from_": st.sampled_from(names),
            "targets": several(TARGETS, 1),
            "languages": several((*LANGUAGES, "any"), 1),
            "maturity": st.lists(
                milestones, min_size=1, max_size=2, unique_by=lambda each: each.since
            ).map(tuple),
        },
        {"through": several(names), "when": conditions, "fits": conditions},
    )
    return Path(id=id, steps=(), format="onnx", runtime="ort", **draw(fields))


@pytest.fixture(scope="session")
def situations(
    a_knowledge: Callable[..., Knowledge],
    a_framework: Callable[..., Framework],
    a_criterion: Callable[..., Criterion],
    a_source: Callable[..., Source],
    a_claim: Callable[..., Claim],
    a_rule: Callable[..., Rule],
    a_question: Callable[..., Question],
) -> Situations:
    """Return a strategy for a rule base, a profile, a day and a choice of evidence."""
    always = [
        a_rule("x1", exclude=Exclude(Screen.NOT_RELEASED)),
        a_rule(
            "x2",
            Is("allow-retired", "false"),
            exclude=Exclude(Screen.STATUS, status=(Status.RETIRED,)),
        ),
        a_rule(
            "x3",
            Includes("vendors", BARRED),
            exclude=Exclude(Screen.VENDOR, fact="vendors"),
        ),
        a_rule("x4", Includes("deployment-targets", TARGETS), raise_={WAY_OUT: 2}),
    ]

    def framework(draw: st.DrawFn, name: str) -> Framework:
        fate = either(
            {"since": st.dates(date(2000, 1, 1), date(2020, 1, 1))},
            {
                "vendors": several(BARRED),
                "status": st.builds(lambda day: {Status.RETIRED: day}, days),
                "releases": st.builds(lambda day: {"2.0": day}, days),
            },
        )
        return a_framework(name, **draw(fate))

    def claims(
        draw: st.DrawFn, names: tuple[str, ...], criteria: tuple[str, ...]
    ) -> dict[str, list[Claim]]:
        said: dict[str, list[Claim]] = {each: [] for each in criteria}
        for place in range(draw(st.integers(len(criteria), 3 * len(criteria)))):
            source = draw(st.sampled_from(SOURCES))
            fields = draw(spoken(names, place))
            said[criteria[place % len(criteria)]].append(
                a_claim(f"k{place:02}", source, **fields)
            )
        return said

    def rule(draw: st.DrawFn, place: int, criteria: tuple[str, ...]) -> Rule:
        effects = either(
            {"raise_": st.dictionaries(st.sampled_from(criteria), st.integers(1, 5))},
            {
                "enough": st.dictionaries(
                    st.sampled_from(criteria), st.sampled_from((0.4, 0.7))
                ),
                "derive": several(("f1", "f2")),
            },
        )
        return a_rule(f"r{place}", draw(conditions), **draw(effects))

    @st.composite
    def build(draw: st.DrawFn) -> Situation:
        names = NAMES[: draw(st.integers(3, 6))]
        criteria = CRITERIA[: draw(st.integers(3, 6))]
        base = a_knowledge(
            frameworks=[framework(draw, name) for name in names],
            criteria=[
                *(a_criterion(c, half_life=n + 1) for n, c in enumerate(criteria)),
                a_criterion(WAY_OUT),
            ],
            sources=[
                a_source(
                    each,
                    published=draw(days),
                    kind=draw(st.sampled_from(kinds)),
                    reliability=draw(st.sampled_from((0.3, 0.6, 1.0))),
                )
                for each in (*SOURCES, "s5")
            ],
            claims=claims(draw, names, criteria),
            rules=[
                *always,
                *(rule(draw, n, criteria) for n in range(draw(st.integers(1, 6)))),
            ],
            questions=[a_question(f"q{n}", n) for n in range(1, 5)],
            paths={
                each: path(draw, each, names)
                for each in (f"p{n}" for n in range(draw(st.integers(0, 5))))
            },
        )
        day = draw(st.dates(date(2018, 1, 1), date(2026, 1, 1)))
        return base, draw(profiles), day, draw(st.sampled_from(Evidence))

    return build()


def judged(situation: Situation) -> Callable[[Knowledge], Report]:
    _, profile, day, evidence = situation
    return lambda base: recommend(base, profile, day, evidence)


def scores(report: Report) -> dict[str, Score]:
    ranked = {each.framework: each.score for each in report.ranking}
    return ranked | {each.framework: each.score for each in report.not_judged}


def order(report: Report) -> list[str]:
    return [each.framework for each in report.ranking]


def added(base: Knowledge, claim: Claim, criterion: str) -> Knowledge:
    return replace(
        base,
        claims={**base.claims, claim.id: claim},
        criterion_of={**base.criterion_of, claim.id: criterion},
    )


@few
@given(data=st.data())
def test_the_order_of_records_changes_nothing(
    situations: Situations, data: st.DataObject
) -> None:
    base, *_ = situation = data.draw(situations)
    judge = judged(situation)

    def shuffled(records: Mapping[str, V]) -> dict[str, V]:
        return dict(data.draw(st.permutations(list(records.items()))))

    other = replace(
        base,
        frameworks=shuffled(base.frameworks),
        criteria=shuffled(base.criteria),
        sources=shuffled(base.sources),
        claims=shuffled(base.claims),
        rules=shuffled(base.rules),
        questions=shuffled(base.questions),
        paths=shuffled(base.paths),
    )
    assert judge(other) == judge(base)


def renamed(base: Knowledge, new: Mapping[str, str]) -> Knowledge:
    def claim(old: Claim) -> Claim:
        said = old.performance
        bound = old.versions
        return replace(
            old,
            favours=tuple(new[each] for each in old.favours),
            against=tuple(new[each] for each in old.against),
            performance=said and {new[each]: own for each, own in said.items()},
            versions=bound and VersionBound(new[bound.framework], bound.below),
        )

    return replace(
        base,
        frameworks={
            new[each.id]: replace(each, id=new[each.id])
            for each in base.frameworks.values()
        },
        claims={each.id: claim(each) for each in base.claims.values()},
        paths={
            each.id: replace(
                each,
                from_=new[each.from_],
                through=tuple(new[name] for name in each.through),
            )
            for each in base.paths.values()
        },
    )


@few
@given(data=st.data())
def test_the_names_of_frameworks_decide_nothing(
    situations: Situations, data: st.DataObject
) -> None:
    base, *_ = situation = data.draw(situations)
    judge = judged(situation)
    names = list(base.frameworks)
    new = dict(zip(names, data.draw(st.permutations(names)), strict=True))
    before, after = judge(base), judge(renamed(base, new))
    assert scores(after) == {new[name]: own for name, own in scores(before).items()}
    assert {(new[each.framework], each.rank) for each in before.ranking} == {
        (each.framework, each.rank) for each in after.ranking
    }
    assert {(new[each.framework], each.rule) for each in before.excluded} == {
        (each.framework, each.rule) for each in after.excluded
    }
    assert after.verdict is before.verdict


@few
@given(data=st.data())
def test_one_framework_less_neither_rescores_nor_reorders_the_others(
    situations: Situations, data: st.DataObject
) -> None:
    base, *_ = situation = data.draw(situations)
    judge = judged(situation)
    bound = {each.versions.framework for each in base.claims.values() if each.versions}
    free = sorted(set(base.frameworks) - bound)
    assume(free)
    gone = data.draw(st.sampled_from(free))
    left = {name: own for name, own in base.frameworks.items() if name != gone}
    before = judge(base)
    after = judge(replace(base, frameworks=left))
    assert scores(after) == {n: own for n, own in scores(before).items() if n != gone}
    assert order(after) == [name for name in order(before) if name != gone]


def dominates(one: Ranked, other: Ranked) -> bool:
    if one.score.gaps or other.score.gaps:
        return False
    leads = [
        mine.value - theirs.value
        for mine, theirs in zip(
            one.score.contributions, other.score.contributions, strict=True
        )
    ]
    return min(leads) >= 0 and one.score.value - other.score.value > ROUNDING


@few
@given(data=st.data())
def test_a_dominated_framework_is_never_recommended(
    situations: Situations, data: st.DataObject
) -> None:
    report = recommend(*data.draw(situations))
    dominated = {
        other.framework
        for one in report.ranking
        for other in report.ranking
        if dominates(one, other)
    }
    assert report.recommendation is None or (
        report.recommendation.framework not in dominated
    )


@few
@given(data=st.data())
def test_saying_the_same_again_changes_nothing(
    situations: Situations, data: st.DataObject
) -> None:
    base, *_ = situation = data.draw(situations)
    judge = judged(situation)
    first = data.draw(st.sampled_from(sorted(base.claims)))
    again = replace(
        base.claims[first],
        id="k99",
        source=data.draw(st.sampled_from(SOURCES)),
        restates=first,
    )
    more = added(base, again, base.criterion_of[first])
    assert judge(more) == judge(base)


@few
@given(data=st.data())
def test_an_unknown_is_worth_no_less_than_a_known_zero(
    situations: Situations, data: st.DataObject, a_claim: Callable[..., Claim]
) -> None:
    base, profile, day, evidence = data.draw(situations)
    before = scores(recommend(base, profile, day, evidence))
    gaps = [(name, gap.criterion) for name, own in before.items() for gap in own.gaps]
    gaps = [each for each in gaps if each[1] in base.criteria]
    assume(gaps)
    name, criterion = data.draw(st.sampled_from(gaps))
    document = replace(base.sources["s1"], id="s9", kind=SourceKind.DOCUMENT)
    zero = a_claim("k99", "s9", date_=day, performance={name: 0.0})
    heard = replace(base, sources={**base.sources, "s9": document})
    after = scores(recommend(added(heard, zero, criterion), profile, day, evidence))
    assert after[name].value <= before[name].value
    assert after[name].high <= before[name].high + ROUNDING
    assert after[name].coverage > before[name].coverage
    del before[name], after[name]
    assert after == before


@few
@given(data=st.data())
def test_every_score_lies_in_its_interval_and_on_the_scale(
    situations: Situations, data: st.DataObject
) -> None:
    report = recommend(*data.draw(situations))
    weights = [each.weight for each in report.weighting]
    assert not weights or sum(weights) == pytest.approx(1)
    for own in scores(report).values():
        assert -ROUNDING <= own.low <= own.value + ROUNDING
        assert own.value <= own.high + ROUNDING <= 1 + 2 * ROUNDING
        if weights:
            assert own.high - own.low >= 1 - own.coverage - ROUNDING


@few
@given(data=st.data())
def test_one_answer_less_neither_fires_a_rule_nor_excludes(
    situations: Situations, data: st.DataObject
) -> None:
    base, profile, day, evidence = data.draw(situations)
    assume(profile.answers)
    gone = data.draw(st.sampled_from(sorted(profile.answers)))
    fewer = {name: each for name, each in profile.answers.items() if name != gone}
    more = recommend(base, profile, day, evidence)
    less = recommend(base, replace(profile, answers=fewer), day, evidence)
    assert {each.rule for each in less.trace} <= {each.rule for each in more.trace}
    assert set(less.excluded) <= set(more.excluded)


@few
@given(data=st.data())
def test_without_answers_nobody_wins(
    situations: Situations, data: st.DataObject
) -> None:
    base, _, day, evidence = data.draw(situations)
    report = recommend(base, Profile(), day, evidence)
    assert report.verdict is Verdict.NO_BASIS
    assert report.recommendation is None
    assert report.ranking == ()


@few
@given(data=st.data())
def test_the_same_inputs_give_the_same_report(
    situations: Situations, data: st.DataObject
) -> None:
    situation = data.draw(situations)
    copy = deepcopy(situation)
    assert recommend(*copy) == recommend(*situation)
    assert copy == situation


@few
@given(data=st.data(), years=st.integers(1, 9))
def test_while_nothing_is_said_every_interval_only_widens(
    situations: Situations, data: st.DataObject, years: int
) -> None:
    base, _, day, evidence = data.draw(situations)
    # What is known to hold for longer does not age beside what does.
    every = standing(base, day, evidence).in_force.items()
    held = Standing({n: one for n, one in every if base.held_until(one) <= day}, ())
    then = perform(base, held, day)
    later = perform(base, held, day.replace(year=day.year + years, day=1))
    for name, row in then.items():
        for criterion, young in row.items():
            old = later[name][criterion]
            assert isinstance(young, Known)
            assert isinstance(old, Known)
            assert old.high - old.low >= young.high - young.low - ROUNDING


@few
@given(data=st.data())
def test_a_claim_about_other_projects_changes_nothing(
    situations: Situations, data: st.DataObject, a_claim: Callable[..., Claim]
) -> None:
    base, profile, day, evidence = situation = data.draw(situations)
    judge = judged(situation)
    when = data.draw(conditions)
    facts = appraise(base, profile, day, evidence).facts
    assume(evaluate(when, facts) is not Truth.TRUE)
    fields = {"performance": dict.fromkeys(base.frameworks, data.draw(step))}
    other = a_claim("k99", "s1", date_=day, when=when, **fields)
    assert judge(added(base, other, data.draw(st.sampled_from(CRITERIA[:3])))) == judge(
        base
    )


@few
@given(data=st.data())
def test_one_more_path_rescores_nobody_but_its_own_framework(
    situations: Situations, data: st.DataObject
) -> None:
    base, *_ = situation = data.draw(situations)
    judge = judged(situation)
    new = data.draw(st.composite(path)("p9", tuple(base.frameworks)))
    before = judge(base)
    after = judge(replace(base, paths={**base.paths, "p9": new}))
    for one, other in ((scores(before), scores(after)), (before.routes, after.routes)):
        assert {n: own for n, own in one.items() if n != new.from_} == {
            n: own for n, own in other.items() if n != new.from_
        }
    assert set(before.unreached) >= set(after.unreached) or not base.paths


@few
@given(data=st.data())
def test_whatever_is_worked_out_lies_on_the_scale(
    situations: Situations, data: st.DataObject
) -> None:
    base, profile, day, evidence = data.draw(situations)
    found = appraise(base, profile, day, evidence)
    for own in found.scores.values():
        for part in own.contributions:
            cell = part.performance
            assert 0 <= cell.low <= cell.value <= cell.high <= 1
            assert 0 <= part.low <= part.value <= part.high <= 1
    for ways in found.routes.values():
        assert all(
            each.milestone.maturity is not Maturity.DEAD for each in ways.values()
        )
