from dataclasses import replace

import pytest

from advisor.model.knowledge import Knowledge
from advisor.model.report import Report
from advisor.model.what_if import MovedWay, MovedWeight, WhatIf
from advisor.render import markdown
from advisor.render.moved import moved_sections
from advisor.render.page import Heading, Page


@pytest.fixture
def same(report: Report) -> WhatIf:
    """Return a change of which nothing comes."""
    return WhatIf(report, report, (), (), None, (), (), (), (), (), (), (), (), ())


def text(found: WhatIf, knowledge: Knowledge) -> str:
    return markdown.render(Page(moved_sections(found, knowledge)))


def titles(found: WhatIf, knowledge: Knowledge) -> list[str]:
    blocks = moved_sections(found, knowledge)
    return [each.text for each in blocks if isinstance(each, Heading)]


def test_what_does_not_differ_has_no_section(same: WhatIf, small: Knowledge) -> None:
    assert moved_sections(same, small) == ()
    assert titles(replace(same, fired=("gone",)), small) == ["Rules that fire now"]


def test_a_rule_is_told_with_what_it_does(same: WhatIf, small: Knowledge) -> None:
    told = text(replace(same, silent=("wants-speed",)), small)
    assert "**A product must be fast** (`wants-speed`)" in told
    assert "speed +3" in told


def test_only_the_weights_that_move_most_are_shown(
    same: WhatIf, small: Knowledge
) -> None:
    weights = (MovedWeight("speed", 0.0, 0.255), MovedWeight("tools", 0.5, 0.25))
    told = text(replace(same, weights=weights), small)
    assert "| Speed of \\[training\\] | – | 25.5% | +25.5 |" in told
    assert "| Tools | 50.0% | 25.0% | -25.0 |" in told
    assert "more" not in told
    assert "and 2 more" in text(replace(same, weights=weights * 5), small)


def test_exclusions_stand_under_their_rule(same: WhatIf, small: Knowledge) -> None:
    (delta,) = same.after.excluded
    both = (delta, replace(delta, framework="beta", reason="too old"))
    told = text(replace(same, admitted=both), small)
    assert "## No longer excluded" in told
    assert "Delta (retired since 2018) and Beta\\_2 (too old) (rule `gone`)" in told


def test_a_target_without_a_way_says_so(same: WhatIf, small: Knowledge) -> None:
    way = same.after.routes["alpha"]["server"]
    told = text(replace(same, ways=(MovedWay("server", None, way),)), small)
    assert "- **server**\n  - before: none\n  - now: export → .box" in told


def test_a_stack_that_differs_is_told(same: WhatIf, small: Knowledge) -> None:
    none = replace(same.before, recommendation=None)
    told = text(replace(same, before=none), small)
    assert "- **stack**\n  - before: none\n  - now: Alpha" in told


def test_of_many_claims_the_first_are_quoted_and_the_rest_counted(
    same: WhatIf, small: Knowledge
) -> None:
    told = text(replace(same, heard=("c-1", "c-2", "c-3", "c-4", "c-5")), small)
    assert "`c-3`" in told
    assert "`c-4`" not in told
    assert "and 2 more" in told
    assert "`s3`" in told, "the sources of what is quoted"
