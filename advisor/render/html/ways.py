"""The way from a framework to each target, as a row of boxes."""

from dataclasses import dataclass

from advisor.model.knowledge import Knowledge
from advisor.model.report import Report
from advisor.model.route import Route
from advisor.render.deployment import route_details
from advisor.render.page import Line


@dataclass(frozen=True, slots=True)
class Stage:
    """One box of a way: what sort of thing it is, and its name."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Way:
    """The way to one target; `details` say how far it can be relied on."""

    title: str
    stages: tuple[Stage, ...]
    details: tuple[Line, ...]


def ways(report: Report, knowledge: Knowledge) -> tuple[Way, ...]:
    """Return the way of each framework in the first rank to each target it reaches."""
    if report.recommendation is None:
        return ()
    return tuple(
        _way(framework, route, knowledge)
        for framework in report.stacks
        for route in report.routes.get(framework, {}).values()
    )


def _way(framework: str, route: Route, knowledge: Knowledge) -> Way:
    wording = knowledge.wording
    path = route.path
    step = wording("page.step")
    name = knowledge.frameworks[framework].name
    return Way(
        title=wording("page.way", framework=name, target=route.target),
        stages=(
            Stage(wording("report.framework"), name),
            *(Stage(step, each) for each in path.steps),
            *(
                Stage(wording("page.by-way-of"), knowledge.frameworks[each].name)
                for each in path.through
            ),
            Stage(wording("page.format"), path.format),
            Stage(wording("page.runtime"), knowledge.runtimes[path.runtime].name),
            Stage(wording("page.target"), route.target),
        ),
        details=route_details(route, knowledge),
    )
