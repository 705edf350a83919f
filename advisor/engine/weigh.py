"""Weights: how important each criterion is to this project."""

from collections import defaultdict
from collections.abc import Sequence
from math import fsum

from advisor.engine.facts import PRIORITIES, Facts
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.report import Firing, Weighting


def weigh(
    knowledge: Knowledge, profile: Profile, facts: Facts, firings: Sequence[Firing]
) -> tuple[Weighting, ...]:
    """Return the weighted criteria by id; their weights sum to 1, or there are none.

    Rules and stated priorities add up to raw importance; the profile's own `weights`
    replace that for the criteria they name.
    """
    raised = _raised(firings)
    priorities = stated_importance(knowledge, facts)
    importance = {
        criterion: profile.weights.get(
            criterion,
            fsum([*raised.get(criterion, {}).values(), priorities.get(criterion, 0.0)]),
        )
        for criterion in {*raised, *priorities, *profile.weights}
    }
    total = fsum(importance.values())
    enough = _enough(firings)
    return tuple(
        Weighting(
            criterion=criterion,
            weight=importance[criterion] / total,
            rules=raised.get(criterion, {}),
            priority=priorities.get(criterion, 0.0),
            stated=profile.weights.get(criterion),
            enough=enough.get(criterion),
        )
        for criterion in sorted(importance)
        if importance[criterion] > 0
    )


def _raised(firings: Sequence[Firing]) -> dict[str, dict[str, float]]:
    raised: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for firing in firings:
        for criterion, amount in (firing.effects.raise_ or {}).items():
            raised[criterion][firing.rule] = amount
    return dict(raised)


def stated_importance(knowledge: Knowledge, facts: Facts) -> dict[str, float]:
    """Return what the priorities, in their order, add to the importance of criteria."""
    stated = facts.get(PRIORITIES, ())
    order = stated if isinstance(stated, tuple) else ()
    series = knowledge.constants.priorities
    return {criterion: series.at(place) for place, criterion in enumerate(order)}


def _enough(firings: Sequence[Firing]) -> dict[str, float]:
    """Collect what suffices; where rules differ, the more demanding one holds."""
    enough: dict[str, float] = {}
    for firing in firings:
        for criterion, level in (firing.effects.enough or {}).items():
            enough[criterion] = max(level, enough.get(criterion, 0.0))
    return enough
