from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from advisor.engine.recommend import recommend
from advisor.engine.what_if import what_if
from advisor.model.condition import Is
from advisor.model.evidence import Evidence, Strength
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.question import Answer
from advisor.model.report import NotJudged, Ranked
from advisor.model.robustness import Cleared
from advisor.model.rule import Exclude, Screen
from advisor.model.what_if import Setting, Supposition, WhatIf

Build = Callable[..., Any]  # Any: each builder makes records of its own kind

DAY = date(2024, 1, 1)
TODAY = date(2026, 11, 21)


@pytest.fixture
def small(
    a_knowledge: Build,
    a_criterion: Build,
    a_source: Build,
    a_claim: Build,
    a_framework: Build,
    a_rule: Build,
) -> Knowledge:
    """Return a rule base in which speed is for Alpha and tools are for Beta."""
    strong = Strength.STRONG
    pair = ("alpha", "beta")
    knowledge: Knowledge = a_knowledge(
        frameworks=[a_framework(each, vendors=(each,)) for each in pair],
        criteria=[a_criterion("speed"), a_criterion("tools")],
        sources=[a_source("s1", published=DAY), a_source("s2", published=DAY)],
        claims={
            "speed": [
                a_claim("c-1", favours=pair[:1], against=pair[1:], strength=strong)
            ],
            "tools": [
                a_claim(
                    "c-2", "s2", favours=pair[1:], against=pair[:1], strength=strong
                )
            ],
        },
        rules=[
            a_rule("fast", Is("goal", "production"), raise_={"speed": 1.0}),
            a_rule("handy", Is("goal", "research"), raise_={"tools": 1.0}),
            a_rule("handier", Is("region", "china"), raise_={"tools": 5.0}),
            a_rule(
                "no-vendor",
                Is("cloud", "none"),
                exclude=Exclude(Screen.VENDOR, fact="excluded-vendors"),
            ),
        ],
    )
    return knowledge


def supposing(before: Profile, **settings: Setting) -> Supposition:
    """Suppose answers by plain replacement."""

    def changed(*names: str) -> Profile:
        answers: Any = {  # Any: mypy cannot tell which of them are cleared
            **before.answers,
            **{n.replace("_", "-"): settings[n] for n in names},
        }
        left = {k: v for k, v in answers.items() if v is not Cleared.CLEARED}
        return replace(before, answers=left)

    alone = {name.replace("_", "-"): changed(name) for name in settings}
    return Supposition(before, changed(*settings), alone)


def product(**more: Setting) -> Profile:
    answers: Any = {"goal": "production", **more}  # Any: mypy knows no such mapping
    return Profile(project="p", answers=answers)


def tried(knowledge: Knowledge, before: Profile, **settings: Setting) -> WhatIf:
    return what_if(knowledge, supposing(before, **settings), DAY, Evidence.ALL)


def test_both_sides_are_the_recommendations_for_the_profiles(
    knowledge: Knowledge,
) -> None:
    before = Profile(answers={"goal": "production", "domain": ("vision",)})
    supposed = supposing(before, domain=("tabular",))
    found = what_if(knowledge, supposed, TODAY, Evidence.ALL)
    for report, profile in (
        (found.before, before),
        (found.after, supposed.after),
    ):
        assert report == recommend(knowledge, profile, TODAY, Evidence.ALL)


def test_a_turn_is_told_with_rules_weights_and_claims(small: Knowledge) -> None:
    found = tried(small, product(), goal="research")
    assert [each.framework for each in found.frameworks] == ["beta", "alpha"]
    assert (found.fired, found.silent) == (("handy",), ("fast",))
    assert (found.heard, found.unheard) == (("c-2",), ("c-1",))
    moves = [(each.criterion, each.before, each.after) for each in found.weights]
    assert moves == [("speed", 1.0, 0.0), ("tools", 0.0, 1.0)]
    assert found.turns
    assert not found.is_moot


def test_the_lead_is_that_of_who_comes_first_now_over_who_did(small: Knowledge) -> None:
    contest = tried(small, product(), goal="research").contest
    assert contest is not None
    assert (contest.framework, contest.rival) == ("beta", "alpha")
    assert contest.before is not None
    assert contest.after is not None
    assert contest.before < 0 < contest.after


def test_a_step_is_what_its_setting_does_alone(small: Knowledge) -> None:
    found = tried(small, product(), region="china", hot_swap=True)
    region, idle = found.steps
    assert (region.name, region.before, region.after) == (
        *("region", Cleared.CLEARED, "china"),
    )
    assert region.outcome.frameworks == ("beta",)
    assert idle.outcome.frameworks == ("alpha",)
    assert found.contest is not None
    assert (region.lead, idle.lead) == (found.contest.after, found.contest.before)
    assert found.turning == ("region",)


def test_settings_that_only_turn_it_together_are_not_told_apart(
    a_rule: Build, small: Knowledge
) -> None:
    by = {"tools": 0.8}
    rules = [
        a_rule("one", Is("region", "china"), raise_=by),
        a_rule("two", Is("latency", "relaxed"), raise_=by),
    ]
    both = {"fast": small.rules["fast"], **{each.id: each for each in rules}}
    found = tried(
        replace(small, rules=both), product(), region="china", latency="relaxed"
    )
    assert found.turns
    assert found.turning == ()
    assert {each.outcome.frameworks for each in found.steps} == {("alpha",)}


def test_settings_that_cancel_each_other_are_named(small: Knowledge) -> None:
    with_tools = product(region="china")
    found = tried(small, with_tools, region=Cleared.CLEARED, goal="research")
    assert found.before.ranking[0].framework == "beta"
    assert found.after.ranking[0].framework == "beta"
    assert found.steps[0].outcome.frameworks == ("alpha",)
    assert "region" in found.turning


def test_the_same_answer_again_comes_to_nothing(small: Knowledge) -> None:
    found = tried(small, product(), goal="production")
    assert found.is_moot
    assert not found.turns
    assert found.weights == ()
    assert found.ways == ()
    assert tried(small, product(), hot_swap=True).is_moot, "nothing reads it"


def test_what_is_excluded_and_what_no_longer_is_is_told(small: Knowledge) -> None:
    settings: dict[str, Answer] = {"cloud": "none", "excluded-vendors": ("beta",)}
    before = product()
    after = replace(before, answers={**before.answers, **settings})
    found = what_if(small, Supposition(before, after, {}), DAY, Evidence.ALL)
    assert [(e.framework, e.rule) for e in found.excluded] == [("beta", "no-vendor")]
    assert found.admitted == ()
    back = what_if(small, Supposition(after, before, {}), DAY, Evidence.ALL)
    assert back.admitted == found.excluded
    fates = {each.framework: each for each in found.frameworks}
    assert isinstance(fates["beta"].before, Ranked)
    assert fates["beta"].after == found.excluded
    assert found.contest is not None
    assert found.contest.after is None


def test_who_is_ranked_on_neither_side_is_left_out(small: Knowledge) -> None:
    found = tried(small, Profile(), region="global")
    assert found.frameworks == ()
    assert found.contest is None
    assert found.is_moot
    (step,) = tried(small, Profile(), goal="production").steps
    assert step.outcome.frameworks == ("alpha",)


def test_a_weight_taken_away_leaves_nobody_to_judge(small: Knowledge) -> None:
    found = tried(small, product(), goal=Cleared.CLEARED)
    assert found.after.ranking == ()
    assert all(isinstance(each.after, NotJudged) for each in found.frameworks)
    assert {each.first_after for each in found.frameworks} == {None}
    assert not found.is_moot


def test_how_often_each_comes_first_is_told_for_both_sides(small: Knowledge) -> None:
    for each in tried(small, product(), goal="research").frameworks:
        assert each.first_before is not None
        assert each.first_after is not None
        assert each.first_before == pytest.approx(1 - each.first_after, abs=0.05)


def test_ways_that_differ_are_those_of_the_recommended(knowledge: Knowledge) -> None:
    before = Profile(answers={"goal": "production", "deployment-targets": ("server",)})
    supposed = supposing(before, deployment_targets=("android", "server"))
    found = what_if(knowledge, supposed, TODAY, Evidence.ALL)
    ways = {each.target: each for each in found.ways}
    assert ways["android"].before is None
    assert ways["android"].after is not None
    chosen = found.after.recommendation
    assert chosen is not None
    assert ways["android"].after == found.after.routes[chosen.framework]["android"]


def test_turning_round_before_and_after_turns_everything_round(
    knowledge: Knowledge,
) -> None:
    one = Profile(answers={"goal": "production", "deployment-targets": ("browser",)})
    other = Profile(answers={"goal": "research", "deployment-targets": ("server",)})
    there = what_if(knowledge, Supposition(one, other, {}), TODAY, Evidence.ALL)
    back = what_if(knowledge, Supposition(other, one, {}), TODAY, Evidence.ALL)
    assert (there.before, there.after) == (back.after, back.before)
    assert (there.fired, there.silent) == (back.silent, back.fired)
    assert (set(there.heard), set(there.unheard)) == (
        *(set(back.unheard), set(back.heard)),
    )
    assert (there.excluded, there.admitted) == (back.admitted, back.excluded)
    assert {(e.criterion, e.before, e.after) for e in there.weights} == {
        (e.criterion, e.after, e.before) for e in back.weights
    }
