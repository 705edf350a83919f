"""From products that were seen on a shelf to the gaps between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

Span = tuple[float, float]  # left and right edge, as shares of the width of the shelf


def gaps(products: Iterable[Span], least: float = 0.05) -> Iterator[Span]:
    """Yield where nothing stands for at least `least` of the shelf, from left to right."""
    end = 0.0
    for left, right in sorted(products):
        if left - end >= least:
            yield end, left
        end = max(end, right)
    if 1.0 - end >= least:
        yield end, 1.0
