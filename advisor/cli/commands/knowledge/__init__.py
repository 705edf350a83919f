"""`advisor knowledge`: reading and proving the rule base. One module for each command."""

from collections.abc import Callable, Mapping

import typer

from advisor.cli.commands.knowledge.cases import prove_cases
from advisor.cli.commands.knowledge.coverage import coverage
from advisor.cli.commands.knowledge.diff import diff
from advisor.cli.commands.knowledge.lint import lint
from advisor.cli.commands.knowledge.refresh import refresh
from advisor.cli.commands.knowledge.show import show

knowledge_app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Read and prove the rule base.",
)
COMMANDS: Mapping[str, Callable[..., None]] = {
    "show": show,
    "lint": lint,
    "test": prove_cases,
    "coverage": coverage,
    "diff": diff,
    "refresh": refresh,
}
for name, command in COMMANDS.items():
    knowledge_app.command(name)(command)
