from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from advisor.gate.found import Found, findings, in_order
from advisor.model.finding import Severity
from advisor.model.gate import USUAL_SEVERITY, Check, Open, Place

ONE = Found(
    Check.NO_BASIS,
    Place("a.yaml", 3),
    "answers",
    "Said.",
    "Do.",
    ("So.",),
    unusual=Severity.NOTE,
)
some_found = st.builds(
    Found,
    check=st.sampled_from(Check),
    unusual=st.none() | st.sampled_from(Severity),
    place=st.builds(Place, st.sampled_from(["a", "b"]), st.integers(1, 9)),
    subject=st.sampled_from(["x", "x#2", "x#3", "y", ""]),
    message=st.text(),
    help=st.text(),
    details=st.tuples(st.text()),
)


@given(st.lists(some_found, max_size=20))
def test_no_two_findings_of_a_profile_share_a_fingerprint(found: list[Found]) -> None:
    every = [each.fingerprint for each in findings(found, "p.yaml")]
    assert len(set(every)) == len(every) == len(found)


@given(some_found, some_found)
def test_a_fingerprint_does_not_move_with_lines_words_or_severity(
    one: Found, other: Found
) -> None:
    moved = replace(
        other,
        check=one.check,
        subject=one.subject,
        place=Place(one.place.file, other.place.line),
    )
    (before,), (after,) = findings([one], "p"), findings([moved], "p")
    assert before.fingerprint == after.fingerprint


def test_the_second_of_the_same_subject_says_so() -> None:
    found = [ONE, ONE, replace(ONE, subject="answers#2")]
    subjects = [each.subject for each in findings(found, "a.yaml")]
    assert subjects == ["answers", "answers#2", "answers#2#2"]


def test_two_profiles_may_say_the_same_of_one_file() -> None:
    (one,), (other,) = findings([ONE], "a.yaml"), findings([ONE], "b.yaml")
    assert one.fingerprint != other.fingerprint
    assert replace(one, fingerprint="") == replace(other, fingerprint="")


def test_a_finding_says_what_its_check_said_and_is_open() -> None:
    (one,) = findings([ONE], "a.yaml")
    assert (one.message, one.help, one.details) == ("Said.", "Do.", ("So.",))
    assert one.treatment == Open()


@given(some_found)
def test_every_sentence_is_one_printable_line(found: Found) -> None:
    (one,) = findings([found], "a.yaml")
    for sentence in (one.message, one.help, *one.details):
        assert sentence.splitlines() in ([sentence], [])


def test_what_nobody_would_see_is_spelled_out() -> None:
    (one,) = findings([replace(ONE, message="a\nb\x1b[1m\u202ec")], "a.yaml")
    assert one.message == "a\\nb\\x1b[1m\\u202ec"


def test_a_finding_is_as_grave_as_is_usual_for_its_check_unless_it_says_otherwise() -> (
    None
):
    (unusual, usual) = findings([ONE, replace(ONE, unusual=None)], "a.yaml")
    assert unusual.severity is Severity.NOTE
    assert usual.severity is USUAL_SEVERITY[Check.NO_BASIS] is Severity.WARNING


def test_the_worst_comes_first_then_the_first_line() -> None:
    every = findings(
        [
            replace(ONE, subject="2"),
            replace(ONE, subject="1"),
            replace(ONE, check=Check.CHOICE_MISSING, subject="3"),
            replace(ONE, place=Place("a.yaml", 2)),
            replace(ONE, place=Place("0.yaml", 9)),
            replace(ONE, unusual=Severity.ERROR, place=Place("z.yaml", 9)),
        ],
        "a.yaml",
    )
    ordered = [
        (each.place.file, each.place.line, each.subject) for each in in_order(every)
    ]
    assert ordered == [
        ("z.yaml", 9, "answers"),
        ("0.yaml", 9, "answers"),
        ("a.yaml", 2, "answers"),
        ("a.yaml", 3, "3"),
        ("a.yaml", 3, "1"),
        ("a.yaml", 3, "2"),
    ]
