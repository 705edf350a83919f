"""One run of `advisor ask`: the conversation, the draft that it leaves, the profile."""

import shlex
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from advisor.cli.interview.change import change_lines
from advisor.cli.interview.draft import Draft
from advisor.cli.interview.start import Start, Wanted
from advisor.cli.modeline import kept_modelines
from advisor.files.text import read_text, write_text
from advisor.files.wording import shown
from advisor.knowledge.profile_text import profile_text
from advisor.knowledge.profiles import read_kept
from advisor.model.errors import InputError
from advisor.model.knowledge import Knowledge
from advisor.model.names import can_name
from advisor.model.profile import Profile
from advisor.model.question import Question
from advisor.model.report import Report
from advisor.survey.conversation import Conversation, Ending
from advisor.survey.guide import Guide
from advisor.survey.interview import Interview, open_now
from advisor.survey.lines import BLANK, Line, Tone
from advisor.survey.merge import merged
from advisor.survey.order import Aim
from advisor.survey.partner import Partner
from advisor.survey.setting import Setting


@dataclass(slots=True)
class Session:
    """Holds an interview and sees to it that no answer is lost."""

    wanted: Wanted
    knowledge: Knowledge
    partner: Partner
    draft: Draft
    start: Start
    asked: tuple[str, ...] = ()

    def is_up_to_date(self) -> bool:
        """Say, also to the user, whether an update has nothing to ask and to save."""
        start = self.start
        changed = start.repaired or start.interview.profile != start.stored
        if not self.wanted.update or changed or self._due(start.interview):
            return False
        self._say(self.knowledge.wording("interview.nothing-new"), Tone.GOOD)
        return True

    def changes(self, before: Report, after: Report) -> Iterator[Line]:
        """Yield what was asked, and what it has changed."""
        return change_lines(self.asked, before, after, self.knowledge)

    def hold(self, guide: Guide, aim: Aim, *, leader: bool) -> Profile | None:
        """Hold the interview, save the profile and return it.

        None where the user left without saving, or stopped an update before everything
        that no longer fits was asked: saving would lose it. Where they break off, the
        draft stays and `KeyboardInterrupt` goes on.
        """
        setting = Setting(self.knowledge, guide, self.partner, self._keep, self._name())
        talk = Conversation(setting, self.start.interview, aim, leader=leader)
        self._announce()
        try:
            ending = talk.hold()
        except KeyboardInterrupt:
            self._left(talk.interview)
            raise
        early = self.start.repaired and self._due(talk.interview)
        if ending is Ending.QUIT or early:
            self._left(talk.interview)
            return None
        self.asked = talk.interview.asked
        return self._save(talk.interview)

    def _due(self, interview: Interview) -> tuple[Question, ...]:
        """Return what an update still has to ask."""
        only = self.start.only
        return () if only is None else open_now(self.knowledge, interview, only)

    def _announce(self) -> None:
        """Say how much an update asks."""
        count = len(self._due(self.start.interview))
        if count:
            text = self.knowledge.wording("interview.asked-anew", count=count)
            self._say(text, Tone.PLAIN)

    def _save(self, interview: Interview) -> Profile:
        """Write the profile if anything is new, and forget the draft."""
        stored, wording = self.start.stored, self.knowledge.wording
        where = shown(str(self.wanted.path))
        known = self._finished(interview)
        renewed = self.wanted.update and known.knowledge != stored.knowledge
        self.partner.say((BLANK,))
        if interview.profile == stored and not self.start.repaired and not renewed:
            self._unchanged()
            return stored
        known = self._joined(known)
        self._keep(replace(interview, profile=known))
        path = self.wanted.path
        self._or_show(known, lambda text: write_text(path, kept_modelines(path) + text))
        self.draft.remove()
        self._say(wording("interview.saved", where=where), Tone.GOOD)
        return known

    def _joined(self, known: Profile) -> Profile:
        """Join what is known with what somebody else has put into the file meanwhile."""
        if not self.draft.is_overtaken():
            return known
        path, where = self.wanted.path, shown(str(self.wanted.path))
        theirs, _ = read_kept(read_text(path), str(path), self.knowledge)
        self._say(self.knowledge.wording("interview.joined", where=where), Tone.BAD)
        return merged(self.start.stored, known, theirs)

    def _finished(self, interview: Interview) -> Profile:
        """Name the project, and note with which version the profile was answered.

        What was answered with an older version keeps that one until an update has asked
        everything.
        """
        profile, stored = interview.profile, self.start.stored
        new = not self._due(interview) if self.wanted.update else not stored.answers
        version = self.knowledge.version if new else stored.knowledge
        name = profile.project or self._name()
        return replace(profile, project=name, knowledge=version)

    def _name(self) -> str:
        """Return the name of the folder of the profile, if it can name a project."""
        name = self.wanted.path.resolve().parent.name
        return name if can_name(name) else ""

    def _keep(self, interview: Interview) -> None:
        """Write the draft; where that fails, say so and go on."""
        try:
            self.draft.write(interview)
        except InputError as error:
            text = self.knowledge.wording("interview.draft-kept-not", reason=error)
            self._say(text, Tone.BAD)

    def _left(self, interview: Interview) -> None:
        """Say what becomes of an interview that was left."""
        self.partner.say((BLANK,))
        if interview.profile == self.start.stored:
            self._unchanged()
            return
        update = ["--update"] if self.wanted.update else []
        arguments = shown(shlex.join([*update, str(self.wanted.path)]))
        self._or_show(interview.profile, lambda _: self.draft.write(interview))
        text = self.knowledge.wording("interview.kept", arguments=arguments)
        self._say(text, Tone.GOOD)

    def _or_show(self, profile: Profile, write: Callable[[str], None]) -> None:
        """Write a profile; where that fails, show it as the last resort, and raise."""
        text = profile_text(profile, self.knowledge)
        try:
            write(text)
        except InputError:
            self._say(self.knowledge.wording("interview.not-saved"), Tone.BAD)
            sys.stderr.write(text)
            raise

    def _unchanged(self) -> None:
        """Say that nothing is new, and forget the draft: it says nothing new either."""
        wording, where = self.knowledge.wording, shown(str(self.wanted.path))
        exists = self.wanted.path.exists()
        text = wording("interview.unchanged", where=where)
        self._say(text if exists else wording("interview.nothing-saved"), Tone.PLAIN)
        self.draft.remove()

    def _say(self, text: str, tone: Tone) -> None:
        self.partner.say((Line(text, tone),))
