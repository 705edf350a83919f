"""The whole decision: on made-up rule bases, and on the real one what users rely on."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import permutations, product
from pathlib import Path as File

import pytest

from advisor.engine.recommend import recommend
from advisor.model.condition import All, Includes
from advisor.model.criterion import Criterion
from advisor.model.evidence import Claim, Evidence, Source, SourceKind
from advisor.model.knowledge import Knowledge
from advisor.model.path import Maturity, Milestone, Path
from advisor.model.profile import Profile
from advisor.model.question import Answer, Option, Question
from advisor.model.report import Report, Verdict
from advisor.model.rule import Exclude, Rule, Screen
from advisor.model.system import Foundation, Framework, Layer, Phase, Status

ROOT = File(__file__).parents[2]
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


def excluded(report: Report) -> dict[str, set[str]]:
    rules: dict[str, set[str]] = {}
    for each in report.excluded:
        rules.setdefault(each.framework, set()).add(each.rule)
    return rules


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


def test_what_only_described_a_time_gone_by_is_told_of_documents_only(
    a_knowledge: Callable[..., Knowledge],
    a_framework: Callable[..., Framework],
    a_criterion: Callable[..., Criterion],
    a_source: Callable[..., Source],
    a_claim: Callable[..., Claim],
) -> None:
    end = date(2021, 1, 1)
    base = a_knowledge(
        frameworks=[a_framework("ada")],
        criteria=[a_criterion("c1")],
        sources=[a_source("s1"), a_source("s2", kind=SourceKind.REGISTRY)],
        claims={
            "c1": [
                a_claim("k1", "s1", valid_until=end),
                a_claim("k2", "s2", valid_until=end),
                a_claim("k3", "s2"),
                a_claim("k4", "s2", supersedes=("k3",)),
            ],
        },
    )
    report = recommend(base, Profile(weights={"c1": 1}), TODAY, Evidence.ALL)
    assert [each.claim for each in report.set_aside] == ["k1", "k3"]


PHONE: dict[str, Answer] = {"deployment-targets": ("android",)}


@pytest.fixture(scope="session")
def with_paths(
    a_knowledge: Callable[..., Knowledge],
    a_framework: Callable[..., Framework],
    a_criterion: Callable[..., Criterion],
    a_source: Callable[..., Source],
    a_rule: Callable[..., Rule],
    a_question: Callable[..., Question],
) -> Knowledge:
    """Return a rule base in which only paths, a layer and a horizon tell two apart."""
    born = date(2015, 1, 1)

    def path(id: str, name: str, maturity: Maturity) -> Path:
        life = (Milestone(maturity, born, "s1"),)
        return Path(id, name, (), "onnx", "ort", ("android",), ("any",), life)

    phase = (Phase(Status.ACTIVE, born, "s1"),)
    layer = Layer(
        "top", "Top", "", (Foundation("ada", born, "s1"),), phase, All(()), ""
    )
    horizon = replace(
        a_question("maintenance-horizon", 1),
        options=(Option("months", ""), Option("decade", "")),
    )
    rule = a_rule("r1", Includes("deployment-targets", ("android",)), raise_=WAY_OUT)
    return a_knowledge(
        frameworks=[a_framework(each) for each in ("ada", "bob")],
        criteria=[a_criterion("deployment-path")],
        sources=[a_source("s1")],
        rules=[rule],
        questions=[horizon],
        layers={"top": layer},
        paths={
            "p1": path("p1", "ada", Maturity.PRODUCTION),
            "p2": path("p2", "bob", Maturity.LEGACY),
        },
    )


WAY_OUT = {"deployment-path": 2}


def test_the_way_out_alone_can_decide_and_the_whole_stack_is_named(
    with_paths: Knowledge,
) -> None:
    report = recommend(with_paths, Profile(answers=PHONE), TODAY, Evidence.ALL)
    assert names(report) == ["ada", "bob"]
    assert report.recommendation is not None
    assert report.recommendation.stack == ("ada", "top")
    assert report.routes["ada"]["android"].path.id == "p1"
    assert report.idle_answers == ()


def test_a_target_that_no_path_reaches_is_told(
    with_paths: Knowledge, a_knowledge: Callable[..., Knowledge]
) -> None:
    far = Profile(answers={"deployment-targets": ("ios", "android", "node")})
    report = recommend(with_paths, far, TODAY, Evidence.ALL)
    assert report.unreached == ("ios", "node")
    # Where no path is known at all nothing can be said.
    assert recommend(a_knowledge(), far, TODAY, Evidence.ALL).unreached == ()


def test_an_answer_that_opens_or_fits_a_path_or_a_layer_is_not_idle(
    with_paths: Knowledge,
) -> None:
    llm = Includes("domain", ("llm",))
    profile = Profile(answers={**PHONE, "domain": ("llm",)})

    def idle(known: Knowledge) -> tuple[str, ...]:
        return recommend(known, profile, TODAY, Evidence.ALL).idle_answers

    assert idle(with_paths) == ("domain",)
    path, layer = with_paths.paths["p2"], with_paths.layers["top"]
    for looked_at in (replace(path, when=llm), replace(path, fits=llm)):
        assert idle(replace(with_paths, paths={"p2": looked_at})) == ()
    elsewhere = replace(path, targets=("ios",), when=llm)
    assert idle(replace(with_paths, paths={"p2": elsewhere})) == ("domain",)
    assert idle(replace(with_paths, layers={"top": replace(layer, fits=llm)})) == ()


def test_what_machines_were_screened_for_is_not_idle(
    with_paths: Knowledge, a_rule: Callable[..., Rule]
) -> None:
    screen = Exclude(
        Screen.PLATFORM, fact="training-os", accelerators="training-accelerators"
    )
    rule = a_rule("r1", Includes("training-os", ("linux",)), exclude=screen)
    answers: dict[str, Answer] = {
        "training-os": ("linux",),
        "training-accelerators": ("cpu",),
    }
    known = replace(with_paths, rules={"r1": rule})
    report = recommend(known, Profile(answers=answers), TODAY, Evidence.ALL)
    assert report.idle_answers == ()
    silent = recommend(with_paths, Profile(answers=answers), TODAY, Evidence.ALL)
    assert silent.idle_answers == ("training-accelerators", "training-os")


def test_with_existing_code_every_horizon_is_decided(with_paths: Knowledge) -> None:
    fresh = recommend(with_paths, Profile(answers=PHONE), TODAY, Evidence.ALL)
    assert fresh.horizons == ()
    old = Profile(answers={**PHONE, "existing-code": ("bob",)})
    report = recommend(with_paths, old, TODAY, Evidence.ALL)
    assert [each.horizon for each in report.horizons] == ["months", "decade"]
    assert {(each.verdict, each.framework) for each in report.horizons} == {
        (report.verdict, "ada")
    }


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


def test_what_is_not_known_is_reported_and_not_asked_again(
    knowledge: Knowledge,
) -> None:
    profile = replace(SPEED, unknown=("goal", "region", "existing-code-size"))
    profile = replace(profile, answers={**profile.answers, "existing-code": ("none",)})
    report = recommend(knowledge, profile, TODAY, Evidence.ALL)
    assert "goal" not in report.open_questions
    assert {each.question: each.matters for each in report.unknown} == {
        "goal": True,
        "region": True,
        "existing-code-size": False,
    }


@pytest.mark.parametrize(("day", "evidence"), list(product(DAYS, Evidence)))
def test_nothing_is_chosen_before_it_exists(
    knowledge: Knowledge, day: date, evidence: Evidence
) -> None:
    report = recommend(knowledge, SPEED, day, evidence)
    considered = {*names(report), *(each.framework for each in report.not_judged)}
    for framework in knowledge.frameworks.values():
        if framework.first_release.date > day:
            assert "not-yet-released" in excluded(report)[framework.id]
            assert framework.id not in considered


def test_a_project_that_rules_out_google_is_left_with_pytorch(
    knowledge: Knowledge,
) -> None:
    answers = {**SPEED.answers, "excluded-vendors": ("google",)}
    report = recommend(knowledge, Profile(answers=answers), TODAY, Evidence.ALL)
    assert {"tensorflow", "keras"} <= set(excluded(report))
    assert "excluded-vendor" in excluded(report)["tensorflow"]
    assert "pytorch" in names(report)
    assert not {"tensorflow", "keras"} & set(names(report))


def test_retired_frameworks_come_back_only_when_they_are_allowed(
    knowledge: Knowledge,
) -> None:
    usual = recommend(knowledge, SPEED, TODAY, Evidence.ALL)
    legacy = Profile(answers=SPEED.answers, allow_retired=True)
    allowed = recommend(knowledge, legacy, TODAY, Evidence.ALL)
    assert "retired-framework" in excluded(usual)["theano"]
    assert "retired-framework" in excluded(usual)["caffe"]
    assert not {"theano", "caffe"} & set(excluded(allowed))


def test_theano_was_no_retired_framework_in_2016(knowledge: Knowledge) -> None:
    report = recommend(knowledge, SPEED, date(2016, 6, 1), Evidence.ALL)
    assert "theano" not in excluded(report)
    assert "not-yet-released" in excluded(report)["pytorch"]


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
    assert report.claims
    assert max(knowledge.date_of(knowledge.claims[c]) for c in report.claims) <= day


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
