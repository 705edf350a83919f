"""What is certain about the ways to the targets anywhere in a box of completions."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from advisor.engine.completions.box import Box, Can
from advisor.engine.completions.ways import Lead
from advisor.engine.routes import order, targets_of
from advisor.model.condition import Includes
from advisor.model.constants import Constants
from advisor.model.reads import ACCELERATORS, TARGETS


@dataclass(frozen=True, slots=True)
class _Chance:
    """A way that may be open, and between what bounds its worth lies."""

    lead: Lead
    low: float
    high: float
    sure: bool


class Reach:
    """The ways of a rule base as of one day, in one box."""

    def __init__(
        self,
        leads: Mapping[str, Mapping[str, Sequence[Lead]]],
        constants: Constants,
        box: Box,
    ) -> None:
        """Look at every way to the targets, which must be known or given up."""
        self._constants = constants
        self._box = box
        self.targets = () if TARGETS in box.open else targets_of(box.facts)
        self._chances: dict[tuple[str, str], list[_Chance]] = {}
        for target in self.targets:
            for framework, own in leads.get(target, {}).items():
                chances = [each for lead in own if (each := self._chance(lead))]
                if chances:
                    self._chances[framework, target] = chances

    def stable(self, framework: str) -> bool:
        """Say whether the best way to every target is the same all over the box."""
        return TARGETS not in self._box.open and all(
            self._one_best(self._chances.get((framework, target), ()))
            for target in self.targets
        )

    def surely_arrives(self, framework: str, least: float) -> bool:
        """Say whether the best way to a target has at least this trust all over."""
        every = [self._chances.get((framework, each), ()) for each in self.targets]
        return any(
            any(each.sure for each in chances)
            and all(0 < each.lead.trust >= least for each in chances)
            for chances in every
        )

    def never_arrives(self, framework: str) -> bool:
        """Say whether a target that others surely reach is out of reach all over."""
        return any(
            not self._chances.get((framework, target)) and self._sure(target)
            for target in self.targets
        )

    def may_not_arrive(self, framework: str) -> bool:
        """Say whether there may be a target that others reach and this one does not."""
        if TARGETS in self._box.open:
            return True
        reached = {target for _, target in self._chances}
        own = {
            target
            for target in self.targets
            if any(each.sure for each in self._chances.get((framework, target), ()))
        }
        return bool(reached - own)

    def bounds(
        self, framework: str, prior: float, neutral: float
    ) -> tuple[float, float] | None:
        """Return the least and greatest value of the ways together, as one voice each."""
        voices = [
            self._voices(self._chances[framework, target])
            for target in self.targets
            if (framework, target) in self._chances
        ]
        if not voices:
            return None
        doubts = [[(trust, 1 - worth) for trust, worth in each] for each in voices]
        least = 1 - _greatest_mean(doubts, prior, 1 - neutral)
        return least, _greatest_mean(voices, prior, neutral)

    def _voices(self, chances: Sequence[_Chance]) -> list[tuple[float, float]]:
        """Return the extremes of one voice: its weight and what it says."""
        trusts = {each.lead.trust for each in chances}
        low = max((each.low for each in chances if each.sure), default=0.0)
        high = max(each.high for each in chances)
        worths = {min(1.0, low), min(1.0, high)}
        absent = set() if any(each.sure for each in chances) else {(0.0, 0.0)}
        return sorted({*product(trusts, worths), *absent})

    def _sure(self, target: str) -> bool:
        return any(
            each.sure
            for (_, reached), chances in self._chances.items()
            if reached == target
            for each in chances
        )

    def _one_best(self, chances: Sequence[_Chance]) -> bool:
        """Say whether one way is surely open and better than all others, or none is."""
        if not chances:
            return True
        sure = [each for each in chances if each.sure]
        if not sure:
            return False
        best = min(sure, key=lambda each: order(each.lead.path, each.low))
        least = order(best.lead.path, best.low)
        return all(
            least < order(each.lead.path, each.high)
            for each in chances
            if each is not best
        )

    def _chance(self, lead: Lead) -> _Chance | None:
        box, barred = self._box, lead.barred
        if not box.may(lead.path.when) or (barred is not None and box.must(barred)):
            return None
        low = high = lead.base
        for factor, may, must in self._factors(lead):
            ends = [each for each, there in ((factor, may), (1.0, not must)) if there]
            low *= min(ends)
            high *= max(ends)
        free = barred is None or not box.may(barred)
        sure = free and box.must(lead.path.when)
        return _Chance(lead, low, high, sure)

    def _factors(self, lead: Lead) -> Iterator[tuple[float, bool, bool]]:
        """Yield what changes the worth: by how much, whether it may and must do so."""
        constants = self._constants
        if lead.spoken is not None:
            yield constants.path_miss.value, *self._missed(lead.spoken)
        yield constants.path_miss.value, *self._missed(lead.served)
        known = ACCELERATORS in self._box.facts
        special = lead.special and not known
        closed = ACCELERATORS not in self._box.open
        bound = bool(lead.path.bound_to)
        yield (
            constants.path_bound.value,
            bound or special,
            bound or (special and closed),
        )
        if lead.path.fits is not None:
            fits = lead.path.fits
            yield constants.path_fit.value, self._box.may(fits), self._box.must(fits)

    def _missed(self, served: Includes) -> tuple[bool, bool]:
        """Say whether an answer may, and must, name nothing that is served."""
        can = self._box.can(served)
        return Can.FALSE in can, can == Can.FALSE


def _greatest_mean(
    voices: Sequence[Sequence[tuple[float, float]]], prior: float, neutral: float
) -> float:
    """Return the greatest mean that one choice for each voice can give, from 0 to 1.

    A choice of weight and worth raises the mean most where weight times what it is
    above the mean is largest; the mean is raised until no choice does (Dinkelbach 1967).
    """
    mean = 0.0
    while True:
        picked = [max((t * (w - mean), t, w) for t, w in each) for each in voices]
        total = prior * neutral + sum(trust * worth for _, trust, worth in picked)
        found = total / (prior + sum(trust for _, trust, _ in picked))
        if found <= mean:
            return mean
        mean = found
