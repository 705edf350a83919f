import pytest

from advisor.model.finding import Finding, Severity
from advisor.model.knowledge import Knowledge
from advisor.render import markdown
from advisor.render.findings import findings_fields, findings_page

_ERROR = Finding("rules", "rule:tpu", Severity.ERROR, "because: empty", "Say why.")
_NOTE = Finding("support", "question:region", Severity.NOTE, "idle", "Read it.")
_PLACES = {_ERROR: ("rules/tpu.yaml", 7)}


def test_findings_stand_under_their_severity_with_what_to_do(
    knowledge: Knowledge,
) -> None:
    text = markdown.render(findings_page([_ERROR, _NOTE], knowledge, None, _PLACES))
    errors, notes = text.split("## Notes")
    assert errors.startswith(
        "## Errors\n\n- rule:tpu because: empty\n  - rules/tpu.yaml:7\n"
    )
    assert "  - Say why. \\[rules\\]" in errors
    assert "question:region idle\n  - Read it." in notes
    assert "Warnings" not in text


def test_the_last_line_sums_up(knowledge: Knowledge) -> None:
    text = markdown.render(findings_page([_ERROR, _NOTE], knowledge, None, _PLACES))
    last = text.rstrip().split("\n")[-1]
    assert last.startswith(f"{len(knowledge.claims)} claims, ")
    assert last.endswith("checked: 1 error, 0 warnings, 1 note.")


@pytest.mark.parametrize(("verified", "shown"), [(None, False), (0, True), (7, True)])
def test_verified_passages_are_counted_only_where_texts_were_given(
    knowledge: Knowledge, verified: int | None, shown: bool
) -> None:
    text = markdown.render(findings_page([], knowledge, verified, {}))
    assert (f"{verified} passages still say" in text) is shown
    assert findings_fields([], knowledge, verified, {})["digests_verified"] == verified


def test_json_counts_and_lists(knowledge: Knowledge) -> None:
    fields = findings_fields([_ERROR, _NOTE], knowledge, None, _PLACES)
    assert fields["counts"] == {"error": 1, "warning": 0, "note": 1}
    assert fields["findings"][0] == {
        "check": "rules",
        "subject": "rule:tpu",
        "severity": "error",
        "message": "because: empty",
        "help": "Say why.",
        "path": "rules/tpu.yaml",
        "line": 7,
    }


def test_json_has_no_place_where_none_is_known(knowledge: Knowledge) -> None:
    fields = findings_fields([_ERROR, _NOTE], knowledge, None, _PLACES)
    assert (fields["findings"][1]["path"], fields["findings"][1]["line"]) == (
        None,
        None,
    )
