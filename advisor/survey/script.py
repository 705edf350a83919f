"""What the interview says: lines with a tone, still without width and colour."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from advisor.engine.facts import as_text
from advisor.model.condition import tests
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.question import Answer, Kind, Question
from advisor.survey.choices import Choice
from advisor.survey.interview import Progress

_MOST_RULES = 6


class Tone(Enum):
    """How a line is meant."""

    PLAIN = "plain"
    STRONG = "strong"
    FAINT = "faint"
    GOOD = "good"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Line:
    """One line before wrapping; `aside` is a fainter end, `hang` indents what wraps."""

    text: str = ""
    tone: Tone = Tone.PLAIN
    indent: int = 0
    hang: int = 0
    aside: str = ""


BLANK = Line()
INTRODUCTION = (
    Line("Which deep-learning framework suits your project?", Tone.STRONG),
    Line(
        "Questions about the project come first, then a recommendation and its "
        "reasons. Answer what you know; every question may be left open."
    ),
    BLANK,
    Line("At every question you can type:"),
    Line(
        "1        the number of an answer; its name or the start of it will do", hang=9
    ),
    Line("Enter    leave the question open", hang=9),
    Line("d        I don't know: the question is not asked again", hang=9),
    Line("b        back to the question before", hang=9),
    Line("?        why it is asked, and what the answers mean", hang=9),
    Line("q        stop here, save, and see the result so far", hang=9),
)
NAME = (
    BLANK,
    Line("What is the project called?", Tone.STRONG),
    Line("Enter leaves the name out · q stop", Tone.FAINT),
)

_HOW = {
    Kind.ONE: "One number",
    Kind.MANY: "Numbers, like 1 3",
    Kind.CRITERIA: "In order, like 12 3",
    Kind.YES_NO: "y or n",
}


def resumed_lines(
    where: str, profile: Profile, left: int, *, comments: bool
) -> Iterator[Line]:
    """Yield what going on with an existing file means."""
    known = f"{len(profile.answers)} answered, {len(profile.unknown)} not known"
    yield Line(f"{where} already has a profile: {known}.", Tone.STRONG)
    if not left:
        yield Line("Nothing is left to ask; --restart asks everything anew.")
        return
    yield Line(
        f"Its answers are kept and only the open questions are asked ({left}); "
        "b goes back to the others, ? helps, q stops. --restart asks everything anew."
    )
    if comments:
        yield Line(f"Comments in {where} are lost when it is saved.", Tone.BAD)


def replaced_lines(where: str) -> Iterator[Line]:
    """Yield the warning that an existing file will be replaced."""
    yield BLANK
    yield Line(f"Your answers will replace what {where} says now.", Tone.BAD)


def farewell_lines(where: str) -> Iterator[Line]:
    """Yield what can be done with a saved profile; `where` is quoted for the shell."""
    yield BLANK
    yield Line(f"See it again:     advisor recommend {where}", hang=18)
    yield Line(f"Follow every step: advisor explain {where}", hang=18)
    yield Line(f"Answer more:      advisor ask {where}", hang=18)


def section_lines(section: str) -> Iterator[Line]:
    """Yield the heading above the first question of a section."""
    yield BLANK
    yield Line(f"== {section} ==", Tone.STRONG)


def question_lines(
    question: Question, choices: Sequence[Choice], place: Progress
) -> Iterator[Line]:
    """Yield a question with its help and its choices."""
    about = "" if place.exact else "about "
    yield BLANK
    yield Line(f"Question {place.position} of {about}{place.total}", Tone.FAINT)
    yield Line(question.title, Tone.STRONG)
    yield Line(question.help, indent=2)
    if question.type is not Kind.YES_NO:
        yield BLANK
        yield from _numbered(choices, helped=question.type is not Kind.CRITERIA)


def prompt_lines(question: Question, current: str, *, again: bool) -> Iterator[Line]:
    """Yield the answer given before, if any, and how to answer now.

    `again` repeats the question, which a long list has moved out of sight.
    """
    yield BLANK
    if again:
        yield Line(question.title, Tone.STRONG)
    if current:
        yield Line(f"Your answer so far: {current}", indent=2, hang=2)
    how = _HOW.get(question.type) or f"Like {question.example}"
    enter = "keep" if current else "skip"
    yield Line(
        f"{how} · Enter {enter} · d don't know · b back · ? help · q stop", Tone.FAINT
    )


def help_lines(
    question: Question, choices: Sequence[Choice], knowledge: Knowledge
) -> Iterator[Line]:
    """Yield why the question is asked and what each choice means."""
    yield BLANK
    yield Line("Why it is asked", Tone.STRONG)
    yield from _reasons(question, knowledge)
    if question.type is Kind.YES_NO or not choices:
        return
    yield BLANK
    yield Line("What the answers mean", Tone.STRONG)
    for number, each in enumerate(choices, 1):
        meaning = f": {each.help}" if each.help else ""
        yield Line(
            f"{number:>2}  {each.title}{meaning}", Tone.PLAIN, 2, 4, f" [{each.id}]"
        )


def rules_reading(question: Question, knowledge: Knowledge) -> tuple[str, ...]:
    """Return the titles of the rules whose condition reads the question."""
    return tuple(
        rule.title
        for rule in knowledge.rules.values()
        if question.id in {test.fact for test in tests(rule.when)}
    )


def said(question: Question, choices: Sequence[Choice], answer: Answer) -> str:
    """Return an answer in the words of the question."""
    if isinstance(answer, bool):
        return "yes" if answer else "no"
    titles = {each.id: each.title for each in choices}
    picked = answer if isinstance(answer, tuple) else (as_text(answer),)
    joint = ", then " if question.type is Kind.CRITERIA else ", "
    return joint.join(titles.get(each, each) for each in picked)


def _numbered(choices: Sequence[Choice], *, helped: bool) -> Iterator[Line]:
    heading = ""
    for number, each in enumerate(choices, 1):
        if each.heading != heading:
            heading = each.heading
            yield Line(heading, Tone.FAINT, 2)
        aside = f" ({each.help})" if helped and each.help else ""
        yield Line(f"{number:>2}  {each.title}", Tone.PLAIN, 2, 4, aside)


def _reasons(question: Question, knowledge: Knowledge) -> Iterator[Line]:
    if question.type is Kind.CRITERIA:
        yield Line("What you name here gains weight, the first the most.", indent=2)
        return
    titles = rules_reading(question, knowledge)
    if not titles:
        yield Line(
            "No rule reads it yet; the answer is kept in your profile.", indent=2
        )
        return
    yield Line("The answer can make these rules apply:", indent=2)
    for title in titles[:_MOST_RULES]:
        yield Line(f"- {title}", Tone.PLAIN, 4, 2)
    if len(titles) > _MOST_RULES:
        yield Line(f"- and {len(titles) - _MOST_RULES} more", Tone.PLAIN, 4, 2)
