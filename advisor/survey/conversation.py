"""The interview as a conversation with whoever can be told lines and be heard."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol

from advisor.model.knowledge import Knowledge
from advisor.model.question import Question
from advisor.survey.choices import Choice, choices_of
from advisor.survey.entry import Command, Given, Wrong, read_command, read_entry
from advisor.survey.interview import (
    Interview,
    next_question,
    previous_question,
    progress,
    take,
)
from advisor.survey.script import (
    NAME,
    Line,
    Tone,
    help_lines,
    prompt_lines,
    question_lines,
    said,
    section_lines,
)

_LONGEST_NAME = 200
_MANY = 15


class Partner(Protocol):
    """The other side: a terminal, or a test."""

    def say(self, lines: Iterable[Line]) -> None:
        """Show lines."""

    def hear(self) -> str | None:
        """Return the next line that was typed, `None` when there will be no more."""


class Conversation:
    """Asks until nothing is open; `interview` is current at every moment."""

    def __init__(
        self, knowledge: Knowledge, interview: Interview, partner: Partner
    ) -> None:
        """Start from what is known."""
        self.interview = interview
        self._knowledge = knowledge
        self._partner = partner
        self._section = ""

    def hold(self) -> None:
        """Ask for the name, if there is none, and every open question in turn."""
        if next_question(self._knowledge, self.interview) is None:
            return
        if not self.interview.profile.project and self._name() is Command.STOP:
            return
        question = next_question(self._knowledge, self.interview)
        while question is not None:
            entry = self._entry(question)
            if entry is Command.STOP:
                return
            question = self._follow(question, entry)

    def _follow(self, question: Question, entry: Given | Command) -> Question | None:
        """Return the question after `entry`, which is not a stop."""
        if entry is not Command.BACK:
            self._record(question, entry)
            return next_question(self._knowledge, self.interview)
        before = previous_question(self._knowledge, self.interview, question)
        if before is None:
            self._note("This is the first question; there is nothing before it.")
        return before or question

    def _name(self) -> Command | None:
        """Ask for the name of the project until the entry is one, or a way out."""
        self._partner.say(NAME)
        while True:
            line = self._partner.hear()
            command = Command.STOP if line is None else read_command(line)
            name = (line or "").strip()
            if command in (Command.HELP, Command.BACK):
                self._note("The name is the title of the result; Enter leaves it out.")
            elif command is not None:
                return command
            elif len(name) > _LONGEST_NAME:
                self._note(f"A name has at most {_LONGEST_NAME} characters.", Tone.BAD)
            else:
                profile = replace(self.interview.profile, project=name)
                self.interview = replace(self.interview, profile=profile)
                return None

    def _entry(self, question: Question) -> Given | Command:
        """Show a question and return the first entry that settles what happens next."""
        choices = choices_of(question, self._knowledge)
        self._show(question, choices)
        while True:
            line = self._partner.hear()
            if line is None:
                return Command.STOP
            entry = read_entry(question, choices, line)
            if isinstance(entry, Wrong):
                self._note(entry.message, Tone.BAD)
            elif entry is Command.HELP:
                self._partner.say(help_lines(question, choices, self._knowledge))
                self._prompt(question, choices, again=True)
            else:
                return entry

    def _show(self, question: Question, choices: tuple[Choice, ...]) -> None:
        if question.section != self._section:
            self._section = question.section
            self._partner.say(section_lines(question.section))
        place = progress(self._knowledge, self.interview.profile, question)
        self._partner.say(question_lines(question, choices, place))
        self._prompt(question, choices, again=len(choices) > _MANY)

    def _prompt(
        self, question: Question, choices: tuple[Choice, ...], *, again: bool
    ) -> None:
        current = self._current(question, choices)
        self._partner.say(prompt_lines(question, current, again=again))

    def _current(self, question: Question, choices: tuple[Choice, ...]) -> str:
        profile = self.interview.profile
        if question.id in profile.unknown:
            return "not known"
        answer = profile.answers.get(question.id)
        return "" if answer is None else said(question, choices, answer)

    def _record(self, question: Question, entry: Given | Command) -> None:
        """Take the entry and say what was understood."""
        self.interview = take(self._knowledge, self.interview, question, entry)
        current = self._current(question, choices_of(question, self._knowledge))
        self._note(current or "left open", Tone.GOOD)
        dropped = [self._knowledge.questions[each] for each in self.interview.dropped]
        if dropped:
            titles = "; ".join(each.title for each in dropped)
            self._note(f"Removed, as it no longer applies: {titles}", Tone.BAD)

    def _note(self, text: str, tone: Tone = Tone.PLAIN) -> None:
        self._partner.say((Line(text, tone, 2, 2),))
