"""A small rule base in which a claim, a rule and a criterion each decide something."""

from collections.abc import Callable
from datetime import date
from typing import Any

from advisor.engine.trace import Ground, ground
from advisor.model.condition import All, Is
from advisor.model.evidence import (
    Contradiction,
    Evidence,
    Side,
    SourceKind,
)
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.rule import Exclude, Screen
from advisor.model.system import Status

DAY = date(2024, 1, 1)
ADA, BOB = {"ada": 0.9, "bob": 0.2}, {"ada": 0.3, "bob": 0.8}
ASKED = Profile(answers={"q1": "a", "priorities": ("speed", "tools")})
Build = Callable[..., Any]  # Any: each builder makes records of its own kind


def a_base(builders: dict[str, Build]) -> Knowledge:
    """Return the rule base; `builders` are those of the conftest, by kind."""
    claim, rule, source = (builders[each] for each in ("claim", "rule", "source"))
    speed = [
        claim("told", performance=ADA, also=("tools",)),
        claim("old", "s2", performance=BOB),
        claim("new", "s3", performance={"ada": 0.7}, supersedes=("old",)),
        claim("later", performance=BOB, date_=date(2025, 1, 1)),
        claim("again", performance=ADA, restates="told"),
        claim("for-b", performance=BOB, when=Is("q1", "b")),
        claim("for-a", performance={"ada": 0.8}, when=Is("q1", "a")),
    ]
    tools = [claim("tool", performance={"ada": 0.0, "bob": 1.0})]
    trivia = [claim("idle", performance=BOB)]
    base: Knowledge = builders["knowledge"](
        frameworks=[
            builders["framework"]("ada"),
            builders["framework"]("bob"),
            builders["framework"]("eve", status={Status.RETIRED: date(2020, 1, 1)}),
        ],
        criteria=[builders["criterion"](e) for e in ("speed", "tools", "trivia")],
        sources=[
            source("s1"),
            source("s2", reliability=0.5),
            source("s3", kind=SourceKind.REGISTRY),
        ],
        claims={"speed": speed, "tools": tools, "trivia": trivia},
        rules=[
            rule("fast", Is("q1", "a"), raise_={"speed": 2.0}, claims=("told",)),
            rule("gone", exclude=Exclude(Screen.STATUS, status=(Status.RETIRED,))),
            rule("odd", All((Is("q1", "b"), Is("q2", "c"))), raise_={"trivia": 5.0}),
            rule("near", Is("q2", "c"), raise_={"tools": 30.0}, claims=("told", "new")),
            rule("registered", Is("q1", "a"), raise_={"speed": 1.0}, claims=("new",)),
        ],
        questions=[],
        contradictions={
            "fight": Contradiction(
                "fight", "", (Side("yes", ("told",)), Side("no", ("old",))), ""
            )
        },
    )
    return base


def a_ground(
    builders: dict[str, Build],
    profile: Profile = ASKED,
    evidence: Evidence = Evidence.ALL,
) -> Ground:
    """Return what a report on that rule base stands on."""
    return ground(a_base(builders), profile, DAY, evidence)
