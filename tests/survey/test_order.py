from collections.abc import Callable
from typing import Any

from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.survey.interview import Interview
from advisor.survey.order import SURE, Aim, Halt, next_step

Guides = Callable[..., Any]  # builds a guide of this folder's conftest
ONE = Profile(answers={"goal": "research"})
TWO = Profile(answers={"goal": "research", "domain": ("nlp",)})


def _next(
    knowledge: Knowledge, guide: object, aim: Aim, profile: Profile = ONE
) -> str | Halt:
    interview = Interview(profile)
    assert hasattr(guide, "look")
    step = next_step(
        knowledge, interview, aim, lambda: guide.look(profile, interview.closed)
    )
    return step if isinstance(step, Halt) else step.id


def test_the_question_that_promises_most_comes_first(
    knowledge: Knowledge, a_guide: Guides
) -> None:
    last = knowledge.interview()[-1].id
    assert _next(knowledge, a_guide(), Aim()) == last


def test_everything_is_asked_in_order_without_looking(
    knowledge: Knowledge, a_guide: Guides
) -> None:
    guide = a_guide(proof=0)
    assert _next(knowledge, guide, Aim(everything=True)) == "domain"
    assert _next(knowledge, guide, Aim(only=frozenset({"goal", "cloud"}))) == "goal"
    assert guide.looks == 0


def test_a_proof_stops_whatever_the_confidence(
    knowledge: Knowledge, a_guide: Guides
) -> None:
    guide = a_guide(proof=1)
    assert _next(knowledge, guide, Aim(SURE)) is Halt.PROVED
    assert _next(knowledge, guide, Aim(0.5)) is Halt.PROVED


def test_the_confidence_asked_for_stops_but_not_before_it_is_reached(
    knowledge: Knowledge, a_guide: Guides
) -> None:
    guide = a_guide(share=0.45)
    assert isinstance(_next(knowledge, guide, Aim(0.9)), str)
    assert _next(knowledge, guide, Aim(0.9), TWO) is Halt.ENOUGH
    assert isinstance(_next(knowledge, guide, Aim(0.91), TWO), str)


def test_full_confidence_waits_for_a_proof(
    knowledge: Knowledge, a_guide: Guides
) -> None:
    assert isinstance(_next(knowledge, a_guide(share=1.0), Aim(SURE)), str)


def test_nothing_stops_it_before_the_first_answer(
    knowledge: Knowledge, a_guide: Guides
) -> None:
    guide = a_guide(proof=0, silent=frozenset(knowledge.questions))
    assert _next(knowledge, guide, Aim(), Profile()) == knowledge.interview()[0].id
    last = knowledge.interview()[-1].id
    assert _next(knowledge, a_guide(proof=0), Aim(), Profile()) == last


def test_without_a_promise_there_is_nothing_to_ask(
    knowledge: Knowledge, a_guide: Guides
) -> None:
    guide = a_guide(silent=frozenset(knowledge.questions))
    assert _next(knowledge, guide, Aim()) is Halt.IDLE


def test_when_nothing_is_open_it_is_complete(
    knowledge: Knowledge, a_guide: Guides
) -> None:
    done = Profile(unknown=tuple(knowledge.questions))
    for aim in (Aim(), Aim(everything=True)):
        assert _next(knowledge, a_guide(), aim, done) is Halt.COMPLETE
    assert _next(knowledge, a_guide(), Aim(only=frozenset())) is Halt.COMPLETE


def test_what_promises_something_is_asked_beyond_the_confidence_if_wanted(
    knowledge: Knowledge, a_guide: Guides
) -> None:
    aim = Aim(0.9, promising=True)
    assert isinstance(_next(knowledge, a_guide(share=0.45), aim, TWO), str)
    idle = a_guide(share=0.45, bits=0.0)
    assert _next(knowledge, idle, aim, TWO) is Halt.ENOUGH
    assert isinstance(_next(knowledge, idle, aim, ONE), str)
