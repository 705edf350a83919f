"""Open questions: how much a single answer that is still missing could matter."""

from collections.abc import Iterator

import numpy as np

from advisor.engine.challenge.variants import NOTHING, Standings, Variants
from advisor.engine.completions.cells import Numbers
from advisor.engine.facts import facts_of
from advisor.engine.relevance import applies
from advisor.model.question import Answer
from advisor.model.robustness import Cleared, OpenQuestion

_LEAST_MOVE = 0.0005  # of a lead, which is shown with three digits


def open_questions(variants: Variants) -> tuple[OpenQuestion, ...]:
    """Return the questions without an answer that can move the lead, and how far.

    Those that were asked in vain are among them. What is tried is each answer that can
    be one change (see `changes`). The lead is the score of the framework that comes
    first now, less the best score of another; who is excluded or not judged counts as
    0, and so does the first while nobody is ranked. The question whose answer could
    lower the lead most comes first, of equal ones the first of the interview.
    """
    sets = np.arange(NOTHING, len(variants.changes))[:, None]
    standings = variants.standings(sets, variants.tally(sets), variants.frameworks)
    found = {each.question: each for each in _moving(variants, standings)}
    open_ = [
        found[each.id]
        for each in variants.knowledge.interview()
        if each.id in found and applies(each, facts_of(variants.profile))
    ]
    return tuple(sorted(open_, key=lambda each: each.low))


def _moving(variants: Variants, standings: Standings) -> Iterator[OpenQuestion]:
    """Yield the questions that are not answered and move the lead."""
    present = standings.first[:, 0]
    leads = _leads(standings)
    for block in variants.blocks:
        question = variants.changes[block.start].question
        # The first place is that of no change.
        own = slice(block.start + 1, block.stop + 1)
        low, high = float(leads[own].min()), float(leads[own].max())
        moved = max(leads[0] - low, high - leads[0]) > _LEAST_MOVE
        if question in variants.profile.answers or not moved:
            continue
        winners: dict[str, Answer] = {}
        nobody: list[Answer] = []
        for place, change in enumerate(variants.changes[block], own.start):
            if isinstance(change.answer, Cleared):
                continue
            first = standings.first[:, place]
            for row in np.flatnonzero(first & ~present):
                winners.setdefault(variants.frameworks[row], change.answer)
            if present.any() and not first.any():
                nobody.append(change.answer)
        yield OpenQuestion(question, low, high, winners, tuple(nobody))


def _leads(standings: Standings) -> Numbers:
    """Return the lead of the framework that is first without any change."""
    present = np.flatnonzero(standings.first[:, 0])
    if len(present):
        return standings.leads(int(present[0]))
    best: Numbers = np.maximum(standings.scores, 0).max(axis=0, initial=0)
    return 0 - best
