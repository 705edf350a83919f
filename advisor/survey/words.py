"""Answers, names and shares in the words of the interview."""

from collections.abc import Iterable, Sequence
from math import floor

from advisor.engine.facts import as_text
from advisor.model.knowledge import Knowledge
from advisor.model.language import Wording
from advisor.model.outlook import Outlook, Settlement
from advisor.model.question import Answer, Kind, Question
from advisor.survey.choices import Choice, choices_of
from advisor.survey.partner import Form, Prompt

_MOST_RIVALS = 3
_ALMOST = 99  # per cent: what is not proved is never called all


def said(
    answer: Answer, choices: Sequence[Choice], wording: Wording, *, ordered: bool
) -> str:
    """Return an answer in the words of its choices."""
    if isinstance(answer, bool):
        answer = "yes" if answer else "no"
    titles = {each.id: each.title for each in choices}
    picked = answer if isinstance(answer, tuple) else (as_text(answer),)
    told = [titles.get(each, each) for each in picked]
    return wording("interview.then").join(told) if ordered else wording.series(told)


def said_in(prompt: Prompt, answer: Answer, wording: Wording) -> str:
    """Return an answer in the words of a prompt."""
    return said(answer, prompt.choices, wording, ordered=prompt.form is Form.ORDERED)


def said_at(question: Question, answer: Answer, knowledge: Knowledge) -> str:
    """Return an answer in the words of its question."""
    ordered = question.type is Kind.CRITERIA
    choices = choices_of(question, knowledge)
    return said(answer, choices, knowledge.wording, ordered=ordered)


def names(frameworks: Iterable[str], knowledge: Knowledge) -> str:
    """Return frameworks by name, as a list in running text."""
    return knowledge.wording.listed(
        knowledge.frameworks[each].name for each in frameworks
    )


def leader_line(outlook: Outlook, knowledge: Knowledge) -> str:
    """Return who leads and how settled that is."""
    wording = knowledge.wording
    if not outlook.leader:
        return wording("interview.nobody-leads")
    leaders = names(outlook.tied or [outlook.leader], knowledge)
    if outlook.settlement is Settlement.PROVED:
        settled = wording("interview.leader-settled", name=leaders)
        level = wording("interview.leaders-settled", names=leaders)
        return level if len(outlook.tied) > 1 else settled
    share, both = _percent(outlook.stays), percent(outlook)
    if len(outlook.tied) > 1:
        line = wording("interview.leaders-tied", names=leaders, share=share)
    else:
        line = wording("interview.leader", name=leaders, share=share)
    return line if both >= share else line + wording("interview.paths", share=both)


def rivals_line(outlook: Outlook, knowledge: Knowledge) -> str:
    """Return who else could still win, and in which share of the ways; or nothing."""
    wording = knowledge.wording
    rivals = [
        wording("interview.rival", name=names([each], knowledge), share=share)
        for each, won in outlook.shares.items()
        if each not in ("", outlook.leader) and (share := _percent(won))
    ]
    if not rivals:
        return ""
    return wording("interview.rivals", rivals=wording.series(rivals[:_MOST_RIVALS]))


def percent(outlook: Outlook) -> int:
    """Return how settled leader and paths are, in whole per cent, never rounded up."""
    if outlook.settlement is Settlement.PROVED:
        return 100
    return _percent(outlook.settled)


def _percent(share: float) -> int:
    return min(_ALMOST, floor(100 * share + 1e-9))
