import io
import sys

import pytest

from advisor.cli.interview.plain import PlainTerminal
from advisor.model.knowledge import Knowledge
from advisor.survey.choices import Choice
from advisor.survey.lines import Line
from advisor.survey.partner import Command, Form, Given, Prompt

CHOICES = (Choice("red", "Red", "like a rose"), Choice("blue", "Blue"))
PROMPT = Prompt(
    "Which colour?",
    Form.ONE,
    choices=CHOICES,
    commands=frozenset({Command.SKIP, Command.DONT_KNOW}),
    why=lambda: (Line("Because."),),
)


def _ask(
    knowledge: Knowledge,
    monkeypatch: pytest.MonkeyPatch,
    typed: str,
    prompt: Prompt = PROMPT,
) -> Given | Command:
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    return PlainTerminal(knowledge.wording).ask(prompt)


@pytest.mark.parametrize(
    ("typed", "entry", "echo"),
    [
        ("2\n", Given("blue"), "Blue"),
        ("red", Given("red"), "Red"),
        ("\n", Command.SKIP, "left open"),
        ("d\n", Command.DONT_KNOW, "not known"),
        ("q\n", Command.STOP, ""),
        ("", Command.STOP, ""),
    ],
)
def test_a_line_is_understood_and_said_back(
    typed: str,
    entry: Given | Command,
    echo: str,
    knowledge: Knowledge,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert _ask(knowledge, monkeypatch, typed) == entry
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.endswith(f"  {echo}\n" if echo else "\n")
    assert " 1  Red (like a rose)\n" in shown.err


def test_what_is_wrong_is_explained_and_asked_again(
    knowledge: Knowledge,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert _ask(knowledge, monkeypatch, "3\n\x1b[A\n1\n") == Given("red")
    shown = capsys.readouterr().err
    assert "There is no answer 3" in shown
    assert "invisible characters" in shown
    assert "\x1b" not in shown


def test_help_tells_why_and_asks_again(
    knowledge: Knowledge,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert _ask(knowledge, monkeypatch, "?\n1\n") == Given("red")
    assert "Because." in capsys.readouterr().err


def test_where_nothing_is_to_be_told_help_repeats_the_keys(
    knowledge: Knowledge,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    prompt = Prompt("Really?", Form.YES_NO)
    assert _ask(knowledge, monkeypatch, "?\ny\n", prompt) == Given(answer=True)
    keys = knowledge.wording("interview.keys")
    assert capsys.readouterr().err.count(keys) == 2


def test_the_keys_are_explained_once(
    knowledge: Knowledge,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("1\n2\n"))
    terminal = PlainTerminal(knowledge.wording)
    assert [terminal.ask(PROMPT), terminal.ask(PROMPT)] == [Given("red"), Given("blue")]
    assert capsys.readouterr().err.count(knowledge.wording("interview.keys")) == 1
