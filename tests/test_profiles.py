"""The example profiles, judged on several days and with both kinds of evidence."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import field
from datetime import date
from itertools import pairwise
from math import fsum
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from advisor.cli.format import Format
from advisor.cli.output import emit_report
from advisor.engine.recommend import recommend
from advisor.knowledge.profiles import read_profile
from advisor.model.evidence import Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.record import record
from advisor.model.report import Report, Verdict
from advisor.render.json import result
from advisor.render.json_text import render
from advisor.render.schema import result_schema

NAMES = sorted(
    path.stem for path in (Path(__file__).parents[1] / "knowledge/profiles").iterdir()
)
DAYS = (date(2019, 12, 31), date(2023, 12, 31), date(2026, 11, 21))


TODAY = DAYS[-1]
CLEAR, LEANING = Verdict.CLEAR, Verdict.LEANING


@record
class Expected:
    """What is expected of an example today: each runtime fits its target, and why."""

    why: str
    framework: str
    verdicts: tuple[Verdict, ...]
    layers: tuple[str, ...] = ()
    runtimes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


EXPECTED = {
    "android-browser": Expected(
        "The published picture models are PyTorch's since the hubs have dropped "
        "TensorFlow, and ways of their own now lead from it to both targets.",
        "pytorch",
        (CLEAR, LEANING),
        ("timm", "torchao"),
        {
            "android": ("executorch", "litert"),
            "browser": ("transformers-js", "onnxruntime-web"),
        },
    ),
    "beginner-course": Expected(
        "Courses, error messages and published models are best for PyTorch; Keras is "
        "as quick to learn and close behind, so that the lead is no clear one.",
        "pytorch",
        (LEANING,),
        ("fastai",),
    ),
    "cluster-training": Expected(
        "Sharded training on NVIDIA machines and tables too large for one of them have "
        "their libraries in PyTorch; C++ in real time on NVIDIA means TensorRT.",
        "pytorch",
        (CLEAR, LEANING),
        ("torchrec",),
        {"server": ("tensorrt", "triton")},
    ),
    "java-back-end": Expected(
        "The language models are PyTorch's; Java loads them for years without Python "
        "from ONNX, which no longer ties the services to TensorFlow's own Java.",
        "pytorch",
        (CLEAR, LEANING),
        ("transformers",),
        {"server": ("onnxruntime", "djl")},
    ),
    "research-prototype": Expected(
        "Nearly all open language models and the tools to tune them are PyTorch's, and "
        "nothing has to be shipped.",
        "pytorch",
        (CLEAR,),
        ("transformers", "peft"),
    ),
    "small-server": Expected(
        "A published picture model, a little load and Python on both sides: the "
        "framework itself may serve it.",
        "pytorch",
        (CLEAR, LEANING),
        ("timm",),
        {"server": ("framework", "onnxruntime", "openvino")},
    ),
}
# What changed since: then the phone, the browser and Java spoke for TensorFlow.
IN_2019 = {"android-browser": "tensorflow", "java-back-end": "tensorflow"}


def reports_of(name: str, knowledge: Knowledge) -> Iterator[Report]:
    profile = read_profile(knowledge.profiles[name], name, knowledge)
    for day in DAYS:
        for evidence in Evidence:
            yield recommend(knowledge, profile, day, evidence)


@pytest.fixture(scope="module")
def reports(knowledge: Knowledge) -> Mapping[str, tuple[Report, ...]]:
    """Return the reports of every example profile."""
    return {name: tuple(reports_of(name, knowledge)) for name in NAMES}


def test_every_example_is_part_of_the_rule_base(knowledge: Knowledge) -> None:
    assert list(knowledge.profiles) == NAMES
    assert len(NAMES) >= 5


@pytest.mark.parametrize("name", NAMES)
def test_an_example_bears_its_own_name_and_says_what_it_is(
    name: str, knowledge: Knowledge
) -> None:
    text = knowledge.profiles[name]
    assert read_profile(text, name, knowledge).project == name
    assert text.startswith("# ")


def on(day: date, name: str, reports: Mapping[str, tuple[Report, ...]]) -> Report:
    (found,) = [
        each
        for each in reports[name]
        if each.as_of == day and each.evidence is Evidence.ALL
    ]
    return found


@pytest.mark.parametrize("name", NAMES)
def test_today_an_example_is_decided_as_expected(
    name: str, reports: Mapping[str, tuple[Report, ...]]
) -> None:
    report, expected = on(TODAY, name, reports), EXPECTED[name]
    chosen = report.recommendation
    assert chosen is not None
    assert chosen.framework == expected.framework, expected.why
    assert report.verdict in expected.verdicts, expected.why
    assert set(expected.layers) <= set(chosen.stack), expected.why
    ways = report.routes[chosen.framework]
    assert set(ways) == set(expected.runtimes)
    for target, runtimes in expected.runtimes.items():
        assert ways[target].path.runtime in runtimes, expected.why


@pytest.mark.parametrize("name", IN_2019)
def test_the_same_project_was_decided_otherwise_in_2019(
    name: str, reports: Mapping[str, tuple[Report, ...]]
) -> None:
    then = on(DAYS[0], name, reports)
    assert then.verdict in (CLEAR, LEANING)
    assert then.recommendation is not None
    assert then.recommendation.framework == IN_2019[name] != EXPECTED[name].framework


@pytest.mark.parametrize("name", NAMES)
def test_every_result_keeps_to_the_schema(
    name: str, reports: Mapping[str, tuple[Report, ...]]
) -> None:
    validator = Draft202012Validator(result_schema(), format_checker=FormatChecker())
    for report in reports[name]:
        document = json.loads(render(result(report)))
        assert list(validator.iter_errors(document)) == []


@pytest.mark.parametrize("name", NAMES)
def test_weights_add_up_to_one_and_contributions_to_the_score(
    name: str, reports: Mapping[str, tuple[Report, ...]]
) -> None:
    for report in reports[name]:
        weights = [each.weight for each in report.weighting]
        assert fsum(weights) == pytest.approx(1)
        ranked = [each.score for each in report.ranking]
        for own in (*ranked, *(each.score for each in report.not_judged)):
            parts = [part.weight * part.value for part in own.contributions]
            gaps = [gap.weight * gap.value for gap in own.gaps]
            assert fsum([*parts, *gaps]) == pytest.approx(own.value)
            assert 0 <= own.low <= own.value <= own.high <= 1 + 1e-9
            shares = [part.weight for part in own.contributions]
            shares += [gap.weight for gap in own.gaps]
            assert fsum(shares) == pytest.approx(1)


@pytest.mark.parametrize("name", NAMES)
def test_the_numbers_of_the_json_add_up_too(
    name: str, reports: Mapping[str, tuple[Report, ...]], knowledge: Knowledge
) -> None:
    neutral = knowledge.constants.neutral.value
    for report in reports[name]:
        document: Mapping[str, Any] = result(report)
        open_ = {
            each["criterion"]: each["weight"] * min(1, neutral / (each["enough"] or 1))
            for each in document["weights"]
        }
        for each in document["ranking"]:
            known = fsum(p["weight"] * p["value"] for p in each["contributions"])
            gaps = fsum(open_[gap] for gap in each["gaps"])
            assert known + gaps == pytest.approx(each["score"]["value"], abs=1e-4)


@pytest.mark.parametrize("name", NAMES)
def test_every_framework_is_judged_or_told_why_not(
    name: str, reports: Mapping[str, tuple[Report, ...]], knowledge: Knowledge
) -> None:
    for report in reports[name]:
        groups = (report.ranking, report.not_judged, report.excluded)
        # Several rules may exclude one framework, and all of them are told.
        found = [name for group in groups for name in {e.framework for e in group}]
        assert sorted(found) == sorted(knowledge.frameworks)
        ranks = [each.rank for each in report.ranking]
        assert ranks == sorted(ranks)
        values = [each.score.value for each in report.ranking]
        assert all(a >= b for a, b in pairwise(values))


@pytest.mark.parametrize("name", NAMES)
def test_a_verdict_and_a_recommendation_belong_together(
    name: str, reports: Mapping[str, tuple[Report, ...]]
) -> None:
    for report in reports[name]:
        chosen = report.recommendation
        if report.verdict is Verdict.NO_BASIS:
            assert chosen is None
        else:
            assert chosen is not None
            assert chosen.framework == report.ranking[0].framework
            assert chosen.stack[0] == chosen.framework


@pytest.mark.parametrize("name", NAMES)
def test_only_documents_speak_where_only_documents_count(
    name: str, reports: Mapping[str, tuple[Report, ...]], knowledge: Knowledge
) -> None:
    for report in reports[name]:
        for each in report.ranking:
            for part in each.score.contributions:
                for said in part.performance.testimonies:
                    claim = knowledge.claims[said.claim]
                    assert knowledge.date_of(claim) <= report.as_of
                    if report.evidence is Evidence.DOCUMENTS:
                        assert knowledge.sources[said.source].is_document


@pytest.mark.parametrize("format_", Format)
def test_an_example_is_written_in_every_format_with_all_its_parts(
    format_: Format,
    reports: Mapping[str, tuple[Report, ...]],
    knowledge: Knowledge,
    tmp_path: Path,
) -> None:
    (report,) = [
        each
        for each in reports["android-browser"]
        if each.as_of == DAYS[-1] and each.evidence is Evidence.DOCUMENTS
    ]
    emit_report(report, knowledge, format_, tmp_path / "first")
    emit_report(report, knowledge, format_, tmp_path / "second")
    text = (tmp_path / "first").read_text(encoding="utf-8")
    assert text == (tmp_path / "second").read_text(encoding="utf-8")
    parts = (
        ('"ranking"', '"not_judged"', '"excluded"', '"set_aside"', '"trace"')
        if format_ is Format.JSON
        else ("Ranking", "Excluded", "What is not known", "Sources", "Rule base")
    )
    places = [text.index(part) for part in parts]
    assert places == sorted(places)
    for each in report.ranking:
        name = knowledge.frameworks[each.framework].name
        assert (each.framework if format_ is Format.JSON else name) in text


@pytest.mark.parametrize("name", NAMES)
def test_the_same_input_gives_the_same_bytes(
    name: str, reports: Mapping[str, tuple[Report, ...]], knowledge: Knowledge
) -> None:
    again = reports_of(name, knowledge)
    for before, after in zip(reports[name], again, strict=True):
        assert render(result(before)) == render(result(after))
