"""What the checks of the rule base found."""

from collections.abc import Mapping, Sequence

from advisor.model.finding import Finding, Severity
from advisor.model.knowledge import Knowledge
from advisor.render.json_text import SCHEMA, Json
from advisor.render.page import (
    Block,
    Bullets,
    Item,
    Line,
    Page,
    Span,
    Tone,
    paragraph,
    section,
    words,
)

# Path and line of each finding whose record stands in a file.
Places = Mapping[Finding, tuple[str, int]]

# In which order, under which word and in which tone findings are shown.
_WORDS = {
    Severity.ERROR: ("error", Tone.BAD),
    Severity.WARNING: ("warning", Tone.STRONG),
    Severity.NOTE: ("note", Tone.PLAIN),
}


def findings_page(
    findings: Sequence[Finding],
    knowledge: Knowledge,
    verified: int | None,
    places: Places,
) -> Page:
    """Build the page: findings by severity, then one line that sums up.

    `verified` is the number of passages whose digest held, if they were compared.
    """
    summary = (paragraph(_summary(findings, knowledge)),)
    digests = (paragraph(f"{verified} passages still say what was read there."),)
    return Page(
        (
            *(block for each in _WORDS for block in _section(each, findings, places)),
            *(digests if verified is not None else ()),
            *summary,
        )
    )


def findings_fields(
    findings: Sequence[Finding],
    knowledge: Knowledge,
    verified: int | None,
    places: Places,
) -> Json:
    """Return the findings as JSON."""
    return {
        "schema": SCHEMA,
        "knowledge": {"version": knowledge.version, "digest": knowledge.digest},
        "records": _sizes(knowledge),
        "digests_verified": verified,
        "counts": {word: _count(each, findings) for each, (word, _) in _WORDS.items()},
        "findings": [
            {
                "check": each.check,
                "subject": each.subject,
                "severity": _WORDS[each.severity][0],
                "message": each.message,
                "help": each.help,
                "path": path,
                "line": line,
            }
            for each in findings
            for path, line in [places.get(each, (None, None))]
        ],
    }


def _section(
    severity: Severity, findings: Sequence[Finding], places: Places
) -> tuple[Block, ...]:
    word, tone = _WORDS[severity]
    items = tuple(
        Item(
            (Span(each.subject, tone), Span(f" {each.message}")),
            (
                *_place(each, places),
                words(f"{each.help} [{each.check}]", Tone.FAINT),
            ),
        )
        for each in findings
        if each.severity is severity
    )
    return section(f"{word.capitalize()}s", Bullets(items))


def _place(finding: Finding, places: Places) -> tuple[Line, ...]:
    """Give the place a line of its own: paths are long, and some terminals open them."""
    if finding not in places:
        return ()
    path, line = places[finding]
    return (words(f"{path}:{line}", Tone.FAINT),)


def _summary(findings: Sequence[Finding], knowledge: Knowledge) -> str:
    sizes = ", ".join(f"{count} {noun}" for noun, count in _sizes(knowledge).items())
    counts = ", ".join(
        _counted(_count(each, findings), word) for each, (word, _) in _WORDS.items()
    )
    return f"{sizes} checked: {counts}."


def _counted(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def _count(severity: Severity, findings: Sequence[Finding]) -> int:
    return sum(each.severity is severity for each in findings)


def _sizes(knowledge: Knowledge) -> Mapping[str, int]:
    return {
        "claims": len(knowledge.claims),
        "rules": len(knowledge.rules),
        "criteria": len(knowledge.criteria),
        "questions": len(knowledge.questions),
        "frameworks": len(knowledge.frameworks),
        "systems": len(knowledge.systems),
        "sources": len(knowledge.sources),
        "contradictions": len(knowledge.contradictions),
        "cases": len(knowledge.cases),
        "profiles": len(knowledge.profiles),
    }
