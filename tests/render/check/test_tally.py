from dataclasses import replace

from advisor.model.finding import Severity
from advisor.render.check.tally import (
    accepted,
    counted,
    known,
    told_apart,
    worst_first,
)
from tests.render.check.reports import (
    a_finding,
    a_full_report,
)


def test_every_finding_is_counted_once() -> None:
    found = a_full_report().findings
    counts = counted(found)
    assert list(counts) == [Severity.ERROR, Severity.WARNING, Severity.NOTE]
    assert list(counts.values()) == [2, 1, 2]
    assert (len(accepted(found)), len(known(found))) == (1, 7)
    assert sum(counts.values()) + 8 == len(found)


def test_the_worst_come_first_and_the_rest_keep_their_order() -> None:
    one = a_finding(severity=Severity.NOTE, subject="one")
    two = a_finding(severity=Severity.ERROR, subject="two")
    three = replace(one, subject="three")
    assert worst_first([one, two, three]) == [two, one, three]


def test_findings_with_one_fingerprint_are_told_apart() -> None:
    one = a_finding()
    again = replace(one, place=replace(one.place, line=9))
    other = a_finding(subject="beta")
    prints = [own for _, own in told_apart([one, again, other])]
    assert prints == [
        f"{one.fingerprint}:1",
        f"{one.fingerprint}:2",
        f"{other.fingerprint}:1",
    ]
