"""A guide and a partner to hold interviews with, without an engine and a terminal."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import pytest

from advisor.engine.facts import facts_of
from advisor.engine.relevance import applies
from advisor.model.knowledge import Knowledge
from advisor.model.outlook import Outlook, Promise, Settlement, Stake
from advisor.model.profile import Profile
from advisor.model.question import Question
from advisor.survey.interview import Interview
from advisor.survey.lines import Line
from advisor.survey.partner import Command, Given, Partner, Prompt
from advisor.survey.setting import Setting


@dataclass
class FakeGuide:
    """Promises the open questions from last to first.

    After `proof` answers everything is proved, and each answer settles `share` more;
    every question tells so many `bits`, but `silent` ones promise nothing.
    """

    knowledge: Knowledge
    proof: int = 100
    share: float = 0.0
    bits: float = 1.0
    silent: Collection[str] = ()
    looks: int = 0

    def look(self, profile: Profile, closed: Collection[str]) -> Outlook:
        self.looks += 1
        facts = facts_of(profile)
        done = {*profile.answers, *closed, *self.silent}
        left = [
            each.id
            for each in reversed(self.knowledge.interview())
            if each.id not in done and applies(each, facts)
        ]
        count = len(profile.answers)
        proved = Settlement.PROVED if count >= self.proof else Settlement.OPEN
        promises = tuple(Promise(each, self.bits, 0.0) for each in left)
        settled = min(1.0, self.share * count)
        shares = {"pytorch": settled}
        return Outlook(
            "pytorch", ("pytorch",), proved, settled, settled, shares, promises
        )

    def stakes(
        self,
        profile: Profile,  # noqa: ARG002 - as the protocol has it
        question: Question,  # noqa: ARG002 - likewise
    ) -> tuple[Stake, ...]:
        return ()

    def contested(
        self,
        profile: Profile,  # noqa: ARG002 - likewise
    ) -> tuple[str, ...]:
        return ("debugging", "inference-speed")

    def importance(
        self,
        profile: Profile,  # noqa: ARG002 - likewise
    ) -> Mapping[str, float]:
        return {"debugging": 9.0}


class Scripted:
    """A partner with prepared replies, who keeps what was asked and said.

    A reply is given to every prompt in turn; a mapping answers questions by title, and
    what it does not have is skipped. After the last reply there is only a stop.
    """

    def __init__(self, *replies: Given | Command | type[KeyboardInterrupt]) -> None:
        self._replies: Iterator[Given | Command | type[KeyboardInterrupt]] = iter(
            replies
        )
        self.prompts: list[Prompt] = []
        self.heard: list[str] = []

    def say(self, lines: Iterable[Line]) -> None:
        self.heard += [line.text for line in lines]

    def ask(self, prompt: Prompt) -> Given | Command:
        self.prompts.append(prompt)
        reply = next(self._replies, Command.STOP)
        if reply is KeyboardInterrupt:
            raise KeyboardInterrupt
        assert isinstance(reply, Given | Command)
        assert isinstance(reply, Given) or reply in (*prompt.commands, Command.STOP)
        return reply

    @property
    def titles(self) -> list[str]:
        return [each.title for each in self.prompts]


@dataclass
class Kept:
    """Every interview that was kept, in turn."""

    interviews: list[Interview] = field(default_factory=list)

    def __call__(self, interview: Interview) -> None:
        self.interviews.append(interview)


@pytest.fixture
def a_guide(knowledge: Knowledge) -> Callable[..., FakeGuide]:
    """Return a builder of guides."""

    def build(**how: float | Collection[str]) -> FakeGuide:
        return FakeGuide(knowledge, **how)  # type: ignore[arg-type]  # as its fields

    return build


@pytest.fixture
def a_setting(knowledge: Knowledge) -> Callable[..., Setting]:
    """Return a builder of settings."""

    def build(
        partner: Partner, guide: FakeGuide | None = None, kept: Kept | None = None
    ) -> Setting:
        who = guide or FakeGuide(knowledge)
        return Setting(knowledge, who, partner, kept or Kept(), "shelf")

    return build


@pytest.fixture
def scripted() -> type[Scripted]:
    """Return a builder of partners."""
    return Scripted


@pytest.fixture
def kept() -> Kept:
    """Return a keeper of interviews."""
    return Kept()
