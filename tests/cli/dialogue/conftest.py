"""What the screens of the interview are tested with."""

from collections.abc import Callable
from pathlib import Path

import pytest
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from advisor.cli.dialogue.marks import UNICODE
from advisor.cli.dialogue.partner import Dialogue
from advisor.cli.dialogue.rows import Look, Row
from advisor.knowledge.languages import messages
from advisor.model.language import Language, Wording
from advisor.survey.partner import Command, Given, Prompt
from tests.cli.dialogue.asking import ROOT


@pytest.fixture(scope="session")
def wording() -> Wording:
    """Return the English messages."""
    return messages([ROOT], Language.EN)


@pytest.fixture(scope="session")
def a_look(wording: Wording) -> Callable[..., Look]:
    """Return a builder of looks: columns, rows and, where wanted, other marks."""

    def build(width: int = 80, height: int = 24, **other: object) -> Look:
        marks = other.get("marks", UNICODE)
        return Look(width, height, marks, wording)  # type: ignore[arg-type]  # a `Marks`

    return build


@pytest.fixture(scope="session")
def text_of() -> Callable[..., str]:
    """Return a function that gives the text of rows, without their styles."""

    def plain(rows: list[Row]) -> str:
        return "\n".join("".join(each[1] for each in row).rstrip() for row in rows)

    return plain


@pytest.fixture(scope="session")
def asking() -> Path:
    """Return the program that asks."""
    return Path(__file__).with_name("asking.py")


class _Heard(DummyOutput):
    """An output of 60 columns and 16 rows that keeps what is written."""

    def __init__(self) -> None:
        self.written: list[str] = []

    def write(self, data: str) -> None:
        self.written.append(data)

    def get_size(self) -> Size:
        return Size(rows=16, columns=60)


@pytest.fixture
def answer(wording: Wording) -> Callable[..., Given | Command]:
    """Return a function that asks a prompt and presses keys, without a terminal."""

    def run(prompt: Prompt, *keys: str) -> Given | Command:
        with create_pipe_input() as typed:
            typed.send_text("".join(keys))
            return Dialogue(wording, typed, _Heard()).ask(prompt)

    return run
