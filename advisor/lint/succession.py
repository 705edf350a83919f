"""Claims that repeat or replace other claims."""

from collections.abc import Iterator
from datetime import date

from advisor.lint.wording import Known, error, unknown
from advisor.model.evidence import Claim
from advisor.model.finding import Finding
from advisor.model.knowledge import Knowledge

NAME = "succession"


def check(knowledge: Knowledge) -> Iterator[Finding]:
    """Yield restatements and successions that cannot be."""
    for claim in knowledge.claims.values():
        yield from _restates(claim, knowledge)
        yield from _supersedes(claim, knowledge)
        yield from _validity(claim, knowledge)
    yield from _cycles(knowledge)


def _restates(claim: Claim, knowledge: Knowledge) -> Iterator[Finding]:
    if not claim.restates:
        return
    subject = _subject(claim)
    known = Known("claim", knowledge.claims)
    yield from unknown(NAME, subject, "restates", [claim.restates], known)
    first = knowledge.claims.get(claim.restates)
    if first is None:
        return
    if first.source != claim.source:
        message = f"restates {first.id!r} of another source"
        help_ = "Two sources that agree are two voices: drop restates."
        yield error(NAME, subject, message, help_)
    if first.restates:
        message = f"restates {first.id!r}, which is a restatement itself"
        yield error(NAME, subject, message, f"Point at {first.restates!r} instead.")


def _supersedes(claim: Claim, knowledge: Knowledge) -> Iterator[Finding]:
    subject = _subject(claim)
    known = Known("claim", knowledge.claims)
    yield from unknown(NAME, subject, "supersedes", claim.supersedes, known)
    own = _newest(claim, knowledge)
    for each in claim.supersedes:
        old = knowledge.claims.get(each)
        said = _date(old, knowledge) if old is not None else None
        if own is not None and said is not None and own < said:
            message = f"supersedes {each!r}, which was said later ({said.isoformat()})"
            help_ = "Only a newer claim can take the place of another; check the dates."
            yield error(NAME, subject, message, help_)


def _validity(claim: Claim, knowledge: Knowledge) -> Iterator[Finding]:
    own = _date(claim, knowledge)
    until = claim.valid_until
    if until is not None and own is not None and until < own:
        message = f"valid-until: {until.isoformat()} lies before the claim was made"
        yield error(NAME, _subject(claim), message, "Correct one of the two dates.")
    seen = claim.confirmed
    if seen is not None and own is not None and seen < own:
        message = f"confirmed: {seen.isoformat()} lies before the claim was made"
        yield error(NAME, _subject(claim), message, "Correct one of the two dates.")
    if seen is not None and until is not None and until < seen:
        message = f"confirmed: {seen.isoformat()} lies after valid-until"
        help_ = "Nobody can see it hold when it has stopped being true; correct one."
        yield error(NAME, _subject(claim), message, help_)


def _cycles(knowledge: Knowledge) -> Iterator[Finding]:
    for claim in knowledge.claims.values():
        if claim.id in _older(claim, knowledge):
            message = "supersedes itself, through the claims it supersedes"
            help_ = "Take one supersedes out of the circle."
            yield error(NAME, _subject(claim), message, help_)


def _older(claim: Claim, knowledge: Knowledge) -> set[str]:
    """Return everything the claim takes the place of, directly or through others."""
    found: set[str] = set()
    waiting = list(claim.supersedes)
    while waiting:
        each = waiting.pop()
        if each not in found:
            found.add(each)
            old = knowledge.claims.get(each)
            waiting.extend(old.supersedes if old is not None else ())
    return found


def _date(claim: Claim, knowledge: Knowledge) -> date | None:
    """Return when the claim was made, unless its source is missing."""
    source = knowledge.sources.get(claim.source)
    return claim.date_ or (source.date if source is not None else None)


def _newest(claim: Claim, knowledge: Knowledge) -> date | None:
    """Return when the claim was last seen to hold, unless its source is missing."""
    made = _date(claim, knowledge)
    return max(made, claim.confirmed or made) if made is not None else None


def _subject(claim: Claim) -> str:
    return f"claim:{claim.id}"
