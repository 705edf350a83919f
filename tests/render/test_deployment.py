"""The way into production: stack, paths, and what stands in their way."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from advisor.model.condition import All
from advisor.model.knowledge import Knowledge
from advisor.model.report import Horizon, Pairing, Report, Verdict
from advisor.model.route import Route
from advisor.model.system import Layer
from advisor.render.deployment import deployment_section, way
from advisor.render.markdown import render
from advisor.render.page import Page


def written(report: Report, knowledge: Knowledge) -> str:
    return render(Page(deployment_section(report, knowledge))).replace("\\", "")


@pytest.fixture
def changed(report: Report) -> Callable[..., Report]:
    """Return a function that changes the route to the server, or the report."""

    def run(**fields: Any) -> Report:  # noqa: ANN401 - fields of a route or its path
        route: Route = report.routes["alpha"]["server"]
        own = {key: value for key, value in fields.items() if hasattr(route, key)}
        rest = {key: value for key, value in fields.items() if key not in own}
        other = replace(route, path=replace(route.path, **rest), **own)
        return replace(report, routes={"alpha": {"server": other}})

    return run


def test_the_section_matches_its_golden_file(
    report: Report, small: Knowledge, golden: Callable[[str, str], str]
) -> None:
    text = render(Page(deployment_section(report, small)))
    assert text == golden("deployment.markdown", text)


def test_who_recommends_nothing_ships_nothing(
    some_reports: Mapping[str, Report], small: Knowledge
) -> None:
    assert deployment_section(some_reports["nothing judged"], small) == ()


def test_where_nothing_is_to_be_said_there_is_no_section(
    report: Report, small: Knowledge
) -> None:
    bare = replace(report, routes={}, unreached=(), together=None, horizons=())
    assert deployment_section(bare, small) == ()


def test_a_way_names_steps_format_runtime_and_what_it_leads_through(
    report: Report, small: Knowledge
) -> None:
    route = report.routes["alpha"]["server"]
    assert way(route, small) == "export → .box → Box by way of Beta_2"
    short = replace(route, path=replace(route.path, steps=(), through=()))
    assert way(short, small) == ".box → Box"


def test_a_route_says_since_when_it_holds_and_who_says_so(
    report: Report, small: Knowledge
) -> None:
    text = written(report, small)
    assert "- **server**: export → .box → Box by way of Beta_2 (`alpha-box`)" in text
    assert "production since 2026-11-21; First <source>" in text


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({"misses": ()}, "not served by it"),
        ({"others": ()}, "also possible"),
        ({"caveats": ""}, "mind:"),
    ],
)
def test_what_a_route_lacks_is_said_only_where_there_is_something(
    report: Report,
    small: Knowledge,
    changed: Callable[..., Report],
    fields: dict[str, Any],
    line: str,
) -> None:
    assert line in written(report, small)
    assert line not in written(changed(**fields), small)


def test_of_many_other_paths_the_best_two_are_named(
    small: Knowledge, changed: Callable[..., Report]
) -> None:
    way = small.paths["alpha-bag"]
    known = replace(small, paths={each: replace(way, id=each) for each in ("p1", "p2")})
    text = written(changed(others=("p1", "p2", "p3")), known)
    assert "also possible: Box (p1) and Box (p2)\n" in text


def test_on_a_tie_every_tied_framework_has_its_ways(
    report: Report, small: Knowledge
) -> None:
    tied = replace(
        report,
        stacks={"alpha": ("alpha",), "beta": ("beta",)},
        routes={**report.routes, "beta": report.routes["alpha"]},
    )
    text = written(tied, small)
    assert "server from Alpha" in text
    assert "server from Beta_2" in text


def test_only_the_routes_of_the_recommended_framework_are_shown(
    report: Report, small: Knowledge
) -> None:
    other = {"alpha": {}, "beta": report.routes["alpha"]}
    text = written(replace(report, routes=other), small)
    assert "alpha-box" not in text


def test_a_target_that_nothing_reaches_is_named(
    report: Report, small: Knowledge
) -> None:
    assert "- browser: the rule base knows no way to it from any framework" in written(
        report, small
    )


def test_a_stack_names_its_layers_and_why(report: Report, small: Knowledge) -> None:
    layers = {
        each: Layer(each, each.title(), "", (), (), All(()), f"{each} helps")
        for each in ("lace", "tulle")
    }
    stacks = {"alpha": ("alpha", "lace", "tulle")}
    text = written(replace(report, stacks=stacks), replace(small, layers=layers))
    assert "- **stack**: Alpha with Lace and Tulle\n  - Lace: lace helps" in text
    assert "**stack**" not in written(report, small), "a framework alone is no stack"


def test_two_together_share_the_targets(report: Report, small: Knowledge) -> None:
    assert (
        "**two together**: Delta for server and Alpha for browser would fit better"
        in written(report, small)
    )
    alone = replace(report, together=Pairing("delta", (), "beta", ("ios", "android")))
    assert "Delta and Beta_2 for ios and android would fit" in written(alone, small)


@pytest.mark.parametrize(
    ("verdict", "expected"),
    [
        (Verdict.CLEAR, "Alpha"),
        (Verdict.LEANING, "Alpha"),
        (Verdict.TIE, "Alpha (tie)"),
        (Verdict.NO_BASIS, "no basis"),
    ],
)
def test_a_horizon_names_what_comes_first_by_then(
    report: Report, small: Knowledge, verdict: Verdict, expected: str
) -> None:
    name = "" if verdict is Verdict.NO_BASIS else "alpha"
    one = replace(report, horizons=(Horizon("years", verdict, name),))
    assert f"by the time it must last: years: {expected}\n" in written(one, small)
