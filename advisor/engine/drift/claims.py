"""Which claims have moved between two states, and what each of them alone has done."""

from collections.abc import Collection, Mapping, Sequence
from math import fsum

from advisor.engine.appraise import PLACES
from advisor.engine.digests import claim_digest
from advisor.engine.drift.lead import contest, lead_between
from advisor.engine.drift.state import Decision, State
from advisor.engine.hearing import Said
from advisor.engine.remember import said_of
from advisor.model.drift import Change, MovedClaim
from advisor.model.knowledge import Knowledge
from advisor.model.record import record
from advisor.model.recorded import Recorded
from advisor.model.score import Score
from advisor.model.what_if import Outcome

# So many claims are tried out, those first that moved the lead most; of the others it is
# taken that none decides alone. Where the first stays and only the verdict on it is
# another, every trial has to be sampled, which is slow.
MOST_TRIED = 16
MOST_SAMPLED = 4


@record
class _Move:
    """A claim that has moved; `undone` is what would be heard if it had not.

    None: what it said then is not known any more, so nothing can be tried.
    """

    claim: str
    change: Change
    undone: Said | None


def moved_by_knowledge(
    recorded: Recorded, before: Decision, state: State, after: Decision
) -> tuple[MovedClaim, ...]:
    """Return what is heard otherwise since the rule base is another.

    The record has the claims on everyone but those who were excluded; of these it cannot
    be said what was heard.
    """
    hearing, knowledge = state.hearing, state.knowledge
    pair = _contest(before, after, state)
    heard = _heard(state, [each for each in pair if each not in recorded.excluded])
    digests = {
        each: claim_digest(knowledge.claims[each], knowledge)
        for each in (*recorded.claims, *heard)
        if each in knowledge.claims
    }
    moves = [
        _Move(each, Change.CAME, hearing.without([each]))
        for each in heard
        if each not in recorded.claims
    ]
    # Those that are heard on the two now come before those that may be on others.
    for each in sorted(recorded.claims, key=lambda each: (each not in heard, each)):
        same = digests.get(each) == recorded.claims[each]
        if each not in hearing.found.held.in_force:
            again = hearing.along_with(knowledge.claims[each]) if same else None
            moves.append(_Move(each, Change.GONE, again))
        elif not same:
            moves.append(_Move(each, Change.CHANGED, None))
    return _weighed(moves, state, pair, before, after)


def moved_by_date(
    earlier: State, before: Decision, state: State, after: Decision
) -> tuple[MovedClaim, ...]:
    """Return what has come into force between two days, and what no longer is."""
    hearing = state.hearing
    pair = _contest(before, after, state)
    then, now = earlier.hearing.found.held.in_force, hearing.found.held.in_force
    moves = [
        *(
            _Move(each, Change.CAME, hearing.without([each]))
            for each in _heard(state, pair)
            if each not in then
        ),
        *(
            _Move(each, Change.GONE, hearing.along_with(then[each]))
            for each in _heard(earlier, pair)
            if each not in now
        ),
    ]
    return _weighed(moves, state, pair, before, after)


def _contest(before: Decision, after: Decision, state: State) -> tuple[str, ...]:
    """Return the two between which the claims decide, of those who are not excluded."""
    order = contest(before, after)
    return tuple(each for each in order if each in state.hearing.remaining)[:2]


def _heard(state: State, frameworks: Collection[str]) -> Sequence[str]:
    """Return the claims that the scores of these frameworks rest on, by id."""
    scores = state.hearing.found.scores
    every = (said_of(scores[each], state.knowledge) for each in frameworks)
    return sorted({claim for said in every for claim in said})


def _weighed(
    moves: Sequence[_Move],
    state: State,
    pair: Sequence[str],
    before: Decision,
    after: Decision,
) -> tuple[MovedClaim, ...]:
    """Put first what alone decides, then what is on the criteria that moved the lead.

    Among these, as among the others, first comes what has moved the lead the way it
    went, most of all. What does nothing to the lead is left out; what cannot be tried
    comes last.
    """
    now = _lead(_values(state.hearing.found.scores), pair)
    falls = now < _lead(before.scores, pair)
    effects = {
        each.claim: round(now - _without(each.undone, state, pair), PLACES)
        for each in moves
        if each.undone is not None
    }
    known = (each for each in moves if effects.get(each.claim))
    ordered = sorted(
        known,
        key=lambda each: (
            (effects[each.claim] < 0) is not falls,
            -abs(effects[each.claim]),
            each.claim,
        ),
    )
    alone = {
        each.claim
        for each in ordered[: _trials(before.outcome, after.outcome)]
        if each.undone is not None and state.would_come_to(each.undone, before.outcome)
    }
    ordered += [each for each in moves if each.undone is None]
    aside = state.hearing.found.held.set_aside
    instead = {each.claim: each.superseded_by or "" for each in aside}
    found = (
        MovedClaim(
            each.claim,
            each.change,
            instead.get(each.claim, "") if each.change is Change.GONE else "",
            each.claim in alone,
        )
        for each in ordered
    )
    near = _on_criteria(before, after, state.knowledge)
    return tuple(sorted(found, key=lambda e: (not e.alone, e.claim not in near)))


def _on_criteria(
    before: Decision, after: Decision, knowledge: Knowledge
) -> Collection[str]:
    """Return the claims on the criteria that moved the lead most."""
    lead = lead_between(before, after)
    moved = () if lead is None else lead.criteria
    criteria = {each.criterion for each in moved}
    return {
        each.id
        for each in knowledge.claims.values()
        if not criteria.isdisjoint((knowledge.criterion_of[each.id], *each.also))
    }


def _trials(before: Outcome, after: Outcome) -> int:
    if before == after:
        return 0
    return MOST_SAMPLED if before.frameworks == after.frameworks else MOST_TRIED


def _without(undone: Said, state: State, pair: Sequence[str]) -> float:
    """Return the lead in the contest if a move were undone."""
    ranking, not_judged, _ = state.hearing.settle(undone)
    scores = {
        **{each.framework: each.score for each in ranking},
        **{each.framework: each.score for each in not_judged},
    }
    return _lead(_values(scores), pair)


def _values(scores: Mapping[str, Score]) -> Mapping[str, float]:
    return {each: own.value for each, own in scores.items()}


def _lead(scores: Mapping[str, float], pair: Sequence[str]) -> float:
    """Return the lead of the first of a pair; who was not ranked counts as 0."""
    first, *rest = (scores.get(each, 0.0) for each in (*pair, "")[:2])
    return first - fsum(rest)
