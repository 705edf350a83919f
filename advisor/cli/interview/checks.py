"""What can be known to fail before the first question is asked."""

import os
import sys
from math import isnan
from pathlib import Path

from advisor.cli.inputs import STANDARD_INPUT
from advisor.cli.output import keep_apart
from advisor.files.text import is_folder
from advisor.files.wording import shown
from advisor.model.errors import InputError


def check(profile: Path, output: Path | None) -> None:
    """Find out before the first question, not after the last, what cannot be saved."""
    if str(profile) == STANDARD_INPUT:
        raise InputError("an interview needs a file for the answers, not -; name one")
    _check_streams()
    _check_place(profile)
    if not os.access(profile.parent, os.W_OK):
        where, folder = shown(str(profile)), shown(str(profile.parent))
        raise InputError(f"{where}: no permission to write in {folder}")
    if output is not None:
        _check_place(output)
    keep_apart(str(profile), output)


def check_options(
    confidence: float, *, update: bool, restart: bool, all_: bool
) -> None:
    """Refuse options that exclude each other, or mean nothing."""
    other = "--restart" if restart else "--all" if all_ else ""
    if update and other:
        raise InputError(f"--update and {other} exclude each other; use one")
    if isnan(confidence):
        raise InputError("--confidence: write a number from 0.5 to 1, not nan")


def _check_streams() -> None:
    streams = {"input": sys.stdin, "output": sys.stdout, "error": sys.stderr}
    for name, stream in streams.items():
        if stream is None:
            raise InputError(f"standard {name} is closed; an interview needs it")


def _check_place(path: Path) -> None:
    where, folder = shown(str(path)), shown(str(path.parent))
    if is_folder(path):
        raise InputError(f"{where}: this is a directory; name a file in it")
    if not is_folder(path.parent):
        raise InputError(f"{where}: no such folder: {folder}; make it first")
