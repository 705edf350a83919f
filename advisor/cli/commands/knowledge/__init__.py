"""`advisor knowledge`: reading and proving the rule base. One module for each command."""

import typer

from advisor.cli.commands.knowledge.cases import prove_cases
from advisor.cli.commands.knowledge.lint import lint
from advisor.cli.commands.knowledge.show import show

knowledge_app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Read and prove the rule base.",
)
for name, command in (("show", show), ("lint", lint), ("test", prove_cases)):
    knowledge_app.command(name)(command)
