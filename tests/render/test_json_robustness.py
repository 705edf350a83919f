from collections.abc import Mapping
from dataclasses import replace

import pytest

from advisor.model.condition import Includes
from advisor.model.report import NOT_CHALLENGED, NearMiss, Report, Unmet
from advisor.model.robustness import (
    Challenge,
    NeverFirst,
    StableWeight,
    TippingPoint,
    Without,
)
from advisor.render.json_robustness import (
    near_miss,
    no_tipping_points,
    robustness,
    tipping_points,
)


@pytest.fixture
def challenge(report: Report) -> Challenge:
    """Return what was tried to shake the synthetic report."""
    assert isinstance(report.challenge, Challenge)
    return report.challenge


def test_a_tipping_point_says_which_answers_change_and_null_clears_one(
    report: Report,
) -> None:
    assert tipping_points(report) == [
        {
            "change": {"goal": "research", "hot-swap": None},
            "winner": "beta",
            "size": 2,
            "lead": 0.0512,
            "others": 2,
        }
    ]
    assert no_tipping_points(report) == [{"framework": "gamma", "searched": 3}]


def test_answers_keep_the_types_of_the_profile(
    report: Report, challenge: Challenge
) -> None:
    point = TippingPoint(
        "beta", {"domain": ("nlp", "vision"), "hot-swap": True}, 0.0512, 0
    )
    tried = replace(challenge, tipping_points=(point,))
    (found,) = tipping_points(replace(report, challenge=tried)) or []
    assert found["change"] == {"domain": ["nlp", "vision"], "hot-swap": True}


def test_none_found_is_an_empty_list_and_not_sought_is_null(
    report: Report, challenge: Challenge
) -> None:
    none = replace(report, challenge=replace(challenge, tipping_points=()))
    assert tipping_points(none) == []
    assert no_tipping_points(none) == []
    unsought = replace(report, challenge=NOT_CHALLENGED)
    assert tipping_points(unsought) is None
    assert no_tipping_points(unsought) is None


def test_samples_are_told_with_their_error_and_central_weights(report: Report) -> None:
    found = robustness(report)
    assert found["samples"] == 10_000
    assert found["error"] == 0.0052
    assert found["sure"] == 0.9231
    assert found["central_weights"]["beta"] == {"docs": 0.7, "speed": 0.2, "tools": 0.1}
    assert found["confidence_factor"] == {"alpha": 0.9412, "beta": 0.5508}


def test_who_is_never_first_has_no_central_weights(report: Report) -> None:
    first, second = report.sampled.frameworks
    never = replace(second, favour=NeverFirst())
    sampled = replace(report.sampled, frameworks=(first, never))
    found = robustness(replace(report, sampled=sampled))
    assert found["central_weights"]["beta"] is None
    assert found["confidence_factor"]["beta"] is None


def test_everything_that_was_tried_is_spelt_out(report: Report) -> None:
    found = robustness(report)
    assert found["stable_weights"][0] == {
        "criterion": "docs",
        "weight": 0.2,
        "low": 0.0,
        "high": 0.71,
        "under": None,
        "over": "beta",
    }
    assert found["without_source"][0] == {
        "source": "s1",
        "first": "beta",
        "lead": -0.0213,
    }
    assert found["without_criterion"][0] == {
        "criterion": "speed",
        "first": "alpha",
        "lead": 0.0104,
    }
    assert found["noise"] == {
        "shuffles": 2000,
        "lead": 0.305,
        "floor": 0.21,
        "reached": 0.0125,
    }
    assert found["methods"][2] == {"method": "promethee", "order": ["beta", "alpha"]}
    assert found["dominated"] == [{"framework": "beta", "by": ["alpha"]}]
    assert found["open_questions"][0] == {
        "question": "latency",
        "low": -0.04,
        "high": 0.21,
        "winners": {"beta": "real-time"},
        "nobody": [],
    }


def test_nobody_is_null_and_numbers_are_rounded(
    report: Report, challenge: Challenge
) -> None:
    tried = replace(
        challenge,
        without_source=(Without("s1", "", 1 / 3),),
        stable_weights=(StableWeight("docs", 1 / 3, 0.0, 1.0, "", ""),),
        noise=None,
    )
    found = robustness(replace(report, challenge=tried))
    assert found["without_source"] == [
        {"source": "s1", "first": None, "lead": 0.333333}
    ]
    assert found["stable_weights"][0]["weight"] == 0.333333
    assert found["noise"] is None


def test_a_near_miss_names_rule_and_test(some_reports: Mapping[str, Report]) -> None:
    (miss,) = some_reports["clear"].near_misses
    assert near_miss(miss) == {
        "rule": "wants-speed",
        "fact": "goal",
        "values": ["research"],
        "negated": False,
        "known": True,
    }
    unmet = Unmet(Includes("domain", ("nlp", "vision")), known=False, negated=True)
    assert near_miss(NearMiss("x", unmet))["values"] == ["nlp", "vision"]
    assert near_miss(NearMiss("x", unmet))["negated"] is True
