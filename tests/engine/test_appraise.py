"""One pass of the decision model: what matters, who is judged, who is excluded."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from advisor.engine.appraise import Appraisal, appraise, covers, settle_ranking
from advisor.engine.recommend import recommend
from advisor.model.condition import Includes, Is
from advisor.model.criterion import Criterion
from advisor.model.evidence import Claim, Evidence, Source, SourceKind
from advisor.model.knowledge import Knowledge
from advisor.model.path import Maturity, Milestone, Path
from advisor.model.performance import Gap, Known
from advisor.model.profile import Profile
from advisor.model.question import Answer
from advisor.model.report import Verdict
from advisor.model.rule import Exclude, Rule, Screen
from advisor.model.score import Contribution, OpenShare, Score
from advisor.model.system import Framework, Level, Platform, Status

BORN, TODAY = date(2015, 1, 1), date(2024, 1, 1)
LLM = Includes("domain", ("llm",))
WAY, MACHINE = "deployment-path", "training-platform"
Builder = Callable[..., Knowledge]


@pytest.fixture(scope="session")
def base(
    a_knowledge: Callable[..., Knowledge],
    a_framework: Callable[..., Framework],
    a_criterion: Callable[..., Criterion],
    a_source: Callable[..., Source],
) -> Builder:
    """Return a builder of rule bases with two frameworks; `ada` runs on linux."""
    machine = Platform("linux", "cpu", (), Level.PRODUCTION, BORN, "s1")
    frameworks = [
        replace(a_framework("ada"), platforms=(machine,)),
        a_framework("bob"),
    ]
    life = (Milestone(Maturity.PREVIEW, BORN, "s1"),)
    paths = {"p1": Path("p1", "ada", (), "onnx", "ort", ("ios",), ("any",), life)}

    # Any: further fields of a rule base.
    def build(**fields: Any) -> Knowledge:  # noqa: ANN401
        return a_knowledge(
            frameworks=frameworks,
            criteria=[a_criterion(each) for each in ("c1", "c2", WAY, MACHINE)],
            sources=[
                a_source("s1", published=BORN),
                a_source("s2", published=BORN, kind=SourceKind.REGISTRY),
            ],
            paths=paths,
            **fields,
        )

    return build


def appraised(
    base: Knowledge,
    weights: dict[str, float],
    answers: dict[str, Answer] | None = None,
    evidence: Evidence = Evidence.ALL,
) -> Appraisal:
    profile = Profile(weights=weights, answers=answers or {})
    return appraise(base, profile, TODAY, evidence)


def cells(found: Appraisal, framework: str) -> dict[str, float]:
    parts = found.scores[framework].contributions
    return {each.criterion: each.performance.value for each in parts}


def gaps(found: Appraisal, framework: str) -> set[str]:
    return {each.criterion for each in found.scores[framework].gaps}


def test_the_derived_criteria_are_worked_out_where_they_matter(base: Builder) -> None:
    answers: dict[str, Answer] = {"deployment-targets": ("ios",)}
    found = appraised(base(), {WAY: 1, MACHINE: 3}, answers)
    assert cells(found, "ada") == {WAY: pytest.approx(0.5), MACHINE: pytest.approx(0.9)}
    assert gaps(found, "bob") == {WAY, MACHINE}
    assert found.routes["ada"]["ios"].path.id == "p1"
    assert [each.framework for each in found.ranking] == ["ada"]
    assert [each.framework for each in found.not_judged] == ["bob"]


def test_without_targets_the_way_out_is_a_gap(base: Builder) -> None:
    found = appraised(base(), {WAY: 1})
    assert gaps(found, "ada") == gaps(found, "bob") == {WAY}


def test_no_other_criterion_than_those_that_matter_is_scored(
    base: Builder, a_claim: Callable[..., Claim]
) -> None:
    said = {each: [a_claim(each, performance={"ada": 0.9})] for each in ("c1", "c2")}
    found = appraised(base(claims=said), {"c1": 1})
    assert set(cells(found, "ada")) == {"c1"}
    assert set(found.held.in_force) == {"c1"}


@pytest.mark.parametrize(
    ("answers", "heard"),
    [
        ({"domain": ("llm",)}, {"k1", "k2"}),
        ({"domain": ("vision",)}, {"k1"}),
        ({}, {"k1"}),
    ],
)
def test_a_claim_about_such_projects_speaks_for_them_only(
    answers: dict[str, Answer],
    heard: set[str],
    base: Builder,
    a_claim: Callable[..., Claim],
) -> None:
    general = a_claim("k1", performance={"ada": 0.2})
    special = a_claim("k2", "s2", performance={"ada": 1.0}, when=LLM)
    found = appraised(base(claims={"c1": [general, special]}), {"c1": 1}, answers)
    plain = appraised(base(claims={"c1": [general]}), {"c1": 1}, answers)
    assert set(found.held.in_force) == heard
    if heard == {"k1"}:
        assert found.scores == plain.scores
    else:
        # (1/4 x 0.5 + 1/4 x 0.2 + 1 x 1.0) / 1.5, with both claims long decayed.
        assert cells(found, "ada")["c1"] > 0.5 > cells(plain, "ada")["c1"]


def test_a_claim_about_other_projects_sets_none_aside(
    base: Builder, a_claim: Callable[..., Claim]
) -> None:
    general = a_claim("k1", performance={"ada": 0.9})
    special = a_claim("k2", performance={"ada": 0.1}, when=LLM, supersedes=("k1",))
    known = base(claims={"c1": [general, special]})
    pictures = appraised(known, {"c1": 1}, {"domain": ("vision",)})
    assert set(pictures.held.in_force) == {"k1"}
    assert pictures.held.set_aside == ()
    language = appraised(known, {"c1": 1}, {"domain": ("llm",)})
    assert set(language.held.in_force) == {"k2"}
    assert [each.claim for each in language.held.set_aside] == ["k1"]


def test_what_is_worked_out_names_only_claims_that_count(
    base: Builder, a_claim: Callable[..., Claim]
) -> None:
    counting = a_claim("k1", also=(WAY, MACHINE))
    silent = [
        a_claim("k2", date_=date(2030, 1, 1)),
        a_claim("k3", valid_until=date(2021, 1, 1)),
        a_claim("k4", restates="k1"),
        a_claim("k5", when=LLM),
    ]
    both: dict[str, float] = {"c1": 1, WAY: 1, MACHINE: 1}
    answers: dict[str, Answer] = {"deployment-targets": ("ios",)}
    found = appraised(base(claims={"c1": [counting, *silent]}), both, answers)
    parts = found.scores["ada"].contributions
    assert {each.criterion for each in parts} == {WAY, MACHINE}
    for each in parts:
        assert [said.claim for said in each.performance.testimonies] == ["k1"]
    assert found.routes["ada"]["ios"].claims == ("k1",)


def test_with_documents_only_nothing_is_worked_out_from_other_records(
    base: Builder, a_claim: Callable[..., Claim]
) -> None:
    machine = Platform("linux", "cpu", (), Level.PRODUCTION, BORN, "s2")
    known = base(claims={"c1": [a_claim("k1", "s2")]})
    ada = replace(known.frameworks["ada"], platforms=(machine,))
    known = replace(known, frameworks={**known.frameworks, "ada": ada})
    weights: dict[str, float] = {"c1": 1, MACHINE: 1}
    every = appraised(known, weights)
    (part,) = every.scores["ada"].contributions
    assert [said.claim for said in part.performance.testimonies] == ["k1"]
    documents = appraised(known, weights, evidence=Evidence.DOCUMENTS)
    assert documents.scores["ada"].contributions == ()


@pytest.mark.parametrize(
    ("targets", "verdict"),
    [
        (("ios",), Verdict.CLEAR),
        (("none",), Verdict.CLEAR),
        (("ios", "node"), Verdict.LEANING),
    ],
)
def test_nothing_is_clear_while_nobody_knows_a_way_to_a_target(
    targets: tuple[str, ...],
    verdict: Verdict,
    base: Builder,
    a_claim: Callable[..., Claim],
) -> None:
    said = [
        a_claim(f"k{n}", f"s{n}", performance={"ada": 1, "bob": 0}, confirmed=TODAY)
        for n in (1, 2)
    ]
    answers: dict[str, Answer] = {"deployment-targets": targets}
    profile = Profile(weights={"c1": 1}, answers=answers)
    report = recommend(base(claims={"c1": said}), profile, TODAY, Evidence.ALL)
    assert report.verdict is verdict


def test_a_claim_may_depend_on_what_a_rule_has_derived(
    base: Builder, a_claim: Callable[..., Claim], a_rule: Callable[..., Rule]
) -> None:
    special = a_claim("k1", performance={"ada": 1.0}, when=Is("big", "true"))
    rule = a_rule("r1", Is("goal", "production"), derive=("big",))
    known = base(claims={"c1": [special]}, rules=[rule])
    assert gaps(appraised(known, {"c1": 1}), "ada") == {"c1"}
    big = appraised(known, {"c1": 1}, {"goal": "production"})
    assert set(cells(big, "ada")) == {"c1"}
    assert big.facts["big"] is True


def test_what_lies_outside_the_evidence_neither_speaks_nor_fires_rules(
    base: Builder, a_claim: Callable[..., Claim], a_rule: Callable[..., Rule]
) -> None:
    known = base(
        claims={"c1": [a_claim("k1", "s2", performance={"ada": 1.0})]},
        rules=[a_rule("r1", claims=("k1",), raise_={"c2": 3})],
    )
    every = appraised(known, {"c1": 1})
    some = appraised(known, {"c1": 1}, evidence=Evidence.DOCUMENTS)
    assert [each.rule for each in every.firings] == ["r1"]
    assert [each.criterion for each in every.weighting] == ["c1", "c2"]
    assert some.firings == ()
    assert [each.criterion for each in some.weighting] == ["c1"]
    assert gaps(some, "ada") == {"c1"}


def test_an_excluded_framework_is_scored_but_not_ranked(
    base: Builder, a_claim: Callable[..., Claim], a_rule: Callable[..., Rule]
) -> None:
    unreachable = Exclude(Screen.UNREACHABLE, fact="deployment-targets")
    known = base(
        claims={"c1": [a_claim("k1", performance={"ada": 0.2, "bob": 1.0})]},
        rules=[a_rule("r1", exclude=unreachable)],
    )
    found = appraised(known, {"c1": 1}, {"deployment-targets": ("ios",)})
    assert [each.framework for each in found.excluded] == ["bob"]
    assert [each.framework for each in found.ranking] == ["ada"]
    assert found.not_judged == ()
    assert found.scores["bob"].value > found.scores["ada"].value


def test_a_machine_that_only_a_retired_framework_supported_excludes_nobody(
    base: Builder, a_rule: Callable[..., Rule], a_framework: Callable[..., Framework]
) -> None:
    machine = Exclude(Screen.PLATFORM, fact="os", accelerators="chips")
    known = base(rules=[a_rule("r1", exclude=machine)])
    beos = Platform("beos", "cpu", (), Level.PRODUCTION, BORN, "s1")

    def excluded(alive: bool) -> list[str]:
        old = a_framework("old")
        fate = Status.ACTIVE if alive else Status.RETIRED
        phase = replace(old.status[0], status=fate)
        old = replace(old, platforms=(beos,), status=(phase,))
        every = replace(known, frameworks={**known.frameworks, "old": old})
        found = appraised(every, {"c1": 1}, {"os": ("beos",)})
        return [each.framework for each in found.excluded]

    assert excluded(alive=True) == ["ada"]
    assert excluded(alive=False) == []


CELL = Known(0.8, 0.6, 0.9, ())


def scored(value: float, known: float) -> Score:
    """Return a score of which this share of the weight is known."""
    part = Contribution("c1", known, value, value, value, CELL)
    open_ = OpenShare("c2", 1 - known, 0.5, Gap("silence"))
    return Score((part,) if known else (), (open_,) if known < 1 else ())


@pytest.mark.parametrize(
    ("known", "least", "enough"),
    [
        (1.0, 0.5, True),
        (0.5, 0.5, True),
        (0.4, 0.5, False),
        (0.1 + 0.2, 0.3, True),
        (0.5 - 1e-12, 0.5, True),
        (0.0, 0.0, False),
    ],
)
def test_evidence_covers_a_score_from_the_least_share_on_but_never_without_any(
    known: float, least: float, enough: bool
) -> None:
    assert covers(scored(0.8, known), least) is enough


def test_scores_alone_give_a_ranking_and_a_verdict(base: Builder) -> None:
    scores = {"ada": scored(0.2, 1.0), "bob": scored(0.9, 1.0), "eve": scored(0.9, 0.1)}
    ranking, silent, verdict = settle_ranking(base(), ["ada", "bob", "eve"], scores)
    assert [each.framework for each in silent] == ["eve"]
    assert [(each.framework, each.rank) for each in ranking] == [("bob", 1), ("ada", 2)]
    assert verdict is Verdict.LEANING
    only, _, _ = settle_ranking(base(), ["ada"], scores)
    assert [each.framework for each in only] == ["ada"]
    assert settle_ranking(base(), [], scores) == ((), (), Verdict.NO_BASIS)
