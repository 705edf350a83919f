"""A small synthetic rule base, finished reports about it, and golden files."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from advisor.model import path as paths
from advisor.model.comparison import ComparedCriterion, Comparison
from advisor.model.condition import Is
from advisor.model.criterion import Criterion
from advisor.model.evidence import Claim, Evidence, Form, Source, SourceKind
from advisor.model.knowledge import Knowledge
from advisor.model.language import Wording
from advisor.model.path import Maturity, Milestone
from advisor.model.performance import SILENCE, Gap, Known, Testimony
from advisor.model.question import Kind, Option, Question
from advisor.model.report import (
    Excluded,
    Firing,
    Horizon,
    NearMiss,
    NotJudged,
    Pairing,
    Ranked,
    Recommendation,
    Report,
    SetAside,
    Unknown,
    Unmet,
    Verdict,
    Weighting,
)
from advisor.model.robustness import (
    Acceptability,
    Challenge,
    Cleared,
    Dominated,
    Favour,
    Method,
    Noise,
    NoTippingPoint,
    OpenQuestion,
    Opinion,
    Sampled,
    StableWeight,
    TippingPoint,
    Without,
)
from advisor.model.route import Route
from advisor.model.rule import Effects, Exclude, Rule, Screen
from advisor.model.score import Contribution, OpenShare, Score
from advisor.model.system import Framework, Phase, Runtime, Status

Build = Callable[..., Any]  # Any: each builder makes records of its own kind

GOLDEN = Path(__file__).parent / "golden"
DAY = date(2026, 11, 21)
WEIGHTS = {"speed": 0.5, "tools": 0.3, "docs": 0.2}
MARKUP = "Runs [bold]fast[/bold] :smile: | <b>a_b*c</b> `x` \\ & &lt; #1"


@pytest.fixture(scope="session")
def small(
    a_knowledge: Build,
    a_criterion: Build,
    a_source: Build,
    a_claim: Build,
    a_framework: Build,
    a_rule: Build,
) -> Knowledge:
    """Return a rule base of four frameworks, three criteria and five claims."""
    criteria: list[Criterion] = [
        replace(a_criterion("speed"), title="Speed of [training]"),
        replace(a_criterion("tools"), title="Tools"),
        replace(a_criterion("docs"), title="Documentation"),
    ]
    sources: list[Source] = [
        replace(a_source("s1"), title="First <source>"),
        a_source("s2", kind=SourceKind.REGISTRY, published=date(2021, 5, 6)),
        replace(
            a_source("s3", published=None, earliest=date(2019, 9, 30), reliability=0.4),
            form=Form.MACHINE_TRANSLATED,
        ),
    ]
    claims: dict[str, list[Claim]] = {
        "speed": [
            a_claim("c-1", "s1", statement=MARKUP, lines="12"),
            a_claim("c-2", "s2", statement="Alpha is slow on small inputs."),
            a_claim("c-5", "s1", statement="Beta is fast before version 2.", lines="9"),
        ],
        "tools": [a_claim("c-3", "s3", statement="Alpha has the better tools.")],
        "docs": [
            a_claim(
                "c-4", "s2", statement="Alpha is documented.", date_=date(2022, 1, 2)
            )
        ],
    }
    frameworks: list[Framework] = [
        a_framework("alpha"),
        replace(a_framework("beta"), name="Beta_2"),
        a_framework("gamma"),
        a_framework("delta", status={Status.RETIRED: date(2018, 1, 1)}),
    ]
    rules: list[Rule] = [
        replace(
            a_rule("wants-speed", raise_={"speed": 3.0}, claims=("c-1",)),
            title="A product must be fast",
            because="Whoever waits goes away.",
        ),
        a_rule("gone", exclude=Exclude(Screen.STATUS, status=(Status.RETIRED,))),
    ]
    knowledge: Knowledge = a_knowledge(
        frameworks=frameworks,
        runtimes={"box": Runtime("box", "Box", "", (Phase(Status.ACTIVE, DAY, "s1"),))},
        paths={"alpha-bag": a_path("alpha-bag")},
        criteria=criteria,
        sources=sources,
        claims=claims,
        rules=rules,
    )
    return knowledge


@pytest.fixture(scope="session")
def small_in_chinese(small: Knowledge, chinese: Wording) -> Knowledge:
    """Return the same rule base, spoken of in Chinese."""
    return replace(small, wording=chinese)


@pytest.fixture(scope="session")
def asked(small: Knowledge, a_question: Callable[..., Question]) -> Knowledge:
    """Return the small rule base with questions of every kind of answer."""
    goal = replace(
        a_question("goal", 1),
        title="What is it for?",
        options=(Option("production", "A *product*"),),
    )
    questions = [
        goal,
        replace(
            a_question("domain", 2, type=Kind.MANY),
            options=(Option("vision", "Images"), Option("nlp", "Text")),
        ),
        a_question("hot-swap", 3, type=Kind.YES_NO),
        a_question("priorities", 4, type=Kind.CRITERIA),
    ]
    return replace(small, questions={each.id: each for each in questions})


@pytest.fixture(scope="session")
def some_reports() -> Mapping[str, Report]:
    """Return reports of every verdict and of every kind of emptiness, by name."""
    full = _full()
    first, second = full.ranking
    nobody = replace(
        full,
        verdict=Verdict.NO_BASIS,
        summary="No basis for a recommendation.",
        recommendation=None,
        ranking=(),
    )
    return {
        "clear": full,
        "leaning": replace(full, verdict=Verdict.LEANING, summary="Leaning to Alpha."),
        "tie": replace(
            full,
            verdict=Verdict.TIE,
            summary="Alpha and Beta_2 tie.",
            ranking=(first, replace(second, rank=1)),
        ),
        "alone": replace(full, ranking=(first,)),
        "all gaps": replace(full, ranking=(replace(first, score=_silence()),)),
        "nothing judged": nobody,
        "nothing excluded": replace(full, excluded=(), not_judged=(), set_aside=()),
        "nothing answered": replace(
            nobody, project="", weighting=(), not_judged=(), trace=(), open_questions=()
        ),
        "only documents": replace(full, evidence=Evidence.DOCUMENTS),
        "odd name": replace(full, project="# a | b [c] <d> `e` *f*"),
    }


@pytest.fixture(scope="session")
def report(some_reports: Mapping[str, Report]) -> Report:
    """Return a report in which every part has something to say."""
    return some_reports["clear"]


@pytest.fixture(scope="session")
def compared() -> Comparison:
    """Return two frameworks side by side, with a gap on one side and on both."""
    alpha, beta, _ = _rows()
    return Comparison(
        frameworks=("alpha", "beta"),
        project=None,
        as_of=DAY,
        evidence=Evidence.ALL,
        rows=(
            ComparedCriterion(
                "speed", (alpha["speed"], beta["speed"]), ("alpha",), None
            ),
            ComparedCriterion("tools", (alpha["tools"], Gap("silence")), (), None),
            ComparedCriterion("docs", (Gap("silence"), Gap("silence")), (), None),
        ),
    )


@pytest.fixture
def golden() -> Callable[[str, str], str]:
    """Return what a golden file holds; a missing one is written, and the test fails."""
    return _golden


def _golden(name: str, text: str) -> str:
    path = GOLDEN / name
    if not path.exists():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        pytest.fail(f"{name} did not exist and was written; read it, then test again")
    return path.read_text(encoding="utf-8")


def _rows() -> tuple[dict[str, Known], dict[str, Known], dict[str, Known]]:
    one = Testimony("c-1", "s1", 0.85, 0.6)
    two = Testimony("c-2", "s2", 0.3, 0.4)
    tools = Testimony("c-3", "s3", 0.7, 0.2)
    other = Testimony("c-3", "s3", 0.3, 0.2)
    docs = Testimony("c-4", "s2", 0.4, 0.5)
    alpha = {
        "speed": Known(0.75, 0.5, 1.0, (one, two)),
        "tools": Known(0.6, 0.3, 0.9, (tools,)),
        "docs": Known(0.4, 0.2, 0.6, (docs,)),
    }
    beta = {
        "speed": Known(0.5, 0.1, 0.9, (two,)),
        "tools": Known(0.4, 0.2, 0.6, (other,)),
    }
    return alpha, beta, {"tools": Known(0.5, 0.0, 1.0, (other,))}


def _score(row: Mapping[str, Known]) -> Score:
    return Score(
        contributions=tuple(
            Contribution(name, WEIGHTS[name], own.value, own.low, own.high, own)
            for name, own in row.items()
        ),
        gaps=tuple(
            OpenShare(name, weight, 0.5, SILENCE)
            for name, weight in WEIGHTS.items()
            if name not in row
        ),
    )


def _silence() -> Score:
    return _score({})


def _full() -> Report:
    alpha, beta, gamma = map(_score, _rows())
    return Report(
        project="shelf-scanner",
        as_of=DAY,
        evidence=Evidence.ALL,
        knowledge_version="2026.1",
        knowledge_digest="sha256:0123456789abcdef",
        verdict=Verdict.CLEAR,
        summary="Alpha is the clear choice.",
        recommendation=Recommendation("alpha", ("alpha",)),
        weighting=(
            Weighting("docs", 0.2, {}, 0.0, 2.0, None),
            Weighting("speed", 0.5, {"wants-speed": 3.0}, 2.0, None, None),
            Weighting("tools", 0.3, {"wants-speed": 3.0}, 0.0, None, 0.8),
        ),
        ranking=(
            Ranked("alpha", 1, alpha),
            Ranked("beta", 2, beta),
        ),
        not_judged=(NotJudged("gamma", "the evidence covers 30%", gamma),),
        excluded=(Excluded("delta", "gone", "retired since 2018", ("c-5",), ("s2",)),),
        set_aside=(SetAside("c-5", "Beta 2 came out", "c-2"),),
        open_questions=("goal", "domain", "latency", "cloud", "region", "x", "y"),
        unknown=(Unknown("data-scale", True), Unknown("hot-swap", False)),
        idle_answers=("footprint",),
        trace=(
            Firing("gone", {}, Effects(exclude=Exclude(Screen.STATUS))),
            Firing(
                "wants-speed",
                {"goal": "production", "domain": ("vision", "nlp"), "hot-swap": True},
                Effects(raise_={"speed": 3.0, "tools": 3.0}, enough={"tools": 0.8}),
            ),
        ),
        routes={"alpha": {"server": _route()}, "beta": {}},
        unreached=("browser",),
        stacks={"alpha": ("alpha",)},
        together=Pairing("delta", ("server",), "alpha", ("browser",)),
        horizons=(
            Horizon("months", Verdict.TIE, "beta"),
            Horizon("years", Verdict.CLEAR, "alpha"),
        ),
        near_misses=(NearMiss("wants-speed", Unmet(Is("goal", "research"), True)),),
        sampled=_sampled(),
        challenge=_challenge(),
    )


def _sampled() -> Sampled:
    likes_speed = Favour({"docs": 0.15, "speed": 0.55, "tools": 0.3}, 0.9412)
    likes_docs = Favour({"docs": 0.7, "speed": 0.2, "tools": 0.1}, 0.5508)
    return Sampled(
        samples=10_000,
        error=0.0052,
        frameworks=(
            Acceptability("alpha", (0.9231, 0.0769), likes_speed),
            Acceptability("beta", (0.0769, 0.9231), likes_docs),
        ),
        sure=0.9231,
    )


def _challenge() -> Challenge:
    return Challenge(
        stable_weights=(
            StableWeight("docs", 0.2, 0.0, 0.71, "", "beta"),
            StableWeight("speed", 0.5, 0.0, 1.0, "", ""),
            StableWeight("tools", 0.3, 0.04, 1.0, "beta", ""),
        ),
        tipping_points=(
            TippingPoint(
                "beta", {"goal": "research", "hot-swap": Cleared.CLEARED}, 0.0512, 2
            ),
            NoTippingPoint("gamma", 3),
        ),
        without_source=(
            Without("s1", "beta", -0.0213),
            Without("s3", "alpha", 0.11),
            Without("s2", "alpha", 0.31),
        ),
        without_criterion=(
            Without("speed", "alpha", 0.0104),
            Without("tools", "alpha", 0.2),
            Without("docs", "alpha", 0.29),
        ),
        noise=Noise(2000, 0.305, 0.21, 0.0125),
        opinions=(
            Opinion(Method.WEIGHTED_PRODUCT, ("alpha", "beta")),
            Opinion(Method.TOPSIS, ("alpha", "beta")),
            Opinion(Method.PROMETHEE, ("beta", "alpha")),
        ),
        dominated=(Dominated("beta", ("alpha",)),),
        open_questions=(
            OpenQuestion("latency", -0.04, 0.21, {"beta": "real-time"}),
            OpenQuestion("domain", 0.1, 0.4, {}),
        ),
    )


def a_path(name: str) -> paths.Path:
    """Return a way from Alpha to the box."""
    return paths.Path(
        id=name,
        from_="alpha",
        steps=("export",),
        format=".box",
        runtime="box",
        targets=("server",),
        languages=("python",),
        maturity=(Milestone(Maturity.PRODUCTION, DAY, "s1"),),
        through=("beta",),
        caveats="keep it dry",
    )


def _route() -> Route:
    path = a_path("alpha-box")
    return Route(
        "server", path, path.maturity[0], 1.0, ("java",), ("alpha-bag",), ("c-1",)
    )
