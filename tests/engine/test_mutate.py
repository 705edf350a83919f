"""Changing one claim on a bench is the same as judging a rule base so changed."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from advisor.engine.appraise import appraise
from advisor.engine.mutate import Bench, gathered, outcome, sensitivity
from advisor.model.case import Case, Expectation
from advisor.model.condition import Is
from advisor.model.evidence import Claim, Confidence, Evidence, Strength
from advisor.model.knowledge import Knowledge
from advisor.model.mutation import Change, Mutant, Swing
from advisor.model.profile import Profile
from advisor.model.report import Ranked, Verdict
from advisor.model.rule import Exclude, Screen
from advisor.model.system import Status

Build = Callable[..., Any]  # Any: each builder makes records of its own kind
Situation = tuple[Knowledge, Profile, Case]

NAMES = ("ada", "bee", "cob")
CRITERIA = ("c1", "c2", "c3")
WEIGHTED = CRITERIA[:2]
SOURCES = ("s1", "s2", "s3")
DAY = date(2024, 1, 1)
few = settings(max_examples=200, phases=(Phase.explicit, Phase.generate))

# Eighths, so that turning a performance round twice gives the very same number.
eighths = st.integers(0, 8).map(lambda each: each / 8)
days = st.dates(date(2016, 1, 1), date(2025, 1, 1))


def fields(place: int, *, conditional: bool) -> st.SearchStrategy[dict[str, Any]]:
    earlier = [f"k{n}" for n in range(place)] or ["k99"]
    special: dict[str, st.SearchStrategy[Any]] = {
        "date_": days,
        "valid_until": days,
        "also": st.sampled_from(CRITERIA).map(lambda each: (each,)),
    }
    if conditional:
        special["when"] = st.just(Is("goal", "production"))
    said = st.dictionaries(st.sampled_from(NAMES), eighths, min_size=1)
    replaced = st.lists(st.sampled_from(earlier), min_size=1, max_size=2, unique=True)
    return st.fixed_dictionaries(
        {"performance": said, "supersedes": replaced.map(tuple)}
    ) | st.sampled_from(sorted(special)).flatmap(
        lambda one: st.fixed_dictionaries({"performance": said, one: special[one]})
    )


@pytest.fixture(scope="module")
def situations(
    a_knowledge: Build,
    a_framework: Build,
    a_criterion: Build,
    a_source: Build,
    a_claim: Build,
    a_rule: Build,
) -> Callable[..., st.SearchStrategy[Situation]]:
    """Return a strategy for a rule base, a project and its case."""
    goal = Is("goal", "production")
    rules = [
        a_rule("r1", goal, raise_=dict(zip(WEIGHTED, (3.0, 2.0), strict=True))),
        a_rule("r2", exclude=Exclude(Screen.STATUS, status=(Status.RETIRED,))),
    ]

    @st.composite
    def build(draw: st.DrawFn, *, conditional: bool) -> Situation:
        said: dict[str, list[Claim]] = {each: [] for each in CRITERIA}
        for place in range(draw(st.integers(3, 10))):
            criterion = draw(st.sampled_from((*WEIGHTED, *CRITERIA)))
            source = draw(st.sampled_from(SOURCES))
            own = draw(fields(place, conditional=conditional))
            said[criterion].append(a_claim(f"k{place}", source, **own))
        gone = draw(st.sampled_from((None, None, date(2020, 1, 1))))
        fate = {Status.RETIRED: gone} if gone else None
        base: Knowledge = a_knowledge(
            frameworks=[
                a_framework("ada"),
                a_framework("bee"),
                a_framework("cob", status=fate),
            ],
            criteria=[a_criterion(each) for each in CRITERIA],
            sources=[
                a_source(each, reliability=trust)
                for each, trust in zip(SOURCES, (0.3, 0.6, 1.0), strict=True)
            ],
            claims=said,
            rules=rules,
        )
        return base, Profile(answers={"goal": "production"}), case()

    return lambda conditional: build(conditional=conditional)


def case(id_: str = "x") -> Case:
    return Case(id_, "A case", DAY, Evidence.ALL, "It is so.", Expectation())


def without(base: Knowledge, claim: str) -> Knowledge:
    return replace(
        base,
        claims={each: own for each, own in base.claims.items() if each != claim},
        criterion_of={
            each: own for each, own in base.criterion_of.items() if each != claim
        },
    )


def turned(base: Knowledge, claim: str) -> Knowledge:
    own = base.claims[claim]
    assert own.performance is not None
    said = {each: 1 - value for each, value in own.performance.items()}
    return replace(base, claims={**base.claims, claim: replace(own, performance=said)})


def chosen(base: Knowledge, profile: Profile) -> tuple[str, set[str]]:
    """Return the outcome and everything that is recommended, worked out in full."""
    found = appraise(base, profile, DAY, Evidence.ALL)
    if found.verdict is Verdict.NO_BASIS:
        return "no-basis", {"no-basis"}
    first = {each.framework for each in found.ranking if each.rank == 1}
    return outcome(found.verdict, found.ranking), first


def swung(base: Knowledge, other: Knowledge, profile: Profile) -> Swing | None:
    (before, was), (after, now) = chosen(base, profile), chosen(other, profile)
    return None if was & now else Swing("x", before, after)


@few
@given(data=st.data())
def test_a_deleted_claim_gives_what_the_rule_base_without_it_gives(
    situations: Callable[..., st.SearchStrategy[Situation]], data: st.DataObject
) -> None:
    base, profile, own = data.draw(situations(conditional=False))
    bench = Bench(own, profile, base)
    for claim in bench.claims():
        expected = swung(base, without(base, claim), profile)
        assert bench.swing(claim, Change.DELETED) == expected, claim


@few
@given(data=st.data())
def test_a_flipped_claim_gives_what_the_rule_base_with_its_opposite_gives(
    situations: Callable[..., st.SearchStrategy[Situation]], data: st.DataObject
) -> None:
    base, profile, own = data.draw(situations(conditional=True))
    bench = Bench(own, profile, base)
    for claim in bench.claims():
        expected = swung(base, turned(base, claim), profile)
        assert bench.swing(claim, Change.FLIPPED) == expected, claim


@few
@given(data=st.data())
def test_flipping_a_claim_twice_changes_nothing(
    situations: Callable[..., st.SearchStrategy[Situation]], data: st.DataObject
) -> None:
    base, profile, own = data.draw(situations(conditional=True))
    bench = Bench(own, profile, base)
    for claim in bench.claims():
        other = turned(base, claim)
        there, back = (
            bench.swing(claim, Change.FLIPPED),
            Bench(own, profile, other).swing(claim, Change.FLIPPED),
        )
        assert turned(other, claim) == base
        assert (there is None) is (back is None)
        if there is not None and back is not None:
            assert (there.before, there.after) == (back.after, back.before)


@few
@given(data=st.data())
def test_a_claim_that_bears_on_no_cell_and_supersedes_none_decides_nothing(
    situations: Callable[..., st.SearchStrategy[Situation]], data: st.DataObject
) -> None:
    base, profile, own = data.draw(situations(conditional=False))
    bench = Bench(own, profile, base)
    for claim in set(base.claims) - set(bench.claims()):
        if not base.claims[claim].supersedes:
            assert swung(base, without(base, claim), profile) is None


@pytest.fixture
def small(
    a_knowledge: Build, a_framework: Build, a_criterion: Build, a_source: Build
) -> Callable[..., Knowledge]:
    """Return a builder: three frameworks, three criteria, and these claims."""

    def build(claims: Mapping[str, list[Claim]], *rules: object) -> Knowledge:
        base: Knowledge = a_knowledge(
            frameworks=[a_framework(each) for each in NAMES],
            criteria=[a_criterion(each) for each in CRITERIA],
            sources=[a_source(each) for each in SOURCES],
            claims=claims,
            rules=rules,
        )
        return base

    return build


@pytest.fixture
def weighs(a_rule: Build) -> object:
    """Return the rule that makes the first criterion matter to a product."""
    return a_rule("r1", Is("goal", "production"), raise_={"c1": 2.0})


PRODUCT = Profile(answers={"goal": "production"})


def speaks(a_claim: Build, id_: str, favours: str, **more: object) -> Claim:
    against = tuple(each for each in NAMES if each != favours)
    claim: Claim = a_claim(
        id_, favours=(favours,), against=against, strength=Strength.STRONG, **more
    )
    return claim


def test_a_claim_that_is_deleted_lets_speak_again_what_it_superseded(
    small: Callable[..., Knowledge], weighs: object, a_claim: Build
) -> None:
    old = speaks(a_claim, "old", "bee")
    new = speaks(a_claim, "new", "ada", supersedes=("old",))
    bench = Bench(case(), PRODUCT, small({"c1": [old, new]}, weighs))
    assert bench.outcome == "ada"
    assert bench.claims() == ("new",)
    assert bench.swing("new", Change.DELETED) == Swing("x", "ada", "bee")


def test_a_lead_that_becomes_a_tie_decides_nothing(
    small: Callable[..., Knowledge], weighs: object, a_claim: Build
) -> None:
    both = a_claim("both", favours=("ada", "bee"), strength=Strength.STRONG)
    lead = a_claim("lead", "s2", favours=("ada",), strength=Strength.STRONG)
    bench = Bench(case(), PRODUCT, small({"c1": [both, lead]}, weighs))
    found = appraise(
        without(small({"c1": [both, lead]}, weighs), "lead"),
        PRODUCT,
        DAY,
        Evidence.ALL,
    )
    assert bench.outcome == "ada"
    assert outcome(found.verdict, found.ranking) == "ada (tie)"
    assert bench.swing("lead", Change.DELETED) is None


def test_the_last_claim_gone_there_is_no_basis(
    small: Callable[..., Knowledge], weighs: object, a_claim: Build
) -> None:
    base = small({"c1": [speaks(a_claim, "only", "ada")]}, weighs)
    bench = Bench(case(), PRODUCT, base)
    assert bench.swing("only", Change.DELETED) == Swing("x", "ada", "no-basis")
    assert bench.swing("only", Change.FLIPPED) == Swing("x", "ada", "bee (tie)")


def test_without_what_is_said_of_just_such_projects_the_rest_counts_in_full(
    small: Callable[..., Knowledge], weighs: object, a_claim: Build
) -> None:
    special = a_claim(
        "special", when=Is("goal", "production"), performance={"ada": 0.9}
    )
    general = a_claim("general", "s2", performance={"ada": 0.9})
    rival = a_claim("rival", "s3", performance={"bee": 0.75})
    base = small({"c1": [special, general, rival]}, weighs)
    (before, _), (after, _) = (
        chosen(base, PRODUCT),
        chosen(without(base, "special"), PRODUCT),
    )
    assert (before, after) == ("ada", "ada"), "judged in full, nothing swings"
    assert Bench(case(), PRODUCT, base).swing("special", Change.DELETED) is None


def test_a_claim_that_only_silences_another_is_no_silent_one(
    small: Callable[..., Knowledge], weighs: object, a_claim: Build
) -> None:
    loud = speaks(a_claim, "loud", "bee")
    kept = speaks(a_claim, "kept", "ada", confidence=Confidence.LOW)
    mute = a_claim("mute", supersedes=("loud",))
    base = small({"c1": [loud, kept, mute]}, weighs)
    assert chosen(base, PRODUCT)[0] == "ada"
    assert chosen(without(base, "mute"), PRODUCT)[0] == "bee"
    assert "mute" not in sensitivity([Bench(case(), PRODUCT, base)], base)


def test_every_claim_is_either_silent_or_both_deleted_and_flipped(
    small: Callable[..., Knowledge], weighs: object, a_claim: Build
) -> None:
    base = small(
        {
            "c1": [
                speaks(a_claim, "one", "ada"),
                a_claim("two", "s2", performance={"bee": 0.75}),
            ],
            "c2": [speaks(a_claim, "aside", "bee")],
        },
        weighs,
    )
    benches = [Bench(case(each), PRODUCT, base) for each in ("x", "y")]
    every = list(sensitivity(benches, base))
    assert [each for each in every if isinstance(each, str)] == ["aside"]
    mutants = [each for each in every if isinstance(each, Mutant)]
    assert [(each.claim, each.change) for each in mutants] == [
        (claim, change) for claim in ("one", "two") for change in Change
    ]
    for each in mutants:
        assert each.swings == tuple(
            found
            for bench in benches
            if (found := bench.swing(each.claim, each.change)) is not None
        )


def test_the_mutants_that_decide_most_cases_come_first_and_idle_ones_not_at_all() -> (
    None
):
    swing = Swing("x", "ada", "bee")
    twice = Mutant("b", Change.FLIPPED, (swing, swing))
    once = Mutant("a", Change.DELETED, (swing,))
    idle = Mutant("c", Change.DELETED, ())
    found = gathered([once, "mute", idle, twice], 2)
    assert (found.cases, found.mutants, found.silent) == (2, (twice, once), ("mute",))


@pytest.mark.parametrize(
    ("verdict", "expected"),
    [
        (Verdict.CLEAR, "ada"),
        (Verdict.LEANING, "ada"),
        (Verdict.TIE, "ada (tie)"),
        (Verdict.NO_BASIS, "no-basis"),
    ],
)
def test_an_outcome_names_the_first_and_says_whether_it_ties(
    verdict: Verdict,
    expected: str,
    small: Callable[..., Knowledge],
    weighs: object,
    a_claim: Build,
) -> None:
    base = small({"c1": [speaks(a_claim, "one", "ada")]}, weighs)
    ranking: tuple[Ranked, ...] = appraise(base, PRODUCT, DAY, Evidence.ALL).ranking
    assert outcome(verdict, ranking) == expected


def test_without_a_ranking_there_is_no_basis() -> None:
    assert outcome(Verdict.NO_BASIS, ()) == "no-basis"
