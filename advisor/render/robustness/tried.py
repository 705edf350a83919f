"""What was tried to shake a recommendation, and what came of it."""

from collections.abc import Callable, Sequence

from advisor.model.knowledge import Knowledge
from advisor.model.report import Report
from advisor.model.robustness import Challenge, Without
from advisor.render.explanation_words import signed
from advisor.render.page import Block, Bullets, Item, Line, Span, Tone, phrase, section
from advisor.render.robustness.words import (
    method_name,
    name,
    noise_text,
    strong,
    winner,
)

_NEAREST = 3


def tried_section(
    report: Report, challenge: Challenge, knowledge: Knowledge
) -> tuple[Block, ...]:
    """Return what came of leaving out, of chance, of other methods, and of dominance."""
    if not report.ranking:
        return ()
    wording = knowledge.wording
    first = report.ranking[0].framework
    sources, criteria = challenge.without_source, challenge.without_criterion
    items = []
    if sources:
        text = wording(
            "robustness.sources-tried",
            count=len(sources),
            lost=_lost(first, sources),
        )
        lines = _closest(
            first, sources, lambda each: _source(each, knowledge), knowledge
        )
        items.append(Item(phrase(text), lines))
    if criteria:
        text = wording(
            "robustness.criteria-tried",
            count=len(criteria),
            lost=_lost(first, criteria),
        )
        titles = knowledge.criteria
        lines = _closest(first, criteria, lambda each: titles[each].title, knowledge)
        items.append(Item(phrase(text), lines))
    if challenge.noise is not None:
        items.append(Item(phrase(noise_text(challenge.noise, wording))))
    items += [*_orders(challenge, knowledge), *_dominated(challenge, knowledge)]
    return section(wording("robustness.tried"), Bullets(tuple(items)))


def _lost(first: str, tried: Sequence[Without]) -> int:
    return sum(each.first != first for each in tried)


def _source(source: str, knowledge: Knowledge) -> str:
    title = knowledge.sources[source].title
    wording = knowledge.wording
    return wording("common.aside", text=title, aside=Span(source, Tone.CODE))


def _closest(
    first: str,
    tried: Sequence[Without],
    titled: Callable[[str], str],
    knowledge: Knowledge,
) -> tuple[Line, ...]:
    """Return what changes who comes first, and the few that come closest to it."""
    changed = [each for each in tried if each.first != first]
    held = [each for each in tried if each.first == first]
    return tuple(
        phrase(
            knowledge.wording(
                "robustness.without",
                what=titled(each.what),
                framework=winner(each, knowledge),
                lead=signed(each.lead),
            )
        )
        for each in (*changed, *held[:_NEAREST])
    )


def _orders(challenge: Challenge, knowledge: Knowledge) -> list[Item]:
    if not challenge.opinions:
        return []
    wording = knowledge.wording
    lines = tuple(
        phrase(
            wording(
                "robustness.order",
                method=method_name(each.method, wording),
                frameworks=wording.series(name(f, knowledge) for f in each.order),
            )
        )
        for each in challenge.opinions
    )
    return [Item(phrase(wording("robustness.orders")), lines)]


def _dominated(challenge: Challenge, knowledge: Knowledge) -> list[Item]:
    if not challenge.dominated:
        return []
    wording = knowledge.wording
    lines = tuple(
        phrase(
            wording(
                "robustness.dominated-by",
                framework=strong(each.framework, knowledge),
                others=wording.listed(name(f, knowledge) for f in each.by),
            )
        )
        for each in challenge.dominated
    )
    return [Item(phrase(wording("robustness.dominated")), lines)]
