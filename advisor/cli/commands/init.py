"""`advisor init`: a commented profile to fill in, or one of the examples."""

import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from advisor.cli.language import get_language
from advisor.cli.options import KnowledgeOption, LanguageOption, NoBuiltinOption

if TYPE_CHECKING:
    from advisor.model.knowledge import Knowledge

_DEFAULT = Path("profile.yaml")

_Output = Annotated[
    Path,
    typer.Option(
        "--output", "-o", metavar="FILE", help="Where to write it; - for the screen."
    ),
]
_Example = Annotated[
    str | None,
    typer.Option(
        "--example",
        metavar="NAME",
        help="Write this example profile instead of an empty one.",
        show_default=False,
    ),
]
_Schema = Annotated[
    Path | None,
    typer.Option(
        "--schema",
        metavar="FILE",
        help="Write the JSON Schema there, too, and name it to editors in the profile.",
        show_default=False,
    ),
]
_List = Annotated[
    bool, typer.Option("--list", help="List the example profiles and stop.")
]
_Force = Annotated[bool, typer.Option("--force", help="Replace a file that exists.")]


def init(  # noqa: PLR0913 - one parameter for each option
    output: _Output = _DEFAULT,
    example: _Example = None,
    schema: _Schema = None,
    list_: _List = False,
    force: _Force = False,
    knowledge: KnowledgeOption = None,
    no_builtin: NoBuiltinOption = False,
    lang: LanguageOption = None,
) -> None:
    """Write a profile to fill in, or an example.

    Example: advisor init --schema profile.schema.json

    Example: advisor init --example java-back-end --output profile.yaml
    """
    from advisor.cli.inputs import get_knowledge
    from advisor.cli.modeline import kept_modelines, modeline
    from advisor.cli.output import emit
    from advisor.files.wording import shown
    from advisor.knowledge.template import example_profile, example_titles, template

    base = get_knowledge(knowledge, no_builtin=no_builtin, language=get_language(lang))
    if list_:
        emit(example_titles(base), None)
        return
    text = example_profile(example, base) if example is not None else template(base)
    to_screen = str(output) == "-"
    if not to_screen:
        _keep_existing(output, force=force)
    if schema is not None:
        text = modeline(schema, output) + text
        _write_schema(schema, output, base, force=force)
    elif not to_screen:
        text = kept_modelines(output) + text
    emit(text, None if to_screen else output)
    if not to_screen:
        name = shown(shlex.quote(str(output)))
        typer.echo(base.wording("template.written", file=name), err=True)


def _write_schema(
    schema: Path, profile: Path, knowledge: "Knowledge", *, force: bool
) -> None:
    """Write the schema, if it is not there already for another profile."""
    from advisor.cli.output import emit
    from advisor.files.text import exists, is_folder, read_text
    from advisor.files.wording import shown
    from advisor.model.errors import InputError
    from advisor.render.json_text import render
    from advisor.render.schema import profile_schema

    if str(schema) == "-" or schema.resolve() == profile.resolve():
        where = shown(str(schema))
        raise InputError(f"--schema: {where}: name a file of its own, to keep it in")
    text = render(profile_schema(knowledge))
    if exists(schema) and not is_folder(schema) and read_text(schema) == text:
        return
    _keep_existing(schema, force=force)
    emit(text, schema)


def _keep_existing(output: Path, *, force: bool) -> None:
    from advisor.files.text import exists, is_folder
    from advisor.files.wording import shown
    from advisor.model.errors import InputError

    where = shown(str(output))
    if is_folder(output):
        raise InputError(f"{where}: this is a directory; name a file in it")
    if exists(output) and not force:
        raise InputError(f"{where}: exists already; use --force to replace it")
