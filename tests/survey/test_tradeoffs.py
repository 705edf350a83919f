from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.engine.importance import Comparisons, importance
from advisor.knowledge.load import load
from advisor.model.knowledge import Knowledge
from advisor.model.language import Language
from advisor.model.question import Answer
from advisor.survey.lines import Line
from advisor.survey.partner import Command, Form, Given, Prompt
from advisor.survey.tradeoffs import elicit

Weights = Mapping[str, float] | Command | None
Reply = Answer | Command | type[KeyboardInterrupt]
BACK, STOP = Command.BACK, Command.STOP

THREE = ("debugging", "security", "documentation")
# Debugging matters most, documentation least: 6 × directly, 2 × 3 by way of security.
AGREEING: tuple[Reply, ...] = (THREE, "debugging", "documentation", "2", "6", "3")
WEIGHTS = {"debugging": 6, "security": 3, "documentation": 1}
# 2 × 2 by way of security, 8 × directly.
CONTRADICTING: tuple[Reply, ...] = (THREE, "debugging", "documentation", "2", "8", "2")


class Scripted:
    """A partner with prepared replies, who insists that each of them is possible."""

    def __init__(self, replies: Iterable[Reply]) -> None:
        self._replies = iter(replies)
        self.asked: list[Prompt] = []
        self.heard: list[str] = []

    def say(self, lines: Iterable[Line]) -> None:
        self.heard += [line.text for line in lines]

    def ask(self, prompt: Prompt) -> Given | Command:
        self.asked.append(prompt)
        reply = next(self._replies)
        if isinstance(reply, Command):
            assert reply in prompt.commands
            return reply
        if isinstance(reply, type):
            raise reply
        picked = reply if isinstance(reply, tuple) else (reply,)
        assert {each.id for each in prompt.choices} >= {*picked}
        assert isinstance(reply, tuple) == (prompt.form is Form.MANY)
        return Given(reply)

    @property
    def text(self) -> str:
        return "\n".join(self.heard)


class Contented(Scripted):
    """A partner who leaves everything as it is once the replies are used up."""

    def ask(self, prompt: Prompt) -> Given | Command:
        try:
            return super().ask(prompt)
        except StopIteration:
            assert prompt.current is not None
            return Given(prompt.current)


Talk = Callable[..., tuple[Weights, Scripted]]


@pytest.fixture(scope="session")
def talk(knowledge: Knowledge) -> Talk:
    def hold(
        *replies: Reply,
        present: Mapping[str, float] | None = None,
        suggested: tuple[str, ...] = THREE,
        partner: type[Scripted] = Scripted,
    ) -> tuple[Weights, Scripted]:
        other = partner(replies)
        return elicit(knowledge, suggested, present or {}, other), other

    return hold


def test_comparisons_become_raw_importance_with_a_first_priority_in_front(
    talk: Talk, knowledge: Knowledge
) -> None:
    found, _ = talk(*AGREEING, "take")
    assert found == WEIGHTS
    assert max(WEIGHTS.values()) == knowledge.constants.priorities.at(0)


def test_what_comes_first_does_not_lose_what_the_answers_give_it(
    talk: Talk, knowledge: Knowledge
) -> None:
    first = knowledge.constants.priorities.at(0)
    present = {THREE[0]: 2 * first, "maturity": 9 * first}
    found, _ = talk(*AGREEING, "take", present=present)
    assert found == {each: 2 * weight for each, weight in WEIGHTS.items()}


@pytest.mark.parametrize("count", [0, 1, 2])
def test_too_few_suggestions_are_not_preselected(talk: Talk, count: int) -> None:
    _, partner = talk(STOP, suggested=THREE[:count])
    assert partner.asked[0].current is None


def test_it_begins_with_what_happens_and_how_many_questions_follow(talk: Talk) -> None:
    _, partner = talk(STOP)
    assert "3 to 7 criteria" in partner.text
    assert "3 short questions for 3 criteria, 11 for 7" in partner.text


def test_the_suggested_criteria_are_preselected_up_to_seven(
    talk: Talk, knowledge: Knowledge
) -> None:
    many = tuple(each.id for each in knowledge.scored())[:9]
    _, partner = talk(STOP, suggested=many)
    (prompt,) = partner.asked
    assert prompt.current == many[:7]
    assert {each.id for each in prompt.choices} == {
        each.id for each in knowledge.scored()
    }
    assert tuple(each.id for each in prompt.choices[:7]) == many[:7]
    assert [each.heading == "Suggested" for each in prompt.choices[6:8]] == [
        True,
        False,
    ]


@pytest.mark.parametrize("count", [0, 2, 8])
def test_another_number_of_criteria_is_asked_again_with_what_was_chosen(
    talk: Talk, knowledge: Knowledge, count: int
) -> None:
    picked = tuple(each.id for each in knowledge.scored())[:count]
    found, partner = talk(picked, *AGREEING, "take")
    assert f"these are {count}" in partner.text
    assert partner.asked[1].current == (picked or None)
    assert found == WEIGHTS


def test_for_n_criteria_2n_minus_3_comparisons_are_asked_and_counted(
    talk: Talk,
) -> None:
    five = (*THREE, "maturity", "flexibility")
    replies = (five, "maturity", "security", *("2",) * 7, "leave")
    _, partner = talk(*replies)
    headings = [each.heading for each in partner.asked[3:-1]]
    assert headings == [f"Comparison {place} of 7" for place in range(1, 8)]
    titles = [each.title for each in partner.asked[3:-1]]
    assert all('"Maturity" than' in each for each in titles[:4])
    assert all('than "Security"' in each for each in titles[4:])


def test_the_best_cannot_be_the_worst_as_well(talk: Talk) -> None:
    _, partner = talk(THREE, "debugging", STOP)
    assert [each.id for each in partner.asked[2].choices] == [
        "security",
        "documentation",
    ]


def test_a_comparison_offers_nine_steps_whose_place_is_their_value(talk: Talk) -> None:
    _, partner = talk(*AGREEING, STOP)
    steps = partner.asked[3].choices
    assert [each.id for each in steps] == [str(times) for times in range(1, 10)]
    assert len({each.title for each in steps}) == 9


def test_why_explains_the_two_criteria_of_a_comparison(
    talk: Talk, knowledge: Knowledge
) -> None:
    _, partner = talk(*AGREEING, STOP)
    shown = [line.text for line in partner.asked[3].why()]
    assert knowledge.criteria["debugging"].definition in shown
    assert knowledge.criteria["security"].definition in shown
    assert knowledge.criteria["documentation"].definition not in shown


def test_the_result_shows_the_weights_from_high_to_low_with_bars(talk: Talk) -> None:
    _, partner = talk(*AGREEING, STOP)
    rows = [each for each in partner.heard if "#" in each]
    assert rows == [
        f" 60%  {'#' * 20}  Debugging",
        f" 30%  {'#' * 10}{' ' * 10}  Security",
        f" 10%  {'#' * 3}{' ' * 17}  Documentation",
    ]


def test_full_agreement_is_said_and_nothing_is_offered_again(talk: Talk) -> None:
    _, partner = talk(*AGREEING, STOP)
    assert "comparisons agree with each other" in partner.text
    assert [each.id for each in partner.asked[-1].choices] == ["take", "leave"]


def test_a_small_difference_is_said_and_nothing_is_offered_again(talk: Talk) -> None:
    _, partner = talk(THREE, "debugging", "documentation", "2", "7", "3", STOP)
    assert "comparisons mostly agree" in partner.text
    assert [each.id for each in partner.asked[-1].choices] == ["take", "leave"]


def test_a_contradiction_is_said_in_the_words_of_the_comparisons(talk: Talk) -> None:
    _, partner = talk(*CONTRADICTING, STOP)
    assert partner.heard[-1] == (
        "Your comparisons contradict each other. "
        'You said that "Debugging" is 2 × as important as "Security" '
        'and that "Security" is 2 × as important as "Documentation", '
        "which makes 4 × in all, "
        'but also that "Debugging" is 8 × as important as "Documentation".'
    )
    choices = [each.id for each in partner.asked[-1].choices]
    assert choices == ["again", "take", "leave"]


def test_a_contradiction_between_equals_is_said_without_a_number(talk: Talk) -> None:
    _, partner = talk(THREE, "debugging", "documentation", "1", "8", "1", STOP)
    assert '"Debugging" is as important as "Security"' in partner.heard[-1]


def test_contradicting_comparisons_can_be_taken_as_they_are(talk: Talk) -> None:
    found, _ = talk(*CONTRADICTING, "take")
    said = Comparisons(
        "debugging",
        "documentation",
        {"security": 2, "documentation": 8},
        {"security": 2},
    )
    assert found == pytest.approx(importance(said, 6), abs=0.005)


def test_the_contradicting_comparisons_are_asked_again_with_their_answers(
    talk: Talk,
) -> None:
    found, partner = talk(*CONTRADICTING, "again", "2", "3", "6", "take")
    again = partner.asked[-4:-1]
    assert [each.current for each in again] == ["2", "2", "8"]
    assert {each.heading for each in again} == {"Asked once more"}
    assert found == WEIGHTS
    assert partner.text.count("contradict") == 1


def test_only_the_worst_contradiction_of_several_is_asked_again(talk: Talk) -> None:
    four = (*THREE, "maturity")
    best = ("5", "9", "9")  # security, documentation, maturity
    worst = ("2", "9")  # security, maturity
    _, partner = talk(four, "debugging", "documentation", *best, *worst, "again", STOP)
    assert partner.asked[-1].title == (
        'How much more important is "Debugging" than "Maturity"?'
    )


def test_asking_again_can_be_repeated(talk: Talk) -> None:
    replies = (*CONTRADICTING, "again", "2", "2", "9", "again", "2", "3", "6", "take")
    assert talk(*replies)[0] == WEIGHTS


def test_back_from_what_is_asked_again_leads_to_the_result(talk: Talk) -> None:
    found, partner = talk(*CONTRADICTING, "again", BACK, "take")
    assert found is not None
    assert partner.text.count("contradict") == 2


@pytest.mark.parametrize("place", range(1, len(AGREEING) + 1))
def test_back_asks_the_step_before_with_its_answer(talk: Talk, place: int) -> None:
    found, partner = talk(*AGREEING[:place], BACK, *AGREEING[place - 1 :], "take")
    before = partner.asked[place + 1]
    assert before.title == partner.asked[place - 1].title
    assert before.current == AGREEING[place - 1]
    assert found == WEIGHTS


@pytest.mark.parametrize("place", range(len(AGREEING) + 1))
def test_back_all_the_way_leads_out_without_weights(talk: Talk, place: int) -> None:
    found, _ = talk(*AGREEING[:place], *(BACK,) * (place + 1))
    assert found is None


@pytest.mark.parametrize("place", range(len(AGREEING) + 1))
def test_stopping_is_handed_on(talk: Talk, place: int) -> None:
    found, partner = talk(*AGREEING[:place], STOP)
    assert found is STOP
    assert len(partner.asked) == place + 1


@pytest.mark.parametrize("place", range(4))
def test_stopping_what_is_asked_again_is_handed_on(talk: Talk, place: int) -> None:
    replies = (*CONTRADICTING, "again", *("2", "3", "6")[:place])
    assert talk(*replies, STOP)[0] is STOP


def test_breaking_off_ends_more_than_the_comparisons(talk: Talk) -> None:
    with pytest.raises(KeyboardInterrupt):
        talk(*AGREEING, KeyboardInterrupt)


def test_the_result_can_be_declined(talk: Talk) -> None:
    assert talk(*AGREEING, "leave")[0] is None


def test_answers_are_kept_where_another_choice_of_criteria_leaves_them_their_sense(
    talk: Talk,
) -> None:
    four = (*THREE, "maturity")
    found, partner = talk(
        *AGREEING,
        *(BACK,) * len(AGREEING),
        four,
        *("debugging", "documentation", "2", "6", "2", "3", "3"),
        "take",
    )
    known = {each.title: each.current for each in partner.asked[-6:-1]}
    assert list(known.values()) == ["2", "6", None, "3", None]
    assert found == {**WEIGHTS, "maturity": 3}


def test_the_worst_is_asked_anew_when_it_has_become_the_best(talk: Talk) -> None:
    _, partner = talk(
        THREE, "debugging", "documentation", BACK, BACK, "documentation", STOP
    )
    assert partner.asked[-1].current is None


@given(st.lists(st.sampled_from([BACK, "forth"]), max_size=30))
def test_however_one_goes_back_and_forth_the_same_answers_give_the_same_weights(
    talk: Talk, moves: list[Command | str]
) -> None:
    place, replies = 0, list[Reply]()
    for move in moves:
        if move is BACK and place > 0:
            place -= 1
            replies.append(BACK)
        elif move is not BACK and place < len(AGREEING):
            replies.append(AGREEING[place])
            place += 1
    found, _ = talk(*replies, *AGREEING[place:], partner=Contented)
    assert found == WEIGHTS


def test_the_whole_talk_can_be_held_in_chinese() -> None:
    roots = [Path(__file__).parents[2] / "knowledge"]
    chinese = load(roots, language=Language.ZH)
    partner = Scripted((*CONTRADICTING, STOP))
    assert elicit(chinese, THREE, {}, partner) is STOP
    assert "互相矛盾" in partner.heard[-1]
    assert "的 8 倍" in partner.heard[-1]
