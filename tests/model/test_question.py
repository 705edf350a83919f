"""How many answers a question takes."""

from collections.abc import Callable

import pytest

from advisor.model.question import Kind, Question


@pytest.mark.parametrize("kind", Kind)
def test_only_lists_take_many_answers(
    kind: Kind, a_question: Callable[..., Question]
) -> None:
    many = {Kind.MANY, Kind.CRITERIA}
    assert a_question("q1", 1, type=kind).takes_many == (kind in many)
