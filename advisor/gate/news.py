"""What a team has to hear of since the record, whatever became of the decision."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from advisor.gate.found import Found
from advisor.gate.packages import brought, package_name
from advisor.gate.situation import choice_of, drift_of
from advisor.gate.words import (
    MOST,
    command_file,
    file_name,
    framework_name,
    note_text,
    source_text,
    target_name,
)
from advisor.model.checked import Subject
from advisor.model.drift import DeadPath, Decline, Retirement
from advisor.model.finding import Severity
from advisor.model.gate import Check, Place
from advisor.model.knowledge import Knowledge
from advisor.model.path import Maturity
from advisor.model.record import record
from advisor.model.recorded import NotRecorded, Recorded
from advisor.model.terms import term


def news(knowledge: Knowledge, subject: Subject) -> Iterator[Found]:
    """Yield what became of frameworks and paths, and claims on security, one by one."""
    recorded, drift = subject.recorded, drift_of(subject)
    if isinstance(recorded, NotRecorded) or drift is None:
        return
    teller = _Teller(knowledge, subject, recorded)
    yield from teller.retired(drift.retired)
    if drift.decline is not None:
        yield teller.declined(drift.decline)
    by_path: defaultdict[str, list[DeadPath]] = defaultdict(list)
    for path in drift.paths:
        by_path[path.path].append(path)
    for ways in by_path.values():
        yield teller.died(ways)
    for claim in drift.security:
        yield teller.security(claim)


@record
class _Teller:
    """Tells the news, all at the line of the record."""

    knowledge: Knowledge
    subject: Subject
    recorded: Recorded

    def retired(self, found: Sequence[Retirement]) -> Iterator[Found]:
        """Tell of the framework in use by itself, and of all the others together."""
        used = choice_of(self.subject) or self.recorded.in_use
        yield from (self._retired(each) for each in found if each.framework == used)
        others = [each for each in found if each.framework != used]
        if others:
            yield self._also_retired(others)

    def _retired(self, found: Retirement) -> Found:
        wording = self.knowledge.wording
        return Found(
            check=Check.FRAMEWORK_RETIRED,
            place=self._place,
            subject=found.framework,
            message=wording(
                "check.retired-in-use",
                framework=framework_name(found.framework, self.knowledge),
                day=found.since.isoformat(),
            ),
            help=wording("check.framework-help", file=self._file),
            details=source_text(found.source, self.knowledge),
        )

    def _also_retired(self, found: Sequence[Retirement]) -> Found:
        wording = self.knowledge.wording
        dated = (
            wording(
                "common.aside",
                text=framework_name(each.framework, self.knowledge),
                aside=each.since.isoformat(),
            )
            for each in found
        )
        sources = dict.fromkeys(each.source for each in found)
        return Found(
            check=Check.FRAMEWORK_RETIRED,
            unusual=Severity.NOTE,
            place=self._place,
            subject=file_name(self.subject.lock),
            message=wording("check.retired-ranked", frameworks=wording.series(dated)),
            help=wording("check.retired-ranked-help", file=self._file),
            details=tuple(
                sentence
                for each in sources
                for sentence in source_text(each, self.knowledge)
            ),
        )

    def declined(self, found: Decline) -> Found:
        """Tell that the framework in use is less looked after than it was."""
        wording = self.knowledge.wording
        return Found(
            check=Check.FRAMEWORK_MAINTENANCE,
            place=self._place,
            subject=found.framework,
            message=wording(
                "check.framework-maintenance",
                framework=framework_name(found.framework, self.knowledge),
                before=term(found.before, wording),
                after=term(found.after, wording),
                day=found.since.isoformat(),
            ),
            help=wording("check.framework-help", file=self._file),
            details=(
                *note_text(found.note, self.knowledge),
                *source_text(found.source, self.knowledge),
            ),
        )

    def died(self, ways: Sequence[DeadPath]) -> Found:
        """Tell of one path, with every target that it led to."""
        path = ways[0]
        return Found(
            check=Check.PATH_DIED,
            place=self._place,
            subject=path.path,
            message=self._death(path, [each.target for each in ways]),
            help=self.knowledge.wording("check.path-died-help", file=self._file),
            details=(
                *note_text(path.note, self.knowledge),
                *source_text(path.source, self.knowledge),
                *(self._instead(each) for each in ways),
            ),
        )

    def security(self, claim_id: str) -> Found:
        """Tell what has been said against the framework in use."""
        wording, claim = self.knowledge.wording, self.knowledge.claims[claim_id]
        return Found(
            check=Check.SECURITY_FACT,
            place=self._place,
            subject=claim_id,
            message=wording(
                "check.security-fact",
                framework=framework_name(self.recorded.in_use, self.knowledge),
                day=self.knowledge.date_of(claim).isoformat(),
                statement=claim.statement,
            ),
            help=wording("check.security-fact-help", file=self._file),
            details=(
                *source_text(claim.source, self.knowledge),
                *self._versions(),
            ),
        )

    def _versions(self) -> Iterator[str]:
        """Yield which versions of the framework in use the dependency files name."""
        found = brought(self.subject.dependencies.named, self.knowledge)
        named = [e for e in found.get(self.recorded.in_use, ()) if e.versions]
        for each in named[:MOST]:
            yield self.knowledge.wording(
                "check.version-named",
                file=each.place.file,
                line=each.place.line,
                package=package_name(each.package),
                versions=each.versions,
            )

    @property
    def _file(self) -> str:
        return command_file(self.subject)

    @property
    def _place(self) -> Place:
        return Place(self.subject.lock, self.recorded.line)

    def _death(self, path: DeadPath, reached: Sequence[str]) -> str:
        wording = self.knowledge.wording
        values = {
            "framework": framework_name(self.recorded.in_use, self.knowledge),
            "targets": wording.listed(target_name(e, self.knowledge) for e in reached),
            "path": path.path,
        }
        if path.path not in self.knowledge.paths:
            return wording("check.path-removed", **values)
        day = path.since.isoformat()
        if path.after is Maturity.DEAD:
            return wording("check.path-died", day=day, **values)
        return wording("check.path-aged", day=day, **values)

    def _instead(self, way: DeadPath) -> str:
        wording, target = (
            self.knowledge.wording,
            target_name(way.target, self.knowledge),
        )
        if not way.instead:
            return wording("check.no-way-now", target=target)
        if way.instead == way.path:
            return wording("check.way-still", target=target)
        return wording("check.way-now", target=target, path=way.instead)
