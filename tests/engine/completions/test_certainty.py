"""What holds all over a box of completions holds in each of them."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from advisor.engine.appraise import PLACES, covers
from advisor.engine.completions.box import Box
from advisor.engine.completions.certainty import Certainty
from advisor.engine.completions.ground import ground_of
from advisor.engine.soundness import PATH_CRITERION
from advisor.model.condition import Condition, Is
from advisor.model.constants import Constants
from advisor.model.criterion import Criterion
from advisor.model.evidence import Claim, Evidence, Source
from advisor.model.knowledge import Knowledge
from advisor.model.path import Maturity, Milestone, Path
from advisor.model.profile import Profile
from advisor.model.question import Kind, Option, Question
from advisor.model.rule import Exclude, Rule, Screen
from advisor.model.system import Framework, PythonSupport
from tests.engine.completions.making import TARGETS
from tests.engine.completions.situations import TODAY, Situation

Q1 = Question("q1", 1, "", "", "", Kind.ONE, tuple(Option(e, "") for e in "abc"))
Q2 = Question("q2", 2, "", "", "", Kind.YES_NO)
PRIORITIES = Question("priorities", 3, "", "", "", Kind.CRITERIA)
PYTHON = Question("python-version", 4, "", "", "", Kind.TEXT)
NONE = Profile()


def with_targets(given: Situation) -> Situation:
    """Name the targets where they are open: nothing else is looked at then."""
    if "deployment-targets" not in given.open:
        return given
    answers = {**given.profile.answers, "deployment-targets": TARGETS}
    return replace(given, profile=replace(given.profile, answers=answers))


@pytest.mark.parametrize("seed", range(150))
def test_nothing_certain_is_wrong_in_any_completion(
    situation: Callable[..., Situation], seed: int
) -> None:
    given = with_targets(situation(seed, lead=seed % 4 / 6, most=120))
    names, least = given.base.frameworks, given.base.constants.least_coverage.value
    certain = Certainty(given.ground, given.profile, given.box)
    judged = {each for each in names if certain.surely_judged(each)}
    out = {each for each in names if certain.surely_excluded(each)}
    may = {each for each in names if certain.may_be_excluded(each)}
    ahead = {(a, b) for a in names for b in names if a != b and certain.ahead(a, b)}
    winners = {each for each in names if certain.wins(each)}
    for profile in given.completions():
        found = given.appraise(profile)
        excluded = {each.framework for each in found.excluded}
        assert out <= excluded <= may
        assert judged <= {e for e in names if covers(found.scores[e], least)}
        score = {e: round(own.value, PLACES) for e, own in found.scores.items()}
        assert all(score[first] > score[second] for first, second in ahead)
        assert winners <= {each.framework for each in found.ranking[:1]}


@pytest.fixture
def two(
    a_knowledge: Callable[..., Knowledge],
    a_framework: Callable[..., Framework],
    a_criterion: Callable[..., Criterion],
    a_source: Callable[..., Source],
    a_claim: Callable[..., Claim],
    some_constants: Callable[..., Constants],
) -> Callable[..., Certainty]:
    """Return a builder: ada and bee, how they do on two criteria, rules, what is open.

    What is said is nearly taken at its word: the prior weighs almost nothing.
    """

    def build(
        ada: Mapping[str, float],
        bee: Mapping[str, float],
        *rules: Rule,
        open_: tuple[Question, ...] = (Q1, Q2),
        profile: Profile = NONE,
    ) -> Certainty:
        claims = {
            each: [a_claim(each, performance={"ada": ada[each], "bee": bee[each]})]
            for each in ada
        }
        base = a_knowledge(
            frameworks=[
                a_framework("ada"),
                replace(
                    a_framework("bee"), python=(PythonSupport("3.6", "3.8", TODAY, ""),)
                ),
            ],
            criteria=[a_criterion("c1"), a_criterion("c2")],
            sources=[a_source("s1", published=TODAY)],
            claims=claims,
            rules=rules,
            questions=open_,
            constants=some_constants(prior=1e-12),
        )
        ground = ground_of(base, TODAY, Evidence.ALL)
        box = Box(dict(profile.answers), {each.id: each for each in open_})
        box.derive(ground.rules)
        return Certainty(ground, profile, box)

    return build


EVEN = {"c1": 0.5, "c2": 0.5}


def test_rules_that_want_different_answers_to_one_question_count_once(
    two: Callable[..., Certainty], a_rule: Callable[..., Rule]
) -> None:
    always = a_rule("r0", raise_={"c1": 4})

    def rule(id: str, when: Condition) -> Rule:
        return a_rule(id, when, raise_={"c2": 3})

    ada, bee = {"c1": 1.0, "c2": 0.5}, {"c1": 0.5, "c2": 1.0}
    one = [rule("r1", Is("q1", "a")), rule("r2", Is("q1", "b"))]
    both = [rule("r1", Is("q1", "a")), rule("r2", Is("q2", "true"))]
    assert two(ada, bee, always, *one).wins("ada")
    assert not two(ada, bee, always, *both).wins("ada")
    same = [rule("r1", Is("q1", "a")), rule("r2", Is("q1", "a"))]
    assert not two(ada, bee, always, *same).wins("ada")


def test_open_priorities_count_for_the_other_in_their_best_order(
    two: Callable[..., Certainty], a_rule: Callable[..., Rule]
) -> None:
    ada, bee = {"c1": 1.0, "c2": 0.5}, {"c1": 0.5, "c2": 1.0}
    # The first priority adds 6.
    for amount, wins in ((5, False), (7, True)):
        rule = a_rule("r0", raise_={"c1": amount})
        assert two(ada, bee, rule, open_=(PRIORITIES,)).wins("ada") is wins


def test_a_stated_weight_is_not_raised(
    two: Callable[..., Certainty], a_rule: Callable[..., Rule]
) -> None:
    ada, bee = {"c1": 1.0, "c2": 0.5}, {"c1": 0.5, "c2": 1.0}
    rules = (
        a_rule("r0", raise_={"c1": 1}),
        a_rule("r1", Is("q1", "a"), raise_={"c2": 5}),
    )
    assert not two(ada, bee, *rules).wins("ada")
    assert two(ada, bee, *rules, profile=Profile(weights={"c2": 0.9})).wins("ada")


def test_what_may_suffice_may_take_a_lead_away(
    two: Callable[..., Certainty], a_rule: Callable[..., Rule]
) -> None:
    ada, bee = {"c1": 0.9, "c2": 0.5}, {"c1": 0.7, "c2": 0.5}
    always = a_rule("r0", raise_={"c1": 1})
    suffices = a_rule("r1", Is("q1", "a"), enough={"c1": 0.6})
    demands = a_rule("r2", enough={"c1": 0.8})
    assert two(ada, bee, always).wins("ada")
    assert not two(ada, bee, always, suffices).wins("ada")
    # The more demanding rule decides, and it fires for certain.
    assert two(ada, bee, always, suffices, demands).wins("ada")


def test_of_rules_that_surely_fire_the_more_demanding_one_counts(
    two: Callable[..., Certainty], a_rule: Callable[..., Rule]
) -> None:
    ada, bee = {"c1": 0.5, "c2": 0.75}, {"c1": 0.8, "c2": 0.5}
    both = {"raise_": {"c1": 1, "c2": 1}}
    modest = a_rule("r1", enough={"c1": 0.6}, **both)
    demanding = a_rule("r2", enough={"c1": 0.8}, **both)
    assert two(ada, bee, modest).wins("ada")
    assert two(ada, bee, modest, demanding).wins("bee")


def test_equal_scores_prove_nothing(
    two: Callable[..., Certainty], a_rule: Callable[..., Rule]
) -> None:
    found = two(EVEN, EVEN, a_rule("r0", raise_={"c1": 1}))
    assert not found.wins("ada")
    assert not found.wins("bee")


def test_a_lead_that_rounding_could_swallow_proves_nothing(
    two: Callable[..., Certainty], a_rule: Callable[..., Rule]
) -> None:
    ada, bee = EVEN, {"c1": 0.5 + 4e-9, "c2": 0.5}
    rule = a_rule("r0", raise_={"c1": 1})
    assert two(ada, bee, rule).wins("bee")
    # The more other criteria weigh, the less is left of it.
    more = a_rule("r1", Is("q1", "a"), raise_={"c2": 5})
    assert not two(ada, bee, rule, more).wins("bee")


def test_without_weights_nobody_wins(two: Callable[..., Certainty]) -> None:
    found = two({"c1": 1.0, "c2": 1.0}, {"c1": 0.0, "c2": 0.0})
    assert not found.wins("ada")
    assert not found.surely_judged("ada")


def test_any_text_may_exclude_who_has_a_limit(
    two: Callable[..., Certainty], a_rule: Callable[..., Rule]
) -> None:
    rule = a_rule("x1", exclude=Exclude(Screen.PYTHON, fact="python-version"))
    assert two(EVEN, EVEN, rule, open_=(PYTHON,)).may_be_excluded("bee")
    known = Profile(answers={"python-version": "3.12"})
    found = two(EVEN, EVEN, rule, open_=(), profile=known)
    assert found.surely_excluded("bee")
    assert not found.may_be_excluded("ada")


def test_ways_that_are_hardly_trusted_lead_to_no_lead(
    a_knowledge: Callable[..., Knowledge],
    a_framework: Callable[..., Framework],
    a_criterion: Callable[..., Criterion],
    a_source: Callable[..., Source],
    a_rule: Callable[..., Rule],
    some_constants: Callable[..., Constants],
) -> None:
    stage = Milestone(Maturity.PRODUCTION, TODAY, "s1")
    path = Path("p1", "ada", (), "", "own", ("android",), ("any",), (stage,))
    profile = Profile(answers={"deployment-targets": ("android",)})
    for least, ahead in ((0.1, True), (0.4, False)):
        base = a_knowledge(
            frameworks=[a_framework("ada"), a_framework("bee")],
            criteria=[a_criterion(PATH_CRITERION)],
            sources=[a_source("s1", reliability=0.3)],
            rules=[a_rule("r0", raise_={PATH_CRITERION: 1})],
            paths={"p1": path},
            constants=some_constants(least_evidence=least),
        )
        ground = ground_of(base, TODAY, Evidence.ALL)
        found = Certainty(ground, profile, Box(dict(profile.answers), {}))
        assert found.ahead("ada", "bee") is ahead
        assert found.surely_judged("ada") is ahead
