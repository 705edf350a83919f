"""Where exceptions become text and exit codes; nowhere else."""

import os
import sys
from collections.abc import Callable

from advisor.cli.exit import Exit
from advisor.model.errors import InputError, KnowledgeError

_MOST_PROBLEMS = 50


def run(program: Callable[[], int]) -> int:
    """Run `program`; expected errors become one message, bugs keep their traceback."""
    try:
        return program()
    except InputError as error:
        _say(f"Error: {error}")
        return Exit.USAGE
    except KnowledgeError as error:
        _knowledge(error)
        return Exit.KNOWLEDGE
    except KeyboardInterrupt:
        _say("Interrupted.")
        return Exit.INTERRUPTED
    except OSError as error:
        return _refused(error)
    except Exception:  # noqa: BLE001 - a bug: show it whole, with its own exit code
        return _bug()


def _knowledge(error: KnowledgeError) -> None:
    shown = error.problems[:_MOST_PROBLEMS]
    rest = len(error.problems) - len(shown)
    count = len(error.problems)
    _say(f"Error: the rule base has {count} problem{'s' if count != 1 else ''}:")
    for problem in shown:
        _say(f"  {problem}")
    if rest > 0:
        _say(f"  … and {rest} more")


def _refused(error: OSError) -> Exit:
    """Say what the system refused, where nobody nearer to it has said it better."""
    from advisor.files.wording import shown

    if isinstance(error, BrokenPipeError):
        return _closed_pipe()
    if isinstance(error.filename, str | bytes) and error.filename:
        what = shown(os.fsdecode(error.filename))
    else:
        what = "input or output"
    _say(f"Error: {what}: {error.strerror or shown(str(error))}")
    return Exit.USAGE


def _bug() -> Exit:
    import traceback

    traceback.print_exc()
    _say("This is a bug in advisor, not in your input.")
    return Exit.INTERNAL


def _closed_pipe() -> Exit:
    """The reader (`head`, a pager) has seen enough; that is no error."""
    sys.stdout = None  # nothing may be flushed any more
    return Exit.OK


def _say(text: str) -> None:
    if sys.stderr is not None:  # else it would go to standard output
        print(text, file=sys.stderr)  # noqa: T201 - the boundary owns standard error
