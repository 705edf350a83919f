from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from itertools import pairwise
from random import Random
from typing import Any

import pytest

from advisor.engine.drift.drift import drift
from advisor.engine.drift.state import State
from advisor.engine.recommend import recommend
from advisor.engine.remember import remember
from advisor.model.drift import (
    Cause,
    Change,
    DeadPath,
    Decline,
    Drift,
    MovedClaim,
    MovedExclusion,
    MovedRank,
    MovedRule,
    Retirement,
)
from advisor.model.evidence import Evidence
from advisor.model.gate import Gate
from advisor.model.knowledge import Knowledge
from advisor.model.path import Maturity, Milestone, Path
from advisor.model.profile import Profile
from advisor.model.report import Verdict
from advisor.model.rule import Exclude, Screen
from advisor.model.system import Status
from advisor.model.what_if import Outcome, outcome_of
from tests.engine.completions.situations import Situation, changes
from tests.engine.drift.conftest import NOW, THEN, decided, recorded_on, same

Build = Callable[..., Any]  # Any: each builder makes records of its own kind
RETIREMENT = date(2022, 5, 1)


def test_nothing_has_moved_where_nothing_is_different(
    aged: Callable[[int], Situation], monkeypatch: pytest.MonkeyPatch
) -> None:
    own = aged(3)
    report = recommend(own.base, own.profile, NOW, own.evidence)
    recorded = remember(own.base, own.profile, report)
    monkeypatch.delattr(State, "hearing")  # nothing is judged again
    found = drift(recorded, own.base, own.profile, report)
    outcome = outcome_of(report)
    assert found == Drift(outcome, outcome, (), False, (), (), ())


def test_the_stages_lead_from_the_recorded_outcome_to_that_of_now(
    aged: Callable[[int], Situation],
) -> None:
    turned = 0
    for seed in range(150):
        own, random = aged(seed), Random(seed)
        gone = {each for each in own.base.claims if random.random() < 0.3}
        known = {e: c for e, c in own.base.claims.items() if e not in gone}
        old = replace(own.base, claims=known, digest="sha256:old")
        recorded = recorded_on(own, old, THEN)
        *_, after = changes(own, random, 2)
        report = recommend(own.base, after.profile, NOW, own.evidence)
        found = drift(recorded, own.base, after.profile, report)
        assert [e.cause for e in found.stages] in ([*Cause], [*Cause][:2])
        assert found.before == decided(old, own, own.profile, THEN)
        assert same(found.after, outcome_of(report))
        assert found.stages[0].outcome_before == found.before
        assert found.stages[-1].outcome_after == found.after
        for one, other in pairwise(found.stages):
            assert one.outcome_after == other.outcome_before
        between = decided(own.base, own, own.profile, THEN)
        assert same(found.stages[0].outcome_after, between)
        turned += sum(each.turns for each in found.stages)
    assert turned > 50


@pytest.fixture
def small(
    a_knowledge: Build,
    a_criterion: Build,
    a_source: Build,
    a_claim: Build,
    a_framework: Build,
    a_rule: Build,
) -> Knowledge:
    """Return a rule base in which Alpha is first until it retires."""
    status = {Status.RETIRED: RETIREMENT}
    stages = (
        Milestone(Maturity.PRODUCTION, date(2018, 1, 1), "s1"),
        Milestone(Maturity.DEAD, date(2023, 1, 1), "s2"),
    )
    paths = [
        Path(
            "alpha-android", "alpha", (), "own", "own", ("android",), ("any",), stages
        ),
        Path(
            "alpha-late",
            "alpha",
            ("export",),
            "onnx",
            "own",
            ("android",),
            ("any",),
            (Milestone(Maturity.PREVIEW, date(2018, 1, 1), "s2"),),
        ),
    ]
    worth = {"alpha": 0.9, "beta": 0.4, "gamma": 0.2}
    base: Knowledge = a_knowledge(
        frameworks=[
            a_framework("alpha", status=status),
            a_framework("beta"),
            a_framework("gamma"),
        ],
        criteria=[a_criterion("speed"), a_criterion("security")],
        sources=[a_source("s1"), a_source("s2")],
        claims={
            "speed": [a_claim("k1", performance=worth)],
            "security": [
                a_claim("x-old", performance={"alpha": 0.2}),
                a_claim("x-new", performance={"alpha": 0.1}, date_=date(2021, 1, 1)),
                a_claim("x-good", performance={"alpha": 0.8}, date_=date(2021, 1, 1)),
                a_claim("x-beta", performance={"beta": 0.1}, date_=date(2021, 1, 1)),
            ],
        },
        rules=[
            a_rule("fast", raise_={"speed": 1.0}),
            a_rule("old", exclude=Exclude(Screen.STATUS, status=(Status.RETIRED,))),
        ],
        paths={each.id: each for each in paths},
    )
    return base


def compared(
    base: Knowledge,
    before: Profile | None = None,
    after: Profile | None = None,
    now: Knowledge | None = None,
) -> Drift:
    """Record with the first and compare with the second, four years later."""
    old, new = before or Profile(), after or before or Profile()
    recorded = remember(base, old, recommend(base, old, THEN, Evidence.ALL))
    report = recommend(now or base, new, NOW, Evidence.ALL)
    return drift(recorded, now or base, new, report)


def aiming(framework: str = "", *targets: str) -> Profile:
    answers = {"deployment-targets": targets} if targets else {}
    return Profile(answers=answers, gate=Gate(framework))


def test_a_framework_that_retires_is_told_and_is_excluded_by_the_date(
    small: Knowledge,
) -> None:
    found = compared(small)
    assert found.retired == (Retirement("alpha", RETIREMENT, "alpha-retired"),)
    assert found.reordered
    (stage,) = found.stages
    assert (stage.cause, stage.before, stage.after) == (
        Cause.DATE,
        "2020-01-01",
        "2024-01-01",
    )
    assert stage.turns
    assert stage.moves == (MovedExclusion("alpha", Change.CAME, ("old",)),)
    assert stage.lead is None


def test_a_choice_that_retires_is_told_although_it_was_never_ranked(
    small: Knowledge,
) -> None:
    unknown = replace(small, claims={})
    (retired,) = compared(unknown, aiming("alpha")).retired
    assert retired.framework == "alpha"


def test_what_was_retired_already_is_no_news(small: Knowledge) -> None:
    alpha = small.frameworks["alpha"]
    early = replace(
        alpha, status=tuple(replace(e, since=date(2015, 1, 1)) for e in alpha.status)
    )
    base = replace(small, frameworks={**small.frameworks, "alpha": early})
    assert compared(base, aiming("alpha")).retired == ()
    allowed = Profile(allow_retired=True, gate=Gate("alpha"))
    assert compared(base, allowed).retired == ()


STATUSES = {
    Status.ACTIVE: date(2016, 1, 1),
    Status.MAINTENANCE: date(2021, 1, 1),
    Status.ARCHIVED: date(2023, 1, 1),
    Status.RETIRED: date(2023, 6, 1),
}


@pytest.mark.parametrize(
    ("kept", "after"),
    [
        ((Status.ACTIVE, Status.MAINTENANCE), Status.MAINTENANCE),
        ((Status.ACTIVE, Status.MAINTENANCE, Status.ARCHIVED), Status.ARCHIVED),
        ((Status.ACTIVE,), None),
        (tuple(STATUSES), None),
    ],
)
def test_a_framework_in_use_that_is_less_looked_after_is_told_until_it_retires(
    kept: tuple[Status, ...],
    after: Status | None,
    small: Knowledge,
    a_framework: Build,
) -> None:
    phases = {each: STATUSES[each] for each in kept}
    alpha = a_framework("alpha", status=phases)
    base = replace(small, frameworks={**small.frameworks, "alpha": alpha})
    found = compared(base, aiming("alpha")).decline
    if after is None:
        assert found is None
    else:
        source = next(e.source for e in alpha.status if e.status is after)
        since = STATUSES[after]
        assert found == Decline("alpha", Status.ACTIVE, after, since, source)
    assert compared(base, aiming("alpha"), aiming("beta")).decline is None


def test_a_framework_that_became_active_again_has_not_declined(
    small: Knowledge, a_framework: Build
) -> None:
    phases = {Status.MAINTENANCE: date(2016, 1, 1), Status.ACTIVE: date(2021, 1, 1)}
    alpha = a_framework("alpha", status=phases)
    base = replace(small, frameworks={**small.frameworks, "alpha": alpha})
    assert compared(base, aiming("alpha")).decline is None


def test_the_note_on_a_way_that_died_is_kept(small: Knowledge) -> None:
    way = small.paths["alpha-android"]
    noted = replace(
        way, maturity=(*way.maturity[:1], replace(way.maturity[1], note="n"))
    )
    base = replace(small, paths={**small.paths, way.id: noted})
    (dead,) = compared(base, aiming("alpha", "android")).paths
    assert dead.note == "n"


def test_a_way_that_died_is_told_with_what_there_is_instead(small: Knowledge) -> None:
    free = {each: own for each, own in small.rules.items() if each != "old"}
    base = replace(small, rules=free)
    (way,) = compared(base, aiming("", "android")).paths
    assert way == DeadPath(
        target="android",
        path="alpha-android",
        before=Maturity.PRODUCTION,
        after=Maturity.DEAD,
        since=date(2023, 1, 1),
        source="s2",
        instead="alpha-late",
    )


def test_a_way_that_the_rule_base_no_longer_has_is_dead_as_of_now(
    small: Knowledge,
) -> None:
    left = replace(small, paths={}, digest="sha256:new")
    (way,) = compared(small, aiming("", "android"), now=left).paths
    assert (way.after, way.since, way.source, way.instead) == (
        Maturity.DEAD,
        NOW,
        "",
        "",
    )


def test_ways_to_targets_and_of_frameworks_that_were_left_are_no_news(
    small: Knowledge,
) -> None:
    before = aiming("alpha", "android")
    assert compared(small, before).paths
    assert compared(small, before, aiming("alpha", "browser")).paths == ()
    assert compared(small, before, aiming("beta", "android")).paths == ()


def test_new_claims_against_the_security_of_the_framework_in_use_are_told(
    small: Knowledge,
) -> None:
    assert compared(small).security == ("x-new",)
    assert compared(small, aiming("beta")).security == ("x-beta",)
    assert compared(small, aiming("alpha"), aiming("beta")).security == ()


def test_who_is_no_longer_known_or_was_not_yet_is_told(small: Knowledge) -> None:
    left = {each: own for each, own in small.frameworks.items() if each != "beta"}
    speed = replace(small.claims["k1"], performance={"alpha": 0.9, "gamma": 0.2})
    fewer = replace(
        small,
        frameworks=left,
        claims={"k1": speed},
        digest="sha256:new",
    )
    gone, *_ = compared(small, now=fewer).stages
    assert MovedRank("beta", Change.GONE) in gone.moves
    came, *_ = compared(fewer, now=small).stages
    assert MovedRank("beta", Change.CAME) in came.moves


def test_a_third_one_that_overtakes_is_told_with_the_claims_on_it(
    small: Knowledge, a_claim: Build
) -> None:
    free = {each: own for each, own in small.rules.items() if each != "old"}
    worth = {"alpha": 0.45, "beta": 0.3, "gamma": 0.2}
    speed = replace(small.claims["k1"], performance=worth)
    base = replace(small, rules=free, claims={"k1": speed})
    praise = a_claim("praise", performance={"gamma": 1.0})
    now = replace(
        base,
        claims={**base.claims, "praise": praise},
        criterion_of={**base.criterion_of, "praise": "speed"},
        digest="sha256:new",
    )
    stage, *_ = compared(base, now=now).stages
    assert stage.outcome_before.frameworks[0] == "alpha"
    assert stage.outcome_after.frameworks[0] == "gamma"
    moved = [each for each in stage.moves if isinstance(each, MovedClaim)]
    assert moved == [MovedClaim("praise", Change.CAME, "", alone=True)]
    assert stage.lead is not None
    assert (stage.lead.framework, stage.lead.rival) == ("alpha", "gamma")
    (moved_most,) = stage.lead.criteria
    assert moved_most.criterion == "speed"
    assert moved_most.shift == pytest.approx(
        stage.lead.after - stage.lead.before, abs=1e-5
    )


def test_a_rule_that_came_went_or_changed_is_told(
    small: Knowledge, a_rule: Build
) -> None:
    def with_rules(*more: Any) -> Mapping[str, Any]:  # noqa: ANN401 - as Build
        return {**small.rules, **{each.id: each for each in more}}

    was = [a_rule("r1", raise_={"speed": 2.0}), a_rule("r2", raise_={"speed": 1.0})]
    now = [a_rule("r2", raise_={"speed": 3.0}), a_rule("r3", raise_={"speed": 1.0})]
    base = replace(small, rules=with_rules(*was))
    other = replace(small, rules=with_rules(*now), digest="sha256:new")
    stage, *_ = compared(base, now=other).stages
    assert [each for each in stage.moves if isinstance(each, MovedRule)] == [
        MovedRule("r1", Change.GONE),
        MovedRule("r2", Change.CHANGED),
        MovedRule("r3", Change.CAME),
    ]


def test_rule_bases_of_one_version_are_told_apart_by_their_digests(
    small: Knowledge,
) -> None:
    new = replace(small, digest="sha256:new")
    stage, *_ = compared(small, now=new).stages
    assert (stage.before, stage.after) == (small.digest, "sha256:new")
    stage, *_ = compared(small, now=replace(new, version="next")).stages
    assert (stage.before, stage.after) == (small.version, "next")


def test_those_who_tie_in_another_order_still_tie(small: Knowledge) -> None:
    free = {each: own for each, own in small.rules.items() if each != "old"}
    claim = small.claims["k1"]
    even = replace(claim, performance={"alpha": 0.6, "beta": 0.59})
    other = replace(claim, performance={"alpha": 0.59, "beta": 0.6})
    base = replace(small, rules=free, claims={"k1": even})
    turned = replace(base, claims={"k1": other}, digest="sha256:new")
    found = compared(base, now=turned)
    tie = Outcome(Verdict.TIE, ("alpha", "beta"))
    assert (found.before, found.after) == (tie, tie)
    assert not any(each.turns for each in found.stages)
    assert not found.reordered


def test_answers_that_were_lost_are_not_taken_for_changed(small: Knowledge) -> None:
    report = recommend(small, Profile(), THEN, Evidence.ALL)
    asked = Profile(answers={"gone": "yes"})
    recorded = remember(small, asked, recommend(small, asked, THEN, Evidence.ALL))
    kept = replace(recorded, profile=Profile(), lost=("gone",))
    assert drift(kept, small, Profile(), report).stages == ()
