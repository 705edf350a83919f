"""Builders for small synthetic rule bases, and the real one."""

import gc
import os
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from advisor.knowledge.languages import messages
from advisor.knowledge.load import load
from advisor.model.condition import All, Condition
from advisor.model.constants import (
    ConfidenceTable,
    Constant,
    Constants,
    LevelTable,
    MaturityTable,
    Series,
    StrengthTable,
)
from advisor.model.criterion import Criterion, Group, HalfLife, Role, Scale
from advisor.model.evidence import (
    Claim,
    ClaimKind,
    Confidence,
    Dates,
    Reliability,
    Source,
    SourceKind,
    Strength,
)
from advisor.model.knowledge import Knowledge
from advisor.model.language import Language, Wording
from advisor.model.path import Maturity
from advisor.model.question import Kind, Question
from advisor.model.rule import Effects, Rule
from advisor.model.system import Framework, Level, Maintainer, Phase, Release, Status

# As the command line does, before anything loads numpy.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# The same examples in every run, and nothing left behind in the working tree.
settings.register_profile(
    "advisor", deadline=None, max_examples=60, derandomize=True, database=None
)
settings.load_profile("advisor")

# The numbers of the built-in rule base when these tests were written; fixed here so
# that a change of judgement there does not move the proofs.
_NUMBERS = {
    "secondary": 0.5,
    "general": 0.25,
    "neutral": 0.5,
    "prior": 0.25,
    "spread": 0.5,
    "least_evidence": 0.0,
    "least_coverage": 0.5,
    "tie_margin": 0.03,
    "samples": 400,
    "firmness": 1.0,
    "source_doubt": 1.0,
    "clear_acceptability": 0.9,
    "clear_sources": 0,
    "contradiction_lead": 1.5,
    "fresh_days": 365,
    "path_miss": 0.5,
    "path_detour": 0.9,
    "path_fit": 1.2,
    "path_bound": 0.7,
    "usually_open": 0.1,
    "seldom_open": 0.85,
}
_DAY = date(2020, 1, 1)
_ROOT = Path(__file__).parents[1] / "knowledge"


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """Return the real rule base."""
    base = load([_ROOT])
    # It stays to the end: the collector need not walk through it again and again.
    gc.collect()
    gc.freeze()
    return base


@pytest.fixture(scope="session")
def wording() -> Wording:
    """Return what the program says in English."""
    return _wording()


@pytest.fixture(scope="session")
def chinese() -> Wording:
    """Return what the program says in Chinese."""
    return messages([_ROOT], Language.ZH)


@pytest.fixture(scope="session")
def some_constants() -> Callable[..., Constants]:
    """Return a builder; keyword arguments replace single numbers."""
    return _constants


@pytest.fixture(scope="session")
def a_criterion() -> Callable[..., Criterion]:
    """Return a builder of criteria."""
    return _criterion


@pytest.fixture(scope="session")
def a_source() -> Callable[..., Source]:
    """Return a builder of sources; `published=None` leaves one undated."""
    return _source


@pytest.fixture(scope="session")
def a_claim() -> Callable[..., Claim]:
    """Return a builder of claims; any field of a claim may be given."""
    return _claim


@pytest.fixture(scope="session")
def a_framework() -> Callable[..., Framework]:
    """Return a builder of frameworks; releases and phases as date by name."""
    return _framework


@pytest.fixture(scope="session")
def a_rule() -> Callable[..., Rule]:
    """Return a builder of rules; effects are keyword arguments."""
    return _rule


@pytest.fixture(scope="session")
def a_question() -> Callable[..., Question]:
    """Return a builder of questions."""
    return _question


@pytest.fixture(scope="session")
def a_knowledge() -> Callable[..., Knowledge]:
    """Return a builder of rule bases; claims are listed under their criterion."""
    return _knowledge


@cache
def _wording() -> Wording:
    return messages([_ROOT], Language.EN)


def _constants(**changed: float) -> Constants:
    numbers = {
        name: Constant(value, "") for name, value in {**_NUMBERS, **changed}.items()
    }
    weak, moderate, strong = Strength
    low, medium, high = Confidence
    return Constants(
        favours=StrengthTable({weak: 0.6, moderate: 0.7, strong: 0.85}, ""),
        against=StrengthTable({weak: 0.4, moderate: 0.3, strong: 0.15}, ""),
        confidence=ConfidenceTable({low: 0.35, medium: 0.7, high: 1.0}, ""),
        priorities=Series((6, 4.5, 3.5, 2.5, 2, 1.5), ""),
        picks=Series((0.73, 0.17, 0.1), ""),
        platform_level=LevelTable(
            {Level.PRODUCTION: 1.0, Level.PREVIEW: 0.5, Level.COMMUNITY: 0.3}, ""
        ),
        path_maturity=MaturityTable(
            {Maturity.PRODUCTION: 1.0, Maturity.PREVIEW: 0.5, Maturity.LEGACY: 0.3}, ""
        ),
        **numbers,
    )


def _criterion(
    id: str, *, half_life: float = 4.0, role: Role = Role.SCORED
) -> Criterion:
    return Criterion(
        id=id,
        group=Group.OTHER,
        title=id.title(),
        role=role,
        definition="",
        scale=Scale("worst", "best"),
        half_life=HalfLife(half_life, ""),
    )


def _source(
    id: str,
    *,
    published: date | None = _DAY,
    earliest: date | None = None,
    kind: SourceKind = SourceKind.DOCUMENT,
    reliability: float = 1.0,
) -> Source:
    dates = Dates(published=published, earliest=earliest)
    return Source(id, id.title(), kind, "en", dates, Reliability(reliability, ""))


# Any: whatever field of a claim a test is about.
def _claim(id: str, source: str = "s1", **fields: Any) -> Claim:  # noqa: ANN401
    always: dict[str, Any] = {
        "statement": "",
        "kind": ClaimKind.FACTUAL,
        "subjects": (),
        "confidence": Confidence.HIGH,
    }
    return Claim(id=id, source=source, **{**always, **fields})


def _framework(
    id: str,
    *,
    since: date = date(2010, 1, 1),
    status: Mapping[Status, date] | None = None,
    releases: Mapping[str, date] | None = None,
    vendors: tuple[str, ...] = (),
) -> Framework:
    phases = {Status.ACTIVE: since, **(status or {})}
    return Framework(
        id=id,
        name=id.title(),
        description="",
        maintainer=Maintainer("", f"{id}-site"),
        first_release=Release("0.1", since, f"{id}-first"),
        status=tuple(Phase(s, day, f"{id}-{s}") for s, day in phases.items()),
        vendors=vendors,
        releases=tuple(
            Release(version, day, f"{id}-{version}")
            for version, day in (releases or {}).items()
        ),
    )


# Any: whatever effect a test is about.
def _rule(
    id: str,
    when: Condition | None = None,
    *,
    claims: tuple[str, ...] = (),
    **effects: Any,  # noqa: ANN401
) -> Rule:
    condition = All(()) if when is None else when
    return Rule(id, id, Group.OTHER, condition, Effects(**effects), "", claims)


def _question(
    id: str, order: int, *, type: Kind = Kind.ONE, when: Condition | None = None
) -> Question:
    return Question(id, order, "", id.title(), "", type, when=when)


def _knowledge(
    *,
    frameworks: Iterable[Framework] = (),
    criteria: Iterable[Criterion] = (),
    sources: Iterable[Source] = (),
    claims: Mapping[str, Iterable[Claim]] | None = None,
    rules: Iterable[Rule] = (),
    questions: Iterable[Question] = (),
    constants: Constants | None = None,
    **more: Any,  # noqa: ANN401 - further fields of Knowledge
) -> Knowledge:
    listed = {name: tuple(each) for name, each in (claims or {}).items()}
    more.setdefault("wording", _wording())
    return Knowledge(
        version="test",
        digest="sha256:test",
        constants=constants or _constants(),
        criteria={each.id: each for each in criteria},
        sources={each.id: each for each in sources},
        claims={each.id: each for said in listed.values() for each in said},
        criterion_of={each.id: name for name, said in listed.items() for each in said},
        frameworks={each.id: each for each in frameworks},
        questions={each.id: each for each in questions},
        rules={each.id: each for each in rules},
        **more,
    )
