from collections.abc import Callable, Mapping
from dataclasses import replace

from advisor.model.decision import Decision
from advisor.model.knowledge import Knowledge
from advisor.model.path import Maturity
from advisor.model.report import Report
from tests.render.ageing import ageing

Write = Callable[..., str]


def outcome(record: str) -> str:
    start = record.split("## Decision Outcome\n")[1]
    return start.split("## Pros and Cons of the Options\n")[0]


def test_the_recommended_framework_is_chosen_with_the_verdict(write: Write) -> None:
    text = outcome(write())
    assert text.startswith(
        '\nChosen option: "Alpha", because it comes out best. Alpha is the clear choice.'
    )
    assert "Verdict: clear, as of 2026-11-21" in text
    assert "**Alpha** comes first in **92%** of 10,000 samples" in text


def test_to_decide_for_the_recommended_one_changes_nothing(write: Write) -> None:
    assert write(decision=Decision(framework="alpha")) == write()


def test_a_tie_decides_for_nobody(write: Write) -> None:
    text = outcome(write("tie"))
    assert (
        "no framework was decided on by the evidence. Alpha and Beta\\_2 tie." in text
    )
    assert "Chosen option" not in text
    assert "Consequences" not in text


def test_no_basis_decides_for_nobody(write: Write) -> None:
    text = outcome(write("nothing judged"))
    assert "No option is chosen yet" in text
    assert "comes first" not in text


def test_a_team_may_choose_among_the_tied(write: Write) -> None:
    text = outcome(write("tie", Decision(framework="beta")))
    assert 'Chosen option: "Beta\\_2", by the team: the evidence alone does not' in text


def test_a_choice_against_the_evidence_says_so_and_what_speaks_against_it(
    write: Write,
) -> None:
    record = write(decision=Decision(framework="beta"))
    text = outcome(record)
    assert record.split("# ")[1].startswith("Use Beta\\_2 for shelf-scanner")
    assert "by the team and not by this evidence, which says: Alpha is" in text
    assert "- Bad, because it trails Alpha on speed of \\[training\\] and tools" in text
    assert "on the whole the evidence puts it behind Alpha (0.4" in text
    assert "box" not in text.split("### Consequences")[0], "no way of another framework"


def test_what_bars_the_choice_of_the_team_is_said(write: Write) -> None:
    excluded = outcome(write(decision=Decision(framework="delta")))
    assert (
        "- Bad, because a hard requirement excludes it: retired since 2018 (rule `gone`)"
        in excluded
    )
    unjudged = outcome(write(decision=Decision(framework="gamma")))
    assert "could not be judged: the evidence covers 30%" in unjudged


def test_that_nobody_develops_the_choice_any_more_is_a_consequence(
    write: Write, asked: Knowledge
) -> None:
    told = (
        "- Bad, because it is not in active development. "
        "Alpha: maintenance since 2024-05-06."
    )
    assert told in outcome(write(knowledge=ageing(asked, "alpha")))
    assert "active development" not in outcome(write(knowledge=ageing(asked, "beta")))


def test_the_way_to_a_target_is_a_consequence(write: Write, report: Report) -> None:
    text = outcome(write())
    assert "- Good, because server is reached by a way that is in production" in text
    assert "- Bad, because the way to server does not serve java" in text
    assert "along each way (alpha-box)" in text
    preview = matured(report, Maturity.PREVIEW)
    assert (
        "- Bad, because the way to server is not in production: "
        "preview since 2026-11-21"
    ) in outcome(write(preview))


def matured(report: Report, maturity: Maturity) -> Report:
    route = report.routes["alpha"]["server"]
    own = replace(route, milestone=replace(route.milestone, maturity=maturity))
    return replace(report, routes={"alpha": {"server": own}})


def test_every_verdict_has_a_confirmation(
    write: Write, some_reports: Mapping[str, Report]
) -> None:
    for name in some_reports:
        assert "Measure speed and memory on your own workload" in outcome(
            write(name) + "## Pros and Cons of the Options\n"
        )
