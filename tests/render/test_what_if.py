from collections.abc import Callable
from dataclasses import replace

import pytest

from advisor.model.knowledge import Knowledge
from advisor.model.report import NotJudged, Ranked, Report, Verdict
from advisor.model.robustness import Cleared
from advisor.model.what_if import (
    Contest,
    MovedFramework,
    MovedWay,
    MovedWeight,
    Outcome,
    Step,
    WhatIf,
)
from advisor.render import markdown
from advisor.render.json_text import render as to_json
from advisor.render.json_what_if import differences
from advisor.render.page import Grid
from advisor.render.terminal import render
from advisor.render.what_if import what_if_page


@pytest.fixture
def found(report: Report) -> WhatIf:
    """Return a turn from Beta to Alpha in which everything moves."""
    alpha, beta = report.ranking
    once = replace(
        report,
        verdict=Verdict.LEANING,
        summary="Leaning to Beta_2.",
        ranking=(replace(beta, rank=1), replace(alpha, rank=2)),
        stacks={"beta": ("beta",)},
    )
    way = report.routes["alpha"]["server"]
    return WhatIf(
        before=once,
        after=report,
        steps=(
            Step(
                "goal",
                "production",
                "research",
                Outcome(Verdict.CLEAR, ("alpha",)),
                0.21,
            ),
            Step(
                "domain",
                Cleared.CLEARED,
                ("nlp",),
                Outcome(Verdict.TIE, ("beta", "alpha")),
                0.0,
            ),
            Step(
                "weights.docs",
                2.5,
                Cleared.CLEARED,
                Outcome(Verdict.NO_BASIS, ()),
                None,
            ),
        ),
        dropped=("latency", "footprint"),
        contest=Contest("alpha", "beta", -0.1, 0.2),
        frameworks=(
            MovedFramework("alpha", replace(alpha, rank=2), alpha, 0.25, 0.9231),
            MovedFramework(
                "beta", replace(beta, rank=1), report.not_judged[0], 0.75, None
            ),
            MovedFramework("delta", report.excluded, beta, None, 0.0769),
        ),
        weights=(MovedWeight("speed", 0.0, 0.5), MovedWeight("tools", 0.7, 0.3)),
        fired=("wants-speed",),
        silent=("gone",),
        heard=("c-1", "c-3", "c-2", "c-5"),
        unheard=("c-4",),
        excluded=report.excluded,
        admitted=(replace(report.excluded[0], framework="beta"),),
        ways=(MovedWay("server", None, way), MovedWay("browser", way, None)),
    )


def written(found: WhatIf, knowledge: Knowledge) -> str:
    text = render(what_if_page(found, knowledge), 110, colour=False)
    return " ".join(text.split())


def grids(found: WhatIf, knowledge: Knowledge) -> list[Grid]:
    page = what_if_page(found, knowledge)
    return [each for each in page.blocks if isinstance(each, Grid)]


def texts(grid: Grid) -> list[list[str]]:
    return [["".join(span.text for span in cell) for cell in row] for row in grid.rows]


def test_the_page_matches_its_golden_files(
    found: WhatIf,
    small: Knowledge,
    small_in_chinese: Knowledge,
    golden: Callable[[str, str], str],
) -> None:
    text = markdown.render(what_if_page(found, small))
    assert text == golden("what-if.markdown", text)
    chinese = render(what_if_page(found, small_in_chinese), 80, colour=False)
    assert chinese == golden("what-if.zh.terminal", chinese)


def test_a_turn_is_told_with_both_verdicts(found: WhatIf, small: Knowledge) -> None:
    text = written(found, small)
    assert "changes: from Beta_2 (leaning) to Alpha (clear)." in text
    assert "before: Leaning to Beta_2." in text
    same = replace(found, before=replace(found.after, summary="Otherwise."))
    assert "The recommendation stays: Alpha (clear)." in written(same, small)


def test_where_nothing_changes_only_that_is_said(
    found: WhatIf, small: Knowledge
) -> None:
    moot = WhatIf(
        *(found.after, found.after, found.steps[:1], (), found.contest, ()),
        *((), (), (), (), (), (), (), ()),
    )
    assert moot.is_moot
    text = written(moot, small)
    assert text.endswith("Still Alpha (clear).")
    assert "Nothing changes" in text
    assert not grids(moot, small)


def test_settings_are_told_as_a_profile_has_them(
    found: WhatIf, small: Knowledge
) -> None:
    text = written(found, small)
    assert "goal: production → research" in text
    assert "domain: no answer → [nlp]" in text
    assert "weights.docs: 2.5 → no answer" in text
    assert "no point any more: latency and footprint." in text
    assert "no point" not in written(replace(found, dropped=()), small)


def test_the_ranking_stands_side_by_side(found: WhatIf, small: Knowledge) -> None:
    grid = grids(found, small)[0]
    assert texts(grid) == [
        ["Alpha", "2. 0.64 0.48–0.79", "1. 0.64 0.48–0.79", "0.00", "25% → 92%"],
        [
            *("Beta_2", "1. 0.47 0.16–0.78", "not judged: the evidence covers 30%"),
            *("–", "75% → –"),
        ],
        ["Delta", "excluded", "2. 0.47 0.16–0.78", "–", "– → 8%"],
    ]


def test_without_samples_there_is_no_column_for_them(
    found: WhatIf, small: Knowledge
) -> None:
    bare = tuple(
        replace(each, first_before=None, first_after=None) for each in found.frameworks
    )
    grid = grids(replace(found, frameworks=bare), small)[0]
    assert len(grid.columns) == 4
    assert "First in samples" not in written(replace(found, frameworks=bare), small)


def test_a_change_of_a_score_has_its_sign(found: WhatIf, small: Knowledge) -> None:
    alpha = found.frameworks[0]
    assert isinstance(alpha.before, Ranked)
    lower = replace(alpha.before, score=found.after.ranking[1].score)
    up = replace(alpha, before=lower)
    down = replace(alpha, before=alpha.after, after=lower)
    grid = grids(replace(found, frameworks=(up, down)), small)[0]
    assert [row[3] for row in texts(grid)] == ["+0.17", "-0.17"]


def test_what_each_setting_does_alone_stands_between_none_and_all(
    found: WhatIf, small: Knowledge
) -> None:
    assert texts(grids(found, small)[1]) == [
        ["none of them", "Beta_2 (leaning)", "-0.100"],
        ["goal", "Alpha (clear)", "+0.210"],
        ["domain", "Beta_2 and Alpha (tie)", "0.000"],
        ["weights.docs", "no-basis", "–"],
        ["all together", "Alpha (clear)", "+0.200"],
    ]
    assert "Enough alone: goal." in written(found, small)
    without = texts(grids(replace(found, contest=None), small)[1])
    assert without[1] == ["goal", "Alpha (clear)"]


def test_a_change_of_the_verdict_alone_is_told_as_one(
    found: WhatIf, small: Knowledge
) -> None:
    leaning = replace(found.after, verdict=Verdict.LEANING)
    text = written(replace(found, before=leaning), small)
    assert (
        "The recommendation stays Alpha; the verdict goes from leaning to clear."
        in text
    )
    assert "changes: from" not in text


def test_a_rank_that_is_shared_has_its_mark(found: WhatIf, small: Knowledge) -> None:
    alpha, beta = found.after.ranking
    shared = replace(beta, rank=1)
    after = replace(found.after, ranking=(alpha, shared))
    moved = (MovedFramework("beta", replace(beta, rank=2), shared, 0.1, 0.2),)
    grid = grids(replace(found, after=after, frameworks=moved), small)[0]
    assert [each[:2] for each in texts(grid)[0][1:3]] == ["2.", "1="]


def test_all_that_tie_are_named(found: WhatIf, small: Knowledge) -> None:
    alpha, beta = found.after.ranking
    tied = replace(
        found.after, verdict=Verdict.TIE, ranking=(alpha, replace(beta, rank=1))
    )
    text = written(replace(found, after=tied), small)
    assert "from Beta_2 (leaning) to Alpha and Beta_2 (tie)." in text


def test_a_single_setting_needs_no_table_of_its_own(
    found: WhatIf, small: Knowledge
) -> None:
    single = replace(found, steps=found.steps[:1])
    assert "alone" not in written(single, small)


def test_who_did_the_turning_is_said(found: WhatIf, small: Knowledge) -> None:
    others = found.steps[1:]
    assert "None of them is enough alone." in written(
        replace(found, steps=others), small
    )
    stays = replace(found, before=replace(found.after, ranking=found.after.ranking[:1]))
    assert "Alone it would change with domain and weights.docs" in written(stays, small)
    same = tuple(replace(e, outcome=Outcome(Verdict.CLEAR, ("alpha",))) for e in others)
    assert "alone or together" in written(replace(stays, steps=same), small)


def test_no_project_no_basis_and_nobody_ranked_can_be_told(
    found: WhatIf, small: Knowledge, some_reports: dict[str, Report]
) -> None:
    nobody = replace(some_reports["nothing judged"], project="")
    empty = replace(
        found, before=nobody, after=nobody, frameworks=(), contest=None, ways=()
    )
    page = what_if_page(empty, small)
    assert markdown.render(page).startswith("# What if\n")
    assert "The recommendation stays: no-basis." in written(empty, small)


def test_what_a_user_typed_comes_out_escaped(found: WhatIf, small: Knowledge) -> None:
    odd = "*a* | <b> [c]"
    before = replace(found.before, project=odd)
    steps = (replace(found.steps[0], after=odd),)
    text = markdown.render(
        what_if_page(replace(found, before=before, steps=steps), small)
    )
    assert text.startswith("# What if: \\*a\\* \\| \\<b\\> \\[c\\]\n")
    assert "→ **\\*a\\* \\| \\<b\\> \\[c\\]**" in text


def test_the_json_matches_its_golden_file(
    found: WhatIf, golden: Callable[[str, str], str]
) -> None:
    document = dict(differences(found))
    assert {document.pop("before")["verdict"], document.pop("after")["verdict"]} == {
        "leaning",
        "clear",
    }
    text = to_json(document)
    assert text == golden("what-if.json", text)


def test_the_json_of_a_fate_tells_ranked_excluded_and_not_judged_apart(
    found: WhatIf,
) -> None:
    fates = [(e["before"], e["after"]) for e in differences(found)["ranking"]]
    (_, ranked), (_, silent), (removed, _) = fates
    assert (ranked["rank"], ranked["first"]) == (1, 0.9231)
    assert silent["not_judged"] == "the evidence covers 30%"
    assert [each["rule"] for each in removed["excluded"]] == ["gone"]
    assert {removed["rank"], removed["score"], removed["first"]} == {None}
    assert isinstance(found.frameworks[1].after, NotJudged)
