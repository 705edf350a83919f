"""The performance matrix: every framework on every criterion, as far as evidence goes."""

from collections.abc import Collection, Mapping
from datetime import date

from advisor.engine.standing import Standing
from advisor.engine.synthesise import synthesise
from advisor.engine.testify import testimonies
from advisor.model.knowledge import Knowledge
from advisor.model.performance import SILENCE, Gap, Performance

Matrix = Mapping[str, Mapping[str, Performance]]


def perform(
    knowledge: Knowledge,
    held: Standing,
    as_of: date,
    criteria: Collection[str] | None = None,
    *,
    project: bool = False,
) -> Matrix:
    """Synthesise the matrix, frameworks by criteria; with `criteria`, only these.

    `project` says that `held` is what bears on one project (see `testimonies`).

    A cell nobody speaks of is absent, unless a reason for it was recorded by then.
    """
    matrix: dict[str, dict[str, Performance]] = {
        framework: {} for framework in knowledge.frameworks
    }
    for criterion, gaps in knowledge.gaps.items():
        for gap in gaps if criteria is None or criterion in criteria else ():
            if gap.framework in matrix and gap.checked <= as_of:
                matrix[gap.framework][criterion] = Gap(gap.reason)
    for (framework, criterion), said in testimonies(
        knowledge, held, as_of, project=project
    ).items():
        if framework in matrix and (criteria is None or criterion in criteria):
            found = synthesise(said, knowledge.constants)
            if found != SILENCE:
                matrix[framework][criterion] = found
    return matrix
