from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from advisor.lint.digests import files, verifiable, verify
from advisor.lint.passage import digest
from advisor.model.evidence import Claim, Source
from advisor.model.knowledge import Knowledge

_TEXT = "first\nsecond line\nthird\n"
_FILE = "d1.txt"


@pytest.fixture
def bound(
    a_knowledge: Callable[..., Knowledge],
    a_source: Callable[..., Source],
    a_claim: Callable[..., Claim],
) -> Callable[..., Knowledge]:
    def build(lines: str, own_digest: str) -> Knowledge:
        claim = a_claim("c1", lines=lines, digest=own_digest)
        source = replace(a_source("s1"), file=_FILE)
        return a_knowledge(sources=[source], claims={"debugging": [claim]})

    return build


def _messages(knowledge: Knowledge, texts: Mapping[str, str]) -> list[str]:
    return [f"{each.subject} {each.message}" for each in verify(knowledge, texts)]


def test_an_unchanged_passage_is_verified(bound: Callable[..., Knowledge]) -> None:
    knowledge = bound("2-3", digest(_TEXT, "2-3"))
    assert _messages(knowledge, {_FILE: _TEXT}) == []
    assert verifiable(knowledge, {_FILE: _TEXT}) == 1
    assert verifiable(knowledge, {}) == 0
    assert files(knowledge) == (_FILE,)


def test_white_space_and_case_may_change(bound: Callable[..., Knowledge]) -> None:
    knowledge = bound("2", digest(_TEXT, "2"))
    assert _messages(knowledge, {_FILE: "first\r\n Second  Line\r\n"}) == []


def test_a_changed_passage_is_found(bound: Callable[..., Knowledge]) -> None:
    knowledge = bound("2", digest(_TEXT, "2"))
    assert _messages(knowledge, {_FILE: _TEXT.replace("second", "other")}) == [
        "claim:c1 lines 2 of 'd1.txt' no longer say what was read there"
    ]


def test_a_line_that_is_gone_is_found(bound: Callable[..., Knowledge]) -> None:
    knowledge = bound("9", digest(_TEXT, "2"))
    assert _messages(knowledge, {_FILE: _TEXT}) == [
        "claim:c1 lines 9 of 'd1.txt': the document has no line 9"
    ]


def test_a_locator_that_is_none_is_found(bound: Callable[..., Knowledge]) -> None:
    knowledge = bound("two", digest(_TEXT, "2"))
    assert _messages(knowledge, {_FILE: _TEXT}) == [
        "claim:c1 lines: not a locator: 'two'"
    ]


def test_a_file_that_is_missing_is_found_once(bound: Callable[..., Knowledge]) -> None:
    knowledge = bound("2", digest(_TEXT, "2"))
    assert _messages(knowledge, {}) == ["source:s1 the file 'd1.txt' is not there"]


def test_every_claim_of_the_documents_can_be_verified(knowledge: Knowledge) -> None:
    of_documents = [
        each
        for each in knowledge.claims.values()
        if knowledge.sources[each.source].is_document
    ]
    texts = dict.fromkeys(files(knowledge), "")
    assert verifiable(knowledge, texts) == len(of_documents) > 0
