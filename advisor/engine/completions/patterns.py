"""Which conditions of a cell hold together, and in which worlds."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from advisor.engine.completions.box import Can
from advisor.engine.completions.columns import masks_of
from advisor.engine.completions.worlds import Worlds
from advisor.engine.facts import Facts


def sides_of(can: Can) -> tuple[bool, ...]:
    """Return whether a condition that can be this holds."""
    holds = (True,) if Can.TRUE in can else ()
    fails = (False,) if can != Can.TRUE else ()
    return holds + fails


def patterns(
    sets: Sequence[int], worlds: Worlds
) -> tuple[list[tuple[bool, ...]], NDArray[np.int64]]:
    """Return which of the sets a world can be in together, and where each world is."""
    classes: dict[tuple[bool, ...], int] = {(): worlds.full}
    for each in sets:
        classes = {
            (*pattern, inside): part
            for pattern, where in classes.items()
            for inside in (False, True)
            if (part := where & each if inside else where & ~each)
        }
    which = masks_of(list(classes.values()), worlds.size).argmax(axis=0)
    return list(classes), which


def facts_of_each(worlds: Worlds) -> Sequence[Facts]:
    """Return the facts of each world, one by one."""
    return [
        {
            **worlds.facts,
            **{
                fact: value
                for fact, column in worlds.columns.items()
                if (value := column.values[column.index[place]]) is not None
            },
        }
        for place in range(worlds.size)
    ]
