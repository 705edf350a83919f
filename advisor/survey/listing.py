"""A prompt as numbered lines, for those who type."""

from collections.abc import Iterator

from advisor.model.columns import NO_BREAK
from advisor.model.language import Wording
from advisor.survey.lines import BLANK, Line, Tone
from advisor.survey.partner import Command, Form, Prompt
from advisor.survey.words import said_in

_MANY = 15  # choices; after more of them the question has moved out of sight


def keys_lines(wording: Wording) -> Iterator[Line]:
    """Yield what can be typed at a question, as told once at the beginning."""
    yield Line(wording("interview.keys"))
    for text in (
        wording("interview.keys-number"),
        wording("interview.keys-enter"),
        wording("interview.keys-dont-know"),
        wording("interview.keys-back"),
        wording("interview.keys-help"),
        wording("interview.keys-review"),
        wording("interview.keys-side-line"),
        wording("interview.keys-stop"),
    ):
        yield Line(text, hang=9)


def prompt_lines(prompt: Prompt, wording: Wording) -> Iterator[Line]:
    """Yield a prompt with its help and its choices, and how to answer."""
    yield BLANK
    if prompt.heading:
        yield Line(prompt.heading, Tone.FAINT)
    yield Line(prompt.title, Tone.STRONG)
    if prompt.help:
        yield Line(prompt.help, indent=2)
    if prompt.choices and prompt.form is not Form.YES_NO:
        yield BLANK
        yield from _numbered(prompt, wording)
    yield from how_lines(prompt, wording, again=len(prompt.choices) > _MANY)


def how_lines(prompt: Prompt, wording: Wording, *, again: bool) -> Iterator[Line]:
    """Yield who leads, the answer that Enter takes, and how to answer.

    `again` repeats the question, which a long list has moved out of sight.
    """
    yield BLANK
    if again:
        yield Line(prompt.title, Tone.STRONG)
    if prompt.current is not None:
        current = said_in(prompt, prompt.current, wording)
        yield Line(wording("interview.current", answer=current), indent=2, hang=2)
    if prompt.status:
        yield Line(prompt.status, Tone.FAINT, 2, 2)
    keys = (each.replace(" ", NO_BREAK) for each in _keys(prompt, wording))
    yield Line(wording("interview.dot").join(keys), Tone.FAINT)


def _keys(prompt: Prompt, wording: Wording) -> Iterator[str]:
    """Yield what can be typed here."""
    how = _how(prompt, wording)
    if how:
        yield how
    if prompt.current is None and Command.SKIP in prompt.commands:
        yield wording("interview.key-skip")
    keys = {
        Command.DONT_KNOW: wording("interview.key-dont-know"),
        Command.BACK: wording("interview.key-back"),
        Command.REVIEW: wording("interview.key-review"),
        Command.SIDE_LINE: wording("interview.key-side-line"),
    }
    taken = {each.id for each in prompt.choices}  # the language R, for one
    for command, text in keys.items():
        if command in prompt.commands and text.split(" ")[0] not in taken:
            yield text
    yield wording("interview.key-help")
    yield wording("interview.key-stop")


def _how(prompt: Prompt, wording: Wording) -> str:
    match prompt.form:
        case Form.ONE:
            return wording("interview.how-one")
        case Form.MANY:
            return wording("interview.how-many")
        case Form.ORDERED:
            return wording("interview.how-ordered")
        case Form.YES_NO:
            return wording("interview.how-yes-no")
        case Form.TEXT:
            example = prompt.example
            return wording("interview.how-text", example=example) if example else ""


def _numbered(prompt: Prompt, wording: Wording) -> Iterator[Line]:
    heading = ""
    helped = prompt.form is not Form.ORDERED
    for number, each in enumerate(prompt.choices, 1):
        if each.heading != heading:
            heading = each.heading
            yield Line(heading, Tone.FAINT, 2)
        aside = wording("common.aside", text="", aside=each.help)
        shown = aside if helped and each.help else ""
        yield Line(f"{number:>2}  {each.title}", Tone.PLAIN, 2, 4, shown)
