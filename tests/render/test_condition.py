import pytest

from advisor.model.condition import All, Any_, Condition, In, Includes, Is, Not
from advisor.model.language import Wording
from advisor.render.condition import condition_text

_GOAL = Is("goal", "research")
_SIZE = In("model-size", ("large", "frontier"))
_TARGETS = Includes("deployment-targets", ("ios", "android"))


@pytest.mark.parametrize(
    ("condition", "text"),
    [
        (_GOAL, "goal is research"),
        (_SIZE, "model-size is large or frontier"),
        (_TARGETS, "deployment-targets includes ios or android"),
        (All(()), "always"),
        (Any_(()), "never"),
        (Not(_GOAL), "not (goal is research)"),
        (All((_GOAL,)), "goal is research"),
        (
            All((_GOAL, Any_((_SIZE, _TARGETS)))),
            "goal is research and (model-size is large or frontier "
            "or deployment-targets includes ios or android)",
        ),
        (
            Any_((All((_GOAL, _SIZE)), _TARGETS)),
            "(goal is research and model-size is large or frontier) "
            "or deployment-targets includes ios or android",
        ),
    ],
)
def test_a_condition_reads_like_a_sentence(
    condition: Condition, text: str, wording: Wording
) -> None:
    assert condition_text(condition, wording) == text


def test_one_part_needs_no_brackets(wording: Wording) -> None:
    either = Any_((_GOAL, _GOAL))
    assert condition_text(All((either,)), wording) == condition_text(either, wording)


def test_a_condition_reads_like_a_sentence_in_chinese(chinese: Wording) -> None:
    condition = All((_GOAL, Not(_SIZE)))
    said = "goal 为 research 且 并非（model-size 为 large 或 frontier）"
    assert condition_text(condition, chinese) == said
