"""How sound the ways of a framework to its targets are, in many completions at once."""

from dataclasses import dataclass

import numpy as np

from advisor.engine.completions.cells import Numbers
from advisor.engine.completions.columns import Mask, masks_of
from advisor.engine.completions.ways import Slot
from advisor.model.constants import Constants


@dataclass(frozen=True, slots=True)
class Arrival:
    """The value of the ways, where there is any, and where they are trusted enough."""

    value: Numbers
    any: Mask
    known: Mask


class Arrivals:
    """Each target is heard as one voice, as in `soundness.of_paths`."""

    def __init__(self, constants: Constants, size: int) -> None:
        """Start with nothing; `size` is the number of completions."""
        self._constants = constants
        self._size = size
        # By identity of the slots, which are kept: they stay the same until a fact that
        # the ways read is answered.
        self._seen: dict[tuple[int, ...], tuple[tuple[Slot, ...], Arrival]] = {}

    def of(self, slots: tuple[Slot, ...]) -> Arrival:
        """Return what the slots of one framework, at least one, are worth together."""
        key = tuple(map(id, slots))
        if key not in self._seen:
            self._seen[key] = slots, self._arrival(slots)
        return self._seen[key][1]

    def _arrival(self, slots: tuple[Slot, ...]) -> Arrival:
        trust = np.array([each.trust for each in slots], np.float32)
        worth = np.array([min(1.0, each.worth) for each in slots], np.float32)
        there = masks_of([each.where for each in slots], self._size).astype(np.float32)
        heard = trust @ there
        prior, neutral = self._constants.prior.value, self._constants.neutral.value
        joined = (prior * neutral + (trust * worth) @ there) / (prior + heard)
        known = (heard > 0) & (heard >= self._constants.least_evidence.value)
        return Arrival(np.where(known, joined, neutral), heard > 0, known)
