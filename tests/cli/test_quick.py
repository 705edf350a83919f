import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.cli.format import Format
from advisor.cli.quick import read_request
from advisor.cli.recommendation import Request
from advisor.model.evidence import Evidence
from advisor.model.language import Language

WORD = st.sampled_from(
    [
        "p.yaml",
        "-",
        "",
        "a b",
        "--",
        "--as-of",
        "--as-of=2026-11-21",
        "--as-of=",
        "--as-of=20261121",
        "--as-of=2026-02-30",
        "2026-11-21",
        "--evidence",
        "--evidence=documents",
        "documents",
        "all",
        "ALL",
        "--lang",
        "--lang=zh",
        "--lang=fr",
        "zh",
        "--format",
        "--format=json",
        "--format=JSON",
        "-f",
        "-fjson",
        "-f=json",
        "json",
        "markdown",
        "--output",
        "--output=x",
        "--output=",
        "-o",
        "-ox",
        "-o=x",
        "out.txt",
        "--knowledge",
        "--knowledge=.",
        "--no-builtin",
        "--help",
        "-h",
        "--form",
        "--bogus",
        "-x",
        "recommend",
        "--quick",
        "--quick=1",
    ]
)
OPTIONS = st.lists(
    st.sampled_from(
        [
            ("--as-of", "2026-11-21"),
            ("--as-of=2019-12-31",),
            ("--evidence", "documents"),
            ("--evidence=all",),
            ("--lang", "zh"),
            ("--quick",),
            ("--lang=en",),
            ("--format", "json"),
            ("-f", "markdown"),
            ("--format=terminal",),
            ("-o", "-f"),
            ("--output", "out.txt"),
            ("-o", "-"),
            ("--output=a=b",),
            ("--output=",),
        ]
    ),
    max_size=4,
)


def typer_request(arguments: list[str]) -> Request | None:
    """Return the request that typer makes of these arguments, or None on an error."""
    from advisor.cli import main

    requests: list[Request] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("advisor.cli.commands.recommend.answer", requests.append)
        patch.setattr(sys, "excepthook", sys.excepthook)
        try:
            code = main._typer(arguments)
        except Exception:  # noqa: BLE001 - whatever typer makes of bad arguments
            return None
    assert (code == 0) is bool(requests) or {"--help", "-h"} & set(arguments)
    return requests[0] if requests else None


@given(st.lists(WORD, max_size=6))
@settings(max_examples=300)
def test_what_is_read_quickly_is_what_typer_reads(words: list[str]) -> None:
    arguments = ["recommend", *words]
    request = read_request(arguments)
    if request is not None:
        assert request == typer_request(arguments)


@given(OPTIONS, st.integers(0, 4))
@settings(max_examples=150)
def test_well_formed_arguments_are_read_quickly_and_rightly(
    options: list[tuple[str, ...]], place: int
) -> None:
    parts = [*options[:place], ("p.yaml",), *options[place:]]
    arguments = ["recommend", *(word for part in parts for word in part)]
    request = read_request(arguments)
    assert request is not None
    assert request == typer_request(arguments)


def test_the_defaults_are_those_of_the_command() -> None:
    assert read_request(["recommend", "p.yaml"]) == Request("p.yaml")
    assert typer_request(["recommend", "p.yaml"]) == Request("p.yaml")


def test_every_option_finds_its_field() -> None:
    line = "recommend --as-of 2026-11-21 --evidence documents --lang zh - -f json -o x"
    assert read_request(line.split()) == Request(
        profile="-",
        as_of=date(2026, 11, 21),
        evidence=Evidence.DOCUMENTS,
        lang=Language.ZH,
        format_=Format.JSON,
        output=Path("x"),
    )


@pytest.mark.parametrize(
    "line",
    [
        "",
        "--version",
        "explain p.yaml",
        "recommend",
        "recommend p.yaml q.yaml",
        "recommend p.yaml --format",
        "recommend p.yaml --format xml",
        "recommend p.yaml --evidence some",
        "recommend p.yaml --as-of yesterday",
        "recommend p.yaml --as-of=",
        "recommend p.yaml -f=json",
        "recommend p.yaml --knowledge .",
        "recommend p.yaml --no-builtin",
        "recommend p.yaml --bogus",
        "recommend p.yaml --help",
        "recommend --help",
        "recommend -- p.yaml",
    ],
)
def test_anything_unusual_is_left_to_typer(line: str) -> None:
    assert read_request(line.split()) is None
