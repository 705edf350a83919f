from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from advisor.knowledge.gate_part import EXCEPTION_KEYS, KEYS
from advisor.render.schema_gate import gate_schema


def keys(schema: Mapping[str, Any], name: str) -> Iterator[tuple[str, str]]:
    """Yield every key below, with what an editor shows of it."""
    yield name, schema.get("description", "")
    inner = schema.get("items", schema)
    for own, each in inner.get("properties", {}).items():
        yield from keys(each, own)


def test_an_editor_can_say_what_every_key_means() -> None:
    told = dict(keys(gate_schema(["alpha"]), "gate"))
    assert set(told) == {"gate", *KEYS, *EXCEPTION_KEYS}
    assert all(each.endswith(".") for each in told.values())
    assert len(set(told.values())) == len(told)


@pytest.mark.parametrize(
    ("exception", "valid"),
    [
        ({}, True),
        ({"about": "tensorflow"}, True),
        ({"owner": ""}, False),
        ({"finding": "profile-invalid"}, False),
    ],
)
def test_an_exception_is_held_to_its_keys(
    exception: Mapping[str, str], valid: bool
) -> None:
    whole = {
        "finding": "path-legacy",
        "reason": "until March",
        "owner": "mobile team",
        "expires": "2027-03-31",
        **exception,
    }
    schema = Draft202012Validator(gate_schema(["alpha"]))
    assert schema.is_valid({"exceptions": [whole]}) is valid
