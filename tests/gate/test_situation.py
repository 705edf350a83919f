from datetime import date, timedelta

import pytest

from advisor.gate.situation import drift_of, in_use, is_of_later_day, is_refused
from advisor.model.knowledge import Knowledge
from advisor.model.recorded import NotRecorded
from tests.gate.subjects import DAY, drift, excluded, recorded, report, subject


def test_in_use_is_the_choice_else_what_is_recommended() -> None:
    assert in_use(subject(choice="beta")) == "beta"
    assert in_use(subject(choice="")) == "alpha"
    assert in_use(subject(choice="", report=report(recommendation=None))) == ""


@pytest.mark.parametrize(
    ("choice", "margin", "refused"),
    [("alpha", 0.0, False), ("", 0.0, True), ("beta", 0.0, True), ("beta", 0.2, False)],
)
def test_a_choice_is_refused_if_it_is_none_or_too_far_behind(
    choice: str, margin: float, refused: bool, base: Knowledge
) -> None:
    assert is_refused(base, subject(choice=choice, margin=margin)) is refused


@pytest.mark.parametrize("rule", ["gone", "nowhere", "vendor"])
def test_an_excluded_choice_is_refused_whatever_excludes_it(
    rule: str, base: Knowledge
) -> None:
    told = report(excluded=(excluded("over", rule),))
    assert is_refused(base, subject(choice="over", report=told))
    assert not is_refused(base, subject(choice="alpha", report=told))


@pytest.mark.parametrize(("days", "later"), [(-1, False), (0, False), (1, True)])
def test_a_record_of_a_later_day_has_no_drift(days: int, later: bool) -> None:
    own = recorded(as_of=DAY + timedelta(days))
    about = subject(recorded=own, drift=drift())
    assert is_of_later_day(about) is later
    assert (drift_of(about) is None) is later


def test_without_a_record_nothing_is_of_a_later_day() -> None:
    early = report(as_of=date(1999, 1, 1))
    about = subject(recorded=NotRecorded(), report=early)
    assert not is_of_later_day(about)
    assert drift_of(about) is None
