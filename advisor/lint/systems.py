"""Frameworks and systems: dated, sourced and related to what exists."""

import re
from collections.abc import Iterable, Iterator, Sequence

from advisor.lint.conditions import conditions_in
from advisor.lint.wording import Known, error, unknown
from advisor.model.finding import Finding
from advisor.model.knowledge import Knowledge
from advisor.model.reads import EXCLUDED_VENDORS
from advisor.model.system import (
    Foundation,
    Framework,
    Layer,
    Phase,
    Platform,
    Release,
    Trait,
)

NAME = "systems"

_VERSION = re.compile(r"\d+\.\d+")
# Names as the index normalises them, since that is how dependency files are compared.
_PACKAGE = re.compile(
    r"pkg:(?:pypi/[a-z0-9]+(?:-[a-z0-9]+)*|conda/[a-z0-9_][a-z0-9_.-]*)"
)


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
        yield from phases(NAME, subject, system.status, sources)
    for layer in knowledge.layers.values():
        yield from _layer(layer, knowledge)
    yield from _packages(knowledge)


def _packages(knowledge: Knowledge) -> Iterator[Finding]:
    """Yield packages that no dependency file could name, or that have two owners."""
    owners: dict[str, str] = {}
    for subject, packages in (
        *((f"layer:{each.id}", each.packages) for each in knowledge.layers.values()),
        *((f"runtime:{e.id}", e.packages) for e in knowledge.runtimes.values()),
        *((f"system:{each.id}", each.packages) for each in knowledge.systems.values()),
        *(
            (f"framework:{each.id}", (*each.packages, *each.installed_as))
            for each in knowledge.frameworks.values()
        ),
    ):
        for each in packages:
            first = owners.setdefault(each, subject)
            if not _PACKAGE.fullmatch(each):
                message = f"packages: {each!r} is no package URL without a version"
                help_ = "Write it in lower case with hyphens, like pkg:pypi/tf-keras."
                yield error(NAME, subject, message, help_)
            elif first != subject:
                message = f"packages: {each} belongs to {first} already"
                yield error(NAME, subject, message, "Keep it with one of the two.")


def _framework(framework: Framework, knowledge: Knowledge) -> Iterator[Finding]:
    subject = f"framework:{framework.id}"
    sources = Known("source", knowledge.sources)
    maintainer = [framework.maintainer.source]
    yield from unknown(NAME, subject, "maintainer.source", maintainer, sources)
    yield from unknown(NAME, subject, "named-in", framework.named_in, sources)
    yield from _releases(subject, framework, sources)
    yield from phases(NAME, subject, framework.status, sources)
    yield from _supports(subject, framework, knowledge, sources)
    if not framework.status:
        message = "status: no phase, so nobody can say whether it may be chosen"
        yield error(
            NAME, subject, message, "Add at least status: active with its date."
        )
    elif framework.status[0].since < framework.first_release.date:
        message = "status: begins before the first release"
        yield error(NAME, subject, message, "Correct one of the two dates.")


def _supports(
    subject: str, framework: Framework, knowledge: Knowledge, sources: Known
) -> Iterator[Finding]:
    """Check what says where the framework runs and what it is made for."""
    yield from _periods(subject, "platforms", framework.platforms, sources)
    yield from _periods(subject, "traits", framework.traits, sources)
    yield from _vendors(subject, framework, knowledge, sources)
    yield from _foundations(subject, framework, knowledge, sources)
    yield from _options(subject, framework, knowledge)
    for python in framework.python:
        yield from unknown(NAME, subject, "python", [python.source], sources)
        for version in (python.least, python.most):
            if not _VERSION.fullmatch(version):
                message = f"python: {version!r} is no version such as 3.12"
                yield error(NAME, subject, message, "Write major and minor version.")
        least, most = _minor(python.least), _minor(python.most)
        if least and most and most < least:
            message = f"python: {python.least!r} to {python.most!r} runs backwards"
            yield error(NAME, subject, message, "Swap or correct the two.")


def _minor(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split("."))) if _VERSION.fullmatch(version) else ()


def _periods(
    subject: str,
    key: str,
    dated: Iterable[Platform | Trait | Foundation],
    sources: Known,
) -> Iterator[Finding]:
    for each in dated:
        yield from unknown(NAME, subject, key, [each.source], sources)
        if each.until is not None and each.until <= each.since:
            message = f"{key}: ends on {each.until.isoformat()}, before it begins"
            yield error(NAME, subject, message, "Correct one of the two dates.")


def _foundations(
    subject: str, owner: Framework | Layer, knowledge: Knowledge, sources: Known
) -> Iterator[Finding]:
    below = [each.framework for each in owner.stands_on]
    frameworks = Known("framework", set(knowledge.frameworks) - {owner.id})
    yield from unknown(NAME, subject, "stands-on", below, frameworks)
    yield from _periods(subject, "stands-on", owner.stands_on, sources)


def _options(
    subject: str, framework: Framework, knowledge: Knowledge
) -> Iterator[Finding]:
    """Yield words that no answer could ever match."""
    for question, named in (
        ("training-os", [each.os for each in framework.platforms]),
        ("training-accelerators", [e.accelerator for e in framework.platforms]),
        ("domain", framework.scope),
    ):
        yield from _answerable(subject, question, named, knowledge)


def _vendors(
    subject: str, owner: Framework | Layer, knowledge: Knowledge, sources: Known
) -> Iterator[Finding]:
    shown = [each.source for each in owner.former_vendors]
    yield from unknown(NAME, subject, "former-vendors", shown, sources)
    every = (*owner.vendors, *(each.vendor for each in owner.former_vendors))
    yield from _answerable(subject, EXCLUDED_VENDORS, every, knowledge)


def _answerable(
    subject: str, question: str, named: Iterable[str], knowledge: Knowledge
) -> Iterator[Finding]:
    asked = knowledge.questions.get(question)
    if asked is not None:
        options = Known(f"option of {question}", [o.id for o in asked.options])
        yield from unknown(NAME, subject, question, named, options)


def _layer(layer: Layer, knowledge: Knowledge) -> Iterator[Finding]:
    subject = f"layer:{layer.id}"
    sources = Known("source", knowledge.sources)
    yield from _vendors(subject, layer, knowledge, sources)
    yield from _foundations(subject, layer, knowledge, sources)
    for key, listed in (("stands-on", layer.stands_on), ("status", layer.status)):
        if not listed:
            message = f"{key}: empty, so no stack ever names it"
            yield error(NAME, subject, message, "Add at least one with its date.")
    yield from unknown(NAME, subject, "named-in", layer.named_in, sources)
    yield from phases(NAME, subject, layer.status, sources)
    yield from conditions_in(NAME, subject, layer.fits, knowledge)
    if not layer.because.strip():
        yield error(NAME, subject, "because: empty", "Say why it fits then.")


def _releases(subject: str, framework: Framework, sources: Known) -> Iterator[Finding]:
    every: tuple[Release, ...] = (framework.first_release, *framework.releases)
    for release in every:
        key = f"release {release.version}"
        yield from unknown(NAME, subject, key, [release.source], sources)
        if release.date < framework.first_release.date:
            message = f"{key}: came out before the first release"
            yield error(NAME, subject, message, "Correct one of the two dates.")


def phases(
    check_name: str, subject: str, status: Sequence[Phase], sources: Known
) -> Iterator[Finding]:
    """Yield phases without a source and phases out of order."""
    days = [phase.since for phase in status]
    for phase in status:
        key = f"status {phase.status}"
        yield from unknown(check_name, subject, key, [phase.source], sources)
    if days != sorted(set(days)):
        message = "status: the phases do not follow each other in time"
        yield error(
            check_name, subject, message, "List them by date, one for each day."
        )
