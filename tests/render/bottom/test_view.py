"""The deep views as they are read: in every format, at every width, in both languages."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from advisor.model.columns import columns
from advisor.model.knowledge import Knowledge
from advisor.model.language import Wording
from advisor.model.report import Report
from advisor.model.trace import Trace
from advisor.render import markdown, terminal
from advisor.render.bottom.view import bottom_page

EVERY = ("of_claim", "of_rule", "of_criterion")


@pytest.fixture(params=EVERY)
def trace(request: pytest.FixtureRequest) -> Trace:
    found: Trace = request.getfixturevalue(request.param)
    return found


@pytest.mark.parametrize("name", EVERY)
def test_a_deep_view_matches_its_golden_file(
    name: str,
    report: Report,
    quarrel: Knowledge,
    golden: Callable[[str, str], str],
    request: pytest.FixtureRequest,
) -> None:
    page = bottom_page(request.getfixturevalue(name), report, quarrel)
    text = markdown.render(page)
    assert text == golden(f"bottom.{name.removeprefix('of_')}.markdown", text)


def test_it_says_to_which_report_it_belongs(
    trace: Trace, report: Report, quarrel: Knowledge
) -> None:
    text = terminal.render(bottom_page(trace, report, quarrel), 200, colour=False)
    expected = (
        "In shelf-scanner, as of 2026-11-21, on all evidence; verdict clear. "
        "Alpha is the clear choice."
    )
    assert expected in " ".join(text.split())


def test_no_line_is_wider_than_the_terminal(
    trace: Trace, report: Report, quarrel: Knowledge, chinese: Wording
) -> None:
    for base in (quarrel, replace(quarrel, wording=chinese)):
        page = bottom_page(trace, report, base)
        for width in (60, 80, 120):
            text = terminal.render(page, width, colour=False)
            assert max(map(columns, text.splitlines())) <= width


def test_nothing_in_the_rule_base_can_mark_anything_up(
    trace: Trace, report: Report, quarrel: Knowledge
) -> None:
    text = markdown.render(bottom_page(trace, report, quarrel))
    assert "<b>" not in text.replace("\\<b", "")
    assert "[bold]" not in text.replace("\\[bold\\]", "")
