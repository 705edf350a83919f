"""What the dependency files name, against what the profile says."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from advisor.gate.found import Found
from advisor.gate.packages import (
    brought,
    foundations,
    on_top,
    owned,
    package_name,
    packages_of,
)
from advisor.gate.retired import is_to_be_told, retired
from advisor.gate.situation import choice_of, in_use
from advisor.gate.told import beside, unusual
from advisor.gate.words import MOST, file_name, framework_name, some
from advisor.model.checked import Subject
from advisor.model.dependency import Dependency, Unreadable
from advisor.model.finding import Severity
from advisor.model.gate import Check
from advisor.model.knowledge import Knowledge
from advisor.model.system import Layer, alive_on

_EXISTING = "existing-code"


def dependencies(knowledge: Knowledge, subject: Subject) -> Iterator[Found]:
    """Yield where dependency files and profile disagree, and what could not be read."""
    found = brought(subject.dependencies.named, knowledge)
    explained = _explained(knowledge, subject)
    yield from retired(knowledge, subject)
    if in_use(subject):
        for framework, named in found.items():
            told = is_to_be_told(framework, knowledge, subject)
            if framework not in explained and not told:
                yield _unexplained(framework, named, knowledge, subject)
        yield from _foreign_layers(set(found), explained, knowledge, subject)
    if _is_missing(set(found), knowledge, subject):
        yield _missing(knowledge, subject)
    yield from _unreadable(knowledge, subject)


def _explained(knowledge: Knowledge, subject: Subject) -> set[str]:
    """Return the frameworks that need no explanation beyond the profile.

    Specialised ones are companions of any framework; the others are in use, stand under
    or over what is, are recommended, or the project says that it has code in them.
    """
    used, day = in_use(subject), subject.report.as_of
    under = {
        each.id: foundations(each.stands_on, day)
        for each in knowledge.frameworks.values()
    }
    code = _existing_code(knowledge, subject)
    routes = subject.report.routes.get(used, {}).values()
    recommended = subject.report.recommendation
    return {
        *(each.id for each in knowledge.frameworks.values() if each.scope),
        *(used, *code),
        *(each for own in (used, *code) for each in under.get(own, ())),
        *(each for each, own in under.items() if used in own),
        *(() if recommended is None else subject.report.stacks),
        *(each for route in routes for each in route.path.through),
    }


def _existing_code(knowledge: Knowledge, subject: Subject) -> set[str]:
    """Return the frameworks of the existing code; "tensorflow-1" is TensorFlow too."""
    answer = subject.report.answers.get(_EXISTING)
    named = answer if isinstance(answer, tuple) else ()
    return {
        framework
        for framework in knowledge.frameworks
        for each in named
        if each == framework or each.startswith(f"{framework}-")
    }


def _unexplained(
    framework: str,
    named: Sequence[Dependency],
    knowledge: Knowledge,
    subject: Subject,
) -> Found:
    wording, best = knowledge.wording, named[0]
    package, name = package_name(best.package), framework_name(framework, knowledge)
    used = framework_name(in_use(subject), knowledge)
    if choice_of(subject):
        message = wording(
            "check.dependency-beside", package=package, framework=name, used=used
        )
    else:
        message = wording(
            "check.dependency-unasked", package=package, framework=name, used=used
        )
    return Found(
        check=Check.DEPENDENCY_UNEXPLAINED,
        unusual=unusual(best),
        place=best.place,
        subject=framework,
        message=message,
        help=wording("check.dependency-unexplained-help", id=framework),
        details=tuple(beside(named, knowledge)),
    )


def _foreign_layers(
    there: set[str], explained: set[str], knowledge: Knowledge, subject: Subject
) -> Iterator[Found]:
    """Yield each layer that the project needs and that stands on nothing explained.

    Where it stands on several frameworks the project may use it with its own; where its
    framework is named too, that has been told.
    """
    packages = {each.id: each.packages for each in knowledge.layers.values()}
    day = subject.report.as_of
    for layer_id, named in owned(subject.dependencies.named, packages).items():
        layer = knowledge.layers[layer_id]
        under = foundations(layer.stands_on, day)
        wanted = named[0].direct and alive_on(layer.status, day)
        if wanted and len(under) == 1 and not under & (explained | there):
            (framework,) = under
            yield _foreign(layer, framework, named, knowledge, subject)


def _foreign(
    layer: Layer,
    framework: str,
    named: Sequence[Dependency],
    knowledge: Knowledge,
    subject: Subject,
) -> Found:
    wording, best = knowledge.wording, named[0]
    return Found(
        check=Check.DEPENDENCY_UNEXPLAINED,
        unusual=Severity.NOTE,
        place=best.place,
        subject=layer.id,
        message=wording(
            "check.dependency-layer",
            package=package_name(best.package),
            layer=layer.name,
            framework=framework_name(framework, knowledge),
            used=framework_name(in_use(subject), knowledge),
        ),
        help=wording("check.dependency-unexplained-help", id=framework),
        details=tuple(beside(named, knowledge)),
    )


def _is_missing(there: set[str], knowledge: Knowledge, subject: Subject) -> bool:
    """Say whether files that tell of all packages, all of them read, lack the choice.

    What it stands on may bring it, as TensorFlow once did Keras.
    """
    chosen, files = choice_of(subject), subject.dependencies
    if not chosen or not files.named or chosen in there:
        return False
    if files.unreadable or not files.complete:
        return False
    framework, day = knowledge.frameworks[chosen], subject.report.as_of
    if not packages_of(framework) or there & foundations(framework.stands_on, day):
        return False
    return not on_top(chosen, files.named, knowledge, day)


def _missing(knowledge: Knowledge, subject: Subject) -> Found:
    wording, chosen = knowledge.wording, choice_of(subject)
    framework = knowledge.frameworks[chosen]
    packages = list(map(package_name, framework.packages or framework.installed_as))
    files = list(subject.dependencies.files)
    return Found(
        check=Check.DEPENDENCY_MISSING,
        place=subject.file.place("gate.framework"),
        subject=chosen,
        message=wording(
            "check.dependency-missing", framework=framework_name(chosen, knowledge)
        ),
        help=wording("check.dependency-missing-help"),
        details=(
            wording("check.looked-at", files=some(files, knowledge)),
            wording("check.comes-as", packages=some(packages, knowledge)),
        ),
    )


def _unreadable(knowledge: Knowledge, subject: Subject) -> Iterator[Found]:
    """Yield one finding for each file: its first problem, the others below it."""
    by_file: defaultdict[str, list[Unreadable]] = defaultdict(list)
    for each in subject.dependencies.unreadable:
        by_file[each.place.file].append(each)
    wording = knowledge.wording
    for file, problems in sorted(by_file.items()):
        first, *rest = sorted(problems, key=lambda each: each.place.line)
        more = [
            wording("check.at-line", line=each.place.line, problem=each.problem)
            for each in rest[:MOST]
        ]
        if len(rest) > MOST:
            more.append(wording("check.more-problems", count=len(rest) - MOST))
        yield Found(
            check=Check.DEPENDENCY_UNREADABLE,
            place=first.place,
            subject=file_name(file),
            message=wording(
                "check.dependency-unreadable", file=file, problem=first.problem
            ),
            help=wording("check.dependency-unreadable-help"),
            details=tuple(more),
        )
