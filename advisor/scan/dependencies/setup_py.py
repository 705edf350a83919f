"""setup.py: a script, which is never run, so what it asks for is not known."""

from advisor.scan.dependencies.found import Found

_KEY = "install_requires"


def read(text: str, where: str) -> Found:  # noqa: ARG001 - as every format is read
    """Return that a script has requirements of its own, if it has."""
    named = _KEY in text
    return Found(declares=named, complete=not named)
