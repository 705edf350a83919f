import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from advisor.cli.commands.schema import Schema
from advisor.cli.exit import Exit

Run = Callable[..., Any]  # Any: Outcome


@pytest.mark.parametrize("which", list(Schema))
def test_a_schema_is_printed_as_json(which: Schema, invoke: Run) -> None:
    done = invoke("schema", which)
    assert (done.code, done.err) == (Exit.OK, "")
    document = json.loads(done.out)
    Draft202012Validator.check_schema(document)
    assert document["title"] == f"advisor {which}"


def test_what_is_recommended_keeps_to_the_schema_that_is_printed(
    invoke: Run, example: str
) -> None:
    schema = json.loads(invoke("schema", "result").out)
    result = json.loads(invoke("recommend", example, "--format", "json").out)
    assert list(Draft202012Validator(schema).iter_errors(result)) == []


def test_the_schema_can_be_written_to_a_file(invoke: Run, tmp_path: Path) -> None:
    path = tmp_path / "profile.schema.json"
    done = invoke("schema", "profile", "-o", str(path))
    assert (done.code, done.out, done.err) == (Exit.OK, "", "")
    assert path.read_text(encoding="utf-8") == invoke("schema", "profile").out


def test_a_schema_that_is_not_there_is_refused_with_those_that_are(invoke: Run) -> None:
    done = invoke("schema", "report")
    assert done.code == Exit.USAGE
    assert "'profile', 'result', 'check', 'lock', 'baseline'" in done.err
