from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given

from advisor.model.checked import GateReport, ProfileCheck, Unread
from advisor.model.finding import Severity
from advisor.model.gate import Check, Known, Open, Treatment
from advisor.model.knowledge import Knowledge
from advisor.model.names import unsafe
from advisor.render import markdown, terminal
from advisor.render.check.page import check_page
from advisor.render.check.visible import visible
from advisor.render.html.document import render as to_html
from advisor.render.page import Bullets, Grid, Heading, Line, Page, Paragraph, Tone
from tests.render.check.reports import (
    ACCEPTED,
    REPORTS,
    a_finding,
    a_full_report,
    a_profile,
    a_report,
)


def text(line: Line) -> str:
    return "".join(span.text for span in line)


def title(page: Page) -> str:
    first = page.blocks[0]
    assert isinstance(first, Heading)
    return first.text


def titles(page: Page) -> list[str]:
    return [each.text for each in page.blocks if isinstance(each, Heading)]


def said(page: Page) -> str:
    """Return everything on the page, a piece a line."""
    lines: list[str] = []
    for block in page.blocks:
        match block:
            case Heading(own):
                lines.append(own)
            case Paragraph(line):
                lines.append(text(line))
            case Bullets(items):
                for item in items:
                    lines += [text(each) for each in (item.line, *item.details)]
            case Grid(columns, rows):
                lines += [*columns, *(text(cell) for row in rows for cell in row)]
            case _:
                pytest.fail("no such block belongs here")
    return "\n".join(lines)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_full_report_matches_its_golden_files(
    language: str,
    small: Knowledge,
    small_in_chinese: Knowledge,
    golden: Callable[[str, str], str],
) -> None:
    page = check_page(a_full_report(), small if language == "en" else small_in_chinese)
    written = terminal.render(page, 80, colour=False)
    assert written == golden(f"check-report.{language}.terminal", written)
    written = markdown.render(page)
    assert written == golden(f"check-report.{language}.markdown", written)


def test_where_all_is_well_it_is_short(small: Knowledge) -> None:
    written = terminal.render(
        check_page(a_report(a_profile()), small), 100, colour=False
    )
    assert written.split("\n") == [
        "Passed: nothing found",
        "advisor.yaml (shelf-scanner): Alpha is chosen; recommended: Alpha (clear), as "
        "of 2026-11-21. The",
        "decision on record is of 2026-11-21. No dependency files were found.",
        "",
        "Only errors fail the check. Rule base 2026.1, all evidence.",
        "",
    ]


def test_the_first_line_says_what_came_of_it_and_why(small: Knowledge) -> None:
    warning = a_finding(severity=Severity.WARNING)
    taken = (a_finding(treatment=ACCEPTED), a_finding(treatment=Known()))
    report = a_report(a_profile(warning, *taken))
    counts = "1 warning, 1 accepted, 1 in the baseline"
    assert title(check_page(report, small)) == f"Passed: {counts}"
    strict = replace(report, fail_on=Severity.WARNING)
    assert title(check_page(strict, small)) == f"Failed: {counts}"


@pytest.mark.parametrize(
    ("bar", "told"),
    [
        (None, "Only a file that cannot be read fails the check."),
        (Severity.NOTE, "Any finding fails the check."),
        (Severity.WARNING, "Warnings and errors fail the check."),
        (Severity.ERROR, "Only errors fail the check."),
    ],
)
def test_it_says_what_would_fail_it(
    bar: Severity | None, told: str, small: Knowledge
) -> None:
    last = check_page(a_report(a_profile(), fail_on=bar), small).blocks[-1]
    assert isinstance(last, Paragraph)
    assert text(last.line).startswith(told)


def test_several_profiles_come_in_a_table_and_their_findings_apart(
    small: Knowledge,
) -> None:
    page = check_page(a_full_report(), small)
    (grid,) = [each for each in page.blocks if isinstance(each, Grid)]
    assert grid.columns[:2] == ("Profile", "Findings")
    assert [text(row[4]) for row in grid.rows] == ["clear", "clear", "not read"]
    assert titles(page)[1:] == [
        "Fails the check: advisor.yaml",
        "Fails the check: services/c/advisor.yaml",
        "Does not fail the check: advisor.yaml",
        "Does not fail the check: the baseline",
        "Accepted (1)",
        "In the baseline (7)",
    ]


@pytest.mark.parametrize(
    ("profile", "told"),
    [
        (a_profile(choice=""), "no framework is chosen; recommended: Alpha (clear)"),
        (a_profile(recorded=None), "No decision is on record."),
        (
            a_profile(a_finding(Check.RECORD_INVALID), recorded=None),
            "The decision on record cannot be read.",
        ),
        (a_profile(), "No dependency files were found."),
        (a_profile(files=("a", "b")), "Compared with a and b."),
        (a_profile(files=tuple("abcdefg")), "Compared with a, b, c, d, e, and 2 more."),
        (
            ProfileCheck("a.yaml", "", Unread(), (a_finding(Check.PROFILE_INVALID),)),
            "a.yaml: the profile cannot be read.",
        ),
    ],
)
def test_one_profile_is_told_in_a_sentence(
    profile: ProfileCheck, told: str, small: Knowledge
) -> None:
    assert told in said(check_page(a_report(profile), small))


@pytest.mark.parametrize(
    ("bar", "fails", "does_not"),
    [
        (Severity.NOTE, ["error", "warning", "note"], []),
        (Severity.WARNING, ["error", "warning"], ["note"]),
        (Severity.ERROR, ["error"], ["warning", "note"]),
        (None, [], ["error", "warning", "note"]),
    ],
)
def test_what_fails_comes_first_and_apart_the_worst_first(
    bar: Severity | None, fails: list[str], does_not: list[str], small: Knowledge
) -> None:
    found = [a_finding(severity=each) for each in Severity]
    page = check_page(a_report(a_profile(*found), fail_on=bar), small)
    bullets = [each for each in page.blocks if isinstance(each, Bullets)]
    told = [[(i.line[0].text, i.line[0].tone) for i in each.items] for each in bullets]
    assert dict(zip(titles(page)[1:], told, strict=True)) == {
        title: [(word, tone) for word in severities]
        for title, tone, severities in (
            ("Fails the check", Tone.BAD, fails),
            ("Does not fail the check", Tone.PLAIN, does_not),
        )
        if severities
    }


def test_the_end_of_a_long_page_says_that_it_failed(small: Knowledge) -> None:
    found = [a_finding(subject=f"s-{n}") for n in range(40)]
    last = check_page(a_report(a_profile(*found)), small).blocks[-1]
    assert isinstance(last, Paragraph)
    assert text(last.line).startswith("Failed. Only errors fail the check.")


@pytest.mark.parametrize("treatment", [Open(), ACCEPTED, Known()])
def test_a_finding_names_what_an_exception_has_to_name(
    treatment: Treatment, small: Knowledge
) -> None:
    found = a_finding(Check.DECISION_CHANGED, subject="tensor`", treatment=treatment)
    written = terminal.render(
        check_page(a_report(a_profile(found)), small), 80, colour=False
    )
    assert "decision-changed (tensor`): " in written
    written = markdown.render(check_page(a_report(a_profile(found)), small))
    assert "`decision-changed` (tensor\\`): " in written


def test_a_finding_about_nothing_in_particular_has_no_brackets(
    small: Knowledge,
) -> None:
    page = check_page(a_report(a_profile(a_finding(subject="", message="So."))), small)
    assert "error choice-excluded: So." in said(page)


def test_of_a_long_baseline_only_the_first_are_told(small: Knowledge) -> None:
    found = [a_finding(subject=f"s-{n}", treatment=Known()) for n in range(5)]
    assert "more" not in said(check_page(a_report(a_profile(*found)), small))
    page = check_page(a_report(a_profile(*found, *found)), small)
    assert "and 5 more" in said(page)


def test_everything_found_is_on_the_page_and_nothing_hidden(small: Knowledge) -> None:
    @given(REPORTS)
    def is_there(report: GateReport) -> None:
        told = said(check_page(report, small))
        assert not unsafe(told.replace("\n", ""))
        for finding in report.findings:
            if not isinstance(finding.treatment, Known):
                assert visible(finding.message) in told
            if finding.counts:
                for part in (finding.place.file, finding.help, *finding.details):
                    assert visible(part) in told

    is_there()


def test_any_report_can_be_written_for_every_reader(small: Knowledge) -> None:
    @given(REPORTS)
    def can_be_written(report: GateReport) -> None:
        page = check_page(report, small)
        assert markdown.render(page).encode("utf-8")
        assert to_html(page, small.wording).encode("utf-8")
        plain = terminal.render(page, 80, colour=False)
        assert not unsafe(plain.replace("\n", ""))

    can_be_written()
