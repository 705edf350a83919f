"""Criteria that are worked out from records: the way out, and the machines for training.

Each target of the project, and each accelerator it trains on, counts as one voice. Its
performance is what the maturity of the path, or the level of support, is worth; its
weight is the reliability of the source that shows it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from advisor.engine.facts import Facts, many
from advisor.engine.synthesise import synthesise
from advisor.model.knowledge import Knowledge
from advisor.model.performance import Known, Performance, Testimony
from advisor.model.reads import TRAINING_ACCELERATORS, TRAINING_SYSTEMS
from advisor.model.route import Route
from advisor.model.system import Framework, Platform

PATH_CRITERION = "deployment-path"
PLATFORM_CRITERION = "training-platform"
_EVERYWHERE = "cpu"

# What was found to be worth how much, and the source that shows it.
Finding = tuple[float, str]
# The ids of the claims that rest on each source.
Resting = Mapping[str, tuple[str, ...]]


def of_paths(ways: Mapping[str, Route], knowledge: Knowledge) -> Performance:
    """Return how sound the ways to the targets are."""
    found = [(min(1.0, route.worth), route.milestone.source) for route in ways.values()]
    resting = {route.milestone.source: route.claims for route in ways.values()}
    return _heard(found, resting, knowledge)


def of_platforms(
    framework: Framework,
    facts: Facts,
    resting: Resting,
    knowledge: Knowledge,
    as_of: date,
) -> Performance:
    """Return how well the machines that the project trains on are supported.

    Each accelerator counts with its best level on the systems that were named.
    `resting` holds the claims in force on each source.
    """
    systems = many(facts, TRAINING_SYSTEMS)
    usable = [
        each
        for each in framework.platforms
        if each.holds_on(as_of) and (not systems or each.os in systems)
    ]
    levels = knowledge.constants.platform_level.values
    found = []
    for accelerator in many(facts, TRAINING_ACCELERATORS) or (_EVERYWHERE,):
        fitting = [each for each in usable if each.accelerator == accelerator]
        if fitting:
            best = max(fitting, key=lambda each: (levels[each.level], _key(each)))
            found.append((levels[best.level], best.source))
    return _heard(found, resting, knowledge)


def _key(platform: Platform) -> tuple[str, str]:
    return platform.os, platform.source


def _heard(
    found: Sequence[Finding], resting: Resting, knowledge: Knowledge
) -> Performance:
    """Join the findings; the claims that rest on the same sources are named with it."""
    voices = [
        Testimony(str(place), str(place), worth, _trust(source, knowledge))
        for place, (worth, source) in enumerate(found)
    ]
    joined = synthesise(voices, knowledge.constants)
    if not isinstance(joined, Known):
        return joined
    said = tuple(
        Testimony(claim, source, worth, _trust(source, knowledge))
        for worth, source in dict.fromkeys(found)
        for claim in resting.get(source, ())
    )
    return replace(joined, testimonies=said)


def _trust(source: str, knowledge: Knowledge) -> float:
    return knowledge.sources[source].reliability.value
