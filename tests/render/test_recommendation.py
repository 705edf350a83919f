from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from advisor.cli.format import Format
from advisor.cli.output import emit_report
from advisor.engine.recommend import recommend
from advisor.model.evidence import Confidence, Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.report import Recommendation, Report, SetAside
from advisor.render.cite import claim_line
from advisor.render.page import Bars, Heading, Tone, paragraph
from advisor.render.recommendation import recommendation_page
from advisor.render.terminal import render
from tests.render.ageing import ageing


def written(report: Report, knowledge: Knowledge) -> str:
    """Return the page on so wide a terminal that no sentence of it is broken."""
    lines = render(recommendation_page(report, knowledge), 110, colour=False)
    return " ".join(lines.split())


def titles(report: Report, knowledge: Knowledge) -> list[str]:
    blocks = recommendation_page(report, knowledge).blocks
    return [block.text for block in blocks if isinstance(block, Heading)]


# What a page of HTML shows is read from the page itself, not from its styles.
@pytest.mark.parametrize("format_", [Format.TERMINAL, Format.MARKDOWN, Format.JSON])
def test_every_format_matches_its_golden_file(
    format_: Format,
    report: Report,
    small: Knowledge,
    golden: Callable[[str, str], str],
    tmp_path: Path,
) -> None:
    emit_report(report, small, format_, tmp_path / "result")
    text = (tmp_path / "result").read_text(encoding="utf-8")
    assert text == golden(f"recommendation.{format_}", text)


@pytest.mark.parametrize("format_", [Format.TERMINAL, Format.MARKDOWN])
def test_every_page_in_chinese_matches_its_golden_file(
    format_: Format,
    report: Report,
    small_in_chinese: Knowledge,
    golden: Callable[[str, str], str],
    tmp_path: Path,
) -> None:
    emit_report(report, small_in_chinese, format_, tmp_path / "result")
    text = (tmp_path / "result").read_text(encoding="utf-8")
    assert text == golden(f"recommendation.zh.{format_}", text)


@pytest.mark.parametrize("format_", Format)
def test_every_kind_of_report_can_be_written_in_every_format(
    format_: Format,
    some_reports: Mapping[str, Report],
    small: Knowledge,
    tmp_path: Path,
) -> None:
    for report in some_reports.values():
        emit_report(report, small, format_, tmp_path / "first")
        emit_report(report, small, format_, tmp_path / "second")
        text = (tmp_path / "first").read_bytes()
        assert report.summary.encode() in text.replace(b"\\", b"")
        assert text == (tmp_path / "second").read_bytes(), "same report, same bytes"


def test_the_verdict_comes_first_and_the_sources_last(
    report: Report, small: Knowledge
) -> None:
    assert titles(report, small) == [
        "shelf-scanner",
        "Ranking",
        "How sure",
        "How to build and ship it",
        "What speaks for Alpha",
        "What speaks against Alpha",
        "What would change it",
        "Excluded",
        "What is not known",
        "Said, but set aside",
        "Sources",
    ]


def test_a_project_without_a_name_still_has_a_title(
    some_reports: Mapping[str, Report], small: Knowledge
) -> None:
    assert titles(some_reports["nothing answered"], small)[0] == "Recommendation"


def test_nothing_judged_means_no_ranking_and_no_reasons(
    some_reports: Mapping[str, Report], small: Knowledge
) -> None:
    report = some_reports["nothing judged"]
    assert titles(report, small) == [
        "shelf-scanner",
        "What would change it",
        "Excluded",
        "What is not known",
        "Said, but set aside",
        "Sources",
    ]
    assert "(no claims)" in written(report, small)


def test_tied_frameworks_share_a_rank_that_shows_it(
    some_reports: Mapping[str, Report], small: Knowledge
) -> None:
    page = recommendation_page(some_reports["tie"], small)
    (bars,) = [block for block in page.blocks if isinstance(block, Bars)]
    assert [bar.rank for bar in bars.bars] == ["1=", "1="]
    (clear,) = [
        block
        for block in recommendation_page(some_reports["clear"], small).blocks
        if isinstance(block, Bars)
    ]
    assert [bar.rank for bar in clear.bars] == ["1.", "2."]


def test_the_evidence_that_counted_is_named(
    some_reports: Mapping[str, Report], small: Knowledge
) -> None:
    everything = written(some_reports["clear"], small)
    assert "as of 2026-11-21, on all evidence (4 claims of 3 sources" in everything
    documents = written(some_reports["only documents"], small)
    assert "on the evidence of the documents only" in documents


def test_an_exclusion_is_told_briefly(report: Report, small: Knowledge) -> None:
    text = written(report, small)
    assert "• gone: Delta (rule gone)" in text
    assert "shown by" not in text


def test_only_some_of_what_was_set_aside_is_shown(
    report: Report, small: Knowledge
) -> None:
    many = tuple(SetAside(f"c-{n}", "newer claim", None) for n in range(1, 6))
    assert "and 2 more; see advisor explain" in written(
        replace(report, set_aside=many), small
    )
    assert "and " not in written(report, small).split("Said, but set aside")[1][:150]


def test_the_cited_claims_are_those_behind_the_ranking(report: Report) -> None:
    assert report.claims == {"c-1", "c-2", "c-3", "c-4"}


def test_the_rule_base_is_named_by_version_and_digest(
    report: Report, small: Knowledge
) -> None:
    assert "Rule base 2026.1 (0123456789ab)." in written(report, small)


def test_a_vendor_whose_exclusion_removes_nothing_is_named(
    knowledge: Knowledge,
) -> None:
    profile = Profile(answers={"excluded-vendors": ("nvidia", "google")})
    report = recommend(knowledge, profile, date(2026, 11, 21), Evidence.ALL)
    text = written(report, knowledge)
    assert "nvidia: removes nothing, no framework here stands under it" in text
    assert "google: removes nothing" not in text


def test_a_claim_of_a_doubtful_passage_is_marked(knowledge: Knowledge) -> None:
    lines = {
        confidence: "".join(span.text for span in claim_line(claim, knowledge))
        for claim in knowledge.claims.values()
        for confidence in [claim.confidence]
    }
    assert "doubtful passage" in lines[Confidence.LOW]
    assert "doubtful passage" not in lines[Confidence.HIGH]


def test_evidence_older_than_a_year_comes_with_a_warning(
    report: Report, small: Knowledge
) -> None:
    newest = max(small.date_of(small.claims[each]) for each in report.claims)
    fresh = replace(report, as_of=newest + timedelta(days=365))
    stale = replace(report, as_of=newest + timedelta(days=366))
    assert "12 months old" in written(stale, small)
    assert "months old" not in written(fresh, small)


def test_who_is_no_longer_active_is_told_after_the_ranking(
    report: Report, small: Knowledge
) -> None:
    ended = ageing(small, "alpha", "beta")
    first, second = report.ranking
    fourth = replace(second, rank=4)
    page = recommendation_page(
        replace(report, ranking=(first, first, first, fourth)), ended
    )
    bars = next(n for n, each in enumerate(page.blocks) if isinstance(each, Bars))
    told = page.blocks[bars + 1]
    assert told == paragraph("Alpha: maintenance since 2024-05-06.", Tone.BAD)
    assert "Beta_2: maintenance since 2024-05-06." not in written(report, small)
    chosen = replace(
        report,
        ranking=(first, first, first, fourth),
        recommendation=Recommendation("beta", ("beta",)),
    )
    assert "Beta_2: maintenance since 2024-05-06." in written(chosen, ended)
