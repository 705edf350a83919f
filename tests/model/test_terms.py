import pytest

from advisor.model.evidence import SourceKind
from advisor.model.language import Wording
from advisor.model.path import Maturity
from advisor.model.performance import FADED, Gap
from advisor.model.system import Level
from advisor.model.terms import TERMS, gap_reason, term


def test_every_member_of_every_set_has_a_word(
    wording: Wording, chinese: Wording
) -> None:
    for members in TERMS:
        for each in members:
            assert term(each, wording)
            assert term(each, chinese) != term(each, wording)


def test_members_of_the_same_spelling_are_told_apart(chinese: Wording) -> None:
    assert term(Level.COMMUNITY, chinese) == "社区支持"
    assert term(Maturity.PREVIEW, chinese) == "预览"
    assert term(SourceKind.DOCUMENT, chinese) == "文档"


@pytest.mark.parametrize(
    ("gap", "reason"),
    [
        (Gap("nobody measured it"), "nobody measured it"),
        (FADED, "what was said of it is too old to count"),
    ],
)
def test_a_gap_says_why_nobody_knows(gap: Gap, reason: str, wording: Wording) -> None:
    assert gap_reason(gap, wording) == reason
