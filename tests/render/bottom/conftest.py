"""Traces to render: a claim, a rule and a criterion of the synthetic report."""

from dataclasses import replace
from datetime import date

import pytest

from advisor.model.condition import In, Includes, Is, Truth
from advisor.model.evidence import Contradiction, Side
from advisor.model.knowledge import Knowledge
from advisor.model.performance import SILENCE, Known, Testimony
from advisor.model.report import Report, SetAside, Unmet, Verdict
from advisor.model.settlement import Settlement, SideWeight
from advisor.model.snapshot import InForce
from advisor.model.trace import (
    ClaimTrace,
    CountingClaim,
    CriterionCell,
    CriterionTrace,
    Factors,
    Heard,
    Moved,
    NotBearing,
    Order,
    Placed,
    RestingRule,
    RuleTrace,
    TouchedCell,
    Tried,
    Unanswered,
)

NOW = Order(Verdict.CLEAR, (Placed("alpha", 1, 0.64), Placed("beta", 2, 0.47)))
THEN = Order(Verdict.TIE, (Placed("beta", 1, 0.5), Placed("gamma", 1, 0.48)))
FULL = Factors(1.0, 1.0, 4.0, 4.0, 1.0, 1.0)
ASIDE = Factors(0.4, 0.7, 0.0, 4.0, 0.5, 0.25)
CELL = Known(0.75, 0.5, 1.0, (Testimony("c-1", "s1", 0.85, 0.5),))


@pytest.fixture(scope="session")
def of_claim() -> ClaimTrace:
    """Return a claim that decides who comes first."""
    return ClaimTrace(
        claim="c-1",
        standing=InForce({"speed": 0.5}),
        says={"alpha": 0.85, "beta": 0.3},
        alone={"speed": FULL, "tools": ASIDE},
        cells=(
            TouchedCell("beta", "tools", 0.0, Heard("c-1", 0.3, ASIDE), CELL, CELL),
            TouchedCell("alpha", "speed", 0.5, Heard("c-1", 0.85, FULL), CELL, SILENCE),
        ),
        rules=(RestingRule("wants-speed", True), RestingRule("gone", False)),
        now=NOW,
        without=THEN,
    )


@pytest.fixture(scope="session")
def of_rule() -> RuleTrace:
    """Return a rule that did not fire, for a single test."""
    return RuleTrace(
        rule="wants-speed",
        truth=Truth.UNKNOWN,
        tests=(
            Tried(Is("goal", "production"), Truth.TRUE, "production"),
            Tried(In("latency", ("low", "none")), Truth.UNKNOWN, Unanswered.UNANSWERED),
            Tried(Includes("domain", ("audio",)), Truth.FALSE, ("vision", "nlp")),
        ),
        borne_out=True,
        near=(Unmet(In("latency", ("low", "none")), known=False),),
        claims=(
            CountingClaim("c-1", InForce({"speed": 0.5})),
            CountingClaim("c-5", SetAside("c-5", "superseded by c-2", "c-2")),
        ),
        excluded=("delta",),
        moved=(Moved("speed", 0.0, 0.4), Moved("tools", 0.3, 0.2)),
        now=NOW,
        otherwise=Order(Verdict.LEANING, NOW.places),
    )


@pytest.fixture(scope="session")
def of_criterion(report: Report) -> CriterionTrace:
    """Return a criterion with a ranked, a silent and an excluded framework."""
    unheard = NotBearing((Tried(Is("goal", "research"), Truth.FALSE, "production"),))
    return CriterionTrace(
        criterion="speed",
        weighting=report.weighting[1],
        cells=(
            CriterionCell(
                "alpha", report.ranking[0], CELL, (Heard("c-1", 0.85, FULL),)
            ),
            CriterionCell("gamma", report.not_judged[0], SILENCE, ()),
            CriterionCell("delta", report.excluded, CELL, (Heard("c-2", 0.3, ASIDE),)),
        ),
        silent=(CountingClaim("c-5", unheard),),
        contradictions=(
            Settlement(
                "fight",
                date(2026, 11, 21),
                (
                    SideWeight("It is fast", 0.5, ("c-1",), (), None),
                    SideWeight("It is slow", 0.0, (), ("c-5",), None),
                ),
                0,
            ),
        ),
        now=NOW,
        without=Order(Verdict.NO_BASIS, ()),
    )


@pytest.fixture(scope="session")
def quarrel(small: Knowledge) -> Knowledge:
    """Return the small rule base with the contradiction that is settled."""
    sides = (Side("It is fast", ("c-1",)), Side("It is slow", ("c-5",)))
    fight = Contradiction("fight", "Is it [fast]?", sides, "Measure.")
    return replace(small, contradictions={"fight": fight})
