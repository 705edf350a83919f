"""What the tests of the gate look at: reports, dependencies, records, drift."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from advisor.model.checked import ProfileFile, Subject
from advisor.model.condition import All
from advisor.model.dependency import Dependencies, Dependency, Unreadable
from advisor.model.drift import Cause, Drift, Move, Stage
from advisor.model.evidence import Evidence
from advisor.model.gate import Check, Gate, GateException, Place
from advisor.model.path import Maturity, Milestone, Path
from advisor.model.performance import Known, Testimony
from advisor.model.profile import Profile
from advisor.model.recorded import Recorded, RecordedRank
from advisor.model.report import (
    Excluded,
    NotJudged,
    Ranked,
    Recommendation,
    Report,
    Verdict,
)
from advisor.model.route import Route
from advisor.model.score import Contribution, Score
from advisor.model.system import Foundation, Layer, Phase, Status
from advisor.model.what_if import Outcome

DAY = date(2026, 11, 21)
BEFORE = date(2025, 1, 2)
LINES = {
    "as-of": 2,
    "answers": 3,
    "answers.goal": 4,
    "answers.deployment-targets": 5,
    "answers.deployment-targets.1": 7,
    "weights": 8,
    "weights.speed": 9,
    "gate": 10,
    "gate.framework": 11,
    "gate.exceptions": 12,
    "gate.exceptions.0": 13,
    "gate.exceptions.1": 18,
}


# Any: whatever field of a report a test is about.
def report(**fields: Any) -> Report:  # noqa: ANN401
    first, second = a_score(speed=0.9, tools=0.5), a_score(speed=0.5, tools=0.5)
    always: dict[str, Any] = {
        "project": "shelf-scanner",
        "as_of": DAY,
        "evidence": Evidence.ALL,
        "knowledge_version": "2026.11",
        "knowledge_digest": "sha256:" + "b" * 64,
        "verdict": Verdict.CLEAR,
        "summary": "Alpha is the clear choice.",
        "recommendation": Recommendation("alpha", ("alpha",)),
        "ranking": (Ranked("alpha", 1, first), Ranked("beta", 2, second)),
        "routes": {"alpha": {"server": route("alpha-server", "alpha", "server")}},
        "stacks": {"alpha": ("alpha",)},
        "answers": {"deployment-targets": ("server",)},
        "together": None,
    }
    empty = (
        *("weighting", "not_judged", "excluded", "set_aside", "open_questions"),
        *("unknown", "idle_answers", "trace", "unreached", "horizons"),
    )
    return Report(**{**dict.fromkeys(empty, ()), **always, **fields})


def subject(
    *,
    choice: str = "alpha",
    margin: float = 0.0,
    exceptions: tuple[GateException, ...] = (),
    allow_retired: bool = False,
    file: str = "app/advisor.yaml",
    **fields: Any,  # noqa: ANN401 - further fields of Subject
) -> Subject:
    gate = Gate(choice, margin, exceptions)
    profile = Profile(gate=gate, allow_retired=allow_retired)
    always: dict[str, Any] = {
        "report": report(),
        "dependencies": Dependencies(),
        "lock": "app/advisor.lock",
        "recorded": recorded(choice=choice),
        "drift": None,
        "today": DAY,
    }
    return Subject(file=ProfileFile(file, profile, LINES), **{**always, **fields})


def a_score(**values: float) -> Score:
    """Return a score of criteria with equal weights, without gaps."""
    cells = {name: Known(value, value, value, ()) for name, value in values.items()}
    weight = 1 / len(values)
    return Score(
        tuple(
            Contribution(name, weight, own.value, own.value, own.value, own)
            for name, own in cells.items()
        ),
        (),
    )


def cited(framework: str, *claims: str) -> Ranked:
    """Return the first of a ranking, whose score rests on these claims."""
    said = tuple(Testimony(each, "s1", 0.5, 1.0) for each in claims)
    known = Known(0.5, 0.5, 0.5, said)
    part = Contribution("speed", 1.0, 0.5, 0.5, 0.5, known)
    return Ranked(framework, 1, Score((part,), ()))


def route(
    path: str,
    framework: str,
    target: str,
    maturity: Maturity = Maturity.PRODUCTION,
    **fields: Any,  # noqa: ANN401 - further fields of Route
) -> Route:
    own = way(path, framework, target, maturity)
    return Route(target, own, own.maturity[0], 1.0, **fields)


def excluded(framework: str, rule: str, reason: str = "because") -> Excluded:
    return Excluded(framework, rule, reason, (), ("s1",))


def not_judged(framework: str) -> NotJudged:
    return NotJudged(framework, "the evidence covers 10%", a_score(speed=0.5))


def named(
    package: str, file: str = "pyproject.toml", line: int = 1, *, direct: bool = True
) -> Dependency:
    return Dependency(f"pkg:pypi/{package}", Place(file, line), direct)


def files(
    *dependencies: Dependency, unreadable: tuple[Unreadable, ...] = ()
) -> Dependencies:
    places = [each.place.file for each in dependencies]
    places += [each.place.file for each in unreadable]
    return Dependencies(tuple(dict.fromkeys(places)), dependencies, unreadable)


# Any: whatever field of a record a test is about.
def recorded(**fields: Any) -> Recorded:  # noqa: ANN401
    always: dict[str, Any] = {
        "as_of": BEFORE,
        "evidence": Evidence.ALL,
        "profile_digest": "sha256:" + "c" * 64,
        "knowledge_version": "2025.1",
        "knowledge_digest": "sha256:" + "a" * 64,
        "verdict": Verdict.CLEAR,
        "framework": "alpha",
        "choice": "alpha",
        "profile": Profile(),
        "ranking": (RecordedRank("alpha", 1, 0.7), RecordedRank("beta", 2, 0.5)),
        "line": 5,
    }
    return Recorded(**{**always, **fields})


def outcome(verdict: Verdict, *frameworks: str) -> Outcome:
    return Outcome(verdict, frameworks)


ALPHA = outcome(Verdict.CLEAR, "alpha")
BETA = outcome(Verdict.LEANING, "beta")
TIE = outcome(Verdict.TIE, "alpha", "beta")
NOBODY = outcome(Verdict.NO_BASIS)


def stage(
    cause: Cause,
    *moves: Move,
    before: Outcome = ALPHA,
    after: Outcome = ALPHA,
    states: tuple[str, str] = ("then", "now"),
) -> Stage:
    return Stage(cause, *states, before, after, moves)


# Any: whatever field of a drift a test is about.
def drift(*stages: Stage, **fields: Any) -> Drift:  # noqa: ANN401
    always: dict[str, Any] = {
        "before": stages[0].outcome_before if stages else ALPHA,
        "after": stages[-1].outcome_after if stages else ALPHA,
        "stages": stages,
        "reordered": False,
        "retired": (),
        "paths": (),
        "security": (),
    }
    return Drift(**{**always, **fields})


def exception(
    finding: Check = Check.PATH_LEGACY,
    about: str = "",
    expires: date = date(2027, 1, 1),
) -> GateException:
    return GateException(finding, "It goes away soon", "platform team", expires, about)


def only(found: Iterable[Any], check: Check) -> Any:  # noqa: ANN401
    """Return the one thing found that is of this check."""
    (one,) = (each for each in found if each.check is check)
    return one


def checks(found: Iterable[Any]) -> list[Check]:
    return [each.check for each in found]


def way(
    name: str,
    framework: str,
    target: str,
    maturity: Maturity = Maturity.PRODUCTION,
) -> Path:
    return Path(
        id=name,
        from_=framework,
        steps=("export",),
        format=".box",
        runtime="box",
        targets=(target,),
        languages=("python",),
        maturity=(Milestone(maturity, date(2025, 7, 1), "s1"),),
    )


def layer(name: str, framework: str, package: str) -> Layer:
    return Layer(
        id=name,
        name=name.title(),
        description="",
        stands_on=(Foundation(framework, BEFORE, "s1"),),
        status=(Phase(Status.ACTIVE, BEFORE, "s1"),),
        fits=All(()),
        because="",
        packages=(package,),
    )
