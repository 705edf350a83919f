"""Leaving out a source or a criterion is judging as if there had never been one."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from math import fsum
from typing import Any

import pytest

from advisor.engine.appraise import appraise, settle_ranking
from advisor.engine.challenge.leave_out import without_criteria, without_sources
from advisor.engine.hearing import Hearing
from advisor.engine.score import score
from advisor.knowledge.profiles import read_profile
from advisor.model.evidence import Claim, Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.report import Ranked
from advisor.model.robustness import Without
from advisor.model.rule import Rule
from tests.engine.challenge.tables import Project
from tests.engine.completions.situations import TODAY

Build = Callable[..., Any]  # Any: each builder makes records of its own kind
DAY = date(2026, 11, 21)


def from_scratch(project: Project, source: str) -> tuple[Ranked, ...]:
    """Judge with a rule base that never heard of the source."""
    base, profile, as_of, evidence = project
    claims = {e.id: e for e in base.claims.values() if e.source != source}
    rules = {}
    for rule in base.rules.values():
        left = tuple(each for each in rule.claims if each in claims)
        if left or not rule.claims:
            rules[rule.id] = replace(rule, claims=left)
    other = replace(base, claims=claims, rules=rules)
    return appraise(other, profile, as_of, evidence).ranking


def values(ranking: Sequence[Ranked]) -> list[tuple[str, float]]:
    return [(each.framework, each.score.value) for each in ranking]


def expected(what: str, now: str, then: tuple[Ranked, ...]) -> Without:
    scores = {each.framework: each.score.value for each in then}
    others = [own for each, own in scores.items() if each != now]
    lead = scores.get(now, 0.0) - max(others, default=0.0)
    return Without(what, then[0].framework if then else "", round(lead, 12))


def rounded(own: Without) -> Without:
    return replace(own, lead=round(own.lead, 12))


def test_leaving_out_a_source_is_judging_a_rule_base_without_it(
    project: Callable[[int], Project],
) -> None:
    lost = compared = 0
    for seed in range(400):
        own = project(seed)
        found = {each.what: each for each in without_sources(Hearing(*own))}
        ranking = appraise(*own).ranking
        if not ranking:
            assert found == {}
            continue
        first = ranking[0].framework
        for source in own[0].sources:
            then = from_scratch(own, source)
            what = expected(source, first, then)
            if source in found:
                compared += 1
                lost += what.first != first
                assert rounded(found[source]) == what, seed
            else:  # nothing of it was heard, so nothing changes
                assert values(then) == values(ranking), seed
    assert compared > 200
    assert lost > 20


def test_a_source_outside_of_the_evidence_is_not_left_out(
    project: Callable[[int], Project],
) -> None:
    left_out = 0
    for seed in range(100):
        base, profile, as_of, _ = project(seed)
        hearing = Hearing(base, profile, as_of, Evidence.DOCUMENTS)
        sources = [base.sources[each.what] for each in without_sources(hearing)]
        assert all(each.is_document for each in sources)
        left_out += len(sources)
    assert left_out > 20


@pytest.mark.parametrize("name", ["android-browser", "cluster-training"])
def test_leaving_out_a_source_of_the_real_rule_base_is_judging_without_it(
    name: str, knowledge: Knowledge
) -> None:
    profile = read_profile(knowledge.profiles[name], name, knowledge)
    own = knowledge, profile, DAY, Evidence.ALL
    hearing = Hearing(*own)
    first = hearing.found.ranking[0].framework
    found = without_sources(hearing)
    assert len(found) > 100
    silenced = [each for each in found if each.what.startswith("doc-")]
    for each in (*found[:3], *found[::40], *silenced):
        then = from_scratch(own, each.what)
        assert rounded(each) == expected(each.what, first, then), each.what


def test_leaving_out_a_criterion_is_scoring_with_the_other_weights(
    project: Callable[[int], Project],
) -> None:
    compared = 0
    for seed in range(200):
        own = project(seed)
        base = own[0]
        found = appraise(*own)
        hearing = Hearing(*own)
        if not found.ranking or len(found.weighting) < 2:
            assert without_criteria(hearing) == ()
            continue
        first = found.ranking[0].framework
        excluded = {each.framework for each in found.excluded}
        remaining = sorted(set(base.frameworks) - excluded)
        every = without_criteria(hearing)
        assert {e.what for e in every} == {e.criterion for e in found.weighting}
        for each in every:
            left = [own for own in found.weighting if own.criterion != each.what]
            total = fsum(own.weight for own in left)
            weighting = [replace(own, weight=own.weight / total) for own in left]
            scores = {
                name: score(found.scores[name].cells, weighting, 0.5)
                for name in remaining
            }
            then, *_ = settle_ranking(base, remaining, scores)
            assert rounded(each) == expected(each.what, first, then)
            compared += 1
    assert compared > 100


def test_the_least_lead_that_is_left_comes_first(
    project: Callable[[int], Project],
) -> None:
    for seed in range(60):
        own = project(seed)
        for every in (
            without_sources(Hearing(*own)),
            without_criteria(Hearing(*own)),
        ):
            order = [(round(each.lead, 9), each.what) for each in every]
            assert order == sorted(order)


@pytest.fixture
def small(
    a_knowledge: Build, a_framework: Build, a_criterion: Build, a_source: Build
) -> Callable[..., Hearing]:
    """Return a builder: two frameworks, two criteria, these claims and rules."""

    def build(
        claims: dict[str, list[Claim]], rules: list[Rule], **weights: float
    ) -> Hearing:
        base = a_knowledge(
            frameworks=[a_framework(each) for each in ("ada", "bee")],
            criteria=[a_criterion(each) for each in ("c1", "c2")],
            sources=[a_source(each) for each in ("s1", "s2")],
            claims=claims,
            rules=rules,
        )
        return Hearing(base, Profile(weights=weights), TODAY, Evidence.ALL)

    return build


def test_a_rule_that_rests_on_nothing_else_falls_silent_with_its_source(
    small: Callable[..., Hearing], a_claim: Build, a_rule: Build
) -> None:
    claims = {
        "c1": [a_claim("k1", performance={"ada": 0.9, "bee": 0.1})],
        "c2": [
            a_claim("k2", performance={"ada": 0.2, "bee": 0.8}),
            a_claim("why", "s2", performance={}),
        ],
    }
    alone = a_rule("r1", raise_={"c1": 9.0}, claims=("why",))
    both = a_rule("r1", raise_={"c1": 9.0}, claims=("why", "k1"))
    (own,) = [
        e for e in without_sources(small(claims, [alone], c2=1)) if e.what == "s2"
    ]
    assert own.first == "bee"
    assert own.lead < 0
    (own,) = [e for e in without_sources(small(claims, [both], c2=1)) if e.what == "s2"]
    assert own.first == "ada"


def test_what_the_source_alone_had_superseded_speaks_again(
    small: Callable[..., Hearing], a_claim: Build
) -> None:
    claims = {
        "c1": [
            a_claim("old", performance={"ada": 0.1, "bee": 0.9}),
            a_claim("k1", "s2", performance={"ada": 0.9, "bee": 0.1}),
            a_claim("k2", "s2", performance={"ada": 0.9}, supersedes=("old",)),
        ],
    }
    assert [e.first for e in without_sources(small(claims, [], c1=1))] == ["bee"]


def test_who_is_no_longer_ranked_has_lost_by_all_that_the_first_then_scores(
    small: Callable[..., Hearing], a_claim: Build
) -> None:
    claims = {
        "c1": [
            a_claim("k1", "s1", performance={"ada": 0.9}),
            a_claim("k2", "s2", performance={"bee": 0.6}),
        ]
    }
    found = {e.what: e for e in without_sources(small(claims, [], c1=1))}
    assert found["s1"].first == "bee"
    assert -0.6 <= found["s1"].lead < -0.5
    assert found["s2"].first == "ada"
    assert found["s2"].lead > 0.5


def test_without_the_only_source_nobody_is_left_and_the_only_criterion_has_to_stay(
    small: Callable[..., Hearing], a_claim: Build
) -> None:
    own = small({"c1": [a_claim("k1", performance={"ada": 0.9})]}, [], c1=1)
    assert without_criteria(own) == ()
    assert without_sources(own) == (Without("s1", "", 0.0),)
