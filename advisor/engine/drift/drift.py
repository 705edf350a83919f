"""What has moved since a decision was recorded, cause by cause.

The recorded project is judged again, first with the rule base of now on the recorded
day, then on the day of now, then with the answers of now: what differs between two of
these is what the cause has done. A cause whose two sides are the same is left out.
"""

from collections.abc import Iterator, Sequence
from functools import partial

from advisor.engine.digests import profile_digest, rule_digest
from advisor.engine.drift.answers import moved_answers
from advisor.engine.drift.claims import moved_by_date, moved_by_knowledge
from advisor.engine.drift.lead import lead_between
from advisor.engine.drift.news import dead_paths, declined, insecure, retired
from advisor.engine.drift.state import Decision, State, decided_now, decided_then
from advisor.model.drift import (
    Cause,
    Change,
    Drift,
    Move,
    MovedAnswer,
    MovedClaim,
    MovedExclusion,
    MovedRank,
    MovedRule,
    Stage,
)
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.record import record
from advisor.model.recorded import Recorded
from advisor.model.report import Report


def drift(
    recorded: Recorded, knowledge: Knowledge, profile: Profile, report: Report
) -> Drift:
    """Say what has moved between a recorded decision and what `recommend` reports now.

    `report` is that of `profile`, on the evidence that was recorded.
    """
    before, after = decided_then(recorded), decided_now(report)
    asked = (recorded, knowledge, profile, report)
    stages = tuple(_Comparison(*asked, before, after).stages())
    ranks = ((each.framework, each.rank) for each in recorded.ranking)
    end = stages[-1].outcome_after if stages else after.following([before]).outcome
    return Drift(
        before=before.outcome,
        after=end,
        stages=stages,
        reordered=dict(ranks) != {e.framework: e.rank for e in report.ranking},
        retired=tuple(retired(*asked)),
        paths=tuple(dead_paths(*asked)),
        security=tuple(insecure(*asked)),
        decline=declined(*asked),
    )


@record
class _Comparison:
    """The recorded decision and that of now, with what leads from one to the other."""

    recorded: Recorded
    knowledge: Knowledge
    profile: Profile
    report: Report
    first: Decision
    last: Decision

    def stages(self) -> Iterator[Stage]:
        """Yield each cause that there is, in its order."""
        recorded, report = self.recorded, self.report
        replay = partial(
            State, self.knowledge, recorded.profile, evidence=report.evidence
        )
        then = replay(as_of=recorded.as_of)
        today = then if recorded.as_of == report.as_of else replay(as_of=report.as_of)
        answered = profile_digest(recorded.profile) != profile_digest(self.profile)
        end = today.decision if answered else self.last
        seen = [self.first]
        if recorded.knowledge_digest != report.knowledge_digest:
            after = end if today is then else then.decision
            seen.append(after.following(seen))
            yield self._knowledge(then, *seen[-2:])
        if today is not then:
            seen.append(end.following(seen))
            yield self._date(then, today, *seen[-2:])
        if answered:
            seen.append(self.last.following(seen))
            yield self._answers(today, *seen[-2:])

    def _knowledge(self, state: State, before: Decision, after: Decision) -> Stage:
        recorded, report = self.recorded, self.report
        names = recorded.knowledge_version, report.knowledge_version
        if names[0] == names[1]:  # the rule base of a team, or one in the making
            names = recorded.knowledge_digest, report.knowledge_digest
        claims = moved_by_knowledge(recorded, before, state, after)
        moves = self._ordered((before, after), claims, tuple(self._rules(state)))
        return self._stage(Cause.KNOWLEDGE, names, (before, after), moves)

    def _date(
        self, then: State, today: State, before: Decision, after: Decision
    ) -> Stage:
        names = then.as_of.isoformat(), today.as_of.isoformat()
        claims = moved_by_date(then, before, today, after)
        moves = self._ordered((before, after), claims)
        return self._stage(Cause.DATE, names, (before, after), moves)

    def _answers(self, state: State, before: Decision, after: Decision) -> Stage:
        names = self.recorded.profile_digest, profile_digest(self.profile)
        then, now = self.recorded.profile, self.profile
        answers = moved_answers(then, now, state, before, after)
        # What was answered there is not known any more, so it cannot be said what moved.
        told = [each for each in answers if each.name not in self.recorded.lost]
        moves = self._ordered((before, after), told)
        return self._stage(Cause.ANSWERS, names, (before, after), moves)

    def _ordered(
        self,
        sides: tuple[Decision, Decision],
        moves: Sequence[MovedAnswer | MovedClaim],
        rules: Sequence[MovedRule] = (),
    ) -> tuple[Move, ...]:
        """Join what has moved: what decides alone, then what moves more than one score."""
        return (
            *(each for each in moves if each.alone),
            *self._ranks(*sides),
            *self._exclusions(*sides),
            *rules,
            *(each for each in moves if not each.alone),
        )

    def _stage(
        self,
        cause: Cause,
        names: tuple[str, str],
        sides: tuple[Decision, Decision],
        moves: tuple[Move, ...],
    ) -> Stage:
        before, after = sides
        return Stage(
            cause=cause,
            before=names[0],
            after=names[1],
            outcome_before=before.outcome,
            outcome_after=after.outcome,
            moves=moves,
            lead=lead_between(before, after),
        )

    def _rules(self, state: State) -> Iterator[MovedRule]:
        """Yield what fires otherwise because the rule base is another."""
        fired = {each.rule for each in state.hearing.found.firings}
        now = {each: rule_digest(self.knowledge.rules[each]) for each in fired}
        then = self.recorded.rules
        for each in sorted({*now, *then}):
            if each not in then:
                yield MovedRule(each, Change.CAME)
            elif each not in now:
                yield MovedRule(each, Change.GONE)
            elif then[each] != now[each]:
                yield MovedRule(each, Change.CHANGED)

    def _near(self, before: Decision, after: Decision) -> Sequence[str]:
        """Return who is in use, and who is first or second on either side, by id."""
        near = {*list(before.scores)[:2], *list(after.scores)[:2]}
        near |= {*before.outcome.frameworks, *after.outcome.frameworks}
        near |= {self.recorded.in_use, self.profile.gate.framework}
        return sorted(near)

    def _ranks(self, before: Decision, after: Decision) -> Iterator[MovedRank]:
        """Yield who of these is ranked on one side only, without being excluded."""
        for each in self._near(before, after):
            if each in {*before.excluded, *after.excluded}:
                continue
            if each not in before.scores and each in after.scores:
                yield MovedRank(each, Change.CAME)
            elif each in before.scores and each not in after.scores:
                yield MovedRank(each, Change.GONE)

    def _exclusions(
        self, before: Decision, after: Decision
    ) -> Iterator[MovedExclusion]:
        """Yield who of these is excluded on one side only."""
        for each in self._near(before, after):
            if each in after.excluded and each not in before.excluded:
                yield MovedExclusion(each, Change.CAME, after.excluded[each])
            elif each in before.excluded and each not in after.excluded:
                yield MovedExclusion(each, Change.GONE, before.excluded[each])
