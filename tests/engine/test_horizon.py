"""Whether moving away from existing code pays, and from which horizon on."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from advisor.engine.horizon import HORIZON, horizons
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.question import Answer, Option, Question
from advisor.model.report import Horizon, Verdict

OPTIONS = ("months", "years", "decade")


@pytest.fixture(scope="session")
def base(
    a_knowledge: Callable[..., Knowledge], a_question: Callable[..., Question]
) -> Knowledge:
    """Return a rule base that asks for the horizon."""
    options = tuple(Option(each, each.title()) for each in OPTIONS)
    return a_knowledge(questions=[replace(a_question(HORIZON, 1), options=options)])


def decide(profile: Profile) -> tuple[Verdict, str]:
    """Keep the old code unless it has to live for ten years."""
    if profile.answers[HORIZON] == "decade":
        return Verdict.CLEAR, "bob"
    return Verdict.LEANING, "ada"


def test_every_horizon_is_decided_in_the_order_of_the_options(base: Knowledge) -> None:
    profile = Profile(answers={"existing-code": ("ada",), HORIZON: "years"})
    assert horizons(base, profile, decide) == (
        Horizon("months", Verdict.LEANING, "ada"),
        Horizon("years", Verdict.LEANING, "ada"),
        Horizon("decade", Verdict.CLEAR, "bob"),
    )


def test_the_horizon_need_not_be_answered(base: Knowledge) -> None:
    asked = Profile(answers={"existing-code": ("ada",), HORIZON: "decade"})
    open_ = Profile(answers={"existing-code": ("ada",)})
    assert horizons(base, open_, decide) == horizons(base, asked, decide)


def test_all_else_stays_as_it_was_answered(base: Knowledge) -> None:
    seen: list[Profile] = []

    def watch(profile: Profile) -> tuple[Verdict, str]:
        seen.append(profile)
        return decide(profile)

    own = Profile(
        project="old",
        answers={"existing-code": ("ada",), "goal": "production", HORIZON: "years"},
        weights={"c1": 2.0},
        allow_retired=True,
    )
    horizons(base, own, watch)
    assert [each.answers[HORIZON] for each in seen] == list(OPTIONS)
    assert [replace(each, answers=own.answers) for each in seen] == [own] * 3
    for each in seen:
        assert {**each.answers, HORIZON: "years"} == own.answers
    assert own.answers[HORIZON] == "years"


@pytest.mark.parametrize(
    "answers", [{}, {"existing-code": ("none",)}, {"existing-code": ()}]
)
def test_without_existing_code_there_is_nothing_to_move_away_from(
    answers: dict[str, Answer], base: Knowledge
) -> None:
    assert horizons(base, Profile(answers=answers), decide) == ()


def test_a_rule_base_that_asks_for_no_horizon_has_none(
    a_knowledge: Callable[..., Knowledge],
) -> None:
    profile = Profile(answers={"existing-code": ("ada",)})
    assert horizons(a_knowledge(), profile, decide) == ()
