"""Everything that was tried to shake a recommendation, and what came of it."""

from collections.abc import Sequence

from advisor.model.knowledge import Knowledge
from advisor.model.report import Report
from advisor.model.robustness import Challenge, NoTippingPoint, StableWeight
from advisor.render.page import (
    Block,
    Bullets,
    Grid,
    Item,
    paragraph,
    phrase,
    section,
    words,
)
from advisor.render.robustness.change import open_answers, tipping_points, try_it
from advisor.render.robustness.sampled import sampled_sections
from advisor.render.robustness.tried import tried_section
from advisor.render.robustness.words import challenged, name, percent, tipping_text

_NOBODY = "–"


def robustness_sections(report: Report, knowledge: Knowledge) -> tuple[Block, ...]:
    """Return all that is known of how sure a recommendation is, and why.

    The part on samples is there where they were drawn, the rest where it was tried.
    """
    challenge = challenged(report)
    if challenge is None:
        return sampled_sections(report, knowledge)
    return (
        *sampled_sections(report, knowledge),
        *_tipping(challenge, knowledge),
        *_stability(report, challenge, knowledge),
        *tried_section(report, challenge, knowledge),
    )


def _tipping(challenge: Challenge, knowledge: Knowledge) -> tuple[Block, ...]:
    wording = knowledge.wording
    points = tipping_points(challenge)
    texts = [tipping_text(each, knowledge) for each in points]
    searched: dict[int, list[str]] = {}
    for each in challenge.tipping_points:
        if isinstance(each, NoTippingPoint):
            names = searched.setdefault(each.searched, [])
            names.append(name(each.framework, knowledge))
    texts += [
        wording("robustness.impossible", frameworks=wording.listed(names), count=count)
        for count, names in searched.items()
    ]
    every = sum(len(each.winners) for each in challenge.open_questions)
    texts += open_answers(challenge, knowledge, every)
    items = tuple(Item(phrase(each)) for each in texts)
    return section(
        wording("robustness.change"), Bullets(items), *try_it(points, knowledge)
    )


def _stability(
    report: Report, challenge: Challenge, knowledge: Knowledge
) -> tuple[Block, ...]:
    """Return the interval of each weight in which the first stays first."""
    if not challenge.stable_weights:
        return ()
    wording = knowledge.wording
    every = challenge.stable_weights
    free = [
        wording.inline(knowledge.criteria[each.criterion].title)
        for each in every
        if not (each.under or each.over)
    ]
    rest = wording("robustness.unbounded", criteria=wording.listed(free))
    own = name(report.ranking[0].framework, knowledge)
    return section(
        wording("robustness.stability"),
        paragraph(wording("robustness.stays-first", framework=own)),
        _intervals([each for each in every if each.under or each.over], knowledge),
        *([paragraph(rest)] if free else []),
    )


def _intervals(weights: Sequence[StableWeight], knowledge: Knowledge) -> Grid:
    wording = knowledge.wording
    return Grid(
        (
            wording("robustness.criterion-column"),
            wording("robustness.weight-column"),
            wording("robustness.from-column"),
            wording("robustness.to-column"),
            wording("robustness.below-column"),
            wording("robustness.above-column"),
        ),
        tuple(
            (
                words(knowledge.criteria[each.criterion].title),
                words(percent(each.weight)),
                words(percent(each.low)),
                words(percent(each.high)),
                *(
                    words(name(other, knowledge) if other else _NOBODY)
                    for other in (each.under, each.over)
                ),
            )
            for each in weights
        ),
        numeric=(1, 2, 3),
        colon=wording("common.colon"),
    )
