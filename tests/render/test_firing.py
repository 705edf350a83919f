from dataclasses import replace

import pytest

from advisor.model.condition import In, Includes, Is, Test
from advisor.model.knowledge import Knowledge
from advisor.model.language import Wording
from advisor.model.question import Answer
from advisor.model.report import NearMiss, Report, Unmet
from advisor.model.rule import Effects, Exclude, Screen
from advisor.render.firing import demand_text, effects_text, nearly_section, shown
from advisor.render.page import Page
from advisor.render.terminal import render


@pytest.mark.parametrize(
    ("answer", "expected"),
    [(True, "true"), (False, "false"), ("a", "a"), (("a", "b"), "[a, b]")],
)
def test_an_answer_is_shown_as_it_is_written(answer: Answer, expected: str) -> None:
    assert shown(answer) == expected


@pytest.mark.parametrize(
    ("effects", "expected"),
    [
        (Effects(), "changes no weight"),
        (Effects(raise_={"a": 1.5, "b": 2.0}), "a +1.5; b +2"),
        (Effects(enough={"a": 0.7}), "0.7 is enough on a"),
        (Effects(derive=("flag",)), "sets flag"),
        (Effects(exclude=Exclude(Screen.VENDOR)), "excludes by vendor"),
        (Effects(raise_={"a": 1.0}, derive=("flag",)), "a +1; sets flag"),
    ],
)
def test_effects_are_put_into_words(
    effects: Effects, expected: str, wording: Wording
) -> None:
    assert effects_text(effects, wording) == expected


def near(report: Report, knowledge: Knowledge) -> str:
    text = render(Page(nearly_section(report, knowledge)), 110, colour=False)
    return " ".join(text.split())


def test_a_rule_that_nearly_fired_tells_the_test_and_what_it_would_have_done(
    report: Report, small: Knowledge
) -> None:
    assert near(report, small) == (
        "Rules that nearly fired Answered otherwise. With this single test true, the "
        "rule fires: • goal - goal is research: A product must be fast (wants-speed); "
        "speed +3"
    )


def test_what_is_not_answered_stands_apart_and_under_its_fact(
    report: Report, small: Knowledge
) -> None:
    misses = (
        NearMiss("wants-speed", Unmet(Is("latency", "low"), known=False)),
        NearMiss("gone", Unmet(Is("goal", "a"), known=False)),
        NearMiss("wants-speed", Unmet(Is("goal", "b"), known=False)),
    )
    text = near(replace(report, near_misses=misses), small)
    assert "Not answered." in text
    assert "Answered otherwise." not in text
    assert text.index("• goal") < text.index("goal is a") < text.index("goal is b")
    assert text.index("goal is b") < text.index("• latency")


@pytest.mark.parametrize(
    ("test", "negated", "expected"),
    [
        (Is("q", "a"), False, "q is a"),
        (Is("q", "a"), True, "not (q is a)"),
        (Is("q", ""), True, "q is answered"),
        (In("q", tuple("abcd")), False, "q is a or b or c or d"),
        (
            Includes("q", tuple("abcdef")),
            False,
            "q includes a or b or c or d or 2 more",
        ),
    ],
)
def test_of_a_test_with_many_values_only_the_first_are_named(
    test: Test, negated: bool, expected: str, wording: Wording
) -> None:
    assert demand_text(test, wording, negated=negated) == expected
