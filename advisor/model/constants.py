"""The constants of the decision model; each with the sentence that justifies it."""

from collections.abc import Mapping

from advisor.model.evidence import Confidence, Strength
from advisor.model.path import Maturity
from advisor.model.record import record
from advisor.model.system import Level


@record
class Constant:
    """One number and its reason."""

    value: float
    because: str


@record
class StrengthTable:
    """A number for each strength of statement, and the reason."""

    values: Mapping[Strength, float]
    because: str


@record
class ConfidenceTable:
    """A number for each degree of confidence, and the reason."""

    values: Mapping[Confidence, float]
    because: str


@record
class MaturityTable:
    """A number for each degree of maturity, and the reason."""

    values: Mapping[Maturity, float]
    because: str


@record
class LevelTable:
    """A number for each level of support, and the reason."""

    values: Mapping[Level, float]
    because: str


@record
class Series:
    """Numbers in order, the last one repeating, and the reason."""

    values: tuple[float, ...]
    because: str

    def at(self, position: int) -> float:
        """Return the number at a position counted from 0."""
        return self.values[min(position, len(self.values) - 1)]


@record
class Constants:
    """Every judgement that the formula itself contains (`knowledge/constants.yaml`)."""

    favours: StrengthTable
    against: StrengthTable
    confidence: ConfidenceTable
    secondary: Constant
    general: Constant
    neutral: Constant
    prior: Constant
    spread: Constant
    priorities: Series
    least_evidence: Constant
    least_coverage: Constant
    tie_margin: Constant
    samples: Constant
    firmness: Constant
    source_doubt: Constant
    clear_acceptability: Constant
    clear_sources: Constant
    contradiction_lead: Constant
    fresh_days: Constant
    path_maturity: MaturityTable
    path_miss: Constant
    path_detour: Constant
    path_fit: Constant
    path_bound: Constant
    platform_level: LevelTable
    usually_open: Constant
    seldom_open: Constant
    picks: Series
