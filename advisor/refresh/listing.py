"""The page of one package in the JSON form of PEP 691 and PEP 700, read with distrust."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

from advisor.model.errors import InputError
from advisor.model.record import record

_OTHER = "name an index with the JSON simple API (PEP 691)"


@record
class File:
    """One file of a package, as the index lists it; nothing in it is checked yet."""

    name: str
    uploaded: date | None
    size: int | None
    requires_python: str
    yanked: bool


def read_listing(data: bytes) -> tuple[File, ...]:
    """Return the files that the page lists; raises `InputError` for what is no page.

    Entries that are no files are left out, as pip leaves them out.
    """
    try:
        page = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise InputError(f"the answer is not JSON; {_OTHER}") from error
    files = page.get("files") if isinstance(page, dict) else None
    if not isinstance(files, list):
        raise InputError(f"the answer lists no files; {_OTHER}")
    _understood(page.get("meta"))
    return tuple(_files(files))


def _understood(meta: object) -> None:
    version = meta.get("api-version") if isinstance(meta, dict) else None
    if not isinstance(version, str) or version.partition(".")[0] != "1":
        raise InputError(
            "the answer is not in version 1 of the simple API; "
            "name an index that speaks it, or update advisor"
        )


# Any: JSON from outside; what is used of it is checked here.
def _files(listed: list[Any]) -> Iterator[File]:
    for each in listed:
        if isinstance(each, dict) and isinstance(each.get("filename"), str):
            size, requires = each.get("size"), each.get("requires-python")
            yield File(
                name=each["filename"],
                uploaded=_day(each.get("upload-time")),
                size=size if type(size) is int and size >= 0 else None,
                requires_python=requires if isinstance(requires, str) else "",
                yanked=each.get("yanked", False) is not False,
            )


def _day(text: object) -> date | None:
    """Return the day of an upload in UTC, the time zone that PEP 700 prescribes."""
    if not isinstance(text, str):
        return None
    try:
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        return moment.astimezone(UTC).date()
    except (ValueError, OverflowError):
        return None
