from advisor.model.gate import NEVER_ACCEPTED, USUAL_SEVERITY, Check
from advisor.model.language import Wording
from advisor.render.check.rules import check_rules


def test_every_check_has_words_of_its_own(wording: Wording, chinese: Wording) -> None:
    for own in (wording, chinese):
        rules = check_rules(own)
        assert [each.check for each in rules] == list(Check)
        assert len({each.title for each in rules}) == len(Check)
        assert len({each.description for each in rules}) == len(Check)


def test_the_help_says_how_to_accept_a_finding_where_that_can_be(
    wording: Wording,
) -> None:
    for rule in check_rules(wording):
        if rule.check in NEVER_ACCEPTED:
            assert "cannot be accepted" in rule.help
        else:
            assert f"an exception for {rule.check} under gate.exceptions" in rule.help


def test_every_check_has_the_severity_that_the_gate_gives_it(wording: Wording) -> None:
    severities = {each.check: each.severity for each in check_rules(wording)}
    assert severities == USUAL_SEVERITY
