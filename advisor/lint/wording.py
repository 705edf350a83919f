"""Findings in words: what every check says in the same way."""

import difflib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from advisor.model.finding import Finding, Severity

_MOST_LISTED = 12


@dataclass(frozen=True)
class Known:
    """The words that are valid in some place, and what they are called there."""

    noun: str
    words: Collection[str]


def error(check: str, subject: str, message: str, help_: str) -> Finding:
    """Return a finding that makes the rule base wrong."""
    return Finding(check, subject, Severity.ERROR, message, help_)


def warning(check: str, subject: str, message: str, help_: str) -> Finding:
    """Return a finding that makes the rule base weaker than it should be."""
    return Finding(check, subject, Severity.WARNING, message, help_)


def note(check: str, subject: str, message: str, help_: str) -> Finding:
    """Return a finding that is only worth knowing."""
    return Finding(check, subject, Severity.NOTE, message, help_)


def unknown(
    check: str, subject: str, key: str, words: Iterable[str], known: Known
) -> Iterator[Finding]:
    """Yield an error for every word that names nothing known."""
    for word in words:
        if word not in known.words:
            message = f"{key}: there is no {known.noun} {word!r}"
            yield error(check, subject, message, _suggestion(word, known))


def repeated(
    check: str, subject: str, key: str, words: Collection[str]
) -> Iterator[Finding]:
    """Yield an error for every word that stands more than once."""
    seen: set[str] = set()
    for word in words:
        if word in seen:
            message = f"{key}: {word!r} stands there twice"
            yield error(check, subject, message, "Keep it once.")
        seen.add(word)


def outside(check: str, subject: str, key: str, value: float, bounds: str) -> Finding:
    """Return an error about a number that lies outside its range."""
    message = f"{key}: {value:g} is out of range"
    return error(check, subject, message, f"Take a number {bounds}.")


def _suggestion(word: str, known: Known) -> str:
    valid = sorted(known.words)
    close = difflib.get_close_matches(word, valid, n=1, cutoff=0.5)
    if close:
        return f"Did you mean {close[0]!r}?"
    if 0 < len(valid) <= _MOST_LISTED:
        return f"Valid are: {', '.join(valid)}."
    return f"Add a {known.noun} with this id, or take the reference out."
