"""The catalogues: messages of the program, and records in another language.

`languages/<language>/` holds one file for each part of the program with its messages,
and, but for English, one for each family of records that has words to read; claims are
so many that they have one for each criterion (`claims-<criterion>.yaml`). What a
catalogue does not have stays in English: so do the claims of the five documents, whose
own sentences are a line number away.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from advisor.files.text import read_text
from advisor.files.tree import line_at, parse
from advisor.files.wording import shown
from advisor.knowledge.families import CLAIMS, FAMILIES
from advisor.knowledge.home import FOLDER
from advisor.knowledge.records import read_record
from advisor.model.errors import KnowledgeError
from advisor.model.language import (
    Language,
    MessageFile,
    OptionWords,
    Text,
    Wording,
    Words,
    WordsFile,
)
from advisor.model.question import Option

# Families of records by name, and in them the records by id. Any: a record of its family.
Records = Mapping[str, dict[str, Any]]


def catalogue_files(root: Path) -> Iterator[Path]:
    """Yield every file of every catalogue of a rule base, sorted."""
    found = (root / FOLDER).glob("*/*.yaml")
    yield from sorted(path for path in found if path.name[0] != ".")


def messages(roots: Sequence[Path], language: Language) -> Wording:
    """Return the messages; a later folder and the language asked for override."""
    texts: dict[str, Text] = {}
    for each in dict.fromkeys((Language.EN, language)):
        for root in roots:
            for path in _files(root, each):
                if _family(path) not in FAMILIES and _family(path) != CLAIMS:
                    texts.update(_messages(path))
    return Wording(language, texts)


def translate(records: Records, root: Path, language: Language) -> None:
    """Replace the words of records by those that the catalogue of one root has for them.

    What a later root puts in their place is in its own words and stays so.
    """
    for path in _files(root, language):
        if _family(path) in records:
            _translate(records[_family(path)], path)


def _family(path: Path) -> str:
    """Return whose words a file of a catalogue holds."""
    return CLAIMS if path.stem.startswith(f"{CLAIMS}-") else path.stem


def _files(root: Path, language: Language) -> list[Path]:
    return [each for each in catalogue_files(root) if each.parent.name == language]


def _messages(path: Path) -> dict[str, Text]:
    where = str(path)
    file = read_record(parse(read_text(path), where), MessageFile, where)
    return {f"{path.stem}.{key}": text for key, text in file.messages.items()}


def _translate(records: dict[str, Any], path: Path) -> None:
    where = str(path)
    node = parse(read_text(path), where)
    problems = []
    for id_, words in read_record(node, WordsFile, where).records.items():
        problem = f"no {path.stem} has this id; correct or remove it"
        if id_ in records:
            records[id_], problem = _in_other_words(records[id_], words)
        if problem:
            place = f"{shown(where)}:{line_at(node, ('records', id_))}"
            problems.append(f"{place}: records.{shown(id_)}: {problem}")
    if problems:
        raise KnowledgeError(problems)


# Any: a record of whichever family, before and after.
def _in_other_words(record: Any, words: Words) -> tuple[Any, str]:  # noqa: ANN401
    """Return the record in these words, and what is wrong with them, if anything."""
    given = {each.name: getattr(words, each.name) for each in fields(Words)}
    given = {name: value for name, value in given.items() if value}
    ends = {each: given.pop(each) for each in ("worst", "best") if each in given}
    if ends and hasattr(record, "scale"):
        given["scale"] = replace(record.scale, **ends)
        ends = {}
    options = given.pop("options", {})
    known = {each.id for each in getattr(record, "options", ())}
    wrong = [each for each in (*given, *ends) if not hasattr(record, each)]
    wrong += [each for each in options if each not in known]
    if wrong:
        return record, f"it has no {', '.join(map(shown, wrong))}; remove that"
    if options:
        given["options"] = tuple(_option(each, options) for each in record.options)
    return replace(record, **given), ""


def _option(option: Option, words: Mapping[str, OptionWords]) -> Option:
    own = words.get(option.id, OptionWords())
    return replace(
        option, title=own.title or option.title, help=own.help or option.help
    )
