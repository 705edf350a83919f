"""The coverage of the rule base: claims for each cell, holes, sources, balance."""

from collections.abc import Iterator, Sequence

from advisor.model.coverage import Coverage, Covered, CoveredCriterion
from advisor.model.knowledge import Knowledge
from advisor.render.json_text import SCHEMA, Json, number
from advisor.render.page import (
    Block,
    Bullets,
    Grid,
    Heading,
    Item,
    Page,
    Tone,
    paragraph,
    section,
    words,
)

_LETTERS = 4
_ACROSS = 6
_GAP, _HOLE = "–", "?"
_LEAST_SOURCES = 2


def coverage_page(found: Coverage, knowledge: Knowledge) -> Page:
    """Build the matrix: criteria down, living alternatives across, then the totals."""
    return Page(
        (
            Heading("What the rule base covers", level=1),
            paragraph(
                f"Claims in force for each cell on {found.as_of.isoformat()}; "
                f"{_GAP} nothing can be said, and the reason is on record; "
                f"{_HOLE} a hole. The last table counts the sources of each criterion and "
                "gives the date up to which its newest claim is known to hold."
            ),
            *_grids(found),
            *section("Balance", Bullets(tuple(_balance(found, knowledge)))),
            *section("Totals", Bullets(tuple(Item(words(e)) for e in _totals(found)))),
            *_holes(found),
        )
    )


def _grids(found: Coverage) -> Iterator[Block]:
    """Yield the matrix in parts that fit 80 columns, then what concerns whole rows."""
    for start in range(0, len(found.frameworks), _ACROSS):
        part = found.frameworks[start : start + _ACROSS]
        rows = tuple(
            (words(row.criterion), *(words(_shown(row.cells[each])) for each in part))
            for row in found.rows
        )
        columns = ("criterion", *(_short(each, found.frameworks) for each in part))
        yield Grid(columns, rows, numeric=tuple(range(1, len(columns))))
    rows = tuple(
        (words(row.criterion), words(str(row.sources)), words(_newest(row)))
        for row in found.rows
    )
    yield Grid(("criterion", "sources", "newest"), rows, numeric=(1,))


def _short(framework: str, every: Sequence[str]) -> str:
    """Return the first letters, as many as it takes to tell it from the others."""
    others = [each for each in every if each != framework]
    letters = _LETTERS
    while letters < len(framework) + 1 and any(
        each[:letters] == framework[:letters] for each in others
    ):
        letters += 1
    return framework[:letters]


def _shown(cell: Covered) -> str:
    if cell.claims:
        return str(cell.claims)
    return _HOLE if cell.hole else _GAP


def _newest(row: CoveredCriterion) -> str:
    dates = [each.newest for each in row.cells.values() if each.newest is not None]
    return max(dates).isoformat() if dates else ""


def _balance(found: Coverage, knowledge: Knowledge) -> Iterator[Item]:
    for framework, share in found.balance.items():
        name = knowledge.frameworks[framework].name
        short = _short(framework, found.frameworks)
        yield Item(words(f"{short} {name}: {share:.0%} of the claims"))


def _totals(found: Coverage) -> Iterator[str]:
    cells = [each for row in found.rows for each in row.cells.values()]
    known = sum(bool(each.claims) for each in cells)
    thin = [row.criterion for row in found.rows if row.sources < _LEAST_SOURCES]
    yield (
        f"{len(found.rows)} criteria and {len(found.frameworks)} living alternatives: "
        f"{len(cells)} cells"
    )
    yield (
        f"{known} cells with claims, {len(cells) - known - len(found.holes)} gaps with "
        f"a reason, {len(found.holes)} holes"
    )
    yield (
        f"criteria with fewer than {_LEAST_SOURCES} sources: {', '.join(thin) or 'none'}"
    )


def _holes(found: Coverage) -> tuple[Block, ...]:
    items = tuple(
        Item(words(f"{framework} on {criterion}", Tone.BAD))
        for framework, criterion in found.holes
    )
    return section("Holes", Bullets(items))


def coverage_fields(found: Coverage) -> Json:
    """Return the coverage as JSON."""
    return {
        "schema": SCHEMA,
        "as_of": found.as_of.isoformat(),
        "evidence": found.evidence.value,
        "frameworks": list(found.frameworks),
        "criteria": {
            row.criterion: {
                "sources": row.sources,
                "cells": {
                    framework: {
                        "claims": cell.claims,
                        "sources": cell.sources,
                        "newest": cell.newest.isoformat() if cell.newest else None,
                        "gap": cell.reason or None,
                    }
                    for framework, cell in row.cells.items()
                },
            }
            for row in found.rows
        },
        "holes": [list(each) for each in found.holes],
        "balance": {each: number(share) for each, share in found.balance.items()},
    }
