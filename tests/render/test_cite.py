from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from advisor.model.condition import Is
from advisor.model.knowledge import Knowledge
from advisor.model.language import Wording
from advisor.model.performance import Gap, Known
from advisor.model.performance import Testimony as Said
from advisor.render.cite import (
    basis,
    cell,
    claim_line,
    dated,
    heaviest,
    source_date,
    sources_section,
    staleness,
)
from advisor.render.page import Bullets, Heading


def text_of(line: Any) -> str:  # noqa: ANN401 - a line or part of one
    return "".join(span.text for span in line)


def test_a_claim_names_source_date_line_and_id(small: Knowledge) -> None:
    line = text_of(claim_line(small.claims["c-5"], small))
    assert line == "Beta is fast before version 2. (s1, 2020-01-01, line 9; c-5)"


def test_a_claim_without_a_line_does_without(small: Knowledge) -> None:
    line = text_of(claim_line(small.claims["c-2"], small))
    assert line == "Alpha is slow on small inputs. (s2, 2021-05-06; c-2)"


def test_the_claims_own_date_counts_more_than_its_sources(small: Knowledge) -> None:
    claim = small.claims["c-4"]
    assert dated(claim, small.sources["s2"], small.wording) == "2022-01-02"


def test_an_undated_source_says_from_when_on_it_can_be(small: Knowledge) -> None:
    assert source_date(small.sources["s3"], small.wording) == "2019-09-30 or later"
    assert source_date(small.sources["s2"], small.wording) == "2021-05-06"


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ([], "no claims"),
        (["c-2"], "1 claim of 1 source, 2021-05-06"),
        (["c-2", "c-2"], "1 claim of 1 source, 2021-05-06"),
        (["c-2", "c-4"], "2 claims of 1 source, 2021-05-06 to 2022-01-02"),
        (["c-3", "c-1"], "2 claims of 2 sources, 2019-09-30 to 2020-01-01"),
    ],
)
def test_the_basis_counts_claims_and_sources(
    claims: list[str], expected: str, small: Knowledge
) -> None:
    assert basis(claims, small) == expected


def test_sources_are_listed_once_and_in_order(small: Knowledge) -> None:
    heading, bullets = sources_section(["c-4", "c-3", "c-2"], small)
    assert heading == Heading("Sources")
    assert isinstance(bullets, Bullets)
    assert [text_of(each.line) for each in bullets.items] == [
        "s2 “S2”, registry, 2021-05-06; reliability 1.00",
        "s3 “S3”, document, machine-translated, 2019-09-30 or later; reliability 0.40",
    ]


def test_without_claims_there_is_no_section_of_sources(small: Knowledge) -> None:
    assert sources_section([], small) == ()


def test_a_cell_shows_its_interval_and_a_gap_is_not_a_number(
    wording: Wording,
) -> None:
    assert cell(Known(0.5, 0.25, 1.0, ()), wording) == "0.50 (0.25–1.00)"
    assert cell(Gap("silence"), wording) == "not known"


def test_the_heaviest_testimonies_come_from_different_sources() -> None:
    said = [
        Said("a", "s1", 0.5, 0.3),
        Said("b", "s1", 0.5, 0.9),
        Said("c", "s2", 0.5, 0.1),
        Said("d", "s3", 0.5, 0.05),
    ]
    assert [each.claim for each in heaviest(said, 2)] == ["b", "c"]
    assert [each.claim for each in heaviest(said, 9)] == ["b", "c", "d"]


def test_equal_weights_are_put_in_order_by_claim_id() -> None:
    said = [Said(name, name, 0.5, 0.3) for name in ("b", "c", "a")]
    assert [each.claim for each in heaviest(said, 2)] == ["a", "b"]


def test_a_claim_heard_by_some_projects_only_says_by_which(small: Knowledge) -> None:
    claim = replace(small.claims["c-2"], when=Is("goal", "research"))
    line = text_of(claim_line(claim, small))
    assert line.endswith("; c-2; heard if goal is research)")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, "2021-05-06"),
        ({"confirmed": date(2026, 1, 2)}, "2021-05-06, confirmed 2026-01-02"),
        ({"valid_until": date(2024, 1, 2)}, "2021-05-06, true until 2024-01-02"),
        (
            {"valid_until": date(2024, 1, 2), "confirmed": date(2023, 1, 2)},
            "2021-05-06, true until 2024-01-02",
        ),
    ],
)
def test_a_date_says_until_when_the_claim_is_known_to_have_held(
    small: Knowledge, fields: dict[str, Any], expected: str
) -> None:
    claim = replace(small.claims["c-2"], **fields)
    assert dated(claim, small.sources["s2"], small.wording) == expected


def test_what_was_confirmed_lately_is_not_stale(small: Knowledge) -> None:
    day = date(2026, 1, 1)
    assert "56 months old" in staleness(["c-2"], small, day)
    seen = replace(small.claims["c-2"], confirmed=date(2025, 6, 1))
    fresh = replace(small, claims={**small.claims, "c-2": seen})
    assert staleness(["c-2", "c-1"], fresh, day) == ""
    assert staleness([], small, day) == ""
