import pytest

from advisor.model.words import listed


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "b", "c"], "a, b and c"),
    ],
)
def test_words_are_joined_as_in_a_sentence(parts: list[str], expected: str) -> None:
    assert listed(parts) == expected
