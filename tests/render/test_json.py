import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from advisor.model.comparison import Comparison
from advisor.model.knowledge import Knowledge
from advisor.model.report import NOT_CHALLENGED, NOT_SAMPLED, Report, Verdict
from advisor.model.robustness import Acceptability, NeverFirst, Sampled
from advisor.model.trace import Contender
from advisor.render.json import result
from advisor.render.json_comparison import comparison
from advisor.render.json_explanation import explanation
from advisor.render.json_text import number, render

# DESIGN.md, section 6; later versions only add keys.
CONTRACT = {
    "schema",
    "project",
    "as_of",
    "evidence",
    "knowledge",
    "verdict",
    "recommendation",
    "ranking",
    "not_judged",
    "excluded",
    "paths",
    "tipping_points",
    "set_aside",
    "open_questions",
    "trace",
}
RANKED = {
    "framework",
    "rank",
    "score",
    "rank_acceptability",
    "contributions",
    "gaps",
}


def test_the_result_has_every_key_of_the_contract(report: Report) -> None:
    document = result(report)
    assert set(document) >= CONTRACT
    assert document["schema"] == 1
    assert set(document["knowledge"]) == {"version", "digest"}
    assert set(document["recommendation"]) >= {"framework", "stack", "summary"}
    for each in document["ranking"]:
        assert set(each) >= RANKED
        assert set(each["score"]) == {"low", "value", "high"}
        for part in each["contributions"]:
            assert set(part) >= {"criterion", "weight", "value", "claims"}
    assert set(document["excluded"][0]) >= {"framework", "rule", "reason", "claims"}
    assert set(document["not_judged"][0]) >= {"framework", "reason"}
    assert set(document["set_aside"][0]) >= {"claim", "superseded_by"}
    assert set(document["trace"][0]) >= {"rule", "facts", "effects"}


def test_every_kind_of_report_survives_the_way_to_text_and_back(
    some_reports: Mapping[str, Report],
) -> None:
    for report in some_reports.values():
        document = result(report)
        assert json.loads(render(document)) == document


def test_no_basis_recommends_nothing(some_reports: Mapping[str, Report]) -> None:
    document = result(some_reports["nothing judged"])
    assert document["recommendation"] is None
    assert document["ranking"] == []
    assert document["summary"] == "No basis for a recommendation."


def test_a_tie_shows_the_shared_rank_and_names_the_first(
    some_reports: Mapping[str, Report],
) -> None:
    document = result(some_reports["tie"])
    assert [each["rank"] for each in document["ranking"]] == [1, 1]
    assert document["recommendation"]["framework"] == "alpha"


def test_what_was_not_computed_is_null_and_never_zero(report: Report) -> None:
    quick = replace(report, sampled=NOT_SAMPLED, challenge=NOT_CHALLENGED)
    document = result(quick)
    assert document["ranking"][0]["rank_acceptability"] is None
    assert document["tipping_points"] is None
    assert document["no_tipping_points"] is None
    assert set(document["robustness"].values()) == {None}
    assert set(document["robustness"]) == set(result(report)["robustness"])


def test_what_was_sampled_is_a_list(report: Report) -> None:
    shares = Acceptability("alpha", (0.91, 0.0700000001), NeverFirst())
    document = result(replace(report, sampled=Sampled(100, 0.01, (shares,))))
    assert document["ranking"][0]["rank_acceptability"] == [0.91, 0.07]


def test_contributions_and_open_shares_add_up_to_the_score(report: Report) -> None:
    weights = {each.criterion: each.weight for each in report.weighting}
    for each in result(report)["ranking"]:
        known = sum(part["weight"] * part["value"] for part in each["contributions"])
        gaps = sum(share["weight"] * share["value"] for share in each["open_shares"])
        assert known + gaps == pytest.approx(each["score"]["value"], abs=1e-5)
        named = {share["criterion"]: share["weight"] for share in each["open_shares"]}
        assert named == {name: number(weights[name]) for name in each["gaps"]}


def test_claims_of_a_contribution_are_those_of_its_cell(report: Report) -> None:
    first = result(report)["ranking"][0]
    claims = {part["criterion"]: part["claims"] for part in first["contributions"]}
    assert claims == {"speed": ["c-1", "c-2"], "tools": ["c-3"], "docs": ["c-4"]}


def test_facts_and_effects_of_a_firing_are_spelt_out(report: Report) -> None:
    assert result(report)["trace"] == [
        {"rule": "gone", "facts": {}, "effects": ["exclude status"]},
        {
            "rule": "wants-speed",
            "facts": {
                "goal": "production",
                "domain": ["vision", "nlp"],
                "hot-swap": True,
            },
            "effects": ["raise speed 3", "raise tools 3", "enough tools 0.8"],
        },
    ]


def test_an_explanation_adds_every_claim_and_rule_that_is_named(
    report: Report, small: Knowledge
) -> None:
    second = report.ranking[1]
    about = Contender(second.framework, second.score, second.rank)
    document = explanation(report, small, about)
    assert document["about"] == "beta"
    assert [each["id"] for each in document["rules"]] == ["gone", "wants-speed"]
    assert [each["id"] for each in document["claims"]] == [
        f"c-{n}" for n in range(1, 6)
    ]
    claim = document["claims"][2]
    assert claim["source"] == "s3"
    assert claim["criterion"] == "tools"
    assert claim["date"] == "2019-09-30"
    assert {key: document[key] for key in result(report)} == result(report)


def test_an_explanation_without_a_framework_says_so(
    report: Report, small: Knowledge
) -> None:
    assert explanation(report, small, None)["about"] is None


def test_a_gap_in_a_comparison_is_null(compared: Comparison) -> None:
    document = comparison(compared)
    assert document["frameworks"] == ["alpha", "beta"]
    assert document["project"] is None
    both = {each["criterion"]: each["performances"] for each in document["criteria"]}
    assert both["docs"] == [None, None]
    assert both["tools"][0]["claims"] == ["c-3"]
    assert both["tools"][1] is None
    assert [each["weight"] for each in document["criteria"]] == [None] * 3


def test_a_comparison_for_a_project_has_weights(compared: Comparison) -> None:
    rows = tuple(replace(each, weight=1 / 3) for each in compared.rows)
    document = comparison(replace(compared, project="p", rows=rows))
    assert document["project"] == "p"
    assert {each["weight"] for each in document["criteria"]} == {0.333333}


def test_the_same_document_gives_the_same_bytes(
    report: Report, some_reports: Mapping[str, Report]
) -> None:
    assert render(result(report)) == render(result(some_reports["clear"]))
    assert render({"a": "ü", "b": 1}) == '{\n  "a": "ü",\n  "b": 1\n}\n'


def test_a_comparison_matches_its_golden_file(
    compared: Comparison, golden: Callable[[str, str], str]
) -> None:
    document: Mapping[str, Any] = comparison(compared)
    text = render(document)
    assert text == golden("comparison.json", text)


def test_the_way_to_each_target_is_that_of_the_recommended_framework(
    report: Report,
) -> None:
    (path,) = result(report)["paths"]
    assert path == {
        "target": "server",
        "path": "alpha-box",
        "steps": ["export"],
        "format": ".box",
        "through": ["beta"],
        "runtime": "box",
        "maturity": "production",
        "since": "2026-11-21",
        "claims": ["c-1"],
        "sources": ["s1"],
        "misses": ["java"],
        "others": ["alpha-bag"],
    }
    other = {"alpha": {}, "beta": report.routes["alpha"]}
    assert result(replace(report, routes=other))["paths"] == []


def test_where_nothing_is_recommended_there_is_no_way(
    some_reports: Mapping[str, Report],
) -> None:
    nobody = some_reports["nothing judged"]
    assert nobody.routes["alpha"]
    assert result(nobody)["paths"] == []


def test_pair_and_horizons_are_spelt_out_and_no_pair_is_null(report: Report) -> None:
    document = result(report)
    assert document["together"] == {
        "frameworks": ["delta", "alpha"],
        "targets": [["server"], ["browser"]],
    }
    assert result(replace(report, together=None))["together"] is None
    none = replace(report.horizons[0], verdict=Verdict.NO_BASIS, framework="")
    horizons = result(replace(report, horizons=(*report.horizons, none)))["horizons"]
    assert [each["framework"] for each in horizons] == ["beta", "alpha", None]
    assert document["unreached"] == ["browser"]
