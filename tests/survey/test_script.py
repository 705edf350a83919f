from collections.abc import Callable

from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.question import Kind, Question
from advisor.survey.choices import choices_of
from advisor.survey.interview import progress
from advisor.survey.script import (
    Line,
    help_lines,
    prompt_lines,
    question_lines,
    resumed_lines,
    rules_reading,
    said,
)


def _text(lines: object) -> str:
    assert hasattr(lines, "__iter__")
    return "\n".join(line.text + line.aside for line in lines)


def test_a_question_shows_title_help_place_and_every_choice(
    knowledge: Knowledge,
) -> None:
    for question in knowledge.interview():
        choices = choices_of(question, knowledge)
        place = progress(knowledge, Profile(), question)
        text = _text(question_lines(question, choices, place))
        assert question.title in text
        assert question.help in text
        assert f"Question {place.position} of about {place.total}" in text
        if question.type is not Kind.YES_NO:
            for number, each in enumerate(choices, 1):
                assert f"{number:>2}  {each.title}" in text


def test_help_names_the_rules_and_the_meaning_of_each_choice(
    knowledge: Knowledge,
) -> None:
    question = knowledge.questions["skill-level"]
    text = _text(help_lines(question, choices_of(question, knowledge), knowledge))
    for title in rules_reading(question, knowledge):
        assert title in text
    for each in question.options:
        assert f"{each.title}: {each.help} [{each.id}]" in text


def test_help_gives_the_definition_of_each_criterion(knowledge: Knowledge) -> None:
    question = knowledge.questions["priorities"]
    text = _text(help_lines(question, choices_of(question, knowledge), knowledge))
    assert knowledge.criteria["debugging"].definition in text


def test_help_admits_that_no_rule_reads_an_answer(
    a_knowledge: Callable[..., Knowledge], a_question: Callable[..., Question]
) -> None:
    question = a_question("goal", 1)
    lines = help_lines(question, (), a_knowledge(questions=[question]))
    assert "No rule reads it yet" in _text(lines)


def test_a_rule_counts_however_deep_in_its_condition_the_question_stands(
    knowledge: Knowledge,
) -> None:
    rule = knowledge.rules["busy-server"]
    for fact in ("deployment-targets", "deployment-scale"):
        assert rule.title in rules_reading(knowledge.questions[fact], knowledge)


def test_an_answer_is_told_in_the_words_of_the_question(knowledge: Knowledge) -> None:
    def told(question_id: str, answer: str | bool | tuple[str, ...]) -> str:
        question = knowledge.questions[question_id]
        return said(question, choices_of(question, knowledge), answer)

    assert told("goal", "research") == "Research"
    assert told("domain", ("vision", "nlp")) == "Images and video, Text"
    assert told("hot-swap", answer=True) == "yes"
    assert told("hot-swap", answer=False) == "no"
    assert told("python-version", "3.12") == "3.12"
    priorities = ("training-speed", "debugging")
    assert told("priorities", priorities) == "Training speed, then Debugging"


def test_the_reminder_fits_on_one_line_of_eighty_columns(knowledge: Knowledge) -> None:
    for question in knowledge.interview():
        *_, reminder = prompt_lines(question, "", again=False)
        assert len(reminder.text) <= 80, question.id


def test_an_earlier_answer_is_shown_and_enter_keeps_it(knowledge: Knowledge) -> None:
    text = _text(prompt_lines(knowledge.questions["goal"], "Research", again=True))
    assert "Your answer so far: Research" in text
    assert "Enter keep" in text
    assert "What is the project for?" in text


def test_comments_are_warned_of_only_where_there_are_some() -> None:
    def lines(*, comments: bool) -> list[Line]:
        return list(resumed_lines("profile.yaml", Profile(), 3, comments=comments))

    assert "Comments" in _text(lines(comments=True))
    assert "Comments" not in _text(lines(comments=False))
