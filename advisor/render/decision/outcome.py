"""What was decided, what follows from it, and how to confirm it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from advisor.model.knowledge import Knowledge
from advisor.model.path import Maturity
from advisor.model.report import Ranked, Recommendation, Report
from advisor.model.route import Route
from advisor.model.terms import term
from advisor.render.decision.choice import ranked_as, recommended, rival_of
from advisor.render.deployment import deployment_section
from advisor.render.page import (
    Block,
    Bullets,
    Heading,
    Item,
    Span,
    Tone,
    paragraph,
    phrase,
    words,
)
from advisor.render.reasons import sides
from advisor.render.recommendation import verdict_blocks
from advisor.render.robustness.sure import how_sure
from advisor.render.robustness.words import is_sampled
from advisor.render.standing import life_text

_CRITERIA = 4


def outcome_section(
    report: Report, knowledge: Knowledge, framework: str | None
) -> tuple[Block, ...]:
    """Return the decision and its verdict, how it ships, what follows, what confirms it."""
    wording = knowledge.wording
    _title, _summary, *verdict = verdict_blocks(report, knowledge)
    sure = [how_sure(report, knowledge)] if is_sampled(report) else []
    return (
        Heading(wording("decision-record.outcome")),
        paragraph(_outcome(report, knowledge, framework)),
        *verdict,
        *sure,
        *(_shipping(report, knowledge, framework) if framework else ()),
        *(_consequences(report, knowledge, framework) if framework else ()),
        *_confirmation(report, knowledge, framework),
    )


def _outcome(report: Report, knowledge: Knowledge, framework: str | None) -> str:
    wording, summary = knowledge.wording, report.summary
    if framework is None:
        return wording("decision-record.undecided", summary=summary)
    name = knowledge.frameworks[framework].name
    if framework == recommended(report):
        return wording("decision-record.chosen", framework=name, summary=summary)
    own = ranked_as(report, framework)
    if own is not None and own.rank == 1:
        return wording("decision-record.chosen-tied", framework=name, summary=summary)
    return wording("decision-record.chosen-against", framework=name, summary=summary)


def _shipping(
    report: Report, knowledge: Knowledge, framework: str
) -> tuple[Block, ...]:
    """Return stack and paths of the framework chosen, whichever comes first."""
    stack = report.stacks.get(framework, (framework,))
    own = replace(
        report,
        recommendation=Recommendation(framework, stack),
        stacks={framework: stack},
    )
    section = deployment_section(own, knowledge)
    ways = [each for each in section if isinstance(each, Bullets)]
    return (
        (paragraph(knowledge.wording("decision-record.shipping")), *ways)
        if ways
        else ()
    )


def _consequences(
    report: Report, knowledge: Knowledge, framework: str
) -> tuple[Block, ...]:
    texts = (
        *_standing(report, knowledge, framework),
        *_life(report, knowledge, framework),
        *_left_out(report, knowledge, framework),
        *(
            each
            for route in report.routes.get(framework, {}).values()
            for each in _reached(route, knowledge)
        ),
    )
    if not texts:
        return ()
    title = knowledge.wording("decision-record.consequences")
    items = tuple(Item(phrase(each)) for each in texts)
    return (Heading(title, level=3), Bullets(items))


def _standing(report: Report, knowledge: Knowledge, framework: str) -> Iterator[str]:
    """Yield on what the framework gains, and on what it loses, against the best other."""
    own = ranked_as(report, framework)
    rival = rival_of(report, own) if own else None
    if own is None or rival is None:
        return
    wording = knowledge.wording
    name = knowledge.frameworks[rival.framework].name
    ahead, behind = sides(own, rival, knowledge)
    if ahead:
        gains = _titles(ahead, knowledge)
        yield wording("decision-record.gains", rival=name, criteria=gains)
    if behind:
        losses = _titles(behind, knowledge)
        yield wording("decision-record.loses", rival=name, criteria=losses)
    if own.rank > rival.rank:
        yield _trails(own, rival, knowledge)


def _trails(own: Ranked, rival: Ranked, knowledge: Knowledge) -> str:
    return knowledge.wording(
        "decision-record.trails",
        score=f"{own.score.value:.2f}",
        other=f"{rival.score.value:.2f}",
        rival=knowledge.frameworks[rival.framework].name,
    )


def _titles(criteria: Iterable[str], knowledge: Knowledge) -> str:
    wording = knowledge.wording
    titles = [wording.inline(knowledge.criteria[each].title) for each in criteria]
    return wording.listed(titles[:_CRITERIA])


def _life(report: Report, knowledge: Knowledge, framework: str) -> Iterator[str]:
    """Yield that nobody develops the framework any more, if so."""
    life = life_text(framework, report.as_of, knowledge)
    if life:
        yield knowledge.wording("decision-record.no-longer-active", life=life)


def _left_out(report: Report, knowledge: Knowledge, framework: str) -> Iterator[str]:
    """Yield why the framework was excluded, or could not be judged."""
    wording = knowledge.wording
    for each in report.excluded:
        if each.framework == framework:
            rule = Span(each.rule, Tone.CODE)
            yield wording("decision-record.barred", reason=each.reason, rule=rule)
    for other in report.not_judged:
        if other.framework == framework:
            yield wording("decision-record.unjudged", reason=other.reason)


def _reached(route: Route, knowledge: Knowledge) -> Iterator[str]:
    """Yield how good the way to a target is, and what it lacks."""
    wording, milestone = knowledge.wording, route.milestone
    if milestone.maturity is Maturity.PRODUCTION:
        yield wording("decision-record.reached", target=route.target)
    else:
        yield wording(
            "decision-record.not-in-production",
            target=route.target,
            maturity=term(milestone.maturity, wording),
            day=milestone.since.isoformat(),
        )
    if route.misses:
        misses = wording.listed(route.misses)
        yield wording("decision-record.misses", target=route.target, misses=misses)


def _confirmation(
    report: Report, knowledge: Knowledge, framework: str | None
) -> tuple[Block, ...]:
    wording = knowledge.wording
    routes = report.routes.get(framework, {}) if framework else {}
    paths = wording.listed(each.path.id for each in routes.values())
    texts = [
        *([wording("decision-record.try", paths=paths)] if paths else []),
        wording("decision-record.measure"),
        wording("decision-record.repeat"),
    ]
    return (
        Heading(wording("decision-record.confirmation"), level=3),
        Bullets(tuple(Item(words(each)) for each in texts)),
    )
