"""What a source's date is, and which sources are documents."""

from collections.abc import Callable
from datetime import date

import pytest

from advisor.model.evidence import Source, SourceKind

EARLY, LATE = date(2019, 1, 1), date(2021, 1, 1)


def test_the_stated_date_counts_before_a_bound(a_source: Callable[..., Source]) -> None:
    assert a_source("s1", published=LATE, earliest=EARLY).date == LATE


def test_an_undated_source_is_as_old_as_it_can_be(
    a_source: Callable[..., Source],
) -> None:
    assert a_source("s1", published=None, earliest=EARLY).date == EARLY
    assert a_source("s1", published=None).date == date.min


@pytest.mark.parametrize("kind", SourceKind)
def test_only_documents_are_documents(
    kind: SourceKind, a_source: Callable[..., Source]
) -> None:
    assert a_source("s1", kind=kind).is_document == (kind is SourceKind.DOCUMENT)
