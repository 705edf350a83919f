"""The way into production: stack, paths to the targets, and when a move pays."""

from collections.abc import Sequence

from advisor.model.knowledge import Knowledge
from advisor.model.language import Wording
from advisor.model.report import Horizon, Pairing, Report, Verdict
from advisor.model.route import Route
from advisor.model.terms import term
from advisor.render.page import (
    Block,
    Bullets,
    Item,
    Line,
    Span,
    Tone,
    phrase,
    section,
    words,
)

_OTHERS = 2
# The answers to maintenance-horizon: their names, and how long code lasts that long.
_HORIZONS = {
    "months": ("report.months", "report.for-months"),
    "years": ("report.years", "report.for-years"),
    "decade": ("report.decade", "report.for-a-decade"),
}


def deployment_section(report: Report, knowledge: Knowledge) -> tuple[Block, ...]:
    """Return what to use with the recommended framework, and the way to each target."""
    if report.recommendation is None:
        return ()
    ways = [
        item
        for each in report.stacks.values()
        for item in _ways(each, report, knowledge)
    ]
    items = (*ways, *beside_ways(report, knowledge))
    return section(knowledge.wording("report.shipping"), Bullets(items))


def beside_ways(report: Report, knowledge: Knowledge) -> tuple[Item, ...]:
    """Return targets without a way, a pair that would fit better, when a move pays."""
    return (
        *(Item(words(_unreached(each, knowledge))) for each in report.unreached),
        *_together(report.together, knowledge),
        *_move(report.horizons, knowledge),
    )


def _ways(stack: Sequence[str], report: Report, knowledge: Knowledge) -> list[Item]:
    """Return stack and paths of one framework; on a tie they say whose they are."""
    routes = report.routes.get(stack[0], {}).values()
    whose = knowledge.frameworks[stack[0]].name if len(report.stacks) > 1 else ""
    return [
        *stack_items(stack, knowledge),
        *(_route(each, knowledge, whose) for each in routes),
    ]


def stack_items(stack: Sequence[str], knowledge: Knowledge) -> list[Item]:
    """Return what to use with a framework, and why; nothing if it stands alone."""
    if len(stack) == 1:
        return []
    wording = knowledge.wording
    layers = [knowledge.layers[each] for each in stack[1:]]
    named = wording(
        "report.stack",
        label=Span(wording("report.stack-label"), Tone.STRONG),
        framework=knowledge.frameworks[stack[0]].name,
        layers=wording.listed(each.name for each in layers),
    )
    reasons = (
        wording("report.layer", layer=each.name, because=each.because)
        for each in layers
    )
    return [Item(phrase(named), tuple(words(each, Tone.FAINT) for each in reasons))]


def _route(route: Route, knowledge: Knowledge, whose: str) -> Item:
    wording = knowledge.wording
    target = route.target
    if whose:
        target = wording("report.target-from", target=target, framework=whose)
    line = wording(
        "report.route",
        target=Span(target, Tone.STRONG),
        way=way(route, knowledge),
        path=Span(route.path.id, Tone.CODE),
    )
    return Item(phrase(line), route_details(route, knowledge))


def route_details(route: Route, knowledge: Knowledge) -> tuple[Line, ...]:
    """Return how far a way can be relied on, what it lacks, and what else leads there."""
    wording = knowledge.wording
    milestone = route.milestone
    details = [
        wording(
            "report.maturity",
            maturity=term(milestone.maturity, wording),
            day=milestone.since.isoformat(),
            source=_linked(milestone.source, knowledge),
        )
    ]
    if route.misses:
        missed = wording("report.misses", misses=wording.listed(route.misses))
        details.append(f"{Span(missed, Tone.BAD)}")
    if route.path.caveats:
        details.append(wording("report.caveats", caveats=route.path.caveats))
    if route.others:
        others = [_named(each, knowledge) for each in route.others[:_OTHERS]]
        details.append(wording("report.others", others=wording.listed(others)))
    return tuple(phrase(each, Tone.FAINT) for each in details)


def _linked(source: str, knowledge: Knowledge) -> Span:
    own = knowledge.sources[source]
    return Span(own.title, Tone.FAINT, own.url)


def _named(path: str, knowledge: Knowledge) -> str:
    runtime = knowledge.runtimes[knowledge.paths[path].runtime].name
    return knowledge.wording("common.aside", text=runtime, aside=path)


def way(route: Route, knowledge: Knowledge) -> str:
    """Return the way in one line: export steps, format, runtime."""
    path = route.path
    names = [knowledge.frameworks[each].name for each in path.through]
    runtime = knowledge.runtimes[path.runtime].name
    steps = " → ".join((*path.steps, path.format, runtime))
    if not names:
        return steps
    wording = knowledge.wording
    return wording("report.through", way=steps, frameworks=wording.listed(names))


def _unreached(target: str, knowledge: Knowledge) -> str:
    return knowledge.wording("report.unreached", target=target)


def _together(pair: Pairing | None, knowledge: Knowledge) -> list[Item]:
    if pair is None:
        return []
    wording = knowledge.wording
    line = wording(
        "report.together",
        label=Span(wording("report.together-label"), Tone.STRONG),
        first=_serving(pair.first, pair.first_targets, knowledge),
        second=_serving(pair.second, pair.second_targets, knowledge),
    )
    return [Item(phrase(line))]


def _serving(framework: str, targets: Sequence[str], knowledge: Knowledge) -> str:
    name = knowledge.frameworks[framework].name
    if not targets:
        return name
    wording = knowledge.wording
    return wording("report.serving", framework=name, targets=wording.listed(targets))


def _move(horizons: Sequence[Horizon], knowledge: Knowledge) -> list[Item]:
    """Say what comes first for each horizon over which a move would have to pay."""
    if not horizons:
        return []
    wording = knowledge.wording
    outcomes = [
        wording(
            "report.outcome",
            horizon=_in_words(each.horizon, wording)[0],
            outcome=_outcome(each, knowledge),
        )
        for each in horizons
    ]
    line = wording(
        "report.move",
        label=Span(wording("report.move-label"), Tone.STRONG),
        outcomes=wording.clauses(outcomes),
    )
    turn = _turn(horizons)
    details: tuple[Line, ...] = ()
    if turn is not None:
        text = wording(
            "report.move-pays",
            framework=knowledge.frameworks[turn.framework].name,
            lasting=_in_words(turn.horizon, wording)[1],
        )
        details = (words(text, Tone.FAINT),)
    return [Item(phrase(line), details)]


def _in_words(horizon: str, wording: Wording) -> tuple[str, str]:
    """Return a horizon and how long that lasts; one of an overlay has only its id."""
    if horizon not in _HORIZONS:
        return horizon, horizon
    name, lasting = _HORIZONS[horizon]
    return wording(name), wording(lasting)


def _turn(horizons: Sequence[Horizon]) -> Horizon | None:
    """Return the first horizon at which what wins in the end comes first, if it turns."""
    if any(each.verdict is Verdict.NO_BASIS for each in horizons):
        return None
    final = horizons[-1].framework
    if _wins(horizons[0], final):
        return None
    return next((each for each in horizons if _wins(each, final)), None)


def _wins(horizon: Horizon, framework: str) -> bool:
    return horizon.framework == framework and horizon.verdict is not Verdict.TIE


def _outcome(horizon: Horizon, knowledge: Knowledge) -> str:
    wording = knowledge.wording
    if horizon.verdict is Verdict.NO_BASIS:
        return wording("report.no-basis")
    name = knowledge.frameworks[horizon.framework].name
    if horizon.verdict is not Verdict.TIE:
        return name
    return wording("common.aside", text=name, aside=term(Verdict.TIE, wording))
