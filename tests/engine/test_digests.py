from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from advisor.engine.digests import claim_digest, profile_digest, rule_digest
from advisor.engine.recommend import recommend
from advisor.model.condition import Is
from advisor.model.evidence import Evidence
from advisor.model.gate import Gate
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile

Build = Callable[..., Any]  # Any: each builder makes records of its own kind
PROJECT = Profile(
    project="shelf",
    answers={
        "goal": "production",
        "domain": ("vision", "nlp"),
        "deployment-targets": ("android", "server", "browser"),
        "serving-languages": ("kotlin", "java"),
        "hot-swap": True,
        "priorities": ("deployment-mobile", "debugging"),
    },
    weights={"debugging": 3.0, "security": 2.0},
)


def test_what_cannot_move_the_recommendation_is_not_in_the_digest() -> None:
    other = replace(
        PROJECT,
        project="other",
        as_of=date(2020, 1, 1),
        unknown=("cloud",),
        gate=Gate("pytorch", 0.1),
        knowledge="2020.1.1",
        answers=dict(reversed([*PROJECT.answers.items()])),
        weights={"security": 2, "debugging": 3},
    )
    assert profile_digest(other) == profile_digest(PROJECT)


def test_the_order_of_several_answers_is_not_in_the_digest_and_moves_nothing(
    knowledge: Knowledge,
) -> None:
    day = date(2026, 11, 21)
    before = recommend(knowledge, PROJECT, day, Evidence.ALL)
    for name in ("domain", "deployment-targets", "serving-languages"):
        answer = PROJECT.answers[name]
        assert isinstance(answer, tuple)
        other = replace(PROJECT, answers={**PROJECT.answers, name: answer[::-1]})
        assert profile_digest(other) == profile_digest(PROJECT)
        after = recommend(knowledge, other, day, Evidence.ALL)
        assert after.ranking == before.ranking
        assert after.verdict == before.verdict


@pytest.mark.parametrize(
    "other",
    [
        replace(PROJECT, answers={**PROJECT.answers, "hot-swap": False}),
        replace(PROJECT, answers={**PROJECT.answers, "cloud": "aws"}),
        replace(PROJECT, answers={**PROJECT.answers, "domain": ("vision",)}),
        replace(
            PROJECT,
            answers={
                **PROJECT.answers,
                "priorities": ("debugging", "deployment-mobile"),
            },
        ),
        replace(PROJECT, weights={"debugging": 3.0}),
        replace(PROJECT, weights={**PROJECT.weights, "debugging": 0.0}),
        replace(PROJECT, allow_retired=True),
        Profile(),
    ],
)
def test_whatever_else_is_said_makes_another_digest(other: Profile) -> None:
    assert profile_digest(other) != profile_digest(PROJECT)


def test_the_digest_of_a_profile_is_the_same_in_every_version_of_the_program() -> None:
    assert profile_digest(Profile()) == (
        "sha256:5d0cc78dea34674c04572fa5bd96ac5141400db7c4fc7f462217300d72597558"
    )


@pytest.fixture
def base(
    a_knowledge: Build,
    a_criterion: Build,
    a_source: Build,
    a_claim: Build,
    a_framework: Build,
) -> Knowledge:
    """Return a rule base with one claim."""
    made: Knowledge = a_knowledge(
        frameworks=[a_framework("ada")],
        criteria=[a_criterion("c1"), a_criterion("c2")],
        sources=[a_source("s1"), a_source("s2")],
        claims={"c1": [a_claim("k1", performance={"ada": 0.5})]},
    )
    return made


def test_the_words_of_a_claim_are_not_in_its_digest(base: Knowledge) -> None:
    claim = base.claims["k1"]
    reworded = replace(
        claim,
        statement="other words",
        because="another reason",
        note="a note",
        lines="4-9",
        digest="abc",
    )
    assert claim_digest(reworded, base) == claim_digest(claim, base)
    assert len(claim_digest(claim, base)) == 16


@pytest.mark.parametrize(
    "change",
    [
        {"source": "s2"},
        {"date_": date(2019, 1, 1)},
        {"confirmed": date(2023, 1, 1)},
        {"valid_until": date(2023, 1, 1)},
        {"when": Is("goal", "research")},
        {"performance": {"ada": 0.6}},
        {"also": ("c2",)},
        {"supersedes": ("k0",)},
        {"favours": ("ada",)},
    ],
)
def test_what_a_claim_says_is_in_its_digest(
    change: dict[str, Any],  # Any: whatever field is changed
    base: Knowledge,
) -> None:
    claim = base.claims["k1"]
    assert claim_digest(replace(claim, **change), base) != claim_digest(claim, base)


def test_a_source_that_is_trusted_less_or_dated_anew_changes_its_claims(
    base: Knowledge, a_source: Build
) -> None:
    before = claim_digest(base.claims["k1"], base)
    for source in (
        a_source("s1", reliability=0.5),
        a_source("s1", published=date(2021, 1, 1)),
    ):
        other = replace(base, sources={**base.sources, "s1": source})
        assert claim_digest(other.claims["k1"], other) != before


def test_a_rule_is_when_it_fires_and_what_it_does(a_rule: Build) -> None:
    rule = a_rule("r1", Is("goal", "research"), raise_={"c1": 1.0}, claims=("k1", "k2"))
    reworded = replace(rule, title="Other", because="others", claims=("k2", "k1"))
    assert rule_digest(reworded) == rule_digest(rule)
    for other in (
        a_rule("r1", Is("goal", "learning"), raise_={"c1": 1.0}, claims=("k1", "k2")),
        a_rule("r1", Is("goal", "research"), raise_={"c1": 2.0}, claims=("k1", "k2")),
        a_rule("r1", Is("goal", "research"), raise_={"c1": 1.0}, claims=("k1",)),
    ):
        assert rule_digest(other) != rule_digest(rule)


def test_every_rule_and_claim_of_the_real_rule_base_has_a_digest_of_its_own(
    knowledge: Knowledge,
) -> None:
    rules = {rule_digest(each) for each in knowledge.rules.values()}
    assert len(rules) > 0.9 * len(knowledge.rules)
    said = [claim_digest(each, knowledge) for each in knowledge.claims.values()]
    assert len(set(said)) > 0.8 * len(said)
