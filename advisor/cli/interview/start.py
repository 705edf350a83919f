"""What is known before the first question: from the file, a draft, the command line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from advisor.cli.interview.draft import Draft, Found
from advisor.cli.interview.given import read_settings
from advisor.files.text import read_text
from advisor.files.wording import shown
from advisor.knowledge.profile_text import has_comments
from advisor.knowledge.profiles import Outdated, read_kept, read_profile
from advisor.model.errors import InputError
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.survey.interview import Interview, answering
from advisor.survey.lines import BLANK, Line, Tone
from advisor.survey.news import news
from advisor.survey.notices import dropped_lines


@dataclass(frozen=True, slots=True)
class Wanted:
    """What `advisor ask` was asked to begin with."""

    path: Path
    restart: bool = False
    update: bool = False
    settings: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Start:
    """`stored` is what holds of the file, `interview` where the conversation begins.

    `only` are the questions of an update; `lines` say what was found. `repaired` says
    that the file has answers that no longer fit and will not be written again.
    """

    stored: Profile
    interview: Interview
    only: frozenset[str] | None
    lines: tuple[Line, ...]
    repaired: bool


def begin(wanted: Wanted, knowledge: Knowledge, draft: Draft) -> Start:
    """Gather what is known; a draft that cannot be used is set aside.

    Raises `InputError` for a profile or a setting that cannot be read.
    """
    settings = read_settings(wanted.settings, knowledge)
    stored, outdated, lines = _stored(wanted, knowledge)
    interview = Interview(stored)
    if draft.exists():
        interview, more, found = _resumed(wanted, stored, knowledge, draft)
        outdated, lines = (*outdated, *more), (*lines, *found)
    if settings:
        interview = answering(knowledge, interview, settings)
        lines = (*lines, *dropped_lines(interview.dropped, knowledge))
    only = None
    if wanted.update:
        wrong = {each.question for each in outdated} - {""}
        only = news(knowledge, stored, wrong) - {*settings}
    told = _outdated_lines(outdated, knowledge)
    return Start(stored, interview, only, (*lines, *told), bool(outdated))


def _stored(
    wanted: Wanted, knowledge: Knowledge
) -> tuple[Profile, tuple[Outdated, ...], tuple[Line, ...]]:
    """Return what the file says, answers that no longer fit, and what to say of it."""
    wording, where = knowledge.wording, shown(str(wanted.path))
    introduction = (
        Line(wording("interview.introduction"), Tone.STRONG),
        Line(wording("interview.introduction-help")),
    )
    if not wanted.path.exists() and not wanted.update:
        return Profile(), (), introduction
    if wanted.restart:
        warning = Line(wording("interview.replaced", where=where), Tone.BAD)
        return Profile(), (), (*introduction, BLANK, warning)
    text = read_text(wanted.path)
    name = str(wanted.path)
    outdated: tuple[Outdated, ...] = ()
    if wanted.update:
        profile, outdated = read_kept(text, name, knowledge)
    else:
        profile = read_profile(text, name, knowledge)
    return profile, outdated, tuple(_resumed_lines(where, text, profile, knowledge))


def _resumed(
    wanted: Wanted, stored: Profile, knowledge: Knowledge, draft: Draft
) -> tuple[Interview, tuple[Outdated, ...], tuple[Line, ...]]:
    """Go on with the draft, or set it aside and say why."""
    wording = knowledge.wording
    if wanted.restart:
        aside = shown(str(draft.set_aside()))
        text = wording("interview.draft-unused", aside=aside)
        return Interview(stored), (), (BLANK, Line(text, Tone.BAD))
    try:
        found = draft.read()
        _refuse_stale(found, stored, wanted, knowledge)
    except InputError as error:
        aside = shown(str(draft.set_aside()))
        name = shown(str(draft.path))
        text = wording(
            "interview.draft-aside", draft=name, aside=aside, reason=str(error)
        )
        return Interview(stored), (), (BLANK, Line(text, Tone.BAD))
    interview = found.interview
    if interview.profile == stored:
        draft.remove()  # it was saved, and the program ended before it was forgotten
        return Interview(stored), (), ()
    count = _news_of(interview.profile, stored)
    text = wording("interview.draft-changes-found")
    if count:
        text = wording("interview.draft-found", count=count)
    return interview, found.outdated, (BLANK, Line(text, Tone.STRONG))


def _refuse_stale(
    found: Found, stored: Profile, wanted: Wanted, knowledge: Knowledge
) -> None:
    if found.stale and found.interview.profile != stored:
        where = shown(str(wanted.path))
        raise InputError(knowledge.wording("interview.draft-stale", where=where))


def _news_of(profile: Profile, stored: Profile) -> int:
    """Return how many questions were answered, or said to be not known, since then."""
    answers = {*profile.answers.items()} - {*stored.answers.items()}
    return len(answers) + len({*profile.unknown} - {*stored.unknown})


def _resumed_lines(
    where: str, text: str, profile: Profile, knowledge: Knowledge
) -> Iterator[Line]:
    """Yield what going on with an existing file means."""
    wording = knowledge.wording
    answered, unknown = len(profile.answers), len(profile.unknown)
    resumed = wording(
        "interview.resumed", where=where, answered=answered, unknown=unknown
    )
    yield Line(resumed, Tone.STRONG)
    yield Line(wording("interview.resumed-help"))
    if has_comments(text):
        yield Line(wording("interview.comments-lost", where=where), Tone.BAD)


def _outdated_lines(
    outdated: Sequence[Outdated], knowledge: Knowledge
) -> Iterator[Line]:
    for each in outdated:
        text = (
            knowledge.wording("interview.no-longer-valid", message=each.message)
            if each.question
            else knowledge.wording("interview.no-longer-asked", message=each.message)
        )
        yield Line(text, Tone.BAD, hang=2)
