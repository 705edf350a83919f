"""The writer, ended or refused at each of its steps: a file is the old or the new one."""

import errno
import json
import os
import random
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
FAULTS = ROOT / "tests" / "files" / "faults.py"
LENGTH = 30_000
OLD, NEW = "old", "new " * LENGTH
Runs = list[dict[str, Any]]

WRITE = "from pathlib import Path; from advisor.files.text import write_text"
FOR_EVER = f"""{WRITE}
import os
for number in range(1_000_000):
    write_text(Path("a"), str(number % 10) * {LENGTH})
    os.write(1, b".")
"""
IN_TURNS = f"""{WRITE}
import sys
for _ in range(40):
    write_text(Path("a"), sys.argv[1] * {LENGTH})
"""


def runs(fault: str, folder: Path, *work: str, **environment: str) -> Runs:
    done = subprocess.run(
        [sys.executable, str(FAULTS), fault, str(folder), *work],
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def started(code: str, folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def litter(content: Mapping[str, str]) -> list[str]:
    return [name for name in content if Path(name).name.startswith(".advisor-")]


def folder_with(tmp_path: Path, old: Mapping[str, str]) -> Path:
    for name, text in old.items():
        (tmp_path / name).write_text(text)
    return tmp_path


either_way = pytest.mark.parametrize("old", [{}, {"a": OLD}], ids=["new", "replaced"])


@either_way
def test_a_writer_killed_at_any_step_leaves_the_old_or_the_new_file(
    tmp_path: Path, old: dict[str, str]
) -> None:
    folder = folder_with(tmp_path, old)
    *killed, through = runs("kill", folder, "write", "a", str(LENGTH))
    assert {each["step"] for each in killed} == {"killed"}
    found = [each["content"].get("a") for each in killed]
    turn = found.index(NEW)  # before it the old file, from it on the new one
    assert turn > 8
    assert found == [old.get("a")] * turn + [NEW] * (len(found) - turn)
    assert max(len(litter(each["content"])) for each in killed) == 1
    assert through["content"] == {"a": NEW}


@either_way
@pytest.mark.parametrize("fault", ["ENOSPC", "EIO", "EROFS", "EINTR"])
def test_a_writer_refused_at_any_step_says_so_and_leaves_nothing_behind(
    tmp_path: Path, old: dict[str, str], fault: str
) -> None:
    folder = folder_with(tmp_path, old)
    outcomes = runs(fault, folder, "write", "a", str(LENGTH))
    refused = [each for each in outcomes if each["code"] == 2]
    assert {"open", "write", "fsync", "replace"} <= {each["step"] for each in refused}
    for each in outcomes:
        if each["code"] == 0:  # nothing that mattered was refused
            assert (each["content"], each["err"]) == ({"a": NEW}, "")
        else:
            assert each["content"] == old
            assert each["err"].startswith("Error: ")
            assert os.strerror(getattr(errno, fault)) in each["err"]
            assert each["err"].count("\n") == 1


@pytest.mark.parametrize("room", [0, 1, 4096, 100_001])
@pytest.mark.parametrize("killed", [True, False])
def test_a_write_that_stops_half_way_leaves_the_old_file(
    tmp_path: Path, room: int, killed: bool
) -> None:
    folder = folder_with(tmp_path, {"a": OLD})
    signals = "signal.signal(signal.SIGXFSZ, signal.SIG_DFL)" if killed else ""
    code = f"""{WRITE}
import resource, signal
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
resource.setrlimit(resource.RLIMIT_FSIZE, ({room}, {room}))
{signals}
write_text(Path("a"), "new " * {LENGTH})
"""
    child = started(code, folder)
    said = child.communicate()[1]
    assert (folder / "a").read_text() == OLD
    left = [each for each in folder.iterdir() if each.name != "a"]
    if killed:
        assert child.returncode == -signal.SIGXFSZ
        assert [each.stat().st_size for each in left] == [room]
    else:
        assert b"InputError: a: cannot be written: File too large" in said
        assert left == []


def test_a_writer_killed_from_outside_leaves_a_whole_file(tmp_path: Path) -> None:
    chance = random.Random(2_026)
    folder = folder_with(tmp_path, {"a": OLD})
    for _ in range(24):
        child = started(FOR_EVER, folder)
        assert child.stdout is not None
        child.stdout.read(chance.randrange(1, 30))
        for _ in range(chance.randrange(20_000)):
            pass  # somewhere in the midst of the next one
        child.kill()
        child.communicate()
        text = (folder / "a").read_text()
        assert text == text[0] * LENGTH


def test_of_several_writers_the_last_one_wins_as_a_whole(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, {"a": "0" * LENGTH})
    children = [started(IN_TURNS, folder, each) for each in "123"]
    seen = set()
    while any(each.poll() is None for each in children):
        text = (folder / "a").read_text()
        assert text == text[0] * LENGTH
        seen.add(text[0])
    assert len(seen) > 1
    assert [each.communicate()[1] for each in children] == [b"", b"", b""]
    assert [each.name for each in folder.iterdir()] == ["a"]
