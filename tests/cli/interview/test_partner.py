import io
import sys

import pytest

from advisor.cli.dialogue.partner import Dialogue
from advisor.cli.interview.partner import get_partner
from advisor.cli.interview.plain import PlainTerminal
from advisor.model.knowledge import Knowledge


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def _stand(monkeypatch: pytest.MonkeyPatch, **environment: str) -> None:
    """Stand at a terminal that can do everything but for what is in its environment."""
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(sys, "stderr", Terminal())
    monkeypatch.setenv("TERM", "xterm")
    for name in ("NO_COLOR", "ACCESSIBLE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)


def test_a_capable_terminal_gets_arrow_keys(
    monkeypatch: pytest.MonkeyPatch, knowledge: Knowledge
) -> None:
    monkeypatch.setattr(Dialogue, "__init__", lambda _self, _wording: None)
    _stand(monkeypatch)
    assert isinstance(get_partner(knowledge.wording, plain=False), Dialogue)


@pytest.mark.parametrize(
    "environment", [{"TERM": "dumb"}, {"NO_COLOR": "1"}, {"ACCESSIBLE": "1"}]
)
def test_the_environment_can_ask_for_plain_lines(
    environment: dict[str, str], monkeypatch: pytest.MonkeyPatch, knowledge: Knowledge
) -> None:
    _stand(monkeypatch, **environment)
    assert isinstance(get_partner(knowledge.wording, plain=False), PlainTerminal)


@pytest.mark.parametrize("stream", ["stdin", "stderr"])
def test_what_is_no_terminal_gets_plain_lines(
    stream: str, monkeypatch: pytest.MonkeyPatch, knowledge: Knowledge
) -> None:
    _stand(monkeypatch)
    monkeypatch.setattr(sys, stream, io.StringIO())
    assert isinstance(get_partner(knowledge.wording, plain=False), PlainTerminal)


def test_plain_lines_can_be_asked_for(
    monkeypatch: pytest.MonkeyPatch, knowledge: Knowledge
) -> None:
    _stand(monkeypatch)
    assert isinstance(get_partner(knowledge.wording, plain=True), PlainTerminal)
