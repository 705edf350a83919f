"""The entry point: which way an invocation takes, and how it ends."""

import gc
import os
import sys
from collections.abc import Sequence

from advisor.cli.boundary import run
from advisor.cli.exit import Exit


def main() -> None:
    """Run the command line and exit with a code of the contract."""
    gc.disable()  # a run is over before there is garbage worth collecting
    # The matrices are small: several threads would mostly wait for each other.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # To look for plugins takes longer than to read a lock, and we have none.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    sys.exit(run(lambda: _invoke(sys.argv[1:])))


def _invoke(arguments: Sequence[str]) -> int:
    from advisor.cli.quick import read_request

    request = read_request(arguments)
    if request is not None:
        from advisor.cli.recommendation import answer

        answer(request)
        return Exit.OK
    return _typer(arguments)


def _typer(arguments: Sequence[str]) -> int:
    """Let typer run the command; it ends by raising `SystemExit`."""
    from advisor.cli.program import app

    try:
        app(args=list(arguments), prog_name="advisor")
    except SystemExit as ended:
        _raise_hidden(ended)
        return ended.code if isinstance(ended.code, int) else Exit.USAGE
    return Exit.OK


def _raise_hidden(ended: SystemExit) -> None:
    """Raise what typer turned into an exit code of its own, for the boundary to judge."""
    error: BaseException | None = ended
    while error is not None:
        if isinstance(error, BrokenPipeError | KeyboardInterrupt):
            raise error
        error = error.__context__
