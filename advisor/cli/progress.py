"""Signs of life on standard error, for people only: a terminal that may be animated."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import TypeVar

T = TypeVar("T")


def animated() -> bool:
    """Say whether somebody watches who wants to see things move."""
    still = os.environ.get("NO_COLOR") or os.environ.get("ACCESSIBLE")
    dumb = os.environ.get("TERM") == "dumb"
    return sys.stderr is not None and sys.stderr.isatty() and not still and not dumb


def busy(what: str) -> AbstractContextManager[object]:
    """Show that something is being worked on, for as long as the block takes."""
    if not animated():
        return nullcontext()
    from rich.console import Console
    from rich.markup import escape

    return Console(stderr=True).status(escape(what))


def track(every: Iterable[T], what: str, total: int | None = None) -> Iterator[T]:
    """Yield from `every`, and show how far that has come; `total` None: unknown."""
    if not animated():
        yield from every
        return
    from rich.console import Console
    from rich.progress import track as shown

    console = Console(stderr=True)
    yield from shown(
        every, description=what, total=total, console=console, transient=True
    )
