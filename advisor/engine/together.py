"""Where two frameworks together serve a project better than any one of them."""

from collections.abc import Sequence

from advisor.engine.appraise import Appraisal, covers
from advisor.engine.routes import targets_of
from advisor.model.knowledge import Knowledge
from advisor.model.report import Pairing
from advisor.model.rule import Screen


def together(knowledge: Knowledge, found: Appraisal) -> Pairing | None:
    """Return the pair that beats the winner, if only missing paths stand in its way.

    The first of the pair is the best framework that was excluded for nothing but a
    target it cannot reach, and leads the ranking by more than a tie; the second is the
    best framework that could be judged and reaches what the first does not.
    """
    held_back = _held_back(knowledge, found)
    if not held_back:
        return None
    first = held_back[0]
    margin = knowledge.constants.tie_margin.value
    if found.ranking:
        lead = found.scores[first].value - found.ranking[0].score.value
        if lead <= margin:
            return None
    reached = found.routes[first]
    somewhere = {target for ways in found.routes.values() for target in ways}
    missing = [
        each
        for each in targets_of(found.facts)
        if each in somewhere and each not in reached
    ]
    second = _best_for(missing, knowledge, found, first)
    if second is None or not reached:
        return None
    return Pairing(first, tuple(reached), second, tuple(missing))


def _held_back(knowledge: Knowledge, found: Appraisal) -> Sequence[str]:
    """Return the frameworks that only a target excludes, best score first."""
    least = knowledge.constants.least_coverage.value
    excluded = {each.framework for each in found.excluded}
    judged: list[str] = [
        each for each in excluded - _barred(found) if covers(found.scores[each], least)
    ]
    return sorted(judged, key=lambda each: (-found.scores[each].value, each))


def _barred(found: Appraisal) -> set[str]:
    """Return the frameworks that something else than a missing path excludes."""
    unreachable = {
        each.rule
        for each in found.firings
        if each.effects.exclude is not None
        and each.effects.exclude.screen is Screen.UNREACHABLE
    }
    return {each.framework for each in found.excluded if each.rule not in unreachable}


def _best_for(
    missing: Sequence[str], knowledge: Knowledge, found: Appraisal, first: str
) -> str | None:
    least = knowledge.constants.least_coverage.value
    able = [
        each
        for each, ways in found.routes.items()
        if each not in {first, *_barred(found)}
        and set(missing) <= set(ways)
        and covers(found.scores[each], least)
    ]
    return min(able, key=lambda each: (-found.scores[each].value, each), default=None)
