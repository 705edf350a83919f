import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from advisor.cli.exit import Exit

Run = Callable[..., Any]  # Any: Outcome

DAY = ("--as-of", "2022-01-01")
PROFILE = "schema: 1\nproject: shop\nanswers: {goal: production}\n"
NOTHING = "schema: 1\n"


@pytest.fixture
def profile(tmp_path: Path) -> str:
    path = tmp_path / "it's `a` profile.yaml"
    path.write_text(PROFILE, encoding="utf-8")
    return str(path)


@pytest.fixture
def record(invoke: Run, rulebase: Path) -> Run:
    """Return a function that writes a record from the small rule base."""
    only = ("--no-builtin", "--knowledge", str(rulebase))

    def run(*arguments: str, stdin: str = "") -> Any:  # noqa: ANN401 - Outcome
        return invoke("record", *arguments, *DAY, *only, stdin=stdin)

    return run


def command(text: str) -> list[str]:
    """Return the words of the command at the end of a record."""
    line = text.split("```sh\n")[1].removesuffix("\n```\n")
    program, *words = shlex.split(line)
    assert program == "advisor"
    return words


def test_a_record_from_the_built_in_rule_base_goes_to_standard_output(
    invoke: Run, example: str
) -> None:
    done = invoke("record", example, "--as-of", "2026-11-21")
    assert (done.code, done.err) == (Exit.OK, "")
    assert done.out.startswith("---\nstatus: proposed\ndate: 2026-11-21\n---\n\n# Use ")
    assert "What would change the result" in done.out


def test_the_command_in_a_record_writes_the_same_record(
    record: Run, invoke: Run, profile: str
) -> None:
    first = record(
        *(profile, "--lang", "zh", "--evidence", "documents"),
        *("--status", "accepted", "--decision", "Ada"),
        *("--decision-maker", "Ann O'Hara", "--decision-maker", "Bo"),
    )
    assert first.code == Exit.OK
    assert "# shop 采用 Ada" in first.out
    words = command(first.out)
    assert {profile, "zh", "documents", "accepted", "Ann O'Hara"} <= set(words)
    assert invoke(*words).out == first.out


def test_a_profile_from_standard_input_is_named_as_one_to_put_in(
    record: Run, invoke: Run, profile: str
) -> None:
    first = record("-", stdin=PROFILE)
    told, line = first.out.split("```sh\n")[1].splitlines()[:2]
    assert told == "# PROFILE stands for the profile, which came from standard input."
    program, *words = shlex.split(line)
    assert (program, words[:2]) == ("advisor", ["record", "PROFILE"])
    put_in = [profile if each == "PROFILE" else each for each in words]
    assert invoke(*put_in).out.split("```sh")[0] == first.out.split("```sh")[0]


def test_output_writes_a_file_and_prints_nothing(
    record: Run, profile: str, tmp_path: Path
) -> None:
    path = tmp_path / "0007-framework.md"
    done = record(profile, "--output", str(path))
    assert (done.code, done.out, done.err) == (Exit.OK, "", "")
    assert path.read_text(encoding="utf-8") == record(profile).out


def test_the_profile_is_never_written_over(record: Run, profile: str) -> None:
    done = record(profile, "--output", profile)
    assert done.code == Exit.USAGE
    assert Path(profile).read_text(encoding="utf-8") == PROFILE


def test_nothing_is_accepted_that_nobody_decided(record: Run) -> None:
    done = record("-", "--status", "accepted", stdin=NOTHING)
    assert (done.code, done.out) == (Exit.USAGE, "")
    assert "Error: --status: nothing is decided, the verdict is 'no-basis'" in done.err
    assert "--decision" in done.err
    own = record("-", "--status", "accepted", "--decision", "bee", stdin=NOTHING)
    assert own.code == Exit.OK
    assert "status: accepted" in own.out
    assert 'Chosen option: "Bee", by the team' in own.out


def test_without_a_decision_the_status_stays_proposed(record: Run) -> None:
    done = record("-", stdin=NOTHING)
    assert done.code == Exit.OK
    assert done.out.startswith("---\nstatus: proposed\n")
    assert "no framework was decided on by the evidence" in done.out


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--decision", "beee"), "'beee' is not a framework; did you mean 'bee'"),
        (("--decision-maker", "a\nb"), "--decision-maker: contains a control"),
        (("--status", "done"), "'done' is not one of"),
    ],
)
def test_a_wrong_option_is_one_error(
    options: tuple[str, ...], message: str, record: Run, profile: str
) -> None:
    done = record(profile, *options)
    assert (done.code, done.out) == (Exit.USAGE, "")
    assert message in done.err
