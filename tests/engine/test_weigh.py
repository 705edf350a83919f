"""Where importance comes from, and how it becomes weights."""

from collections.abc import Callable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.engine.fire import fire
from advisor.engine.weigh import weigh
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.question import Answer
from advisor.model.report import Weighting
from advisor.model.rule import Rule

Weigh = Callable[..., dict[str, Weighting]]
_importance = st.dictionaries(
    st.sampled_from(("c1", "c2", "c3", "c4")),
    st.just(0.0) | st.floats(0.01, 10),
    min_size=1,
)


@pytest.fixture(scope="session")
def weights(a_knowledge: Callable[..., Knowledge]) -> Weigh:
    """Return a function from rules, answers and own weights to the weighting."""

    def weigh_all(
        rules: list[Rule],
        answers: Mapping[str, Answer] | None = None,
        own: Mapping[str, float] | None = None,
    ) -> dict[str, Weighting]:
        profile = Profile(answers=answers or {}, weights=own or {})
        firings = fire(rules, profile.answers)
        found = weigh(a_knowledge(rules=rules), profile, profile.answers, firings)
        return {each.criterion: each for each in found}

    return weigh_all


def test_what_rules_raise_adds_up_and_keeps_its_origin(
    weights: Weigh, a_rule: Callable[..., Rule]
) -> None:
    found = weights(
        [
            a_rule("r1", raise_={"c1": 3.0, "c2": 2.0}),
            a_rule("r2", raise_={"c1": 1.0}),
        ]
    )
    assert found["c1"].weight == pytest.approx(4 / 6)
    assert found["c1"].rules == {"r1": 3, "r2": 1}
    assert found["c2"].weight == pytest.approx(2 / 6)


def test_priorities_count_in_the_order_stated(weights: Weigh) -> None:
    found = weights([], {"priorities": ("c2", "c1")})
    assert (found["c2"].priority, found["c1"].priority) == (6, 4.5)
    assert found["c2"].weight == pytest.approx(6 / 10.5)


def test_priorities_come_on_top_of_the_rules(
    weights: Weigh, a_rule: Callable[..., Rule]
) -> None:
    rules = [a_rule("r1", raise_={"c1": 4.0, "c2": 5.0})]
    found = weights(rules, {"priorities": ("c1",)})
    assert found["c1"].weight == pytest.approx(10 / 15)


def test_the_own_weights_replace_what_rules_and_priorities_give(
    weights: Weigh, a_rule: Callable[..., Rule]
) -> None:
    rules = [a_rule("r1", raise_={"c1": 4.0, "c2": 3.0})]
    found = weights(rules, {"priorities": ("c1",)}, {"c1": 1.0})
    assert found["c1"].weight == pytest.approx(1 / 4)
    assert found["c1"].stated == 1
    assert found["c1"].rules == {"r1": 4}
    assert found["c2"].stated is None


def test_an_own_weight_of_zero_takes_a_criterion_out(
    weights: Weigh, a_rule: Callable[..., Rule]
) -> None:
    rules = [a_rule("r1", raise_={"c1": 4.0, "c2": 3.0})]
    assert set(weights(rules, None, {"c1": 0.0})) == {"c2"}
    assert weights(rules, None, {"c1": 0.0, "c2": 0.0}) == {}


def test_without_anything_that_matters_there_are_no_weights(weights: Weigh) -> None:
    assert weights([]) == {}


def test_where_rules_differ_on_what_is_enough_the_demanding_one_holds(
    weights: Weigh, a_rule: Callable[..., Rule]
) -> None:
    rules = [
        a_rule("r1", raise_={"c1": 1.0, "c2": 1.0}, enough={"c1": 0.4}),
        a_rule("r2", enough={"c1": 0.7}),
        a_rule("r3", enough={"c1": 0.6}),
    ]
    found = weights(rules)
    assert (found["c1"].enough, found["c2"].enough) == (0.7, None)


@given(_importance, _importance, st.permutations(("c1", "c2", "c3", "c4")))
def test_the_weights_sum_to_one(
    weights: Weigh,
    a_rule: Callable[..., Rule],
    raised: dict[str, float],
    own: dict[str, float],
    priorities: list[str],
) -> None:
    answers = {"priorities": tuple(priorities[:2])}
    found = weights([a_rule("r1", raise_=raised)], answers, own)
    assert all(0 < each.weight <= 1 for each in found.values())
    if found:
        assert sum(each.weight for each in found.values()) == pytest.approx(1)
