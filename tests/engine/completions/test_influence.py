"""How much hangs on each question in the rules."""

from collections.abc import Callable

from advisor.engine.completions.influence import influence
from advisor.model.condition import All, Is, Not
from advisor.model.evidence import Claim
from advisor.model.knowledge import Knowledge
from advisor.model.rule import Exclude, Rule, Screen


def test_importance_adds_up_and_exclusions_weigh_most(
    a_knowledge: Callable[..., Knowledge],
    a_rule: Callable[..., Rule],
    a_claim: Callable[..., Claim],
) -> None:
    twice = All((Is("q1", "a"), Not(Is("q1", "b")), Is("q2", "a")))
    base = a_knowledge(
        claims={"c1": [a_claim("k1", when=Is("q3", "a"))]},
        rules=[
            a_rule("r1", twice, raise_={"c1": 3, "c2": 1}),
            a_rule("r2", Is("q2", "b"), raise_={"c1": 2}),
            a_rule(
                "x1", exclude=Exclude(Screen.PLATFORM, fact="q4", accelerators="q5")
            ),
        ],
    )
    found = influence(base)
    assert (found["q1"], found["q2"]) == (4, 6)
    assert found["priorities"] == sum(base.constants.priorities.values)
    assert 0 < found["q3"] < 0.5
    # What is excluded cannot win at all: that is more than a decisive criterion.
    assert found["q4"] == found["q5"] > 5
    assert set(found) == {"q1", "q2", "q3", "q4", "q5", "priorities"}
