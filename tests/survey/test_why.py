from advisor.model.knowledge import Knowledge
from advisor.model.outlook import Stake
from advisor.model.question import Answer
from advisor.survey.choices import choices_of
from advisor.survey.layout import laid_out
from advisor.survey.why import why_lines

RULES = ("hot-swap", "busy-server")


def _text(knowledge: Knowledge, question: str, *stakes: Stake) -> str:
    lines = why_lines(knowledge.questions[question], stakes, knowledge)
    return "\n".join(laid_out(line, 80, colour=False) for line in lines)


def _stakes(knowledge: Knowledge, question_id: str) -> list[Stake]:
    question = knowledge.questions[question_id]
    claims = tuple(list(knowledge.claims)[:12])
    rules = tuple(list(knowledge.rules)[:9])
    return [
        Stake((each.id,), "pytorch", {"pytorch": 0.01 * n}, rules, claims)
        for n, each in enumerate(choices_of(question, knowledge))
    ]


def test_each_answer_tells_who_gains_who_leads_and_what_is_heard(
    knowledge: Knowledge,
) -> None:
    claims = tuple(list(knowledge.claims)[:5])
    stake = Stake(True, "jax", {"jax": 0.031, "pytorch": -0.02}, RULES, claims)
    text = _text(knowledge, "hot-swap", stake, Stake(False, "jax", {"jax": 0.004}))
    assert "JAX +0.03, PyTorch -0.02; then JAX leads" in text
    for each in RULES:
        assert knowledge.rules[each].title in text.replace("\n      ", " ")
    assert f"Claims that would then count: claim:{claims[0]}" in text
    assert "and 2 more" in text
    assert "advisor knowledge show claim:ID" in text
    assert "  No\n    no score moves; then JAX leads" in text


def test_what_an_answer_means_is_said_with_it(knowledge: Knowledge) -> None:
    text = _text(knowledge, "skill-level", Stake("expert", "jax", {"jax": 0.1}))
    for each in knowledge.questions["skill-level"].options:
        assert f"{each.title}: {each.help}" in text


def test_it_is_admitted_when_nothing_hangs_on_a_question(knowledge: Knowledge) -> None:
    text = _text(knowledge, "goal")
    assert "Nothing in the rule base hangs on it yet" in text
    assert "advisor knowledge show" not in text


def test_all_of_it_can_be_read_at_one_go(knowledge: Knowledge) -> None:
    for question in ("experience", "priorities", "existing-code"):
        text = _text(knowledge, question, *_stakes(knowledge, question))
        assert len(text.split("\n")) <= 45, question


def test_the_answers_that_move_most_are_told_in_full(knowledge: Knowledge) -> None:
    stakes = _stakes(knowledge, "domain")
    text = _text(knowledge, "domain", *stakes)
    answers: list[Answer] = [each.answer for each in stakes[-4:]]
    titles = {each.id: each.title for each in knowledge.questions["domain"].options}
    told = [titles[each[0]] for each in answers if isinstance(each, tuple)]
    assert all(f"  {title}" in text for title in told)
    assert text.count("then PyTorch leads") == 4


def test_an_answer_with_which_another_would_lead_is_told_before_larger_moves(
    knowledge: Knowledge,
) -> None:
    stakes = _stakes(knowledge, "domain")
    stakes[1] = Stake(stakes[1].answer, "jax", {"jax": 0.01})
    text = _text(knowledge, "domain", *stakes)
    assert "JAX +0.01; then JAX leads" in text
    assert text.count("then PyTorch leads") == 3
