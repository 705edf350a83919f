"""How much each question that is not answered could still matter."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from advisor.engine.challenge.changes import answered_all_the_same, changed, changes_of
from advisor.engine.challenge.open import open_questions
from advisor.engine.challenge.variants import Variants
from advisor.engine.facts import facts_of
from advisor.engine.relevance import applies
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.question import Answer
from advisor.model.robustness import Changes, OpenQuestion
from tests.engine.completions.situations import TODAY, Situation

CLOSE = 1e-5  # single precision
LEAST = 0.0005


def after(given: Situation, first: str, changes: Changes) -> tuple[str, float]:
    """Return who comes first after some changes, and the lead of `first` then."""
    base = answered_all_the_same(given.base, given.profile)
    ranking = given.appraise(changed(base, given.profile, changes)).ranking
    scores = {each.framework: each.score.value for each in ranking}
    own = scores.pop(first, 0.0)
    lead = own - max(scores.values(), default=0.0)
    return (ranking[0].framework if ranking else ""), lead


def expected(given: Situation) -> list[OpenQuestion]:
    """Return the open questions, answer by answer."""
    first, _ = after(given, "", {})
    _, lead = after(given, first, {})
    found = []
    for asked in given.base.interview():
        if asked.id in given.profile.answers:
            continue
        if not applies(asked, facts_of(given.profile)):
            continue
        leads, winners, nobody = [], dict[str, Answer](), []
        for each in changes_of(asked, None, given.base, TODAY):
            winner, then = after(given, first, {asked.id: each.answer})
            leads.append(then)
            if winner not in ("", first):
                assert not isinstance(each.answer, type(None))
                winners.setdefault(winner, each.answer)  # type: ignore[arg-type]
            if first and not winner:
                nobody.append(each.answer)
        if leads and max(lead - min(leads), max(leads) - lead) > LEAST:
            bounds = min(leads), max(leads)
            found.append(OpenQuestion(asked.id, *bounds, winners, tuple(nobody)))  # type: ignore[arg-type]
    return found


@pytest.mark.parametrize("seed", range(60))
def test_each_question_says_what_trying_its_answers_says(
    situation: Callable[..., Situation], seed: int
) -> None:
    given = situation(seed, lead=0.2 * (seed % 3), most=50)
    told = open_questions(Variants(given.base, given.profile, TODAY, given.evidence))
    wanted = {each.question: each for each in expected(given)}
    assert {each.question for each in told} == set(wanted)
    for each in told:
        right = wanted[each.question]
        assert each.low == pytest.approx(right.low, abs=CLOSE)
        assert each.high == pytest.approx(right.high, abs=CLOSE)
        assert each.winners == right.winners
        assert each.nobody == right.nobody
    lows = [each.low for each in told]
    assert lows == sorted(lows)


def test_what_was_answered_or_does_not_apply_is_not_open(
    knowledge: Knowledge,
) -> None:
    case = knowledge.cases["q-02-telephone-app"]
    profile = Profile(answers=case.answers)
    told = open_questions(Variants(knowledge, profile, case.as_of, case.evidence))
    assert told
    for each in told:
        assert each.question not in profile.answers
        assert applies(knowledge.questions[each.question], facts_of(profile))


def test_a_question_asked_in_vain_is_still_open(knowledge: Knowledge) -> None:
    case = knowledge.cases["q-02-telephone-app"]
    profile = Profile(answers=case.answers)
    told = open_questions(Variants(knowledge, profile, case.as_of, case.evidence))
    unknown = replace(profile, unknown=(told[0].question,))
    assert (
        open_questions(Variants(knowledge, unknown, case.as_of, case.evidence)) == told
    )
