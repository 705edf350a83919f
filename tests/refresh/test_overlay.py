from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.files.tree import parse
from advisor.knowledge.records import read_record
from advisor.model.errors import InputError
from advisor.model.evidence import (
    Claim,
    ClaimFile,
    Dates,
    Reliability,
    Source,
    SourceKind,
)
from advisor.refresh.claims import CADENCE, PLATFORMS, Measurement
from advisor.refresh.overlay import HEADER, claim_file, overlay

DAY = date(2026, 11, 21)
SOURCE = Source(
    id="pypi-x-1-0",
    title="x 1.0 in the package index",
    kind=SourceKind.REGISTRY,
    language="en",
    dates=Dates(published=DAY),
    url="pkg:pypi/x@1.0",
    reliability=Reliability(0.95, 'It says: "so".'),
)

AClaim = Callable[..., Claim]


@pytest.fixture(scope="session")
def measured(a_claim: AClaim) -> Measurement:
    return Measurement(
        SOURCE,
        a_claim(
            "m-x-releases",
            SOURCE.id,
            date_=DAY,
            confirmed=DAY,
            measured={"x": 3},
            subjects=("x",),
            supersedes=("f-x-releases-now",),
            note="Counted.",
        ),
        a_claim("m-x-wheels", SOURCE.id, date_=DAY, confirmed=DAY, subjects=("null",)),
    )


def claims(text: str) -> tuple[Claim, ...]:
    return read_record(parse(text, "overlay"), ClaimFile, "overlay").claims


def test_what_is_written_is_read_back_equal(measured: Measurement) -> None:
    files = overlay([measured], {})
    source = files["sources/pypi-x-1-0.yaml"]
    assert read_record(parse(source, "overlay"), Source, "overlay") == SOURCE
    assert claims(files[claim_file(CADENCE)]) == (measured.releases,)
    assert claims(files[claim_file(PLATFORMS)]) == (measured.wheels,)
    assert all(text.startswith(HEADER) for text in files.values())


def test_sources_are_written_before_the_claims_that_name_them(
    measured: Measurement,
) -> None:
    assert [each.split("/")[0] for each in overlay([measured], {})] == [
        "sources",
        "claims",
        "claims",
    ]


def test_claims_of_an_earlier_run_stay_unless_they_are_measured_again(
    measured: Measurement, a_claim: AClaim
) -> None:
    old = a_claim("m-a-releases"), a_claim("m-x-releases", note="old")
    text = overlay([measured], {CADENCE: old})[claim_file(CADENCE)]
    assert claims(text) == (old[0], measured.releases)


@given(text=st.text(st.characters(categories=["L", "N", "P", "S", "M"]), min_size=1))
def test_any_visible_text_is_read_back_as_it_was(
    measured: Measurement, text: str
) -> None:
    said = replace(measured.wheels, statement=text, note=text)
    made = overlay([replace(measured, wheels=said)], {})[claim_file(PLATFORMS)]
    if text.isprintable():
        assert claims(made) == (said,)


@pytest.mark.parametrize(
    "text",
    ["", "no", "~", "1.0", "- x", "{a: b}", "#", 'a"b\\n', "a: b", "'", "&a *a !a <<"],
)
def test_text_that_yaml_would_misread_is_quoted(
    measured: Measurement, text: str
) -> None:
    said = replace(measured.wheels, statement=text)
    made = overlay([replace(measured, wheels=said)], {})[claim_file(PLATFORMS)]
    assert claims(made) == (said,)


@pytest.mark.parametrize(
    "text", ["a\nb", "a\x00", "a\x1b[2J", "a\u202e", "a\u2028", "\ud800", "a\x85"]
)
def test_invisible_characters_are_refused(measured: Measurement, text: str) -> None:
    said = replace(measured.wheels, statement=text)
    with pytest.raises(InputError, match="invisible character") as caught:
        overlay([replace(measured, wheels=said)], {})
    assert str(caught.value).isprintable()
