"""Profiles to start from: the commented template and the shipped examples."""

import textwrap
from collections.abc import Iterator, Sequence

from advisor.knowledge.answers import nearest
from advisor.model.errors import InputError
from advisor.model.knowledge import Knowledge
from advisor.model.question import Kind, Question

_WIDTH = 88
_SHOWN = 2  # criteria that stand as an example where any may be named


def template(knowledge: Knowledge) -> str:
    """Return a valid profile in which every question stands as a comment."""
    scored = [each.id for each in knowledge.scored()]
    some = scored[:_SHOWN]
    lines = [
        "# A project profile for advisor. Take the # away from what you know and leave",
        "# the rest: an absent answer means 'not known', never 'no'.",
        "# Then run: advisor recommend profile.yaml",
        "schema: 1",
        "project: my-project",
        "# as-of: 2026-11-21   # judge by what was known on this day; default: today",
        "answers:",
    ]
    section = ""
    for question in knowledge.interview():
        if question.section != section:
            section = question.section
            lines += ["", f"  # ---- {section} ----"]
        lines += ["", *_question(question, some)]
    return "\n".join([*lines, "", *_settings(some)]) + "\n"


def example_titles(knowledge: Knowledge) -> str:
    """Return a line for each example: its name and the first line of its comment."""
    width = max((len(name) for name in knowledge.profiles), default=0)
    return "".join(
        f"{name:<{width}}  {_first_comment(text)}\n"
        for name, text in knowledge.profiles.items()
    )


def example_profile(name: str, knowledge: Knowledge) -> str:
    """Return the text of an example profile."""
    if name not in knowledge.profiles:
        hint = nearest(name, knowledge.profiles)
        raise InputError(f"--example: {name!r} is not an example{hint}")
    return knowledge.profiles[name]


def _question(question: Question, criteria: Sequence[str]) -> Iterator[str]:
    yield from _comment(question.title)
    match question.type:
        case Kind.YES_NO:
            yield f"  # {question.id}: true   # or false"
        case Kind.TEXT:
            yield f'  # {question.id}: "{question.example}"'
        case Kind.CRITERIA:
            yield from _comment("criterion ids, the most important first")
            yield f"  # {question.id}: [{', '.join(criteria)}]"
        case Kind.ONE:
            yield from _comment("one of: " + ", ".join(o.id for o in question.options))
            yield f"  # {question.id}: {question.options[0].id}"
        case Kind.MANY:
            yield from _comment("any of: " + ", ".join(o.id for o in question.options))
            yield f"  # {question.id}: [{question.options[-1].id}]"


def _comment(text: str) -> list[str]:
    return textwrap.wrap(
        text,
        width=_WIDTH,
        initial_indent="  # ",
        subsequent_indent="  #   ",
        break_on_hyphens=False,
    )


def _settings(criteria: Sequence[str]) -> list[str]:
    weights = ", ".join(
        f"{each}: {n}" for each, n in zip(criteria, (3, 0), strict=False)
    )
    return [
        "# Your own importance for single criteria; it replaces what the rules give.",
        f"# weights: {{{weights}}}",
        "# Let retired frameworks take part, for a project that must live with one.",
        "# allow-retired: true",
    ]


def _first_comment(text: str) -> str:
    first = text.split("\n", 1)[0]
    return first.removeprefix("#").strip()
