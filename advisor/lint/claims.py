"""Claims: what they name exists, and what they say can be counted."""

import re
from collections.abc import Iterator

from advisor.lint.wording import Known, error, outside, repeated, unknown
from advisor.model.evidence import Claim
from advisor.model.finding import Finding
from advisor.model.knowledge import Knowledge

NAME = "claims"
ALL_FRAMEWORKS = "all"

_DIGEST = re.compile(r"sha256:[0-9a-f]{64}")
_LINES = re.compile(r"[1-9]\d*(-\d+)?(, ?[1-9]\d*(-\d+)?)*")


def check(knowledge: Knowledge) -> Iterator[Finding]:
    """Yield what is wrong with claims taken one by one."""
    for claim in knowledge.claims.values():
        yield from _references(claim, knowledge)
        yield from _frameworks(claim, knowledge)
        yield from _versions(claim, knowledge)
        yield from _direction(claim)
        yield from _performance(claim)
        yield from _measured(claim, knowledge)
        yield from _place(claim, knowledge)
    yield from _gaps(knowledge)


def _references(claim: Claim, knowledge: Knowledge) -> Iterator[Finding]:
    subject = _subject(claim)
    criteria = Known("criterion", knowledge.criteria)
    sources = Known("source", knowledge.sources)
    own = knowledge.criterion_of.get(claim.id, "")
    yield from unknown(NAME, subject, "source", [claim.source], sources)
    yield from unknown(NAME, subject, "its file", [own], criteria)
    yield from unknown(NAME, subject, "also", claim.also, criteria)
    yield from repeated(NAME, subject, "also", (own, *claim.also))
    for each in (own, *claim.also):
        criterion = knowledge.criteria.get(each)
        if criterion is not None and criterion.derived:
            message = f"speaks on {each!r}, which is worked out from other records"
            yield error(NAME, subject, message, "Put it under another criterion.")


def _frameworks(claim: Claim, knowledge: Knowledge) -> Iterator[Finding]:
    subject = _subject(claim)
    known = Known("framework", knowledge.frameworks)
    subjects = [each for each in claim.subjects if each != ALL_FRAMEWORKS]
    yield from unknown(NAME, subject, "subjects", subjects, known)
    yield from unknown(NAME, subject, "favours", claim.favours, known)
    yield from unknown(NAME, subject, "against", claim.against, known)
    yield from unknown(NAME, subject, "performance", claim.performance or {}, known)


def _versions(claim: Claim, knowledge: Knowledge) -> Iterator[Finding]:
    bound = claim.versions
    if bound is None:
        return
    subject = _subject(claim)
    known = Known("framework", knowledge.frameworks)
    yield from unknown(NAME, subject, "versions.framework", [bound.framework], known)
    framework = knowledge.frameworks.get(bound.framework)
    if framework is not None and framework.release(bound.below) is None:
        message = (
            f"versions.below: {framework.name} has no release {bound.below!r} here"
        )
        help_ = f"Add the release with its date to the framework {framework.id!r}."
        yield error(NAME, subject, message, help_)


def _direction(claim: Claim) -> Iterator[Finding]:
    subject = _subject(claim)
    sided = bool(claim.favours or claim.against)
    for both in sorted(set(claim.favours) & set(claim.against)):
        message = f"speaks both for and against {both!r}"
        yield error(NAME, subject, message, "Keep one side, or make it two claims.")
    if claim.strength is not None and not sided and claim.performance is None:
        message = "has a strength but speaks for and against nobody"
        yield error(NAME, subject, message, "Add favours or against, or drop strength.")
    if claim.strength is None and sided and claim.performance is None:
        message = "takes a side but has no strength, so it would count for nothing"
        yield error(NAME, subject, message, "Add strength: weak, moderate or strong.")


def _performance(claim: Claim) -> Iterator[Finding]:
    subject = _subject(claim)
    for framework, value in (claim.performance or {}).items():
        if not 0 <= value <= 1:
            key = f"performance.{framework}"
            yield outside(NAME, subject, key, value, "from 0 to 1")
    if claim.performance is not None and not claim.because.strip():
        message = "states a performance without saying why"
        yield error(NAME, subject, message, "Add because: how the number follows.")


def _measured(claim: Claim, knowledge: Knowledge) -> Iterator[Finding]:
    if claim.measured is None:
        return
    subject = _subject(claim)
    known = Known("framework", knowledge.frameworks)
    yield from unknown(NAME, subject, "measured", claim.measured, known)
    own = knowledge.criteria.get(knowledge.criterion_of.get(claim.id, ""))
    if own is not None and own.scale.measure is None:
        message = f"measured: the scale of {own.id!r} has no unit"
        yield error(NAME, subject, message, "Add scale.measure, or state performance.")
    measure = own.scale.measure if own is not None else None
    for framework, value in claim.measured.items():
        if measure is not None and value < 0 <= min(measure.worst, measure.best):
            key = f"measured.{framework}"
            yield outside(NAME, subject, key, value, f"of {measure.unit}, from 0")
    if claim.performance is not None:
        message = "states both a measurement and a performance"
        yield error(NAME, subject, message, "Keep one; the scale turns units into 0-1.")


def _gaps(knowledge: Knowledge) -> Iterator[Finding]:
    frameworks = Known("framework", knowledge.frameworks)
    for criterion, gaps in knowledge.gaps.items():
        named = [each.framework for each in gaps]
        subject = f"criterion:{criterion}"
        known = Known("criterion", knowledge.criteria)
        yield from unknown(NAME, subject, "gaps: its file", [criterion], known)
        yield from unknown(NAME, subject, "gaps", named, frameworks)
        if criterion in knowledge.criteria and knowledge.criteria[criterion].derived:
            message = "gaps: it is worked out from other records, so none is shown"
            yield error(NAME, subject, message, "Take the gaps out.")
        for gap in gaps:
            if not gap.reason.strip():
                message = f"gaps: that of {gap.framework!r} has no reason"
                yield error(NAME, subject, message, "Say what was looked for.")


def _place(claim: Claim, knowledge: Knowledge) -> Iterator[Finding]:
    subject = _subject(claim)
    source = knowledge.sources.get(claim.source)
    if source is not None and source.is_document and not (claim.lines and claim.digest):
        message = f"rests on the document {source.id!r} without lines or digest"
        help_ = "Say in which lines it stands and add the digest of that passage."
        yield error(NAME, subject, message, help_)
    if claim.digest and not _DIGEST.fullmatch(claim.digest):
        message = f"digest: not a digest: {claim.digest!r}"
        yield error(NAME, subject, message, "It is sha256: and 64 hexadecimal digits.")
    if claim.digest and claim.lines and not _LINES.fullmatch(claim.lines):
        message = f"lines: not a locator: {claim.lines!r}"
        yield error(NAME, subject, message, "Write it like 4, 88-101 or 10, 14.")


def _subject(claim: Claim) -> str:
    return f"claim:{claim.id}"
