import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.model.knowledge import Knowledge
from advisor.model.question import Kind
from advisor.survey.choices import choices_of
from advisor.survey.entry import (
    Command,
    Entry,
    Given,
    Wrong,
    read_command,
    read_entry,
)


def _read(knowledge: Knowledge, question_id: str, line: str) -> Entry:
    question = knowledge.questions[question_id]
    return read_entry(question, choices_of(question, knowledge), line)


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
    ["1 3", "1,3", "3, 1", "vision, 3", "vis, Large language models", "llm 1;1"],
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
        ("?", Command.HELP),
        ("q", Command.STOP),
    ],
)
def test_commands_are_understood_at_every_question(
    line: str, command: Command, knowledge: Knowledge
) -> None:
    for question in knowledge.interview():
        assert _read(knowledge, question.id, line) is command, question.id


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
        assert isinstance(_read(knowledge, question.id, line), Given | Command | Wrong)


def test_a_name_may_be_a_word_that_is_a_command_elsewhere() -> None:
    assert read_command("Back") is None
    assert read_command("q") is Command.STOP
    assert read_command("") is Command.SKIP
    assert read_command("x") is None


def test_digits_of_other_scripts_are_refused_as_in_a_profile(
    knowledge: Knowledge,
) -> None:
    assert _read(knowledge, "python-version", "3.12") == Given("3.12")
    assert isinstance(_read(knowledge, "python-version", "3.\u0661\u0662"), Wrong)
