"""Forward chaining: the order of rules never matters, and the loop always ends."""

from collections.abc import Callable
from itertools import permutations
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from advisor.engine.facts import Facts
from advisor.engine.fire import fire, flags, grounded
from advisor.model.condition import All, Any_, Condition, Is, Not
from advisor.model.evidence import Claim, Evidence, Source, SourceKind
from advisor.model.knowledge import Knowledge
from advisor.model.rule import Effects, Rule

FLAGS = ("f1", "f2", "f3")
QUESTIONS = ("q1", "q2")

_tests: st.SearchStrategy[Condition] = st.one_of(
    st.builds(Is, st.sampled_from(FLAGS), st.just("true")),
    st.builds(Is, st.sampled_from(QUESTIONS), st.sampled_from("ab")),
)
_conditions = st.one_of(
    _tests,
    _tests.map(Not),
    st.lists(_tests, max_size=2).map(lambda parts: All(tuple(parts))),
    st.lists(_tests, max_size=2).map(lambda parts: Any_(tuple(parts))),
)
_parts = st.lists(
    st.tuples(_conditions, st.lists(st.sampled_from(FLAGS), max_size=2).map(tuple)),
    max_size=6,
)
_facts: st.SearchStrategy[Facts] = st.dictionaries(
    st.sampled_from(QUESTIONS), st.sampled_from("ab")
)


def flag(name: str) -> Is:
    return Is(name, "true")


def fired(rules: list[Rule], facts: Facts) -> set[str]:
    return {each.rule for each in fire(rules, facts)}


def test_a_rule_reads_what_another_derives_wherever_it_stands(
    a_rule: Callable[..., Rule],
) -> None:
    rules = [
        a_rule("r1", flag("f2"), raise_={"c1": 1}),
        a_rule("r2", flag("f1"), derive=("f2",)),
        a_rule("r3", Is("q1", "a"), derive=("f1",)),
    ]
    for order in permutations(rules):
        firings = fire(order, {"q1": "a"})
        assert [each.rule for each in firings] == ["r1", "r2", "r3"]
        assert firings == fire(rules, {"q1": "a"})


def test_rules_that_feed_each_other_fire_once_and_end(
    a_rule: Callable[..., Rule],
) -> None:
    circle = [
        a_rule("r1", Any_((flag("f2"), Is("q1", "a"))), derive=("f1",)),
        a_rule("r2", flag("f1"), derive=("f2",)),
    ]
    assert [each.rule for each in fire(circle, {"q1": "a"})] == ["r1", "r2"]


def test_a_circle_does_not_start_by_itself(a_rule: Callable[..., Rule]) -> None:
    circle = [
        a_rule("r1", flag("f2"), derive=("f1",)),
        a_rule("r2", flag("f1"), derive=("f2",)),
    ]
    assert fire(circle, {"q1": "a"}) == ()


def test_an_unanswered_question_fires_nothing_through_a_negation(
    a_rule: Callable[..., Rule],
) -> None:
    rule = a_rule("r1", Not(Is("q1", "a")), raise_={"c1": 1})
    assert fire([rule], {}) == ()
    assert fired([rule], {"q1": "b"}) == {"r1"}


def test_a_firing_tells_the_facts_it_saw_and_no_others(
    a_rule: Callable[..., Rule],
) -> None:
    rule = a_rule("r1", Any_((Is("q2", "a"), Is("q1", "a"))), raise_={"c1": 2})
    (firing,) = fire([rule], {"q1": "a", "q9": "a"})
    assert dict(firing.facts) == {"q1": "a"}
    assert firing.effects == Effects(raise_={"c1": 2})


def test_the_facts_given_are_left_as_they_were(a_rule: Callable[..., Rule]) -> None:
    facts = {"q1": "a"}
    fire([a_rule("r1", derive=("f1",))], facts)
    assert facts == {"q1": "a"}


@given(_parts, _facts, st.randoms(use_true_random=False))
def test_firing_does_not_depend_on_the_order_of_the_rules(
    a_rule: Callable[..., Rule],
    parts: list[tuple[Condition, tuple[str, ...]]],
    facts: Facts,
    random: Random,
) -> None:
    rules = [
        a_rule(f"r{place}", when, derive=flags_)
        for place, (when, flags_) in enumerate(parts)
    ]
    shuffled = rules.copy()
    random.shuffle(shuffled)
    assert fire(shuffled, facts) == fire(rules, facts)


@given(_parts, _facts, _facts)
def test_one_more_answer_never_silences_a_rule(
    a_rule: Callable[..., Rule],
    parts: list[tuple[Condition, tuple[str, ...]]],
    facts: Facts,
    more: Facts,
) -> None:
    rules = [
        a_rule(f"r{place}", when, derive=flags_)
        for place, (when, flags_) in enumerate(parts)
    ]
    assert fired(rules, facts) <= fired(rules, {**more, **facts})


def test_what_the_rules_that_fired_derive_is_true_and_nothing_else_is_known(
    a_rule: Callable[..., Rule],
) -> None:
    rules = [
        a_rule("r1", Is("q1", "a"), derive=("f1", "f2")),
        a_rule("r2", flag("f2"), derive=("f2",)),
        a_rule("r3", Is("q1", "b"), derive=("f3",)),
        a_rule("r4", raise_={"c1": 1}),
    ]
    assert flags(fire(rules, {"q1": "a"})) == {"f1": True, "f2": True}
    assert flags(fire(rules, {})) == {}


@given(_parts, _facts)
def test_with_what_was_derived_nothing_more_fires(
    a_rule: Callable[..., Rule],
    parts: list[tuple[Condition, tuple[str, ...]]],
    facts: Facts,
) -> None:
    rules = [a_rule(f"r{n}", when, derive=own) for n, (when, own) in enumerate(parts)]
    firings = fire(rules, facts)
    known = {**facts, **flags(firings)}
    assert fired(rules, known) == {each.rule for each in firings}


def test_a_rule_whose_claims_all_lie_outside_the_evidence_is_silent(
    a_knowledge: Callable[..., Knowledge],
    a_source: Callable[..., Source],
    a_claim: Callable[..., Claim],
    a_rule: Callable[..., Rule],
) -> None:
    base = a_knowledge(
        sources=[a_source("s1"), a_source("s2", kind=SourceKind.REGISTRY)],
        claims={"c1": [a_claim("k1", "s1"), a_claim("k2", "s2")]},
        rules=[
            a_rule("inside", claims=("k1",)),
            a_rule("outside", claims=("k2",)),
            a_rule("mixed", claims=("k2", "k1")),
            a_rule("requirement"),
        ],
    )
    every = ["inside", "outside", "mixed", "requirement"]
    assert [each.id for each in grounded(base, Evidence.ALL)] == every
    assert [each.id for each in grounded(base, Evidence.DOCUMENTS)] == [
        "inside",
        "mixed",
        "requirement",
    ]
