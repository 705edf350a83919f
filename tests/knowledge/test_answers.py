import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.files.wording import printable
from advisor.knowledge.answers import nearest, read_answer, repeated, yes_or_no
from advisor.model.errors import InputError
from advisor.model.knowledge import Knowledge
from advisor.model.question import Answer, Kind, Option, Question

NONE, SERVER, PHONE = (Option(each, each) for each in ("none", "server", "phone"))


def question(type: Kind, *options: Option, pattern: str = "") -> Question:
    exclusive = ("none",) if NONE in options else ()
    return Question(
        "q", 1, "", "", "", type, options, exclusive, pattern=pattern, example="3.12"
    )


def problem(asked: Question, raw: str | list[str], knowledge: Knowledge) -> str:
    with pytest.raises(InputError) as caught:
        read_answer(asked, raw, knowledge)
    assert printable(str(caught.value))
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "answer"),
    [("no", False), ("No", False), ("false", False), ("yes", True), ("TRUE", True)],
)
def test_yes_and_no_are_booleans_for_a_yes_no_question(
    text: str, answer: bool, knowledge: Knowledge
) -> None:
    assert read_answer(question(Kind.YES_NO), text, knowledge) is answer
    assert yes_or_no(text) is answer


@pytest.mark.parametrize("text", ["", "on", "0", "1", "none", "nein"])
def test_nothing_else_is_a_boolean(text: str, knowledge: Knowledge) -> None:
    message = problem(question(Kind.YES_NO), text, knowledge)
    assert message == f"takes true or false, not {text!r}"


@pytest.mark.parametrize("type", [Kind.ONE, Kind.MANY])
@pytest.mark.parametrize("text", ["no", "No", "false", "off", "n", ""])
def test_a_no_where_none_is_an_option_asks_for_none(
    type: Kind, text: str, knowledge: Knowledge
) -> None:
    asked = question(type, SERVER, PHONE, NONE)
    assert problem(asked, text, knowledge) == (
        f"{text!r} is not an option; did you mean 'none'?"
    )


def test_a_no_where_none_is_no_option_lists_the_options(knowledge: Knowledge) -> None:
    assert problem(question(Kind.ONE, SERVER, PHONE), "no", knowledge) == (
        "'no' is not an option; valid are: phone, server"
    )


@pytest.mark.parametrize("text", ["no", "false", "off"])
def test_no_real_question_takes_a_no_for_none(text: str, knowledge: Knowledge) -> None:
    asked = [
        each
        for each in knowledge.questions.values()
        if "none" in {option.id for option in each.options}
    ]
    assert asked
    for each in asked:
        assert "'none'" in problem(each, text, knowledge)


@pytest.mark.parametrize(
    ("type", "raw", "answer"),
    [
        (Kind.ONE, "server", "server"),
        (Kind.MANY, "server", ("server",)),
        (Kind.MANY, ["server"], ("server",)),
        (Kind.MANY, ["server", "phone"], ("server", "phone")),
        (Kind.MANY, ["phone", "server"], ("phone", "server")),
        (Kind.MANY, "none", ("none",)),
    ],
)
def test_options_are_taken_in_the_order_given(
    type: Kind, raw: str | list[str], answer: Answer, knowledge: Knowledge
) -> None:
    assert read_answer(question(type, NONE, SERVER, PHONE), raw, knowledge) == answer


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ([], "is an empty list; leave the question out if you do not know"),
        (["server", "none"], "'none' cannot be combined with other answers"),
        (["server", "phone", "server"], "'server' is given twice"),
        (["sever"], "'sever' is not an option; did you mean 'server'?"),
        (["\x1b[31m"], r"'\x1b[31m' is not an option; valid are: none, phone, server"),
    ],
)
def test_a_wrong_list_says_what_is_wrong(
    raw: list[str], expected: str, knowledge: Knowledge
) -> None:
    asked = question(Kind.MANY, NONE, SERVER, PHONE)
    assert problem(asked, raw, knowledge) == expected


@pytest.mark.parametrize("type", [Kind.ONE, Kind.YES_NO, Kind.TEXT])
def test_one_answer_is_not_a_list(type: Kind, knowledge: Knowledge) -> None:
    message = problem(question(type, SERVER), ["server"], knowledge)
    assert message == "takes one answer, not a list"


def test_priorities_are_scored_criteria(knowledge: Knowledge) -> None:
    asked = question(Kind.CRITERIA)
    assert read_answer(asked, ["debugging"], knowledge) == ("debugging",)
    context = next(each.id for each in knowledge.criteria.values() if not each.scored)
    assert f"{context!r} is not an option" in problem(asked, [context], knowledge)


@pytest.mark.parametrize("text", ["3.10", "3.8"])
def test_a_text_that_fits_the_pattern_stays_as_written(
    text: str, knowledge: Knowledge
) -> None:
    assert read_answer(knowledge.questions["python-version"], text, knowledge) == text


@pytest.mark.parametrize(
    "text", ["3", "3.", "3.1.2", "3.10\n", "3.\uff11\uff10", " 3.10", ""]
)
def test_a_text_that_does_not_fit_is_refused_with_the_example(
    text: str, knowledge: Knowledge
) -> None:
    said = problem(knowledge.questions["python-version"], text, knowledge)
    assert "does not look like '3.12'" in said or "control" in said


@pytest.mark.parametrize("text", ["a\x1b[31m", "a\u202eb", "a\nb", "\0"])
def test_a_free_text_holds_no_control_characters(
    text: str, knowledge: Knowledge
) -> None:
    assert "remove it" in problem(question(Kind.TEXT), text, knowledge)


def test_a_very_long_answer_is_not_repeated_whole(knowledge: Knowledge) -> None:
    for type in (Kind.ONE, Kind.YES_NO, Kind.MANY):
        asked = question(type, SERVER)
        assert len(problem(asked, "x" * 1_000_000, knowledge)) < 200


def test_the_nearest_word_is_named_else_all_of_them() -> None:
    assert nearest("Pytroch", ["pytorch", "jax"]) == "; did you mean 'pytorch'?"
    assert nearest("zzz", ["pytorch", "jax"]) == "; valid are: jax, pytorch"
    assert nearest("zzz", []) == ""


def test_the_first_word_that_comes_again_is_the_repeated_one() -> None:
    assert repeated(["a", "b", "b", "a"]) == "b"
    assert repeated(["", ""]) == ""
    assert repeated(["a", "b"]) is None


@given(st.text(st.characters()) | st.lists(st.text(st.characters())))
def test_any_text_gives_an_answer_or_a_printable_message(
    knowledge: Knowledge, raw: str | list[str]
) -> None:
    for asked in [*knowledge.questions.values(), question(Kind.TEXT)]:
        message = ""
        try:
            read_answer(asked, raw, knowledge)
        except InputError as error:
            message = str(error)
        assert printable(message)


@given(st.data())
def test_every_choice_of_valid_options_is_an_answer(
    knowledge: Knowledge, data: st.DataObject
) -> None:
    asked = knowledge.questions["deployment-targets"]
    options = [each.id for each in asked.options if each.id not in asked.exclusive]
    raw = data.draw(st.lists(st.sampled_from(options), min_size=1, unique=True))
    assert read_answer(asked, raw, knowledge) == tuple(raw)
