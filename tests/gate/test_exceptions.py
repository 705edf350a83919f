from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from advisor.gate.exceptions import about_exceptions, accepted
from advisor.gate.found import Found, findings
from advisor.model.gate import (
    Accepted,
    Check,
    GateException,
    GateFinding,
    Open,
    Place,
)
from advisor.model.knowledge import Knowledge
from tests.gate.subjects import DAY, exception, only, subject


def made(*subjects: str, check: Check = Check.PATH_LEGACY) -> list[GateFinding]:
    place = Place("app/advisor.yaml", 1)
    return list(
        findings(
            [Found(check, place, each, f"On {each}.", "") for each in subjects],
            place.file,
        )
    )


def test_an_exception_accepts_every_finding_of_its_check() -> None:
    own, other = made("a", "b"), made("a", check=Check.NO_BASIS)
    about = subject(exceptions=(exception(),))
    treated = accepted([*own, *other], about)
    agreed = Accepted("It goes away soon", "platform team", date(2027, 1, 1))
    assert [each.treatment for each in treated] == [agreed, agreed, Open()]


def test_an_exception_may_be_about_one_subject() -> None:
    treated = accepted(made("a", "b"), subject(exceptions=(exception(about="b"),)))
    assert [each.counts for each in treated] == [True, False]


def test_on_its_last_day_an_exception_no_longer_holds(base: Knowledge) -> None:
    own = made("a")
    for expires, counts in ((DAY, True), (DAY.replace(day=22), False)):
        about = subject(exceptions=(exception(expires=expires),))
        assert [each.counts for each in accepted(own, about)] == [counts]
        assert bool([*about_exceptions(own, base, about)]) == counts


def test_an_expired_exception_names_what_it_covered(base: Knowledge) -> None:
    about = subject(
        exceptions=(exception(about="a"), exception(about="b", expires=DAY))
    )
    found = only(about_exceptions(made("a", "b"), base, about), Check.EXCEPTION_EXPIRED)
    assert found.message == (
        "The exception for path-legacy (b) expired on 2026-11-21 (owner: platform team); "
        "what it covered counts again."
    )
    assert found.details == (
        "Its reason was: It goes away soon",
        "It covered what was found about b.",
    )
    assert (found.place, found.subject) == (
        Place("app/advisor.yaml", 18),
        "path-legacy:b",
    )


def test_an_exception_that_covers_nothing_is_unused_expired_or_not(
    base: Knowledge,
) -> None:
    about = subject(exceptions=(exception(), exception(about="z", expires=DAY)))
    found = list(about_exceptions(made("a", check=Check.NO_BASIS), base, about))
    assert {each.check for each in found} == {Check.EXCEPTION_UNUSED}
    assert [each.place.line for each in found] == [13, 18]
    assert found[1].message == (
        "The exception for path-legacy (z) covers nothing that was found."
    )


def test_an_unused_exception_says_what_its_check_did_find(base: Knowledge) -> None:
    about = subject(exceptions=(exception(about="z"),))
    (one,) = about_exceptions(made("a", "b"), base, about)
    assert one.details == ("path-legacy was found for a and b, not for z.",)
    (one,) = about_exceptions([], base, about)
    assert one.details == ()


def test_an_exception_is_unused_only_where_its_check_was_made(base: Knowledge) -> None:
    locked = subject(exceptions=(exception(Check.PATH_DIED),), locked=True)
    assert list(about_exceptions([], base, locked)) == []


def test_of_two_exceptions_the_first_speaks_and_both_are_used(
    base: Knowledge,
) -> None:
    second = replace(exception(about="a"), owner="another team")
    about = subject(exceptions=(exception(), second))
    (one,) = accepted(made("a"), about)
    assert isinstance(one.treatment, Accepted)
    assert one.treatment.owner == "platform team"
    assert list(about_exceptions(made("a"), base, about)) == []


def test_an_expired_exception_that_was_replaced_is_unused(base: Knowledge) -> None:
    about = subject(exceptions=(exception(expires=DAY), exception()))
    (one,) = about_exceptions(made("a"), base, about)
    assert (one.check, one.place.line) == (Check.EXCEPTION_UNUSED, 13)
    partly = subject(exceptions=(exception(expires=DAY), exception(about="a")))
    (one,) = about_exceptions(made("a", "b"), base, partly)
    assert one.check is Check.EXCEPTION_EXPIRED
    assert one.details[1:] == ("It covered what was found about b.",)


def test_findings_about_exceptions_cannot_be_accepted(base: Knowledge) -> None:
    about = subject(exceptions=(exception(Check.EXCEPTION_UNUSED), exception()))
    found = list(about_exceptions(made("a", check=Check.NO_BASIS), base, about))
    assert [each.check for each in found] == [Check.EXCEPTION_UNUSED] * 2


some_exceptions = st.lists(
    st.builds(
        exception,
        st.sampled_from([Check.PATH_LEGACY, Check.NO_BASIS, Check.CHOICE_MISSING]),
        st.sampled_from(["", "a", "b"]),
        st.dates(date(2026, 11, 1), date(2026, 12, 11)),
    ),
    max_size=4,
)


@given(some_exceptions)
def test_an_exception_never_hides_a_finding_of_another_check(
    exceptions: list[GateException],
) -> None:
    own = [*made("a", "b", "c"), *made("a", "c", check=Check.NO_BASIS)]
    treated = accepted(own, subject(exceptions=tuple(exceptions)))
    assert [replace(each, treatment=Open()) for each in treated] == own
    for each in treated:
        covering = [
            e
            for e in exceptions
            if e.finding is each.check
            and e.about in ("", each.subject)
            and e.expires > DAY
        ]
        assert each.counts == (not covering)
