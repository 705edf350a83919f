"""Does a piece of work again and again, and lets it fail at each of its steps in turn.

    python tests/files/faults.py FAULT FOLDER WORK...

A step is a call with which Python asks the system for something once the work has begun
to write. FAULT is `kill` (the process ends there, as by a power cut) or names of error
numbers, separated by commas, that the steps answer with, taking turns. WORK is
`write FILE LETTERS` or the arguments of advisor; it runs in FOLDER, which has its old
content back before each run. One line of JSON for each run says what came of it.

A process of its own, and not pytest's: it forks, which needs a single thread.
"""

import errno
import fcntl
import io
import json
import os
import signal
import sys
from collections.abc import Callable, Mapping
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from types import FrameType
from typing import Any

from advisor.cli import main as program
from advisor.cli.boundary import run
from advisor.files import text

Content = dict[str, str]

# Killed there it is as at the next step; refused there, Python takes it for an answer.
_ASKS_NOTHING = {
    *("fspath", "fileno", "_path_normpath"),
    *("getcwd", "lstat", "get_terminal_size"),
}


def does(work: list[str]) -> Callable[[], int]:
    """Return the work as something to call; it returns an exit code."""
    if work[0] == "write":
        file, letters = work[1:]

        def write() -> int:
            text.write_text(Path(file), "new " * int(letters))
            return 0

        return lambda: run(write)

    def advisor() -> int:
        sys.argv = ["advisor", *work]
        try:
            program.main()
        except SystemExit as ended:
            return ended.code if isinstance(ended.code, int) else 70
        return 70

    return advisor


class Saboteur:
    """Counts steps from the first time that the work begins to write."""

    def __init__(self, at: int, fault: str) -> None:
        self.at, self.fault = at, fault
        self.step = ""
        self._seen = 0

    def wait(self) -> None:
        """Lie in wait where writing begins."""
        text.write_bytes = self._before(text.write_bytes)
        fcntl.flock = self._before(fcntl.flock)

    def _before(self, function: Callable[..., Any]) -> Callable[..., Any]:
        def watched(*arguments: Any) -> Any:  # noqa: ANN401 - whatever the function takes
            sys.setprofile(self._watch)
            return function(*arguments)

        return watched

    # Any: as the interpreter has it.
    def _watch(self, _frame: FrameType, event: str, arg: Any) -> None:  # noqa: ANN401
        if event == "c_call" and _asks_the_system(arg):
            self._seen += 1
            if self._seen == self.at:
                self.step = arg.__name__
                self._strike()

    def _strike(self) -> None:
        if self.fault == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        number = getattr(errno, self.fault)
        raise OSError(number, os.strerror(number))


def _asks_the_system(function: Any) -> bool:  # noqa: ANN401 - any builtin
    if function.__name__ in _ASKS_NOTHING:
        return False
    owner = getattr(function, "__self__", None)
    if isinstance(owner, io.IOBase):
        return not isinstance(owner, io.TextIOBase)  # those are standard streams
    return getattr(function, "__module__", "") in {"posix", "fcntl", "io", "_io"}


def content(folder: Path) -> Content:
    """Return the text of every file."""
    files = (each for each in sorted(folder.rglob("*")) if each.is_file())
    return {str(each.relative_to(folder)): each.read_text() for each in files}


def restore(folder: Path, old: Mapping[str, str]) -> None:
    """Give a folder its old content back."""
    for name in content(folder).keys() - old.keys():
        (folder / name).unlink()
    for name, what in old.items():
        (folder / name).write_text(what)


def attempt(work: Callable[[], int], saboteur: Saboteur) -> dict[str, Any]:
    """Do the work in a child, and return how it ended; `step` is "" if it was through."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ours)
        sys.stdout = io.StringIO()
        sys.stderr = io.StringIO()
        saboteur.wait()
        code = work()
        sys.setprofile(None)
        said = {"code": code, "step": saboteur.step, "err": sys.stderr.getvalue()}
        os.write(theirs, json.dumps(said).encode())
        os._exit(0)
    os.close(theirs)
    with os.fdopen(ours, "rb") as stream:
        heard = stream.read()
    killed = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    return {"step": "killed"} if killed else dict(json.loads(heard))


def main(faults: list[str], folder: Path, work: Callable[[], int]) -> None:
    """Let each step fail until a run gets through."""
    os.chdir(folder)
    old = content(folder)
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        work()  # everything is imported and cached now
    at, through = 0, False
    while not through:
        restore(folder, old)
        at += 1
        fault = faults[at % len(faults)]
        outcome = attempt(work, Saboteur(at, fault))
        through = not outcome["step"]
        print(json.dumps({**outcome, "fault": fault, "content": content(folder)}))  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1].split(","), Path(sys.argv[2]), does(sys.argv[3:]))
