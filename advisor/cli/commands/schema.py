"""`advisor schema`: JSON Schema for editors and consumers."""

from enum import StrEnum
from typing import Annotated, assert_never

import typer

from advisor.cli.options import KnowledgeOption, NoBuiltinOption, OutputOption


class Schema(StrEnum):
    """Which format to describe."""

    PROFILE = "profile"
    RESULT = "result"
    CHECK = "check"
    LOCK = "lock"
    BASELINE = "baseline"


def schema(
    which: Annotated[
        Schema, typer.Argument(help="The format to describe.", show_default=False)
    ],
    output: OutputOption = None,
    knowledge: KnowledgeOption = None,
    no_builtin: NoBuiltinOption = False,
) -> None:
    """Print the JSON Schema of profiles, results, or what a check writes.

    Example: advisor schema profile --output profile.schema.json
    """
    from advisor.cli.inputs import get_knowledge
    from advisor.cli.output import emit
    from advisor.render.json_text import render
    from advisor.render.schema import profile_schema, result_schema
    from advisor.render.schema_check import baseline_schema, check_schema, lock_schema

    match which:
        case Schema.RESULT:
            described = result_schema()
        case Schema.CHECK:
            described = check_schema()
        case Schema.BASELINE:
            described = baseline_schema()
        case Schema.PROFILE:
            base = get_knowledge(knowledge, no_builtin=no_builtin)
            described = profile_schema(base)
        case Schema.LOCK:
            base = get_knowledge(knowledge, no_builtin=no_builtin)
            described = lock_schema(base)
        case _:
            assert_never(which)
    emit(render(described), output)
