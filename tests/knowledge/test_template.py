import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from advisor.knowledge.profiles import read_profile
from advisor.knowledge.template import example_profile, example_titles, template
from advisor.model.criterion import Role
from advisor.model.errors import InputError
from advisor.model.knowledge import Knowledge
from advisor.model.question import Kind, Option

SETTING = re.compile(r"^# (as-of|weights|allow-retired):")


def taken(lines: list[str], number: int) -> str:
    """Return the text with the # taken away from one line."""
    own = lines[number].replace("# ", "", 1)
    return "\n".join([*lines[:number], own, *lines[number + 1 :]])


def answer_lines(knowledge: Knowledge) -> dict[str, int]:
    """Return the number of the commented line of each question."""
    lines = template(knowledge).splitlines()
    return {
        question: number
        for question in knowledge.questions
        for number, line in enumerate(lines)
        if line.startswith(f"  # {question}: ")
    }


def test_the_template_is_valid_as_it_is(knowledge: Knowledge) -> None:
    profile = read_profile(template(knowledge), "template", knowledge)
    assert profile.answers == {}
    assert profile.project == "my-project"


def test_every_question_has_exactly_one_line(knowledge: Knowledge) -> None:
    text = template(knowledge)
    for question in knowledge.questions:
        assert text.count(f"\n  # {question}: ") == 1, question


def test_every_answer_can_be_taken_singly(knowledge: Knowledge) -> None:
    lines = template(knowledge).splitlines()
    for question, number in answer_lines(knowledge).items():
        profile = read_profile(taken(lines, number), "template", knowledge)
        assert set(profile.answers) == {question}


def test_all_answers_can_be_taken_together(knowledge: Knowledge) -> None:
    lines = template(knowledge).splitlines()
    for number in answer_lines(knowledge).values():
        lines = taken(lines, number).splitlines()
    profile = read_profile("\n".join(lines), "template", knowledge)
    assert set(profile.answers) == set(knowledge.questions)


def test_every_setting_can_be_taken_singly(knowledge: Knowledge) -> None:
    lines = template(knowledge).splitlines()
    numbers = [n for n, line in enumerate(lines) if SETTING.match(line)]
    assert len(numbers) == 3
    profiles = [read_profile(taken(lines, n), "here", knowledge) for n in numbers]
    assert [each.as_of is not None for each in profiles] == [True, False, False]
    assert [bool(each.weights) for each in profiles] == [False, True, False]
    assert [each.allow_retired for each in profiles] == [False, False, True]


def test_the_gate_can_be_taken_as_a_whole(knowledge: Knowledge) -> None:
    lines = template(knowledge).splitlines()
    start = lines.index("# gate:")
    taken_away = [each.removeprefix("# ") for each in lines[start:]]
    text = "\n".join([*lines[:start], *taken_away])
    gate = read_profile(text, "template", knowledge).gate
    assert (gate.framework, gate.margin) == ("pytorch", 0.05)
    assert [each.about for each in gate.exceptions] == ["browser"]


def test_every_option_of_a_question_is_named(knowledge: Knowledge) -> None:
    words = set(re.findall(r"[\w-]+", template(knowledge)))
    for question in knowledge.questions.values():
        assert words >= {option.id for option in question.options}, question.id


def test_no_line_is_longer_than_an_editor_shows(knowledge: Knowledge) -> None:
    assert max(map(len, template(knowledge).splitlines())) <= 88


def test_questions_stand_in_the_order_of_the_interview(knowledge: Knowledge) -> None:
    lines = answer_lines(knowledge)
    order = [question.id for question in knowledge.interview()]
    assert sorted(lines, key=lambda name: lines[name]) == order


def test_a_rule_base_of_ones_own_gets_criteria_of_its_own(
    a_knowledge: Callable[..., Any],
    a_criterion: Callable[..., Any],
    a_question: Callable[..., Any],
) -> None:
    options = (Option("a", "A"), Option("b", "B"))
    small: Knowledge = a_knowledge(
        criteria=[
            a_criterion("trivia", role=Role.CONTEXT),
            a_criterion("speed"),
        ],
        questions=[
            replace(a_question("goal", 1), options=options),
            a_question("priorities", 2, type=Kind.CRITERIA),
        ],
    )
    text = template(small)
    assert "# priorities: [speed]\n" in text
    assert "# weights: {speed: 3}\n" in text
    lines = text.splitlines()
    for number in answer_lines(small).values():
        assert read_profile(taken(lines, number), "template", small).answers


def test_an_example_is_returned_as_it_stands(knowledge: Knowledge) -> None:
    for name, text in knowledge.profiles.items():
        assert example_profile(name, knowledge) == text


def test_an_unknown_example_names_the_nearest(knowledge: Knowledge) -> None:
    with pytest.raises(InputError, match=r"did you mean 'small-server'\?"):
        example_profile("smal-server", knowledge)


def test_the_titles_are_the_first_comments_in_one_column(
    a_knowledge: Callable[..., Any],
) -> None:
    profiles = {"a": "# First.\nschema: 1\n", "long-one": "# Second.\nschema: 1\n"}
    small: Knowledge = replace(a_knowledge(), profiles=profiles)
    assert example_titles(small) == "a         First.\nlong-one  Second.\n"
    assert example_titles(replace(small, profiles={})) == ""
