"""Errors that carry more than one problem."""

from advisor.model.errors import AdvisorError, KnowledgeError


def test_a_knowledge_error_tells_every_problem_in_the_order_found() -> None:
    error = KnowledgeError(iter(["b.yaml:2: wrong", "a.yaml:1: wrong"]))
    assert error.problems == ("b.yaml:2: wrong", "a.yaml:1: wrong")
    assert str(error) == "b.yaml:2: wrong\na.yaml:1: wrong"
    assert isinstance(error, AdvisorError)
