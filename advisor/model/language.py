"""What the program says, in the language of its reader."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import field
from enum import StrEnum
from string import Formatter

from advisor.model.record import record

# Where a Chinese character meets a Latin letter or a digit, a space belongs.
_HAN, _LATIN = "\u4e00-\u9fff", "A-Za-z0-9"
_SEAM = re.compile(f"(?<=[{_HAN}])(?=[{_LATIN}])|(?<=[{_LATIN}%])(?=[{_HAN}])")

_FORMATTER = Formatter()


class Language(StrEnum):
    """The languages that have a catalogue; `zh` is Simplified Chinese."""

    EN = "en"
    ZH = "zh"


@record
class Plural:
    """A text that depends on the number `count` that stands in it."""

    one: str
    other: str


Text = str | Plural


@record
class Wording:
    """Every message of the program, by `<file>.<key>` of its catalogue."""

    language: Language = Language.EN
    texts: Mapping[str, Text] = field(default_factory=dict)

    def __call__(self, key: str, **values: object) -> str:
        """Return the message with `values` in the places that it names.

        Raises `KeyError` for a message that no catalogue has; a test keeps every
        catalogue complete.
        """
        text = self.texts[key]
        if isinstance(text, Plural):
            text = text.one if values.get("count") == 1 else text.other
        if self.language is Language.ZH:
            return _spaced(text, values)
        return text.format_map(values) if values else text

    def listed(self, words: Iterable[str]) -> str:
        """Join words: "a", "a and b", "a, b and c"."""
        every = list(words)
        if len(every) <= 1:
            return "".join(every)
        return self("common.and", first=self.series(every[:-1]), last=every[-1])

    def series(self, words: Iterable[str]) -> str:
        """Join words: "a, b, c"."""
        return self("common.comma").join(words)

    def clauses(self, words: Iterable[str]) -> str:
        """Join what may have commas of its own: "a; b, c; d"."""
        return self("common.semicolon").join(words)

    def inline(self, title: str) -> str:
        """Return a title as it stands inside a sentence."""
        return title.lower() if self.language is Language.EN else title


def _spaced(text: str, values: Mapping[str, object]) -> str:
    """Put values into a Chinese message, with a space where the script changes.

    What is inside of a value stays as it is: it may be the name of a file.
    """
    if not values:
        return text
    said = ""
    for literal, name, spec, conversion in _FORMATTER.parse(text):
        said = _joined(said, literal)
        if name is not None:
            value, _ = _FORMATTER.get_field(name, (), values)
            value = _FORMATTER.convert_field(value, conversion)
            said = _joined(said, _FORMATTER.format_field(value, spec or ""))
    return said


def _joined(first: str, second: str) -> str:
    parted = first and second and _SEAM.search(first[-1] + second[0])
    return f"{first} {second}" if parted else first + second


@record
class MessageFile:
    """What a file of messages holds."""

    messages: Mapping[str, Text]


@record
class OptionWords:
    """One option of a question in another language."""

    title: str = ""
    help: str = ""


@record
class Words:
    """The words of one record in another language; what is empty stays as it was."""

    title: str = ""
    name: str = ""
    help: str = ""
    section: str = ""
    example: str = ""
    definition: str = ""
    description: str = ""
    because: str = ""
    statement: str = ""
    caveats: str = ""
    worst: str = ""
    best: str = ""
    steps: tuple[str, ...] = ()
    format: str = ""
    options: Mapping[str, OptionWords] = field(default_factory=dict)


@record
class WordsFile:
    """What a catalogue says of the records of one family."""

    records: Mapping[str, Words]
