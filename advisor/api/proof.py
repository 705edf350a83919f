"""Rule bases that have been proved: nobody works with one that is not sound."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from advisor.knowledge.base import knowledge_of
from advisor.model.errors import KnowledgeError
from advisor.model.knowledge import Knowledge
from advisor.model.language import Language

if TYPE_CHECKING:
    from advisor.knowledge.places import Place
    from advisor.model.finding import Finding


def proven(folders: Sequence[Path], language: Language) -> Knowledge:
    """Return the rule base in these folders; raises `KnowledgeError` if it is not sound.

    Later folders override earlier ones. It comes from the cache where that is current.
    """
    return knowledge_of(folders, partial(_prove, folders), language)


def _prove(folders: Sequence[Path], knowledge: Knowledge) -> None:
    from advisor.knowledge.places import places
    from advisor.lint.checks import broken

    findings = broken(knowledge)
    if findings:
        where = places(folders, knowledge, findings)
        raise KnowledgeError(_problem(each, where.get(each)) for each in findings)


def _problem(finding: "Finding", place: "Place | None") -> str:
    text = f"{finding.subject}: {finding.message}. {finding.help}"
    return text if place is None else f"{place}: {text}"
