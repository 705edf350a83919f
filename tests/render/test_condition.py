import pytest

from advisor.model.condition import All, Any_, Condition, In, Includes, Is, Not
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
def test_a_condition_reads_like_a_sentence(condition: Condition, text: str) -> None:
    assert condition_text(condition) == text


def test_one_part_needs_no_brackets() -> None:
    assert condition_text(All((Any_((_GOAL, _GOAL)),))) == condition_text(
        Any_((_GOAL, _GOAL))
    )
