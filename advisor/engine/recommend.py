"""The whole decision: screen, weigh, perform, score, conclude."""

from collections.abc import Mapping, Sequence
from datetime import date

from advisor.engine.conclude import conclude
from advisor.engine.facts import facts_of
from advisor.engine.fire import fire
from advisor.engine.rank import in_order, ranks
from advisor.engine.relevance import idle_answers, open_questions
from advisor.engine.score import score
from advisor.engine.screen import screen
from advisor.engine.standing import Standing, standing
from advisor.engine.summarise import summarise
from advisor.engine.synthesise import synthesise
from advisor.engine.testify import testimonies
from advisor.engine.weigh import weigh
from advisor.model.evidence import Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.performance import Performance
from advisor.model.profile import Profile
from advisor.model.report import (
    NotComputed,
    NotJudged,
    Ranked,
    Recommendation,
    Report,
    Score,
    SetAside,
    Verdict,
    Weighting,
)

Matrix = Mapping[str, Mapping[str, Performance]]

_PLACES = 9  # sums of the same weights in another order may differ beyond

_NO_ROBUSTNESS = NotComputed("weights and intervals were not sampled")


def recommend(
    knowledge: Knowledge, profile: Profile, as_of: date, evidence: Evidence
) -> Report:
    """Judge every framework for this profile with the evidence as it was on `as_of`."""
    facts = facts_of(profile)
    firings = fire(knowledge.rules.values(), facts)
    remaining, excluded = screen(knowledge, firings, facts, as_of)
    weighting = weigh(knowledge, profile, facts, firings)
    held = standing(knowledge, as_of, evidence)
    matrix = perform(knowledge, held, as_of)
    scores = {
        each: score(matrix[each], weighting, knowledge.constants.neutral.value)
        for each in remaining
    }
    ranking, not_judged = _rank(knowledge, scores)
    verdict = conclude(ranking, not_judged, knowledge.constants)
    return Report(
        project=profile.project,
        as_of=as_of,
        evidence=evidence,
        knowledge_version=knowledge.version,
        knowledge_digest=knowledge.digest,
        verdict=verdict,
        summary=summarise(knowledge, verdict, weighting, ranking, not_judged),
        recommendation=_recommendation(verdict, ranking),
        weighting=weighting,
        ranking=ranking,
        not_judged=not_judged,
        excluded=excluded,
        set_aside=_set_aside(knowledge, held, weighting),
        open_questions=open_questions(knowledge, facts, firings, profile.unknown),
        idle_answers=idle_answers(profile, firings),
        trace=firings,
    )


def perform(knowledge: Knowledge, held: Standing, as_of: date) -> Matrix:
    """Synthesise the performance matrix: frameworks by criteria, gaps left out."""
    matrix: dict[str, dict[str, Performance]] = {
        framework: {} for framework in knowledge.frameworks
    }
    for (framework, criterion), said in testimonies(knowledge, held, as_of).items():
        if framework in matrix:
            matrix[framework][criterion] = synthesise(said, knowledge.constants)
    return matrix


def _rank(
    knowledge: Knowledge, scores: Mapping[str, Score]
) -> tuple[tuple[Ranked, ...], tuple[NotJudged, ...]]:
    least = knowledge.constants.least_coverage.value
    judged = {each: own for each, own in scores.items() if _covers(own, least)}
    values = {each: own.value for each, own in judged.items()}
    places = ranks(values, knowledge.constants.tie_margin.value)
    ranking = tuple(
        Ranked(each, places[each], judged[each], _NO_ROBUSTNESS)
        for each in in_order(values)
    )
    not_judged = tuple(
        NotJudged(each, _why_not_judged(scores[each]), scores[each])
        for each in sorted(set(scores) - set(judged))
    )
    return ranking, not_judged


def _covers(own: Score, least: float) -> bool:
    """Say whether enough of the weight rests on evidence; none at all never does."""
    return bool(own.contributions) and round(own.coverage, _PLACES) >= least


def _why_not_judged(own: Score) -> str:
    if not own.contributions and not own.gaps:
        return "no answer has made any criterion matter"
    share = f"{own.coverage:.0%}"
    return f"the evidence covers {share} of what matters to this project"


def _recommendation(
    verdict: Verdict, ranking: Sequence[Ranked]
) -> Recommendation | None:
    if verdict is Verdict.NO_BASIS:
        return None
    first = ranking[0].framework
    return Recommendation(framework=first, stack=(first,))


def _set_aside(
    knowledge: Knowledge, held: Standing, weighting: Sequence[Weighting]
) -> tuple[SetAside, ...]:
    """Keep what was set aside on the criteria that matter to this project."""
    weighted = {each.criterion for each in weighting}
    return tuple(
        each
        for each in held.set_aside
        if weighted.intersection(
            (knowledge.criterion_of[each.claim], *knowledge.claims[each.claim].also)
        )
    )
