"""One line of a requirements file, which environment.yml and PDM use as well."""

import re
from urllib.parse import unquote, urlsplit

from packaging.utils import (
    InvalidSdistFilename,
    InvalidWheelFilename,
    parse_sdist_filename,
    parse_wheel_filename,
)

from advisor.scan.dependencies.found import Reading

_INCLUDE = re.compile(
    r"(?:^|\s)(?:(-r|--requirement)|-c|--constraint)(?:\s+|=|(?<=-[rc]))"
    r"(\"[^\"]*\"|'[^']*'|[^\s=]\S*)"
)
_EDITABLE = re.compile(r"(?:-e|--editable)(?:\s+|=|(?<=-e))")
_OPTIONS = re.compile(r"\s--?[a-zA-Z]")
_ADDRESS = re.compile(r"(?:[a-z]+\+)?[a-z]+://|file:", re.IGNORECASE)
_LOCAL = re.compile(r"\.|/|~|[a-z]:\\|file:|[^\s@\[<>=!;]*[/\\]", re.IGNORECASE)
_ARCHIVE = re.compile(r"[^\s@]+\.(?:whl|zip|tar\.(?:gz|bz2|xz))(?:\[.*)?$")
_OWN = re.compile(r"\./?(?:\[.*\])?\s*(?:;.*)?")
_EGG = re.compile(r"[#&]egg=([\w.-]+)")


def requirement_line(text: str, line: int, reading: Reading) -> None:
    """Take a line without comment: a requirement, an address, a path or options.

    Options that name no package (indexes, hashes, …) say nothing.
    """
    editable = _EDITABLE.match(text)
    if editable:
        text = text[editable.end() :].strip("\"' ")
    elif text.startswith("-"):
        for found in _INCLUDE.finditer(text):
            reading.include(found[2].strip("\"'"), line, direct=bool(found[1]))
        return
    text = _OPTIONS.split(text, maxsplit=1)[0].strip()
    if editable or _is_place(text):
        _from_place(text, line, reading)
    elif text:
        reading.requirement(text, line)


def _is_place(text: str) -> bool:
    return any(each.match(text) for each in (_ADDRESS, _LOCAL, _ARCHIVE))


def _from_place(text: str, line: int, reading: Reading) -> None:
    """Take the package at an address or path, as far as that names it.

    The project's own folder is no package that it needs; what it does not name may bring
    anything.
    """
    egg = _EGG.search(text)
    name = egg[1] if egg else _of_file(text)
    if name:
        reading.package(name, line)
    elif not _OWN.fullmatch(text):
        reading.complete = False


def _of_file(place: str) -> str:
    """Return the package that the name of a wheel or source archive says, or ""."""
    try:
        path = urlsplit(place.split(" ", 1)[0].split("[", 1)[0]).path
        file = unquote(path).rpartition("/")[2]
        if file.endswith(".whl"):
            return parse_wheel_filename(file)[0]
        return parse_sdist_filename(file)[0]
    except (ValueError, InvalidWheelFilename, InvalidSdistFilename):
        return ""
