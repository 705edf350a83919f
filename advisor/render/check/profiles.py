"""The profiles of a run: a sentence on the one, a table of several."""

from advisor.model.checked import GateReport, Judged, ProfileCheck, Unread
from advisor.model.finding import Severity
from advisor.model.gate import Check
from advisor.model.knowledge import Knowledge
from advisor.model.language import Wording
from advisor.model.terms import term
from advisor.render.check.counts import counts_text
from advisor.render.page import Block, Grid, Line, Tone, paragraph, words

_NOTHING = "–"
_MOST_FILES = 5


def profile_blocks(report: GateReport, knowledge: Knowledge) -> tuple[Block, ...]:
    """Return a sentence on the profile, or a table where there are several."""
    wording = knowledge.wording
    match report.profiles:
        case ():
            return ()
        case (only,):
            return (paragraph(_sentence(only, knowledge)),)
        case several:
            columns = (
                wording("check-report.profile"),
                wording("check-report.findings"),
                wording("check-report.choice"),
                wording("check-report.recommended"),
                wording("check-report.verdict"),
            )
            rows = tuple(_row(each, report.fail_on, knowledge) for each in several)
            return (Grid(columns, rows, colon=wording("common.colon")),)


def _sentence(profile: ProfileCheck, knowledge: Knowledge) -> str:
    wording, judged = knowledge.wording, profile.judged
    if isinstance(judged, Unread):
        return wording("check-report.unread", file=_titled(profile, wording))
    values = {
        "file": _titled(profile, wording),
        "recommended": _recommended(judged, knowledge),
        "verdict": term(judged.outcome.verdict, wording),
        "day": judged.as_of.isoformat(),
    }
    choice = _name(judged.choice, knowledge)
    told = (
        wording("check-report.chosen", choice=choice, **values)
        if choice
        else wording("check-report.not-chosen", **values)
    )
    told = wording(
        "check-report.both", first=told, second=_record(profile, judged, wording)
    )
    compared = _compared(judged.dependency_files, wording)
    return wording("check-report.both", first=told, second=compared)


def _record(profile: ProfileCheck, judged: Judged, wording: Wording) -> str:
    if judged.recorded is not None:
        return wording("check-report.recorded", day=judged.recorded.isoformat())
    if any(each.check is Check.RECORD_INVALID for each in profile.findings):
        return wording("check-report.record-unread")
    return wording("check-report.not-recorded")


def _compared(files: tuple[str, ...], wording: Wording) -> str:
    """Return which dependency files were read; of many, the most telling."""
    if not files:
        return wording("check-report.no-dependency-files")
    names = list(files[:_MOST_FILES])
    if len(files) > _MOST_FILES:
        names.append(wording("check-report.more", count=len(files) - _MOST_FILES))
        return wording("check-report.compared", files=wording.series(names))
    return wording("check-report.compared", files=wording.listed(names))


def _row(
    profile: ProfileCheck, bar: Severity | None, knowledge: Knowledge
) -> tuple[Line, ...]:
    wording, judged = knowledge.wording, profile.judged
    fails_here = any(each.fails(bar) for each in profile.findings)
    counts = words(
        counts_text(profile.findings, wording), Tone.BAD if fails_here else Tone.PLAIN
    )
    name = words(profile.file)
    nobody = wording("check-report.nobody")
    if isinstance(judged, Unread):
        unread = words(wording("check-report.not-read"))
        return (name, counts, words(_NOTHING), words(_NOTHING), unread)
    return (
        name,
        counts,
        words(_name(judged.choice, knowledge) or nobody),
        words(_recommended(judged, knowledge)),
        words(term(judged.outcome.verdict, wording)),
    )


def _recommended(judged: Judged, knowledge: Knowledge) -> str:
    names = [_name(each, knowledge) for each in judged.outcome.frameworks]
    listed = knowledge.wording.listed(names)
    return listed or knowledge.wording("check-report.nobody")


def _name(framework: str, knowledge: Knowledge) -> str:
    known_ = knowledge.frameworks.get(framework)
    return known_.name if known_ is not None else framework


def _titled(profile: ProfileCheck, wording: Wording) -> str:
    """Return the file of a profile, with the project where it has a name."""
    if not profile.project:
        return profile.file
    return wording("common.aside", text=profile.file, aside=profile.project)
