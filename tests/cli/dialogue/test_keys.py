from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.cli.dialogue.keys import LETTERS, Aside, Key, Step, pressed
from advisor.cli.dialogue.state import State, begin
from advisor.survey.partner import Command, Form, Given
from tests.cli.dialogue.asking import COMMON, CRITERIA, GOALS, MANY, PLACES

EVERY = frozenset(Command)
ONE = begin(Form.ONE, GOALS)
LONG = begin(Form.ONE, PLACES)
SEVERAL = begin(Form.MANY, PLACES, ("none",))
SHORT = begin(Form.MANY, GOALS)
ORDERED = begin(Form.ORDERED, CRITERIA)
YES_NO = begin(Form.YES_NO, GOALS[:2])

any_key = st.one_of(st.sampled_from(Key), st.characters(codec="utf-8"))


def after(state: State, *keys: Key | str, commands: frozenset[Command] = EVERY) -> Step:
    step: Step = state
    for key in keys:
        assert isinstance(step, State), f"{key} comes after the end"
        step = pressed(step, key, commands, page=5)
    return step


def marked(step: Step) -> tuple[str, ...]:
    assert isinstance(step, State)
    return step.marked


@given(
    st.sampled_from([ONE, LONG, SEVERAL, SHORT, ORDERED, YES_NO]),
    st.frozensets(st.sampled_from(Command)),
    st.lists(any_key),
)
def test_only_commands_that_are_possible_come_out(
    state: State, commands: frozenset[Command], keys: list[Key | str]
) -> None:
    step: Step = state
    for key in keys:
        if not isinstance(step, State):
            break
        step = pressed(step, key, commands, page=5)
    if isinstance(step, Command):
        assert step in commands


@given(st.sampled_from([LONG, SEVERAL, ORDERED]), st.text("abdhjklnqrsy?/19"))
def test_no_letter_is_a_command_while_it_is_searched_for(
    state: State, text: str
) -> None:
    step = after(state, "/", *text)
    assert isinstance(step, State)
    assert step.query == text


@pytest.mark.parametrize("command", LETTERS)
def test_a_command_has_its_letter_in_either_case(command: Command) -> None:
    letter = LETTERS[command]
    assert after(ONE, letter) is command
    assert after(ONE, letter.upper()) is command
    assert after(ONE, letter, commands=EVERY - {command}) == ONE


def test_every_command_has_a_letter_of_its_own() -> None:
    assert set(LETTERS) == set(Command)
    assert len(set(LETTERS.values())) == len(LETTERS)


@pytest.mark.parametrize("sign", ["?", "？"])
def test_a_question_mark_of_any_width_asks_why(sign: str) -> None:
    assert after(ONE, sign) is Aside.WHY


def test_enter_picks_what_is_pointed_at() -> None:
    assert after(ONE, Key.ENTER) == Given("learning")
    assert after(ONE, Key.DOWN, "j", "k", Key.ENTER) == Given("research")
    assert after(ONE, Key.END, Key.ENTER) == Given("production")
    assert after(LONG, Key.PAGE_DOWN, Key.ENTER) == Given("browser")
    assert after(LONG, Key.END, Key.HOME, Key.ENTER) == Given("none")


def test_a_digit_picks_from_a_short_list() -> None:
    assert after(ONE, "3") == Given("prototype")
    assert after(ONE, "\uff13") == Given("prototype")
    assert after(ONE, "5") == ONE
    assert after(ONE, "0") == ONE


def test_a_digit_means_nothing_in_a_long_list_or_where_the_order_counts() -> None:
    assert after(LONG, "3") == LONG
    short = begin(Form.ORDERED, GOALS)
    assert after(short, "3") == short


def test_a_digit_marks_where_several_can_be() -> None:
    assert marked(after(SHORT, "3", "1")) == ("prototype", "learning")


@pytest.mark.parametrize(
    ("key", "answer"), [("y", True), ("N", False), ("\uff59", True)]
)
def test_y_and_n_answer(key: str, answer: bool) -> None:
    assert after(begin(Form.YES_NO, GOALS[:2]), key) == Given(answer)


def test_space_marks_and_enter_confirms_in_the_order_of_the_list() -> None:
    keys = (Key.END, " ", Key.UP, " ")
    assert after(SEVERAL, *keys, Key.ENTER) == Given(("node", "hpc"))
    assert after(SEVERAL, *keys, Key.HOME, " ", Key.ENTER) == Given(("none",))


def test_the_order_of_marking_is_the_answer_where_the_order_counts() -> None:
    step = after(ORDERED, Key.DOWN, " ", Key.UP, " ", Key.ENTER)
    assert step == Given(("speed-2", "speed-1"))


def test_enter_with_nothing_marked_warns_and_then_skips() -> None:
    warned = after(SEVERAL, Key.ENTER)
    assert warned == replace(SEVERAL, warned=True)
    assert after(SEVERAL, Key.ENTER, Key.ENTER) is Command.SKIP


def test_enter_with_nothing_marked_never_skips_where_that_is_not_possible() -> None:
    step = after(SEVERAL, *[Key.ENTER] * 3, commands=frozenset())
    assert step == replace(SEVERAL, warned=True)


def test_another_key_takes_the_warning_back() -> None:
    step = after(SEVERAL, Key.ENTER, Key.DOWN, Key.ENTER)
    assert step == replace(SEVERAL, cursor=1, warned=True)


def test_a_search_ends_with_a_choice_in_a_list_of_one() -> None:
    assert after(LONG, "/", *"web", Key.ENTER) == Given("browser")
    assert isinstance(after(LONG, "/", *"zzz", Key.ENTER), State)


def test_a_search_among_several_marks_with_space_and_ends_with_enter() -> None:
    step = after(SEVERAL, "/", *"mac", " ", Key.ENTER)
    assert isinstance(step, State)
    assert (step.query, step.marked, step.cursor) == (None, ("macos",), 7)
    assert len(step.shown) == len(PLACES)


def test_space_is_searched_for_where_one_is_picked() -> None:
    assert after(LONG, "/", *"our own", Key.ENTER) == Given("server")


@pytest.mark.parametrize(
    "keys", [(Key.ESCAPE,), (Key.BACKSPACE, Key.BACKSPACE), (Key.ESCAPE, Key.ESCAPE)]
)
def test_a_search_can_be_given_up(keys: tuple[Key, ...]) -> None:
    step = after(LONG, "/", "e", *keys)
    assert isinstance(step, State)
    assert step.query is None
    assert len(step.shown) == len(PLACES)


def test_backspace_takes_the_last_letter_of_the_search() -> None:
    step = after(LONG, "/", *"webx", Key.BACKSPACE)
    assert isinstance(step, State)
    assert step.query == "web"


def test_keys_without_a_meaning_change_nothing() -> None:
    for key in ("x", "é", Key.TAB, Key.BACKSPACE, Key.ESCAPE, " "):
        assert after(ONE, key) == ONE


def test_the_prompts_of_these_tests_allow_every_command() -> None:
    assert COMMON.commands == MANY.commands == EVERY


def test_enter_marks_what_a_search_in_several_has_found() -> None:
    found = after(SEVERAL, "/", *"web", Key.ENTER)
    assert isinstance(found, State)
    assert (found.marked, found.query) == (("browser",), None)
    by_hand = after(SEVERAL, "/", *"desktop", " ", Key.DOWN, Key.ENTER)
    assert isinstance(by_hand, State)
    assert len(by_hand.marked) == 1
    assert after(SEVERAL, "/", Key.ENTER) == SEVERAL


def test_a_search_is_possible_in_short_lists_too() -> None:
    assert after(ONE, "/", *"prod", Key.ENTER) == Given("production")
