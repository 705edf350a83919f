from advisor.gate.invalid import invalid, invalid_record
from advisor.model.finding import Severity
from advisor.model.gate import Check, Place
from advisor.model.knowledge import Knowledge


def test_every_problem_is_a_finding_at_its_line(base: Knowledge) -> None:
    problems = [
        (9, "answers.goal", "'x' is unknown"),
        (4, "answers.domain", "'y' is unknown"),
        (5, "answers.domain", "'z' is unknown"),
    ]
    found = invalid(base, "advisor.yaml", problems)
    assert [(each.place, each.subject) for each in found] == [
        (Place("advisor.yaml", 4), "answers.domain"),
        (Place("advisor.yaml", 5), "answers.domain#2"),
        (Place("advisor.yaml", 9), "answers.goal"),
    ]
    assert len({each.fingerprint for each in found}) == 3
    assert {each.check for each in found} == {Check.PROFILE_INVALID}
    assert {each.severity for each in found} == {Severity.ERROR}
    assert (
        found[2].message == "The profile is not valid at answers.goal: 'x' is unknown"
    )


def test_a_problem_without_a_key_is_about_the_file(in_chinese: Knowledge) -> None:
    (one,) = invalid(in_chinese, "advisor.yaml", [(1, "", "not YAML")])
    assert one.message == "项目档案无效：not YAML"
    assert one.subject == ""


def test_a_profile_without_problems_is_valid(base: Knowledge) -> None:
    assert invalid(base, "advisor.yaml", []) == ()


def test_every_problem_of_a_lock_is_a_finding_in_the_lock(base: Knowledge) -> None:
    problems = [(3, "", "not YAML"), (9, "profiles.a.yaml.verdict", "'x' is unknown")]
    first, second = invalid_record(base, "a.yaml", "advisor.lock", problems)
    assert first.place == Place("advisor.lock", 3)
    assert first.message == "The record cannot be read: not YAML"
    assert {first.check, second.check} == {Check.RECORD_INVALID}
    assert {first.severity, second.severity} == {Severity.ERROR}
    assert second.subject == "profiles.a.yaml.verdict"
    assert "at profiles.a.yaml.verdict: 'x' is unknown" in second.message
    other, _ = invalid_record(base, "b.yaml", "advisor.lock", problems)
    assert other.fingerprint != first.fingerprint


def test_a_lock_without_problems_is_valid(base: Knowledge) -> None:
    assert invalid_record(base, "a.yaml", "advisor.lock", []) == ()
