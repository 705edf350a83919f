"""A decision record in the form of MADR 4.0 (Markdown Architectural Decision Records).

Front matter, sections and their order are those of its template (adr.github.io/madr).
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from advisor.model.decision import Decision, Making
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.report import Report
from advisor.render.cite import sources_section
from advisor.render.decision.choice import chosen
from advisor.render.decision.context import (
    context_section,
    drivers_section,
    options_section,
)
from advisor.render.decision.options import cited, pros_and_cons
from advisor.render.decision.outcome import outcome_section
from advisor.render.decision.revisit import revisit_section
from advisor.render.markdown import render
from advisor.render.page import Block, Heading, Page, paragraph
from advisor.render.robustness.sure import sure_section

_BACKTICKS = re.compile("`+")
_SHORTEST_FENCE = 3


def decision_record(
    report: Report,
    profile: Profile,
    knowledge: Knowledge,
    decision: Decision,
    making: Making,
) -> str:
    """Return the whole record as Markdown: same arguments, same text.

    `report` is the recommendation for `profile`; what was not sampled or challenged in it
    is left out. A framework that the decision names need not be the recommended one, nor
    one that was ranked.
    """
    framework = chosen(report, decision)
    page = Page(
        (
            Heading(_title(report, knowledge, framework), level=1),
            *context_section(report, profile, knowledge),
            *drivers_section(report, knowledge),
            *options_section(report, knowledge),
            *outcome_section(report, knowledge, framework),
            *pros_and_cons(report, knowledge, framework),
            Heading(knowledge.wording("decision-record.more")),
            *_lowered(sure_section(report, knowledge)),
            *_lowered(revisit_section(report, knowledge, framework)),
            *_lowered(_evidence(report, knowledge, framework)),
            *_made(report, knowledge, making),
        )
    )
    front = _front(report, decision)
    return f"{front}\n{render(page)}\n{_code(making.command)}"


def _front(report: Report, decision: Decision) -> str:
    """Return the front matter; names are quoted, as JSON they are YAML too."""
    makers = json.dumps(decision.makers, ensure_ascii=False)
    lines = [
        "---",
        f"status: {decision.status}",
        f"date: {report.as_of.isoformat()}",
        *([f"decision-makers: {makers}"] if decision.makers else []),
        "---",
    ]
    return "\n".join(lines) + "\n"


def _title(report: Report, knowledge: Knowledge, framework: str | None) -> str:
    wording = knowledge.wording
    project = report.project or wording("common.this-project")
    if framework is None:
        return wording("decision-record.title-undecided", project=project)
    name = knowledge.frameworks[framework].name
    return wording("decision-record.title", framework=name, project=project)


def _lowered(blocks: Iterable[Block]) -> Iterator[Block]:
    """Put a section of a report below one of the template."""
    for each in blocks:
        yield replace(each, level=3) if isinstance(each, Heading) else each


def _evidence(
    report: Report, knowledge: Knowledge, framework: str | None
) -> tuple[Block, ...]:
    """Return the sources of the claims quoted here, and how many claims more there are."""
    shown = cited(report, knowledge, framework)
    rest = len(report.claims - shown)
    more = knowledge.wording("decision-record.more-claims", count=rest)
    return (
        *sources_section(shown, knowledge),
        *([paragraph(more)] if rest else []),
    )


def _made(report: Report, knowledge: Knowledge, making: Making) -> tuple[Block, ...]:
    """Return how the record was made; the command itself follows the last block."""
    wording = knowledge.wording
    made = wording(
        "decision-record.made",
        program=making.version,
        version=report.knowledge_version,
        digest=report.knowledge_digest,
        day=report.as_of.isoformat(),
    )
    return (
        Heading(wording("decision-record.again"), level=3),
        paragraph(made),
    )


def _code(command: str) -> str:
    """Return a command as a block of code that nothing in it can end."""
    longest = max(map(len, _BACKTICKS.findall(command)), default=0)
    fence = "`" * max(_SHORTEST_FENCE, longest + 1)
    return f"{fence}sh\n{command}\n{fence}\n"
