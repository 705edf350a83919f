"""`advisor schema`: JSON Schema for editors and consumers."""

from enum import StrEnum
from typing import Annotated

import typer

from advisor.cli.options import KnowledgeOption, NoBuiltinOption, OutputOption


class Schema(StrEnum):
    """Which format to describe."""

    PROFILE = "profile"
    RESULT = "result"


def schema(
    which: Annotated[
        Schema, typer.Argument(help="The format to describe.", show_default=False)
    ],
    output: OutputOption = None,
    knowledge: KnowledgeOption = None,
    no_builtin: NoBuiltinOption = False,
) -> None:
    """Print the JSON Schema of profiles or results.

    Example: advisor schema profile --output profile.schema.json
    """
    from advisor.cli.inputs import get_knowledge
    from advisor.cli.output import emit
    from advisor.render.json_text import render
    from advisor.render.schema import profile_schema, result_schema

    if which is Schema.RESULT:
        emit(render(result_schema()), output)
        return
    base = get_knowledge(knowledge, no_builtin=no_builtin)
    emit(render(profile_schema(base)), output)
