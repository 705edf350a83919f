"""The whole decision: on made-up rule bases, and on the real one what users rely on."""

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from itertools import permutations, product
from pathlib import Path

import pytest

from advisor.engine.recommend import recommend
from advisor.model.criterion import Criterion
from advisor.model.evidence import Claim, Evidence, Source
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.report import Report, Verdict
from advisor.model.rule import Rule
from advisor.model.system import Framework

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 21)
DAYS = (date(1990, 1, 1), date(2014, 6, 1), date(2019, 9, 30), date(2024, 1, 1), TODAY)
SPEED = Profile(answers={"priorities": ("debugging", "inference-speed")})
Small = Callable[..., Report]


@pytest.fixture(scope="session")
def small(
    a_knowledge: Callable[..., Knowledge],
    a_framework: Callable[..., Framework],
    a_criterion: Callable[..., Criterion],
    a_source: Callable[..., Source],
    a_claim: Callable[..., Claim],
) -> Small:
    """Return a function from performances on c1, c2, … and weights to a report."""

    def judge(
        performances: dict[str, dict[str, float]],
        weights: dict[str, float],
        rules: tuple[Rule, ...] = (),
    ) -> Report:
        base = a_knowledge(
            frameworks=[a_framework(each) for each in ("ada", "bob", "eve")],
            criteria=[a_criterion(each) for each in {**performances, **weights}],
            sources=[a_source("s1", published=date(2024, 1, 1))],
            claims={
                criterion: [a_claim(f"k-{criterion}", performance=said)]
                for criterion, said in performances.items()
            },
            rules=rules,
        )
        return recommend(base, Profile(weights=weights), date(2024, 1, 1), Evidence.ALL)

    return judge


def names(report: Report) -> list[str]:
    return [each.framework for each in report.ranking]


def excluded(report: Report) -> dict[str, str]:
    return {each.framework: each.rule for each in report.excluded}


def test_the_best_on_what_matters_is_recommended(small: Small) -> None:
    report = small({"c1": {"ada": 0.1, "bob": 1.0, "eve": 0.5}}, {"c1": 1})
    assert names(report) == ["bob", "eve", "ada"]
    assert report.recommendation is not None
    assert report.recommendation.stack == ("bob",)
    assert report.verdict is Verdict.CLEAR


def test_on_a_tie_the_first_of_the_tied_is_named_and_the_rank_is_shared(
    small: Small,
) -> None:
    report = small({"c1": {"eve": 0.8, "bob": 0.8, "ada": 0.1}}, {"c1": 1})
    assert report.verdict is Verdict.TIE
    assert [(each.framework, each.rank) for each in report.ranking] == [
        ("bob", 1),
        ("eve", 1),
        ("ada", 3),
    ]
    assert report.recommendation is not None
    assert report.recommendation.framework == "bob"


def test_nobody_is_ranked_on_silence(small: Small) -> None:
    said = {"c1": {"ada": 0.9, "bob": 0.9}, "c2": {"bob": 0.2}}
    report = small(said, {"c1": 2, "c2": 3})
    assert names(report) == ["bob"]
    reasons = {each.framework: each.reason for each in report.not_judged}
    assert set(reasons) == {"ada", "eve"}
    assert "40%" in reasons["ada"]


def test_evidence_on_exactly_half_of_what_matters_is_enough(small: Small) -> None:
    # 3 + 7 + 6 + 1.5 + 6 is as much as all the rest; a sum of rounded weights is not.
    raw = (3, 7, 6, 1.5, 6, 1.5, 3, 2.5, 2.5, 3.5, 3.5, 7)
    weights = {f"c{n:02}": each for n, each in enumerate(raw)}
    said = {each: {"ada": 0.9} for each in list(weights)[:5]}
    assert names(small(said, weights)) == ["ada"]


def test_without_importance_there_is_no_basis_although_there_is_evidence(
    small: Small,
) -> None:
    report = small({"c1": {"ada": 0.9, "bob": 0.1}}, {})
    assert (report.verdict, report.recommendation) == (Verdict.NO_BASIS, None)
    assert (report.ranking, len(report.not_judged)) == ((), 3)


def test_claims_may_stand_in_any_order(
    a_knowledge: Callable[..., Knowledge],
    a_framework: Callable[..., Framework],
    a_criterion: Callable[..., Criterion],
    a_source: Callable[..., Source],
    a_claim: Callable[..., Claim],
) -> None:
    claims = [a_claim(f"k{n}", f"s{n}", performance={"ada": n / 4}) for n in range(4)]
    reports = [
        recommend(
            a_knowledge(
                frameworks=[a_framework("ada")],
                criteria=[a_criterion("c1")],
                sources=[a_source(f"s{n}") for n in range(4)],
                claims={"c1": order},
            ),
            Profile(weights={"c1": 1}),
            TODAY,
            Evidence.ALL,
        )
        for order in permutations(claims)
    ]
    assert all(each == reports[0] for each in reports)


def test_what_was_set_aside_is_told_where_it_matters_and_not_elsewhere(
    a_knowledge: Callable[..., Knowledge],
    a_framework: Callable[..., Framework],
    a_criterion: Callable[..., Criterion],
    a_source: Callable[..., Source],
    a_claim: Callable[..., Claim],
) -> None:
    end = date(2021, 1, 1)
    base = a_knowledge(
        frameworks=[a_framework("ada")],
        criteria=[a_criterion(each) for each in ("c1", "c2", "c3")],
        sources=[a_source("s1")],
        claims={
            "c1": [a_claim("k1", valid_until=end)],
            "c2": [a_claim("k2", valid_until=end, also=("c1",))],
            "c3": [a_claim("k3", valid_until=end)],
        },
    )
    report = recommend(base, Profile(weights={"c1": 1}), TODAY, Evidence.ALL)
    assert [each.claim for each in report.set_aside] == ["k1", "k2"]


@pytest.mark.parametrize(("day", "evidence"), list(product(DAYS, Evidence)))
def test_without_answers_there_is_never_a_winner(
    knowledge: Knowledge, day: date, evidence: Evidence
) -> None:
    for allow_retired in (False, True):
        profile = Profile(allow_retired=allow_retired)
        report = recommend(knowledge, profile, day, evidence)
        assert report.verdict is Verdict.NO_BASIS
        assert report.recommendation is None
        assert report.ranking == ()
        assert report.open_questions


@pytest.mark.parametrize(("day", "evidence"), list(product(DAYS, Evidence)))
def test_nothing_is_chosen_before_it_exists(
    knowledge: Knowledge, day: date, evidence: Evidence
) -> None:
    report = recommend(knowledge, SPEED, day, evidence)
    considered = {*names(report), *(each.framework for each in report.not_judged)}
    for framework in knowledge.frameworks.values():
        if framework.first_release.date > day:
            assert excluded(report)[framework.id] == "not-yet-released"
            assert framework.id not in considered


def test_a_project_that_rules_out_google_is_left_with_pytorch(
    knowledge: Knowledge,
) -> None:
    answers = {**SPEED.answers, "excluded-vendors": ("google",)}
    report = recommend(knowledge, Profile(answers=answers), TODAY, Evidence.ALL)
    assert {"tensorflow", "keras"} <= set(excluded(report))
    assert excluded(report)["tensorflow"] == "excluded-vendor"
    assert "pytorch" in names(report)
    assert not {"tensorflow", "keras"} & set(names(report))


def test_retired_frameworks_come_back_only_when_they_are_allowed(
    knowledge: Knowledge,
) -> None:
    usual = recommend(knowledge, SPEED, TODAY, Evidence.ALL)
    legacy = Profile(answers=SPEED.answers, allow_retired=True)
    allowed = recommend(knowledge, legacy, TODAY, Evidence.ALL)
    assert excluded(usual)["theano"] == "retired-framework"
    assert excluded(usual)["caffe"] == "retired-framework"
    assert not {"theano", "caffe"} & set(excluded(allowed))


def test_theano_was_no_retired_framework_in_2016(knowledge: Knowledge) -> None:
    report = recommend(knowledge, SPEED, date(2016, 6, 1), Evidence.ALL)
    assert "theano" not in excluded(report)
    assert excluded(report)["pytorch"] == "not-yet-released"


def test_an_exclusion_shows_its_sources(knowledge: Knowledge) -> None:
    report = recommend(knowledge, SPEED, TODAY, Evidence.ALL)
    assert report.excluded
    for each in report.excluded:
        assert each.reason
        assert set(each.sources) <= set(knowledge.sources)
        assert each.sources


def test_with_documents_only_no_other_source_is_heard(knowledge: Knowledge) -> None:
    report = recommend(knowledge, SPEED, TODAY, Evidence.DOCUMENTS)
    heard = {
        testimony.source
        for each in report.ranking
        for part in each.score.contributions
        for testimony in part.performance.testimonies
    }
    assert heard
    assert all(knowledge.sources[each].is_document for each in heard)


def test_a_claim_made_after_the_day_is_not_heard(knowledge: Knowledge) -> None:
    day = date(2020, 1, 1)
    report = recommend(knowledge, SPEED, day, Evidence.ALL)
    heard = {
        knowledge.claims[testimony.claim]
        for each in report.ranking
        for part in each.score.contributions
        for testimony in part.performance.testimonies
    }
    assert heard
    dates = [each.date_ or knowledge.sources[each.source].date for each in heard]
    assert max(dates) <= day


_SCRIPT = """
from datetime import date
from pathlib import Path
from advisor.engine.recommend import recommend
from advisor.knowledge.load import load
from advisor.model.evidence import Evidence
from advisor.model.profile import Profile
base = load([Path("knowledge")])
answers = {"goal": "production", "domain": ("nlp",), "priorities": ("debugging",)}
print(recommend(base, Profile(answers=answers), date(2026, 11, 21), Evidence.ALL))
"""


def test_two_runs_of_the_program_give_the_same_report() -> None:
    # Sets are iterated in another order under another hash seed.
    reports = {
        subprocess.run(
            [sys.executable, "-c", _SCRIPT],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    }
    assert len(reports) == 1
    assert b"pytorch" in reports.pop()


def test_long_after_the_last_word_there_is_no_basis(knowledge: Knowledge) -> None:
    profile = Profile(answers={"goal": "research", "starting-point": "pretrained-hub"})
    report = recommend(knowledge, profile, date(2100, 1, 1), Evidence.ALL)
    assert report.verdict is Verdict.NO_BASIS
