"""What a claim says about a cell, and how loudly."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.engine.standing import Standing
from advisor.engine.testify import performances, weight_of
from advisor.engine.testify import testimonies as spoken  # pytest collects "test…"
from advisor.model.condition import All, Any_, Condition, Includes, Is, Not
from advisor.model.criterion import Criterion, Measure, Shape
from advisor.model.evidence import Claim, Confidence, Source, Strength
from advisor.model.knowledge import Knowledge
from advisor.model.performance import Testimony as Said  # pytest collects "Test…"

DAY = date(2020, 1, 1)
# Four years of 365.25 days: one half-life of criterion c1.
LATER = DAY + timedelta(days=1461)


@pytest.fixture(scope="session")
def heard(
    a_knowledge: Callable[..., Knowledge],
    a_criterion: Callable[..., Criterion],
    a_source: Callable[..., Source],
) -> Callable[[Claim, date], dict[tuple[str, str], tuple[Said, ...]]]:
    """Return what one claim on c1 says on a day."""

    def hear(claim: Claim, day: date) -> dict[tuple[str, str], tuple[Said, ...]]:
        base = a_knowledge(
            criteria=[a_criterion("c1", half_life=4), a_criterion("c2", half_life=2)],
            sources=[a_source("s1", published=DAY, reliability=0.8)],
            claims={"c1": [claim]},
        )
        return spoken(base, Standing({claim.id: claim}, ()), day, project=True)

    return hear


Heard = Callable[[Claim, date], dict[tuple[str, str], tuple[Said, ...]]]


@pytest.mark.parametrize(
    ("strength", "favoured", "against"),
    [
        (Strength.WEAK, 0.6, 0.4),
        (Strength.MODERATE, 0.7, 0.3),
        (Strength.STRONG, 0.85, 0.15),
    ],
)
def test_direction_and_strength_become_a_performance(
    strength: Strength,
    favoured: float,
    against: float,
    a_claim: Callable[..., Claim],
    a_knowledge: Callable[..., Knowledge],
) -> None:
    claim = a_claim("k1", favours=("ada",), against=("bob",), strength=strength)
    assert performances(claim, a_knowledge()) == {"ada": favoured, "bob": against}


def test_a_stated_performance_replaces_the_tables(
    a_claim: Callable[..., Claim], a_knowledge: Callable[..., Knowledge]
) -> None:
    claim = a_claim(
        "k1", favours=("ada",), strength=Strength.WEAK, performance={"ada": 0.0}
    )
    assert performances(claim, a_knowledge()) == {"ada": 0.0}


def test_a_claim_without_strength_or_performance_says_nothing(
    a_claim: Callable[..., Claim], a_knowledge: Callable[..., Knowledge]
) -> None:
    assert performances(a_claim("k1", favours=("ada",)), a_knowledge()) == {}


def test_weight_is_reliability_times_confidence_times_freshness(
    a_claim: Callable[..., Claim], heard: Heard
) -> None:
    claim = a_claim("k1", performance={"ada": 0.9}, confidence=Confidence.MEDIUM)
    (fresh,) = heard(claim, DAY)["ada", "c1"]
    (old,) = heard(claim, LATER)["ada", "c1"]
    assert (fresh.claim, fresh.source, fresh.performance) == ("k1", "s1", 0.9)
    assert fresh.weight == pytest.approx(0.8 * 0.7)
    assert old.weight == pytest.approx(0.8 * 0.7 / 2)


def test_a_second_criterion_hears_half_and_ages_at_its_own_pace(
    a_claim: Callable[..., Claim], heard: Heard
) -> None:
    claim = a_claim("k1", performance={"ada": 0.9}, also=("c2",))
    (own,) = heard(claim, LATER)["ada", "c1"]
    (second,) = heard(claim, LATER)["ada", "c2"]
    assert own.weight == pytest.approx(0.8 / 2)
    assert second.weight == pytest.approx(0.8 / 4 * 0.5)
    assert second.performance == own.performance


def test_only_the_cells_spoken_of_are_filled(
    a_claim: Callable[..., Claim], heard: Heard
) -> None:
    claim = a_claim("k1", performance={"ada": 0.9, "bob": 0.2}, subjects=("eve",))
    assert set(heard(claim, DAY)) == {("ada", "c1"), ("bob", "c1")}


LLM = Includes("domain", ("llm",))
Measured = Callable[[Measure | None, Mapping[str, float]], Mapping[str, float]]


@pytest.fixture(scope="session")
def measured(
    a_claim: Callable[..., Claim],
    a_criterion: Callable[..., Criterion],
    a_knowledge: Callable[..., Knowledge],
) -> Measured:
    """Return a function from a measure and values to performances."""

    def judge(
        measure: Measure | None, values: Mapping[str, float]
    ) -> Mapping[str, float]:
        plain = a_criterion("c1")
        criterion = replace(plain, scale=replace(plain.scale, measure=measure))
        claim = a_claim("k1", measured=values)
        base = a_knowledge(criteria=[criterion], claims={"c1": [claim]})
        return performances(claim, base)

    return judge


@pytest.mark.parametrize(
    ("measure", "value", "performance"),
    [
        (Measure("points", 0, 100), 25, 0.25),
        (Measure("points", 0, 100), -5, 0.0),
        (Measure("points", 0, 100), 300, 1.0),
        (Measure("ms", 200, 100), 175, 0.25),
        (Measure("ms", 200, 100), 300, 0.0),
        (Measure("ms", 200, 100), 1, 1.0),
        (Measure("MB", 1000, 1, Shape.LOGARITHMIC), 10, 2 / 3),
        (Measure("MB", 1000, 1, Shape.LOGARITHMIC), 1, 1.0),
        (Measure("MB", 1000, 1, Shape.LOGARITHMIC), 0, 1.0),
        (Measure("stars", 10, 1000, Shape.LOGARITHMIC), 100, 0.5),
        (Measure("stars", 10, 1000, Shape.LOGARITHMIC), 0, 0.0),
        (Measure("stars", 10, 1000, Shape.LOGARITHMIC), 99999, 1.0),
    ],
)
def test_a_measurement_is_read_on_the_scale_of_its_criterion(
    measure: Measure, value: float, performance: float, measured: Measured
) -> None:
    assert measured(measure, {"ada": value}) == {"ada": pytest.approx(performance)}


def test_a_measurement_without_a_measure_says_nothing(measured: Measured) -> None:
    assert measured(None, {"ada": 3.0}) == {}


_positive = st.floats(0.01, 1e6)
_measures = st.builds(
    Measure, st.just("x"), _positive, _positive, st.sampled_from(Shape)
).filter(lambda each: abs(each.worst / each.best - 1) > 1e-3)


@given(_measures, st.floats(0, 1e7), st.floats(0, 1e7))
def test_whatever_is_measured_lies_on_the_scale_and_nearer_the_best_is_no_worse(
    measured: Measured, measure: Measure, one: float, other: float
) -> None:
    low, high = sorted((one, other))
    worse, better = (low, high) if measure.best > measure.worst else (high, low)
    found = measured(measure, {"ada": worse, "bob": better})
    assert 0 <= found["ada"] <= found["bob"] <= 1


@given(_measures)
def test_the_ends_of_the_scale_are_nought_and_one(
    measured: Measured, measure: Measure
) -> None:
    found = measured(measure, {"ada": measure.worst, "bob": measure.best})
    assert found == {"ada": pytest.approx(0.0), "bob": pytest.approx(1.0)}


@pytest.mark.parametrize("field", ["confirmed", "valid_until"])
def test_a_claim_ages_only_from_the_last_day_on_which_it_held(
    field: str, a_claim: Callable[..., Claim], heard: Heard
) -> None:
    lasting = a_claim("k1", performance={"ada": 0.9}, **{field: LATER})
    (fresh,) = heard(lasting, LATER)["ada", "c1"]
    (old,) = heard(lasting, LATER + timedelta(days=1461))["ada", "c1"]
    assert fresh.weight == pytest.approx(0.8)
    assert old.weight == pytest.approx(0.4)


def test_before_it_was_confirmed_a_claim_is_as_fresh_as_it_can_be(
    a_claim: Callable[..., Claim], heard: Heard
) -> None:
    claim = a_claim("k1", performance={"ada": 0.9}, confirmed=LATER)
    (then,) = heard(claim, DAY + timedelta(days=700))["ada", "c1"]
    assert then.weight == pytest.approx(0.8)


@pytest.fixture(scope="session")
def weighed(
    a_knowledge: Callable[..., Knowledge],
    a_criterion: Callable[..., Criterion],
    a_source: Callable[..., Source],
) -> Callable[[Claim, date], float]:
    """Return what one claim weighs on a day."""

    def weigh(claim: Claim, day: date) -> float:
        base = a_knowledge(
            criteria=[a_criterion("c1", half_life=2)],
            sources=[a_source("s1", reliability=0.8)],
            claims={"c1": [claim]},
        )
        return weight_of(claim, "c1", base, day)

    return weigh


_days = st.dates(date(2012, 1, 1), date(2040, 1, 1))


@given(_days, _days, _days, _days)
def test_a_claim_that_was_confirmed_later_never_weighs_less(
    a_claim: Callable[..., Claim],
    weighed: Callable[[Claim, date], float],
    said: date,
    one: date,
    other: date,
    day: date,
) -> None:
    early, late = sorted((one, other))
    plain = a_claim("k1", date_=said)
    weights = [
        weighed(plain, day),
        weighed(replace(plain, confirmed=early), day),
        weighed(replace(plain, confirmed=late), day),
    ]
    assert weights == sorted(weights)
    assert weights[0] > 0
    assert weights[-1] <= 0.8


@given(_days, _days, _days)
def test_a_claim_never_gains_weight_with_time(
    a_claim: Callable[..., Claim],
    weighed: Callable[[Claim, date], float],
    said: date,
    one: date,
    other: date,
) -> None:
    claim = a_claim("k1", date_=said)
    early, late = sorted((one, other))
    assert weighed(claim, late) <= weighed(claim, early)


Cells = dict[tuple[str, str], tuple[Said, ...]]


@pytest.fixture(scope="session")
def chorus(
    a_knowledge: Callable[..., Knowledge],
    a_criterion: Callable[..., Criterion],
    a_source: Callable[..., Source],
) -> Callable[..., Cells]:
    """Return what several claims on c1, all of them fresh, say together."""

    def hear(*claims: Claim, project: bool = True) -> Cells:
        base = a_knowledge(
            criteria=[a_criterion("c1"), a_criterion("c2")],
            sources=[a_source("s1", published=DAY), a_source("s2", published=DAY)],
            claims={"c1": claims},
        )
        held = Standing({each.id: each for each in claims}, ())
        return spoken(base, held, DAY, project=project)

    return hear


def loud(said: tuple[Said, ...]) -> dict[str, float]:
    return {each.claim: each.weight for each in said}


def test_what_is_said_of_just_such_projects_outweighs_what_is_said_of_all(
    a_claim: Callable[..., Claim], chorus: Callable[..., Cells]
) -> None:
    special = a_claim("k1", performance={"ada": 0.9}, when=LLM)
    general = a_claim("k2", "s2", performance={"ada": 0.1, "bob": 0.5}, also=("c2",))
    cells = chorus(special, general)
    assert loud(cells["ada", "c1"]) == {"k1": 1.0, "k2": 0.25}
    # In the other cells nobody speaks of such projects.
    assert loud(cells["bob", "c1"]) == {"k2": 1.0}
    assert loud(cells["ada", "c2"]) == {"k2": 0.5}
    assert [each.performance for each in cells["ada", "c1"]] == [0.9, 0.1]


def test_where_every_claim_is_special_or_none_is_they_speak_as_they_are(
    a_claim: Callable[..., Claim], chorus: Callable[..., Cells]
) -> None:
    for when in (None, LLM):
        two = [a_claim(f"k{n}", performance={"ada": 0.9}, when=when) for n in (1, 2)]
        assert loud(chorus(*two)["ada", "c1"]) == {"k1": 1.0, "k2": 1.0}


def test_a_special_claim_quietens_others_where_it_speaks_on_the_side_too(
    a_claim: Callable[..., Claim], chorus: Callable[..., Cells]
) -> None:
    special = a_claim("k1", performance={"ada": 0.9}, when=LLM, also=("c2",))
    general = a_claim("k2", performance={"ada": 0.1}, also=("c2",))
    cells = chorus(special, general)
    assert loud(cells["ada", "c2"]) == {"k1": 0.5, "k2": 0.125}


SMALL, GOAL = Is("data-scale", "small"), Is("goal", "research")


@pytest.mark.parametrize(
    ("when", "named"),
    [
        (LLM, 1),
        (Not(LLM), 1),
        (Any_((LLM, Includes("domain", ("vision",)))), 1),
        (All((LLM, SMALL)), 2),
        (Any_((LLM, Not(All((SMALL, GOAL))))), 3),
    ],
)
def test_each_fact_that_a_claim_names_less_than_the_most_special_costs_its_share(
    when: Condition,
    named: int,
    a_claim: Callable[..., Claim],
    chorus: Callable[..., Cells],
) -> None:
    three = All((LLM, SMALL, GOAL))
    cells = chorus(
        a_claim("k1", performance={"ada": 0.9}, when=three),
        a_claim("k2", performance={"ada": 0.5}, when=when),
        a_claim("k3", performance={"ada": 0.1}),
    )
    assert loud(cells["ada", "c1"]) == {
        "k1": 1.0,
        "k2": pytest.approx(0.25 ** (3 - named)),
        "k3": pytest.approx(0.25**3),
    }


def test_where_no_project_is_meant_nobody_is_outweighed(
    a_claim: Callable[..., Claim], chorus: Callable[..., Cells]
) -> None:
    special = a_claim("k1", performance={"ada": 0.9}, when=LLM)
    general = a_claim("k2", performance={"ada": 0.1}, also=("c2",))
    cells = chorus(special, general, project=False)
    assert loud(cells["ada", "c1"]) == {"k1": 1.0, "k2": 1.0}
    assert loud(cells["ada", "c2"]) == {"k2": 0.5}
