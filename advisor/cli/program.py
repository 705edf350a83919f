"""The commands, as typer builds them."""

from typing import Annotated

import typer

from advisor.cli.commands.ask import ask
from advisor.cli.commands.check import check
from advisor.cli.commands.compare import compare
from advisor.cli.commands.explain import explain
from advisor.cli.commands.init import init
from advisor.cli.commands.knowledge import knowledge_app
from advisor.cli.commands.recommend import recommend
from advisor.cli.commands.record import record
from advisor.cli.commands.schema import schema
from advisor.cli.commands.what_if import what_if

app = typer.Typer(
    name="advisor",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
for command in (
    *(ask, recommend, explain, compare, what_if),
    *(check, record, init, schema),
):
    app.command()(command)
app.add_typer(knowledge_app, name="knowledge")


def _version(value: bool) -> None:
    if value:
        from advisor import __version__

        typer.echo(f"advisor {__version__}")
        raise typer.Exit


@app.callback()
def program(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_version, is_eager=True, help="Show the version."
        ),
    ] = False,
) -> None:
    """Choose a deep-learning framework from dated, sourced evidence.

    Start with `advisor ask`, or with `advisor init` and `advisor recommend`.

    Example: advisor ask profile.yaml
    """
