"""Roles of criteria."""

from collections.abc import Callable

from advisor.model.criterion import Criterion, Role


def test_context_is_told_but_never_scored(
    a_criterion: Callable[..., Criterion],
) -> None:
    assert a_criterion("c1", role=Role.SCORED).scored
    assert not a_criterion("c1", role=Role.CONTEXT).scored
