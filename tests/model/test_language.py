import pytest

from advisor.model.language import Language, Plural, Wording


def test_a_message_is_said_with_what_it_names() -> None:
    wording = Wording(texts={"a.b": "{who} came", "a.c": "{kept} as it is"})
    assert wording("a.b", who="Ada") == "Ada came"
    assert wording("a.c") == "{kept} as it is"


def test_a_message_that_nobody_wrote_is_an_error() -> None:
    with pytest.raises(KeyError, match=r"a\.b"):
        Wording()("a.b")


@pytest.mark.parametrize(("count", "text"), [(1, "1 claim"), (0, "0 claims")])
def test_a_number_chooses_between_one_and_many(count: int, text: str) -> None:
    wording = Wording(texts={"a.b": Plural("{count} claim", "{count} claims")})
    assert wording("a.b", count=count) == text


@pytest.mark.parametrize(
    ("parts", "english", "translated"),
    [
        ([], "", ""),
        (["a"], "a", "a"),
        (["a", "b"], "a and b", "a 和 b"),
        (["a", "b", "c"], "a, b and c", "a、b 和 c"),
    ],
)
def test_words_are_joined_as_in_a_sentence(
    parts: list[str], english: str, translated: str, wording: Wording, chinese: Wording
) -> None:
    assert wording.listed(parts) == english
    assert chinese.listed(parts) == translated


def test_lists_without_and_and_lists_of_lists(
    wording: Wording, chinese: Wording
) -> None:
    assert wording.clauses([wording.series(["a", "b"]), "c"]) == "a, b; c"
    assert chinese.clauses([chinese.series(["a", "b"]), "c"]) == "a、b；c"


def test_a_title_inside_a_sentence_is_small_in_english_only(
    wording: Wording, chinese: Wording
) -> None:
    assert wording.inline("Python fit") == "python fit"
    assert chinese.inline("Python 融合度") == "Python 融合度"


@pytest.mark.parametrize(
    ("value", "text"),
    [("PyTorch", "选 PyTorch 吧"), ("它", "选它吧"), ("9%", "选 9% 吧"), ("", "选吧")],
)
def test_a_space_parts_chinese_from_latin(value: str, text: str) -> None:
    wording = Wording(Language.ZH, {"a.b": "选{it}吧"})
    assert wording("a.b", it=value) == text
    assert Wording(Language.EN, {"a.b": "选{it}吧"})("a.b", it="x") == "选x吧"


def test_what_is_put_into_a_chinese_message_stays_as_it_is() -> None:
    wording = Wording(Language.ZH, {"a.b": "已保存到{where}，共{share:.0%}"})
    assert wording("a.b", where="项目a.yaml", share=0.5) == (
        "已保存到项目a.yaml，共 50%"
    )
