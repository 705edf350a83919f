"""The whole decision, and everything a reader needs to follow it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from advisor.engine.appraise import Appraisal, appraise
from advisor.engine.challenge.acceptability import sampled
from advisor.engine.conclude import conclude
from advisor.engine.fire import grounded
from advisor.engine.horizon import horizons
from advisor.engine.near import near_misses
from advisor.engine.rank import leaders
from advisor.engine.relevance import applies, could_matter, idle_answers
from advisor.engine.routes import targets_of, unreached
from advisor.engine.stack import stack
from advisor.engine.standing import Standing
from advisor.engine.summarise import summarise
from advisor.engine.together import together
from advisor.model.condition import Condition
from advisor.model.evidence import Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.reads import facts_read_beside_rules
from advisor.model.report import (
    Recommendation,
    Report,
    SetAside,
    Unknown,
    Verdict,
    Weighting,
)
from advisor.model.robustness import Sampled


def recommend(
    knowledge: Knowledge, profile: Profile, as_of: date, evidence: Evidence
) -> Report:
    """Judge every framework for this profile with the evidence as it was on `as_of`."""
    found, certain, verdict = _decide(knowledge, profile, as_of, evidence)
    stacks = {
        each.framework: stack(knowledge, each.framework, found.facts, as_of)
        for each in leaders(found.ranking)
    }
    telling = could_matter(knowledge, found.facts, found.firings)

    def first_of(other: Profile) -> tuple[Verdict, str]:
        then, _, told = _decide(knowledge, other, as_of, evidence)
        return told, then.ranking[0].framework if then.ranking else ""

    return Report(
        project=profile.project,
        as_of=as_of,
        evidence=evidence,
        knowledge_version=knowledge.version,
        knowledge_digest=knowledge.digest,
        verdict=verdict,
        summary=summarise(
            knowledge, verdict, found.weighting, found.ranking, found.not_judged
        ),
        recommendation=_recommendation(found, stacks),
        weighting=found.weighting,
        ranking=found.ranking,
        not_judged=found.not_judged,
        excluded=found.excluded,
        set_aside=_set_aside(knowledge, found.held, found.weighting),
        open_questions=tuple(each for each in telling if each not in profile.unknown),
        unknown=_unknown(knowledge, profile, found, telling),
        idle_answers=idle_answers(
            profile,
            found.firings,
            _looked_at(knowledge, found),
            targets_of(found.facts),
        ),
        answers=profile.answers,
        trace=found.firings,
        near_misses=near_misses(grounded(knowledge, evidence), found.facts),
        routes=found.routes,
        unreached=unreached(knowledge, found.routes, found.facts),
        stacks=stacks,
        together=together(knowledge, found),
        horizons=horizons(knowledge, profile, first_of),
        sampled=certain,
    )


def concluded(knowledge: Knowledge, found: Appraisal) -> tuple[Sampled, Verdict]:
    """Sample and conclude; nothing is clear without a way to every target."""
    certain = sampled(found.ranking, found.weighting, knowledge.constants)
    verdict = conclude(found.ranking, found.not_judged, certain, knowledge.constants)
    if verdict is Verdict.CLEAR and unreached(knowledge, found.routes, found.facts):
        verdict = Verdict.LEANING
    return certain, verdict


def _decide(
    knowledge: Knowledge, profile: Profile, as_of: date, evidence: Evidence
) -> tuple[Appraisal, Sampled, Verdict]:
    found = appraise(knowledge, profile, as_of, evidence)
    return found, *concluded(knowledge, found)


def _unknown(
    knowledge: Knowledge, profile: Profile, found: Appraisal, telling: Collection[str]
) -> tuple[Unknown, ...]:
    """Tell what the user could not answer, and whether it could matter."""
    reading = facts_read_beside_rules(knowledge) if profile.unknown else set()
    asked = [knowledge.questions[each] for each in profile.unknown]
    return tuple(
        Unknown(
            each.id,
            each.id in telling or (each.id in reading and applies(each, found.facts)),
        )
        for each in asked
    )


def _recommendation(
    found: Appraisal, stacks: Mapping[str, tuple[str, ...]]
) -> Recommendation | None:
    if found.verdict is Verdict.NO_BASIS:
        return None
    first = found.ranking[0].framework
    return Recommendation(first, stacks[first])


def _looked_at(knowledge: Knowledge, found: Appraisal) -> Iterator[Condition | None]:
    """Yield the conditions of what was heard, of the ways and of the layers."""
    yield from (each.when for each in found.held.in_force.values())
    yield from (each.fits for each in knowledge.layers.values())
    wanted = set(targets_of(found.facts))
    for path in knowledge.paths.values():
        if wanted.intersection(path.targets):
            yield path.when
            yield path.fits


def _set_aside(
    knowledge: Knowledge, held: Standing, weighting: Sequence[Weighting]
) -> tuple[SetAside, ...]:
    """Keep what was set aside on the criteria that matter to this project.

    What only described a time that has passed is history, not a view that was corrected;
    it stays out, unless a document still says it.
    """
    weighted = {each.criterion for each in weighting}
    return tuple(
        each
        for each in held.set_aside
        if _corrected(each, knowledge)
        and weighted.intersection(
            (knowledge.criterion_of[each.claim], *knowledge.claims[each.claim].also)
        )
    )


def _corrected(each: SetAside, knowledge: Knowledge) -> bool:
    source = knowledge.sources[knowledge.claims[each.claim].source]
    return each.superseded_by is not None or source.is_document
