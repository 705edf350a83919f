from dataclasses import replace

from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.survey.review import Pick, review_prompt

PROFILE = Profile(
    answers={"goal": "research", "deployment-targets": ("none",)},
    unknown=("domain",),
    weights={"debugging": 3.0},
)


def test_every_question_that_applies_can_be_picked_once(knowledge: Knowledge) -> None:
    prompt = review_prompt(knowledge, PROFILE, name="shelf", unsettled=True)
    ids = [each.id for each in prompt.choices]
    assert len({*ids}) == len(ids)
    picks = {each.value for each in Pick}
    assert picks < {*ids}
    assert {*ids} - picks < {*knowledge.questions}
    assert "latency" not in ids
    assert {"goal", "domain", "starting-point"} < {*ids}


def test_no_question_has_the_id_of_another_pick(knowledge: Knowledge) -> None:
    assert not {each.value for each in Pick} & {*knowledge.questions}


def test_what_is_known_stands_first_and_with_its_answer(knowledge: Knowledge) -> None:
    prompt = review_prompt(knowledge, PROFILE, name="shelf", unsettled=True)
    headings = list(dict.fromkeys(each.heading for each in prompt.choices))
    assert headings == ["Next", "Answered", "Not known", "Open", "Leave"]
    told = {each.id: each.title for each in prompt.choices}
    assert told["goal"] == "What is the project for? Research"
    assert told["domain"] == knowledge.questions["domain"].title
    assert told[Pick.NAME] == "Name of the project: shelf"
    assert told[Pick.TRADE_OFFS] == "What matters most: one weight set"


def test_saving_is_the_default_and_going_on_needs_open_questions(
    knowledge: Knowledge,
) -> None:
    prompt = review_prompt(knowledge, PROFILE, name="", unsettled=False)
    assert prompt.current == Pick.SAVE
    assert Pick.GO_ON not in {each.id for each in prompt.choices}


def test_trade_offs_need_criteria_to_compare(knowledge: Knowledge) -> None:
    few = dict(list(knowledge.criteria.items())[:2])
    small = replace(knowledge, criteria=few)
    prompt = review_prompt(small, Profile(), name="", unsettled=False)
    assert Pick.TRADE_OFFS not in {each.id for each in prompt.choices}
