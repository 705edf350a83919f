from advisor.model.knowledge import Knowledge
from advisor.model.question import Kind
from advisor.survey.choices import choices_of


def test_every_question_but_a_text_has_choices(knowledge: Knowledge) -> None:
    for question in knowledge.interview():
        has_choices = bool(choices_of(question, knowledge))
        assert has_choices is (question.type is not Kind.TEXT), question.id


def test_criteria_are_listed_group_by_group_and_only_those_that_count(
    knowledge: Knowledge,
) -> None:
    choices = choices_of(knowledge.questions["priorities"], knowledge)
    headings = list(dict.fromkeys(each.heading for each in choices))
    assert headings == [
        "Graph mode",
        "Deployment",
        "Community",
        "Distributed training",
        "Other",
    ]
    assert [each.heading for each in choices] == sorted(
        (each.heading for each in choices), key=headings.index
    )
    scored = {each.id for each in knowledge.criteria.values() if each.scored}
    assert {each.id for each in choices} == scored
