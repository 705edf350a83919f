"""Getting knowledge, profiles and dates for a command."""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from advisor.api.proof import proven
from advisor.files.text import read_stream, read_text
from advisor.knowledge.answers import read_date
from advisor.knowledge.base import roots, unproven
from advisor.knowledge.profiles import read_profile
from advisor.model.errors import InputError
from advisor.model.evidence import Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.language import Language
from advisor.model.profile import Profile
from advisor.model.report import Report

STANDARD_INPUT = "-"


def get_knowledge(
    overlays: Sequence[Path] | None,
    *,
    no_builtin: bool,
    language: Language = Language.EN,
) -> Knowledge:
    """Return the rule base that the options name; raises if it is not sound."""
    folders = get_folders(overlays, no_builtin=no_builtin)
    return proven(folders, language)


def get_unproven(overlays: Sequence[Path] | None, *, no_builtin: bool) -> Knowledge:
    """Return the rule base that the options name, sound or not, for its checks."""
    return unproven(get_folders(overlays, no_builtin=no_builtin))


def get_folders(overlays: Sequence[Path] | None, *, no_builtin: bool) -> list[Path]:
    """Return the folders that the options name; later ones override."""
    return roots(overlays or [], builtin=not no_builtin)


def get_profile(name: str, knowledge: Knowledge) -> Profile:
    """Return the profile in the file `name`, or on standard input.

    That of a pyproject.toml is its `[tool.advisor]`.
    """
    if name == STANDARD_INPUT:
        return read_profile(get_input(), "standard input", knowledge)
    path = Path(name)
    text = read_text(path)
    if not path.name.endswith("pyproject.toml"):
        return read_profile(text, name, knowledge)
    from advisor.knowledge.collector import report
    from advisor.knowledge.profile_parts import read_tree
    from advisor.scan.profiles import inline

    profile, problems = read_tree(inline(text, name), name, knowledge)
    if problems:
        raise InputError(report(problems))
    return profile


def get_input() -> str:
    """Return the text on standard input."""
    if sys.stdin is None:
        raise InputError("standard input is closed; name a profile file")
    return read_stream(sys.stdin.buffer, "standard input")


def read_as_of(text: str) -> date:
    """Return the date that `--as-of` was given."""
    try:
        return read_date(text)
    except InputError as error:
        raise InputError(f"--as-of: {error}") from error


def get_date(option: date | None, profile: Profile | None = None) -> date:
    """Return the as-of date: the option, else the profile's, else today."""
    stated = profile.as_of if profile is not None else None
    return option or stated or date.today()  # noqa: DTZ011 - the user's own day is meant


def get_report(
    profile: Profile,
    knowledge: Knowledge,
    as_of: date | None,
    evidence: Evidence,
    *,
    quick: bool = False,
) -> Report:
    """Return the recommendation for a profile; `quick` leaves out what would change it."""
    from advisor.engine.recommend import recommend

    report = recommend(knowledge, profile, get_date(as_of, profile), evidence)
    if quick:
        return report
    from advisor.cli.progress import busy
    from advisor.engine.challenge.challenge import challenged

    with busy(knowledge.wording("common.challenging")):
        return challenged(report, knowledge, profile)


def get_framework(name: str, knowledge: Knowledge) -> str:
    """Return the id of the framework that `name` (id, name or alias) means."""
    from advisor.engine.find import find
    from advisor.knowledge.answers import nearest
    from advisor.model.reference import RecordKind, Reference

    found = find(str(Reference(RecordKind.FRAMEWORK, name)), knowledge)
    if found:
        return found[0].id
    hint = nearest(name, knowledge.frameworks)
    raise InputError(f"{name!r} is not a framework{hint}")
