"""Rule bases and profiles for those who call advisor from Python."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from advisor.api.proof import proven
from advisor.files.text import read_text
from advisor.files.tree import Items, Node, Scalar, Table
from advisor.files.wording import quoted
from advisor.knowledge.answers import nearest, read_date
from advisor.knowledge.base import roots
from advisor.knowledge.profile_parts import SCHEMA, read_tree
from advisor.knowledge.profiles import read_profile
from advisor.model.errors import InputError
from advisor.model.gate import Gate, GateException
from advisor.model.knowledge import Knowledge
from advisor.model.language import Language
from advisor.model.profile import Profile
from advisor.model.record import yaml_key

Word = TypeVar("Word", bound=StrEnum)

_WHERE = "profile"
_LINE = 0  # of what stands in no file


def load_knowledge(
    *overlays: Path | str, builtin: bool = True, language: Language | str = Language.EN
) -> Knowledge:
    """Return the built-in rule base with the folders of `overlays` laid over it.

    Later ones override earlier ones; without `builtin` they stand alone. `language`
    ("en" or "zh") is what every text of the result is written in. What was read is kept
    in the user's cache folder, or in that of the variable `ADVISOR_CACHE_DIR`.

    Raises `InputError` for a folder that is not there or a language that is not spoken,
    `KnowledgeError` with every problem for a rule base that is not sound.
    """
    spoken = word(Language, language, "language")
    if not builtin and not overlays:
        raise InputError("builtin=False leaves no rule base; name a folder with one")
    return proven(roots([Path(each) for each in overlays], builtin=builtin), spoken)


def load_profile(
    source: Path | str | Mapping[str, object], knowledge: Knowledge | None = None
) -> Profile:
    """Return the profile in a file, or the one that a mapping of its form describes.

    A mapping has the keys of a profile file, such as `project`, `as-of`, `answers` and
    `weights`; `schema` may be left out. Questions and options are those of `knowledge`,
    else of the built-in rule base.

    Raises `InputError` that names every problem: unknown keys, questions and options
    with the nearest valid spelling, and for a file the line.
    """
    base = knowledge if knowledge is not None else load_knowledge()
    if isinstance(source, Mapping):
        return _read(source, base)
    return read_profile(read_text(Path(source)), str(source), base)


def checked(profile: Profile, knowledge: Knowledge) -> Profile:
    """Return a profile as its file would be read; raises `InputError` as that would."""
    values = {
        yaml_key(each.name): getattr(profile, each.name) for each in fields(Profile)
    }
    return _read(values, knowledge)


def word(kind: type[Word], text: Word | str, name: str) -> Word:
    """Return the member of a closed set that `text` names; raises `InputError`."""
    try:
        return kind(text)
    except ValueError as error:
        hint = nearest(str(text), [each.value for each in kind])
        raise InputError(f"{name}: {quoted(str(text))} is unknown{hint}") from error


def demand(kind: type, value: object, name: str, maker: str) -> None:
    """Refuse an argument that is no `kind`, and say what makes one."""
    if not isinstance(value, kind):
        wanted, given = kind.__name__, type(value).__name__
        raise InputError(f"{name}: takes a {wanted} from {maker}, not {given}")


def day_of(as_of: date | str | None) -> date | None:
    """Return the day that a date or its text names; raises `InputError`."""
    match as_of:
        case None:
            return None
        case datetime():
            return as_of.date()
        case date():
            return as_of
        case str():
            try:
                return read_date(as_of)
            except InputError as error:
                raise InputError(f"as_of: {error}") from error
    kind = type(as_of).__name__
    raise InputError(f"as_of: takes a date or text such as '2026-11-21', not {kind}")


def _read(source: Mapping[str, object], knowledge: Knowledge) -> Profile:
    """Read a mapping as the file that it would be."""
    root = _node({"schema": SCHEMA, **source})
    profile, problems = read_tree(root, _WHERE, knowledge)
    if problems:
        lines = (f"{_WHERE}: {each.key}: {each.message}" for each in problems)
        raise InputError("\n".join(lines))
    return profile


def _node(value: object) -> Node:
    """Return a value as the node of a file that says it."""
    match value:
        case Mapping():
            entries = {str(key): _node(each) for key, each in value.items()}
            return Table(_LINE, entries, dict.fromkeys(entries, _LINE))
        case list() | tuple():
            return Items(_LINE, [_node(each) for each in value])
        case Gate() | GateException():
            stated = {
                yaml_key(each.name): getattr(value, each.name)
                for each in fields(value)
                if getattr(value, each.name) not in ("", ())
            }
            return _node(stated)
        case None:
            return Scalar(_LINE, "", null=True)
        case bool():
            return Scalar(_LINE, str(value).lower(), null=False)
        case str() | int() | float() | date():
            return Scalar(_LINE, str(value), null=False)
        case _:
            kind = type(value).__name__
            raise InputError(
                f"{_WHERE}: takes text, numbers, dates, lists and mappings, not {kind}"
            )
