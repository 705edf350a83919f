"""What is the same for every project on one day, prepared once for an interview."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from advisor.engine.appraise import choosable
from advisor.engine.completions.cells import Cells
from advisor.engine.completions.ways import Ways
from advisor.engine.fire import grounded
from advisor.engine.screen import Situation, fails
from advisor.model.evidence import Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.question import Answer
from advisor.model.rule import Exclude, Rule
from advisor.model.system import Platform


@dataclass(frozen=True, slots=True)
class Ground:
    """The rule base as the evidence bears it out on a day."""

    knowledge: Knowledge
    as_of: date
    evidence: Evidence
    rules: tuple[Rule, ...]
    cells: Cells
    ways: Ways
    platforms: tuple[Platform, ...]

    def fails(
        self, exclude: Exclude, framework: str, answers: Sequence[Answer | None]
    ) -> bool:
        """Say whether a framework fails a screen that compares these answers."""
        named = zip(exclude.facts, answers, strict=True)
        facts = {fact: each for fact, each in named if each is not None}
        situation = Situation(facts, self.as_of, {}, self.platforms)
        own = self.knowledge.frameworks[framework]
        return fails(exclude, own, situation, self.knowledge.wording) is not None


def ground_of(knowledge: Knowledge, as_of: date, evidence: Evidence) -> Ground:
    """Prepare a rule base for one day."""
    rules = grounded(knowledge, evidence)
    return Ground(
        knowledge=knowledge,
        as_of=as_of,
        evidence=evidence,
        rules=rules,
        cells=Cells(knowledge, rules, as_of, evidence),
        ways=Ways(knowledge, as_of),
        platforms=choosable(knowledge, as_of),
    )
