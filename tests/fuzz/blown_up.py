"""Files as large as may be read, made to cost as much as possible.

    python tests/fuzz/blown_up.py

Lets each reader concerned have each of them and says, as a line of JSON, how many seconds
of the processor that took, and how much memory (MB) the process has come to since.
"""

import json
import sys
import time
from collections.abc import Callable, Mapping

from advisor.files.text import MAX_BYTES
from tests.fuzz import readers
from tests.fuzz.memory import peak


def _lines(line: str) -> str:
    """Return a line again and again, `#` being its number, up to the limit."""
    longest = len(line.replace("#", "100000"))
    return "".join(line.replace("#", str(each)) for each in range(_ROOM // longest))


_ROOM = MAX_BYTES - 1000
_FINDING = "  - {check: no-basis, file: a, subject: b, fingerprint: '"
_RECORD = "evidence: all, profile-digest: a, knowledge-version: a, knowledge-digest: a"

# By the readers concerned, separated by blanks.
BLOWN_UP: Mapping[str, tuple[Callable[[], str], ...]] = {
    "profile": (
        lambda: _lines("k#: v\n"),
        lambda: f"[{'{},' * (_ROOM // 3)}]",
        lambda: "[" * _ROOM,
        lambda: "? " * (_ROOM // 2),
        lambda: f"a: {'x' * _ROOM}",
        lambda: f"{'x' * _ROOM}: a",
        lambda: 'a: "' + "\\x41" * (_ROOM // 4) + '"',
        lambda: "".join(f"{' ' * each}a:\n" for each in range(1400)),
        lambda: _lines("%TAG !t#! tag:e\n"),
        lambda: f"schema: 1\nanswers:\n  priorities: [{_lines('k#,')}]",
        lambda: "schema: 1\ngate:\n  exceptions:\n" + _lines("  - {finding: k#}\n"),
        lambda: f"schema: 1\nanswers: {{python-version: {'1.' * (_ROOM // 2)}}}",
        lambda: f"schema: 1\ngate: {{margin: {'1' * _ROOM}}}",
    ),
    "lock": (
        lambda: "schema: 1\nprofiles:\n" + _lines("  p#: {}\n"),
        lambda: (
            "schema: 1\nprofiles:\n"
            + _lines(
                f"  p#: {{as-of: 2026-11-21, {_RECORD}, verdict: tie, ranking: [], "
                "profile: {schema: 1, answers: {goal: x}}}\n"
            )
        ),
        lambda: "<<<<<<< " * (_ROOM // 8),
    ),
    "baseline": (
        lambda: (
            "schema: 1\nfindings:\n"
            + "".join(f"{_FINDING}{each:064x}'}}\n" for each in range(_ROOM // 125))
        ),
        lambda: "schema: 1\nfindings:\n" + _lines("  - {check: k#}\n"),
    ),
    "pyproject-profile pyproject": (
        lambda: f"a=[{'1,' * (_ROOM // 2)}]",
        lambda: "[[a]]\n[[a.b]]\n[[a.b.c]]\n" * (_ROOM // 24),
        lambda: "[tool.advisor]\n" + _lines("k#=1\n"),
        lambda: f"{'a.' * (_ROOM // 2)}a=1",
        lambda: f"a={'[' * _ROOM}",
        lambda: "[project]\ndependencies=[" + _lines("'!#',") + "]",
        lambda: f"[project]\ndependencies=['a{' ' * _ROOM}b']",
    ),
    "profiles": (
        lambda: f"[tool.advisor]\nprofiles=['{'**/' * (_ROOM // 3)}x']",
        lambda: f"[tool.advisor]\nprofiles=['o{'*e' * (_ROOM // 2)}']",
        lambda: f"[tool.advisor]\nprofiles=['{'one/../' * (_ROOM // 7)}x']",
        lambda: "[tool.advisor]\nprofiles=[" + _lines("'**/x',") + "]",
    ),
    "locked": (
        lambda: "[[a]]\n[[a.b]]\n[[a.b.c]]\n" * (_ROOM // 24),
        lambda: _lines("[[package]]\nname='!#'\n"),
    ),
    "requirements": (
        lambda: "\n" * _ROOM,
        lambda: _lines("!#\n"),
        lambda: _lines("-r f#\n"),
        lambda: "--x " + "-r '\"" * (_ROOM // 5),
        lambda: f"{'a-' * (_ROOM // 2)}.whl",
        lambda: "a\\\n" * (_ROOM // 3),
    ),
    "environment": (
        lambda: "dependencies:\n- pip:\n" + _lines("  - p#\n"),
        lambda: "dependencies:\n" + _lines("- '!#'\n"),
    ),
    "setup-cfg": (
        lambda: _lines("[s#]\n"),
        lambda: "[a]\n" + _lines("k#=1\n"),
        lambda: "[options]\ninstall_requires =\n" + _lines("  !#\n"),
        lambda: _lines("junk#\n"),
    ),
    "pipfile": (lambda: "[packages]\n" + _lines("'!#'='*'\n"),),
    "pipfile-lock": (
        lambda: "[" * _ROOM,
        lambda: "1" * _ROOM,
        lambda: '{"default":{' + _lines('"!#":{},') + '"a":{}}}',
    ),
    "rule": (lambda: _lines("k#: v\n"), lambda: f"when: {'{not: ' * (_ROOM // 6)}"),
    "claim-file": (lambda: "criterion: a\nclaims:\n" + _lines("  - {id: c#}\n"),),
    "words": (lambda: "records:\n" + _lines("  k#: {}\n"),),
    "messages": (lambda: "messages:\n" + _lines("  k#: v\n"),),
    "example": (lambda: "\x1b\n" * (_ROOM // 2),),
}


def main() -> None:
    """Let every reader have its own."""
    readers.warm()
    for names, texts in BLOWN_UP.items():
        for reader in names.split():
            for number, text in enumerate(texts):
                data = text().encode()
                assert len(data) <= MAX_BYTES
                begun = time.process_time()
                readers.attempt(reader, data)
                taken = time.process_time() - begun
                said = {
                    "file": f"{reader} {number}",
                    "seconds": taken,
                    "peak": peak(),
                }
                sys.stdout.write(f"{json.dumps(said)}\n")


if __name__ == "__main__":
    main()
