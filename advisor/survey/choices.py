"""What can be chosen at a question, in the order in which it is numbered."""

from dataclasses import dataclass

from advisor.model.criterion import Criterion, Group
from advisor.model.knowledge import Knowledge
from advisor.model.question import Kind, Question


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to choose; `heading` is the group it is listed under, or empty."""

    id: str
    title: str
    help: str = ""
    heading: str = ""


def choices_of(question: Question, knowledge: Knowledge) -> tuple[Choice, ...]:
    """Return the choices of a question; none for a text, yes or no, for yes/no."""
    if question.type is Kind.CRITERIA:
        scored = knowledge.scored()
        return tuple(_criterion(each) for each in sorted(scored, key=_place))
    if question.type is Kind.YES_NO:
        return (Choice("yes", "Yes"), Choice("no", "No"))
    return tuple(Choice(each.id, each.title, each.help) for each in question.options)


def _criterion(criterion: Criterion) -> Choice:
    heading = criterion.group.replace("-", " ").capitalize()
    return Choice(criterion.id, criterion.title, criterion.definition, heading)


def _place(criterion: Criterion) -> tuple[int, str]:
    return list(Group).index(criterion.group), criterion.title.lower()
