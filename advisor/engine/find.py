"""Finding a record by id, name or alias."""

from collections.abc import Iterable, Iterator

from advisor.model.knowledge import Knowledge
from advisor.model.lookup import plain_name
from advisor.model.reference import RecordKind, Reference, records
from advisor.model.reference import spellings as named

_CELL = "/"
_KIND = ":"


def find(name: str, knowledge: Knowledge) -> tuple[Reference, ...]:
    """Return every record that `name` can mean; none, one, or all that it could be.

    `rule:tpu` asks for one kind only and `pytorch/debugging` for a cell. An exact id
    wins over names and aliases, and any of these over a cell.
    """
    wanted = list(_all_names(knowledge))
    kind, colon, rest = name.partition(_KIND)
    kinds = [each for each in RecordKind if each.value == plain_name(kind)]
    if colon and kinds:
        wanted = [each for each in wanted if each[1].kind is kinds[0]]
        name = rest
    exact = [each for spelling, each in wanted if spelling == each.id == name]
    if found := exact or _alike(name, wanted):
        return _main_records(dict.fromkeys(found))
    return () if kinds and kinds[0] is not RecordKind.CELL else _cell(name, knowledge)


def _main_records(found: Iterable[Reference]) -> tuple[Reference, ...]:
    """Leave out a runtime that is the same thing as a framework of its name."""
    every = tuple(found)
    frameworks = {each.id for each in every if each.kind is RecordKind.FRAMEWORK}
    return tuple(
        each
        for each in every
        if each.kind is not RecordKind.RUNTIME or each.id not in frameworks
    )


def spellings(knowledge: Knowledge) -> tuple[str, ...]:
    """Return every id, name and alias, for suggestions."""
    return tuple(spelling for spelling, _ in _all_names(knowledge))


def _all_names(knowledge: Knowledge) -> Iterator[tuple[str, Reference]]:
    for kind, family in records(knowledge).items():
        for each in family:
            yield each, Reference(kind, each)
    yield from named(knowledge)


def _cell(name: str, knowledge: Knowledge) -> tuple[Reference, ...]:
    first, slash, second = name.partition(_CELL)
    if not slash or _CELL in second:
        return ()
    frameworks = [
        each.id for each in find(first, knowledge) if each.kind is RecordKind.FRAMEWORK
    ]
    criteria = [
        each for each in knowledge.criteria if plain_name(each) == plain_name(second)
    ]
    return tuple(
        Reference(RecordKind.CELL, f"{framework}{_CELL}{criterion}")
        for framework in frameworks
        for criterion in criteria
    )


def _alike(name: str, wanted: Iterable[tuple[str, Reference]]) -> list[Reference]:
    plain = plain_name(name)
    return [each for spelling, each in wanted if plain_name(spelling) == plain]
