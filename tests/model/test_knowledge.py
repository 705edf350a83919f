"""The order of the interview."""

from collections.abc import Callable

from advisor.model.knowledge import Knowledge
from advisor.model.question import Question


def test_the_interview_follows_the_order_of_the_questions_not_their_names(
    a_knowledge: Callable[..., Knowledge], a_question: Callable[..., Question]
) -> None:
    base = a_knowledge(
        questions=[a_question("ann", 3), a_question("zoe", 1), a_question("mia", 2)]
    )
    assert [each.id for each in base.interview()] == ["zoe", "mia", "ann"]
