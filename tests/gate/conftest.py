"""A small rule base for the checks of the gate."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from advisor.model.evidence import Claim, Source
from advisor.model.knowledge import Knowledge
from advisor.model.language import Wording
from advisor.model.path import Maturity
from advisor.model.question import Kind, Option
from advisor.model.rule import Exclude, Screen
from advisor.model.system import Foundation, Phase, Runtime, Status
from tests.gate.subjects import BEFORE, DAY, layer, way

Build = Callable[..., Any]  # Any: each builder makes records of its own kind


@pytest.fixture(scope="session")
def base(
    a_knowledge: Build,
    a_criterion: Build,
    a_source: Build,
    a_claim: Build,
    a_framework: Build,
    a_rule: Build,
    a_question: Build,
) -> Knowledge:
    """Return a rule base in which Over stands on Alpha, and Special is specialised."""
    targets = replace(
        a_question("deployment-targets", 1, type=Kind.MANY),
        options=(Option("server", "Our servers"), Option("phone", "Phones")),
    )
    frameworks = [
        replace(
            a_framework("alpha"),
            packages=("pkg:pypi/Alpha",),
            installed_as=("pkg:conda/alpha-gpu",),
        ),
        replace(a_framework("beta"), packages=("pkg:pypi/beta",)),
        replace(
            a_framework("over"),
            packages=("pkg:pypi/over",),
            stands_on=(Foundation("alpha", BEFORE, "s1"),),
        ),
        replace(
            a_framework("special"), packages=("pkg:pypi/special",), scope=("tabular",)
        ),
        replace(
            a_framework("old", status={Status.RETIRED: date(2020, 5, 6)}),
            packages=("pkg:pypi/old",),
        ),
        a_framework("unpacked"),
    ]
    source: Source = replace(
        a_source("s1"), title="First source", url="https://s1.example"
    )
    claims: list[Claim] = [
        a_claim("c-1", statement="Alpha is slow.", date_=date(2026, 3, 4)),
        a_claim("c-2", statement="Beta is fast.", date_=date(2026, 3, 5)),
    ]
    return a_knowledge(  # type: ignore[no-any-return]  # a builder of any record
        frameworks=frameworks,
        criteria=[a_criterion("speed"), a_criterion("tools")],
        sources=[source],
        claims={"speed": claims},
        questions=[targets],
        rules=[
            replace(
                a_rule("gone", exclude=Exclude(Screen.STATUS, (Status.RETIRED,))),
                title="No retired framework",
            ),
            replace(
                a_rule("nowhere", exclude=Exclude(Screen.UNREACHABLE)),
                title="No way",
            ),
            replace(
                a_rule("vendor", exclude=Exclude(Screen.VENDOR)), title="Not that one"
            ),
        ],
        layers={"tier": layer("tier", "beta", "pkg:pypi/tier")},
        runtimes={"box": Runtime("box", "Box", "", (Phase(Status.ACTIVE, DAY, "s1"),))},
        paths={
            each.id: each
            for each in (
                way("alpha-server", "alpha", "server"),
                way("alpha-phone", "alpha", "phone", Maturity.LEGACY),
                way("alpha-phone-new", "alpha", "phone", Maturity.PREVIEW),
                way("beta-phone", "beta", "phone", Maturity.DEAD),
                replace(way("beta-server", "beta", "server"), through=("over",)),
            )
        },
    )


@pytest.fixture(scope="session")
def in_chinese(base: Knowledge, chinese: Wording) -> Knowledge:
    """Return the same rule base, spoken of in Chinese."""
    return replace(base, wording=chinese)
