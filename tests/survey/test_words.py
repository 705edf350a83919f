import pytest

from advisor.model.knowledge import Knowledge
from advisor.model.outlook import Outlook, Settlement
from advisor.model.question import Answer
from advisor.survey.words import leader_line, names, percent, said_at

OPEN, PROVED = Settlement.OPEN, Settlement.PROVED


@pytest.mark.parametrize(
    ("question", "answer", "words"),
    [
        ("goal", "research", "Research"),
        ("domain", ("vision", "nlp"), "Images and video, Text"),
        ("hot-swap", True, "Yes"),
        ("hot-swap", False, "No"),
        ("python-version", "3.12", "3.12"),
        (
            "priorities",
            ("training-speed", "debugging"),
            "Training speed, then Debugging",
        ),
        ("goal", "gone", "gone"),
    ],
)
def test_an_answer_is_told_in_the_words_of_the_question(
    question: str, answer: Answer, words: str, knowledge: Knowledge
) -> None:
    assert said_at(knowledge.questions[question], answer, knowledge) == words


def test_frameworks_are_told_by_name(knowledge: Knowledge) -> None:
    assert names(["pytorch"], knowledge) == "PyTorch"
    assert names(["pytorch", "jax"], knowledge) == "PyTorch and JAX"
    assert names(["pytorch", "jax", "keras"], knowledge) == "PyTorch, JAX and Keras"


@pytest.mark.parametrize(
    ("outlook", "line"),
    [
        (
            Outlook("pytorch", ("pytorch",), OPEN, 0.719, 0.719),
            "So far: PyTorch, 71 % settled",
        ),
        (
            Outlook("pytorch", ("pytorch",), OPEN, 0.124, 0.97),
            "So far: PyTorch, 97 % settled; with its paths, 12 %",
        ),
        (
            Outlook("pytorch", ("pytorch",), PROVED, 1.0, 1.0),
            "So far: PyTorch, settled",
        ),
        (
            Outlook("pytorch", ("pytorch", "jax"), OPEN, 0.4, 0.4),
            "So far: PyTorch and JAX level, 40 % settled",
        ),
        (
            Outlook("pytorch", ("pytorch", "jax"), PROVED, 1.0, 1.0),
            "So far: PyTorch and JAX level, settled",
        ),
        (Outlook("", (), OPEN, 0.2, 0.2), "So far: nobody; too little is known"),
    ],
)
def test_the_side_line_says_who_leads(
    outlook: Outlook, line: str, knowledge: Knowledge
) -> None:
    assert leader_line(outlook, knowledge) == line


@pytest.mark.parametrize(
    ("settled", "settlement", "whole"),
    [(0.0, OPEN, 0), (0.29, OPEN, 29), (0.949, OPEN, 94), (1.0, OPEN, 99), (1.0, PROVED, 100)],
)  # fmt: skip
def test_only_a_proof_is_called_a_hundred_per_cent(
    settled: float, settlement: Settlement, whole: int
) -> None:
    assert percent(Outlook("a", ("a",), settlement, settled, settled)) == whole
