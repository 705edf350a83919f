from advisor.model.knowledge import Knowledge
from advisor.model.outlook import Outlook, Promise, Settlement
from advisor.model.profile import Profile
from advisor.model.question import Kind
from advisor.survey.interview import Interview
from advisor.survey.order import Aim
from advisor.survey.partner import Command, Form
from advisor.survey.prompts import (
    enough_prompt,
    heading,
    name_prompt,
    question_prompt,
)


def test_a_question_is_put_in_the_form_of_its_answer(knowledge: Knowledge) -> None:
    forms = {
        "goal": Form.ONE,
        "domain": Form.MANY,
        "priorities": Form.ORDERED,
        "hot-swap": Form.YES_NO,
        "python-version": Form.TEXT,
    }
    for question_id, form in forms.items():
        question = knowledge.questions[question_id]
        prompt = question_prompt(question, knowledge, Profile(), tuple)
        assert prompt.form is form
        assert prompt.commands == frozenset(Command)


def test_what_is_known_is_preselected(knowledge: Knowledge) -> None:
    profile = Profile(answers={"goal": "research"})
    question = knowledge.questions["goal"]
    assert question_prompt(question, knowledge, profile, tuple).current == "research"


def test_a_text_is_checked_as_profiles_are(knowledge: Knowledge) -> None:
    texts = [each for each in knowledge.interview() if each.type is Kind.TEXT]
    prompt = question_prompt(texts[0], knowledge, Profile(), tuple)
    assert prompt.check("3.12") == ""
    assert "3.12" in prompt.check("2.7")


def test_a_name_is_checked_as_profiles_are(knowledge: Knowledge) -> None:
    prompt = name_prompt("", knowledge.wording)
    assert prompt.current is None
    assert prompt.check("x" * 200) == ""
    assert "at most 200" in prompt.check("x" * 201)
    assert "invisible" in prompt.check("a\u200bb")
    assert prompt.check("货架　扫描") == ""


def test_one_question_that_is_left_is_said_in_the_singular(
    knowledge: Knowledge,
) -> None:
    promises = (Promise("goal", 1.0, 0.0),)
    outlook = Outlook(
        "jax",
        ("jax",),
        Settlement.OPEN,
        0.96,
        0.97,
        {"jax": 0.9, "keras": 0.04},
        promises,
    )
    prompt = enough_prompt(outlook, knowledge)
    assert prompt.title == "96 % settled; 1 question left that could matter"
    assert prompt.help == "In the rest of the ways to answer them: Keras 4 %."
    assert [each.id for each in prompt.choices] == ["result", "on", "everything"]


def test_the_heading_says_how_many_questions_there_can_still_be(
    knowledge: Knowledge,
) -> None:
    goal, interview = knowledge.questions["goal"], Interview(Profile())
    place = heading(goal, knowledge, interview, Aim())
    assert place == "Project · Question 1 · at most 31 more"
    every = heading(goal, knowledge, interview, Aim(everything=True))
    assert every == "Project · Question 1 · about 31 more"
    last = Aim(only=frozenset({"goal"}))
    assert heading(goal, knowledge, interview, last) == "Project · Question 1"
