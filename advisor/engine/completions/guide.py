"""The engine as the guide of an interview: who leads, what to ask, what hangs on it."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date

from advisor.engine.appraise import Appraisal, appraise
from advisor.engine.completions.ground import ground_of
from advisor.engine.completions.influence import influence
from advisor.engine.completions.outlook import Spread
from advisor.engine.completions.pool import draw
from advisor.engine.completions.proof import proved
from advisor.engine.completions.scores import Scorer
from advisor.engine.testify import performances
from advisor.model.evidence import Claim, Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.outlook import Outlook, Settlement, Stake
from advisor.model.profile import Profile
from advisor.model.question import Answer, Kind, Question

COMPLETIONS = 5000  # enough that a hundred times as many choose the same question
_LEAST_MOVE = 0.0005  # of a score, which is shown with three digits
_MOST_CONTESTED = 5


class Forecast:
    """Looks ahead from any state of an interview, with the evidence as of one day."""

    def __init__(
        self,
        knowledge: Knowledge,
        as_of: date,
        evidence: Evidence,
        completions: int = COMPLETIONS,
    ) -> None:
        """Draw the completions; takes some tenths of a second at the first look."""
        self._knowledge = knowledge
        self._as_of = as_of
        self._evidence = evidence
        self._ground = ground_of(knowledge, as_of, evidence)
        self._pool = draw(knowledge, as_of, completions)
        self._scorer = Scorer(self._ground, self._pool)
        self._influence = influence(knowledge)

    def look(self, profile: Profile, closed: Collection[str] = ()) -> Outlook:
        """Return who leads, how settled that is, and which questions would tell most.

        `closed` are the questions that will not be answered any more.
        """
        judged = self._scorer.judge(profile, closed)
        margin = self._knowledge.constants.tie_margin.value
        spread = Spread(judged, margin, self._influence)
        sure = (
            bool(spread.leader)
            and spread.unanimous
            and proved(
                self._ground, profile, tuple(judged.worlds.columns), spread.leader
            )
        )
        return Outlook(
            leader=spread.leader,
            tied=spread.tied,
            settlement=Settlement.PROVED if sure else Settlement.OPEN,
            settled=1.0 if sure else spread.settled,
            shares=spread.shares,
            promises=() if sure else spread.promises,
            stays=spread.stays,
        )

    def stakes(self, profile: Profile, question: Question) -> tuple[Stake, ...]:
        """Return what each single answer to `question` would do, in their order.

        Of the many criteria that can be given priority, those that are contested.
        """
        before = self._appraise(self._without(profile, question))
        answers = (
            [(each,) for each in self.contested(profile)]
            if question.type is Kind.CRITERIA
            else self._single_answers(question)
        )
        return tuple(self._stake(profile, question, each, before) for each in answers)

    def contested(self, profile: Profile) -> tuple[str, ...]:
        """Return the criteria that separate the first frameworks, the widest gap first.

        Where nothing is weighed yet, none does.
        """
        match self._appraise(profile).ranking:
            case (first, second, *_):
                leads = first.score.lead_over(second.score)
            case _:
                return ()
        order = sorted(leads, key=lambda each: (-abs(leads[each]), each))
        return tuple(order[:_MOST_CONTESTED])

    def importance(self, profile: Profile) -> dict[str, float]:
        """Return the raw importance of each criterion that matters as things are."""
        return {
            each.criterion: each.importance
            for each in self._appraise(profile).weighting
        }

    def _single_answers(self, question: Question) -> Iterator[Answer]:
        """Yield each option alone; of a text, the values that make a difference."""
        column = self._pool.columns[question.id]
        for value in column.values:
            if value is not None and not (isinstance(value, tuple) and len(value) > 1):
                yield value

    def _stake(
        self, profile: Profile, question: Question, answer: Answer, before: Appraisal
    ) -> Stake:
        answers = {**profile.answers, question.id: answer}
        after = self._appraise(replace(profile, answers=answers))
        was = {each.framework: each.score.value for each in before.ranking}
        moves = {
            each.framework: each.score.value - was.get(each.framework, 0.0)
            for each in after.ranking
        }
        large = {each: own for each, own in moves.items() if abs(own) >= _LEAST_MOVE}
        fired = {each.rule for each in before.firings}
        heard = before.held.in_force
        most = sorted(large.items(), key=lambda each: (-each[1], each[0]))
        new = [
            claim
            for each, claim in after.held.in_force.items()
            if each not in heard and claim.when is not None
        ]
        return Stake(
            answer=answer,
            leader=after.ranking[0].framework if after.ranking else "",
            moves=dict(most),
            rules=tuple(e.rule for e in after.firings if e.rule not in fired),
            claims=self._about([each for each, _ in most], new),
        )

    def _about(
        self, frameworks: Sequence[str], claims: Sequence[Claim]
    ) -> tuple[str, ...]:
        """Order claims by the first of the frameworks that they speak of."""
        place = {each: number for number, each in enumerate(frameworks)}

        def first(claim: Claim) -> tuple[int, str]:
            about = performances(claim, self._knowledge)
            return min(
                (place.get(e, len(place)) for e in about), default=len(place)
            ), claim.id

        return tuple(each.id for each in sorted(claims, key=first))

    def _without(self, profile: Profile, question: Question) -> Profile:
        kept = {k: each for k, each in profile.answers.items() if k != question.id}
        return replace(profile, answers=kept)

    def _appraise(self, profile: Profile) -> Appraisal:
        return appraise(self._knowledge, profile, self._as_of, self._evidence)
