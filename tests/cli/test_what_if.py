import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from advisor.cli.exit import Exit

Run = Callable[..., Any]  # Any: Outcome

DAY = ("--as-of", "2026-11-21")


def test_before_and_after_stand_side_by_side(invoke: Run, example: str) -> None:
    done = invoke("what-if", example, "--set", "goal=research", *DAY)
    assert (done.code, done.err) == (Exit.OK, "")
    assert done.out.startswith("What if: android-browser\n")
    assert "goal: production → research" in done.out
    for title in ("Ranking", "Rules that fire now", "Weights that move most"):
        assert f"\n{title}\n" in done.out


def test_the_json_has_both_recommendations_whole(invoke: Run, example: str) -> None:
    options = (*DAY, "-f", "json")
    done = invoke("what-if", example, "--set", "goal=research", *options)
    document = json.loads(done.out)
    plain = json.loads(invoke("recommend", example, "--quick", *options).out)
    assert document["before"] == plain
    assert document["after"]["verdict"]
    assert document["set"][0]["after"] == "research"


def test_an_answer_and_a_weight_can_be_set_and_taken_away(
    invoke: Run, example: str
) -> None:
    settings = ("latency=", "weights.debugging=3", "domain=nlp,vision", "hot-swap=yes")
    words = [word for each in settings for word in ("--set", each)]
    done = invoke("what-if", example, *words, *DAY, "-f", "json")
    document = json.loads(done.out)
    assert {e["name"]: (e["before"], e["after"]) for e in document["set"]} == {
        "latency": ("interactive", None),
        "weights.debugging": (None, 3.0),
        "domain": (["vision"], ["nlp", "vision"]),
        "hot-swap": (None, True),
    }
    weights = {e["criterion"]: e["stated"] for e in document["after"]["weights"]}
    assert weights["debugging"] == 3.0


def test_the_profile_stays_as_it_is(invoke: Run, example: str, tmp_path: Path) -> None:
    own = tmp_path / "profile.yaml"
    own.write_bytes(Path(example).read_bytes())
    done = invoke("what-if", str(own), "--set", "goal=research", *DAY)
    assert done.code == Exit.OK
    assert own.read_bytes() == Path(example).read_bytes()
    assert [each.name for each in tmp_path.iterdir()] == ["profile.yaml"]


def test_a_profile_can_come_from_standard_input(invoke: Run, example: str) -> None:
    text = Path(example).read_text(encoding="utf-8")
    done = invoke("what-if", "-", "--set", "goal=research", *DAY, stdin=text)
    named = invoke("what-if", example, "--set", "goal=research", *DAY)
    assert done.out == named.out


def test_an_answer_that_is_there_already_changes_nothing(
    invoke: Run, example: str
) -> None:
    done = invoke("what-if", example, "--set", "goal=production", *DAY)
    assert done.code == Exit.OK
    assert "Nothing changes" in done.out
    assert "\nRanking\n" not in done.out


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ("gaol=research", "'gaol' is not a question; did you mean 'goal'?"),
        ("goal=reserch", "'reserch' is not an option; did you mean 'research'?"),
        ("goal", "write question=answer, not 'goal'"),
        ("weights.speediness=3", "'speediness' is not a scored criterion"),
        ("weights.debugging=-1", "takes a number from 0 to 1000, not '-1'"),
    ],
)
def test_a_wrong_setting_is_one_clear_error(
    setting: str, message: str, invoke: Run, example: str
) -> None:
    done = invoke("what-if", example, "--set", setting)
    assert (done.code, done.out) == (Exit.USAGE, "")
    assert done.err.startswith("Error: --set: ")
    assert message in done.err
    assert done.err.count("\n") == 1


def test_without_a_setting_there_is_nothing_to_try(invoke: Run, example: str) -> None:
    done = invoke("what-if", example)
    assert (done.code, done.out) == (Exit.USAGE, "")
    assert "--set" in done.err


def test_the_result_is_never_written_over_the_profile(
    invoke: Run, example: str
) -> None:
    done = invoke("what-if", example, "--set", "goal=research", "-o", example)
    assert done.code == Exit.USAGE
    assert "is the profile itself" in done.err


@pytest.mark.parametrize("format_", ["terminal", "markdown", "json"])
def test_every_format_speaks_chinese(format_: str, invoke: Run, example: str) -> None:
    options = ("--set", "goal=research", *DAY, "--lang", "zh", "-f", format_)
    done = invoke("what-if", example, *options)
    assert (done.code, done.err) == (Exit.OK, "")
    assert ("PyTorch 是" in done.out) or ("明确" in done.out) or ("倾向" in done.out)
