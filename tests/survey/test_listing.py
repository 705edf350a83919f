from pathlib import Path

import pytest

from advisor.knowledge.load import load
from advisor.model.columns import columns
from advisor.model.knowledge import Knowledge
from advisor.model.language import Language
from advisor.model.profile import Profile
from advisor.model.question import Kind
from advisor.survey.layout import laid_out
from advisor.survey.listing import how_lines, keys_lines, prompt_lines
from advisor.survey.partner import Command, Form, Prompt
from advisor.survey.prompts import question_prompt


def _text(lines: object) -> str:
    assert hasattr(lines, "__iter__")
    return "\n".join(laid_out(line, 100, colour=False) for line in lines)


def _prompt(knowledge: Knowledge, question_id: str, profile: Profile) -> Prompt:
    question = knowledge.questions[question_id]
    return question_prompt(question, knowledge, profile, tuple)


def test_a_question_shows_heading_title_help_and_every_choice(
    knowledge: Knowledge,
) -> None:
    for question in knowledge.interview():
        prompt = _prompt(knowledge, question.id, Profile())
        lines = list(prompt_lines(prompt, knowledge.wording))
        texts = [line.text for line in lines]
        assert question.title in texts
        assert question.help in texts
        if question.type is not Kind.YES_NO:
            for number, each in enumerate(prompt.choices, 1):
                assert f"{number:>2}  {each.title}" in texts


def test_heading_and_status_are_shown_where_there_are_some(
    knowledge: Knowledge,
) -> None:
    prompt = Prompt("Title", Form.YES_NO, heading="Head", status="So far: nobody")
    text = _text(prompt_lines(prompt, knowledge.wording))
    assert "Head\nTitle" in text
    assert "So far: nobody" in text


def test_only_what_is_possible_is_offered(knowledge: Knowledge) -> None:
    commands = frozenset({Command.BACK})
    prompt = Prompt("Title", Form.TEXT, commands=commands, example="3.12")
    *_, keys = how_lines(prompt, knowledge.wording, again=False)
    said = keys.text.replace("\u00a0", " ")
    assert said == "Like 3.12 · b back · ? help · q stop"


def test_an_earlier_answer_is_what_enter_takes(knowledge: Knowledge) -> None:
    prompt = _prompt(knowledge, "goal", Profile(answers={"goal": "research"}))
    text = _text(how_lines(prompt, knowledge.wording, again=False))
    assert "Enter takes: Research" in text
    assert "Enter skip" not in text


def test_a_long_list_repeats_its_question_at_the_end(knowledge: Knowledge) -> None:
    for question_id, count in (("experience", 2), ("goal", 1)):
        prompt = _prompt(knowledge, question_id, Profile())
        text = _text(prompt_lines(prompt, knowledge.wording))
        assert text.count(prompt.title) == count


def test_the_keys_that_are_explained_are_those_that_are_offered(
    knowledge: Knowledge,
) -> None:
    explained = {line.text.split(" ")[0] for line in keys_lines(knowledge.wording)}
    prompt = _prompt(knowledge, "goal", Profile())
    *_, keys = how_lines(prompt, knowledge.wording, again=False)
    offered = {each.split("\u00a0")[0] for each in keys.text.split(" · ")}
    assert offered - {"One"} <= explained


def test_a_key_is_not_torn_from_its_meaning(knowledge: Knowledge) -> None:
    prompt = _prompt(knowledge, "domain", Profile())
    *_, keys = how_lines(prompt, knowledge.wording, again=False)
    rows = laid_out(keys, 60, colour=False).split("\n")
    assert len(rows) == 2
    assert not [row for row in rows if row.split(" · ")[-1] in ("b", "d", "?", "q")]


def test_a_letter_that_is_an_answer_is_not_offered_as_a_key(
    knowledge: Knowledge,
) -> None:
    prompt = _prompt(knowledge, "development-languages", Profile())
    *_, keys = how_lines(prompt, knowledge.wording, again=False)
    assert "review" not in keys.text
    assert "leader" in keys.text


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("width", [40, 60])
def test_every_question_fits_into_a_narrow_terminal(
    width: int, language: Language
) -> None:
    base = load([Path(__file__).parents[2] / "knowledge"], language)
    for question in base.interview():
        for line in prompt_lines(_prompt(base, question.id, Profile()), base.wording):
            rows = laid_out(line, width, colour=False).split("\n")
            assert max(map(columns, rows)) <= width
