"""Comparing two states of the rule base: claims, cells, and whose advice flips."""

from collections.abc import Iterator, Mapping
from datetime import date

from advisor.engine.appraise import Appraisal, appraise
from advisor.engine.matrix import Matrix, perform
from advisor.engine.mutate import outcome
from advisor.engine.shifts import shifts
from advisor.engine.standing import Standing, standing
from advisor.model.case import Case
from advisor.model.difference import Difference, Flip, MovedCell, Side
from advisor.model.evidence import Evidence
from advisor.model.performance import Known
from advisor.model.profile import Profile
from advisor.model.score import Score

LEAST_MOVE = 0.05
_MOST_CLAIMS = 6


def diff(
    old: Side, new: Side, today: date, profiles: Mapping[str, Profile]
) -> Difference:
    """Return what differs; `profiles` holds the projects of the cases that both decide.

    Without dates of their own, claims and cells are compared as of `today` and each
    case on its own date.
    """
    days = (old.as_of or today, new.as_of or today)
    before, after = _held(old, today), _held(new, today)
    return Difference(
        old=old.name,
        new=new.name,
        as_of=days,
        added=tuple(sorted(set(after.in_force) - set(before.in_force))),
        removed=tuple(sorted(set(before.in_force) - set(after.in_force))),
        changed=tuple(
            each
            for each, claim in sorted(after.in_force.items())
            if each in before.in_force and before.in_force[each] != claim
        ),
        cells=tuple(
            _moved(
                perform(old.knowledge, before, days[0]),
                perform(new.knowledge, after, days[1]),
            )
        ),
        cases=len(profiles),
        flips=tuple(_flips(old, new, profiles)),
    )


def _held(side: Side, today: date) -> Standing:
    evidence = side.evidence or Evidence.ALL
    return standing(side.knowledge, side.as_of or today, evidence)


def _moved(before: Matrix, after: Matrix) -> Iterator[MovedCell]:
    for framework in sorted({*before, *after}):
        first, second = before.get(framework, {}), after.get(framework, {})
        for criterion in sorted({*first, *second}):
            was = _value(first.get(criterion))
            now = _value(second.get(criterion))
            if (was is None) != (now is None) or abs((was or 0) - (now or 0)) >= (
                LEAST_MOVE
            ):
                yield MovedCell(framework, criterion, was, now)


def _value(cell: object) -> float | None:
    return cell.value if isinstance(cell, Known) else None


def _flips(old: Side, new: Side, profiles: Mapping[str, Profile]) -> Iterator[Flip]:
    for name, profile in profiles.items():
        case = new.knowledge.cases[name]
        was, now = _decide(old, case, profile), _decide(new, case, profile)
        before = outcome(was.verdict, was.ranking)
        after = outcome(now.verdict, now.ranking)
        if before != after:
            criteria = _reasons(was, now)
            claims = _claims(was, now, criteria)
            yield Flip(name, case.title, before, after, criteria, claims)


def _decide(side: Side, case: Case, profile: Profile) -> Appraisal:
    return appraise(
        side.knowledge,
        profile,
        side.as_of or case.as_of,
        side.evidence or case.evidence,
    )


def _reasons(was: Appraisal, now: Appraisal) -> tuple[str, ...]:
    """Return the criteria that moved the lead of the new winner over the old most."""
    if not was.ranking or not now.ranking:
        return ()
    old, new = was.ranking[0].framework, now.ranking[0].framework
    rival = old if old != new else _second(now)
    if not rival or new not in was.scores or rival not in now.scores:
        return ()
    then = _lead(was.scores[new], was.scores.get(rival))
    today = _lead(now.scores[new], now.scores[rival])
    return tuple(shifts(then, today))


def _second(found: Appraisal) -> str:
    return found.ranking[1].framework if len(found.ranking) > 1 else ""


def _lead(own: Score, other: Score | None) -> Mapping[str, float]:
    if other is None or own.amounts.keys() != other.amounts.keys():
        return {}
    return own.lead_over(other)


def _claims(
    was: Appraisal, now: Appraisal, criteria: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the heaviest claims on these criteria that only one side has heard."""
    first, second = _heard(was, criteria), _heard(now, criteria)
    only = {each: weight for each, weight in second.items() if each not in first}
    only |= {each: weight for each, weight in first.items() if each not in second}
    return tuple(sorted(only, key=lambda each: (-only[each], each))[:_MOST_CLAIMS])


def _heard(found: Appraisal, criteria: tuple[str, ...]) -> dict[str, float]:
    return {
        said.claim: said.weight
        for each in found.ranking[:2]
        for part in each.score.contributions
        if part.criterion in criteria
        for said in part.performance.testimonies
    }
