"""The answers to one question in many completions, and conditions as sets of them.

A set of completions is an integer, one bit for each of them: joining two sets of five
thousand takes a tenth of a microsecond.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from advisor.engine.conditions import Truth, evaluate
from advisor.model.condition import Test
from advisor.model.question import Answer

Index = NDArray[np.int16]
Mask = NDArray[np.bool_]

LEFT_OPEN = 0  # the place of "no answer" among the values of every column


def bits_of(mask: Mask) -> int:
    """Return a mask as a set."""
    return int.from_bytes(np.packbits(mask, bitorder="little").tobytes(), "little")


def masks_of(sets: Sequence[int], size: int) -> NDArray[np.uint8]:
    """Return sets as rows of zeros and ones, sets by completions."""
    width = (size + 7) // 8
    joined = b"".join(each.to_bytes(width, "little") for each in sets)
    packed = np.frombuffer(joined, np.uint8).reshape(len(sets), width)
    return np.unpackbits(packed, axis=1, count=size, bitorder="little")


@dataclass(frozen=True, slots=True)
class Column:
    """One answer for each completion: a place in `values`, of which the first is none."""

    fact: str
    values: tuple[Answer | None, ...]
    index: Index
    _places: dict[int, int] = field(default_factory=dict)
    # By identity of the test, which is kept so that no other takes its place in memory.
    _tests: dict[int, tuple[Test, int]] = field(default_factory=dict)

    def at(self, place: int) -> int:
        """Return the completions in which the answer is the value at a place."""
        if place not in self._places:
            self._places[place] = bits_of(self.index == place)
        return self._places[place]

    def answered(self) -> int:
        """Return the completions in which there is an answer."""
        return self.full & ~self.at(LEFT_OPEN)

    @property
    def full(self) -> int:
        """All completions."""
        return (1 << len(self.index)) - 1

    def where(self, test: Test) -> int:
        """Return the completions in which a test of this fact is true."""
        found = self._tests.get(id(test))
        if found is None:
            passing = np.array([self._passes(each, test) for each in self.values])
            found = self._tests[id(test)] = test, bits_of(passing[self.index])
        return found[1]

    def _passes(self, value: Answer | None, test: Test) -> bool:
        known: Mapping[str, Answer] = {} if value is None else {self.fact: value}
        return evaluate(test, known) is Truth.TRUE
