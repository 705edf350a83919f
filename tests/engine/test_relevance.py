"""Which questions are still worth asking, and which answers had no effect."""

from collections.abc import Callable

import pytest

from advisor.engine.facts import Facts
from advisor.engine.fire import fire
from advisor.engine.relevance import applies, could_matter, idle_answers
from advisor.model.condition import All, Any_, Condition, Is
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.question import Answer, Question
from advisor.model.rule import Exclude, Rule, Screen

YES, NO, OPEN = Is("q1", "a"), Is("q2", "a"), Is("q3", "a")
SEEN: Facts = {"q1": "a", "q2": "b"}
Ask = Callable[..., tuple[str, ...]]


@pytest.fixture(scope="session")
def ask(
    a_knowledge: Callable[..., Knowledge],
    a_question: Callable[..., Question],
) -> Ask:
    """Return a function that lists what is open among q1 to q4."""

    def ask_all(
        rules: list[Rule],
        facts: Facts,
        when: Condition | None = None,
    ) -> tuple[str, ...]:
        questions = [
            a_question("priorities", 9),
            a_question("q4", 1),
            a_question("q3", 2, when=when),
            a_question("q2", 3),
            a_question("q1", 4),
        ]
        firings = fire(rules, facts)
        base = a_knowledge(questions=questions, rules=rules)
        return could_matter(base, facts, firings)

    return ask_all


@pytest.mark.parametrize(("when", "worth"), [(YES, True), (NO, False), (OPEN, True)])
def test_a_question_applies_unless_its_condition_is_known_to_be_false(
    when: Condition, worth: bool, a_question: Callable[..., Question]
) -> None:
    assert applies(a_question("q9", 1, when=when), SEEN) is worth


def test_questions_of_undecided_rules_are_open_in_the_order_of_the_interview(
    ask: Ask, a_rule: Callable[..., Rule]
) -> None:
    rules = [a_rule("r1", All((YES, OPEN)), raise_={"c1": 1})]
    assert ask(rules, {}) == ("q3", "q1", "priorities")
    assert ask(rules, {"q1": "a"}) == ("q3", "priorities")


def test_a_question_that_can_no_longer_fire_a_rule_is_not_open(
    ask: Ask, a_rule: Callable[..., Rule]
) -> None:
    assert ask([a_rule("r1", All((NO, OPEN)), raise_={"c1": 1})], SEEN) == (
        "priorities",
    )
    assert ask([a_rule("r1", Any_((YES, OPEN)), raise_={"c1": 1})], SEEN) == (
        "priorities",
    )


def test_a_question_in_a_part_that_is_already_false_is_not_open(
    ask: Ask, a_rule: Callable[..., Rule]
) -> None:
    # q3 cannot make the first part true any more; only q4 can still fire the rule.
    when = Any_((All((NO, OPEN)), Is("q4", "a")))
    rules = [a_rule("r1", when, raise_={"c1": 1})]
    assert ask(rules, SEEN) == ("q4", "priorities")


def test_a_question_behind_a_derived_flag_is_open(
    ask: Ask, a_rule: Callable[..., Rule]
) -> None:
    rules = [
        a_rule("r1", YES, derive=("flag",)),
        a_rule("r2", All((Is("flag", "true"), OPEN)), raise_={"c1": 1}),
    ]
    assert ask(rules, SEEN) == ("q3", "priorities")


def test_a_question_that_is_answered_is_not_open(
    ask: Ask, a_rule: Callable[..., Rule]
) -> None:
    rules = [a_rule("r1", OPEN, raise_={"c1": 1})]
    assert ask(rules, {}) == ("q3", "priorities")
    assert ask(rules, {"priorities": ("c1",)}) == ("q3",)


def test_a_question_that_does_not_apply_is_not_open(
    ask: Ask, a_rule: Callable[..., Rule]
) -> None:
    rules = [a_rule("r1", OPEN, raise_={"c1": 1})]
    assert ask(rules, SEEN, NO) == ("priorities",)


def test_an_answer_no_fired_rule_has_read_is_idle(
    a_rule: Callable[..., Rule],
) -> None:
    profile = Profile(answers={**SEEN, "q3": "z", "priorities": ("c1",)})
    rules = [a_rule("r1", YES), a_rule("r2", NO)]
    assert idle_answers(profile, fire(rules, profile.answers)) == ("q2", "q3")


def test_an_answer_that_a_claim_a_path_or_a_layer_depends_on_is_not_idle() -> None:
    profile = Profile(answers={"q1": "a", "q2": "b", "q3": "c"})
    assert idle_answers(profile, (), [All((YES, NO)), None]) == ("q3",)


def test_the_answers_that_a_screen_compares_are_not_idle(
    a_rule: Callable[..., Rule],
) -> None:
    machine = Exclude(Screen.PLATFORM, fact="q2", accelerators="q3")
    profile = Profile(answers={**SEEN, "q3": "c", "q4": "d"})
    firings = fire([a_rule("r1", YES, exclude=machine)], profile.answers)
    assert idle_answers(profile, firings) == ("q4",)


def test_where_there_are_targets_the_answers_that_choose_the_paths_are_not_idle() -> (
    None
):
    answers: dict[str, Answer] = {
        "deployment-targets": ("ios",),
        "serving-languages": ("swift",),
        "serving-accelerators": ("apple",),
        "q1": "a",
    }
    profile = Profile(answers=answers)
    assert idle_answers(profile, (), (), ("ios",)) == ("q1",)
    assert idle_answers(profile, ()) == tuple(sorted(answers))
