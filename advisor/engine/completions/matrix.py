"""The performance matrix of many completions, multiplied with their weights."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from advisor.engine.completions.cells import Cells, Numbers
from advisor.engine.completions.columns import Column
from advisor.engine.completions.worlds import Worlds
from advisor.engine.facts import Facts
from advisor.engine.testify import Cell
from advisor.model.question import Answer

# What a cell depends on: the known answers to what it reads, and what of it is open.
_State = tuple[tuple[tuple[str, Answer], ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Sums:
    """Sums over criteria, frameworks by completions: weight × value, weight × known."""

    values: Numbers
    known: Numbers


@dataclass(frozen=True, slots=True)
class _Table:
    """Cells that depend on the same open facts, one row for each of them.

    The columns are their joint answers, of which the last fact runs fastest.
    """

    values: Numbers
    known: Numbers


class Matrix:
    """Looks up every cell in every completion; tables are made once and kept."""

    def __init__(self, cells: Cells, columns: Mapping[str, Column]) -> None:
        """Start without tables; `columns` hold every answer that can be drawn."""
        self._cells = cells
        self._columns = columns
        self._fixed: dict[tuple[Cell, _State], tuple[float, float]] = {}
        self._rows: dict[tuple[Cell, _State], tuple[Numbers, Numbers]] = {}
        self._tables: dict[tuple[tuple[Cell, ...], _State], _Table] = {}
        self._reads: dict[Cell, frozenset[str]] = {}

    def sums(
        self,
        frameworks: Sequence[str],
        weights: Mapping[str, Numbers],
        worlds: Worlds,
    ) -> Sums:
        """Return the sums over the criteria of `weights`, which are not normalised."""
        criteria = list(weights)
        stacked = np.zeros((len(criteria), worlds.size), np.float32)
        for place, each in enumerate(criteria):
            stacked[place] = weights[each]
        row = {each: place for place, each in enumerate(criteria)}
        line = {each: place for place, each in enumerate(frameworks)}
        fixed = np.zeros((2, len(frameworks), len(criteria)), np.float32)
        moving: dict[_State, list[Cell]] = {}
        for framework in frameworks:
            for criterion in criteria:
                cell = framework, criterion
                state = self._state(cell, worlds)
                if state[1]:
                    moving.setdefault(state, []).append(cell)
                else:
                    value = self._constant(cell, state)
                    fixed[:, line[framework], row[criterion]] = value
        sums = Sums(fixed[0] @ stacked, fixed[1] @ stacked)
        for state, cells in moving.items():
            table = self._table(tuple(cells), state, worlds)
            belongs = np.zeros((len(frameworks), len(cells)), np.float32)
            belongs[[line[each] for each, _ in cells], range(len(cells))] = 1
            own = stacked[[row[each] for _, each in cells]]
            _add(sums, table, _place(state[1], worlds), own, belongs)
        return sums

    def cell(self, cell: Cell, worlds: Worlds) -> tuple[Numbers, Numbers]:
        """Return one cell in every completion: its value and whether it is known."""
        state = self._state(cell, worlds)
        if not state[1]:
            value, known = self._constant(cell, state)
            ones = np.ones(worlds.size, np.float32)
            return value * ones, known * ones
        values, knowns = self._row(cell, state, worlds)
        place = _place(state[1], worlds)
        return values[place], knowns[place]

    def _state(self, cell: Cell, worlds: Worlds) -> _State:
        if cell not in self._reads:
            self._reads[cell] = self._cells.reads(cell)
        reads = self._reads[cell]
        if not reads:
            return (), ()
        known = [(each, worlds.facts[each]) for each in reads if each in worlds.facts]
        return tuple(sorted(known)), tuple(sorted(reads.intersection(worlds.columns)))

    def _constant(self, cell: Cell, state: _State) -> tuple[float, float]:
        key = cell, state
        if key not in self._fixed:
            part = self._part(cell, state)
            if part is None:
                self._fixed[key] = self._cells.fixed(cell, _known(state))
            else:
                self._fixed[key] = float(part[0][0]), float(part[1][0])
        return self._fixed[key]

    def _table(self, cells: tuple[Cell, ...], state: _State, worlds: Worlds) -> _Table:
        key = cells, state
        if key not in self._tables:
            rows = [self._row(each, state, worlds) for each in cells]
            values = np.array([each[0] for each in rows])
            known = np.array([each[1] for each in rows])
            self._tables[key] = _Table(values, known)
        return self._tables[key]

    def _row(
        self, cell: Cell, state: _State, worlds: Worlds
    ) -> tuple[Numbers, Numbers]:
        key = cell, state
        if key not in self._rows:
            part = self._part(cell, state)
            if part is None:
                columns = [worlds.columns[each] for each in state[1]]
                part = self._cells.row(cell, _known(state), columns)
            self._rows[key] = part
        return self._rows[key]

    def _part(self, cell: Cell, state: _State) -> tuple[Numbers, Numbers] | None:
        """Cut a row out of the one in which everything was open, if it is in there."""
        facts = tuple(sorted((*(fact for fact, _ in state[0]), *state[1])))
        whole = self._rows.get((cell, ((), facts)))
        columns = [self._columns[each] for each in facts if each in self._columns]
        known = _known(state)
        if whole is None or len(columns) < len(facts):
            return None
        if any(known[c.fact] not in c.values for c in columns if c.fact in known):
            return None
        places = tuple(
            each.values.index(known[each.fact]) if each.fact in known else slice(None)
            for each in columns
        )
        sizes = [len(each.values) for each in columns]
        value, there = (each.reshape(sizes)[places].reshape(-1) for each in whole)
        return value, there


def _add(
    sums: Sums,
    table: _Table,
    place: NDArray[np.int64],
    weights: Numbers,
    belongs: Numbers,
) -> None:
    """Add the cells of a table to the sums of the frameworks that they belong to."""
    sums.values[:] += belongs @ (
        weights * np.take(table.values, place, axis=1, mode="clip")
    )
    if table.known.all():
        sums.known[:] += belongs @ weights
    elif table.known.any():
        sums.known[:] += belongs @ (
            weights * np.take(table.known, place, axis=1, mode="clip")
        )


def _known(state: _State) -> Facts:
    return dict(state[0])


def _place(facts: Sequence[str], worlds: Worlds) -> NDArray[np.int64]:
    """Return the column of a table in which each completion finds its joint answer."""
    place = np.zeros(worlds.size, np.int64)
    for fact in facts:
        place = place * len(worlds.columns[fact].values) + worlds.index(fact)
    return place
