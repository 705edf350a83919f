"""Reading a file of the repository that nobody vouches for."""

import re
import stat
from pathlib import Path

from advisor.files.text import read_stream
from advisor.files.wording import shown
from advisor.model.dependency import Unreadable
from advisor.model.errors import InputError
from advisor.model.gate import Place
from advisor.scan.repository import inside

_LINE = re.compile(r":(\d+): ")


def regular_text(path: Path, root: Path, where: str, limit: int) -> str:
    """Return the text of a regular file that lies in `root`, links resolved.

    `where` names it in messages. Raises `InputError` for anything else, and opens only
    what it has found to be such a file: a pipe would keep it waiting.
    """
    where = shown(where)
    if not inside(path, root):
        raise InputError(f"{where}: lies outside of the repository; it is not read")
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise InputError(f"{where}: is no regular file; remove or rename it")
        with path.open("rb") as stream:
            return read_stream(stream, where, limit)
    except FileNotFoundError as error:
        raise InputError(f"{where}: no such file; correct the name") from error
    except OSError as error:
        raise InputError(f"{where}: cannot be read: {error.strerror}") from error


def unreadable(error: InputError, where: str) -> Unreadable:
    """Return what an error ("FILE:LINE: problem" or "FILE: problem") says of a file."""
    said = str(error).removeprefix(shown(where))
    found = _LINE.match(said)
    line = int(found[1]) if found else 1
    problem = said[found.end() :] if found else said.removeprefix(": ")
    return Unreadable(Place(where, line), problem)
