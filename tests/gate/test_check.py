from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.gate.baseline import outdated
from advisor.gate.check import MAKERS, Make, check
from advisor.gate.invalid import invalid, invalid_record
from advisor.model.checked import Subject
from advisor.model.dependency import Unreadable
from advisor.model.drift import Cause, DeadPath, Decline, Retirement
from advisor.model.gate import (
    Accepted,
    Baseline,
    Check,
    GateFinding,
    KnownFinding,
    Place,
)
from advisor.model.knowledge import Knowledge
from advisor.model.path import Maturity
from advisor.model.recorded import NotRecorded
from advisor.model.report import Verdict
from advisor.model.system import Status
from tests.gate.subjects import (
    ALPHA,
    BETA,
    DAY,
    checks,
    cited,
    drift,
    exception,
    excluded,
    files,
    named,
    not_judged,
    outcome,
    report,
    route,
    stage,
    subject,
)

PHONE = {"deployment-targets": ("phone",)}
LEGACY = route("alpha-phone", "alpha", "phone", Maturity.LEGACY)
DEAD = DeadPath("phone", "alpha-phone", Maturity.PREVIEW, Maturity.DEAD, DAY, "s1", "")
DECLINE = Decline("alpha", Status.ACTIVE, Status.MAINTENANCE, DAY, "s1")
OLD = report(as_of=DAY.replace(year=2029), ranking=(cited("alpha", "c-1"),))
NOTHING = report(verdict=Verdict.NO_BASIS, recommendation=None, ranking=())

# What makes each check of a profile; `subject()` makes none of them.
MADE_OF: Mapping[Check, Subject] = {
    Check.CHOICE_MISSING: subject(choice=""),
    Check.CHOICE_EXCLUDED: subject(
        choice="old", report=report(excluded=(excluded("old", "gone"),))
    ),
    Check.CHOICE_NOT_RECOMMENDED: subject(choice="beta"),
    Check.CHOICE_NOT_JUDGED: subject(
        choice="over", report=report(not_judged=(not_judged("over"),))
    ),
    Check.NO_BASIS: subject(report=NOTHING),
    Check.TARGET_UNREACHABLE: subject(report=report(answers=PHONE)),
    Check.PATH_LEGACY: subject(
        report=report(answers=PHONE, routes={"alpha": {"phone": LEGACY}})
    ),
    Check.DEPENDENCY_MISSING: subject(dependencies=files(named("numpy"))),
    Check.DEPENDENCY_UNEXPLAINED: subject(
        dependencies=files(named("alpha"), named("beta"))
    ),
    Check.DEPENDENCY_RETIRED: subject(dependencies=files(named("alpha"), named("old"))),
    Check.DEPENDENCY_UNREADABLE: subject(
        dependencies=files(unreadable=(Unreadable(Place("a.txt", 1), "odd"),))
    ),
    Check.RECORD_MISSING: subject(recorded=NotRecorded()),
    Check.RECORD_OUTDATED: subject(drift=drift(stage(Cause.ANSWERS))),
    Check.DECISION_CHANGED: subject(drift=drift(stage(Cause.DATE, after=BETA))),
    Check.VERDICT_CHANGED: subject(
        drift=drift(stage(Cause.DATE, after=outcome(Verdict.LEANING, "alpha")))
    ),
    Check.RANKING_CHANGED: subject(drift=drift(reordered=True)),
    Check.KNOWLEDGE_DIFFERS: subject(locked=True),
    Check.FRAMEWORK_RETIRED: subject(
        drift=drift(retired=(Retirement("beta", DAY, "s1"),))
    ),
    Check.FRAMEWORK_MAINTENANCE: subject(drift=drift(decline=DECLINE)),
    Check.PATH_DIED: subject(drift=drift(paths=(DEAD,))),
    Check.SECURITY_FACT: subject(drift=drift(security=("c-1",))),
    Check.KNOWLEDGE_OLD: subject(report=OLD),
    Check.DATE_FIXED: subject(fixed=True),
    Check.EXCEPTION_EXPIRED: subject(
        choice="", exceptions=(exception(Check.CHOICE_MISSING, expires=DAY),)
    ),
    Check.EXCEPTION_UNUSED: subject(exceptions=(exception(),)),
}
GONE = Baseline("base.yaml", {"f" * 64: KnownFinding(Check.NO_BASIS, "a.yaml", "x")})
# What makes the checks that are not made of a profile, and what does not.
ELSEWHERE: Mapping[
    Check, tuple[Callable[[Knowledge], tuple[GateFinding, ...]], ...]
] = {
    Check.PROFILE_INVALID: (
        lambda base: invalid(base, "a.yaml", [(1, "x", "y")]),
        lambda base: invalid(base, "a.yaml", []),
    ),
    Check.RECORD_INVALID: (
        lambda base: invalid_record(base, "a.yaml", "advisor.lock", [(1, "x", "y")]),
        lambda base: invalid_record(base, "a.yaml", "advisor.lock", []),
    ),
    Check.RECORD_INVALID: (
        lambda base: invalid_record(base, "a.yaml", "advisor.lock", [(1, "x", "y")]),
        lambda base: invalid_record(base, "a.yaml", "advisor.lock", []),
    ),
    Check.BASELINE_OUTDATED: (
        lambda base: outdated(base, GONE, ()),
        lambda base: outdated(base, replace(GONE, known={}), ()),
    ),
}
ABOUT_EXCEPTIONS = {Check.EXCEPTION_EXPIRED, Check.EXCEPTION_UNUSED}


def test_the_table_names_every_check_once() -> None:
    made = [*chain.from_iterable(MAKERS.values()), *ABOUT_EXCEPTIONS, *ELSEWHERE]
    assert sorted(made) == sorted(Check)


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
def test_every_maker_makes_what_the_table_says_and_nothing_else(
    make: Make, base: Knowledge
) -> None:
    found = {each.check for about in MADE_OF.values() for each in make(base, about)}
    assert found == set(MAKERS[make])


def test_every_check_is_tried() -> None:
    assert {*MADE_OF, *ELSEWHERE} == set(Check)


@pytest.mark.parametrize("name", Check)
def test_every_check_is_made_and_has_its_reason(name: Check, base: Knowledge) -> None:
    if name in ELSEWHERE:
        made, not_made = ELSEWHERE[name]
        assert checks(made(base)) == [name]
        assert checks(not_made(base)) == []
    else:
        assert name in checks(check(base, MADE_OF[name]))
        assert name not in checks(check(base, subject()))


def test_a_project_in_order_has_no_findings(base: Knowledge) -> None:
    assert check(base, subject()) == ()


@pytest.mark.parametrize("name", MADE_OF)
def test_every_finding_stands_alone_in_both_languages(
    name: Check, base: Knowledge, in_chinese: Knowledge
) -> None:
    english, chinese = check(base, MADE_OF[name]), check(in_chinese, MADE_OF[name])
    for one, other in zip(english, chinese, strict=True):
        assert one.message
        assert one.help
        assert one.message != other.message or one.check is Check.NO_BASIS
        assert one.help != other.help
        assert (one.fingerprint, one.place) == (other.fingerprint, other.place)


def test_the_worst_finding_comes_first_and_exceptions_are_applied(
    base: Knowledge,
) -> None:
    about = subject(
        choice="beta",
        recorded=NotRecorded(),
        dependencies=files(named("numpy")),
        exceptions=(exception(Check.RECORD_MISSING), exception()),
    )
    found = check(base, about)
    assert checks(found) == [
        Check.TARGET_UNREACHABLE,
        Check.CHOICE_NOT_RECOMMENDED,
        Check.RECORD_MISSING,
        Check.DEPENDENCY_MISSING,
        Check.EXCEPTION_UNUSED,
    ]
    assert [each.counts for each in found] == [True, True, False, True, True]
    assert isinstance(found[2].treatment, Accepted)


def test_an_expired_exception_is_told_of_and_no_longer_helps(base: Knowledge) -> None:
    found = check(base, MADE_OF[Check.EXCEPTION_EXPIRED])
    assert checks(found) == [Check.EXCEPTION_EXPIRED, Check.CHOICE_MISSING]
    assert all(each.counts for each in found)


def test_a_decision_that_changed_is_told_beside_the_news(base: Knowledge) -> None:
    about = subject(
        drift=drift(stage(Cause.DATE, before=ALPHA, after=BETA), paths=(DEAD,))
    )
    assert checks(check(base, about)) == [Check.DECISION_CHANGED, Check.PATH_DIED]


@given(
    st.lists(st.sampled_from(sorted(MADE_OF)), min_size=1, max_size=6),
    st.booleans(),
)
def test_no_two_findings_of_a_run_share_a_fingerprint(
    base: Knowledge, names: list[Check], shared: bool
) -> None:
    found = [
        each
        for number, name in enumerate(names)
        for each in check(base, _as(f"app/{number}.yaml", MADE_OF[name], shared))
    ]
    assert len({each.fingerprint for each in found}) == len(found)


def _as(file: str, about: Subject, shared: bool) -> Subject:
    """Return the same of a profile of another name, with the same lock or its own."""
    lock = about.lock if shared else f"{file}.lock"
    return replace(about, file=replace(about.file, file=file), lock=lock)
