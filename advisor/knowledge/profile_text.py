"""A profile as the text of a profile file, which `read_profile` reads back equal."""

import re
from collections.abc import Iterator, Mapping, Sequence

from advisor.knowledge.profile_parts import SCHEMA
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.question import Answer

HEADER = (
    "# What is known about a project, to choose its deep-learning framework.\n"
    "# See the recommendation: advisor recommend FILE; go on: advisor ask FILE\n"
)

_WIDTH = 88
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_.-]*")
# Words that this program reads as text, but other readers of YAML do not.
_TAKEN = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})


def profile_text(profile: Profile, knowledge: Knowledge) -> str:
    """Return the profile file of `profile`: answers in interview order, then the rest."""
    return HEADER + "\n".join(_lines(profile, knowledge)) + "\n"


def has_comments(text: str) -> bool:
    """Say whether a profile file has comments that writing it again would lose."""
    own = text.removeprefix(HEADER).splitlines()
    return any(re.search(r"(^|\s)#", line) for line in own)


def _lines(profile: Profile, knowledge: Knowledge) -> Iterator[str]:
    yield f"schema: {SCHEMA}"
    if profile.project:
        yield f"project: {_scalar(profile.project)}"
    if profile.as_of is not None:
        yield f"as-of: {profile.as_of.isoformat()}"
    if profile.knowledge:
        yield f"knowledge: {_scalar(profile.knowledge)}"
    yield "answers:" if profile.answers else "answers: {}"
    for question in knowledge.interview():
        if question.id in profile.answers:
            yield from _entry(question.id, profile.answers[question.id], "  ")
    yield from _table("weights", {k: _number(v) for k, v in profile.weights.items()})
    if profile.allow_retired:
        yield "allow-retired: true"
    if profile.unknown:
        yield from _entry("unknown", profile.unknown, "")
    yield from _table("gate", {k: _scalar(v) for k, v in profile.gate.items()})


def _entry(key: str, answer: Answer, indent: str) -> Iterator[str]:
    match answer:
        case bool():
            yield f"{indent}{key}: {str(answer).lower()}"
        case str():
            yield f"{indent}{key}: {_scalar(answer)}"
        case tuple():
            yield from _list(key, [_scalar(each) for each in answer], indent)


def _list(key: str, items: Sequence[str], indent: str) -> Iterator[str]:
    """Write a list on one line where it fits, else one line for each item."""
    flow = f"{indent}{key}: [{', '.join(items)}]"
    if len(flow) <= _WIDTH:
        yield flow
        return
    yield f"{indent}{key}:"
    for item in items:
        yield f"{indent}  - {item}"


def _table(key: str, entries: Mapping[str, str]) -> Iterator[str]:
    if entries:
        yield f"{key}:"
        for name, value in entries.items():
            yield f"  {name}: {value}"


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else repr(value)


def _scalar(text: str) -> str:
    if _PLAIN.fullmatch(text) and text.lower() not in _TAKEN:
        return text
    return f'"{"".join(map(_escaped, text))}"'


def _escaped(char: str) -> str:
    """Escape as YAML does, which unlike JSON knows characters above U+FFFF."""
    if char in '"\\':
        return f"\\{char}"
    if char.isprintable():
        return char
    return f"\\U{ord(char):08X}"
