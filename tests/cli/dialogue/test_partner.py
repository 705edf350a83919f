"""The dialogue on a real pseudo-terminal: keys are sent, and the screen is read."""

import json
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from advisor.cli.dialogue.partner import Dialogue
from advisor.model.language import Wording
from advisor.survey.partner import Command, Given
from tests.cli.dialogue.asking import PROMPTS, ROOT
from tests.cli.dialogue.screen import (
    CTRL_C,
    CTRL_D,
    DOWN,
    ENTER,
    ESCAPE,
    TAB,
    Screen,
)

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no pseudo-terminals"
)

STATUS = "So far: PyTorch, 71 % settled"


class Asking(Screen):
    """The program that asks, with what it prints kept apart from the screen."""

    def __init__(
        self,
        results: Path,
        *names: str,
        size: tuple[int, int] = (60, 16),
        lang: str = "en",
        shell: str = 'exec "$@" > "$0"',
        **extra: str,
    ) -> None:
        """Ask these prompts."""
        program = str(Path(__file__).with_name("asking.py"))
        shelled = ["sh", "-c", shell, str(results), sys.executable, program]
        kept = {
            k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG"))
        }
        own = {"TERM": "xterm", "LANG": "C.UTF-8", "PYTHONPATH": str(ROOT.parent)}
        super().__init__([*shelled, lang, *names], {**kept, **own, **extra}, *size)
        self._results = results

    def results(self) -> Any:  # noqa: ANN401 - JSON
        """Wait for the end; return what the program printed."""
        assert self.end() == 0, self.text
        return json.loads(self._results.read_text(encoding="utf-8"))


@pytest.fixture
def ask(tmp_path: Path) -> Iterator[Callable[..., Asking]]:
    """Return a starter of the program that asks; what is left running is ended."""
    started: list[Asking] = []

    def start(*names: str, **options: Any) -> Asking:  # noqa: ANN401 - options differ
        started.append(Asking(tmp_path / "results", *names, **options))
        return started[-1]

    yield start
    for each in started:
        each.kill()


def test_an_interview_leaves_one_line_for_each_answer(
    ask: Callable[..., Asking],
) -> None:
    screen = ask("one", "many", "yes-no", "text", "ordered", size=(80, 80))
    screen.wait_for("1-4 choose")
    screen.send(DOWN, ENTER)
    screen.wait_for("Where must it run?")
    screen.send(DOWN, " ", "/mac ", ENTER)
    screen.wait_for("❯ [x] Mac desktops")
    screen.send(ENTER)
    screen.wait_for("❯ y  yes")
    screen.send("n")
    screen.wait_for("for example 3.12")
    screen.send("2.7", ENTER)
    screen.wait_for("'2.7' does not look like 3.12.")
    screen.send("\x7f\x7f\x7f3.12", ENTER)
    screen.wait_for("What matters most")
    screen.send("d")
    expected = ["research", ["server", "macos"], False, "3.12", "don't know"]
    assert screen.results() == expected
    assert screen.text.split("\n") == [
        "What is the project for?  Research",
        "Where must it run?  Our own servers, Mac desktops",
        "May it be interrupted?  no",
        "Which version of Python?  3.12",
        "What matters most to you, in order?  not known",
        "Thank you. That was all.",
    ]


def test_why_takes_the_place_of_the_question_and_gives_it_back(
    ask: Callable[..., Asking],
) -> None:
    screen = ask("many")
    screen.wait_for("confirm")
    screen.send(DOWN, " ", DOWN, " ")
    screen.wait_for("2 marked: Our own servers, A managed cloud")
    before = screen.text
    screen.send("?")
    screen.wait_for("- reason 5")
    screen.send(" ", " ")
    screen.wait_for("- reason 30")
    screen.send(ESCAPE)
    screen.wait_until(lambda text: text == before)
    screen.send(ENTER)
    assert screen.results() == [["server", "cloud"]]


def test_a_search_shows_what_it_finds(ask: Callable[..., Asking]) -> None:
    screen = ask("ordered")
    screen.wait_for("/ search")
    screen.send("/keepx")
    screen.wait_for("0 of 40")
    screen.wait_for("Nothing in the list matches.")
    screen.send("\x7f")
    screen.wait_for("10 of 40")
    screen.wait_until(lambda _: screen.here == "/ keep   10 of 40")
    screen.send(" ")
    screen.wait_for("❯  1.  Upkeep criterion 1")
    screen.send(ESCAPE)
    screen.wait_for("Enter confirm")
    screen.wait_until(lambda _: screen.here == "❯  1.  Upkeep criterion 1")
    screen.send(ENTER)
    assert screen.results() == [["upkeep-1"]]


@pytest.mark.parametrize("name", ["one", "many", "ordered", "yes-no", "text"])
def test_control_c_breaks_off_and_leaves_a_clean_terminal(
    name: str, ask: Callable[..., Asking]
) -> None:
    screen = ask(name)
    screen.wait_for(STATUS)
    screen.send(CTRL_C)
    assert screen.end() == 130
    assert screen.text == "Broken off."


def test_control_d_stops(ask: Callable[..., Asking]) -> None:
    screen = ask("many", "text")
    screen.wait_for("Where must it run?")
    screen.send(CTRL_D)
    screen.wait_for("Which version")
    screen.send("3", CTRL_D)
    assert screen.results() == ["stop", "stop"]


@pytest.mark.parametrize("name", ["one", "text"])
def test_the_end_of_the_input_stops(name: str, ask: Callable[..., Asking]) -> None:
    screen = ask(name, shell='exec "$@" > "$0" < /dev/null')
    assert screen.results() == ["stop"]


def test_another_size_lays_everything_out_again(ask: Callable[..., Asking]) -> None:
    screen = ask("many", size=(80, 40))
    screen.wait_for("A supercomputer")
    screen.send(DOWN, " ")
    screen.wait_for("❯ [x] Our own servers             including")
    screen.resize(40, 16)
    screen.wait_for("marked: Our own")
    screen.wait_for("including containers and")
    screen.wait_for("❯ [x] Our own servers\n")
    screen.resize(80, 40)
    screen.wait_for("A supercomputer")
    screen.send(ENTER)
    assert screen.results() == [["server"]]


@pytest.mark.parametrize("columns", [40, 60])
def test_narrow_terminals_show_what_is_needed(
    columns: int, ask: Callable[..., Asking]
) -> None:
    screen = ask("many", size=(columns, 16))
    screen.wait_for("q stop")
    for text in (
        "Where must it run?",
        "❯ [ ] Nowhere yet",
        "↓",
        "d don't know",
        STATUS,
    ):
        screen.wait_for(text)
    screen.send("s")
    assert screen.results() == ["skip"]


def test_it_speaks_chinese(ask: Callable[..., Asking]) -> None:
    screen = ask("chinese", size=(40, 16), lang="zh")
    screen.wait_for("❯ 1  [ ] 自有服务器")
    screen.wait_for("b 上一题 · s 跳过 · d 不知道 · q 结束")
    screen.send(DOWN, " ")
    screen.wait_for("❯ 2  [x] 安卓手机和平板")
    screen.send(" ", ENTER)
    screen.wait_for("尚未勾选")
    screen.send("1", "3", ENTER)
    assert screen.results() == [["server", "browser"]]
    assert screen.text.split("\n")[0] == "训练好的模型必须在…  自有服务器、网页浏…"


@pytest.mark.parametrize(
    "extra",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "latin-1"},
    ],
)
def test_without_unicode_the_marks_are_plain(
    extra: dict[str, str], ask: Callable[..., Asking]
) -> None:
    screen = ask("ordered", **extra)
    screen.wait_for("v 36 more")
    screen.send(DOWN, " ")
    screen.wait_for(">  1.  Speed criterion 2")
    listed = screen.text.split("\n")[3:]
    assert "\n".join(listed).isascii()
    screen.send(ENTER)
    assert screen.results() == [["speed-2"]]


def test_the_side_line_can_be_switched_without_losing_anything(
    ask: Callable[..., Asking],
) -> None:
    screen = ask("many", "many", "text", "text")
    screen.wait_for("Where must it run?")
    screen.send(DOWN, " ", "l")
    screen.wait_for("❯ [x] Our own servers")
    screen.send(ENTER)
    screen.wait_for("Which version")
    screen.send("3.1", TAB, "l", "2", ENTER)
    assert screen.results() == ["side line", ["server"], "side line", "3.12"]


def test_a_prompt_without_a_frame_is_small(ask: Callable[..., Asking]) -> None:
    rows = (
        "",
        "Go on?",
        "",
        "❯ y  yes",
        "  n  no",
        "",
        "Enter choose · ? why · y n choose · ↑ ↓ move",
    )
    screen = ask("bare")
    screen.wait_until(lambda text: text == "\n".join(rows))
    screen.send("y")
    assert screen.results() == [True]


def test_what_was_typed_ahead_is_not_lost(ask: Callable[..., Asking]) -> None:
    screen = ask("one", "yes-no", "text")
    screen.wait_for(STATUS)
    screen.send("2", "n", "3.12", ENTER)
    assert screen.results() == ["research", False, "3.12"]


def test_enter_typed_before_the_terminal_asks_counts(
    answer: Callable[..., Given | Command],
) -> None:
    assert answer(PROMPTS["many"], DOWN, " ", "\n") == Given(("server",))
    assert answer(PROMPTS["text"], "3.12", "\n") == Given("3.12")


def test_a_prompt_that_was_left_begins_anew_where_it_is_another(
    wording: Wording,
) -> None:
    another = replace(PROMPTS["one"], title="Another?")
    with create_pipe_input() as typed:
        dialogue = Dialogue(wording, typed, DummyOutput())
        typed.send_text(DOWN + "l" + ENTER)
        assert dialogue.ask(PROMPTS["one"]) is Command.SIDE_LINE
        assert dialogue.ask(another) == Given("learning")
