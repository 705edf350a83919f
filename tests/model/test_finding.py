"""Severities are ordered, so that a gate can ask for a least one."""

from advisor.model.finding import Severity


def test_an_error_is_worse_than_a_warning_and_a_warning_than_a_note() -> None:
    assert max(Severity) is Severity.ERROR
    assert Severity.NOTE < Severity.WARNING < Severity.ERROR
