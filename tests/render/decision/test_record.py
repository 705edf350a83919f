import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from advisor.model.decision import Decision, Making, RecordStatus
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.report import NOT_CHALLENGED, NOT_SAMPLED, Report
from advisor.render.decision.record import decision_record

Write = Callable[..., str]
Golden = Callable[[str, str], str]

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
# The sections of MADR 4.0, in their order.
SECTIONS = [
    "Context and Problem Statement",
    "Decision Drivers",
    "Considered Options",
    "Decision Outcome",
    "Pros and Cons of the Options",
    "More Information",
]
HOSTILE = "</script><img src=x> [a](javascript:b) `c` **d** | # --- \\"


def parts(record: str) -> tuple[Mapping[str, Any], list[Token]]:
    """Return the front matter and what a reader of Markdown makes of the rest."""
    empty, front, body = record.split("---\n", 2)
    assert empty == ""
    return yaml.safe_load(front), PARSER.parse(body)


def headings(record: str, level: int) -> list[str]:
    _, tokens = parts(record)
    return [
        tokens[place + 1].content
        for place, token in enumerate(tokens)
        if token.type == "heading_open" and token.tag == f"h{level}"
    ]


def kinds(record: str) -> set[str]:
    _, tokens = parts(record)
    return {own.type for each in tokens for own in (each, *(each.children or []))}


def test_a_record_matches_its_golden_file(write: Write, golden: Golden) -> None:
    text = write()
    assert text == golden("decision-record.md", text)


def test_a_record_in_chinese_matches_its_golden_file(
    write: Write, asked: Knowledge, small_in_chinese: Knowledge, golden: Golden
) -> None:
    text = write(knowledge=replace(asked, wording=small_in_chinese.wording))
    assert text == golden("decision-record.zh.md", text)


def test_sections_and_their_order_are_those_of_madr(write: Write) -> None:
    assert headings(write(), 1) == ["Use Alpha for shelf-scanner"]
    assert headings(write(), 2) == SECTIONS
    subsections = headings(write(), 3)
    assert subsections[:2] == ["Consequences", "Confirmation"]
    assert subsections[2:4] == ["Alpha", "Beta\\_2"]


def test_the_front_matter_has_status_date_and_who_decides(write: Write) -> None:
    front, _ = parts(write())
    assert front == {"status": "proposed", "date": date(2026, 11, 21)}
    made = Decision(RecordStatus.ACCEPTED, makers=("Ann: a", 'B "b" # ---'))
    front, _ = parts(write(decision=made))
    assert front["status"] == "accepted"
    assert front["decision-makers"] == ["Ann: a", 'B "b" # ---']


def test_every_kind_of_report_makes_a_record_and_always_the_same(
    write: Write, some_reports: Mapping[str, Report], small: Knowledge
) -> None:
    for name in some_reports:
        for framework in (None, *small.frameworks):
            decision = Decision(framework=framework)
            record = write(name, decision)
            assert record == write(name, decision)
            assert record.endswith("```\n")
            assert not re.search(r"[ \t]\n|\n\n\Z|\n{3}", record), name
            assert kinds(record).isdisjoint({"html_block", "html_inline", "image"})


def test_without_a_basis_the_title_names_nothing(write: Write) -> None:
    for name in ("nothing judged", "tie"):
        (title,) = headings(write(name), 1)
        assert title == "Choose a deep-learning framework for shelf-scanner"
    (title,) = headings(write("nothing answered", profile=Profile()), 1)
    assert title == "Choose a deep-learning framework for this project"


def test_a_project_is_called_what_it_is_called_and_breaks_nothing(
    write: Write, some_reports: Mapping[str, Report]
) -> None:
    report = replace(some_reports["clear"], project=HOSTILE)
    record = write(report)
    _, tokens = parts(record)
    title = tokens[1]
    text = "".join(each.content for each in title.children or [])
    assert text == f"Use Alpha for {HOSTILE}"
    assert kinds(record).isdisjoint({"html_block", "html_inline", "image"})
    assert headings(record, 2) == SECTIONS


def test_only_addresses_of_the_web_become_links(write: Write, asked: Knowledge) -> None:
    urls = {
        "s1": "https://a.example/b_(c)?d=1&copy;=2",
        "s2": "javascript:alert(1)",
        "s3": "https://a.example/x) <b> [y](z",
    }
    sources = {
        id_: replace(source, url=urls[id_]) for id_, source in asked.sources.items()
    }
    _, tokens = parts(write(knowledge=replace(asked, sources=sources)))
    links = {
        each.attrs["href"]
        for token in tokens
        for each in token.children or []
        if each.type == "link_open"
    }
    assert links == {"https://a.example/b_(c)?d=1&copy;=2"}


@given(
    command=st.text(
        st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=40
    )
)
def test_no_command_ends_its_block(
    command: str, asked: Knowledge, report: Report
) -> None:
    making = Making(f"advisor {command}\n````\n# x", "0.1.0")
    record = decision_record(report, Profile(), asked, Decision(), making)
    _, tokens = parts(record)
    assert tokens[-1].type == "fence"
    assert tokens[-1].content == f"{making.command}\n"


def test_the_record_says_how_it_came_about(write: Write, report: Report) -> None:
    record = write(command="advisor record p.yaml --as-of 2026-11-21")
    end = record.split("### How this record came about")[1]
    assert "advisor 0.1.0 from the rule base 2026.1" in end
    assert report.knowledge_digest in end
    assert "```sh\nadvisor record p.yaml --as-of 2026-11-21\n```\n" in end


def test_the_sources_of_what_is_quoted_are_listed(write: Write) -> None:
    text = write().split("### Sources")[1].split("###")[0]
    assert set(re.findall(r"^- `(\w+)`", text, re.MULTILINE)) == {"s1", "s2", "s3"}
    assert "more claim" not in text, "all are quoted"


@pytest.mark.parametrize("name", ["clear", "tie", "nothing judged"])
def test_a_report_that_nothing_was_tried_on_makes_a_record_too(
    name: str, write: Write, some_reports: Mapping[str, Report]
) -> None:
    quick = replace(some_reports[name], sampled=NOT_SAMPLED, challenge=NOT_CHALLENGED)
    record = write(quick)
    assert "How sure" not in record
    assert "would come first with" not in record
    assert "is answered: goal, domain, latency" in record
