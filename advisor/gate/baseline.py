"""Findings that were there already when the gate was switched on."""

from collections.abc import Iterable
from dataclasses import replace

from advisor.gate.found import Found, findings, in_order
from advisor.model.gate import (
    NEVER_KNOWN,
    Baseline,
    Check,
    GateFinding,
    Known,
    KnownFinding,
    Place,
)
from advisor.model.knowledge import Knowledge


def against(
    found: Iterable[GateFinding], baseline: Baseline
) -> tuple[GateFinding, ...]:
    """Return the findings, those that the baseline knows as known.

    What the profile accepts stays accepted; what is invalid is never known.
    """
    return tuple(
        replace(each, treatment=Known()) if _is_known(each, baseline) else each
        for each in found
    )


def outdated(
    knowledge: Knowledge, baseline: Baseline, found: Iterable[GateFinding]
) -> tuple[GateFinding, ...]:
    """Return a note on each entry that no finding answers to any more."""
    there = {each.fingerprint for each in found}
    gone = (
        _gone(known, baseline.file, knowledge)
        for fingerprint, known in baseline.known.items()
        if fingerprint not in there
    )
    return in_order(findings(gone, baseline.file))


def _is_known(finding: GateFinding, baseline: Baseline) -> bool:
    return (
        finding.counts
        and finding.check not in NEVER_KNOWN
        and finding.fingerprint in baseline.known
    )


def _gone(known: KnownFinding, file: str, knowledge: Knowledge) -> Found:
    wording = knowledge.wording
    return Found(
        check=Check.BASELINE_OUTDATED,
        place=Place(file, known.line),
        subject=":".join((known.check.value, known.file, known.subject)),
        message=wording(
            "check.baseline-outdated",
            finding=known.check.value,
            subject=known.subject,
            file=known.file,
        ),
        help=wording("check.baseline-outdated-help"),
    )
