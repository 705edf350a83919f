"""Frameworks and systems: dated, sourced and related to what exists."""

from collections.abc import Iterator, Sequence

from advisor.lint.wording import Known, error, unknown
from advisor.model.finding import Finding
from advisor.model.knowledge import Knowledge
from advisor.model.system import Framework, Phase, Release

NAME = "systems"


def check(knowledge: Knowledge) -> Iterator[Finding]:
    """Yield broken references and dates that run backwards."""
    for framework in knowledge.frameworks.values():
        yield from _framework(framework, knowledge)
    for system in knowledge.systems.values():
        subject = f"system:{system.id}"
        related = [system.related] if system.related else []
        known = Known(
            "framework or system", {*knowledge.frameworks, *knowledge.systems}
        )
        sources = Known("source", knowledge.sources)
        yield from unknown(NAME, subject, "related", related, known)
        yield from unknown(NAME, subject, "named-in", system.named_in, sources)
        yield from _phases(subject, system.status, sources)


def _framework(framework: Framework, knowledge: Knowledge) -> Iterator[Finding]:
    subject = f"framework:{framework.id}"
    sources = Known("source", knowledge.sources)
    maintainer = [framework.maintainer.source]
    yield from unknown(NAME, subject, "maintainer.source", maintainer, sources)
    yield from unknown(NAME, subject, "named-in", framework.named_in, sources)
    yield from _releases(subject, framework, sources)
    yield from _phases(subject, framework.status, sources)
    if not framework.status:
        message = "status: no phase, so nobody can say whether it may be chosen"
        yield error(
            NAME, subject, message, "Add at least status: active with its date."
        )


def _releases(subject: str, framework: Framework, sources: Known) -> Iterator[Finding]:
    every: tuple[Release, ...] = (framework.first_release, *framework.releases)
    for release in every:
        key = f"release {release.version}"
        yield from unknown(NAME, subject, key, [release.source], sources)
        if release.date < framework.first_release.date:
            message = f"{key}: came out before the first release"
            yield error(NAME, subject, message, "Correct one of the two dates.")


def _phases(subject: str, phases: Sequence[Phase], sources: Known) -> Iterator[Finding]:
    days = [phase.since for phase in phases]
    for phase in phases:
        key = f"status {phase.status}"
        yield from unknown(NAME, subject, key, [phase.source], sources)
    if days != sorted(set(days)):
        message = "status: the phases do not follow each other in time"
        yield error(NAME, subject, message, "List them by date, one for each day.")
