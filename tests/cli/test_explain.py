import json
from collections.abc import Callable
from typing import Any

import pytest

from advisor.cli.exit import Exit

Run = Callable[..., Any]  # Any: Outcome

DAY = ("--as-of", "2026-11-21", "--evidence", "documents")


def test_without_a_framework_everything_is_explained(invoke: Run, example: str) -> None:
    done = invoke("explain", example, *DAY)
    assert done.code == Exit.OK
    for title in ("Rules that fired", "Weights", "Sources"):
        assert f"\n{title}\n" in done.out
    assert done.err == ""


def test_the_winner_and_the_loser_are_told_why(invoke: Run, example: str) -> None:
    ranking = json.loads(invoke("recommend", example, *DAY, "-f", "json").out)[
        "ranking"
    ]
    first, second = (each["framework"] for each in ranking[:2])
    won = invoke("explain", example, first, *DAY)
    lost = invoke("explain", example, second, *DAY)
    assert (won.code, lost.code) == (Exit.OK, Exit.OK)
    assert "\nWhy " in won.out
    assert "\nWhy not " not in won.out
    assert "\nWhy not " in lost.out
    assert "moves the" in lost.out


@pytest.mark.parametrize("state", ["excluded", "not_judged"])
def test_a_framework_that_was_left_out_is_told_why(
    state: str, invoke: Run, example: str
) -> None:
    document = json.loads(invoke("recommend", example, *DAY, "-f", "json").out)
    framework = document[state][0]["framework"]
    reason = document[state][0]["reason"]
    done = invoke("explain", example, framework, *DAY)
    assert done.code == Exit.OK
    assert "\nWhy not " in done.out
    assert reason.split(";")[0] in " ".join(done.out.split())


def test_every_framework_can_be_asked_for_and_every_fate_in_every_format(
    invoke: Run, example: str
) -> None:
    document = json.loads(invoke("recommend", example, *DAY, "-f", "json").out)
    ranked, silent, excluded = (
        {each["framework"] for each in document[state]}
        for state in ("ranking", "not_judged", "excluded")
    )
    every = ranked | silent | excluded
    assert len(every) == len(ranked) + len(silent) + len(excluded) > 3
    of_each_fate = {min(ranked), min(excluded), *list(silent)[:1]}
    asked = [(each, "terminal") for each in every]
    asked += [(each, other) for each in of_each_fate for other in ("markdown", "json")]
    for framework, format_ in asked:
        done = invoke("explain", example, framework, *DAY, "-f", format_)
        assert (done.code, done.err) == (Exit.OK, "")


def test_names_and_aliases_are_understood(invoke: Run, example: str) -> None:
    expected = invoke("explain", example, "pytorch", *DAY).out
    assert invoke("explain", example, "PyTorch", *DAY).out == expected


def test_an_unknown_framework_brings_the_nearest(invoke: Run, example: str) -> None:
    done = invoke("explain", example, "pytoch")
    assert done.code == Exit.USAGE
    assert done.out == ""
    assert done.err == ("Error: 'pytoch' is not a framework; did you mean 'pytorch'?\n")


def test_the_json_of_an_explanation_names_what_it_is_about(
    invoke: Run, example: str
) -> None:
    done = invoke("explain", example, "pytorch", *DAY, "--format", "json")
    document = json.loads(done.out)
    assert document["about"] == "pytorch"
    cited = {
        claim
        for ranked in document["ranking"]
        for part in ranked["contributions"]
        for claim in part["claims"]
    }
    assert cited <= {each["id"] for each in document["claims"]}
