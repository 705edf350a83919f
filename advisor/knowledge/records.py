"""Validating YAML trees into records, with every problem at its line."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from itertools import islice
from operator import itemgetter
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter, ValidationError

from advisor.files.tree import Items, Node, Scalar, Table, line_at, plain
from advisor.files.wording import flaw, printable, quoted, short, shown
from advisor.knowledge.answers import nearest
from advisor.model.errors import KnowledgeError
from advisor.model.record import yaml_key

Record = TypeVar("Record")
Problem = Mapping[str, Any]  # Any: pydantic's ErrorDetails, which differs by error type
Place = tuple[str | int, ...]
Located = tuple[Place, Problem]

MOST_PROBLEMS = 100  # of a file and kind: nobody reads on, and each takes its time

_KEY = "[key]"  # how pydantic says that a key of a mapping is meant, not its value
_UNFIT = "unfit"
_WRONG_KEYS = frozenset({"missing", "unexpected_keyword_argument"})
_MESSAGES = {
    "missing": "missing",
    "dataclass_type": "takes 'key: value' lines",
    "mapping_type": "takes 'key: value' lines",
    "dict_type": "takes 'key: value' lines",
    "tuple_type": "takes a list",
    "string_type": "takes text",
    _UNFIT: "not a condition; write all, any or not, or fact with is, in or includes",
}


def read_record(node: Node, record: type[Record], where: str) -> Record:
    """Validate a tree into a record; raises `KnowledgeError` with its problems."""
    problems = list(islice(_unprintable(node, ()), MOST_PROBLEMS))
    try:
        adapter: TypeAdapter[Record] = _adapter(record)  # type: ignore[arg-type]  # mypy: no class is hashable
        value = adapter.validate_python(plain(node))
    except ValidationError as error:
        described = _describe(error.errors(include_url=False), node, record)
        problems += islice(described, MOST_PROBLEMS)
    if problems:
        ordered = sorted(problems, key=itemgetter(0))
        raise KnowledgeError(f"{shown(where)}:{line}: {text}" for line, text in ordered)
    return value


@cache
def _adapter(record: type[Record]) -> TypeAdapter[Record]:
    return TypeAdapter(record)


def _describe(
    errors: Iterable[Problem], node: Node, record: type
) -> Iterator[tuple[int, str]]:
    """Yield line and text of each wrong place."""
    settled = _settle([(tuple(each["loc"]), each) for each in errors], node)
    for place, error in settled:
        path = tuple(step for step in place if step != _KEY)
        if all(printable(str(step)) for step in path):  # else it is told already
            text = _message(error, record, path)
            yield (
                line_at(node, path),
                f"{_key(path) or record.__name__.lower()}: {text}",
            )


def _settle(errors: Iterable[Located], node: Node) -> list[Located]:
    """Follow, at each choice between types, the one that was meant."""
    settled: list[Located] = []
    choices: dict[Place, list[Located]] = {}
    for place, error in errors:
        at = _choice(place, error, node)
        if at is None:
            settled.append((place, error))
        else:
            choices.setdefault(place[:at], []).append((place, error))
    for place, found in choices.items():
        settled += _settle(_meant(place, found), node)
    return settled


def _choice(place: Place, error: Problem, node: Node) -> int | None:
    """Return where `place` names a type: pydantic says which of several it tried."""
    for index, step in enumerate(place):
        match node:
            case Table() if step in node.entries:
                node = node.entries[str(step)]
            case Items() if isinstance(step, int) and step < len(node.items):
                node = node.items[step]
            case _:
                missing = error["type"] == "missing" and index == len(place) - 1
                return None if missing or step == _KEY else index
    return None


def _meant(place: Place, found: Iterable[Located]) -> list[Located]:
    """Return the problems of the type whose keys fit; of several, the one that got on."""
    at = len(place)
    by_type: dict[str | int, list[Located]] = {}
    for each, error in found:
        stripped = each[:at] + each[at + 1 :]
        by_type.setdefault(each[at], []).append((stripped, error))
    fitting = [each for each in by_type.values() if not _unfit(each, at)]
    if not fitting:
        return [(place, {"type": _UNFIT})]
    return max(fitting, key=lambda each: max(len(where) for where, _ in each))


def _unfit(found: Iterable[Located], at: int) -> bool:
    return any(
        error["type"] == "dataclass_type"
        if len(place) == at
        else error["type"] in _WRONG_KEYS and len(place) == at + 1
        for place, error in found
    )


def _message(error: Problem, record: type, path: Place) -> str:
    kind = error["type"]
    if kind in _MESSAGES:
        return _MESSAGES[kind]
    if kind == "unexpected_keyword_argument":
        return f"unknown key{nearest(str(path[-1]), _keys_at(record, path[:-1]))}"
    if kind == "enum":
        return f"takes {error['ctx']['expected']}, not {quoted(str(error['input']))}"
    return str(error["msg"][:1].lower() + error["msg"][1:])


def _keys_at(record: type, path: Place) -> set[str]:
    """Return the keys of the record that `path` leads to."""
    types: list[Any] = [record]  # Any: annotations, which have no common type
    for step in path:
        types = [inner for each in types for inner in _inner(each, step)]
    return {
        yaml_key(each.name)
        for record in types
        if is_dataclass(record)
        for each in fields(record)
    }


def _inner(annotation: Any, step: str | int) -> list[Any]:  # noqa: ANN401 - as above
    """Return the types that stand under one step into an annotation."""
    if is_dataclass(annotation) and isinstance(annotation, type):
        hints = get_type_hints(annotation)
        under = [hint for name, hint in hints.items() if yaml_key(name) == step]
    elif get_origin(annotation) is tuple:
        under = [get_args(annotation)[0]]
    else:
        under = list(get_args(annotation)[1:])
    return [each for hint in under for each in _members(hint)]


def _members(hint: Any) -> tuple[Any, ...]:  # noqa: ANN401 - as above
    union = get_origin(hint) in (Union, UnionType)
    return get_args(hint) if union else (hint,)


def _key(path: Place) -> str:
    return ".".join(shown(short(str(step))) for step in path)


def _unprintable(node: Node, path: Place) -> Iterator[tuple[int, str]]:
    match node:
        case Scalar():
            problem = flaw(node.text.replace("\n", " "))
            if problem:
                yield node.line, f"{_key(path)}: {problem}"
        case Items():
            for index, each in enumerate(node.items):
                yield from _unprintable(each, (*path, index))
        case Table():
            for key, each in node.entries.items():
                if not printable(key):
                    yield node.lines[key], f"{_key((*path, key))}: {flaw(key)}"
                yield from _unprintable(each, (*path, key))
