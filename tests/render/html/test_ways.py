from dataclasses import replace

from advisor.model.knowledge import Knowledge
from advisor.model.report import Report
from advisor.render.html.ways import Stage, ways


def test_a_way_leads_from_the_framework_to_the_target(
    report: Report, small: Knowledge
) -> None:
    (own,) = ways(report, small)
    assert own.title == "Alpha on server"
    assert own.stages == (
        Stage("framework", "Alpha"),
        Stage("step", "export"),
        Stage("by way of", "Beta_2"),
        Stage("format", ".box"),
        Stage("runtime", "Box"),
        Stage("target", "server"),
    )


def test_a_way_tells_its_maturity_and_what_it_lacks(
    report: Report, small: Knowledge
) -> None:
    (own,) = ways(report, small)
    said = ["".join(span.text for span in line) for line in own.details]
    assert said[0] == "production since 2026-11-21; First <source>"
    assert said[1:3] == ["not served by it: java", "mind: keep it dry"]


def test_without_a_recommendation_there_is_no_way(
    report: Report, small: Knowledge
) -> None:
    assert ways(replace(report, recommendation=None), small) == ()
