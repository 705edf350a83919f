import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import advisor.lint
from advisor.lint import upkeep
from advisor.lint.checks import CHECKS, broken, in_order, lint
from advisor.model.finding import Finding, Severity
from advisor.model.knowledge import Knowledge


def test_every_module_with_a_check_stands_in_the_table() -> None:
    names = [each.name for each in pkgutil.iter_modules(advisor.lint.__path__)]
    modules = [importlib.import_module(f"advisor.lint.{name}") for name in names]
    timeless = [
        each for each in modules if hasattr(each, "check") and each is not upkeep
    ]

    assert dict(CHECKS) == {each.NAME: each.check for each in timeless}
    assert all(each.__name__.endswith(f".{each.NAME}") for each in timeless)


def test_the_rule_base_has_no_errors_and_no_warnings(knowledge: Knowledge) -> None:
    assert [each for each in lint(knowledge) if each.severity > Severity.NOTE] == []


def test_an_almost_empty_rule_base_is_judged_without_failing(
    a_knowledge: Callable[..., Knowledge],
) -> None:
    assert {each.check for each in lint(a_knowledge())} == {"constants"}


def test_no_check_fails_where_a_whole_family_is_missing(knowledge: Knowledge) -> None:
    families = (
        "criteria",
        "sources",
        "claims",
        "criterion_of",
        "gaps",
        "frameworks",
        "layers",
        "runtimes",
        "paths",
        "systems",
        "questions",
        "rules",
        "contradictions",
        "cases",
    )
    for family in families:
        without: dict[str, Any] = {family: {}}
        found = lint(replace(knowledge, **without))
        assert all(each.message and each.help for each in found), family


def test_the_worst_findings_come_first() -> None:
    def finding(check: str, subject: str, severity: Severity) -> Finding:
        return Finding(check, subject, severity, "", "")

    note = finding("a", "a", Severity.NOTE)
    late = finding("b", "b", Severity.ERROR)
    early = finding("b", "a", Severity.ERROR)
    assert in_order([note, late, early]) == (early, late, note)


def test_loose_ends_do_not_keep_anything_from_being_worked_out(
    changed: Callable[..., Knowledge],
) -> None:
    unfounded = changed("rules", "tpu", claims=())
    assert [
        each.check for each in lint(unfounded) if each.severity is Severity.ERROR
    ] == ["support"]
    assert broken(unfounded) == ()


def test_a_broken_reference_does(changed: Callable[..., Knowledge]) -> None:
    assert broken(changed("rules", "tpu", claims=("c-nowhere",)))
