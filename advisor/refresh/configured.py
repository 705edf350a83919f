"""Which package index pip is configured with: its environment, its files, or PyPI."""

import ast
import os
import subprocess
import sys
from collections.abc import Mapping
from importlib.util import find_spec

from advisor.model.errors import InputError

DEFAULT = "https://pypi.org/simple"
VARIABLE = "PIP_INDEX_URL"

# As pip does it: what stands under the command goes before what stands under global.
_KEYS = ("install.index-url", "global.index-url")
_PATIENCE = 30  # seconds; pip answers in less than one
_HELP = "run `python -m pip config debug`, or give --index-url"


def configured() -> tuple[str, str]:
    """Return the address of the index that pip would ask, and where it was found.

    Raises `InputError` where pip cannot read its own configuration: to ask the public
    index instead would tell the world what was meant for a private one.
    """
    stated = os.environ.get(VARIABLE, "").strip()
    if stated:
        return stated, VARIABLE
    found = _listed(_pip_config()) if sys.executable and find_spec("pip") else {}
    for key in _KEYS:
        if found.get(key):
            return found[key], f"pip's configuration ({key})"
    return DEFAULT, "the default index"


def _pip_config() -> str:
    # -P: a folder called pip in the working directory is not pip.
    command = [sys.executable, "-P", "-m", "pip", "config", "list"]
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            env={
                **os.environ,
                "PIP_DISABLE_PIP_VERSION_CHECK": "1",
                "PYTHONUTF8": "1",
            },
            timeout=_PATIENCE,
            check=True,
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise InputError(f"pip's configuration: pip cannot read it; {_HELP}") from error
    return done.stdout


def _listed(text: str) -> Mapping[str, str]:
    """Read what `pip config list` prints: KEY='VALUE', one a line."""
    found: dict[str, str] = {}
    for line in text.splitlines():
        key, _, value = line.partition("=")
        if key in _KEYS:
            found[key] = _unquoted(value)
    return found


def _unquoted(value: str) -> str:
    try:
        read = ast.literal_eval(value)
    except (ValueError, SyntaxError) as error:
        raise InputError(
            f"pip's configuration: pip shows it in an unknown way; {_HELP}"
        ) from error
    return str(read).strip()
