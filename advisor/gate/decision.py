"""The decision on record: whether it still holds, and what has become of it."""

from collections.abc import Iterator

from advisor.gate.found import Found
from advisor.gate.moves import profile_key, what_moved
from advisor.gate.order import reordering
from advisor.gate.situation import (
    choice_of,
    drift_of,
    is_of_later_day,
    is_refused,
)
from advisor.gate.words import (
    command_file,
    digest_text,
    file_name,
    framework_name,
    outcome_text,
    some,
)
from advisor.model.checked import Subject
from advisor.model.drift import Cause, Drift, MovedAnswer
from advisor.model.finding import Severity
from advisor.model.gate import Check, Place
from advisor.model.knowledge import Knowledge
from advisor.model.record import record
from advisor.model.recorded import NotRecorded, Recorded
from advisor.model.report import Verdict

_STRENGTH = (Verdict.NO_BASIS, Verdict.TIE, Verdict.LEANING, Verdict.CLEAR)


def decision(knowledge: Knowledge, subject: Subject) -> Iterator[Found]:
    """Yield that nothing is on record, or the one thing to say of what is.

    What has no file of its own (a profile from standard input) needs no record.
    """
    recorded, drift = subject.recorded, drift_of(subject)
    if isinstance(recorded, NotRecorded):
        if subject.lock:
            yield _missing(knowledge, subject)
        return
    if subject.locked and recorded.knowledge_digest != subject.report.knowledge_digest:
        yield _other_knowledge(recorded, knowledge, subject)
    if is_of_later_day(subject):
        yield _of_later_day(recorded, knowledge, subject)
    if drift is None:
        return
    told = _Compared(knowledge, subject, recorded, drift).tell()
    if told is not None:
        yield told


def _missing(knowledge: Knowledge, subject: Subject) -> Found:
    wording = knowledge.wording
    return Found(
        check=Check.RECORD_MISSING,
        place=subject.file.place(""),
        subject=file_name(subject.lock),
        message=wording("check.record-missing", lock=file_name(subject.lock)),
        help=wording("check.record-missing-help", file=command_file(subject)),
    )


def _other_knowledge(
    recorded: Recorded, knowledge: Knowledge, subject: Subject
) -> Found:
    report = subject.report
    return Found(
        check=Check.KNOWLEDGE_DIFFERS,
        place=Place(subject.lock, recorded.line),
        subject=file_name(subject.lock),
        message=knowledge.wording(
            "check.knowledge-differs",
            before=recorded.knowledge_version,
            digest=digest_text(recorded.knowledge_digest),
            after=report.knowledge_version,
            other=digest_text(report.knowledge_digest),
        ),
        help=knowledge.wording(
            "check.knowledge-differs-help", file=command_file(subject)
        ),
    )


def _of_later_day(recorded: Recorded, knowledge: Knowledge, subject: Subject) -> Found:
    wording, day = knowledge.wording, recorded.as_of.isoformat()
    return Found(
        check=Check.RECORD_OUTDATED,
        unusual=Severity.NOTE,
        place=Place(subject.lock, recorded.line),
        subject=file_name(subject.lock),
        message=wording(
            "check.record-later", day=day, own=subject.report.as_of.isoformat()
        ),
        help=wording("check.record-later-help", day=day),
    )


@record
class _Compared:
    """Tells the weightiest that can be said of a record, and only that."""

    knowledge: Knowledge
    subject: Subject
    recorded: Recorded
    drift: Drift

    def tell(self) -> Found | None:
        """Return the finding; None where all is as it was recorded."""
        return next(self._apply(), None)

    def _apply(self) -> Iterator[Found]:
        """Yield what can be said, the weightiest first; days that pass are nothing."""
        before, after = self.drift.before, self.drift.after
        step = _STRENGTH.index(after.verdict) - _STRENGTH.index(before.verdict)
        if before.frameworks and before.frameworks[0] not in after.frameworks:
            # As long as the team's own choice is allowed, there is no reason to fail.
            refused = is_refused(self.knowledge, self.subject)
            unusual = None if refused else Severity.WARNING
            yield self._tell(Check.DECISION_CHANGED, "check.decision-changed", unusual)
        if step < 0:
            yield self._tell(Check.VERDICT_CHANGED, "check.verdict-weaker")
        if self._profile_differs():
            yield self._tell(Check.RECORD_OUTDATED, "check.record-outdated")
        if step > 0:
            yield self._tell(
                Check.VERDICT_CHANGED, "check.verdict-stronger", Severity.NOTE
            )
        if self.drift.turns:
            yield self._tell(Check.RANKING_CHANGED, "check.tie-changed")
        yield from self._in_passing()

    def _in_passing(self) -> Iterator[Found]:
        """Yield what can be said where the outcome is the same."""
        if self.drift.reordered:
            yield self._tell(Check.RANKING_CHANGED, "check.ranking-changed")
        if any(each.moves for each in self.drift.stages):
            yield self._tell(Check.RECORD_OUTDATED, "check.record-aged", Severity.NOTE)
        if self._other_knowledge():
            yield self._tell(
                Check.RECORD_OUTDATED, "check.record-rebased", Severity.NOTE
            )

    def _profile_differs(self) -> bool:
        answers = any(each.cause is Cause.ANSWERS for each in self.drift.stages)
        return answers or self._other_choice()

    def _other_choice(self) -> bool:
        return self.recorded.choice != choice_of(self.subject)

    def _other_knowledge(self) -> bool:
        """With a locked date, `knowledge-differs` has told of it."""
        causes = {each.cause for each in self.drift.stages}
        return Cause.KNOWLEDGE in causes and not self.subject.locked

    def _tell(self, check: Check, key: str, unusual: Severity | None = None) -> Found:
        """Return a finding; its message takes what it needs of what is given here."""
        named = (*self.drift.before.frameworks, *self.drift.after.frameworks)
        first = next(iter(named), "")
        wording = self.knowledge.wording
        return Found(
            check=check,
            unusual=unusual,
            place=self._place(),
            subject=file_name(self.subject.lock)
            if check is Check.RECORD_OUTDATED
            else first,
            message=wording(
                key,
                framework=framework_name(first, self.knowledge),
                before=outcome_text(self.drift.before, self.knowledge),
                after=outcome_text(self.drift.after, self.knowledge),
                day=self.recorded.as_of.isoformat(),
            ),
            help=self._help(),
            details=tuple(self._details()),
        )

    def _help(self) -> str:
        """Name the command that says why, and the one that accepts what moved."""
        first = next(iter(self.drift.after.frameworks), "")
        file, wording = command_file(self.subject), self.knowledge.wording
        if not first:
            return wording("check.record-help-none", file=file)
        return wording("check.record-help", file=file, id=first)

    def _place(self) -> Place:
        """Return the line of the one answer that decides, else that of the record."""
        deciding = [
            move
            for stage in self.drift.stages
            if stage.turns
            for move in stage.moves
            if isinstance(move, MovedAnswer) and move.alone
        ]
        turning = [each for each in self.drift.stages if each.turns]
        if len(turning) == 1 and len(deciding) == 1:
            return self.subject.file.place(profile_key(deciding[0]))
        return Place(self.subject.lock, self.recorded.line)

    def _details(self) -> Iterator[str]:
        wording, knowledge = self.knowledge.wording, self.knowledge
        yield from what_moved(self.drift, knowledge)
        if self._other_choice():
            yield wording(
                "check.choice-moved",
                before=self._choice(self.recorded.choice),
                after=self._choice(choice_of(self.subject)),
            )
        if self.recorded.lost:
            lost = some(self.recorded.lost, knowledge)
            yield wording("check.lost", questions=lost)
        if self.drift.reordered:
            once, now = self.recorded.ranking, self.subject.report.ranking
            yield from reordering(once, now, knowledge)

    def _choice(self, framework: str) -> str:
        if not framework:
            return self.knowledge.wording("check.not-set")
        return framework_name(framework, self.knowledge)
