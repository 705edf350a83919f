from dataclasses import replace
from datetime import date

from advisor.gate.news import news
from advisor.model.drift import DeadPath, Decline, Drift, Retirement
from advisor.model.finding import Severity
from advisor.model.gate import Check, Place
from advisor.model.knowledge import Knowledge
from advisor.model.path import Maturity
from advisor.model.recorded import NotRecorded
from advisor.model.system import Status
from tests.gate.subjects import drift, files, named, only, recorded, subject

SINCE = date(2026, 7, 1)
LOCK = Place("app/advisor.lock", 5)


def dead(
    target: str,
    path: str = "alpha-phone",
    after: Maturity = Maturity.DEAD,
    instead: str = "",
) -> DeadPath:
    return DeadPath(target, path, Maturity.PRODUCTION, after, SINCE, "s1", instead)


def test_without_news_there_is_nothing_to_tell(base: Knowledge) -> None:
    assert list(news(base, subject(drift=drift()))) == []
    assert list(news(base, subject(recorded=NotRecorded()))) == []


def test_the_framework_in_use_is_told_by_itself_if_it_is_retired(
    base: Knowledge,
) -> None:
    found = drift(retired=(Retirement("alpha", SINCE, "s1"),))
    (one,) = news(base, subject(drift=found))
    assert one.message == (
        "Alpha, which the project uses, has been retired since 2026-07-01."
    )
    assert one.help.startswith("Plan the move")
    assert one.details == ("Source: First source, https://s1.example",)
    assert (one.check, one.severity) == (Check.FRAMEWORK_RETIRED, Severity.WARNING)
    assert (one.place, one.subject) == (LOCK, "alpha")


def test_the_other_retired_frameworks_are_one_note(base: Knowledge) -> None:
    gone = (
        Retirement("beta", SINCE, ""),
        Retirement("alpha", SINCE, "s1"),
        Retirement("over", SINCE.replace(day=2), "s1"),
        Retirement("special", SINCE, "s1"),
    )
    used, others = news(base, subject(drift=drift(retired=gone)))
    assert used.subject == "alpha"
    assert others.message == (
        "Retired since the record, and ranked in it: "
        "Beta (2026-07-01), Over (2026-07-02), Special (2026-07-01)."
    )
    assert others.details == ("Source: First source, https://s1.example",)
    assert (others.check, others.severity) == (Check.FRAMEWORK_RETIRED, Severity.NOTE)
    assert (others.place, others.subject) == (LOCK, "advisor.lock")


def test_the_framework_in_use_is_the_choice_of_now(base: Knowledge) -> None:
    gone = (Retirement("alpha", SINCE, ""), Retirement("beta", SINCE, ""))
    about = subject(choice="beta", recorded=recorded(), drift=drift(retired=gone))
    used, others = news(base, about)
    assert (used.subject, used.severity) == ("beta", Severity.WARNING)
    assert (others.subject, others.severity) == ("advisor.lock", Severity.NOTE)


def test_a_framework_in_use_that_is_less_looked_after_is_a_warning(
    base: Knowledge,
) -> None:
    decline = Decline(
        "alpha", Status.ACTIVE, Status.MAINTENANCE, SINCE, "s1", "Only faults."
    )
    (one,) = news(base, subject(drift=drift(decline=decline)))
    assert one.message == (
        "Alpha, which the project uses, has gone from active to maintenance since the "
        "record, on 2026-07-01."
    )
    assert one.details == (
        "The rule base notes: Only faults.",
        "Source: First source, https://s1.example",
    )
    assert (one.check, one.severity) == (Check.FRAMEWORK_MAINTENANCE, Severity.WARNING)
    assert (one.place, one.subject) == (LOCK, "alpha")


def test_news_since_a_record_of_a_later_day_are_none(base: Knowledge) -> None:
    found = drift(security=("c-1",), paths=(dead("phone"),))
    later = recorded(as_of=date(2027, 1, 1))
    assert list(news(base, subject(drift=found, recorded=later))) == []


def about_path(base: Knowledge, *paths: DeadPath) -> tuple[str, tuple[str, ...]]:
    found: Drift = drift(paths=paths)
    one = only(news(base, subject(drift=found)), Check.PATH_DIED)
    return one.message, one.details


def test_a_path_is_dead_or_legacy_or_no_longer_there(base: Knowledge) -> None:
    message, details = about_path(base, dead("phone"))
    assert message == (
        "The path on record from Alpha to phone (Phones), alpha-phone, "
        "has been dead since 2026-07-01."
    )
    assert details[1:] == ("To phone (Phones) there is no other path now.",)
    message, _ = about_path(base, dead("phone", after=Maturity.LEGACY))
    assert message.endswith("alpha-phone, counts as legacy since 2026-07-01.")
    message, _ = about_path(base, dead("phone", path="unheard-of"))
    assert message.endswith("unheard-of, is no longer in the rule base.")


def test_a_legacy_path_may_still_be_the_best(base: Knowledge) -> None:
    way = dead("phone", after=Maturity.LEGACY, instead="alpha-phone")
    _, details = about_path(base, way)
    assert details[1:] == ("To phone (Phones) it is still the best path.",)


def test_the_note_on_a_path_is_told(base: Knowledge) -> None:
    _, details = about_path(base, replace(dead("phone"), note="merged"))
    assert details[0] == "The rule base notes: merged"


def test_a_path_to_two_targets_is_told_once(base: Knowledge) -> None:
    message, details = about_path(
        base, dead("phone", instead="alpha-phone-new"), dead("server")
    )
    assert "to phone (Phones) and server (Our servers), alpha-phone," in message
    assert details[1:] == (
        "To phone (Phones) there is now alpha-phone-new.",
        "To server (Our servers) there is no other path now.",
    )


def test_every_path_and_every_claim_is_told_by_itself(base: Knowledge) -> None:
    found = drift(
        paths=(dead("phone"), dead("server", "alpha-server")), security=("c-1", "c-2")
    )
    told = [(e.check, e.subject) for e in news(base, subject(drift=found))]
    assert told == [
        (Check.PATH_DIED, "alpha-phone"),
        (Check.PATH_DIED, "alpha-server"),
        (Check.SECURITY_FACT, "c-1"),
        (Check.SECURITY_FACT, "c-2"),
    ]


def test_what_is_new_on_security_is_told_with_source_and_day(base: Knowledge) -> None:
    one = only(news(base, subject(drift=drift(security=("c-1",)))), Check.SECURITY_FACT)
    assert one.message == (
        "Since the record a claim of 2026-03-04 has come that speaks against the "
        "security of Alpha: Alpha is slow."
    )
    assert one.details == ("Source: First source, https://s1.example",)
    assert (one.severity, one.place) == (Severity.WARNING, LOCK)


def test_with_what_is_new_on_security_come_the_versions_in_use(
    base: Knowledge,
) -> None:
    listed = files(
        replace(named("alpha", "uv.lock", 12, direct=False), versions="2.5.1"),
        replace(named("alpha", "pyproject.toml", 5), versions=">=2.1"),
        named("alpha", "requirements.txt", 1),
        replace(named("beta", "uv.lock", 20), versions="1.0"),
    )
    found = news(base, subject(drift=drift(security=("c-1",)), dependencies=listed))
    one = only(found, Check.SECURITY_FACT)
    assert one.details[1:] == (
        "pyproject.toml has alpha >=2.1, line 5.",
        "uv.lock has alpha 2.5.1, line 12.",
    )


def test_news_are_told_in_chinese(in_chinese: Knowledge) -> None:
    message, _ = about_path(in_chinese, dead("phone"), dead("server"))
    assert message == (
        "已记录的从 Alpha 到 phone（Phones）和 server（Our servers）的路径 alpha-phone "
        "自 2026-07-01 起已废弃。"
    )
