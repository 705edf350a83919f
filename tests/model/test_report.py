"""A finished report can be asked which claims it rests on."""

from datetime import date

from advisor.model.evidence import Evidence
from advisor.model.performance import Known
from advisor.model.performance import Testimony as Said  # pytest collects "Test…"
from advisor.model.report import NotJudged, Ranked, Report, Verdict
from advisor.model.score import Contribution, Score


def resting_on(*claims: str) -> Score:
    said = tuple(Said(each, "s1", 0.8, 1.0) for each in claims)
    cell = Known(0.8, 0.6, 0.9, said)
    return Score((Contribution("c1", 1.0, 0.8, 0.6, 0.9, cell),), ())


def test_a_report_rests_on_the_claims_of_its_ranking_and_on_no_others() -> None:
    report = Report(
        project="shelf-scanner",
        as_of=date(2024, 1, 1),
        evidence=Evidence.ALL,
        knowledge_version="1",
        knowledge_digest="sha256:1",
        verdict=Verdict.CLEAR,
        summary="",
        recommendation=None,
        weighting=(),
        ranking=(
            Ranked("ada", 1, resting_on("k1", "k2")),
            Ranked("bob", 2, resting_on("k2", "k3")),
        ),
        not_judged=(NotJudged("eve", "silence", resting_on("k4")),),
        excluded=(),
        set_aside=(),
        open_questions=(),
        unknown=(),
        idle_answers=(),
        trace=(),
        routes={},
        unreached=(),
        stacks={},
        together=None,
        horizons=(),
    )
    assert report.claims == {"k1", "k2", "k3"}
