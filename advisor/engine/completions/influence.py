"""How much hangs on each question, whatever the project: a rough, static measure."""

from collections import defaultdict
from collections.abc import Mapping

from advisor.engine.facts import PRIORITIES
from advisor.model.condition import tests
from advisor.model.knowledge import Knowledge
from advisor.model.reads import facts_read

_EXCLUSION = 30.0  # far more than decisive: what is excluded cannot win at all
_CLAIM = 0.05  # a hundred claims about just such projects move as much as one rule


def influence(knowledge: Knowledge) -> Mapping[str, float]:
    """Return the importance that rules can add for each fact that anything reads.

    It only orders questions that tell equally much, so that a proof comes sooner.
    """
    found: defaultdict[str, float] = defaultdict(float)
    found.update(dict.fromkeys(facts_read(knowledge), 0.0))
    for rule in knowledge.rules.values():
        added = sum((rule.then.raise_ or {}).values())
        for fact in {test.fact for test in tests(rule.when)}:
            found[fact] += added
        for fact in rule.then.exclude.facts if rule.then.exclude else ():
            found[fact] += _EXCLUSION
    for claim in knowledge.claims.values():
        for test in tests(claim.when) if claim.when else ():
            found[test.fact] += _CLAIM
    found[PRIORITIES] += sum(knowledge.constants.priorities.values)
    return found
