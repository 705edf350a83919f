"""That a claim alone decides is found by taking its change back, in full."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest

from advisor.engine.drift import claims
from advisor.engine.drift.drift import drift
from advisor.engine.recommend import recommend
from advisor.model.drift import Cause, Change, MovedClaim, Stage
from advisor.model.evidence import Claim
from advisor.model.knowledge import Knowledge
from advisor.model.recorded import Recorded
from tests.engine.completions.situations import Situation
from tests.engine.drift.conftest import NOW, THEN, decided, recorded_on, same


@pytest.fixture(autouse=True)
def everything_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(claims, "MOST_SAMPLED", 16)


def stage_of(
    cause: Cause, recorded: Recorded, base: Knowledge, own: Situation
) -> Stage | None:
    report = recommend(base, own.profile, NOW, own.evidence)
    found = drift(recorded, base, own.profile, report)
    return next((each for each in found.stages if each.cause is cause), None)


def moved(stage: Stage) -> list[MovedClaim]:
    return [each for each in stage.moves if isinstance(each, MovedClaim)]


def never_said(base: Knowledge, claim: str) -> Knowledge:
    """Delete a claim; rules that rest on it still speak."""
    left = {each: own for each, own in base.claims.items() if each != claim}
    return replace(base, claims=left)


def still_heard(base: Knowledge, claim: str) -> Knowledge:
    """Let a claim neither expire nor be superseded; what else came of it stays."""
    own = base.claims[claim]
    over = own.valid_until is not None and own.valid_until <= NOW
    kept = replace(
        own,
        valid_until=None,
        confirmed=own.valid_until if over else own.confirmed,
        supersedes=() if over else own.supersedes,
    )

    def spared(other: Claim) -> Claim:
        left = tuple(each for each in other.supersedes if each != claim)
        return replace(other, supersedes=left)

    every = {each: spared(other) for each, other in base.claims.items()}
    return replace(base, claims={**every, claim: kept})


def test_a_claim_alone_decides_if_the_outcome_is_the_old_one_without_its_change(
    aged: Callable[[int], Situation],
) -> None:
    alone = {Change.CAME: 0, Change.GONE: 0}
    others = 0
    for seed in range(500):
        own = aged(seed)
        stage = stage_of(Cause.DATE, recorded_on(own, own.base, THEN), own.base, own)
        assert stage is not None
        for each in moved(stage):
            undo = never_said if each.change is Change.CAME else still_heard
            then = decided(undo(own.base, each.claim), own, own.profile, NOW)
            back = stage.turns and same(then, stage.outcome_before)
            assert each.alone is back, (seed, each)
            alone[each.change] += each.alone
            others += not each.alone
    assert min(alone.values()) > 10
    assert others > 30


def test_of_a_new_rule_base_as_well(aged: Callable[[int], Situation]) -> None:
    alone = others = 0
    for seed in range(500):
        own, random = aged(seed), Random(seed)
        gone = {each for each in own.base.claims if random.random() < 0.3}
        known = {e: c for e, c in own.base.claims.items() if e not in gone}
        old = replace(own.base, claims=known, digest="sha256:old")
        stage = stage_of(Cause.KNOWLEDGE, recorded_on(own, old, NOW), own.base, own)
        assert stage is not None
        for each in moved(stage):
            undo = never_said if each.change is Change.CAME else still_heard
            then = decided(undo(own.base, each.claim), own, own.profile, NOW)
            assert each.alone is (stage.turns and same(then, stage.outcome_before))
            alone += each.alone
            others += not each.alone
    assert alone > 10
    assert others > 30


def test_what_moved_the_lead_the_way_it_went_comes_first(
    aged: Callable[[int], Situation],
) -> None:
    seen = 0
    for seed in range(100):
        own = aged(seed)
        stage = stage_of(Cause.DATE, recorded_on(own, own.base, THEN), own.base, own)
        assert stage is not None
        order = [each.alone for each in moved(stage)]
        assert order == sorted(order, reverse=True)
        seen += any(order) and not all(order)
    assert seen


def test_what_the_rule_base_no_longer_says_is_gone_and_what_it_says_otherwise_changed(
    aged: Callable[[int], Situation],
) -> None:
    gone = changed = 0
    for seed in range(60):
        own = aged(seed)
        recorded = recorded_on(own, own.base, NOW)
        for claim in recorded.claims:
            base = replace(never_said(own.base, claim), digest="sha256:new")
            stage = stage_of(Cause.KNOWLEDGE, recorded, base, own)
            assert stage is not None
            assert MovedClaim(claim, Change.GONE, "", False) in stage.moves
            gone += 1
            worth = own.base.claims[claim].performance or {}
            other = replace(
                own.base.claims[claim],
                performance={each: 1 - value / 2 for each, value in worth.items()},
            )
            base = replace(
                own.base,
                claims={**own.base.claims, claim: other},
                digest="sha256:new",
            )
            stage = stage_of(Cause.KNOWLEDGE, recorded, base, own)
            assert stage is not None
            assert MovedClaim(claim, Change.CHANGED, "", False) in stage.moves
            changed += 1
    assert gone > 50
    assert changed > 50


def test_a_claim_that_was_superseded_names_the_one_that_did_it(
    aged: Callable[[int], Situation],
) -> None:
    seen = 0
    for seed in range(400):
        own = aged(seed)
        stage = stage_of(Cause.DATE, recorded_on(own, own.base, THEN), own.base, own)
        assert stage is not None
        for each in moved(stage):
            if each.instead:
                assert each.change is Change.GONE
                assert each.claim in own.base.claims[each.instead].supersedes
                seen += 1
    assert seen > 3


def test_no_more_claims_are_tried_than_the_bound_says(
    aged: Callable[[int], Situation], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(claims, "MOST_SAMPLED", 1)
    monkeypatch.setattr(claims, "MOST_TRIED", 1)
    alone = 0
    for seed in range(60):
        own = aged(seed)
        stage = stage_of(Cause.DATE, recorded_on(own, own.base, THEN), own.base, own)
        assert stage is not None
        alone += sum(each.alone for each in moved(stage))
        assert sum(each.alone for each in moved(stage)) <= 1
    assert alone
