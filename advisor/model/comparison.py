"""Frameworks side by side."""

from datetime import date

from advisor.model.evidence import Evidence
from advisor.model.performance import Performance
from advisor.model.record import record
from advisor.model.report import Excluded, NotJudged, Ranked
from advisor.model.score import Score

# What became of a framework for a project; a requirement that it fails is one exclusion.
Fate = Ranked | NotJudged | tuple[Excluded, ...]


@record
class ComparedCriterion:
    """All performances on one criterion; `weight` only where a profile gives one.

    `ahead` are the best and who ties with them; none where all that are known do, or
    fewer than two are.
    """

    criterion: str
    performances: tuple[Performance, ...]
    ahead: tuple[str, ...]
    weight: float | None


@record
class Judged:
    """What a framework scores for the project, also if it may not be chosen."""

    framework: str
    score: Score
    fate: Fate


@record
class Comparison:
    """Every scored criterion for two or more frameworks, as of a date.

    `performances` of each row are in the order of `frameworks`. `judged` is in that order
    too, empty without a profile; `ranked` counts all frameworks that were ranked for it.
    """

    frameworks: tuple[str, ...]
    project: str | None
    as_of: date
    evidence: Evidence
    rows: tuple[ComparedCriterion, ...]
    judged: tuple[Judged, ...] = ()
    ranked: int = 0
