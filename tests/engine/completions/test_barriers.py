"""A framework is excluded just in the completions in which the engine excludes it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from random import Random

import pytest

from advisor.engine.completions.barriers import Barriers, excluded
from advisor.engine.completions.pool import draw
from advisor.model.condition import Is
from advisor.model.evidence import Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.question import Kind, Option, Question
from advisor.model.rule import Exclude, Rule, Screen
from advisor.model.system import Framework, Level, Platform, Status
from tests.engine.completions.situations import (
    TODAY,
    Situation,
    answers_at,
    changes,
    worlds_of,
)

SIZE = 16


@pytest.mark.parametrize("seed", range(60))
def test_who_is_excluded_is_who_the_engine_excludes_whatever_was_answered_before(
    situation: Callable[..., Situation], seed: int
) -> None:
    given = situation(seed)
    pool, ground = draw(given.base, TODAY, SIZE), given.ground
    barriers = Barriers(ground)
    for each in changes(given, Random(seed), 6):
        worlds = worlds_of(each, pool)
        found = excluded(
            given.base.frameworks, barriers.removed(worlds, ground.ways.slots(worlds))
        )
        for place in range(0, SIZE, 3):
            profile = replace(each.profile, answers=answers_at(worlds, place))
            expected = {own.framework for own in each.appraise(profile).excluded}
            assert {name for name in found if found[name] >> place & 1} == expected


@pytest.fixture
def two_screens(
    a_knowledge: Callable[..., Knowledge],
    a_framework: Callable[..., Framework],
    a_rule: Callable[..., Rule],
) -> Knowledge:
    """Return a retired framework for Linux alone, and a living one for both systems."""

    def on(*systems: str) -> tuple[Platform, ...]:
        born = TODAY.replace(year=2015)
        return tuple(Platform(e, "cpu", (), Level.PREVIEW, born, "s") for e in systems)

    retired = {Status.RETIRED: TODAY}
    ada = replace(a_framework("ada", status=retired), platforms=on("linux"))
    bee = replace(a_framework("bee"), platforms=on("linux", "macos"))
    options = tuple(Option(each, each) for each in ("linux", "macos"))
    machines = Exclude(Screen.PLATFORM, fact="training-os")
    return a_knowledge(
        frameworks=[ada, bee],
        questions=[Question("training-os", 1, "", "", "", Kind.MANY, options)],
        rules=[
            a_rule(
                "x1",
                Is("allow-retired", "false"),
                exclude=Exclude(Screen.STATUS, status=(Status.RETIRED,)),
            ),
            a_rule("x2", exclude=machines),
        ],
    )


def test_who_was_out_for_another_reason_is_screened_when_that_is_gone(
    two_screens: Knowledge,
) -> None:
    given = Situation(two_screens, Profile(), Evidence.ALL, ())
    pool, barriers = draw(two_screens, TODAY, 200), Barriers(given.ground)

    def out(profile: Profile) -> Mapping[str, int]:
        worlds = worlds_of(replace(given, profile=profile), pool)
        return excluded(two_screens.frameworks, barriers.removed(worlds, []))

    assert out(Profile())["ada"] == (1 << 200) - 1
    on_a_mac = pool.columns["training-os"]
    expected = sum(
        1 << place
        for place, index in enumerate(on_a_mac.index)
        if "macos" in (on_a_mac.values[index] or ())
    )
    assert out(Profile(allow_retired=True)) == {"ada": expected, "bee": 0}
