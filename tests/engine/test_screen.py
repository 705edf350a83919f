"""Hard requirements: what removes a framework, and what is told about it."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

import pytest

from advisor.engine.fire import fire
from advisor.engine.screen import Situation, screen
from advisor.model.condition import Includes
from advisor.model.knowledge import Knowledge
from advisor.model.path import Maturity, Milestone, Path
from advisor.model.question import Answer
from advisor.model.report import Excluded
from advisor.model.route import Route
from advisor.model.rule import Exclude, Rule, Screen
from advisor.model.system import (
    FormerVendor,
    Framework,
    Level,
    Platform,
    PythonSupport,
    Status,
)

TODAY = date(2024, 1, 1)
Screened = tuple[tuple[str, ...], tuple[Excluded, ...]]
Sift = Callable[..., Screened]

NEW = Exclude(Screen.NOT_RELEASED)
DEAD = Exclude(Screen.STATUS, status=(Status.RETIRED, Status.REMOVED))
BARRED = Exclude(Screen.VENDOR, fact="vendors")
LIVING = Exclude(Screen.STATUS, status=(Status.ACTIVE,))
FIELD = Exclude(Screen.SCOPE, fact="domain")
MACHINE = Exclude(Screen.PLATFORM, fact="os", accelerators="chips")
PYTHON = Exclude(Screen.PYTHON, fact="python-version")
NOWHERE = Exclude(Screen.UNREACHABLE, fact="deployment-targets")


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
        return screen(base, fire(rules, facts), Situation(facts, on, {}))

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
    remaining, excluded = sift(BARRED, LIVING, answers={"vendors": ("zeta",)})
    assert remaining == ("ada",)
    assert [(each.framework, each.rule) for each in excluded] == [
        ("bob", "r1"),
        ("eve", "r0"),
        ("eve", "r1"),
    ]


def test_of_a_framework_that_did_not_exist_yet_nothing_else_is_told(
    sift: Sift,
) -> None:
    acme: dict[str, Answer] = {"vendors": ("acme",)}
    for order in ((NEW, BARRED), (BARRED, NEW)):
        remaining, excluded = sift(*order, on=date(2020, 1, 1), answers=acme)
        new = f"r{order.index(NEW)}"
        assert remaining == ("ada",)
        assert [(each.framework, each.rule) for each in excluded] == [
            ("bob", f"r{order.index(BARRED)}"),
            ("eve", new),
        ]


def test_a_requirement_whose_rule_does_not_fire_excludes_nothing(
    a_knowledge: Callable[..., Knowledge],
    a_framework: Callable[..., Framework],
    a_rule: Callable[..., Rule],
) -> None:
    rule = a_rule("r1", Includes("vendors", ("acme",)), exclude=BARRED)
    base = a_knowledge(frameworks=[a_framework("bob", vendors=("acme",))], rules=[rule])
    assert screen(base, fire([rule], {}), Situation({}, TODAY, {})) == (("bob",), ())


BORN, MOVED = date(2015, 1, 1), date(2022, 1, 1)
One = Callable[..., Excluded | None]
Answers = dict[str, Answer]


@pytest.fixture(scope="session")
def fate(
    a_knowledge: Callable[..., Knowledge],
    a_framework: Callable[..., Framework],
    a_rule: Callable[..., Rule],
) -> One:
    """Return a function from fields of a framework to its exclusion, if there is one."""

    def judge(
        exclude: Exclude,
        answers: Answers,
        on: date = TODAY,
        elsewhere: Iterable[Platform] = (),
        **fields: object,
    ) -> Excluded | None:
        # Any: the fields are of every type, and replace checks their names.
        one = replace(a_framework("ada"), **fields)  # type: ignore[arg-type]
        rule = a_rule("r1", exclude=exclude)
        base = a_knowledge(frameworks=[one], rules=[rule])
        there = tuple(
            each for each in (*one.platforms, *elsewhere) if each.holds_on(on)
        )
        situation = Situation(answers, on, {}, there)
        remaining, excluded = screen(base, fire([rule], answers), situation)
        assert (remaining == ("ada",)) is (excluded == ())
        return excluded[0] if excluded else None

    return judge


def reason(excluded: Excluded | None) -> str:
    return excluded.reason if excluded is not None else "stays"


@pytest.mark.parametrize(
    ("day", "barred"), [(date(2021, 12, 31), True), (MOVED, False)]
)
def test_a_former_vendor_bars_a_framework_until_it_has_left(
    day: date, barred: bool, fate: One
) -> None:
    former = (FormerVendor("acme", MOVED, "s9"),)
    found = fate(BARRED, {"vendors": ("acme",)}, day, former_vendors=former)
    assert (found is not None) is barred
    if found is not None:
        assert found.reason == "backed by acme, which the profile excludes"
        assert found.sources == ("s9",)


def test_present_and_former_vendors_are_told_with_their_own_sources(
    fate: One,
) -> None:
    found = fate(
        BARRED,
        {"vendors": ("zeta", "acme", "other")},
        vendors=("zeta",),
        former_vendors=(FormerVendor("acme", date(2030, 1, 1), "s9"),),
    )
    assert found is not None
    assert "acme, zeta" in found.reason
    assert found.sources == ("s9", "ada-site")


@pytest.mark.parametrize(
    ("scope", "domain", "told"),
    [
        ((), ("vision",), "stays"),
        ((), (), "stays"),
        (("tabular",), ("tabular",), "stays"),
        (("tabular", "time-series"), ("time-series",), "stays"),
        (("tabular",), ("tabular", "vision"), "made for tabular, not for vision"),
        (
            ("tabular", "time-series"),
            ("nlp", "vision"),
            "made for tabular and time-series, not for nlp and vision",
        ),
        (("tabular",), (), "only made for tabular"),
    ],
)
def test_a_specialised_framework_stays_for_projects_wholly_of_its_kind(
    scope: tuple[str, ...], domain: tuple[str, ...], told: str, fate: One
) -> None:
    found = fate(FIELD, {"domain": domain}, scope=scope)
    assert reason(found) == told
    if found is not None:
        assert found.sources == ("ada-site",)


def test_a_project_of_an_unknown_kind_gets_no_specialised_framework(fate: One) -> None:
    assert reason(fate(FIELD, {}, scope=("tabular",))) == "only made for tabular"


def machine(
    os: str, chip: str = "cpu", since: date = BORN, until: date | None = None
) -> Platform:
    source = f"{os}-{chip}-{since.year}"
    return Platform(os, chip, (), Level.COMMUNITY, since, source, until)


MACHINES = (machine("linux"), machine("linux", "nvidia"), machine("windows"))
ELSEWHERE = (machine("macos", "apple"), machine("linux", "tpu"))


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ({}, "stays"),
        ({"os": ("linux", "windows")}, "stays"),
        ({"os": ("windows", "linux"), "chips": ("nvidia", "cpu")}, "stays"),
        ({"os": ("macos",)}, "does not run on macos"),
        ({"os": ("linux", "macos")}, "does not run on macos"),
        ({"chips": ("tpu",)}, "does not run on tpu"),
        (
            {"os": ("windows",), "chips": ("nvidia",)},
            "does not run on nvidia under windows",
        ),
        (
            {"os": ("macos",), "chips": ("tpu", "apple")},
            "does not run on macos, tpu and apple",
        ),
    ],
)
def test_every_system_is_demanded_and_each_accelerator_on_one_of_them(
    answers: Answers, told: str, fate: One
) -> None:
    found = fate(MACHINE, answers, elsewhere=ELSEWHERE, platforms=MACHINES)
    assert reason(found) == told


@pytest.mark.parametrize("answers", [{"os": ("beos",)}, {"chips": ("abacus",)}])
def test_a_machine_that_no_framework_supports_says_nothing_about_any(
    answers: Answers, fate: One
) -> None:
    assert fate(MACHINE, answers, elsewhere=ELSEWHERE, platforms=MACHINES) is None


def test_a_framework_of_unknown_platforms_cannot_be_judged(fate: One) -> None:
    assert fate(MACHINE, {"os": ("macos",)}, elsewhere=ELSEWHERE) is None


def test_the_platforms_are_those_of_the_day_and_what_ended_shows_it(
    fate: One,
) -> None:
    own = (machine("linux", until=MOVED), machine("windows", since=MOVED))
    elsewhere = (machine("linux", "tpu"),)

    def on(day: date) -> Excluded | None:
        return fate(MACHINE, {"os": ("linux",)}, day, elsewhere, platforms=own)

    assert on(date(2021, 12, 31)) is None
    gone = on(MOVED)
    assert gone is not None
    assert gone.sources == ("linux-cpu-2015",)


def test_a_platform_that_is_still_to_come_shows_nothing(fate: One) -> None:
    own = (machine("linux"), machine("macos", since=date(2030, 1, 1)))
    found = fate(MACHINE, {"os": ("macos",)}, elsewhere=ELSEWHERE, platforms=own)
    assert reason(found) == "does not run on macos"
    assert found is not None
    assert found.sources == (), "what never was has no source to show"


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        ("3.9", "stays"),
        ("3.12", "stays"),
        ("3.12.4", "stays"),
        ("3.13", "supports Python up to 3.12, not 3.13"),
        ("4.0", "supports Python up to 3.12, not 4.0"),
        ("2.7", "stays"),
    ],
)
def test_a_python_that_is_too_new_excludes_and_an_older_one_never_does(
    wanted: str, told: str, fate: One
) -> None:
    known = (
        PythonSupport("3.6", "3.8", BORN, "s1"),
        PythonSupport("3.9", "3.12", MOVED, "s2"),
        PythonSupport("3.11", "4.2", date(2030, 1, 1), "s3"),
    )
    found = fate(PYTHON, {"python-version": wanted}, python=known)
    assert reason(found) == told
    if found is not None:
        assert found.sources == ("s2",)


def test_versions_of_python_are_numbers_and_those_of_the_day_count(
    fate: One,
) -> None:
    known = (PythonSupport("3.6", "3.9", BORN, "s1"),)
    ten: Answers = {"python-version": "3.10"}
    assert fate(PYTHON, ten, python=known) is not None
    assert fate(PYTHON, ten, date(2014, 12, 31), python=known) is None
    assert fate(PYTHON, ten) is None
    assert fate(PYTHON, {}, python=known) is None


def reaching(*targets: str) -> dict[str, Route]:
    life = Milestone(Maturity.PRODUCTION, BORN, "s1")
    path = Path("p1", "ada", (), "onnx", "ort", targets, ("any",), (life,))
    return {each: Route(each, path, life, 1.0) for each in targets}


@pytest.fixture(scope="session")
def stranded(
    a_knowledge: Callable[..., Knowledge],
    a_framework: Callable[..., Framework],
    a_rule: Callable[..., Rule],
) -> Callable[[Answers], dict[str, str]]:
    """Return a function from answers to the reasons why paths exclude frameworks."""
    rule = a_rule("r1", exclude=NOWHERE)
    names = ("ada", "bob", "eve")
    base = a_knowledge(frameworks=[a_framework(each) for each in names], rules=[rule])
    routes = {"ada": reaching("ios", "browser"), "bob": reaching("ios"), "eve": {}}

    def judge(answers: Answers) -> dict[str, str]:
        situation = Situation(answers, TODAY, routes)
        _, excluded = screen(base, fire([rule], answers), situation)
        assert all(each.sources == () for each in excluded)
        return {each.framework: each.reason for each in excluded}

    return judge


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ({}, {}),
        ({"deployment-targets": ("none",)}, {}),
        ({"deployment-targets": ("ios",)}, {"eve": "no living path leads to ios"}),
        (
            {"deployment-targets": ("ios", "browser")},
            {
                "bob": "no living path leads to browser",
                "eve": "no living path leads to ios and browser",
            },
        ),
        # Nobody reaches it: that says nothing about any of them.
        ({"deployment-targets": ("node",)}, {}),
        (
            {"deployment-targets": ("node", "ios")},
            {"eve": "no living path leads to ios"},
        ),
    ],
)
def test_a_target_that_others_reach_excludes_those_that_do_not(
    answers: Answers,
    told: dict[str, str],
    stranded: Callable[[Answers], dict[str, str]],
) -> None:
    assert stranded(answers) == told
