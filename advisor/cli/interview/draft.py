"""The draft beside a profile: what was answered and is not saved yet."""

import json
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any

from advisor.files.text import exists, read_text, write_text
from advisor.knowledge.profile_text import profile_text
from advisor.knowledge.profiles import Outdated, read_kept
from advisor.model.errors import InputError
from advisor.model.knowledge import Knowledge
from advisor.survey.interview import Interview

_SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Found:
    """What a draft says; `outdated` are answers that no longer fit the questionnaire.

    `stale` says that the profile was changed after the draft was written.
    """

    interview: Interview
    outdated: tuple[Outdated, ...]
    stale: bool


class Draft:
    """The draft of the profile in one file.

    It remembers what the profile said when it was written, so that a profile that was
    edited since is not overwritten with it.
    """

    def __init__(self, profile: Path, knowledge: Knowledge) -> None:
        """Look at the profile; nothing is written yet."""
        self.path = profile.with_name(f".{profile.name}.draft")
        self._knowledge = knowledge
        self._profile = profile
        self._base = _fingerprint(profile)

    def is_overtaken(self) -> bool:
        """Say whether somebody else has written the profile since."""
        return exists(self._profile) and _fingerprint(self._profile) != self._base

    def exists(self) -> bool:
        """Say whether there is one."""
        return exists(self.path)

    def write(self, interview: Interview) -> None:
        """Keep an interview; raises `InputError` where that is not possible."""
        document = {
            "schema": _SCHEMA,
            "base": self._base,
            "profile": profile_text(interview.profile, self._knowledge),
            "asked": interview.asked,
            "skipped": interview.skipped,
        }
        write_text(self.path, json.dumps(document, ensure_ascii=False, indent=1) + "\n")

    def read(self) -> Found:
        """Return what was kept, or raise `InputError` with the reason why not."""
        text = read_text(self.path)
        try:
            return self._found(json.loads(text))
        except (ValueError, LookupError, TypeError, RecursionError) as error:
            broken = self._knowledge.wording("interview.draft-broken")
            raise InputError(broken) from error

    def set_aside(self) -> Path:
        """Give it a free name, so that nothing is lost and the interview starts without."""
        names = (f"{self.path.name}.old{number or ''}" for number in count())
        paths = map(self.path.with_name, names)
        return self.path.replace(next(each for each in paths if not exists(each)))

    def remove(self) -> None:
        """Forget it."""
        self.path.unlink(missing_ok=True)

    # Any: what a JSON file may hold.
    def _found(self, document: Any) -> Found:  # noqa: ANN401
        if document["schema"] != _SCHEMA:
            raise InputError(self._knowledge.wording("interview.draft-schema"))
        text = _text(document["profile"])
        profile, outdated = read_kept(text, str(self.path), self._knowledge)
        wrong = {each.question for each in outdated}
        kept = {k: each for k, each in profile.answers.items() if k not in wrong}
        asked = tuple(e for e in map(_text, document["asked"]) if e not in wrong)
        skipped = tuple(map(_text, document["skipped"]))
        stale = document["base"] != self._base
        known = replace(profile, answers=kept)  # for the others are asked again
        return Found(Interview(known, asked, skipped), outdated, stale)


def _fingerprint(profile: Path) -> str:
    text = read_text(profile) if exists(profile) else ""
    return sha256(text.encode()).hexdigest()


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    raise TypeError(type(value).__name__)
