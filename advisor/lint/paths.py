"""Paths and runtimes: what they lead through exists, and they age forwards."""

from collections.abc import Iterator

from advisor.engine.routes import NO_TARGET
from advisor.lint.conditions import conditions_in
from advisor.lint.systems import phases
from advisor.lint.wording import Known, error, repeated, unknown
from advisor.model.finding import Finding
from advisor.model.knowledge import Knowledge
from advisor.model.path import ANY_LANGUAGE, Path
from advisor.model.reads import ACCELERATORS, LANGUAGES, TARGETS

NAME = "paths"


def check(knowledge: Knowledge) -> Iterator[Finding]:
    """Yield paths that lead through what nobody knows, and dates that run backwards."""
    for path in knowledge.paths.values():
        yield from _references(path, knowledge)
        yield from _maturity(path, knowledge)
    sources = Known("source", knowledge.sources)
    for runtime in knowledge.runtimes.values():
        subject = f"runtime:{runtime.id}"
        yield from unknown(NAME, subject, "named-in", runtime.named_in, sources)
        yield from phases(NAME, subject, runtime.status, sources)
        if vendors := options_of("excluded-vendors", knowledge):
            known = Known("vendor", vendors)
            yield from unknown(NAME, subject, "vendors", runtime.vendors, known)


def _references(path: Path, knowledge: Knowledge) -> Iterator[Finding]:
    subject = _subject(path)
    frameworks = Known("framework", knowledge.frameworks)
    yield from unknown(NAME, subject, "from", [path.from_], frameworks)
    yield from unknown(NAME, subject, "through", path.through, frameworks)
    runtimes = Known("runtime", knowledge.runtimes)
    yield from unknown(NAME, subject, "runtime", [path.runtime], runtimes)
    for key, question, named in (
        ("targets", TARGETS, path.targets),
        ("languages", LANGUAGES, [e for e in path.languages if e != ANY_LANGUAGE]),
        ("accelerators", ACCELERATORS, path.accelerators),
    ):
        options = options_of(question, knowledge)
        if options:
            yield from unknown(NAME, subject, key, named, Known(key, options))
    for condition in (path.when, path.fits):
        if condition is not None:
            yield from conditions_in(NAME, subject, condition, knowledge)
    yield from repeated(NAME, subject, "targets", path.targets)
    if not set(path.targets) - {NO_TARGET}:
        yield error(NAME, subject, "targets: leads nowhere", "Name at least one.")
    if not path.languages:
        message = "languages: no application can call the model"
        yield error(NAME, subject, message, f"Name at least one, or {ANY_LANGUAGE!r}.")
    if path.from_ in path.through:
        message = f"through: a detour by way of {path.from_!r}, where it begins"
        yield error(NAME, subject, message, "Take it out.")


def options_of(question: str, knowledge: Knowledge) -> set[str]:
    """Return the options of a question; none where it is not asked."""
    asked = knowledge.questions.get(question)
    return {option.id for option in asked.options} if asked is not None else set()


def _maturity(path: Path, knowledge: Knowledge) -> Iterator[Finding]:
    subject = _subject(path)
    known = Known("source", knowledge.sources)
    for each in path.maturity:
        yield from unknown(
            NAME, subject, f"maturity {each.maturity}", [each.source], known
        )
    days = [each.since for each in path.maturity]
    if not days:
        message = "maturity: no milestone, so nobody can say whether it can be gone"
        yield error(NAME, subject, message, "Add at least one with its date.")
    if days != sorted(set(days)):
        message = "maturity: the milestones do not follow each other in time"
        yield error(NAME, subject, message, "List them by date, one for each day.")
    if path.confirmed is not None and days and path.confirmed < max(days):
        message = "confirmed: before the last change of its maturity"
        yield error(NAME, subject, message, "Correct one of the two dates.")
    framework = knowledge.frameworks.get(path.from_)
    if framework is not None and days and days[0] < framework.first_release.date:
        message = f"maturity: begins before the first release of {framework.name}"
        yield error(NAME, subject, message, "Correct one of the two dates.")


def _subject(path: Path) -> str:
    return f"path:{path.id}"
