"""A profile: what is known about the user's project."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from advisor.model.gate import Gate
from advisor.model.question import Answer
from advisor.model.record import record


@record
class Profile:
    """All known facts of one project. An absent answer means "not known", never "no".

    `unknown` lists questions that were asked and could not be answered: the engine
    treats them as absent, the interview does not ask them again. `knowledge` is the
    version of the rule base with which the questions were answered, empty if not known.
    `gate` is what `advisor check` holds the project to; it never moves a score.
    """

    project: str = ""
    as_of: date | None = None
    answers: Mapping[str, Answer] = field(default_factory=dict)
    weights: Mapping[str, float] = field(default_factory=dict)
    allow_retired: bool = False
    unknown: tuple[str, ...] = ()
    gate: Gate = field(default_factory=Gate)
    knowledge: str = ""
