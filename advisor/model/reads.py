"""What the rule base reads of a profile: every test, wherever it stands."""

from collections.abc import Iterator

from advisor.model.condition import Condition, Test, tests
from advisor.model.knowledge import Knowledge

TARGETS = "deployment-targets"
LANGUAGES = "serving-languages"
ACCELERATORS = "serving-accelerators"
TRAINING_SYSTEMS = "training-os"
TRAINING_ACCELERATORS = "training-accelerators"
EXCLUDED_VENDORS = "excluded-vendors"
PLATFORM_FACTS = (TRAINING_SYSTEMS, TRAINING_ACCELERATORS)
PATH_FACTS = (TARGETS, LANGUAGES, ACCELERATORS)


def every_test(knowledge: Knowledge) -> Iterator[Test]:
    """Yield every test of rules, claims, layers and paths."""
    for condition in _conditions(knowledge):
        yield from tests(condition)


def facts_read(knowledge: Knowledge) -> set[str]:
    """Return the facts that anything in the rule base reads.

    A screen reads the answers that it compares; paths read targets, the languages and
    the accelerators that they serve.
    """
    excludes = [rule.then.exclude for rule in knowledge.rules.values()]
    compared = {fact for each in excludes if each is not None for fact in each.facts}
    return {
        *(test.fact for rule in knowledge.rules.values() for test in tests(rule.when)),
        *compared,
        *facts_read_beside_rules(knowledge),
    }


def facts_read_beside_rules(knowledge: Knowledge) -> set[str]:
    """Return the facts that decide which claims, layers and paths suit a project."""
    conditions = _conditions_beside_rules(knowledge)
    return {
        *(test.fact for each in conditions for test in tests(each)),
        *(PATH_FACTS if knowledge.paths else ()),
    }


def _conditions(knowledge: Knowledge) -> Iterator[Condition]:
    yield from (rule.when for rule in knowledge.rules.values())
    yield from _conditions_beside_rules(knowledge)


def _conditions_beside_rules(knowledge: Knowledge) -> Iterator[Condition]:
    yield from (claim.when for claim in knowledge.claims.values() if claim.when)
    yield from (layer.fits for layer in knowledge.layers.values())
    for path in knowledge.paths.values():
        yield from (each for each in (path.when, path.fits) if each is not None)
