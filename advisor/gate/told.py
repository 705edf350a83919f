"""What is told of any dependency that is worth a finding."""

from collections.abc import Iterator, Sequence

from advisor.gate.words import some
from advisor.model.dependency import Dependency
from advisor.model.finding import Severity
from advisor.model.knowledge import Knowledge


def unusual(best: Dependency) -> Severity | None:
    """Make little of what the project itself need not install: it is only told."""
    return None if best.direct else Severity.NOTE


def beside(named: Sequence[Dependency], knowledge: Knowledge) -> Iterator[str]:
    """Yield why it is only a note, if it is one, and where else it is named."""
    if not named[0].direct:
        yield knowledge.wording("check.dependency-aside")
    _, *rest = dict.fromkeys(f"{e.place.file}:{e.place.line}" for e in named)
    if rest:
        yield knowledge.wording("check.also-named", places=some(rest, knowledge))
