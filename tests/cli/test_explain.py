import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from advisor.cli.exit import Exit
from advisor.engine.recommend import recommend
from advisor.engine.trace import contender, ground
from advisor.knowledge.profiles import read_profile
from advisor.model.evidence import Evidence
from advisor.model.knowledge import Knowledge
from advisor.render.page import Heading
from advisor.render.why import why_page

Run = Callable[..., Any]  # Any: Outcome

DAY = ("--as-of", "2026-11-21", "--evidence", "documents")
QUICK = (*DAY, "--quick")


def test_without_a_framework_everything_is_explained(invoke: Run, example: str) -> None:
    done = invoke("explain", example, *QUICK)
    assert done.code == Exit.OK
    for title in ("Rules that fired", "Weights", "Sources"):
        assert f"\n{title}\n" in done.out
    assert done.err == ""


def test_the_winner_and_the_loser_are_told_why(invoke: Run, example: str) -> None:
    ranking = json.loads(invoke("recommend", example, *QUICK, "-f", "json").out)[
        "ranking"
    ]
    first, second = (each["framework"] for each in ranking[:2])
    won = invoke("explain", example, first, *QUICK)
    lost = invoke("explain", example, second, *QUICK)
    assert (won.code, lost.code) == (Exit.OK, Exit.OK)
    assert "\nWhy " in won.out
    assert "\nWhy not " not in won.out
    assert "\nWhy not " in lost.out
    assert "moves the" in lost.out


@pytest.mark.parametrize("state", ["excluded", "not_judged"])
def test_a_framework_that_was_left_out_is_told_why(
    state: str, invoke: Run, example: str
) -> None:
    document = json.loads(invoke("recommend", example, *QUICK, "-f", "json").out)
    framework = document[state][0]["framework"]
    reason = document[state][0]["reason"]
    done = invoke("explain", example, framework, *QUICK)
    assert done.code == Exit.OK
    assert "\nWhy not " in done.out
    assert reason.split(";")[0] in " ".join(done.out.split())


def test_every_framework_can_be_asked_for(knowledge: Knowledge) -> None:
    profile = read_profile(knowledge.profiles["beginner-course"], "x", knowledge)
    asked = (knowledge, profile, date(2026, 11, 21), Evidence.ALL)
    report, own = recommend(*asked), ground(*asked)
    for each in knowledge.frameworks.values():
        page = why_page(report, knowledge, contender(own, each.id))
        titles = [e.text for e in page.blocks if isinstance(e, Heading)]
        assert any(t.startswith("Why ") and each.name in t for t in titles), each.id


def test_every_fate_is_told_in_every_format(invoke: Run, example: str) -> None:
    document = json.loads(invoke("recommend", example, *QUICK, "-f", "json").out)
    ranked, silent, excluded = (
        {each["framework"] for each in document[state]}
        for state in ("ranking", "not_judged", "excluded")
    )
    of_each_fate = {min(ranked), min(silent), min(excluded)}
    assert len(of_each_fate) == 3
    for framework in of_each_fate:
        for format_ in ("terminal", "markdown", "json"):
            done = invoke("explain", example, framework, *QUICK, "-f", format_)
            assert (done.code, done.err) == (Exit.OK, "")


def test_names_and_aliases_are_understood(invoke: Run, example: str) -> None:
    expected = invoke("explain", example, "pytorch", *QUICK).out
    assert invoke("explain", example, "PyTorch", *QUICK).out == expected


def test_an_unknown_framework_brings_the_nearest(invoke: Run, example: str) -> None:
    done = invoke("explain", example, "pytoch")
    assert done.code == Exit.USAGE
    assert done.out == ""
    assert done.err == ("Error: 'pytoch' is not a framework; did you mean 'pytorch'?\n")


def test_the_json_of_an_explanation_names_what_it_is_about(
    invoke: Run, example: str
) -> None:
    done = invoke("explain", example, "pytorch", *QUICK, "--format", "json")
    document = json.loads(done.out)
    assert document["about"] == "pytorch"
    cited = {
        claim
        for ranked in document["ranking"]
        for part in ranked["contributions"]
        for claim in part["claims"]
    }
    assert cited <= {each["id"] for each in document["claims"]}


DEEP = (("--claim", "c-003-43"), ("--rule", "browser"), ("--criterion", "debugging"))


@pytest.mark.parametrize(("option", "name"), DEEP)
def test_a_claim_a_rule_and_a_criterion_are_followed_in_every_format(
    option: str, name: str, invoke: Run, example: str
) -> None:
    for format_ in ("terminal", "markdown"):
        done = invoke("explain", example, option, name, *QUICK, "-f", format_)
        assert (done.code, done.err) == (Exit.OK, "")
        assert "Without it" in done.out
    done = invoke("explain", example, option, name, *QUICK, "-f", "json")
    document = json.loads(done.out)
    assert (document["kind"], document["id"]) == (option.strip("-"), name)
    recommended = invoke("recommend", example, *QUICK, "-f", "json").out
    assert document["now"]["verdict"] == json.loads(recommended)["verdict"]


def test_a_framework_and_a_criterion_are_one_cell(invoke: Run, example: str) -> None:
    words = ("explain", example, "PyTorch", "--criterion", "debugging", *QUICK)
    document = json.loads(invoke(*words, "-f", "json").out)
    assert [each["framework"] for each in document["cells"]] == ["pytorch"]


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (
            ("--claim", "c-003-43", "--rule", "browser"),
            "--claim and --rule exclude each other; give one of them",
        ),
        (
            ("pytorch", "--rule", "browser"),
            "--rule follows the rule through the whole report; leave out 'pytorch'",
        ),
        (
            ("--rule", "browsr"),
            "--rule: 'browsr' is not a rule; did you mean 'browser'?",
        ),
        (
            ("--criterion", "debuging"),
            "--criterion: 'debuging' is not a criterion; did you mean 'debugging'?",
        ),
        (("--claim", "qqqqqqqq"), "--claim: 'qqqqqqqq' is not a claim"),
    ],
)
def test_what_cannot_be_followed_is_one_clear_error(
    arguments: tuple[str, ...], problem: str, invoke: Run, example: str
) -> None:
    done = invoke("explain", example, *arguments)
    assert (done.code, done.out) == (Exit.USAGE, "")
    assert done.err == f"Error: {problem}\n"


def test_quick_leaves_out_what_would_change_the_result(
    invoke: Run, example: str
) -> None:
    full = json.loads(invoke("explain", example, *DAY, "-f", "json").out)
    quick = json.loads(invoke("explain", example, *QUICK, "-f", "json").out)
    assert full["tipping_points"] is not None
    assert quick["tipping_points"] is None
    assert full["verdict"] == quick["verdict"]
