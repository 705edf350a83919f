from collections.abc import Callable
from dataclasses import replace

from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.report import Report
from tests.render.ageing import ageing

Write = Callable[..., str]


def between(record: str, first: str, last: str) -> str:
    return record.split(f"## {first}\n")[1].split(f"## {last}\n")[0]


def test_answers_stand_in_words_with_the_id_of_the_question(write: Write) -> None:
    text = between(write(), "Context and Problem Statement", "Decision Drivers")
    assert "- What is it for? **A \\*product\\*** (`goal`)" in text
    assert "- Domain **Images, Text** (`domain`)" in text
    assert "- Hot-Swap **yes** (`hot-swap`)" in text
    assert "**Speed of \\[training\\], Documentation** (`priorities`)" in text
    assert "Asked, and not known: data-scale." in text
    assert "may use a framework that has been retired" in text


def test_nothing_answered_is_said(write: Write) -> None:
    text = write("nothing answered", profile=Profile())
    assert "Nothing is known of the project yet." in text
    assert "Decision Drivers" not in text


def test_drivers_come_with_the_heaviest_first_and_with_their_reasons(
    write: Write,
) -> None:
    text = between(write(), "Decision Drivers", "Considered Options")
    titles = [line for line in text.splitlines() if line.startswith("- ")]
    assert titles == [
        "- **Speed of \\[training\\]**: 50% of the weight",
        "- **Tools**: 30% of the weight",
        "- **Documentation**: 20% of the weight",
    ]
    assert (
        "  - A product must be fast: Whoever waits goes away. (`wants-speed`)" in text
    )
    assert "  - The project has named it as a priority." in text
    assert "  - The project has stated this weight itself." in text


def test_what_is_left_of_many_drivers_is_counted(write: Write, report: Report) -> None:
    one = replace(report.weighting[0], weight=0.1)
    text = write(replace(report, weighting=(one,) * 10))
    assert "4 more criteria carry the remaining 40% of the weight." in text


def test_options_are_ranked_not_judged_or_excluded_with_the_reason(
    write: Write,
) -> None:
    text = between(write(), "Considered Options", "Decision Outcome")
    assert "- **Alpha**: rank 1, score 0.6" in text
    assert "- **Gamma**: not judged, the evidence covers 30%" in text
    assert "- Excluded: **gone**: Delta (rule `gone`)" in text


def test_an_option_shows_a_shared_rank_and_that_it_is_not_active(
    write: Write, asked: Knowledge
) -> None:
    record = write("tie", knowledge=ageing(asked, "beta"))
    text = between(record, "Considered Options", "Decision Outcome")
    _, beta = text.split("- **Beta\\_2**: rank 1=, score ")
    assert beta.split("\n")[1] == "  - Beta\\_2: maintenance since 2024-05-06."
    assert "- **Alpha**: rank 1=, score " in text
    assert "Alpha: maintenance" not in text
