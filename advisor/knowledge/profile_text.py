"""A profile as the text of a profile file, which `read_profile` reads back equal."""

import re
from collections.abc import Iterator, Mapping
from itertools import takewhile

from advisor.files.wording import printable
from advisor.files.yaml_text import listing, number, scalar
from advisor.knowledge.profile_parts import SCHEMA
from advisor.model.gate import Gate
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.question import Answer

HEADER = (
    "# What is known about a project, to choose its deep-learning framework.\n"
    "# See the recommendation: advisor recommend FILE; go on: advisor ask FILE\n"
)

# As the YAML language server has it, which most editors ask, and as JetBrains does.
_MODELINE = re.compile(r"#\s*(yaml-language-server|\$schema)\s*:.*")


def profile_text(profile: Profile, knowledge: Knowledge) -> str:
    """Return the profile file of `profile`: answers in interview order, then the rest."""
    return HEADER + "\n".join(_lines(profile, knowledge)) + "\n"


def has_comments(text: str) -> bool:
    """Say whether a profile file has comments that writing it again would lose."""
    modelines = modelines_of(text)
    rest = (each for each in text.splitlines(True) if each.strip() not in modelines)
    own = "".join(rest).lstrip().removeprefix(HEADER).splitlines()
    return any(re.search(r"(^|\s)#", line) for line in own)


def modelines_of(text: str) -> tuple[str, ...]:
    """Return the comments at the head of a file that tell editors its schema."""
    head = takewhile(
        lambda line: line[:1] in ("", "#"), map(str.strip, text.split("\n"))
    )
    return tuple(e for e in head if _MODELINE.fullmatch(e) and printable(e))


def _lines(profile: Profile, knowledge: Knowledge) -> Iterator[str]:
    yield f"schema: {SCHEMA}"
    if profile.project:
        yield f"project: {scalar(profile.project)}"
    if profile.as_of is not None:
        yield f"as-of: {profile.as_of.isoformat()}"
    if profile.knowledge:
        yield f"knowledge: {scalar(profile.knowledge)}"
    yield "answers:" if profile.answers else "answers: {}"
    for question in knowledge.interview():
        if question.id in profile.answers:
            yield from _entry(question.id, profile.answers[question.id], "  ")
    yield from _table("weights", {k: number(v) for k, v in profile.weights.items()})
    if profile.allow_retired:
        yield "allow-retired: true"
    if profile.unknown:
        yield from _entry("unknown", profile.unknown, "")
    yield from _gate(profile.gate)


def _entry(key: str, answer: Answer, indent: str) -> Iterator[str]:
    match answer:
        case bool():
            yield f"{indent}{key}: {str(answer).lower()}"
        case str():
            yield f"{indent}{key}: {scalar(answer)}"
        case tuple():
            yield from listing(key, [scalar(each) for each in answer], indent)


def _table(key: str, entries: Mapping[str, str]) -> Iterator[str]:
    if entries:
        yield f"{key}:"
        for name, value in entries.items():
            yield f"  {name}: {value}"


def _gate(gate: Gate) -> Iterator[str]:
    settings = {
        **({"framework": scalar(gate.framework)} if gate.framework else {}),
        **({"margin": number(gate.margin)} if gate.margin else {}),
    }
    if not settings and not gate.exceptions:
        return
    yield "gate:"
    yield from (f"  {name}: {value}" for name, value in settings.items())
    if gate.exceptions:
        yield "  exceptions:"
    for each in gate.exceptions:
        yield f"    - finding: {each.finding}"
        if each.about:
            yield f"      about: {scalar(each.about)}"
        yield f"      reason: {scalar(each.reason)}"
        yield f"      owner: {scalar(each.owner)}"
        yield f"      expires: {each.expires.isoformat()}"
