"""A partner with prepared replies and a guide that promises every open question."""

from collections.abc import Collection, Iterable, Mapping

import pytest

from advisor.model.outlook import Outlook, Settlement, Stake
from advisor.model.profile import Profile
from advisor.model.question import Question
from advisor.survey.lines import Line
from advisor.survey.partner import Command, Given, Prompt


class Scripted:
    """Gives one reply to each prompt, and a stop after the last."""

    def __init__(self, *replies: Given | Command | type[KeyboardInterrupt]) -> None:
        self._replies = iter(replies)
        self.heard: list[str] = []

    def say(self, lines: Iterable[Line]) -> None:
        self.heard += [line.text for line in lines]

    def ask(self, prompt: Prompt) -> Given | Command:
        self.heard.append(prompt.title)
        reply = next(self._replies, Command.STOP)
        if isinstance(reply, Given | Command):
            return reply
        raise KeyboardInterrupt


class Blind:
    """A guide who sees nothing."""

    def look(
        self,
        profile: Profile,  # noqa: ARG002 - as the protocol has it
        closed: Collection[str],  # noqa: ARG002 - likewise
    ) -> Outlook:
        return Outlook("", (), Settlement.OPEN, 0.0, 0.0)

    def stakes(
        self,
        profile: Profile,  # noqa: ARG002 - likewise
        question: Question,  # noqa: ARG002 - likewise
    ) -> tuple[Stake, ...]:
        return ()

    def contested(
        self,
        profile: Profile,  # noqa: ARG002 - likewise
    ) -> tuple[str, ...]:
        return ()

    def importance(
        self,
        profile: Profile,  # noqa: ARG002 - likewise
    ) -> Mapping[str, float]:
        return {}


@pytest.fixture
def scripted() -> type[Scripted]:
    """Return a builder of partners."""
    return Scripted


@pytest.fixture
def blind() -> Blind:
    """Return a guide who sees nothing."""
    return Blind()
