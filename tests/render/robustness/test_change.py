from collections.abc import Callable, Mapping
from dataclasses import replace

from advisor.model.knowledge import Knowledge
from advisor.model.report import NOT_CHALLENGED, Report
from advisor.model.robustness import (
    NoTippingPoint,
    OpenQuestion,
    StableWeight,
    TippingPoint,
)
from advisor.render.page import Block
from advisor.render.robustness.change import change_section

Written = Callable[[tuple[Block, ...]], str]
Change = Callable[..., Report]


def test_everything_that_would_change_it_is_said(
    report: Report, small: Knowledge, written: Written
) -> None:
    assert written(change_section(report, small)) == (
        "What would change it "
        "• Beta_2 would come first with goal=research, no answer to hot-swap "
        "(2 other sets of as many answers do, too) "
        "• No change of up to 3 answers would bring Gamma to the front. "
        "• Not answered yet, and could change it: latency=real-time (Beta_2). "
        "• Documentation weighs 20%: above 71% Beta_2 would come first. "
        "• Tools weighs 30%: below 4% Beta_2 would come first. "
        "To try the first of these: "
        "advisor what-if PROFILE --set goal=research --set hot-swap="
    )


def test_fewer_changes_come_first_and_the_rest_is_only_named(
    changed: Change, small: Knowledge, written: Written
) -> None:
    both = TippingPoint("alpha", {"goal": "research", "cloud": "gcp"}, 0.0512, 0)
    one = TippingPoint("beta", {"goal": "learning"}, 0.0512, 0)
    last = replace(both, framework="gamma")
    report = changed(tipping_points=(both, both, both, both, last, one))
    text = written(change_section(report, small))
    assert text.index("goal=learning") < text.index("cloud=gcp")
    assert text.count("cloud=gcp") == 3
    assert "Other answers would bring Alpha and Gamma to the front;" in text
    assert text.endswith("advisor what-if PROFILE --set goal=learning")


def test_many_whom_nothing_helps_are_counted(
    changed: Change, small: Knowledge, written: Written
) -> None:
    names = ("alpha", "beta", "gamma", "delta", "alpha")
    report = changed(tipping_points=tuple(NoTippingPoint(each, 3) for each in names))
    text = written(change_section(report, small))
    assert "would bring Alpha, Beta_2, Gamma and 2 more to the front." in text
    assert "what-if" not in text


def test_one_weight_can_be_too_low_and_too_high(
    changed: Change, small: Knowledge, written: Written
) -> None:
    weight = StableWeight("docs", 0.2, 0.104, 0.71, "gamma", "beta")
    text = written(change_section(changed(stable_weights=(weight,)), small))
    assert (
        "Documentation weighs 20%: below 10.4% Gamma would come first; "
        "above 71% Beta_2 would come first." in text
    )


def test_an_answer_that_would_leave_nobody_is_told(
    changed: Change, small: Knowledge, written: Written
) -> None:
    open_ = (OpenQuestion("training-os", 0.0, 0.4, {}, (("macos",), ("wsl",))),)
    text = written(change_section(changed(open_questions=open_), small))
    said = "would leave no framework at all: training-os=macos and training-os=wsl."
    assert said in text
    assert "could change it" not in text


def test_open_questions_that_change_nothing_are_not_mentioned(
    changed: Change, small: Knowledge, written: Written
) -> None:
    open_ = (OpenQuestion("domain", 0.1, 0.4, {}),)
    text = written(change_section(changed(open_questions=open_), small))
    assert "Not answered yet" not in text


def test_what_was_not_looked_for_is_left_out(report: Report, small: Knowledge) -> None:
    unchallenged = replace(report, challenge=NOT_CHALLENGED)
    assert change_section(unchallenged, small) == ()


def test_where_nobody_is_ranked_answers_that_would_help_are_named(
    some_reports: Mapping[str, Report], small: Knowledge, written: Written
) -> None:
    text = written(change_section(some_reports["nothing judged"], small))
    assert "Beta_2 would come first with goal=research" in text


def test_where_nothing_would_change_it_there_is_no_section(
    changed: Change, small: Knowledge
) -> None:
    nothing = changed(tipping_points=(), open_questions=(), stable_weights=())
    assert change_section(nothing, small) == ()
