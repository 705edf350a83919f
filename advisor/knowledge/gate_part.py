"""The `gate` of a profile: the framework in use, the margin, accepted findings."""

from collections.abc import Collection
from datetime import date
from math import nan

from advisor.files.nodes import is_absent, kind_of, table_of, text_of
from advisor.files.tree import Items, Node, Table
from advisor.files.wording import quoted
from advisor.knowledge.answers import read_date
from advisor.knowledge.collector import Collector, one_of
from advisor.model.errors import InputError
from advisor.model.gate import NEVER_ACCEPTED, Check, Gate, GateException

KEYS = ("framework", "margin", "exceptions")
EXCEPTION_KEYS = ("finding", "about", "reason", "owner", "expires")
ACCEPTABLE = tuple(each for each in Check if each not in NEVER_ACCEPTED)
_NEEDED = ("finding", "reason", "owner", "expires")
_LONGEST = 500


def read_gate(
    node: Node, key: str, frameworks: Collection[str], collector: Collector
) -> Gate:
    """Return the gate; what is wrong with its parts goes to `collector`."""
    table = table_of(node)
    collector.known_keys(table, KEYS, f"{key}.")

    def framework(node: Node, _key: str) -> str:
        return one_of(text_of(node), frameworks)

    def exceptions(node: Node, key: str) -> tuple[GateException, ...]:
        return _exceptions(node, key, collector)

    prefix = f"{key}."
    return Gate(
        framework=collector.read(table, "framework", framework, "", prefix),
        margin=collector.read(table, "margin", _margin, 0.0, prefix),
        exceptions=collector.read(table, "exceptions", exceptions, (), prefix),
    )


def _margin(node: Node, _key: str) -> float:
    text = text_of(node)
    try:
        value = float(text)
    except ValueError:
        value = nan  # is in no range
    if not 0 <= value <= 1:
        raise InputError(f"takes points of the score from 0 to 1, not {quoted(text)}")
    return value


def _exceptions(
    node: Node, key: str, collector: Collector
) -> tuple[GateException, ...]:
    if not isinstance(node, Items):
        raise InputError(f"takes a list of exceptions, not {kind_of(node)}")
    read = (
        _exception(each, f"{key}.{place}", collector)
        for place, each in enumerate(node.items)
    )
    return tuple(each for each in read if each is not None)


def _exception(node: Node, key: str, collector: Collector) -> GateException | None:
    """Return one exception; None where something is wrong with it."""
    before = len(collector.problems)
    try:
        table = table_of(node)
    except InputError as error:
        collector.problem(node.line, key, str(error))
        return None
    prefix = f"{key}."
    collector.known_keys(table, EXCEPTION_KEYS, prefix)
    _all_there(table, prefix, collector)
    found = GateException(
        finding=collector.read(table, "finding", _check, Check.NO_BASIS, prefix),
        about=collector.read(table, "about", _text, "", prefix),
        reason=collector.read(table, "reason", _text, "", prefix),
        owner=collector.read(table, "owner", _text, "", prefix),
        expires=collector.read(table, "expires", _date, date.max, prefix),
    )
    return found if len(collector.problems) == before else None


def _all_there(table: Table, prefix: str, collector: Collector) -> None:
    for each in _NEEDED:
        node = table.entries.get(each)
        if node is None or is_absent(node):
            line = table.lines.get(each, table.line)
            collector.problem(line, f"{prefix}{each}", "missing; an exception needs it")


def _check(node: Node, _key: str) -> Check:
    name = text_of(node)
    if name in NEVER_ACCEPTED:
        raise InputError(f"{quoted(name)} always counts; no exception covers it")
    return Check(one_of(name, [each.value for each in ACCEPTABLE]))


def _text(node: Node, _key: str) -> str:
    text = text_of(node).strip()
    if not text:
        raise InputError("is empty; say it in a few words")
    if len(text) > _LONGEST:
        raise InputError(f"longer than {_LONGEST} characters; shorten it")
    return text


def _date(node: Node, _key: str) -> date:
    return read_date(text_of(node))
