"""`advisor knowledge diff`: two rule bases, dates or sorts of evidence."""

import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]  # Any: the outcome of a run, of conftest


@pytest.fixture
def diff(invoke: Run, rulebase: Path) -> Run:
    """Return a function that compares two states of the small rule base."""
    only = ("--no-builtin", "--knowledge", str(rulebase))
    return lambda *sides: invoke("knowledge", "diff", *sides, *only)


def compared(diff: Run, old: str, new: str) -> Mapping[str, Any]:
    done = diff(old, new, "-f", "json")
    assert (done.code, done.err) == (0, "")
    document: Mapping[str, Any] = json.loads(done.out)
    return document


def flips(document: Mapping[str, Any]) -> dict[str, tuple[str, str]]:
    return {each["case"]: (each["before"], each["after"]) for each in document["flips"]}


@pytest.mark.parametrize("side", ["all", "documents", "2022-01-01", "2020-06-01,all"])
def test_a_side_differs_in_nothing_from_itself(diff: Run, side: str) -> None:
    found = compared(diff, side, side)
    assert (found["flips"], found["cells"]) == ([], [])
    assert found["claims"] == {"added": [], "removed": [], "changed": []}
    assert found["cases"] == 2


def test_two_dates_are_compared_for_every_case(diff: Run) -> None:
    found = compared(diff, "2020-06-01", "2022-01-01")
    assert found["as_of"] == ["2020-06-01", "2022-01-01"]
    assert flips(found) == {"a-bank": ("ada", "bee"), "a-shop": ("ada", "bee")}
    assert found["flips"][0]["criteria"] == ["speed"]
    assert set(found["flips"][0]["claims"]) == {"c-old", "c-new"}
    assert found["claims"] == {
        "added": ["c-docs", "c-new"],
        "removed": ["c-old"],
        "changed": [],
    }


def test_between_two_sorts_of_evidence_each_case_keeps_its_date(diff: Run) -> None:
    found = compared(diff, "documents", "all")
    assert flips(found) == {"a-shop": ("ada", "bee")}
    assert found["as_of"][0] == found["as_of"][1]


def test_date_and_evidence_may_be_joined_in_any_order(diff: Run) -> None:
    one = compared(diff, "2022-01-01,documents", "2022-01-01,all")
    other = compared(diff, "documents,2022-01-01", "all,2022-01-01")
    assert flips(one) == flips(other)
    assert len(flips(one)) == 2
    assert (one["old"], other["old"]) == (
        "2022-01-01,documents",
        "documents,2022-01-01",
    )


def test_a_folder_with_constants_stands_alone(
    diff: Run, rulebase: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    shutil.copytree(rulebase, other)
    (other / "cases" / "a-bank.yaml").unlink()
    file = other / "claims" / "speed.yaml"
    text = file.read_text(encoding="utf-8").replace(
        "favours: [bee]\n  against: [ada]", "favours: [ada]\n  against: [bee]"
    )
    file.write_text(text, encoding="utf-8")
    found = compared(diff, "2022-01-01", f"{other},2022-01-01")
    assert found["cases"] == 1, "only the case that both have"
    assert flips(found) == {"a-shop": ("bee", "ada")}
    assert found["claims"]["changed"] == ["c-new"]
    assert found["new"] == f"{other},2022-01-01"


def test_the_page_says_whose_recommendation_flips(diff: Run) -> None:
    done = diff("2020-06-01", "2022-01-01")
    assert (done.code, done.err) == (0, "")
    assert "2 of 2 cases come out differently; 3 cells moved" in done.out
    assert "a-shop A shop: ada → bee" in done.out


@pytest.mark.parametrize("side", ["soon", "2022-13-01", "documents,soon", "nowhere/"])
def test_a_side_that_is_nothing_is_a_usage_error_that_says_what_it_may_be(
    diff: Run, side: str
) -> None:
    for sides in ((side, "all"), ("all", side)):
        done = diff(*sides)
        assert (done.code, done.out) == (2, "")
        said = " ".join(done.err.split())
        assert "neither a folder nor a date nor all or documents" in said


@pytest.mark.parametrize("side", ["", "documents,"])
def test_an_empty_side_is_a_usage_error(
    diff: Run, side: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    monkeypatch.chdir(empty)
    assert diff(side, "all").code == 2


def test_an_overlay_as_a_side_lies_over_the_rule_base_that_was_asked_for(
    diff: Run, tmp_path: Path
) -> None:
    overlay = tmp_path / "overlay"
    (overlay / "cases").mkdir(parents=True)
    (overlay / "cases" / "a-bank.yaml").write_text(
        "id: a-bank\ntitle: Another bank\nas-of: 2020-01-01\nevidence: all\n"
        "answers: {goal: research}\nexpect: {accept: [no-basis]}\nbecause: It is so.\n",
        encoding="utf-8",
    )
    found = compared(diff, "2022-01-01", f"{overlay},2022-01-01")
    assert found["claims"] == {"added": [], "removed": [], "changed": []}


def test_a_broken_rule_base_on_one_side_is_refused_with_3(
    diff: Run, rulebase: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    shutil.copytree(rulebase, other)
    (other / "sources" / "two.yaml").unlink()
    done = diff("all", str(other))
    assert (done.code, done.out) == (3, "")
    assert "there is no source 'two'" in done.err
