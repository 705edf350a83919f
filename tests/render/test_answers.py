from advisor.model.knowledge import Knowledge
from advisor.model.question import Answer
from advisor.render.answers import answers_list
from advisor.render.columns import plain


def test_answers_stand_in_words_and_in_the_order_of_the_questions(
    asked: Knowledge,
) -> None:
    answers: dict[str, Answer] = {"hot-swap": False, "goal": "production"}
    lines = [plain(each.line) for each in answers_list(answers, asked).items]
    assert lines == [
        "What is it for? A *product* (goal)",
        f"{asked.questions['hot-swap'].title} no (hot-swap)",
    ]


def test_nothing_answered_is_an_empty_list(asked: Knowledge) -> None:
    assert answers_list({}, asked).items == ()
