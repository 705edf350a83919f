"""Profiles to start from: the commented template and the shipped examples."""

import textwrap
from collections.abc import Iterator, Sequence
from itertools import pairwise

from advisor.knowledge.answers import nearest
from advisor.model.columns import breaks, is_wide
from advisor.model.errors import InputError
from advisor.model.knowledge import Knowledge
from advisor.model.language import Wording
from advisor.model.question import Kind, Question

_WIDTH = 88
_FIRST, _FURTHER = "  # ", "  #   "  # how the lines of a comment begin
_SHOWN = 2  # criteria that stand as an example where any may be named


def template(knowledge: Knowledge) -> str:
    """Return a valid profile in which every question stands as a comment."""
    scored = [each.id for each in knowledge.scored()]
    some = scored[:_SHOWN]
    wording = knowledge.wording
    lines = [
        *(f"# {line}" for line in wording("template.about").splitlines()),
        "schema: 1",
        "project: my-project",
        f"# as-of: 2026-11-21   # {wording('template.as-of')}",
        "answers:",
    ]
    section = ""
    for question in knowledge.interview():
        if question.section != section:
            section = question.section
            lines += ["", f"  # ---- {section} ----"]
        lines += ["", *_question(question, some, wording)]
    return "\n".join([*lines, "", *_settings(some, wording)]) + "\n"


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


def _question(
    question: Question, criteria: Sequence[str], wording: Wording
) -> Iterator[str]:
    options = ", ".join(option.id for option in question.options)
    yield from _comment(question.title)
    match question.type:
        case Kind.YES_NO:
            yield f"  # {question.id}: true   # {wording('template.or-false')}"
        case Kind.TEXT:
            yield f'  # {question.id}: "{question.example}"'
        case Kind.CRITERIA:
            yield from _comment(wording("template.criteria"))
            yield f"  # {question.id}: [{', '.join(criteria)}]"
        case Kind.ONE:
            yield from _comment(wording("template.one", options=options))
            yield f"  # {question.id}: {question.options[0].id}"
        case Kind.MANY:
            yield from _comment(wording("template.many", options=options))
            yield f"  # {question.id}: [{question.options[-1].id}]"


def _comment(text: str) -> list[str]:
    if is_wide(text):
        places = [0, *breaks(text, _WIDTH - len(_FURTHER)), len(text)]
        rows = [text[start:end].rstrip() for start, end in pairwise(places)]
        return [f"{_FURTHER if n else _FIRST}{row}" for n, row in enumerate(rows)]
    return textwrap.wrap(
        text,
        width=_WIDTH,
        initial_indent=_FIRST,
        subsequent_indent=_FURTHER,
        break_on_hyphens=False,
    )


def _settings(criteria: Sequence[str], wording: Wording) -> list[str]:
    weights = ", ".join(
        f"{each}: {n}" for each, n in zip(criteria, (3, 0), strict=False)
    )
    return [
        f"# {wording('template.weights')}",
        f"# weights: {{{weights}}}",
        f"# {wording('template.allow-retired')}",
        "# allow-retired: true",
        *_gate(wording),
    ]


def _gate(wording: Wording) -> Iterator[str]:
    """Yield the gate, in comments: what is chosen, by how much it may trail, exceptions."""
    yield f"# {wording('template.gate')}"
    yield "# gate:"
    yield "#   framework: pytorch"
    yield f"#   margin: 0.05   # {wording('template.margin')}"
    yield f"#   exceptions:    # {wording('template.exceptions')}"
    yield "#     - finding: path-legacy"
    yield f"#       about: browser   # {wording('template.about-subject')}"
    yield f"#       reason: {wording('template.reason')}"
    yield f"#       owner: {wording('template.owner')}"
    yield "#       expires: 2027-03-31"


def _first_comment(text: str) -> str:
    first = text.split("\n", 1)[0]
    return first.removeprefix("#").strip()
