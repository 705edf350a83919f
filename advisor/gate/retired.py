"""Dependencies that nobody looks after any more."""

from collections.abc import Iterator, Mapping, Sequence

from advisor.gate.found import Found
from advisor.gate.packages import brought, owned, package_name
from advisor.gate.situation import choice_of, exclusions_of, screen_of
from advisor.gate.told import beside, unusual
from advisor.gate.words import source_text
from advisor.model.checked import Subject
from advisor.model.dependency import Dependency
from advisor.model.gate import Check
from advisor.model.knowledge import Knowledge
from advisor.model.rule import Screen
from advisor.model.system import (
    Framework,
    Layer,
    Phase,
    Runtime,
    Status,
    System,
    phase_on,
)
from advisor.model.terms import term

_OVER = (Status.RETIRED, Status.ARCHIVED)

Piece = Framework | Layer | Runtime | System


def retired(knowledge: Knowledge, subject: Subject) -> Iterator[Found]:
    """Yield each dependency that is retired or archived, frameworks first.

    What the project is allowed, or what speaks against the choice anyway, is left out.
    """
    wording, named = knowledge.wording, subject.dependencies.named
    for framework, places in brought(named, knowledge).items():
        if is_to_be_told(framework, knowledge, subject):
            help_ = wording("check.dependency-retired-help")
            piece: Piece = knowledge.frameworks[framework]
            yield from _over(piece, places, help_, knowledge, subject)
    every: Sequence[Mapping[str, Layer | Runtime | System]] = (
        knowledge.layers,
        knowledge.runtimes,
        knowledge.systems,
    )
    for kind in every:
        packages = {each.id: each.packages for each in kind.values()}
        for piece_id, places in owned(named, packages).items():
            help_ = wording("check.dependency-over-help")
            yield from _over(kind[piece_id], places, help_, knowledge, subject)


def is_to_be_told(framework: str, knowledge: Knowledge, subject: Subject) -> bool:
    """Say whether a framework among the dependencies is over, and nothing has told it."""
    if not _phase(knowledge.frameworks[framework], subject):
        return False
    told = framework == choice_of(subject) and any(
        screen_of(each, knowledge) is Screen.STATUS
        for each in exclusions_of(framework, subject)
    )
    return not told and not subject.file.profile.allow_retired


def _phase(piece: Piece, subject: Subject) -> Phase | None:
    """Return since when it is over; None where it is not."""
    phase = phase_on(piece.status, subject.report.as_of)
    return phase if phase is not None and phase.status in _OVER else None


def _over(
    piece: Piece,
    named: Sequence[Dependency],
    help_: str,
    knowledge: Knowledge,
    subject: Subject,
) -> Iterator[Found]:
    phase, best = _phase(piece, subject), named[0]
    if phase is None:
        return
    yield Found(
        check=Check.DEPENDENCY_RETIRED,
        unusual=unusual(best),
        place=best.place,
        subject=piece.id,
        message=knowledge.wording(
            "check.dependency-retired",
            package=package_name(best.package),
            name=piece.name,
            status=term(phase.status, knowledge.wording),
            day=phase.since.isoformat(),
        ),
        help=help_,
        details=(*source_text(phase.source, knowledge), *beside(named, knowledge)),
    )
