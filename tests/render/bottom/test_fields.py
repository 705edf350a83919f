import json
from dataclasses import replace

from advisor.model.knowledge import Knowledge
from advisor.model.report import NOT_CHALLENGED, Report
from advisor.model.snapshot import LeftOut, NotYetSaid, Restatement
from advisor.model.trace import (
    ClaimTrace,
    CriterionTrace,
    Irrelevant,
    RuleTrace,
    Weightless,
)
from advisor.render.bottom.fields import bottom_fields
from advisor.render.json_text import render
from tests.render.conftest import DAY


def test_every_deep_view_names_its_report_and_what_it_is_about(
    of_claim: ClaimTrace,
    of_rule: RuleTrace,
    of_criterion: CriterionTrace,
    report: Report,
    small: Knowledge,
) -> None:
    for trace, kind, id_ in (
        (of_claim, "claim", "c-1"),
        (of_rule, "rule", "wants-speed"),
        (of_criterion, "criterion", "speed"),
    ):
        document = json.loads(render(bottom_fields(trace, report, small)))
        assert (document["kind"], document["id"]) == (kind, id_)
        assert (document["schema"], document["project"]) == (1, "shelf-scanner")
        assert document["as_of"] == DAY.isoformat()
        assert document["now"]["verdict"] == "clear"
        assert [each["framework"] for each in document["now"]["ranking"]] == [
            "alpha",
            "beta",
        ]


def test_a_claim_has_its_factors_and_cells_with_and_without_it(
    of_claim: ClaimTrace, report: Report, small: Knowledge
) -> None:
    document = bottom_fields(of_claim, report, small)
    assert document["standing"] == {"state": "in-force", "weights": {"speed": 0.5}}
    tools, speed = document["cells"]
    assert speed["without"] is None
    assert speed["now"] == {"low": 0.5, "value": 0.75, "high": 1.0}
    assert tools["heard"] == {
        "claim": "c-1",
        "performance": 0.3,
        "weight": 0.035,
        "reliability": 0.4,
        "confidence": 0.7,
        "freshness": 1.0,
        "age_years": 0.0,
        "half_life_years": 4.0,
        "share": 0.5,
        "specificity": 0.25,
    }
    assert document["rules"][0] == {"rule": "wants-speed", "fired": True}
    assert document["without"]["verdict"] == "tie"


def test_every_standing_has_a_state_of_its_own(
    of_claim: ClaimTrace, report: Report, small: Knowledge
) -> None:
    states = [
        bottom_fields(replace(of_claim, standing=each), report, small)["standing"]
        for each in (LeftOut(), Weightless(), NotYetSaid(DAY), Restatement("c-2"))
    ]
    assert states == [
        {"state": "left-out"},
        {"state": "weightless"},
        {"state": "not-yet-said", "said_on": "2026-11-21"},
        {"state": "restatement", "of": "c-2"},
    ]


def test_a_rule_has_the_outcome_of_each_test(
    of_rule: RuleTrace, report: Report, small: Knowledge
) -> None:
    document = bottom_fields(of_rule, report, small)
    assert document["fired"] is False
    assert [(each["outcome"], each["answer"]) for each in document["tests"]] == [
        ("true", "production"),
        ("unknown", None),
        ("false", ["vision", "nlp"]),
    ]
    assert document["claims"][1]["standing"]["superseded_by"] == "c-2"
    assert document["weights"][0] == {
        "criterion": "speed",
        "now": 0.0,
        "otherwise": 0.4,
    }


def test_a_criterion_has_every_cell_and_its_weight(
    of_criterion: CriterionTrace, report: Report, small: Knowledge
) -> None:
    document = bottom_fields(of_criterion, report, small)
    assert document["weight"] == 0.5
    assert document["rules"] == {"wants-speed": 3.0}
    alpha, gamma, delta = document["cells"]
    assert (alpha["framework"], alpha["rank"]) == ("alpha", 1)
    assert gamma["not_judged"] == "the evidence covers 30%"
    assert [each["rule"] for each in delta["excluded"]] == ["gone"]
    assert document["cells"][1]["performance"] is None
    (unheard,) = document["not_heard"]
    assert unheard["standing"]["state"] == "not-bearing"
    assert document["contradictions"][0]["leading"] == 0
    assert document["stable"] == {
        "criterion": "speed",
        "weight": 0.5,
        "low": 0.0,
        "high": 1.0,
        "under": None,
        "over": None,
    }


def test_what_was_not_worked_out_is_null(
    of_criterion: CriterionTrace, report: Report, small: Knowledge
) -> None:
    quick = replace(report, challenge=NOT_CHALLENGED)
    assert bottom_fields(of_criterion, quick, small)["stable"] is None
    idle = replace(of_criterion, weighting=Irrelevant.IRRELEVANT)
    document = bottom_fields(idle, report, small)
    assert (document["weight"], document["stated"]) == (0, None)
