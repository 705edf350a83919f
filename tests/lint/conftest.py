"""Breaking the real rule base on purpose, one record at a time."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from advisor.lint.checks import CHECKS
from advisor.model.knowledge import Knowledge


@pytest.fixture(scope="session")
def changed(knowledge: Knowledge) -> Callable[..., Knowledge]:
    """Return a function that replaces fields of one record of the real rule base."""

    # Any: whatever field a test is about.
    def change(family: str, id_: str, **fields: Any) -> Knowledge:  # noqa: ANN401
        records = getattr(knowledge, family)
        records_changed: dict[str, Any] = {
            family: {**records, id_: replace(records[id_], **fields)}
        }
        return replace(knowledge, **records_changed)

    return change


@pytest.fixture(scope="session")
def said() -> Callable[[str, Knowledge], str]:
    """Return a function that runs one check: subjects and messages, line by line."""

    def run(check: str, base: Knowledge) -> str:
        found = list(CHECKS[check](base))
        assert all(each.check == check and each.help for each in found)
        return "\n".join(f"{each.subject} {each.message}" for each in found)

    return run
