"""The gate where nothing may be written, nobody is at home, and there is no network."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from advisor.cli.exit import Exit

ROOT = Path(__file__).parents[2]
NOBODY = 54321  # a user id that no passwd knows
CHECK = ("check", "--as-of=2026-11-21", "--format=json")
REACHED_OUT = 97

# How root becomes nobody; the second way may still read what is closed to others, for
# Python itself may lie in the home of root.
SETPRIV = ("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups")
READING = ("--inh-caps=-all,+dac_read_search", "--ambient-caps=-all,+dac_read_search")
AS_NOBODY = (SETPRIV, (*SETPRIV, *READING))

# Put where Python looks at its start; sees whatever the program asks the system for.
WATCH = f"""
import os, sys

def watch(event, arguments):
    if event.startswith(("socket.", "subprocess.", "os.exec", "os.system", "os.posix_sp")):
        os.write(2, f"{{event}} {{arguments}}".encode())
        os._exit({REACHED_OUT})
    if event == "open" and isinstance(arguments[2], int):
        if arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            os.write(WRITTEN, os.fsencode(arguments[0]) + b"\\n")

WRITTEN = os.open(os.environ["WRITTEN"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
sys.addaudithook(watch)
"""


@pytest.fixture
def project() -> Iterator[Path]:
    """Return a project that everybody may read and nobody may change.

    It lies where every user gets to, which is not true of the folders of pytest.
    """
    outer = Path(tempfile.mkdtemp(prefix="advisor-test-"))
    outer.chmod(0o755)
    folder = outer / "project"
    shutil.copytree(ROOT / "tests/repos/shelf-scanner", folder)
    for each in (folder, *folder.rglob("*")):
        each.chmod(0o555 if each.is_dir() else 0o444)
    yield folder
    for each in (folder, *folder.rglob("*")):
        each.chmod(0o755)
    shutil.rmtree(outer)


def run(
    arguments: Sequence[str],
    folder: Path,
    environment: Mapping[str, str],
    become: Sequence[str] = (),
) -> subprocess.CompletedProcess[bytes]:
    """Run the program with this environment and nothing else of ours."""
    return subprocess.run(
        [*become, sys.executable, "-P", "-m", "advisor", *arguments],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT), **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )


@pytest.fixture
def nobody(project: Path) -> Sequence[str]:
    """Return what to put before a command so that permissions hold it up.

    Root becomes a user without an entry in passwd; anybody else stays who they are.
    """
    if sys.platform == "win32":
        pytest.skip("Windows knows no such permissions")
    if os.getuid() != 0:
        return ()
    if shutil.which("setpriv") is None:
        pytest.skip("root may write everywhere, and there is no setpriv to be nobody")
    for become in AS_NOBODY:
        done = run(["--version"], project, {}, become)
        if done.returncode == 0:
            return become
    pytest.skip(f"nobody but root can run {sys.executable} here: {done.stderr!r}")


def everything_in(folder: Path) -> list[str]:
    return sorted(str(each) for each in folder.parent.rglob("*"))


@pytest.mark.parametrize("cache", [False, True], ids=["no-cache", "closed-cache"])
def test_the_check_says_the_same_bytes_as_elsewhere(
    cache: bool, project: Path, nobody: Sequence[str], tmp_path: Path
) -> None:
    before = everything_in(project)
    here = {"HOME": str(tmp_path), "ADVISOR_CACHE_DIR": str(tmp_path / "cache")}
    elsewhere = run(CHECK, project, here)
    closed = str(project / "cache")
    bare = {"TMPDIR": str(project), **({"ADVISOR_CACHE_DIR": closed} if cache else {})}
    stranded = run(CHECK, project, bare, nobody)
    assert elsewhere.returncode == Exit.GATE_FAILED, elsewhere.stderr
    assert stranded.returncode == Exit.GATE_FAILED, stranded.stderr
    assert (stranded.stdout, stranded.stderr) == (elsewhere.stdout, elsewhere.stderr)
    assert json.loads(stranded.stdout)["profiles"][0]["file"] == "profile.yaml"
    assert everything_in(project) == before


@pytest.mark.parametrize(
    ("arguments", "file"),
    [
        (["--record"], "advisor.lock"),
        (["--update"], "advisor.lock"),
        (["--write-baseline=known.yaml"], "known.yaml"),
        (["--output=report.json"], "report.json"),
    ],
)
def test_what_cannot_be_written_is_said_in_one_line(
    arguments: list[str], file: str, project: Path, nobody: Sequence[str]
) -> None:
    before = everything_in(project)
    done = run([*CHECK, *arguments], project, {"TMPDIR": str(project)}, nobody)
    said = done.stderr.decode()
    assert done.returncode == Exit.USAGE, said
    assert done.stdout == b""
    assert said.count("\n") == 1
    assert said.startswith("Error: ")
    assert file in said
    assert everything_in(project) == before


def watched(
    code: Sequence[str], folder: Path, tmp_path: Path
) -> tuple[subprocess.CompletedProcess[bytes], list[str]]:
    """Run Python under watch; return how it ended and what it opened to write."""
    watcher, written = tmp_path / "watcher", tmp_path / "written"
    watcher.mkdir()
    (watcher / "sitecustomize.py").write_text(WATCH, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-P", *code],
        cwd=folder,
        env={
            "PYTHONPATH": f"{watcher}{os.pathsep}{ROOT}",
            "PYTHONDONTWRITEBYTECODE": "1",
            "ADVISOR_CACHE_DIR": str(tmp_path / "cache"),
            "WRITTEN": str(written),
        },
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    return done, written.read_text(encoding="utf-8").splitlines()


def test_a_check_opens_no_socket_and_starts_no_program(
    project: Path, tmp_path: Path
) -> None:
    done, written = watched(["-m", "advisor", *CHECK], project, tmp_path)
    assert done.returncode == Exit.GATE_FAILED, done.stderr
    cache = str(tmp_path / "cache")
    assert [each for each in written if not each.startswith(cache)] == []
    assert written, "the cache at least was written, and seen"


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.socket()",
        "import socket; socket.getaddrinfo('localhost', 80)",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
    ],
)
def test_the_watch_sees_what_reaches_out(
    code: str, project: Path, tmp_path: Path
) -> None:
    done, _ = watched(["-c", code], project, tmp_path)
    assert done.returncode == REACHED_OUT
