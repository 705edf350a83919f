from datetime import date

import pytest

from advisor.files.tree import Table, parse
from advisor.knowledge.collector import Collector
from advisor.knowledge.gate_part import ACCEPTABLE, read_gate
from advisor.model.gate import NEVER_ACCEPTED, Check, Gate, GateException

FRAMEWORKS = ("jax", "pytorch")


def read(text: str) -> tuple[Gate, list[str]]:
    """Return the gate of a profile and what is wrong with it."""
    root = parse(text, "F")
    assert isinstance(root, Table)
    collector = Collector("F")
    gate = read_gate(root.entries["gate"], "gate", FRAMEWORKS, collector)
    return gate, [str(each) for each in collector.problems]


def test_everything_a_gate_can_say_is_read() -> None:
    text = """\
gate:
  framework: pytorch
  margin: 0.05
  exceptions:
    - finding: path-legacy
      about: android
      reason: "  the app runs until the spring "
      owner: the app team
      expires: 2027-03-01
    - {finding: no-basis, reason: soon, owner: Ada, expires: 2027-01-01}
"""
    assert read(text) == (
        Gate(
            framework="pytorch",
            margin=0.05,
            exceptions=(
                GateException(
                    finding=Check.PATH_LEGACY,
                    reason="the app runs until the spring",
                    owner="the app team",
                    expires=date(2027, 3, 1),
                    about="android",
                ),
                GateException(Check.NO_BASIS, "soon", "Ada", date(2027, 1, 1)),
            ),
        ),
        [],
    )


@pytest.mark.parametrize("text", ["gate: {}", "gate: {framework: , exceptions: ~}"])
def test_what_is_left_empty_is_not_said(text: str) -> None:
    assert read(text) == (Gate(), [])


def test_of_wrong_exceptions_the_right_ones_are_kept() -> None:
    text = """\
gate:
  exceptions:
    - {finding: no-basis, reason: soon, owner: Ada, expires: soon}
    - {finding: no-basis, reason: soon, owner: Ada, expires: 2027-01-01}
    - path-legacy
"""
    gate, problems = read(text)
    assert [each.expires for each in gate.exceptions] == [date(2027, 1, 1)]
    assert problems == [
        "F:3: gate.exceptions.0.expires: not a date like 2026-11-21: 'soon'",
        "F:5: gate.exceptions.2: takes 'key: value' lines, not 'path-legacy'",
    ]


@pytest.mark.parametrize("check", Check)
def test_what_is_said_of_profile_exceptions_and_baseline_cannot_be_accepted(
    check: Check,
) -> None:
    said = f"{{finding: {check}, reason: r, owner: o, expires: 2027-01-01}}"
    gate, problems = read(f"gate: {{exceptions: [{said}]}}")
    assert (check in ACCEPTABLE) is (check not in NEVER_ACCEPTED)
    if check in NEVER_ACCEPTED:
        (problem,) = problems
        assert problem == (
            f"F:1: gate.exceptions.0.finding: '{check}' always counts; "
            "no exception covers it"
        )
    else:
        assert not problems
        assert gate.exceptions[0].finding is check


@pytest.mark.parametrize("margin", ["0", "1", "0.5", "5e-1"])
def test_a_margin_is_a_share_of_the_score(margin: str) -> None:
    gate, problems = read(f"gate: {{margin: {margin}}}")
    assert not problems
    assert gate.margin == float(margin)


@pytest.mark.parametrize("margin", ["-0.1", "1.1", "nan", "inf", "5%", "'0,5'", "[1]"])
def test_anything_else_is_none(margin: str) -> None:
    gate, problems = read(f"gate: {{margin: {margin}}}")
    assert len(problems) == 1
    assert problems[0].startswith("F:1: gate.margin: takes ")
    assert gate.margin == 0.0
