"""The ways to every target in many completions at once; the same as `engine.routes`."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product

from advisor.engine.completions.worlds import Worlds
from advisor.engine.routes import EVERYWHERE, NO_TARGET, order
from advisor.model.condition import Includes, tests
from advisor.model.knowledge import Knowledge
from advisor.model.path import ANY_LANGUAGE, Maturity, Milestone, Path
from advisor.model.question import Answer
from advisor.model.reads import ACCELERATORS, EXCLUDED_VENDORS, LANGUAGES, TARGETS

_Set = int
# A target and who goes there, where it is wanted, and for each fact that the ways read
# what is known of it.
_State = tuple[tuple[str, str], _Set, tuple[tuple[Answer | None, _Set], ...]]


@dataclass(frozen=True, slots=True)
class Slot:
    """The completions in which a path is the best way of a framework to a target."""

    framework: str
    target: str
    path: str
    worth: float
    trust: float
    where: _Set


@dataclass(frozen=True, slots=True)
class Lead:
    """A living path to one target, with the tests that say how well it suits."""

    path: Path
    base: float
    trust: float
    barred: Includes | None
    spoken: Includes | None
    served: Includes
    special: bool


class Ways:
    """Every living path, by target and framework, as of one day."""

    def __init__(self, knowledge: Knowledge, as_of: date) -> None:
        """Look up once what does not depend on a project."""
        self._knowledge = knowledge
        self.leads: defaultdict[str, dict[str, list[Lead]]] = defaultdict(dict)
        for lead in _living(knowledge, as_of):
            for target in lead.path.targets:
                self.leads[target].setdefault(lead.path.from_, []).append(lead)
        self._tests = {each: Includes(TARGETS, (each,)) for each in self.leads}
        self._reads = {
            (target, framework): _reads(leads)
            for target, own in self.leads.items()
            for framework, leads in own.items()
        }
        self._found: dict[_State, tuple[Slot, ...]] = {}

    def reaching(self, worlds: Worlds) -> Iterator[tuple[str, _Set]]:
        """Yield the targets that can be wanted, and where they are."""
        for target, test in self._tests.items():
            wanted = worlds.true(test)
            if wanted and target != NO_TARGET:
                yield target, wanted

    def slots(self, worlds: Worlds) -> list[Slot]:
        """Return the best path from each framework to each target, wherever one leads."""
        return [
            slot
            for target, wanted in self.reaching(worlds)
            for framework in self.leads[target]
            for slot in self._kept((target, framework), wanted, worlds)
        ]

    def _kept(
        self, way: tuple[str, str], wanted: _Set, worlds: Worlds
    ) -> tuple[Slot, ...]:
        """Return the slots of a way; the same until a fact it reads is answered."""
        known = tuple(
            (worlds.facts.get(each), worlds.answered(each)) for each in self._reads[way]
        )
        state = way, wanted, known
        if state not in self._found:
            self._found[state] = tuple(self._slots(way, wanted, worlds))
        return self._found[state]

    def _slots(
        self, way: tuple[str, str], wanted: _Set, worlds: Worlds
    ) -> Iterator[Slot]:
        """Give each completion to the best path that is open there."""
        target, framework = way
        graded = [
            (*order(lead.path, worth), lead, where)
            for lead in self.leads[target][framework]
            for worth, where in _grades(lead, wanted, worlds, self._knowledge)
        ]
        left = wanted
        for worth, _, id_, lead, where in sorted(graded, key=lambda each: each[:3]):
            taken = where & left
            if taken:
                yield Slot(framework, target, id_, -worth, lead.trust, taken)
                left &= ~taken


def _living(knowledge: Knowledge, as_of: date) -> Iterator[Lead]:
    for path in knowledge.paths.values():
        milestone = path.milestone_on(as_of)
        if milestone is None or milestone.maturity is Maturity.DEAD:
            continue
        if path.from_ in knowledge.frameworks:
            yield _lead(path, milestone, knowledge)


def _reads(leads: Sequence[Lead]) -> tuple[str, ...]:
    """Return the facts that decide between these ways."""
    conditions = [each for own in leads for each in (own.path.when, own.path.fits)]
    found = {test.fact for each in conditions if each for test in tests(each)}
    return tuple(sorted({*found, LANGUAGES, ACCELERATORS, EXCLUDED_VENDORS}))


def _lead(path: Path, milestone: Milestone, knowledge: Knowledge) -> Lead:
    constants = knowledge.constants
    runtime = knowledge.runtimes.get(path.runtime)
    vendors = runtime.vendors if runtime is not None else ()
    spoken = ANY_LANGUAGE not in path.languages
    return Lead(
        path=path,
        trust=knowledge.sources[milestone.source].reliability.value,
        base=constants.path_maturity.values[milestone.maturity]
        * constants.path_detour.value ** len(path.through),
        barred=Includes(EXCLUDED_VENDORS, vendors) if vendors else None,
        spoken=Includes(LANGUAGES, path.languages) if spoken else None,
        served=Includes(ACCELERATORS, path.accelerators or (EVERYWHERE,)),
        special=bool(path.accelerators) and EVERYWHERE not in path.accelerators,
    )


def _grades(
    lead: Lead, wanted: _Set, worlds: Worlds, knowledge: Knowledge
) -> Iterator[tuple[float, _Set]]:
    """Yield what the way is worth, and where it is worth just that."""
    open_ = wanted & worlds.true(lead.path.when)
    if lead.barred is not None:
        open_ &= ~worlds.true(lead.barred)
    if not open_:
        return
    constants = knowledge.constants
    factors = [
        (constants.path_miss.value, _unspoken(lead, worlds)),
        (constants.path_miss.value, _unserved(lead, worlds)),
        (constants.path_bound.value, _bound(lead, worlds)),
        (
            constants.path_fit.value,
            worlds.true(lead.path.fits) if lead.path.fits else 0,
        ),
    ]
    parts = [(lead.base, open_)]
    for factor, where in factors:
        parts = [
            (worth * factor if inside else worth, split)
            for (worth, part), inside in product(parts, (True, False))
            if (split := part & where if inside else part & ~where)
        ]
    yield from parts


def _unspoken(lead: Lead, worlds: Worlds) -> _Set:
    if lead.spoken is None:
        return 0
    return worlds.answered(LANGUAGES) & ~worlds.true(lead.spoken)


def _unserved(lead: Lead, worlds: Worlds) -> _Set:
    return worlds.answered(ACCELERATORS) & ~worlds.true(lead.served)


def _bound(lead: Lead, worlds: Worlds) -> _Set:
    if lead.path.bound_to:
        return worlds.full
    return worlds.full & ~worlds.answered(ACCELERATORS) if lead.special else 0
