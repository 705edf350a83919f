import pytest
from jsonschema import Draft202012Validator

from advisor.render.schema_parts import (
    COUNT,
    SHARE,
    TEXT,
    Schema,
    described,
    list_of,
    map_of,
    or_null,
    record,
)


def accepts(schema: Schema, document: object) -> bool:
    return Draft202012Validator(schema).is_valid(document)


@pytest.mark.parametrize(
    "schema", [TEXT, {"enum": ["a"]}, {"anyOf": [TEXT, {"type": "boolean"}]}]
)
def test_every_kind_of_schema_can_allow_null(schema: Schema) -> None:
    assert not accepts(schema, None)
    assert accepts(or_null(schema), None)
    assert accepts(or_null(schema), "a")
    assert not accepts(or_null(schema), 3)


def test_what_null_means_is_described_where_it_is_given() -> None:
    assert or_null(TEXT, "nobody")["description"] == "null: nobody"
    assert "description" not in or_null(TEXT)


def test_a_record_has_its_keys_and_no_others() -> None:
    schema = record({"a": SHARE, "b": COUNT}, required=("a",))
    assert accepts(schema, {"a": 0.5})
    assert not accepts(schema, {"b": 1})
    assert not accepts(schema, {"a": 0.5, "c": 1})
    assert not accepts(record({"a": SHARE, "b": COUNT}), {"a": 0.5})


def test_lists_and_mappings_check_what_is_in_them() -> None:
    assert accepts(list_of(SHARE), [0, 1])
    assert not accepts(list_of(SHARE), [2])
    assert accepts(map_of(COUNT), {"x": 3})
    assert not accepts(map_of(COUNT), {"x": -1})


def test_a_description_stays_where_null_is_allowed() -> None:
    assert described(SHARE, "A part.") == {**SHARE, "description": "A part."}
    assert or_null(described(TEXT, "A name."))["description"] == "A name."
