"""Everything that can be tried to shake a recommendation, but for the sampling."""

from dataclasses import replace
from datetime import date

from advisor.engine.challenge.dominance import dominated
from advisor.engine.challenge.leave_out import without_criteria, without_sources
from advisor.engine.challenge.methods import opinions
from advisor.engine.challenge.noise import noise
from advisor.engine.challenge.open import open_questions
from advisor.engine.challenge.stability import stable_weights
from advisor.engine.challenge.tipping import tipping_points
from advisor.engine.challenge.variants import Variants
from advisor.engine.hearing import Hearing
from advisor.model.evidence import Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.report import Report
from advisor.model.robustness import Challenge


def challenged(report: Report, knowledge: Knowledge, profile: Profile) -> Report:
    """Return a report on this profile with everything that was tried to shake it."""
    tried = challenge(knowledge, profile, report.as_of, report.evidence)
    return replace(report, challenge=tried)


def challenge(
    knowledge: Knowledge, profile: Profile, as_of: date, evidence: Evidence
) -> Challenge:
    """Challenge what `recommend` says of the same; where nobody is ranked, little can."""
    hearing = Hearing(knowledge, profile, as_of, evidence)
    found = hearing.found
    variants = Variants(knowledge, profile, as_of, evidence)
    return Challenge(
        stable_weights=stable_weights(found.ranking, found.weighting),
        tipping_points=tipping_points(variants),
        without_source=without_sources(hearing),
        without_criterion=without_criteria(hearing),
        noise=noise(found.ranking, found.weighting),
        opinions=opinions(found.ranking, found.weighting),
        dominated=dominated(found.ranking),
        open_questions=open_questions(variants),
    )
