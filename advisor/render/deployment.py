"""The way into production: stack, paths to the targets, and when a move pays."""

from collections.abc import Sequence

from advisor.model.knowledge import Knowledge
from advisor.model.report import Horizon, Pairing, Report, Verdict
from advisor.model.route import Route
from advisor.model.words import listed
from advisor.render.page import Block, Bullets, Item, Line, Span, Tone, section, words

_OTHERS = 2
_LASTING = {"months": "for months", "years": "for years", "decade": "a decade"}


def deployment_section(report: Report, knowledge: Knowledge) -> tuple[Block, ...]:
    """Return what to use with the recommended framework, and the way to each target."""
    if report.recommendation is None:
        return ()
    ways = [
        item
        for each in report.stacks.values()
        for item in _ways(each, report, knowledge)
    ]
    items = [
        *ways,
        *(Item(words(_unreached(each))) for each in report.unreached),
        *_together(report.together, knowledge),
        *_move(report.horizons, knowledge),
    ]
    return section("How to build and ship it", Bullets(tuple(items)))


def _ways(stack: Sequence[str], report: Report, knowledge: Knowledge) -> list[Item]:
    """Return stack and paths of one framework; on a tie they say whose they are."""
    routes = report.routes.get(stack[0], {}).values()
    whose = knowledge.frameworks[stack[0]].name if len(report.stacks) > 1 else ""
    return [
        *_stack(stack, knowledge),
        *(_route(each, knowledge, whose) for each in routes),
    ]


def _stack(stack: Sequence[str], knowledge: Knowledge) -> list[Item]:
    if len(stack) == 1:
        return []
    names = listed(knowledge.layers[each].name for each in stack[1:])
    first = knowledge.frameworks[stack[0]].name
    return [
        Item(
            (Span("stack", Tone.STRONG), Span(f": {first} with {names}")),
            tuple(
                words(
                    f"{knowledge.layers[each].name}: {knowledge.layers[each].because}",
                    Tone.FAINT,
                )
                for each in stack[1:]
            ),
        )
    ]


def _route(route: Route, knowledge: Knowledge, whose: str) -> Item:
    milestone = route.milestone
    maturity = f"{milestone.maturity} since {milestone.since.isoformat()}"
    details: list[Line] = [
        words(f"{maturity}; {_source(milestone.source, knowledge)}", Tone.FAINT)
    ]
    if route.misses:
        missed = listed(route.misses)
        details.append(words(f"not served by it: {missed}", Tone.BAD))
    if route.path.caveats:
        details.append(words(f"mind: {route.path.caveats}", Tone.FAINT))
    if route.others:
        others = listed(_named(each, knowledge) for each in route.others[:_OTHERS])
        details.append(words(f"also possible: {others}", Tone.FAINT))
    return Item(
        (
            Span(
                f"{route.target} from {whose}" if whose else route.target, Tone.STRONG
            ),
            Span(f": {way(route, knowledge)} ("),
            Span(route.path.id, Tone.CODE),
            Span(")"),
        ),
        tuple(details),
    )


def _named(path: str, knowledge: Knowledge) -> str:
    return f"{knowledge.runtimes[knowledge.paths[path].runtime].name} ({path})"


def way(route: Route, knowledge: Knowledge) -> str:
    """Return the way in one line: export steps, format, runtime."""
    path = route.path
    names = [knowledge.frameworks[each].name for each in path.through]
    through = f" by way of {listed(names)}" if names else ""
    runtime = knowledge.runtimes[path.runtime].name
    return f"{' → '.join((*path.steps, path.format, runtime))}{through}"


def _source(source_id: str, knowledge: Knowledge) -> str:
    return knowledge.sources[source_id].title


def _unreached(target: str) -> str:
    return f"{target}: the rule base knows no way to it from any framework"


def _together(pair: Pairing | None, knowledge: Knowledge) -> list[Item]:
    if pair is None:
        return []
    first = knowledge.frameworks[pair.first].name
    second = knowledge.frameworks[pair.second].name
    reached = f" for {listed(pair.first_targets)}" if pair.first_targets else ""
    return [
        Item(
            (
                Span("two together", Tone.STRONG),
                Span(
                    f": {first}{reached} and {second} for "
                    f"{listed(pair.second_targets)} would fit better than any one "
                    "framework, at the price of training twice"
                ),
            )
        )
    ]


def _move(horizons: Sequence[Horizon], knowledge: Knowledge) -> list[Item]:
    """Say what comes first for each horizon over which a move would have to pay."""
    if not horizons:
        return []
    texts = [f"{each.horizon}: {_outcome(each, knowledge)}" for each in horizons]
    said = f", by the time it must last: {'; '.join(texts)}"
    turn = _turn(horizons)
    details: tuple[Line, ...] = ()
    if turn is not None:
        name = knowledge.frameworks[turn.framework].name
        lasting = _LASTING.get(turn.horizon, turn.horizon)
        text = f"a move to {name} begins to pay where the code must last {lasting}"
        details = (words(text, Tone.FAINT),)
    return [Item((Span("existing code", Tone.STRONG), Span(said)), details)]


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
    if horizon.verdict is Verdict.NO_BASIS:
        return "no basis"
    name = knowledge.frameworks[horizon.framework].name
    return f"{name} (tie)" if horizon.verdict is Verdict.TIE else name
