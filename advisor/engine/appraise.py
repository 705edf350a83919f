"""One pass of the decision model: screen, weigh, perform, score."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from advisor.engine.conclude import separate
from advisor.engine.facts import Facts, facts_of
from advisor.engine.fire import fire, flags, grounded
from advisor.engine.matrix import perform
from advisor.engine.rank import in_order, ranks
from advisor.engine.routes import Routes, routes, with_claims
from advisor.engine.score import score
from advisor.engine.screen import Situation, screen
from advisor.engine.soundness import (
    PATH_CRITERION,
    PLATFORM_CRITERION,
    Resting,
    of_paths,
    of_platforms,
)
from advisor.engine.standing import Standing, standing
from advisor.engine.weigh import weigh
from advisor.model.evidence import Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.language import Wording
from advisor.model.performance import SILENCE, Performance
from advisor.model.profile import Profile
from advisor.model.record import record
from advisor.model.report import (
    Excluded,
    Firing,
    NotJudged,
    Ranked,
    Verdict,
    Weighting,
)
from advisor.model.score import Score
from advisor.model.system import Platform, Status

PLACES = 9  # sums of the same weights in another order may differ beyond


@record
class Appraisal:
    """What one pass found. `scores` holds every framework, the excluded ones too.

    `verdict` is what the scores alone say: a lead is leaning, until it has been
    challenged.
    """

    facts: Facts
    firings: tuple[Firing, ...]
    routes: Routes
    excluded: tuple[Excluded, ...]
    weighting: tuple[Weighting, ...]
    held: Standing
    scores: Mapping[str, Score]
    ranking: tuple[Ranked, ...]
    not_judged: tuple[NotJudged, ...]
    verdict: Verdict


def appraise(
    knowledge: Knowledge, profile: Profile, as_of: date, evidence: Evidence
) -> Appraisal:
    """Judge every framework for this profile with the evidence as it was on `as_of`."""
    facts = facts_of(profile)
    firings = fire(grounded(knowledge, evidence), facts)
    known = {**facts, **flags(firings)}
    ways = routes(knowledge, known, as_of)
    remaining, excluded = screen(
        knowledge,
        firings,
        Situation(facts, as_of, ways, choosable(knowledge, as_of)),
    )
    weighting = weigh(knowledge, profile, facts, firings)
    wanted = {each.criterion for each in weighting}
    worked_out = wanted if evidence is Evidence.ALL else set()
    held = standing(knowledge, as_of, evidence, wanted, known)
    resting = _resting(held)
    ways = with_claims(ways, resting)
    derived = _Derived(knowledge, known, ways, resting, as_of)
    matrix = {
        each: {**row, **derived.cells(each, worked_out)}
        for each, row in perform(knowledge, held, as_of, wanted, project=True).items()
    }
    neutral = knowledge.constants.neutral.value
    scores = {each: score(row, weighting, neutral) for each, row in matrix.items()}
    ranking, not_judged, verdict = settle_ranking(knowledge, remaining, scores)
    return Appraisal(
        facts=known,
        firings=firings,
        routes=ways,
        excluded=excluded,
        weighting=weighting,
        held=held,
        scores=scores,
        ranking=ranking,
        not_judged=not_judged,
        verdict=verdict,
    )


def _resting(held: Standing) -> Resting:
    """Return the claims in force on each source."""
    resting: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for claim in held.in_force.values():
        resting[claim.source] += (claim.id,)
    return resting


def choosable(knowledge: Knowledge, as_of: date) -> tuple[Platform, ...]:
    """Return the platforms of the frameworks that were not retired on the day."""
    living = [
        each
        for each in knowledge.frameworks.values()
        if (phase := each.phase_on(as_of)) is not None
        and phase.status is not Status.RETIRED
    ]
    return tuple(p for each in living for p in each.platforms if p.holds_on(as_of))


@record
class _Derived:
    """Works out the cells that follow from records instead of claims."""

    knowledge: Knowledge
    facts: Facts
    ways: Routes
    resting: Resting
    as_of: date

    def cells(self, framework: str, wanted: Collection[str]) -> dict[str, Performance]:
        """Return what can be worked out, of the criteria that are wanted."""
        cells: dict[str, Performance] = {}
        if PATH_CRITERION in wanted:
            ways = self.ways.get(framework, {})
            cells[PATH_CRITERION] = of_paths(ways, self.knowledge)
        if PLATFORM_CRITERION in wanted:
            own = self.knowledge.frameworks[framework]
            cells[PLATFORM_CRITERION] = of_platforms(
                own, self.facts, self.resting, self.knowledge, self.as_of
            )
        return {name: cell for name, cell in cells.items() if cell != SILENCE}


def settle_ranking(
    knowledge: Knowledge, remaining: Sequence[str], scores: Mapping[str, Score]
) -> tuple[tuple[Ranked, ...], tuple[NotJudged, ...], Verdict]:
    """Return the ranking of these scores, who is not judged, and what they say."""
    ranking, not_judged = _rank(knowledge, remaining, scores)
    return ranking, not_judged, separate(ranking, knowledge.constants)


def _rank(
    knowledge: Knowledge, remaining: Sequence[str], scores: Mapping[str, Score]
) -> tuple[tuple[Ranked, ...], tuple[NotJudged, ...]]:
    wording = knowledge.wording
    least = knowledge.constants.least_coverage.value
    judged = [each for each in remaining if covers(scores[each], least)]
    values = {each: scores[each].value for each in judged}
    places = ranks(values, knowledge.constants.tie_margin.value)
    ranking = tuple(
        Ranked(each, places[each], scores[each]) for each in in_order(values)
    )
    not_judged = tuple(
        NotJudged(each, _why_not_judged(scores[each], wording), scores[each])
        for each in sorted(set(remaining) - set(judged))
    )
    return ranking, not_judged


def covers(own: Score, least: float) -> bool:
    """Say whether enough of the weight rests on evidence; none at all never does."""
    return bool(own.contributions) and round(own.coverage, PLACES) >= least


def _why_not_judged(own: Score, wording: Wording) -> str:
    if not own.contributions and not own.gaps:
        return wording("engine.no-weights")
    return wording("engine.thin", share=f"{own.coverage:.0%}")
