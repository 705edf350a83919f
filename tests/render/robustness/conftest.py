"""Text of blocks, and reports with another challenge."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from advisor.model.report import Report
from advisor.model.robustness import Challenge
from advisor.render.page import Block, Page
from advisor.render.terminal import render

Written = Callable[[tuple[Block, ...]], str]
Change = Callable[..., Report]


@pytest.fixture
def written() -> Written:
    """Return what writes blocks so that no sentence is broken where it matters."""
    return _written


@pytest.fixture
def changed(report: Report) -> Change:
    """Return what gives the report with other findings of its challenge."""

    def with_(**findings: Any) -> Report:  # noqa: ANN401 - each finding has its type
        assert isinstance(report.challenge, Challenge)
        return replace(report, challenge=replace(report.challenge, **findings))

    return with_


def _written(blocks: tuple[Block, ...]) -> str:
    return " ".join(render(Page(blocks), 110, colour=False).split())
