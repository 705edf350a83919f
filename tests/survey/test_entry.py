from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.knowledge.load import load
from advisor.model.knowledge import Knowledge
from advisor.model.language import Language
from advisor.model.profile import Profile
from advisor.model.question import Kind
from advisor.survey.choices import choices_of
from advisor.survey.entry import Typed, Wish, Wrong, read_entry
from advisor.survey.partner import Command, Form, Given, Prompt
from advisor.survey.prompts import name_prompt, question_prompt


def _prompt(knowledge: Knowledge, question_id: str) -> Prompt:
    question = knowledge.questions[question_id]
    return question_prompt(question, knowledge, Profile(), tuple)


def _read(knowledge: Knowledge, question_id: str, line: str) -> Typed:
    return read_entry(_prompt(knowledge, question_id), line, knowledge.wording)


def test_every_option_of_every_question_is_accepted_by_id_number_and_title(
    knowledge: Knowledge,
) -> None:
    for question in knowledge.interview():
        if question.type in (Kind.YES_NO, Kind.TEXT):
            continue
        for number, each in enumerate(choices_of(question, knowledge), 1):
            expected = Given((each.id,) if question.takes_many else each.id)
            for line in (each.id, str(number), each.title, f" {each.id.upper()} "):
                assert _read(knowledge, question.id, line) == expected, line


@pytest.mark.parametrize("line", ["y", "yes", "Y", "YES", "true"])
def test_yes_is_understood(line: str, knowledge: Knowledge) -> None:
    assert _read(knowledge, "hot-swap", line) == Given(answer=True)


@pytest.mark.parametrize("line", ["n", "no", "N", "false"])
def test_no_is_understood(line: str, knowledge: Knowledge) -> None:
    assert _read(knowledge, "hot-swap", line) == Given(answer=False)


@pytest.mark.parametrize(
    "line",
    [
        "1 3",
        "1,3",
        "1，3",
        "1、3",
        "\uff11 \uff13",
        "3, 1",
        "vision, 3",
        "vis, Large language models",
        "llm 1;1",
    ],
)
def test_several_answers_are_given_in_any_spelling(
    line: str, knowledge: Knowledge
) -> None:
    assert _read(knowledge, "domain", line) == Given(("vision", "llm"))


def test_priorities_keep_the_order_in_which_they_are_given(
    knowledge: Knowledge,
) -> None:
    expected = Given(("training-speed", "debugging", "inference-speed"))
    line = "training-sp debugging, Inference speed, debugging"
    assert _read(knowledge, "priorities", line) == expected


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("", Command.SKIP),
        ("   ", Command.SKIP),
        ("d", Command.DONT_KNOW),
        ("Don't know", Command.DONT_KNOW),
        ("b", Command.BACK),
        ("？", Wish.HELP),
        ("?", Wish.HELP),
        ("r", Command.REVIEW),
        ("s", Command.SKIP),
        ("l", Command.SIDE_LINE),
        ("q", Command.STOP),
    ],
)
def test_commands_are_understood_at_every_question(
    line: str, command: Command | Wish, knowledge: Knowledge
) -> None:
    for question in knowledge.interview():
        if line not in {each.id for each in choices_of(question, knowledge)}:
            assert _read(knowledge, question.id, line) is command, question.id


def test_the_whole_of_an_id_wins_over_a_command(knowledge: Knowledge) -> None:
    assert _read(knowledge, "development-languages", "r") == Given(("r",))
    assert _read(knowledge, "development-languages", "review") is Command.REVIEW


@pytest.mark.parametrize(
    ("question", "line", "hint"),
    [
        ("goal", "prodction", "did you mean 4 (Production)?"),
        ("goal", "9", "the numbers go from 1 to 4"),
        ("goal", "0", "the numbers go from 1 to 4"),
        ("goal", "1 2", "Only one answer"),
        ("goal", "zzz", "type a number from 1 to 4"),
        ("goal", "p", "production"),
        ("goal", "9" * 5000, "type a number from 1 to 4"),
        ("deployment-targets", "desktop", "desktop-windows or desktop-macos"),
        ("deployment-targets", "none server", "cannot be combined"),
        ("domain", ",", "type a number"),
        ("domain", "vision zzz", "'zzz'"),
        ("hot-swap", "maybe", "type y or n"),
        ("python-version", "2.7", "does not look like 3.12"),
    ],
)
def test_a_wrong_entry_gets_a_message_that_helps(
    question: str, line: str, hint: str, knowledge: Knowledge
) -> None:
    entry = _read(knowledge, question, line)
    assert isinstance(entry, Wrong)
    assert hint in entry.message
    assert len(entry.message) < 200


def test_an_exclusive_answer_may_be_given_twice_but_not_with_others(
    knowledge: Knowledge,
) -> None:
    assert _read(knowledge, "experience", "none 1") == Given(("none",))


@given(line=st.text())
def test_no_line_whatever_breaks_the_reader(line: str, knowledge: Knowledge) -> None:
    for question in knowledge.interview():
        assert isinstance(_read(knowledge, question.id, line), Typed)


def test_a_name_may_be_a_word_that_is_a_command_elsewhere(knowledge: Knowledge) -> None:
    wording = knowledge.wording
    prompt = name_prompt("shelf", wording)
    assert read_entry(prompt, "Back", wording) == Given("Back")
    assert read_entry(prompt, "q", wording) is Command.STOP
    assert read_entry(prompt, "", wording) == Given("shelf")
    assert read_entry(prompt, "x", wording) == Given("x")
    assert isinstance(read_entry(prompt, "d", wording), Wrong)
    assert isinstance(read_entry(prompt, "x" * 201, wording), Wrong)


def test_enter_gives_the_current_answer_again(knowledge: Knowledge) -> None:
    question = knowledge.questions["domain"]
    profile = Profile(answers={"domain": ("nlp", "vision")})
    prompt = question_prompt(question, knowledge, profile, tuple)
    assert read_entry(prompt, "", knowledge.wording) == Given(("nlp", "vision"))


def test_an_answer_is_needed_where_nothing_can_be_skipped(knowledge: Knowledge) -> None:
    entry = read_entry(Prompt("Title", Form.YES_NO), " ", knowledge.wording)
    assert isinstance(entry, Wrong)


def test_a_command_that_is_not_possible_here_is_refused_but_stop_never_is(
    knowledge: Knowledge,
) -> None:
    prompt = Prompt("Title", Form.YES_NO)
    assert isinstance(read_entry(prompt, "b", knowledge.wording), Wrong)
    assert read_entry(prompt, "q", knowledge.wording) is Command.STOP


@pytest.mark.parametrize(
    ("line", "entry"),
    [
        ("是", Given(answer=True)),
        ("y", Given(answer=True)),
        ("否", Given(answer=False)),
        ("不知道", Command.DONT_KNOW),
        ("返回", Command.BACK),
        ("？", Wish.HELP),
        ("d", Command.DONT_KNOW),
    ],
)
def test_chinese_words_are_understood_beside_the_latin_letters(
    line: str, entry: Typed
) -> None:
    root = Path(__file__).parents[2] / "knowledge"
    chinese = load([root], Language.ZH)
    assert _read(chinese, "hot-swap", line) == entry


def test_digits_of_other_scripts_are_refused_as_in_a_profile(
    knowledge: Knowledge,
) -> None:
    assert _read(knowledge, "python-version", "3.12") == Given("3.12")
    assert isinstance(_read(knowledge, "python-version", "3.\u0661\u0662"), Wrong)


@pytest.mark.parametrize(
    ("line", "picked"),
    [
        ("im", ("vision",)),
        ("images and v", ("vision",)),
        ("large, tab", ("llm", "tabular")),
        ("something", ("other",)),
    ],
)
def test_the_beginning_of_a_title_will_do(
    line: str, picked: tuple[str, ...], knowledge: Knowledge
) -> None:
    assert _read(knowledge, "domain", line) == Given(picked)


def test_a_beginning_that_two_titles_share_is_asked_again(knowledge: Knowledge) -> None:
    assert isinstance(_read(knowledge, "deployment-targets", "w"), Wrong)
    assert _read(knowledge, "deployment-targets", "we") == Given(("browser",))
