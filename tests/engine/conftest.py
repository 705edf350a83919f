"""What several tests of the engine need of the real rule base."""

from collections.abc import Callable
from typing import Any

import pytest

from advisor.engine.judge import judge
from advisor.knowledge.answers import read_answer
from advisor.model.knowledge import Knowledge
from advisor.model.outcome import CaseOutcome

Build = Callable[..., Any]  # Any: each builder makes records of its own kind


@pytest.fixture(scope="session")
def builders(
    a_knowledge: Build,
    a_framework: Build,
    a_criterion: Build,
    a_source: Build,
    a_claim: Build,
    a_rule: Build,
) -> dict[str, Build]:
    """Return the builders of records, by kind."""
    return {
        "knowledge": a_knowledge,
        "framework": a_framework,
        "criterion": a_criterion,
        "source": a_source,
        "claim": a_claim,
        "rule": a_rule,
    }


@pytest.fixture(scope="session")
def real_outcomes(knowledge: Knowledge) -> tuple[CaseOutcome, ...]:
    """Return what comes of every case of the real rule base."""
    return tuple(
        judge(
            case,
            {
                name: read_answer(knowledge.questions[name], raw, knowledge)
                for name, raw in case.answers.items()
            },
            knowledge,
        )
        for case in knowledge.cases.values()
    )
