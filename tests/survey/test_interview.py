from collections.abc import Mapping

import pytest

from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.question import Answer
from advisor.survey.entry import Command, Given
from advisor.survey.interview import (
    Interview,
    next_question,
    open_now,
    previous_question,
    progress,
    take,
)

NEW = Interview(Profile())
# Answers under which the questions that depend on them are asked for certain.
EVERYTHING: Mapping[str, Answer] = {
    "starting-point": "from-scratch",
    "development-languages": ("python",),
    "existing-code": ("pytorch",),
    "training-scale": "single-device",
    "training-accelerators": ("nvidia",),
    "deployment-targets": ("server",),
}
NOTHING: Mapping[str, Answer] = {
    "starting-point": "inference-only",
    "development-languages": ("rust",),
    "existing-code": ("none",),
    "deployment-targets": ("none",),
}


def _walk(knowledge: Knowledge, given: Mapping[str, Answer]) -> list[str]:
    """Return the questions asked when these are answered and all others skipped."""
    interview, seen = NEW, []
    while (question := next_question(knowledge, interview)) is not None:
        seen.append(question.id)
        answer = given.get(question.id)
        entry = Command.SKIP if answer is None else Given(answer)
        interview = take(knowledge, interview, question, entry)
    return seen


def test_every_question_is_reached_in_order_by_somebody(knowledge: Knowledge) -> None:
    assert _walk(knowledge, EVERYTHING) == [each.id for each in knowledge.interview()]


def test_someone_who_skips_everything_is_asked_everything_once(
    knowledge: Knowledge,
) -> None:
    assert _walk(knowledge, {}) == [each.id for each in knowledge.interview()]


def test_questions_that_cannot_apply_are_left_out(knowledge: Knowledge) -> None:
    left_out = {each.id for each in knowledge.interview()} - set(
        _walk(knowledge, NOTHING)
    )
    assert left_out == {
        each.id for each in knowledge.interview() if each.when is not None
    } - {"python-version"}


def test_every_condition_of_a_question_can_leave_it_out(knowledge: Knowledge) -> None:
    without_python = {
        **EVERYTHING,
        "development-languages": ("rust",),
        "serving-languages": ("rust",),
    }
    seen = {*_walk(knowledge, NOTHING)} & {*_walk(knowledge, without_python)}
    assert all(each.when is None for each in map(knowledge.questions.get, seen) if each)


def test_an_answer_a_dont_know_and_a_skip_are_kept_apart(knowledge: Knowledge) -> None:
    goal = knowledge.questions["goal"]
    answered = take(knowledge, NEW, goal, Given("research"))
    unknown = take(knowledge, NEW, goal, Command.DONT_KNOW)
    skipped = take(knowledge, NEW, goal, Command.SKIP)
    assert answered.profile == Profile(answers={"goal": "research"})
    assert unknown.profile == Profile(unknown=("goal",))
    assert skipped.profile == Profile()
    for each in (answered, unknown, skipped):
        assert next_question(knowledge, each) == knowledge.questions["domain"]


def test_a_later_interview_asks_what_was_skipped_but_not_what_is_unknown(
    knowledge: Knowledge,
) -> None:
    stored = Profile(answers={"goal": "research"}, unknown=("domain",))
    ids = [each.id for each in open_now(knowledge, Interview(stored))]
    assert "goal" not in ids
    assert "domain" not in ids
    assert ids[0] == "starting-point"


def test_the_latest_of_answer_and_dont_know_counts(knowledge: Knowledge) -> None:
    goal = knowledge.questions["goal"]
    answered = take(knowledge, NEW, goal, Given("research"))
    unknown = take(knowledge, answered, goal, Command.DONT_KNOW)
    assert unknown.profile == Profile(unknown=("goal",))
    again = take(knowledge, unknown, goal, Given("learning"))
    assert again.profile == Profile(answers={"goal": "learning"})


def test_going_back_and_pressing_enter_keeps_the_answer(knowledge: Knowledge) -> None:
    goal, domain = knowledge.questions["goal"], knowledge.questions["domain"]
    interview = take(knowledge, NEW, goal, Given("research"))
    assert previous_question(knowledge, interview, domain) == goal
    back = take(knowledge, interview, domain, Command.BACK)
    kept = take(knowledge, back, goal, Command.SKIP)
    assert kept.profile == interview.profile
    assert next_question(knowledge, kept) == domain


def test_going_back_passes_over_questions_that_do_not_apply(
    knowledge: Knowledge,
) -> None:
    interview = Interview(Profile(answers={"deployment-targets": ("none",)}))
    after = knowledge.questions["cross-framework"]
    before = previous_question(knowledge, interview, after)
    assert before == knowledge.questions["deployment-targets"]


def test_there_is_nothing_before_the_first_question(knowledge: Knowledge) -> None:
    assert previous_question(knowledge, NEW, knowledge.interview()[0]) is None


def test_a_changed_answer_drops_and_reports_what_no_longer_applies(
    knowledge: Knowledge,
) -> None:
    answers: Mapping[str, Answer] = {
        **EVERYTHING,
        "deployment-scale": "large",
        "latency": "real-time",
        "hot-swap": True,
    }
    targets = knowledge.questions["deployment-targets"]
    interview = Interview(Profile(answers=answers))
    after = take(knowledge, interview, targets, Given(("none",)))
    assert after.dropped == ("deployment-scale", "latency", "hot-swap")
    assert after.profile.answers == {**EVERYTHING, "deployment-targets": ("none",)}
    later = take(knowledge, after, knowledge.questions["goal"], Given("research"))
    assert later.dropped == ()


def test_an_answer_that_never_applied_is_left_to_its_author(
    knowledge: Knowledge,
) -> None:
    odd: Mapping[str, Answer] = {
        "starting-point": "inference-only",
        "training-os": ("linux",),
    }
    goal = knowledge.questions["goal"]
    after = take(knowledge, Interview(Profile(answers=odd)), goal, Given("research"))
    assert after.profile.answers == {**odd, "goal": "research"}


def test_what_the_interview_does_not_ask_stays_in_the_profile(
    knowledge: Knowledge,
) -> None:
    stored = Profile(
        project="shelf", weights={"debugging": 3.0}, gate={"framework": "pytorch"}
    )
    goal = knowledge.questions["goal"]
    after = take(knowledge, Interview(stored), goal, Given("research")).profile
    assert (after.project, after.weights, after.gate) == (
        stored.project,
        stored.weights,
        stored.gate,
    )


@pytest.mark.parametrize("answers", [{}, NOTHING, EVERYTHING])
def test_places_count_up_to_the_total(
    answers: Mapping[str, Answer], knowledge: Knowledge
) -> None:
    profile = Profile(answers=answers)
    interview = Interview(Profile(answers=answers))
    last = knowledge.interview()[-1]
    end = progress(knowledge, profile, last)
    assert end.position == end.total
    first = progress(knowledge, profile, knowledge.interview()[0])
    assert first.position == 1
    assert len(open_now(knowledge, interview)) == end.total - len(answers)


def test_the_total_is_exact_once_every_condition_is_decided(
    knowledge: Knowledge,
) -> None:
    first = knowledge.interview()[0]
    assert not progress(knowledge, Profile(), first).exact
    assert progress(knowledge, Profile(answers=EVERYTHING), first).exact
