import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.model.knowledge import Knowledge
from advisor.model.question import Answer
from advisor.model.robustness import Cleared, Method, Noise, TippingPoint, Without
from advisor.render.page import Tone, phrase
from advisor.render.robustness.words import (
    method_name,
    noise_text,
    percent,
    setting,
    share,
    some,
    tipping_text,
    winner,
)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0%"),
        (0.004, "<1%"),
        (0.005, "<1%"),
        (0.126, "13%"),
        (0.9949, "99%"),
        (0.995, ">99%"),
        (1, "100%"),
        (0.1 + 0.2 + 0.7 - 1e-12, "100%"),
    ],
)
def test_only_all_is_a_hundred_per_cent_and_only_nothing_none(
    value: float, text: str
) -> None:
    assert share(value) == text


@given(st.floats(min_value=1e-6, max_value=1 - 1e-6))
def test_what_is_in_doubt_is_never_called_sure(value: float) -> None:
    assert share(value) not in {"100%", "0%"}


def test_a_weight_has_a_decimal_only_where_it_needs_one() -> None:
    assert [percent(each) for each in (0, 0.0041, 0.123, 0.4, 1)] == [
        *("0%", "0.4%", "12.3%", "40%", "100%")
    ]


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        ("research", "goal=research"),
        (True, "goal=true"),
        (("vision", "nlp"), "goal=vision,nlp"),
        (Cleared.CLEARED, "goal="),
    ],
)
def test_an_answer_is_written_as_the_command_line_takes_it(
    answer: Answer | Cleared, text: str
) -> None:
    assert setting("goal", answer) == text


def test_a_tipping_point_names_question_and_answer(small: Knowledge) -> None:
    point = TippingPoint(
        "beta", {"goal": "research", "cloud": Cleared.CLEARED}, 0.0512, 0
    )
    line = phrase(tipping_text(point, small))
    text = "".join(span.text for span in line)
    assert text == "Beta_2 would come first with goal=research, no answer to cloud"
    codes = [span.text for span in line if span.tone is Tone.CODE]
    assert codes == ["goal=research", "cloud"]


@pytest.mark.parametrize(
    ("others", "said"),
    [
        (1, "(one other set of as many answers does, too)"),
        (4, "(4 other sets of as many answers do, too)"),
    ],
)
def test_other_sets_of_as_many_changes_are_counted(
    others: int, said: str, small: Knowledge
) -> None:
    text = tipping_text(
        TippingPoint("beta", {"goal": "research"}, 0.0512, others), small
    )
    assert said in "".join(span.text for span in phrase(text))


def test_a_lead_that_is_a_tie_is_called_one(small: Knowledge) -> None:
    narrow = TippingPoint("beta", {"goal": "research"}, 0.02, 1)
    said = "".join(span.text for span in phrase(tipping_text(narrow, small)))
    assert "(so narrowly that it is a tie; one other set of as" in said


def test_every_method_has_a_name(small: Knowledge) -> None:
    names = [method_name(each, small.wording) for each in Method]
    assert len(set(names)) == len(Method)


def test_many_parts_are_named_in_part(small: Knowledge) -> None:
    assert some(["a", "b", "c"], 3, small.wording) == "a, b and c"
    assert some(["a", "b", "c", "d"], 2, small.wording) == "a, b and 2 more"


def test_where_nobody_is_left_nobody_is_named(small: Knowledge) -> None:
    assert winner(Without("s1", "", 0.0), small) == "nobody"


def test_a_lead_is_told_from_noise_by_its_floor(small: Knowledge) -> None:
    above = noise_text(Noise(2000, 0.3, 0.2, 0.01), small.wording)
    assert above.startswith("The lead of 0.300 stands out")
    within = noise_text(Noise(2000, 0.2, 0.2, 0.05), small.wording)
    assert within.startswith("The lead of 0.200 does not stand out")
    assert "in 5% of the tries" in within
    assert "That does not contradict the verdict" in within


def test_a_lead_that_chance_never_reached_says_never(small: Knowledge) -> None:
    never = noise_text(Noise(2000, 0.3, 0.2, 0.0), small.wording)
    assert never.endswith("only once in twenty, and never by as much as this.")
    rarely = noise_text(Noise(2000, 0.3, 0.2, 0.0005), small.wording)
    assert rarely.endswith("by as much as this in <1% of the tries.")
