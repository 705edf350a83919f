from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.engine.facts import facts_of
from advisor.engine.relevance import applies
from advisor.model.gate import Gate
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.question import Answer, Kind, Question
from advisor.survey.choices import choices_of
from advisor.survey.interview import (
    Entry,
    Interview,
    answering,
    open_now,
    previous_question,
    take,
)
from advisor.survey.partner import Command, Given

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
    while waiting := open_now(knowledge, interview):
        question = waiting[0]
        seen.append(question.id)
        answer = given.get(question.id)
        entry: Entry = Command.SKIP if answer is None else Given(answer)
        interview = take(knowledge, interview, question, entry)
    return seen


def _answers(question: Question, knowledge: Knowledge) -> st.SearchStrategy[Answer]:
    ids = [each.id for each in choices_of(question, knowledge)]
    match question.type:
        case Kind.YES_NO:
            return st.booleans()
        case Kind.TEXT:
            return st.just("3.12")
        case Kind.ONE:
            return st.sampled_from(ids)
        case Kind.MANY | Kind.CRITERIA:
            return st.sampled_from(ids).map(lambda each: (each,))


def _entries(question: Question, knowledge: Knowledge) -> st.SearchStrategy[Entry]:
    given_ = _answers(question, knowledge).map(Given)
    skip: st.SearchStrategy[Entry] = st.just(Command.SKIP)
    return given_ | skip | st.just(Command.DONT_KNOW)


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
        assert open_now(knowledge, each)[0] == knowledge.questions["domain"]


def test_a_later_interview_asks_what_was_skipped_but_not_what_is_unknown(
    knowledge: Knowledge,
) -> None:
    stored = Profile(answers={"goal": "research"}, unknown=("domain",))
    ids = [each.id for each in open_now(knowledge, Interview(stored))]
    assert "goal" not in ids
    assert "domain" not in ids
    assert ids[0] == "starting-point"


def test_the_latest_of_answer_dont_know_and_skip_counts(knowledge: Knowledge) -> None:
    goal = knowledge.questions["goal"]
    skipped = take(knowledge, NEW, goal, Command.SKIP)
    answered = take(knowledge, skipped, goal, Given("research"))
    assert answered == Interview(Profile(answers={"goal": "research"}), ("goal",))
    unknown = take(knowledge, answered, goal, Command.DONT_KNOW)
    assert unknown.profile == Profile(unknown=("goal",))
    again = take(knowledge, unknown, goal, Given("learning"))
    assert again.profile == Profile(answers={"goal": "learning"})


def test_a_skip_leaves_what_is_known_as_it_is(knowledge: Knowledge) -> None:
    goal = knowledge.questions["goal"]
    for entry in (Given("research"), Command.DONT_KNOW):
        before = take(knowledge, NEW, goal, entry)
        after = take(knowledge, before, goal, Command.SKIP)
        assert (after.profile, after.skipped) == (before.profile, ())


def test_back_follows_the_order_in_which_was_asked(knowledge: Knowledge) -> None:
    questions = knowledge.questions
    interview = NEW
    for each in ("priorities", "goal", "domain"):
        interview = take(knowledge, interview, questions[each], Command.SKIP)
    back = [previous_question(knowledge, interview)]
    while (last := back[-1]) is not None:
        back.append(previous_question(knowledge, interview, last))
    assert [each and each.id for each in back] == ["domain", "goal", "priorities", None]


def test_an_answer_given_anew_is_the_latest_one(knowledge: Knowledge) -> None:
    interview = NEW
    for each in ("goal", "domain", "goal"):
        question = knowledge.questions[each]
        interview = take(knowledge, interview, question, Command.SKIP)
    assert interview.asked == ("domain", "goal")


def test_going_back_passes_over_questions_that_do_not_apply_or_exist(
    knowledge: Knowledge,
) -> None:
    profile = Profile(answers={"deployment-targets": ("none",)})
    interview = Interview(profile, ("goal", "gone", "latency"))
    assert previous_question(knowledge, interview) == knowledge.questions["goal"]


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
    again = take(knowledge, later, targets, Given(("server",)))
    assert knowledge.questions["latency"] in open_now(knowledge, again)


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
        project="shelf", weights={"debugging": 3.0}, gate=Gate(framework="pytorch")
    )
    goal = knowledge.questions["goal"]
    after = take(knowledge, Interview(stored), goal, Given("research")).profile
    assert (after.project, after.weights, after.gate) == (
        stored.project,
        stored.weights,
        stored.gate,
    )


def test_answers_set_beforehand_replace_and_are_not_asked(knowledge: Knowledge) -> None:
    start = Interview(Profile(answers={"latency": "relaxed"}, unknown=("goal",)))
    settings: Mapping[str, Answer] = {
        "goal": "research",
        "deployment-targets": ("none",),
    }
    after = answering(knowledge, start, settings)
    assert after.profile == Profile(answers=settings)
    assert after.dropped == ("latency",)
    assert after.asked == ()


def test_an_answer_that_was_set_is_not_dropped(knowledge: Knowledge) -> None:
    settings: Mapping[str, Answer] = {
        "latency": "relaxed",
        "deployment-targets": ("none",),
    }
    assert answering(knowledge, NEW, settings).profile == Profile(answers=settings)


def test_only_some_questions_may_be_open_even_if_they_were_answered(
    knowledge: Knowledge,
) -> None:
    start = Interview(Profile(answers={"goal": "research"}))
    only = frozenset({"goal", "domain"})
    assert [each.id for each in open_now(knowledge, start, only)] == ["goal", "domain"]
    goal = knowledge.questions["goal"]
    after = take(knowledge, start, goal, Given("production"))
    assert [each.id for each in open_now(knowledge, after, only)] == ["domain"]


@given(data=st.data(), steps=st.integers(1, 25))
def test_no_answer_is_lost_without_a_notice(
    data: st.DataObject, steps: int, knowledge: Knowledge
) -> None:
    interview = NEW
    for _ in range(steps):
        facts = facts_of(interview.profile)
        applying = [each for each in knowledge.interview() if applies(each, facts)]
        question = data.draw(st.sampled_from(applying))
        before = interview
        entry = data.draw(_entries(question, knowledge))
        interview = take(knowledge, before, question, entry)
        said = {*interview.profile.answers, *interview.dropped}
        assert {*before.profile.answers} - {question.id} <= said
        assert not {*interview.dropped} & {*interview.profile.answers}
        assert not {*interview.profile.answers} & interview.closed
        assert interview.asked[-1] == question.id
        assert len({*interview.asked}) == len(interview.asked)
        done = {*interview.profile.answers, *interview.closed}
        now = facts_of(interview.profile)
        assert {each.id for each in open_now(knowledge, interview)} == {
            each.id
            for each in knowledge.interview()
            if each.id not in done and applies(each, now)
        }


@given(data=st.data(), steps=st.integers(1, 12))
def test_back_and_forward_without_a_change_gives_the_same_profile(
    data: st.DataObject, steps: int, knowledge: Knowledge
) -> None:
    interview = NEW
    for _ in range(steps):
        waiting = open_now(knowledge, interview)
        if not waiting:
            break
        question = data.draw(st.sampled_from(waiting))
        entry = data.draw(_entries(question, knowledge))
        interview = take(knowledge, interview, question, entry)
    place = None
    for _ in range(data.draw(st.integers(1, steps))):
        place = previous_question(knowledge, interview, place) or place
    assert place is not None
    answer = interview.profile.answers.get(place.id)
    kept: Entry = Command.SKIP if answer is None else Given(answer)
    after = take(knowledge, interview, place, kept)
    assert after.profile == interview.profile
    assert after.closed == interview.closed
    assert {*after.asked} == {*interview.asked}


@pytest.mark.parametrize("answers", [{}, NOTHING, EVERYTHING])
def test_what_is_answered_or_closed_is_not_open(
    answers: Mapping[str, Answer], knowledge: Knowledge
) -> None:
    interview = Interview(Profile(answers=answers, unknown=("cloud",)), (), ("goal",))
    ids = {each.id for each in open_now(knowledge, interview)}
    assert not ids & {*answers, "cloud", "goal"}
