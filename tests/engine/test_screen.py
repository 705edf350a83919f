"""Hard requirements: what removes a framework, and what is told about it."""

from collections.abc import Callable
from datetime import date

import pytest

from advisor.engine.fire import fire
from advisor.engine.screen import screen
from advisor.model.condition import Includes
from advisor.model.knowledge import Knowledge
from advisor.model.question import Answer
from advisor.model.report import Excluded
from advisor.model.rule import Exclude, Rule, Screen
from advisor.model.system import Framework, Status

TODAY = date(2024, 1, 1)
Screened = tuple[tuple[str, ...], tuple[Excluded, ...]]
Sift = Callable[..., Screened]

NEW = Exclude(Screen.NOT_RELEASED)
DEAD = Exclude(Screen.STATUS, status=(Status.RETIRED, Status.REMOVED))
BARRED = Exclude(Screen.VENDOR, fact="vendors")


@pytest.fixture(scope="session")
def sift(
    a_knowledge: Callable[..., Knowledge],
    a_framework: Callable[..., Framework],
    a_rule: Callable[..., Rule],
) -> Sift:
    """Return a function that screens three frameworks of different fates."""
    frameworks = [
        a_framework("eve", since=date(2023, 1, 1), vendors=("zeta", "acme")),
        a_framework("ada", status={Status.RETIRED: date(2018, 1, 1)}),
        a_framework("bob", vendors=("acme",)),
    ]

    def sift_all(
        *excludes: Exclude, on: date = TODAY, answers: dict[str, Answer] | None = None
    ) -> Screened:
        facts = answers or {}
        rules = [
            a_rule(f"r{n}", claims=(f"k{n}",), exclude=each)
            for n, each in enumerate(excludes)
        ]
        base = a_knowledge(frameworks=frameworks, rules=rules)
        return screen(base, fire(rules, facts), facts, on)

    return sift_all


def names(excluded: tuple[Excluded, ...]) -> list[str]:
    return [each.framework for each in excluded]


def test_without_requirements_every_framework_remains_by_id(sift: Sift) -> None:
    assert sift() == (("ada", "bob", "eve"), ())


def test_a_framework_is_there_from_the_day_of_its_first_release(sift: Sift) -> None:
    assert names(sift(NEW, on=date(2022, 12, 31))[1]) == ["eve"]
    assert names(sift(NEW, on=date(2023, 1, 1))[1]) == []


def test_an_exclusion_names_its_rule_claims_reason_and_source(sift: Sift) -> None:
    _, (dead,) = sift(DEAD)
    assert dead == Excluded(
        "ada", "r0", "retired since 2018-01-01", ("k0",), ("ada-retired",)
    )


def test_status_is_that_of_the_day(sift: Sift) -> None:
    assert names(sift(DEAD, on=date(2017, 12, 31))[1]) == []
    assert names(sift(DEAD, on=date(2018, 1, 1))[1]) == ["ada"]
    # Before its first phase a framework has no status to be excluded for.
    assert names(sift(DEAD, on=date(2000, 1, 1))[1]) == []


def test_a_barred_vendor_takes_its_frameworks_with_it(sift: Sift) -> None:
    remaining, excluded = sift(BARRED, answers={"vendors": ("acme", "other")})
    assert remaining == ("ada",)
    assert names(excluded) == ["bob", "eve"]
    assert "acme" in excluded[0].reason
    assert "zeta" not in excluded[1].reason


@pytest.mark.parametrize("answers", [{}, {"vendors": ()}, {"vendors": ("other",)}])
def test_vendors_nobody_barred_exclude_nothing(
    sift: Sift, answers: dict[str, Answer]
) -> None:
    assert sift(BARRED, answers=answers)[1] == ()


def test_a_framework_may_fail_several_requirements_and_all_are_told(
    sift: Sift,
) -> None:
    remaining, excluded = sift(
        BARRED, NEW, on=date(2020, 1, 1), answers={"vendors": ("zeta",)}
    )
    assert remaining == ("ada", "bob")
    assert [(each.framework, each.rule) for each in excluded] == [
        ("eve", "r0"),
        ("eve", "r1"),
    ]


def test_a_requirement_whose_rule_does_not_fire_excludes_nothing(
    a_knowledge: Callable[..., Knowledge],
    a_framework: Callable[..., Framework],
    a_rule: Callable[..., Rule],
) -> None:
    rule = a_rule("r1", Includes("vendors", ("acme",)), exclude=BARRED)
    base = a_knowledge(frameworks=[a_framework("bob", vendors=("acme",))], rules=[rule])
    assert screen(base, fire([rule], {}), {}, TODAY) == (("bob",), ())
