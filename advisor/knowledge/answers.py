"""From text to an answer of the questionnaire, or to a message that helps."""

from collections.abc import Iterable, Sequence
from datetime import date
from math import nan
from typing import assert_never

from advisor.files.wording import flaw, quoted, short
from advisor.model.errors import InputError
from advisor.model.knowledge import Knowledge
from advisor.model.question import Answer, Kind, Question

Raw = str | Sequence[str]

_YES_NO = {"true": True, "yes": True, "false": False, "no": False}
_NEGATIVE = frozenset({"no", "false", "off", "n", "nothing", "null", "~", ""})
_NONE = "none"
_HEAVIEST = 1000.0


def read_answer(question: Question, raw: Raw, knowledge: Knowledge) -> Answer:
    """Turn `raw` into an answer to `question`.

    Raises `InputError` whose message has no location; the caller knows it.
    """
    match question.type:
        case Kind.YES_NO:
            return yes_or_no(_single(raw))
        case Kind.TEXT:
            return _text(question, _single(raw))
        case Kind.ONE:
            return _option(_single(raw), _options(question, knowledge))
        case Kind.MANY | Kind.CRITERIA:
            return _many(question, raw, _options(question, knowledge))
        case _:
            assert_never(question.type)


def read_date(text: str) -> date:
    """Return the day that `text` names as year-month-day, or raise `InputError`."""
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise InputError(f"not a date like 2026-11-21: {quoted(text)}") from error
    if day.isoformat() != text:  # Python also reads 20261121 and 2026-W47-6
        raise InputError(f"write the date as {day.isoformat()}, not {quoted(text)}")
    return day


def read_importance(text: str) -> float:
    """Return the importance that `text` states, or raise `InputError`."""
    try:
        value = float(text)
    except ValueError:
        value = nan  # is in no range
    if not 0 <= value <= _HEAVIEST:
        limits = f"a number from 0 to {_HEAVIEST:.0f}"
        raise InputError(f"takes {limits}, not {quoted(text)}")
    return value


def nearest(word: str, valid: Iterable[str]) -> str:
    """Return "; did you mean …?" with the nearest valid word, or all of a few, or ""."""
    import difflib  # noqa: PLC0415 - only when something is wrong

    known = sorted(valid)
    close = difflib.get_close_matches(short(word).lower(), known, n=1, cutoff=0.6)
    if close:
        return f"; did you mean {close[0]!r}?"
    return f"; valid are: {', '.join(known)}" if known else ""


def yes_or_no(text: str) -> bool:
    """Return what `true`, `yes`, `false` or `no` says, or raise `InputError`."""
    if text.lower() in _YES_NO:
        return _YES_NO[text.lower()]
    raise InputError(f"takes true or false, not {quoted(text)}")


def repeated(words: Iterable[str]) -> str | None:
    """Return the first word that was there before."""
    seen: set[str] = set()
    for word in words:
        if word in seen:
            return word
        seen.add(word)
    return None


def _options(question: Question, knowledge: Knowledge) -> list[str]:
    if question.type is Kind.CRITERIA:
        return [each.id for each in knowledge.scored()]
    return [option.id for option in question.options]


def _single(raw: Raw) -> str:
    if isinstance(raw, str):
        return raw
    raise InputError("takes one answer, not a list")


def _text(question: Question, text: str) -> str:
    if flaw(text):
        raise InputError(flaw(text))
    if not question.fits(text):
        raise InputError(f"does not look like {question.example!r}: {quoted(text)}")
    return text


def _option(text: str, options: Sequence[str]) -> str:
    if text in options:
        return text
    negative = text.lower() in _NEGATIVE and _NONE in options
    hint = nearest(_NONE if negative else text, options)
    raise InputError(f"{quoted(text)} is not an option{hint}")


def _many(question: Question, raw: Raw, options: Sequence[str]) -> tuple[str, ...]:
    words = [raw] if isinstance(raw, str) else list(raw)
    if not words:
        raise InputError("is an empty list; leave the question out if you do not know")
    answers = tuple(_option(word, options) for word in words)
    twice = repeated(answers)
    if twice is not None:
        raise InputError(f"{twice!r} is given twice")
    alone = next((each for each in answers if each in question.exclusive), None)
    if alone and len(answers) > 1:
        raise InputError(f"{alone!r} cannot be combined with other answers")
    return answers
