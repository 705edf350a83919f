"""Where the model has to run, and whether the framework in use gets it there."""

from collections.abc import Iterator

from advisor.engine.routes import NO_TARGET
from advisor.gate.found import Found
from advisor.gate.situation import drift_of, in_use
from advisor.gate.words import (
    framework_name,
    note_text,
    runtime_name,
    some,
    source_text,
    target_name,
)
from advisor.model.checked import Subject
from advisor.model.gate import Check, Place
from advisor.model.knowledge import Knowledge
from advisor.model.path import Maturity
from advisor.model.reads import TARGETS
from advisor.model.route import Route
from advisor.model.terms import term


def targets(knowledge: Knowledge, subject: Subject) -> Iterator[Found]:
    """Yield each target without a living path, or with none but a legacy one.

    Without any path in the rule base nothing can be said of any target. What has come
    to count as legacy since the record is news, and told as such.
    """
    used = in_use(subject)
    answer = subject.report.answers.get(TARGETS)
    if not used or not knowledge.paths or not isinstance(answer, tuple):
        return
    routes = subject.report.routes.get(used, {})
    for number, target in enumerate(answer):
        place = subject.file.place(f"answers.{TARGETS}.{number}")
        route = routes.get(target)
        if target == NO_TARGET:
            continue
        if route is None:
            yield _unreachable(target, place, knowledge, subject)
        elif route.milestone.maturity is Maturity.LEGACY and not _is_news(
            route, subject
        ):
            yield _legacy(route, place, knowledge, subject)


def _is_news(route: Route, subject: Subject) -> bool:
    drift = drift_of(subject)
    news = () if drift is None else drift.paths
    return (route.target, route.path.id) in {(e.target, e.path) for e in news}


def _unreachable(
    target: str, place: Place, knowledge: Knowledge, subject: Subject
) -> Found:
    wording = knowledge.wording
    reaching = [
        framework_name(each.framework, knowledge)
        for each in subject.report.ranking
        if target in subject.report.routes.get(each.framework, {})
    ]
    if target in subject.report.unreached:
        others = wording("check.reached-by-none")
    else:
        others = wording("check.reached-from", frameworks=some(reaching, knowledge))
    return Found(
        check=Check.TARGET_UNREACHABLE,
        place=place,
        subject=target,
        message=wording(
            "check.target-unreachable",
            framework=framework_name(in_use(subject), knowledge),
            target=target_name(target, knowledge),
        ),
        help=wording("check.target-unreachable-help", target=target)
        if reaching
        else wording("check.target-unknown-help", target=target),
        details=(
            *_dead(target, knowledge, subject),
            *([others] if reaching or target in subject.report.unreached else []),
        ),
    )


def _dead(target: str, knowledge: Knowledge, subject: Subject) -> Iterator[str]:
    """Yield the ways that there were, the last to die first."""
    day = subject.report.as_of
    ways = [
        (path, milestone)
        for path in knowledge.paths.values()
        if path.from_ == in_use(subject) and target in path.targets
        if (milestone := path.milestone_on(day)) is not None
        and milestone.maturity is Maturity.DEAD
    ]
    for path, milestone in sorted(ways, key=lambda e: e[1].since, reverse=True):
        yield knowledge.wording(
            "check.dead-way",
            path=path.id,
            runtime=runtime_name(path.runtime, knowledge),
            day=milestone.since.isoformat(),
        )
        yield from source_text(milestone.source, knowledge)


def _legacy(
    route: Route, place: Place, knowledge: Knowledge, subject: Subject
) -> Found:
    wording = knowledge.wording
    others = [
        wording("common.aside", text=each, aside=term(found.maturity, wording))
        for each in route.others
        if (found := knowledge.paths[each].milestone_on(subject.report.as_of))
        and found.maturity is not Maturity.LEGACY
    ]
    also = wording("check.path-legacy-move", paths=some(others, knowledge))
    return Found(
        check=Check.PATH_LEGACY,
        place=place,
        subject=route.target,
        message=wording(
            "check.path-legacy",
            framework=framework_name(in_use(subject), knowledge),
            target=target_name(route.target, knowledge),
            path=route.path.id,
            runtime=runtime_name(route.path.runtime, knowledge),
            day=route.milestone.since.isoformat(),
        ),
        help=also if others else wording("check.path-legacy-help"),
        details=(
            *note_text(route.milestone.note, knowledge),
            *source_text(route.milestone.source, knowledge),
        ),
    )
