"""What can be chosen at a question, in the order in which it is numbered."""

from dataclasses import dataclass

from advisor.model.criterion import Criterion, Group
from advisor.model.knowledge import Knowledge
from advisor.model.language import Wording
from advisor.model.question import Kind, Question

_GROUPS = {
    Group.GRAPH_MODE: "interview.group-graph-mode",
    Group.DEPLOYMENT: "interview.group-deployment",
    Group.COMMUNITY: "interview.group-community",
    Group.DISTRIBUTED_TRAINING: "interview.group-distributed-training",
    Group.OTHER: "interview.group-other",
}


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
        return criteria_of(knowledge)
    if question.type is Kind.YES_NO:
        yes = knowledge.wording("interview.choice-yes")
        return (
            Choice("yes", yes),
            Choice("no", knowledge.wording("interview.choice-no")),
        )
    return tuple(Choice(each.id, each.title, each.help) for each in question.options)


def criteria_of(knowledge: Knowledge) -> tuple[Choice, ...]:
    """Return the criteria that are scored as choices, group by group."""
    scored = sorted(knowledge.scored(), key=_place)
    return tuple(_criterion(each, knowledge.wording) for each in scored)


def _criterion(criterion: Criterion, wording: Wording) -> Choice:
    heading = wording(_GROUPS[criterion.group])
    return Choice(criterion.id, criterion.title, criterion.definition, heading)


def _place(criterion: Criterion) -> tuple[int, str]:
    return list(Group).index(criterion.group), criterion.title.lower()
