from advisor.model.knowledge import Knowledge
from advisor.model.report import Report
from advisor.render.json_explanation import claim_fields, explanation
from tests.render.contending import contender_of


def test_every_claim_and_rule_that_is_named_is_there(
    report: Report, small: Knowledge
) -> None:
    document = explanation(report, small, None)
    assert [each["id"] for each in document["claims"]] == [
        "c-1",
        "c-2",
        "c-3",
        "c-4",
        "c-5",
    ]
    assert [each["id"] for each in document["rules"]] == ["gone", "wants-speed"]
    assert (document["about"], document["contender"]) == (None, None)


def test_a_framework_that_was_left_out_has_the_score_it_would_have_had(
    report: Report, small: Knowledge
) -> None:
    document = explanation(report, small, contender_of(report, "delta"))
    assert document["about"] == "delta"
    contender = document["contender"]
    assert (contender["framework"], contender["rank"]) == ("delta", 9)
    assert contender["score"]["value"] == 0.47
    assert contender["gaps"] == ["docs"]
    assert [each["criterion"] for each in contender["contributions"]] == [
        "speed",
        "tools",
    ]


def test_a_claim_is_cited_with_source_date_and_lines(small: Knowledge) -> None:
    fields = claim_fields("c-5", small)
    assert (fields["source"], fields["date"], fields["lines"]) == (
        "s1",
        "2020-01-01",
        "9",
    )
