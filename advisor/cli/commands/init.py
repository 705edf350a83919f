"""`advisor init`: a commented profile to fill in, or one of the examples."""

import shlex
from pathlib import Path
from typing import Annotated

import typer

from advisor.cli.language import get_language
from advisor.cli.options import KnowledgeOption, LanguageOption, NoBuiltinOption

_DEFAULT = Path("profile.yaml")


def init(  # noqa: PLR0913 - one parameter for each option
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Where to write it; - for the screen.",
        ),
    ] = _DEFAULT,
    example: Annotated[
        str | None,
        typer.Option(
            "--example",
            metavar="NAME",
            help="Write this example profile instead of an empty one.",
            show_default=False,
        ),
    ] = None,
    list_: Annotated[
        bool, typer.Option("--list", help="List the example profiles and stop.")
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Replace a file that exists.")
    ] = False,
    knowledge: KnowledgeOption = None,
    no_builtin: NoBuiltinOption = False,
    lang: LanguageOption = None,
) -> None:
    """Write a profile to fill in, or an example.

    Example: advisor init --example java-back-end --output profile.yaml
    """
    from advisor.cli.inputs import get_knowledge
    from advisor.cli.output import emit
    from advisor.files.wording import shown
    from advisor.knowledge.template import example_profile, example_titles, template

    base = get_knowledge(knowledge, no_builtin=no_builtin, language=get_language(lang))
    if list_:
        emit(example_titles(base), None)
        return
    text = example_profile(example, base) if example is not None else template(base)
    if str(output) == "-":
        emit(text, None)
        return
    _keep_existing(output, force=force)
    emit(text, output)
    name = shown(shlex.quote(str(output)))
    typer.echo(base.wording("template.written", file=name), err=True)


def _keep_existing(output: Path, *, force: bool) -> None:
    from advisor.files.text import exists, is_folder
    from advisor.files.wording import shown
    from advisor.model.errors import InputError

    where = shown(str(output))
    if is_folder(output):
        raise InputError(f"{where}: this is a directory; name a file in it")
    if exists(output) and not force:
        raise InputError(f"{where}: exists already; use --force to replace it")
