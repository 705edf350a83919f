from datetime import date

import pytest

from advisor.model.condition import In, Is, Truth
from advisor.model.knowledge import Knowledge
from advisor.model.report import SetAside, Verdict
from advisor.model.snapshot import InForce, LeftOut, NotYetSaid, Restatement
from advisor.model.trace import (
    Factors,
    NotBearing,
    Order,
    Placed,
    ProjectStanding,
    Tried,
    Unanswered,
    Weightless,
)
from advisor.render.bottom.parts import (
    factors_text,
    order_section,
    standing_line,
    tried_text,
)
from advisor.render.page import Page
from advisor.render.terminal import render

NOT_HERE = NotBearing(
    (
        Tried(Is("goal", "a"), Truth.TRUE, "a"),
        Tried(Is("cloud", "b"), Truth.FALSE, "c"),
        Tried(Is("region", "d"), Truth.UNKNOWN, Unanswered.UNANSWERED),
        Tried(Is("latency", "e"), Truth.TRUE, "e", negated=True),
        Tried(Is("latency", "f"), Truth.FALSE, "e", negated=True),
    )
)


@pytest.mark.parametrize(
    ("standing", "expected"),
    [
        (InForce({"speed": 0.5}), "in force with weight 0.500 on speed"),
        (SetAside("c-5", "over", None), "set aside: over"),
        (
            SetAside("c-5", "over", "c-2"),
            "superseded by: Alpha is slow on small inputs. (s2, 2021-05-06; c-2)",
        ),
        (NotYetSaid(date(2030, 1, 2)), "not yet said (said on 2030-01-02)"),
        (Restatement("c-1"), "repeats c-1, which speaks for it"),
        (LeftOut(), "left out: not one of the documents"),
        (
            NOT_HERE,
            "heard only under a condition that does not hold here: "
            "cloud is b: false (c); region is d: not answered; "
            "not (latency is e): false (e)",
        ),
        (
            Weightless(),
            "in force, but nothing that it speaks on weighs anything here",
        ),
    ],
)
def test_how_a_claim_stands_is_told(
    standing: ProjectStanding, expected: str, small: Knowledge
) -> None:
    said = "".join(span.text for span in standing_line(standing, small))
    assert said == expected


def test_a_test_tells_its_outcome_and_the_answer(small: Knowledge) -> None:
    many = Tried(In("q", tuple("abcdef")), Truth.FALSE, ("x", "y"))
    assert tried_text(many, small.wording) == (
        "q is a or b or c or d or 2 more: false ([x, y])"
    )
    yes = Tried(Is("q", "true"), Truth.TRUE, answer=True)
    assert tried_text(yes, small.wording) == "q is true: true (true)"


def test_a_weight_is_the_product_of_its_factors(small: Knowledge) -> None:
    plain = Factors(0.9, 0.7, 4.0, 4.0, 1.0, 1.0)
    assert factors_text(plain, small.wording) == (
        "0.90 reliability × 0.70 confidence × 0.50 freshness (4.0 years at a half-life "
        "of 4) = 0.315"
    )
    every = Factors(0.9, 0.7, 4.0, 4.0, 0.5, 0.25)
    assert factors_text(every, small.wording).endswith(
        " × 0.50 beside its own criterion × 0.25 less special than others = 0.039"
    )


def outcome(then: Order, knowledge: Knowledge) -> str:
    now = Order(Verdict.CLEAR, (Placed("alpha", 1, 0.7), Placed("beta", 2, 0.5)))
    page = Page(order_section("Then", now, then, knowledge))
    return " ".join(render(page, 100, colour=False).split())


def test_the_ranking_otherwise_stands_beside_the_present_one(
    small: Knowledge,
) -> None:
    then = Order(Verdict.TIE, (Placed("beta", 1, 0.6), Placed("gamma", 1, 0.59)))
    text = outcome(then, small)
    assert text.startswith("Then Beta_2 would come first instead; verdict tie.")
    assert "Alpha 1. 0.700 – –" in text
    assert "Beta_2 2. 0.500 1. 0.600 +0.100" in text
    assert "Gamma – 1. 0.590 –" in text


def test_whether_anybody_comes_first_is_told_in_a_sentence(small: Knowledge) -> None:
    same = Order(Verdict.LEANING, (Placed("alpha", 1, 0.7),))
    assert "Alpha would still come first; verdict leaning." in outcome(same, small)
    nobody = Order(Verdict.NO_BASIS, ())
    assert "Nobody would be left to rank; verdict no-basis." in outcome(nobody, small)
