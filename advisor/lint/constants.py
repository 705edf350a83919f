"""Constants: complete, in order, in range, each with its reason."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from itertools import pairwise
from math import inf

from advisor.lint.wording import error, outside
from advisor.model.constants import Constants, Series
from advisor.model.evidence import Confidence, Strength
from advisor.model.finding import Finding
from advisor.model.knowledge import Knowledge
from advisor.model.path import Maturity
from advisor.model.system import Level

NAME = "constants"

# Smallest and largest value of each single number; the formula breaks beyond them.
_RANGES: Mapping[str, tuple[float, float]] = {
    "secondary": (0, 1),
    "general": (0, 1),
    "neutral": (0, 1),
    "prior": (0, inf),
    "spread": (0, 1),
    "least_evidence": (0, 1),
    "least_coverage": (0, 1),
    "tie_margin": (0, 1),
    "samples": (1, 1e6),
    "firmness": (0, inf),
    "source_doubt": (0, inf),
    "clear_acceptability": (0, 1),
    "clear_sources": (1, inf),
    "contradiction_lead": (1, inf),
    "fresh_days": (0, inf),
    "path_miss": (0, 1),
    "path_detour": (0, 1),
    "path_fit": (1, inf),
    "path_bound": (0, 1),
    "usually_open": (0, 0.99),
    "seldom_open": (0, 0.99),
}
# What a path can be while it leads anywhere, worst first.
_LIVING = (Maturity.LEGACY, Maturity.PREVIEW, Maturity.PRODUCTION)
# Zero would divide by nothing, or judge nobody.
_ABOVE_ZERO = ("prior", "least_coverage", "firmness")


def check(knowledge: Knowledge) -> Iterator[Finding]:
    """Yield constants with which the formula would not say what it means."""
    constants = knowledge.constants
    yield from _numbers(constants)
    yield from _tables(constants)
    yield from _falling(
        "priorities", constants.priorities, "What is named first weighs most."
    )
    yield from _falling("picks", constants.picks, "Fewer answers are the more usual.")
    yield from _reasons(constants)


def _numbers(constants: Constants) -> Iterator[Finding]:
    for name, (low, high) in _RANGES.items():
        value = getattr(constants, name).value
        positive = value > 0 or name not in _ABOVE_ZERO
        if not (low <= value <= high and positive):
            bounds = f"from {low:g}" if high == inf else f"from {low:g} to {high:g}"
            more = "" if positive else ", but not 0"
            yield outside(NAME, _subject(name), "value", value, bounds + more)


def _tables(constants: Constants) -> Iterator[Finding]:
    neutral = constants.neutral.value
    favours = [constants.favours.values.get(each) for each in Strength]
    against = [constants.against.values.get(each) for each in Strength]
    confidence = [constants.confidence.values.get(each) for each in Confidence]
    yield from _rising("favours", [neutral, *favours, 1], "weak < moderate < strong")
    yield from _rising(
        "against", [0, *reversed(against), neutral], "strong < moderate < weak"
    )
    maturity = [constants.path_maturity.values.get(each) for each in _LIVING]
    yield from _rising(
        "path_maturity", [0, *maturity, 1], "legacy < preview < production"
    )
    levels = [constants.platform_level.values.get(each) for each in [*Level][::-1]]
    yield from _rising(
        "platform_level", [0, *levels, 1], "community < preview < production"
    )
    yield from _rising("confidence", [0, *confidence, 1], "low < medium < high")


def _rising(name: str, values: Sequence[float | None], order: str) -> Iterator[Finding]:
    """Yield an error unless all are there and rise; the outer two are bounds."""
    known = [each for each in values if each is not None]
    if len(known) < len(values):
        message = "a degree has no number"
        yield error(NAME, _subject(name), message, f"Give all of {order}.")
        return
    inner = all(low < high for low, high in pairwise(known[:-1]))
    if not (inner and known[-2] <= known[-1]):
        message = "the numbers are not in order"
        help_ = f"They must rise with {order}, on their side of neutral."
        yield error(NAME, _subject(name), message, help_)


def _falling(name: str, series: Series, help_: str) -> Iterator[Finding]:
    values = series.values
    falling = all(first >= second for first, second in pairwise(values))
    if not values or min(values) <= 0 or not falling:
        message = "the numbers must be above 0 and never rise"
        yield error(NAME, _subject(name), message, help_)


def _reasons(constants: Constants) -> Iterator[Finding]:
    for name in (field.name for field in fields(constants)):
        if not getattr(constants, name).because.strip():
            message = "because: empty"
            yield error(NAME, _subject(name), message, "Say why it is this number.")


def _subject(name: str) -> str:
    return f"constant:{name.replace('_', '-')}"
