"""Roles of criteria, and what a plain one is."""

from collections.abc import Callable

from advisor.model.criterion import Criterion, Measure, Role, Shape


def test_context_is_told_but_never_scored(
    a_criterion: Callable[..., Criterion],
) -> None:
    assert a_criterion("c1", role=Role.SCORED).scored
    assert not a_criterion("c1", role=Role.CONTEXT).scored


def test_a_criterion_is_judged_by_claims_unless_it_says_otherwise(
    a_criterion: Callable[..., Criterion],
) -> None:
    assert not a_criterion("c1").derived
    assert a_criterion("c1").scale.measure is None


def test_a_measure_runs_in_equal_steps_unless_it_says_otherwise() -> None:
    assert Measure("ms", 100, 0).shape is Shape.LINEAR
