"""How sure a recommendation is, for a reader in a hurry; `full` has the rest."""

from collections.abc import Sequence

from advisor.model.knowledge import Knowledge
from advisor.model.report import Report
from advisor.model.robustness import (
    Acceptability,
    Challenge,
    Opinion,
)
from advisor.render.page import (
    Block,
    Bullets,
    Grid,
    Item,
    Paragraph,
    Span,
    Tone,
    paragraph,
    phrase,
    section,
    words,
)
from advisor.render.robustness.words import (
    challenged,
    is_sampled,
    method_name,
    name,
    noise_text,
    share,
    some,
    strong,
    winner,
)

_FRAMEWORKS = 4
_RARELY = 0.005
_RANKS = ("robustness.first", "robustness.second", "robustness.third")
_CELLS = 10  # of a bar
_HINGES = 4


def sure_section(report: Report, knowledge: Knowledge) -> tuple[Block, ...]:
    """Say how sure the first of the ranking is; nothing where nothing was sampled."""
    if not is_sampled(report):
        return ()
    wording = knowledge.wording
    challenge = challenged(report)
    texts = (
        [wording("robustness.not-tried")]
        if challenge is None
        else _tried(report, challenge, knowledge)
    )
    return section(
        wording("robustness.sure"),
        how_sure(report, knowledge),
        _places(report, knowledge),
        Bullets(tuple(Item(phrase(each)) for each in texts)),
        threshold(knowledge),
    )


def how_sure(report: Report, knowledge: Knowledge) -> Paragraph:
    """Say in one sentence in how many of the samples the first of a ranking is first."""
    sampled = report.sampled
    first = strong(report.ranking[0].framework, knowledge)
    values = {
        "framework": first,
        "share": Span(share(sampled.sure), Tone.STRONG),
        "samples": f"{sampled.samples:,}",
    }
    wording = knowledge.wording
    if len(report.ranking) > 1:
        error = f"{round(100 * sampled.error, 2):g}%"
        told = wording("robustness.comes-first", **values, error=error)
    elif report.not_judged:
        told = wording("robustness.alone-judged", **values)
    else:
        told = wording("robustness.alone", **values)
    return Paragraph(phrase(told))


def threshold(knowledge: Knowledge) -> Paragraph:
    """Say from where on a verdict is clear."""
    constants = knowledge.constants
    text = knowledge.wording(
        "robustness.threshold",
        margin=f"{constants.tie_margin.value:g}",
        share=share(constants.clear_acceptability.value),
        count=int(constants.clear_sources.value),
    )
    return paragraph(text, Tone.FAINT)


def _places(report: Report, knowledge: Knowledge) -> Grid:
    """Return how often the first few frameworks take the first few ranks."""
    wording = knowledge.wording
    every = report.sampled.frameworks
    shown = [each for n, each in enumerate(every) if n < 2 or each.first >= _RARELY]
    ranks = min(len(every), len(_RANKS))
    titles = [wording(key) for key in _RANKS[:ranks]]
    if len(every) > ranks:
        titles.append(wording("robustness.lower"))
    return Grid(
        (wording("report.framework"), *titles),
        tuple(
            (
                words(name(each.framework, knowledge)),
                words(_bar(each)),
                *(words(share(part)) for part in _parts(each, ranks)),
            )
            for each in shown[:_FRAMEWORKS]
            if len(report.ranking) > 1
        ),
        numeric=tuple(range(2, len(titles) + 1)),
        colon=wording("common.colon"),
    )


def _bar(each: Acceptability) -> str:
    filled = round(each.first * _CELLS)
    return f"{'█' * filled}{'·' * (_CELLS - filled)} {share(each.first):>4}"


def _parts(each: Acceptability, ranks: int) -> list[float]:
    """Return the shares of the ranks after the first, the last ones as one."""
    rest = [sum(each.ranks[ranks:])] if len(each.ranks) > ranks else []
    return [*each.ranks[1:ranks], *rest]


def _tried(report: Report, challenge: Challenge, knowledge: Knowledge) -> list[str]:
    wording = knowledge.wording
    first = report.ranking[0].framework
    texts = []
    if len(report.ranking) > 1:
        texts.append(_agreement(first, challenge.opinions, knowledge))
        texts.append(_hinges(first, challenge, knowledge))
    if challenge.noise is not None:
        texts.append(noise_text(challenge.noise, wording))
    return texts


def _agreement(first: str, opinions: Sequence[Opinion], knowledge: Knowledge) -> str:
    wording = knowledge.wording
    by_first: dict[str, list[str]] = {}
    for each in opinions:
        methods = by_first.setdefault(each.order[0], [])
        methods.append(method_name(each.method, wording))
    if set(by_first) == {first}:
        return wording(
            "robustness.agree",
            framework=name(first, knowledge),
            methods=wording.listed(by_first[first]),
        )
    said = [
        wording(
            "robustness.first-by",
            framework=name(own, knowledge),
            methods=wording.listed(methods),
        )
        for own, methods in by_first.items()
    ]
    return wording("robustness.disagree", opinions=wording.clauses(said))


def _hinges(first: str, challenge: Challenge, knowledge: Knowledge) -> str:
    """Say whether a single source or a single criterion decides who comes first."""
    wording = knowledge.wording
    found = [
        wording(
            "robustness.source",
            source=Span(each.what, Tone.CODE),
            framework=winner(each, knowledge),
        )
        for each in challenge.without_source
        if each.first != first
    ]
    found += [
        wording(
            "robustness.criterion",
            criterion=wording.inline(knowledge.criteria[each.what].title),
            framework=winner(each, knowledge),
        )
        for each in challenge.without_criterion
        if each.first != first
    ]
    if not found:
        return wording("robustness.hangs-on-nothing")
    parts = some(found, _HINGES, wording)
    return wording("robustness.hangs-on", count=len(found), parts=parts)
