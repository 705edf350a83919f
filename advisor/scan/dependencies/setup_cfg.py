"""setup.cfg: the requirements that setuptools reads from it."""

from collections.abc import Iterator
from configparser import Error, MissingSectionHeaderError, ParsingError, RawConfigParser

from advisor.files.wording import shown
from advisor.model.errors import InputError
from advisor.scan.dependencies.found import Found, Reading

_MARK = "\0"  # between a line and its number; no text file has it
_OPTIONS, _EXTRAS = "options", "options.extras_require"
_MOST_LINES = 20_000  # the library takes its time and memory over each
_NEEDED, _OTHER = "install_requires", ("setup_requires", "tests_require")


def read(text: str, where: str) -> Found:
    """Return what a setup.cfg names; raises `InputError` where it is none."""
    parser = _parsed(text, where)
    reading = Reading(where, declares=False)
    for value, reading.direct in _values(parser):
        reading.declares = True
        for line, each in _lines(value):
            _take(each, line, reading)
    return reading.found()


def _parsed(text: str, where: str) -> RawConfigParser:
    """Return the sections; every line of a value ends with `_MARK` and its number.

    The library tells no lines; so they go through it with the text.
    """
    if _MARK in text:
        raise InputError(f"{shown(where)}:1: contains a null character; remove it")
    lines = text.split("\n")
    if len(lines) > _MOST_LINES:
        raise InputError(
            f"{shown(where)}:{_MOST_LINES}: too many lines; this cannot be the right file"
        )
    marked = (
        f"{each}{_MARK}{number}" if each.strip() else each
        for number, each in enumerate(lines, 1)
    )
    parser = RawConfigParser(strict=False)
    try:
        parser.read_file(marked, where)
    except Error as error:
        line = _line(error)
        raise InputError(
            f"{shown(where)}:{line}: not what a configuration file looks like; "
            "write [sections] with 'key = value' lines"
        ) from error
    return parser


def _line(error: Error) -> int:
    match error:
        case MissingSectionHeaderError(lineno=int(line)):
            return line
        case ParsingError(errors=[(int(line), _), *_]):
            return line
        case _:
            return 1


def _values(parser: RawConfigParser) -> Iterator[tuple[str, bool]]:
    """Yield lists of requirements, each with whether the project itself needs them."""
    for key in (_NEEDED, *_OTHER):
        if parser.has_option(_OPTIONS, key):
            yield parser.get(_OPTIONS, key), key == _NEEDED
    if parser.has_section(_EXTRAS):
        yield from ((value, False) for _, value in parser.items(_EXTRAS))


def _lines(value: str) -> Iterator[tuple[int, str]]:
    """Yield the entries of a list with their lines: one a line, or with semicolons."""
    written = value.split("\n")
    for each in written:
        content, _, number = each.partition(_MARK)
        for entry in content.split(";") if len(written) == 1 else [content]:
            if entry.strip() and not entry.lstrip().startswith("#"):
                yield int(number), entry.strip()


def _take(entry: str, line: int, reading: Reading) -> None:
    if not entry.startswith("file:"):
        reading.requirement(entry, line)
        return
    for file in entry.removeprefix("file:").split(","):
        reading.include(file.strip(), line)
