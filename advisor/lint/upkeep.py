"""Upkeep: what has grown old or is missing on a day. Nothing here is an error."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from advisor.engine.coverage import coverage
from advisor.engine.standing import Standing, standing
from advisor.engine.testify import age_of, testimonies
from advisor.lint.wording import note, warning
from advisor.model.evidence import Claim, Evidence
from advisor.model.finding import Finding
from advisor.model.knowledge import Knowledge

NAME = "upkeep"

_MOST = 6


def check(knowledge: Knowledge, as_of: date) -> Iterator[Finding]:
    """Yield stale sources, empty cells and claims that nothing uses."""
    held = standing(knowledge, as_of, Evidence.ALL)
    yield from _stale(knowledge, held, as_of)
    yield from _holes(knowledge, as_of)
    yield from _filled(knowledge, held, as_of)
    yield from _unused(knowledge)


def ahead(knowledge: Knowledge, today: date) -> Iterator[Finding]:
    """Yield what was looked up on a day that has not come: until then it never ages."""
    looked_up = [
        *(
            (f"claim:{c.id}", "confirmed", c.confirmed)
            for c in knowledge.claims.values()
        ),
        *((f"path:{p.id}", "confirmed", p.confirmed) for p in knowledge.paths.values()),
        *(
            (f"criterion:{criterion}", f"gaps: {gap.framework}", gap.checked)
            for criterion, gaps in knowledge.gaps.items()
            for gap in gaps
        ),
    ]
    for subject, key, day in looked_up:
        if day is not None and day > today:
            message = f"{key}: {day.isoformat()} lies ahead"
            help_ = "Give the day on which somebody looked."
            yield warning(NAME, subject, message, help_)


def _stale(knowledge: Knowledge, held: Standing, as_of: date) -> Iterator[Finding]:
    """Name each source of which every claim in force has outlived its half-life.

    Claims that are about a period that has ended cannot be refreshed and do not count.
    """
    ages: defaultdict[str, list[float]] = defaultdict(list)
    for claim in held.in_force.values():
        years = age_of(claim, knowledge, as_of)
        half_life = knowledge.criteria[knowledge.criterion_of[claim.id]].half_life
        ages[claim.source].append(years / half_life.years)
    for source, spent in sorted(ages.items()):
        if min(spent) > 1:
            message = (
                f"stale: all of its {len(spent)} claims in force have outlived "
                f"their half-life, the youngest {min(spent):.1f} times"
            )
            help_ = "Look it up again and add confirmed, or what has changed."
            yield note(NAME, f"source:{source}", message, help_)


def _holes(knowledge: Knowledge, as_of: date) -> Iterator[Finding]:
    """Name each living alternative that has cells without claim and without reason."""
    missing: defaultdict[str, list[str]] = defaultdict(list)
    for framework, criterion in coverage(knowledge, as_of, Evidence.ALL).holes:
        missing[framework].append(criterion)
    for framework, criteria in sorted(missing.items()):
        shown = ", ".join(criteria[:_MOST])
        rest = len(criteria) - _MOST
        more = f" and {rest} more" if rest > 0 else ""
        message = f"empty cells without a reason: {shown}{more}"
        help_ = "Add a claim, or a reasoned gap to the file of the criterion."
        yield warning(NAME, f"framework:{framework}", message, help_)


def _filled(knowledge: Knowledge, held: Standing, as_of: date) -> Iterator[Finding]:
    """Name each cell that has a reason for its silence and is not silent."""
    said = testimonies(knowledge, held, as_of, project=False)
    for criterion, gaps in knowledge.gaps.items():
        for gap in gaps:
            heard = said.get((gap.framework, criterion), ())
            if heard and gap.checked <= as_of:
                first = heard[0].claim
                message = f"gaps: that of {gap.framework!r} is filled by {first!r}"
                help_ = (
                    "Take the gap out, unless the claim holds for few projects only."
                )
                yield note(NAME, f"criterion:{criterion}", message, help_)


def _unused(knowledge: Knowledge) -> Iterator[Finding]:
    """Name claims on scored criteria that neither score nor bear anything out."""
    named = _named(knowledge)
    for claim in knowledge.claims.values():
        criterion = knowledge.criteria[knowledge.criterion_of[claim.id]]
        if criterion.scored and not _scores(claim) and claim.id not in named:
            message = "is used by nothing: it scores nobody and no record names it"
            help_ = "Give it a performance, name it in a rule, or take it out."
            yield note(NAME, f"claim:{claim.id}", message, help_)


def _scores(claim: Claim) -> bool:
    stated = claim.performance is not None or claim.measured is not None
    return stated or claim.strength is not None


def _named(knowledge: Knowledge) -> set[str]:
    """Return every claim that some other record names."""
    return {
        *(each for rule in knowledge.rules.values() for each in rule.claims),
        *(each for case in knowledge.cases.values() for each in case.claims),
        *(
            each
            for contradiction in knowledge.contradictions.values()
            for side in contradiction.sides
            for each in side.claims
        ),
        *(
            each
            for source in knowledge.sources.values()
            for defect in source.defects
            for each in defect.claims
        ),
        *(each.restates for each in knowledge.claims.values()),
        *(each.id for each in knowledge.claims.values() if each.restates),
        *(each.id for each in knowledge.claims.values() if each.supersedes),
        *(old for each in knowledge.claims.values() for old in each.supersedes),
    }
