"""Evidence synthesis: from dated testimonies to a performance with an interval.

Testimonies are first averaged within each source, so that a source is not heard twice
for repeating itself, and then across sources. A prior at the neutral middle of the scale
carries the weight `constants.prior`; thin or old evidence therefore stays close to the
middle, and none at all, or none that age has left over, is a gap (a shrinkage estimate,
compare Efron & Morris 1975). With n the summed weight of the sources, m their weighted
mean and p the prior:

    value      = (p * neutral + n * m) / (p + n)
    half width = sqrt(spread^2 * p / (p + n)  +  disagreement^2 / effective sources)

so the interval widens with thin evidence, with age (which lowers n) and with
disagreement. The effective number of sources is Kish's (1965), n^2 / sum of squares.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import fsum, sqrt

from advisor.model.constants import Constants
from advisor.model.performance import FADED, SILENCE, Known, Performance, Testimony
from advisor.model.record import record


@record
class _Voice:
    """What one source says in all: its weight, mean and spread around a centre."""

    weight: float
    testimonies: tuple[Testimony, ...]

    @property
    def mean(self) -> float:
        total = fsum(each.weight for each in self.testimonies)
        return fsum(e.weight * e.performance for e in self.testimonies) / total

    def variance_around(self, centre: float) -> float:
        total = fsum(each.weight for each in self.testimonies)
        squares = (
            each.weight * (each.performance - centre) ** 2 for each in self.testimonies
        )
        return fsum(squares) / total


def synthesise(testimonies: Iterable[Testimony], constants: Constants) -> Performance:
    """Combine the testimonies on one cell; whatever their order, the same result."""
    audible = (each for each in testimonies if each.weight > 0)
    heard = tuple(sorted(audible, key=lambda each: each.claim))
    if not heard:
        return SILENCE
    voices = _voices(heard)
    total = fsum(voice.weight for voice in voices)
    if total < constants.least_evidence.value:
        return FADED
    prior = constants.prior.value
    mean = fsum(voice.weight * voice.mean for voice in voices) / total
    value = (prior * constants.neutral.value + total * mean) / (prior + total)
    thinness = constants.spread.value**2 * prior / (prior + total)
    half = sqrt(thinness + _disagreement(voices, mean, total))
    return Known(value, max(0.0, value - half), min(1.0, value + half), heard)


def pulls(cell: Known, constants: Constants) -> dict[str, float]:
    """Return how far a cell moves if a source deserves more weight, by source.

    That is the derivative of the value by the logarithm of the weight of the source:
    n_s (m_s - value) / (p + n), towards what the source says.
    """
    audible = [each for each in cell.testimonies if each.weight > 0]
    voices = {each.testimonies[0].source: each for each in _voices(audible)}
    total = constants.prior.value + fsum(each.weight for each in voices.values())
    return {
        source: each.weight * (each.mean - cell.value) / total
        for source, each in voices.items()
    }


def _voices(testimonies: Sequence[Testimony]) -> list[_Voice]:
    by_source: defaultdict[str, list[Testimony]] = defaultdict(list)
    for each in testimonies:
        by_source[each.source].append(each)
    return [
        _Voice(max(each.weight for each in said), tuple(said))
        for _, said in sorted(by_source.items())
    ]


def _disagreement(voices: Sequence[_Voice], mean: float, total: float) -> float:
    """Return the variance between and within sources, over the effective number."""
    shares = [voice.weight / total for voice in voices]
    spread = fsum(
        share * voice.variance_around(mean)
        for share, voice in zip(shares, voices, strict=True)
    )
    return spread * fsum(share**2 for share in shares)
