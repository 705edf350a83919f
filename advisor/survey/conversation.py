"""The interview as a conversation: questions, the stop, the review."""

from collections.abc import Iterator
from dataclasses import replace
from enum import Enum
from typing import Any, Literal

from advisor.engine.facts import facts_of
from advisor.engine.relevance import applies
from advisor.model.outlook import Outlook
from advisor.model.profile import Profile
from advisor.model.question import Question
from advisor.survey.interview import Entry, Interview, open_now, previous_question, take
from advisor.survey.lines import Line
from advisor.survey.notices import dropped_lines, end_line
from advisor.survey.order import Aim, Halt, next_step
from advisor.survey.partner import Command, Given, Prompt
from advisor.survey.prompts import (
    Way,
    enough_prompt,
    heading,
    name_prompt,
    question_prompt,
)
from advisor.survey.review import Pick, review_prompt
from advisor.survey.setting import Setting
from advisor.survey.tradeoffs import elicit
from advisor.survey.why import why_lines
from advisor.survey.words import leader_line


class Ending(Enum):
    """How a conversation ended."""

    SAVE = "save"
    QUIT = "quit"  # the profile shall stay as it was


class _Desk(Enum):
    REVIEW = "review"


_Reply = Entry | Literal[Command.BACK, Command.STOP, Command.REVIEW]
_Place = Question | Halt | Ending | _Desk


class Conversation:
    """Asks until it is settled and reviewed; `interview` is current at every moment."""

    def __init__(
        self, setting: Setting, interview: Interview, aim: Aim, *, leader: bool = True
    ) -> None:
        """Start from what is known; `leader` shows who leads from the beginning."""
        self.interview = interview
        self._setting = setting
        self._knowledge = setting.knowledge
        self._wording = setting.knowledge.wording
        self._aim = aim
        self._leader = leader
        self._came_from: Question | None = None
        self._looked: tuple[tuple[Profile, frozenset[str]], Outlook] | None = None

    def hold(self) -> Ending:
        """Ask, let everything be reviewed, and return how it ended.

        Raises `KeyboardInterrupt` where the user breaks off.
        """
        place: _Place = self._onward()
        while not isinstance(place, Ending):
            match place:
                case Question():
                    place = self._question(place)
                case Halt():
                    place = self._halt(place)
                case _Desk.REVIEW:
                    place = self._review()
        return place

    def _onward(self) -> Question | Halt:
        return next_step(self._knowledge, self.interview, self._aim, self._outlook)

    def _question(self, question: Question) -> _Place:
        """Ask a question and return where that leads."""
        entry = self._hear(question, back=self._before(question) is not None)
        if entry is Command.STOP:
            return Ending.SAVE
        if entry is Command.REVIEW:
            self._came_from = question
            return _Desk.REVIEW
        if entry is Command.BACK:
            return self._before(question) or question
        self._take(question, entry)
        return self._onward()

    def _halt(self, halt: Halt) -> _Place:
        """Say why nothing more is asked; where that is no proof, let the user go on."""
        if halt in (Halt.ENOUGH, Halt.IDLE):
            return self._offer(halt)
        proved, closed = halt is Halt.PROVED, bool(self.interview.closed)
        update = self._aim.only is not None
        self._say(end_line(self._wording, proved=proved, closed=closed, update=update))
        return _Desk.REVIEW

    def _offer(self, halt: Halt) -> _Place:
        """Let the user go on although it is settled well enough."""
        prompt = enough_prompt(self._outlook(), self._knowledge)
        before = self._before()
        entry = self._ask(prompt, back=before is not None)
        if entry is Command.STOP:
            return Ending.SAVE
        if entry is Command.BACK:
            return before or halt
        if entry == Given(Way.ON):
            self._aim = replace(self._aim, promising=True)
            return self._onward()
        if entry == Given(Way.EVERYTHING):
            self._aim = Aim(everything=True)
            return self._onward()
        return _Desk.REVIEW

    def _review(self) -> _Place:
        """Show everything and do one thing; all but leaving comes back here."""
        profile = self.interview.profile
        name = profile.project or self._setting.name
        unsettled = bool(open_now(self._knowledge, self.interview))
        prompt = review_prompt(self._knowledge, profile, name=name, unsettled=unsettled)
        before = self._origin() or self._before()
        entry = self._ask(prompt, back=before is not None)
        if entry is Command.STOP:
            return Ending.SAVE
        if isinstance(entry, Given):
            return self._picked(str(entry.answer), name)
        self._came_from = None
        return before or _Desk.REVIEW

    def _picked(self, choice: str, name: str) -> _Place:
        """Do what was picked in the review."""
        match choice:
            case Pick.SAVE:
                return Ending.SAVE
            case Pick.LEAVE:
                return Ending.QUIT
            case Pick.GO_ON:
                return self._go_on()
            case Pick.NAME:
                return self._named(name)
            case Pick.TRADE_OFFS:
                return self._weighed()
            case _:
                return self._revised(self._knowledge.questions[choice])

    def _go_on(self) -> _Place:
        """Ask what an update asks, then what could matter, after that everything."""
        self._came_from = None
        on = replace(self._aim, promising=True)
        for aim in (on, replace(on, only=None), Aim(everything=True)):
            self._aim = aim
            step = self._onward()
            if isinstance(step, Question):
                break
        return step

    def _named(self, name: str) -> _Place:
        entry = self._ask(name_prompt(name, self._wording))
        if entry is Command.STOP:
            return Ending.SAVE
        if isinstance(entry, Given):
            self._change(project=str(entry.answer).strip())
        return _Desk.REVIEW

    def _weighed(self) -> _Place:
        profile, setting = self.interview.profile, self._setting
        criteria = setting.guide.contested(profile)
        present = setting.guide.importance(profile)
        weights = elicit(self._knowledge, criteria, present, setting.partner)
        if weights is Command.STOP:
            return Ending.SAVE
        if weights is not None:
            self._change(weights={**profile.weights, **weights})
        return _Desk.REVIEW

    def _revised(self, question: Question) -> _Place:
        """Ask a question once more, and come back to the review."""
        entry = self._hear(question)
        if entry is Command.STOP:
            return Ending.SAVE
        if entry is not Command.BACK and entry is not Command.REVIEW:
            self._take(question, entry)
        return _Desk.REVIEW

    def _hear(self, question: Question, *, back: bool = True) -> _Reply:
        profile, knowledge = self.interview.profile, self._knowledge
        guide = self._setting.guide

        def why() -> Iterator[Line]:
            return why_lines(question, guide.stakes(profile, question), knowledge)

        prompt = question_prompt(question, knowledge, profile, why)
        place = heading(question, knowledge, self.interview, self._aim)
        return self._ask(replace(prompt, heading=place), back=back)

    def _ask(self, prompt: Prompt, *, back: bool = True) -> _Reply:
        """Ask with the side line, which the user may show and hide at any prompt.

        Without `back` there is nothing before it.
        """
        if not back:
            prompt = replace(prompt, commands=prompt.commands - {Command.BACK})
        while True:
            entry = self._setting.partner.ask(replace(prompt, status=self._status()))
            if entry is not Command.SIDE_LINE:
                return entry
            self._leader = not self._leader

    def _take(self, question: Question, entry: Entry) -> None:
        """Record what was said, and say which answers it has made pointless."""
        self.interview = take(self._knowledge, self.interview, question, entry)
        self._setting.keep(self.interview)
        self._say(*dropped_lines(self.interview.dropped, self._knowledge))

    # Any: whichever field of a profile.
    def _change(self, **fields: Any) -> None:  # noqa: ANN401
        profile = replace(self.interview.profile, **fields)
        self.interview = replace(self.interview, profile=profile)
        self._setting.keep(self.interview)

    def _origin(self) -> Question | None:
        """Return from where the review was opened, if that can still be asked."""
        question, facts = self._came_from, facts_of(self.interview.profile)
        return question if question and applies(question, facts) else None

    def _before(self, question: Question | None = None) -> Question | None:
        return previous_question(self._knowledge, self.interview, question)

    def _outlook(self) -> Outlook:
        """Look once for each state of the answers."""
        now = (self.interview.profile, self.interview.closed)
        if self._looked is None or self._looked[0] != now:
            self._looked = (now, self._setting.guide.look(*now))
        return self._looked[1]

    def _status(self) -> str:
        """Return who leads, once there is an answer and where it is wanted."""
        if not self._leader or not self.interview.profile.answers:
            return ""
        return leader_line(self._outlook(), self._knowledge)

    def _say(self, *lines: Line) -> None:
        self._setting.partner.say(lines)
