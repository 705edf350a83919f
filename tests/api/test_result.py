import json
from datetime import date

import pytest

from advisor.api.result import NoRecommendation, Result
from advisor.engine.recommend import recommend
from advisor.model.evidence import Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.report import Recommendation, Verdict
from advisor.render.json import result as as_json
from advisor.render.json_text import render as written

PROFILE = Profile(
    project="shelf-scanner",
    answers={"goal": "production", "deployment-targets": ("android",)},
)


def judged(profile: Profile, knowledge: Knowledge) -> Result:
    report = recommend(knowledge, profile, date(2026, 11, 21), Evidence.ALL)
    return Result(report, knowledge)


@pytest.fixture(scope="module")
def result(knowledge: Knowledge) -> Result:
    return judged(PROFILE, knowledge)


def test_a_result_has_what_the_report_says(result: Result) -> None:
    report = result.report
    assert result.verdict is report.verdict
    assert result.summary == report.summary
    assert result.ranking == report.ranking
    assert isinstance(result.recommendation, Recommendation)
    assert result.recommendation == report.recommendation


def test_nothing_to_recommend_is_a_type_with_its_reason(knowledge: Knowledge) -> None:
    nothing = judged(Profile(), knowledge)
    assert nothing.verdict is Verdict.NO_BASIS
    assert nothing.recommendation == NoRecommendation(nothing.summary)


def test_json_is_the_text_of_the_command_line(result: Result) -> None:
    assert result.to_json() == written(as_json(result.report))


def test_the_mapping_is_what_the_text_says(result: Result) -> None:
    assert json.loads(result.to_json()) == result.to_dict()
    assert result.to_dict()["schema"] == 1


def test_text_and_markdown_are_those_of_the_command_line(result: Result) -> None:
    assert str(result).startswith("shelf-scanner\n")
    assert max(map(len, str(result).splitlines())) <= 80
    assert "\x1b" not in str(result)
    assert result.to_markdown().startswith(f"# shelf-scanner\n\n{result.summary}\n")


def test_its_representation_is_one_line(result: Result) -> None:
    assert repr(result) == f"<Result {result.verdict.value}: {result.summary}>"


def test_the_document_is_whole_and_the_fragment_short(result: Result) -> None:
    assert result.to_html().lower().startswith("<!doctype html>")
    fragment = result._repr_html_()
    assert fragment.startswith('<section lang="en">')
    assert len(fragment) < 10_000
