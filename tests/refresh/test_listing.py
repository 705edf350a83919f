import json
from datetime import date
from typing import Any

import pytest

from advisor.model.errors import InputError
from advisor.refresh.listing import File, read_listing


# Any: whatever an index may answer.
def listing(*files: Any, version: Any = "1.1") -> tuple[File, ...]:  # noqa: ANN401
    page = {"meta": {"api-version": version}, "name": "x", "files": files}
    return read_listing(json.dumps(page).encode())


def test_all_that_is_used_of_a_file_is_read() -> None:
    (file,) = listing(
        {
            "filename": "x-1.0.tar.gz",
            "upload-time": "2026-03-31T23:59:59.123456Z",
            "size": 12,
            "requires-python": ">=3.10",
            "yanked": False,
        }
    )
    assert file == File("x-1.0.tar.gz", date(2026, 3, 31), 12, ">=3.10", yanked=False)


def test_a_file_may_lack_everything_but_its_name() -> None:
    assert listing({"filename": "x"}) == (File("x", None, None, "", yanked=False),)


@pytest.mark.parametrize(
    ("yanked", "expected"), [(True, True), ("broken", True), ("", True), (False, False)]
)
def test_a_reason_for_yanking_means_yanked(yanked: object, expected: bool) -> None:
    assert listing({"filename": "x", "yanked": yanked})[0].yanked is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-01-01T00:30:00+01:00", date(2025, 12, 31)),
        ("2026-01-01T00:30:00", date(2026, 1, 1)),
        ("0001-01-01T00:00:00+14:00", None),
        ("yesterday", None),
        (20260101, None),
        (None, None),
    ],
)
def test_a_day_is_that_of_utc(text: object, expected: date | None) -> None:
    assert listing({"filename": "x", "upload-time": text})[0].uploaded == expected


@pytest.mark.parametrize("size", [-1, 1.5, "12", True, None])
def test_a_size_is_a_number_of_bytes(size: object) -> None:
    assert listing({"filename": "x", "size": size})[0].size is None


def test_entries_that_are_no_files_are_left_out() -> None:
    assert listing("x-1.0.tar.gz", None, [], {}, {"filename": 1}) == ()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<!DOCTYPE html><html></html>",
        b"[" * 100_000,
        b"\xff\xfe",
        b"[]",
        b'{"meta": {"api-version": "1.0"}}',
        b'{"files": {}, "meta": {"api-version": "1.0"}}',
    ],
)
def test_what_is_no_page_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match=r"PEP 691"):
        read_listing(data)


@pytest.mark.parametrize("version", ["2.0", "", 1, None])
def test_another_major_version_of_the_format_is_refused(version: object) -> None:
    with pytest.raises(InputError, match="version 1 of the simple API"):
        listing(version=version)
