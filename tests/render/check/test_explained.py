import pytest

from advisor.model.gate import NEVER_ACCEPTED, USUAL_SEVERITY, Check
from advisor.model.knowledge import Knowledge
from advisor.render import markdown
from advisor.render.check.explained import explained_fields, explained_page
from advisor.render.check.rules import check_rules
from advisor.render.check.tally import severity_word


@pytest.mark.parametrize("check", Check)
def test_it_says_what_a_finding_means_and_whether_it_can_be_accepted(
    check: Check, small: Knowledge
) -> None:
    (rule,) = (e for e in check_rules(small.wording) if e.check is check)
    written = markdown.render(explained_page([check.value], small.wording))
    severity = severity_word(USUAL_SEVERITY[check])
    for word in (check.value, rule.title, f"Usual severity: {severity}"):
        assert word in written
    assert ("expires: YYYY-MM-DD" in written) is (check not in NEVER_ACCEPTED)
    (told,) = explained_fields([check.value], small.wording)["findings"]
    assert told["check"] == check.value
    assert told["severity"] == severity
    assert told["acceptable"] is (check not in NEVER_ACCEPTED)
    assert told["description"] == rule.description


def test_several_come_in_the_order_of_the_ids(small: Knowledge) -> None:
    told = explained_fields(list(reversed(Check)), small.wording)["findings"]
    assert [each["check"] for each in told] == list(Check)
