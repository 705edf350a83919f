"""What hangs on single claims: those that decide cases alone, and those that never do."""

from advisor.model.knowledge import Knowledge
from advisor.model.mutation import Mutant, Sensitivity
from advisor.render.json_text import SCHEMA, Json
from advisor.render.page import (
    Bullets,
    Heading,
    Item,
    Page,
    Span,
    Tone,
    paragraph,
    section,
    words,
)

_MOST = 25


def sensitivity_page(found: Sensitivity, knowledge: Knowledge) -> Page:
    """Build the page: the claims on which most cases hang, then the silent ones."""
    total = len(knowledge.claims)
    deciding = len({each.claim for each in found.mutants})
    most = max((len(each.swings) for each in found.mutants), default=0)
    shown = tuple(_mutant(each, knowledge) for each in found.mutants[:_MOST])
    rest = len(found.mutants) - len(shown)
    more = [paragraph(f"and {rest} more", Tone.FAINT)] if rest > 0 else []
    return Page(
        (
            Heading("What hangs on single claims", level=1),
            paragraph(
                f"{total} claims deleted and flipped one at a time over {found.cases} "
                f"cases: {deciding} claims change at least one outcome alone, the "
                f"strongest changes {most}; {len(found.silent)} bear on no case."
            ),
            *section("Claims that decide cases alone", Bullets(shown), *more),
            *section("Claims that bear on no case", paragraph(_silent(found))),
        )
    )


def _mutant(each: Mutant, knowledge: Knowledge) -> Item:
    cases = ", ".join(f"{s.case} ({s.before} → {s.after})" for s in each.swings)
    return Item(
        (
            Span(each.claim, Tone.CODE),
            Span(f" {each.change}", Tone.FAINT),
            Span(f": {len(each.swings)} of the cases; "),
            Span(knowledge.claims[each.claim].statement, Tone.FAINT),
        ),
        (words(cases, Tone.FAINT),),
    )


def _silent(found: Sensitivity) -> str:
    return ", ".join(found.silent) or "none"


def sensitivity_fields(found: Sensitivity) -> Json:
    """Return every mutant that changes an outcome as JSON."""
    return {
        "schema": SCHEMA,
        "cases": found.cases,
        "mutants": [
            {
                "claim": each.claim,
                "change": each.change.value,
                "swings": [
                    {"case": s.case, "before": s.before, "after": s.after}
                    for s in each.swings
                ],
            }
            for each in found.mutants
        ],
        "silent": list(found.silent),
    }
