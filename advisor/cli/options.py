"""Options that several commands share."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from advisor.cli.format import CheckFormat, Format
from advisor.cli.inputs import read_as_of
from advisor.model.evidence import Evidence
from advisor.model.language import Language

ProfileArgument = Annotated[
    str,
    typer.Argument(
        metavar="PROFILE",
        help="Profile file, or - for standard input.",
        show_default=False,
    ),
]
AsOfOption = Annotated[
    date | None,
    typer.Option(
        "--as-of",
        parser=read_as_of,
        metavar="DATE",
        help="The day claims must hold; default: that of the profile if there is one, else today.",
        show_default=False,
    ),
]
EvidenceOption = Annotated[
    Evidence, typer.Option("--evidence", help="Which claims count.")
]
KnowledgeOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--knowledge",
        metavar="DIR",
        help="Rule base laid over the built-in one; may be repeated.",
        show_default=False,
    ),
]
NoBuiltinOption = Annotated[
    bool,
    typer.Option("--no-builtin", help="Use only the rule bases given by --knowledge."),
]
LanguageOption = Annotated[
    Language | None,
    typer.Option(
        "--lang",
        help="The language to speak; default: that of the locale, for JSON English.",
        show_default=False,
    ),
]
QuickOption = Annotated[
    bool,
    typer.Option(
        "--quick", help="Leave out what would change the result; much faster."
    ),
]
FormatOption = Annotated[
    Format, typer.Option("--format", "-f", help="How to write the result.")
]
CheckFormatOption = Annotated[
    CheckFormat, typer.Option("--format", "-f", help="How to write the findings.")
]
OutputOption = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to a file instead of standard output (-).",
        show_default=False,
    ),
]
