"""How often each framework takes each rank, and what would favour it."""

from advisor.model.knowledge import Knowledge
from advisor.model.language import Wording
from advisor.model.report import Report
from advisor.model.robustness import Acceptability, Favour
from advisor.render.page import (
    Block,
    Bullets,
    Grid,
    Item,
    Line,
    Span,
    Tone,
    paragraph,
    phrase,
    section,
    words,
)
from advisor.render.robustness.sure import how_sure, threshold
from advisor.render.robustness.words import is_sampled, name, percent, share, strong

_RAISED = 3
_TRIFLE = 0.005  # a weight that is so little above its present one is no reason


def sampled_sections(report: Report, knowledge: Knowledge) -> tuple[Block, ...]:
    """Return the shares of all ranks, and what each framework is favoured by.

    Nothing where nothing was sampled.
    """
    if not is_sampled(report):
        return ()
    wording = knowledge.wording
    alone = len(report.ranking) == 1
    sure = section(
        wording("robustness.sure"),
        how_sure(report, knowledge),
        *([] if alone else [_ranks(report, knowledge)]),
        threshold(knowledge),
    )
    if alone:
        return sure
    return (
        *sure,
        *section(
            wording("robustness.favours"),
            Bullets(_favours(report, knowledge)),
            paragraph(wording("robustness.confidence"), Tone.FAINT),
        ),
    )


def _ranks(report: Report, knowledge: Knowledge) -> Grid:
    """Return in how many per cent of the samples each framework takes each rank."""
    wording = knowledge.wording
    every = report.sampled.frameworks
    return Grid(
        (
            wording("robustness.framework-by-rank"),
            *(f"{rank}." for rank in range(1, len(every) + 1)),
        ),
        tuple(
            (
                words(name(each.framework, knowledge)),
                *(words(share(part).removesuffix("%")) for part in each.ranks),
            )
            for each in every
        ),
        numeric=tuple(range(1, len(every) + 1)),
        colon=wording("common.colon"),
    )


def _favours(report: Report, knowledge: Knowledge) -> tuple[Item, ...]:
    """Say what a project would have to care about for each framework to come first."""
    wording = knowledge.wording
    present = {each.criterion: each.weight for each in report.weighting}
    first = report.ranking[0].framework
    items = [
        Item(
            _suits(each, each.favour, knowledge)
            if each.framework == first
            else _favour(each, each.favour, present, knowledge)
        )
        for each in report.sampled.frameworks
        if isinstance(each.favour, Favour)
    ]
    never = [
        name(each.framework, knowledge)
        for each in report.sampled.frameworks
        if not isinstance(each.favour, Favour)
    ]
    if never:
        text = wording("robustness.never", frameworks=wording.listed(never))
        items.append(Item(phrase(text)))
    return tuple(items)


def _favour(
    own: Acceptability,
    favour: Favour,
    present: dict[str, float],
    knowledge: Knowledge,
) -> Line:
    wording = knowledge.wording
    gains = {each: favour.weights[each] - present[each] for each in favour.weights}
    raised = [each for each in gains if gains[each] >= _TRIFLE]
    raised.sort(key=lambda each: (-gains[each], each))
    criteria = [
        wording(
            "robustness.rather-than",
            criterion=wording.inline(knowledge.criteria[each].title),
            weight=percent(favour.weights[each]),
            present=percent(present[each]),
        )
        for each in raised[:_RAISED]
    ]
    if not criteria:
        return _suits(own, favour, knowledge)
    text = wording(
        "robustness.cares-more",
        framework=strong(own.framework, knowledge),
        criteria=wording.listed(criteria),
        about=_about(own, favour, wording),
    )
    return phrase(text)


def _suits(own: Acceptability, favour: Favour, knowledge: Knowledge) -> Line:
    wording = knowledge.wording
    framework = strong(own.framework, knowledge)
    about = _about(own, favour, wording)
    return phrase(wording("robustness.as-is", framework=framework, about=about))


def _about(own: Acceptability, favour: Favour, wording: Wording) -> Span:
    text = wording(
        "robustness.favoured",
        share=share(own.first),
        confidence=share(favour.confidence),
    )
    return Span(text, Tone.FAINT)
