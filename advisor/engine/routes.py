"""Finding the best path from each framework to each target of the project."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from advisor.engine.conditions import holds
from advisor.engine.facts import Facts, many
from advisor.model.constants import Constants
from advisor.model.knowledge import Knowledge
from advisor.model.path import ANY_LANGUAGE, Maturity, Milestone, Path
from advisor.model.reads import ACCELERATORS, EXCLUDED_VENDORS, LANGUAGES, TARGETS
from advisor.model.route import Route

NO_TARGET = "none"
EVERYWHERE = "cpu"

# By framework, then by target; a target without a living path is absent.
Routes = Mapping[str, Mapping[str, Route]]


def targets_of(facts: Facts) -> tuple[str, ...]:
    """Return where the project has to run, in the order that was answered."""
    return tuple(each for each in many(facts, TARGETS) if each != NO_TARGET)


def routes(knowledge: Knowledge, facts: Facts, as_of: date) -> Routes:
    """Return the best living path from every framework to every target."""
    found: dict[str, dict[str, Route]] = {each: {} for each in knowledge.frameworks}
    for target in targets_of(facts):
        for framework, ways in _ways(knowledge, target, facts, as_of).items():
            best, *rest = sorted(ways, key=lambda each: order(each.path, each.worth))
            others = tuple(each.path.id for each in rest)
            found[framework][target] = replace(best, others=others)
    return found


def unreached(knowledge: Knowledge, found: Routes, facts: Facts) -> tuple[str, ...]:
    """Return the targets no path leads to; without any path nothing can be said."""
    if not knowledge.paths:
        return ()
    reached = {target for ways in found.values() for target in ways}
    return tuple(each for each in targets_of(facts) if each not in reached)


def with_claims(found: Routes, resting: Mapping[str, tuple[str, ...]]) -> Routes:
    """Name with each way the claims in force on the source that shows its maturity."""
    return {
        framework: {
            target: replace(route, claims=resting.get(route.milestone.source, ()))
            for target, route in ways.items()
        }
        for framework, ways in found.items()
    }


def _ways(
    knowledge: Knowledge, target: str, facts: Facts, as_of: date
) -> Mapping[str, list[Route]]:
    """Return every living way to a target, by the framework it begins in."""
    ways: defaultdict[str, list[Route]] = defaultdict(list)
    for path in knowledge.paths.values():
        if target not in path.targets or path.from_ not in knowledge.frameworks:
            continue
        milestone = path.milestone_on(as_of)
        if milestone is None or milestone.maturity is Maturity.DEAD:
            continue
        if _open(path, knowledge, facts):
            route = _route(path, milestone, target, facts, knowledge.constants)
            ways[path.from_].append(route)
    return ways


def order(path: Path, worth: float) -> tuple[float, int, str]:
    """Order the ways of a framework to a target, best first: by worth, then the shorter."""
    return -round(worth, 9), len(path.steps), path.id


def _open(path: Path, knowledge: Knowledge, facts: Facts) -> bool:
    """Say whether the project may go this way."""
    meant = path.when is None or holds(path.when, facts)
    return meant and not _barred(path, knowledge, facts)


def _barred(path: Path, knowledge: Knowledge, facts: Facts) -> bool:
    """Say whether the runtime belongs to a vendor that the project excludes."""
    runtime = knowledge.runtimes.get(path.runtime)
    vendors = runtime.vendors if runtime is not None else ()
    return bool(set(vendors).intersection(many(facts, EXCLUDED_VENDORS)))


def _route(
    path: Path, milestone: Milestone, target: str, facts: Facts, constants: Constants
) -> Route:
    misses = (*_languages_missed(path, facts), *_accelerators_missed(path, facts))
    worth = (
        constants.path_maturity.values[milestone.maturity]
        * constants.path_miss.value ** len(misses)
        * constants.path_detour.value ** len(path.through)
    )
    if _bound(path, facts):
        worth *= constants.path_bound.value
    if path.fits is not None and holds(path.fits, facts):
        worth *= constants.path_fit.value
    return Route(target, path, milestone, worth, misses)


def _languages_missed(path: Path, facts: Facts) -> tuple[str, ...]:
    """One language in common is enough: an application calls the model from one place."""
    wanted = many(facts, LANGUAGES)
    served = ANY_LANGUAGE in path.languages or set(wanted) & set(path.languages)
    return wanted[:1] if wanted and not served else ()


def _accelerators_missed(path: Path, facts: Facts) -> tuple[str, ...]:
    wanted = many(facts, ACCELERATORS)
    served = set(path.accelerators or (EVERYWHERE,))
    return wanted[:1] if wanted and not served.intersection(wanted) else ()


def _bound(path: Path, facts: Facts) -> bool:
    """Say whether the way takes chips of one maker, or chips that nobody has asked for."""
    special = bool(path.accelerators) and EVERYWHERE not in path.accelerators
    return bool(path.bound_to) or (special and not many(facts, ACCELERATORS))
