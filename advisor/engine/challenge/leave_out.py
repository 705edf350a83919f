"""Leaving out one source, or one criterion: what still stands without it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from math import fsum

from advisor.engine.appraise import appraise, settle_ranking
from advisor.engine.fire import grounded
from advisor.engine.hearing import Hearing
from advisor.engine.score import score
from advisor.engine.standing import counts
from advisor.model.knowledge import Knowledge
from advisor.model.report import Ranked, Weighting
from advisor.model.robustness import Without


def without_sources(hearing: Hearing) -> tuple[Without, ...]:
    """Leave out each source that bears on the ranking; the least lead that is left first.

    All claims of the source are gone: what they alone had superseded speaks again, and
    rules that rest on no other claim of the evidence fall silent. Milestones and
    platforms that the source shows stay. None where nobody is ranked.
    """
    knowledge = hearing.knowledge
    fired = (knowledge.rules[each.rule].claims for each in hearing.found.firings)
    bearing = {*hearing.bearing(), *(claim for claims in fired for claim in claims)}
    heard = (knowledge.claims[each] for each in bearing)
    sources = {e.source for e in heard if counts(e, knowledge, hearing.evidence)}
    said: defaultdict[str, set[str]] = defaultdict(set)
    for claim in knowledge.claims.values():
        if claim.source in sources:
            said[claim.source].add(claim.id)
    rankings = {each: _without_claims(hearing, claims) for each, claims in said.items()}
    return _compared(hearing.found.ranking, rankings)


def without_criteria(hearing: Hearing) -> tuple[Without, ...]:
    """Leave out each weighted criterion; the least lead that is left first.

    The other weights keep their proportions and exclusions stay. Empty where nobody is
    ranked, or where nothing would be left to judge by.
    """
    knowledge, found = hearing.knowledge, hearing.found
    if len(found.weighting) < 2:
        return ()
    neutral = knowledge.constants.neutral.value
    rankings = {}
    for own in found.weighting:
        weighting = _others(found.weighting, own)
        scores = {
            each: score(found.scores[each].cells, weighting, neutral)
            for each in hearing.remaining
        }
        ranking, *_ = settle_ranking(knowledge, hearing.remaining, scores)
        rankings[own.criterion] = ranking
    return _compared(found.ranking, rankings)


def _without_claims(hearing: Hearing, gone: Set[str]) -> tuple[Ranked, ...]:
    """Return the ranking; judge all anew only where a rule that fired falls silent."""
    fired = {each.rule for each in hearing.found.firings}
    rules = hearing.knowledge.rules
    if any(not gone.isdisjoint(rules[each].claims) for each in fired):
        left = _stripped(hearing.knowledge, gone)
        if not fired <= {each.id for each in grounded(left, hearing.evidence)}:
            profile, as_of = hearing.profile, hearing.as_of
            return appraise(left, profile, as_of, hearing.evidence).ranking
    ranking, *_ = hearing.settle(hearing.without(gone))
    return ranking


def _stripped(knowledge: Knowledge, gone: Set[str]) -> Knowledge:
    """Return the rule base without these claims and the rules that rest on them alone."""
    rules = {
        each.id: replace(
            each, claims=tuple(claim for claim in each.claims if claim not in gone)
        )
        for each in knowledge.rules.values()
        if not each.claims or not gone >= set(each.claims)
    }
    claims = {each: own for each, own in knowledge.claims.items() if each not in gone}
    return replace(knowledge, claims=claims, rules=rules)


def _others(weighting: Sequence[Weighting], left_out: Weighting) -> list[Weighting]:
    others = [each for each in weighting if each is not left_out]
    total = fsum(each.weight for each in others)
    return [replace(each, weight=each.weight / total) for each in others]


def _compared(
    now: Sequence[Ranked], rankings: Mapping[str, Sequence[Ranked]]
) -> tuple[Without, ...]:
    if not now:
        return ()
    found = [
        Without(
            what,
            then[0].framework if then else "",
            _lead(then, now[0].framework),
        )
        for what, then in rankings.items()
    ]
    return tuple(sorted(found, key=lambda each: (round(each.lead, 9), each.what)))


def _lead(ranking: Sequence[Ranked], framework: str) -> float:
    """Return the lead over the best of the others; who is not ranked counts as 0."""
    scores = {each.framework: each.score.value for each in ranking}
    own = scores.pop(framework, 0.0)
    return own - max(scores.values(), default=0.0)
