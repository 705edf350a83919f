from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from advisor.engine.digests import claim_digest, profile_digest, rule_digest
from advisor.engine.recommend import recommend
from advisor.engine.remember import remember
from advisor.knowledge.profiles import read_profile
from advisor.model.condition import Is
from advisor.model.evidence import Evidence
from advisor.model.gate import Gate
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.recorded import Recorded, RecordedPath, RecordedRank
from advisor.model.report import Report, Verdict

Build = Callable[..., Any]  # Any: each builder makes records of its own kind
DAY, TODAY = date(2020, 6, 1), date(2026, 11, 21)


def recorded(
    base: Knowledge, profile: Profile, day: date = TODAY
) -> tuple[Recorded, Report]:
    report = recommend(base, profile, day, Evidence.ALL)
    return remember(base, profile, report), report


@pytest.fixture(scope="module")
def example(knowledge: Knowledge) -> Profile:
    """Return an example with targets, made in the name of a team."""
    text = knowledge.profiles["android-browser"]
    profile = read_profile(text, "android-browser", knowledge)
    return replace(profile, gate=Gate("tensorflow"), unknown=("cloud",))


def test_a_record_says_what_the_report_says(
    knowledge: Knowledge, example: Profile
) -> None:
    found, report = recorded(knowledge, example)
    assert (found.as_of, found.evidence, found.verdict) == (
        report.as_of,
        report.evidence,
        report.verdict,
    )
    assert found.knowledge_version == knowledge.version
    assert found.knowledge_digest == knowledge.digest
    assert report.recommendation is not None
    assert found.framework == report.recommendation.framework
    assert found.ranking == tuple(
        RecordedRank(each.framework, each.rank, round(each.score.value, 6))
        for each in report.ranking
    )
    assert found.excluded.keys() == {each.framework for each in report.excluded}
    for framework, rules in found.excluded.items():
        said = {e.rule for e in report.excluded if e.framework == framework}
        assert set(rules) == said
    assert found.rules == {
        each.rule: rule_digest(knowledge.rules[each.rule]) for each in report.trace
    }


def test_of_the_profile_it_keeps_what_can_move_the_recommendation(
    knowledge: Knowledge, example: Profile
) -> None:
    found, _ = recorded(knowledge, example)
    assert found.profile == Profile(answers=example.answers, weights=example.weights)
    assert found.profile_digest == profile_digest(example)
    assert found.profile_digest == profile_digest(found.profile)


def test_the_ways_are_those_of_the_framework_in_use(
    knowledge: Knowledge, example: Profile
) -> None:
    found, report = recorded(knowledge, example)
    assert found.framework == "pytorch"
    assert found.in_use == found.choice == "tensorflow"
    assert found.paths == tuple(
        RecordedPath(target, each.path.id, each.milestone.maturity)
        for target, each in sorted(report.routes["tensorflow"].items())
    )
    own, report = recorded(knowledge, replace(example, gate=Gate()))
    assert own.in_use == "pytorch"
    ways = report.routes["pytorch"].values()
    assert {each.path for each in own.paths} == {each.path.id for each in ways}


def test_the_claims_are_those_on_whoever_is_not_excluded(
    knowledge: Knowledge, example: Profile
) -> None:
    found, report = recorded(knowledge, example)
    heard = {
        said.claim
        for score in (
            *(each.score for each in report.ranking),
            *(each.score for each in report.not_judged),
        )
        for part in score.contributions
        if not knowledge.criteria[part.criterion].derived
        for said in part.performance.testimonies
    }
    assert found.claims == {
        each: claim_digest(knowledge.claims[each], knowledge) for each in heard
    }
    assert len(heard) > 100


def test_what_the_criteria_added_makes_up_the_scores(
    knowledge: Knowledge, example: Profile
) -> None:
    found, report = recorded(knowledge, example)
    assert found.parts.keys() == {each.criterion for each in report.weighting}
    for each in found.ranking:
        parts = [row[each.framework] for row in found.parts.values()]
        assert sum(parts) == pytest.approx(each.score, abs=1e-5)


def test_without_a_basis_there_is_nobody_and_hardly_anything(
    knowledge: Knowledge,
) -> None:
    found, _ = recorded(knowledge, Profile())
    assert found.verdict is Verdict.NO_BASIS
    assert found.framework == found.in_use == ""
    assert (found.paths, found.claims, found.security) == ((), {}, ())


@pytest.fixture
def base(
    a_knowledge: Build,
    a_criterion: Build,
    a_source: Build,
    a_claim: Build,
    a_framework: Build,
    a_rule: Build,
) -> Knowledge:
    """Return a rule base in which security has a weight for nobody."""
    made: Knowledge = a_knowledge(
        frameworks=[a_framework("ada"), a_framework("bee")],
        criteria=[a_criterion("speed"), a_criterion("security")],
        sources=[a_source("s1")],
        claims={
            "speed": [
                a_claim("k1", performance={"ada": 0.9, "bee": 0.1}),
                a_claim("k2", performance={"ada": 0.7}, also=("security",)),
            ],
            "security": [
                a_claim("z", performance={"ada": 0.1}),
                a_claim("a", performance={"ada": 0.9}),
                a_claim("bees", performance={"bee": 0.1}),
                a_claim("later", performance={"ada": 0.1}, date_=date(2021, 1, 1)),
                a_claim("over", performance={"ada": 0.1}, valid_until=DAY),
                a_claim("risky", performance={"ada": 0.1}, when=Is("risk", "true")),
                a_claim("flag", performance={"ada": 0.1}, when=Is("flag", "true")),
            ],
        },
        rules=[
            a_rule("fast", raise_={"speed": 1.0}),
            a_rule("flags", Is("risk", "true"), derive=("flag",)),
        ],
    )
    return made


def test_security_is_what_is_in_force_and_bears_on_the_project_with_weight_or_not(
    base: Knowledge,
) -> None:
    assert recorded(base, Profile(), DAY)[0].security == ("a", "k2", "z")
    risky = Profile(answers={"risk": True})
    found, _ = recorded(base, risky, DAY)
    assert found.security == ("a", "flag", "k2", "risky", "z")
    chosen = Profile(gate=Gate("bee"))
    assert recorded(base, chosen, DAY)[0].security == ("bees",)
