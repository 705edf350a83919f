"""What differs between two states of the rule base, flips of the advice first."""

from collections.abc import Sequence

from advisor.model.difference import Difference, Flip, MovedCell
from advisor.model.words import listed
from advisor.render.json_text import SCHEMA, Json, number
from advisor.render.page import (
    Block,
    Bullets,
    Grid,
    Heading,
    Item,
    Page,
    Span,
    Tone,
    paragraph,
    section,
    words,
)

_MOST_CELLS = 40
_MOST_CLAIMS = 12


def difference_page(found: Difference) -> Page:
    """Build the page: whose recommendation flips, then cells, then claims."""
    flips = Bullets(tuple(_flip(each) for each in found.flips))
    return Page(
        (
            Heading(f"From {found.old} to {found.new}", level=1),
            paragraph(
                f"{len(found.flips)} of {found.cases} cases come out differently; "
                f"{len(found.cells)} cells moved; {len(found.added)} claims came into "
                f"force, {len(found.removed)} went out of it, "
                f"{len(found.changed)} changed."
            ),
            *section("Recommendations that flip", flips),
            *_cells(found.cells),
            *_claims("Claims that came into force", found.added),
            *_claims("Claims that went out of force", found.removed),
            *_claims("Claims that changed", found.changed),
        )
    )


def _flip(each: Flip) -> Item:
    reasons = f"above all {listed(each.criteria)}" if each.criteria else ""
    claims = f"claims {', '.join(each.claims)}" if each.claims else ""
    return Item(
        (
            Span(each.case, Tone.CODE),
            Span(f" {each.title}: "),
            Span(f"{each.before} → {each.after}", Tone.STRONG),
        ),
        tuple(words(text, Tone.FAINT) for text in (reasons, claims) if text),
    )


def _cells(cells: Sequence[MovedCell]) -> tuple[Block, ...]:
    ordered = sorted(
        cells, key=lambda each: (-_distance(each), each.framework, each.criterion)
    )
    rows = tuple(
        (
            words(each.framework),
            words(each.criterion),
            words(_shown(each.before)),
            words(_shown(each.after)),
        )
        for each in ordered[:_MOST_CELLS]
    )
    if not rows:
        return ()
    grid = Grid(("framework", "criterion", "before", "after"), rows, numeric=(2, 3))
    rest = len(cells) - len(rows)
    more = [paragraph(f"and {rest} more cells", Tone.FAINT)] if rest > 0 else []
    return section("Cells that moved most", grid, *more)


def _distance(each: MovedCell) -> float:
    if each.before is None or each.after is None:
        return 1.0
    return abs(each.before - each.after)


def _shown(value: float | None) -> str:
    return "gap" if value is None else f"{value:.2f}"


def _claims(title: str, claims: Sequence[str]) -> tuple[Block, ...]:
    shown = ", ".join(claims[:_MOST_CLAIMS])
    rest = len(claims) - _MOST_CLAIMS
    text = f"{shown} and {rest} more" if rest > 0 else shown
    return section(title, paragraph(text)) if claims else ()


def difference_fields(found: Difference) -> Json:
    """Return everything that differs as JSON."""
    return {
        "schema": SCHEMA,
        "old": found.old,
        "new": found.new,
        "as_of": [each.isoformat() for each in found.as_of],
        "cases": found.cases,
        "flips": [
            {
                "case": each.case,
                "title": each.title,
                "before": each.before,
                "after": each.after,
                "criteria": list(each.criteria),
                "claims": list(each.claims),
            }
            for each in found.flips
        ],
        "cells": [
            {
                "framework": each.framework,
                "criterion": each.criterion,
                "before": None if each.before is None else number(each.before),
                "after": None if each.after is None else number(each.after),
            }
            for each in found.cells
        ],
        "claims": {
            "added": list(found.added),
            "removed": list(found.removed),
            "changed": list(found.changed),
        },
    }
