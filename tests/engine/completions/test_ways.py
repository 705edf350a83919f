"""The best way to a target is, in every completion, that of the engine."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest

from advisor.engine.completions.pool import draw
from advisor.engine.completions.ways import Slot, Ways
from advisor.model.condition import Is
from advisor.model.evidence import Evidence, Source
from advisor.model.knowledge import Knowledge
from advisor.model.path import Maturity, Milestone, Path
from advisor.model.profile import Profile
from advisor.model.question import Kind, Option, Question
from advisor.model.rule import Rule
from advisor.model.system import Framework
from tests.engine.completions.situations import (
    TODAY,
    Situation,
    answers_at,
    changes,
    worlds_of,
)

SIZE = 16
TARGETS = (Option("android", ""), Option("none", ""))


@pytest.mark.parametrize("seed", range(80))
def test_every_best_way_is_that_of_the_engine_whatever_was_answered_before(
    situation: Callable[..., Situation], seed: int
) -> None:
    given = situation(seed)
    pool, ways = draw(given.base, TODAY, SIZE), Ways(given.base, TODAY)
    for each in changes(given, Random(seed), 6):
        worlds = worlds_of(each, pool)
        slots = ways.slots(worlds)
        for place in range(0, SIZE, 3):
            profile = replace(each.profile, answers=answers_at(worlds, place))
            routes = each.appraise(profile).routes
            best = [route for own in routes.values() for route in own.values()]
            expected = {(e.path.from_, e.target): e for e in best}
            here = [slot for slot in slots if slot.where >> place & 1]
            assert len(here) == len(expected)
            for slot in here:
                route = expected[slot.framework, slot.target]
                assert slot.path == route.path.id
                assert slot.worth == pytest.approx(route.worth)


@pytest.fixture
def flagged(
    a_knowledge: Callable[..., Knowledge],
    a_framework: Callable[..., Framework],
    a_source: Callable[..., Source],
    a_rule: Callable[..., Rule],
) -> Knowledge:
    """Return a rule base whose only path is for projects that a rule marks."""
    stage = Milestone(Maturity.PREVIEW, TODAY, "s1")
    path = Path(
        "p1",
        "ada",
        (),
        "onnx",
        "ort",
        ("android",),
        ("any",),
        (stage,),
        when=Is("f1", "true"),
    )
    options = (Option("a", ""), Option("b", ""))
    return a_knowledge(
        frameworks=[a_framework("ada")],
        sources=[a_source("s1", reliability=0.7)],
        rules=[a_rule("r1", Is("q1", "a"), derive=("f1",))],
        questions=[
            Question("q1", 1, "", "", "", Kind.ONE, options),
            Question(
                "deployment-targets", 2, "", "", "", Kind.MANY, TARGETS, ("none",)
            ),
        ],
        paths={"p1": path},
    )


def test_a_way_for_marked_projects_is_open_just_while_the_mark_is_set(
    flagged: Knowledge,
) -> None:
    pool, ways = draw(flagged, TODAY, 3), Ways(flagged, TODAY)

    def slots(answer: str) -> list[Slot]:
        profile = Profile(answers={"q1": answer, "deployment-targets": ("android",)})
        given = Situation(flagged, profile, Evidence.ALL, ())
        return ways.slots(worlds_of(given, pool))

    open_ = [Slot("ada", "android", "p1", 0.5, 0.7, 0b111)]
    assert [slots(each) for each in "aba"] == [open_, [], open_]


def test_nobody_goes_to_no_target(flagged: Knowledge) -> None:
    path = replace(flagged.paths["p1"], targets=("none", "android"), when=None)
    base = replace(flagged, paths={"p1": path})
    given = Situation(base, Profile(), Evidence.ALL, ())
    worlds = worlds_of(given, draw(base, TODAY, 50))
    ways = Ways(base, TODAY)
    assert [target for target, _ in ways.reaching(worlds)] == ["android"]
    assert {slot.target for slot in ways.slots(worlds)} == {"android"}
