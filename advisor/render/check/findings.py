"""The findings of a run, one by one: what fails, what counts, the accepted, the known."""

from collections.abc import Iterable

from advisor.model.checked import GateReport
from advisor.model.finding import Severity
from advisor.model.gate import Accepted, GateFinding
from advisor.model.language import Wording
from advisor.render.check.counts import severity_text
from advisor.render.check.tally import accepted, known, worst_first
from advisor.render.page import (
    Block,
    Bullets,
    Item,
    Line,
    Span,
    Tone,
    phrase,
    section,
    words,
)

_KNOWN = 5  # told one by one; a baseline may be long, and its file has them all


def finding_blocks(report: GateReport, wording: Wording) -> tuple[Block, ...]:
    """Return what fails, then what only counts, in sections for each profile."""
    several = len(report.profiles) > 1
    groups = [(each.file if several else "", each.findings) for each in report.profiles]
    groups.append((wording("check-report.beside"), report.beside))
    return tuple(
        block
        for failing in (True, False)
        for where, findings in groups
        for block in section(
            _title(where, wording, failing=failing),
            _bullets(findings, report.fail_on, wording, failing=failing),
        )
    )


def _title(where: str, wording: Wording, *, failing: bool) -> str:
    title = (
        wording("check-report.fails")
        if failing
        else wording("check-report.does-not-fail")
    )
    return f"{title}{wording('common.colon')}{where}" if where else title


def _bullets(
    findings: Iterable[GateFinding],
    bar: Severity | None,
    wording: Wording,
    *,
    failing: bool,
) -> Bullets:
    tone = Tone.BAD if failing else Tone.PLAIN
    counting = worst_first(
        each for each in findings if each.counts and each.fails(bar) is failing
    )
    return Bullets(tuple(_item(each, tone, wording) for each in counting))


def _item(finding: GateFinding, tone: Tone, wording: Wording) -> Item:
    help_ = wording("check-report.help", help=finding.help)
    return Item(
        (
            Span(severity_text(finding.severity, wording), tone),
            Span(" "),
            *_said(finding, finding.message, wording),
        ),
        (
            words(_place(finding), Tone.FAINT),
            *(words(each) for each in finding.details),
            *([words(help_)] if finding.help else []),
        ),
    )


def _said(finding: GateFinding, text: str, wording: Wording) -> Line:
    """Return a text behind what an exception names: the check, and what it is about."""
    name = f"{Span(finding.check.value, Tone.CODE)}"
    if finding.subject:
        about = Span(finding.subject, Tone.CODE)
        name = wording("common.aside", text=name, aside=about)
    return (*phrase(name), Span(f"{wording('common.colon')}{text}"))


def _place(finding: GateFinding) -> str:
    return f"{finding.place.file}:{finding.place.line}"


def accepted_blocks(report: GateReport, wording: Wording) -> tuple[Block, ...]:
    """Return what the team has accepted: why, who answers for it, when that expires."""
    found = accepted(report.findings)
    items = tuple(
        Item(
            _said(each, each.message, wording),
            (words(_by(each.treatment, wording), Tone.FAINT),),
        )
        for each in found
        if isinstance(each.treatment, Accepted)
    )
    return section(wording("check-report.accepted", count=len(found)), Bullets(items))


def _by(treatment: Accepted, wording: Wording) -> str:
    return wording(
        "check-report.accepted-by",
        reason=treatment.reason,
        owner=treatment.owner,
        day=treatment.expires.isoformat(),
    )


def known_blocks(report: GateReport, wording: Wording) -> tuple[Block, ...]:
    """Return what the baseline knows, briefly."""
    found = known(report.findings)
    items = [Item(_said(each, _place(each), wording)) for each in found[:_KNOWN]]
    rest = len(found) - len(items)
    if rest:
        items.append(Item(words(wording("check-report.more", count=rest), Tone.FAINT)))
    title = wording("check-report.known", count=len(found))
    return section(title, Bullets(tuple(items)))
