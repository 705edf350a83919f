from collections.abc import Callable
from dataclasses import replace
from datetime import date

from advisor.model.path import Maturity
from advisor.model.report import NOT_CHALLENGED, Report

Write = Callable[..., str]


def conditions(record: str) -> str:
    return record.split("### When to decide anew\n")[1].split("### ")[0]


def test_changes_that_would_flip_it_are_conditions(write: Write) -> None:
    text = conditions(write())
    assert "**Beta\\_2** would come first with `goal=research`" in text
    assert "Documentation" in text


def test_the_day_on_which_the_decisive_claims_grow_old_is_named(
    write: Write, report: Report
) -> None:
    text = conditions(write())
    # The newest claims on speed and tools are of 2021 and 2020, fresh for 365 days.
    assert "have not been fresh since" in text
    early = replace(report, as_of=date(2021, 6, 1))
    assert "On 2022-05-06: from then on" in conditions(write(early))


def test_only_a_verdict_that_is_not_clear_waits_for_evidence(write: Write) -> None:
    assert "New evidence appears" not in conditions(write())
    assert "the verdict is only “leaning”" in conditions(write("leaning"))


def test_a_way_that_is_not_in_production_is_watched(
    write: Write, report: Report
) -> None:
    assert "alpha-box" not in conditions(write())
    route = report.routes["alpha"]["server"]
    own = replace(route, milestone=replace(route.milestone, maturity=Maturity.PREVIEW))
    preview = replace(report, routes={"alpha": {"server": own}})
    assert "The way alpha-box to server changes its state" in conditions(write(preview))


def test_open_questions_are_named_where_nobody_tried_them(
    write: Write, report: Report
) -> None:
    untried = replace(report, challenge=NOT_CHALLENGED)
    assert "is answered: goal, domain, latency" in conditions(write(untried))
    assert "is answered: goal" not in conditions(write())
