import re
from datetime import date, datetime
from pathlib import Path
from typing import Any, assert_type

import pytest

import advisor
from advisor import (
    Evidence,
    InputError,
    Knowledge,
    NoRecommendation,
    Profile,
    Recommendation,
    Result,
    Verdict,
    recommend,
)
from advisor.engine.recommend import recommend as judge
from advisor.model.report import Ranked
from advisor.model.robustness import Challenge

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
DAY = date(2026, 11, 21)
PROFILE = Profile(
    project="shelf-scanner",
    answers={"goal": "production", "deployment-targets": ("android",)},
)


def test_the_result_is_that_of_the_engine(knowledge: Knowledge) -> None:
    result = recommend(PROFILE, knowledge, as_of=DAY, quick=True)
    assert result == Result(judge(knowledge, PROFILE, DAY, Evidence.ALL), knowledge)


def test_its_types_are_known_to_whoever_uses_it(knowledge: Knowledge) -> None:
    result = recommend(PROFILE, knowledge, as_of=DAY, quick=True)
    assert_type(result, Result)
    assert_type(result.verdict, Verdict)
    assert_type(result.recommendation, Recommendation | NoRecommendation)
    assert_type(result.ranking, tuple[Ranked, ...])
    assert (Path(advisor.__file__).parent / "py.typed").exists()


def test_unless_it_is_quick_everything_is_tried(knowledge: Knowledge) -> None:
    result = recommend(PROFILE, knowledge, as_of=DAY)
    assert isinstance(result.report.challenge, Challenge)


def test_the_day_is_the_one_given_else_that_of_the_profile_else_today(
    knowledge: Knowledge,
) -> None:
    dated = Profile(as_of=date(2021, 2, 3))
    for profile, as_of, expected in (
        (dated, DAY, DAY),
        (dated, None, date(2021, 2, 3)),
        (Profile(), None, date.today()),  # noqa: DTZ011 - the day of the user
    ):
        result = recommend(profile, knowledge, as_of=as_of, quick=True)
        assert result.report.as_of == expected


@pytest.mark.parametrize("as_of", ["2026-11-21", datetime(2026, 11, 21, 9, 30)])  # noqa: DTZ001 - a day
def test_the_day_may_be_text_or_a_moment(
    as_of: date | str, knowledge: Knowledge
) -> None:
    result = recommend(PROFILE, knowledge, as_of=as_of, quick=True)
    assert result.report.as_of == DAY


@pytest.mark.parametrize(
    ("profile", "base", "as_of", "message"),
    [
        (PROFILE, None, "21/11/2026", "as_of: not a date like 2026-11-21: '21/11/"),
        (PROFILE, None, 2026, "as_of: takes a date or text such as '2026-.* not int"),
        ({"answers": {}}, None, DAY, r"profile: takes a Profile from load_prof.*dict"),
        (
            "p.yaml",
            None,
            DAY,
            r"profile: takes a Profile from load_profile\(…\), .*str",
        ),
        (PROFILE, "base/", DAY, "knowledge: takes a Knowledge from load_kno.*not str"),
    ],
)
def test_an_argument_of_the_wrong_kind_is_an_error_of_input(
    profile: Any,  # noqa: ANN401 - whatever somebody passes
    base: Any,  # noqa: ANN401
    as_of: Any,  # noqa: ANN401
    message: str,
) -> None:
    with pytest.raises(InputError, match=message):
        recommend(profile, base, as_of=as_of)


def test_evidence_is_named_by_member_or_by_word(knowledge: Knowledge) -> None:
    word = recommend(PROFILE, knowledge, as_of=DAY, quick=True, evidence="documents")
    member = recommend(
        PROFILE, knowledge, as_of=DAY, quick=True, evidence=Evidence.DOCUMENTS
    )
    assert word == member
    with pytest.raises(InputError, match="evidence: 'document' is unknown; did you"):
        recommend(PROFILE, knowledge, evidence="document")


def test_a_profile_made_by_hand_is_checked(knowledge: Knowledge) -> None:
    wrong = Profile(answers={"goal": "productoin"})
    with pytest.raises(InputError, match="did you mean 'production'"):
        recommend(wrong, knowledge)


def test_there_is_an_example_in_the_readme() -> None:
    assert EXAMPLES


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_examples_in_the_readme_run(
    example: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(ROOT)
    exec(compile(example, "README.md", "exec"), {})
    said = capsys.readouterr().out
    for expected in re.findall(r"#> (.*)", example):
        assert expected in said
