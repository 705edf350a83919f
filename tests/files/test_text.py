import errno
import io
import os
import stat
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from advisor.files.text import (
    MAX_BYTES,
    exists,
    is_folder,
    read_stream,
    read_text,
    write_text,
)
from advisor.files.wording import printable
from advisor.model.errors import InputError

as_root = pytest.mark.skipif(
    os.geteuid() == 0, reason="root may read and write everything: run as another user"
)


def problem(action: Callable[[], object]) -> str:
    with pytest.raises(InputError) as caught:
        action()
    assert printable(str(caught.value))
    return str(caught.value)


def names(folder: Path) -> list[str]:
    return [each.name for each in folder.iterdir()]


@contextmanager
def umask(mask: int) -> Iterator[None]:
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


class Endless(io.RawIOBase):
    """A stream without an end that knows how much of it was taken."""

    def __init__(self) -> None:
        self.given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        buffer[:] = b"a" * len(buffer)
        self.given += len(buffer)
        return len(buffer)


class Failing(io.BytesIO):
    def read(self, _size: int | None = -1) -> bytes:
        raise OSError(5, "Input/output error")


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes("\ufeffä".encode())
    assert read_text(tmp_path / "a") == "ä"


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a"
    assert problem(lambda: read_text(path)) == f"{path}: no such file; check the name"


def test_a_directory_is_not_read(tmp_path: Path) -> None:
    assert problem(lambda: read_text(tmp_path)) == (
        f"{tmp_path}: this is a directory; name a file in it"
    )


def test_a_file_in_a_file_is_an_input_error(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    assert "cannot be read" in problem(lambda: read_text(tmp_path / "a" / "b"))


def test_a_link_to_itself_is_an_input_error(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("a")
    assert "cannot be read" in problem(lambda: read_text(tmp_path / "a"))


@as_root
def test_a_file_without_permission_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.touch(0o000)
    assert problem(lambda: read_text(path)) == (
        f"{path}: no permission to read it; allow it"
    )


def test_a_name_with_an_escape_is_shown_without_it(tmp_path: Path) -> None:
    assert "\\x1b" in problem(lambda: read_text(tmp_path / "\x1b[31m"))
    assert "\\x1b" in problem(lambda: write_text(tmp_path / "\x1b" / "a", ""))


def test_a_file_of_50_megabytes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    assert "larger than 1000 kB" in problem(lambda: read_text(path))


def test_an_endless_stream_is_read_up_to_the_limit_only() -> None:
    endless = Endless()
    stream = io.BufferedReader(endless)  # type: ignore[type-var,unused-ignore]
    assert "larger than 1000 kB" in problem(lambda: read_stream(stream, "-"))
    assert endless.given < 2 * MAX_BYTES


def test_a_text_of_exactly_the_limit_is_read() -> None:
    assert read_stream(io.BytesIO(b"abc"), "-", 3) == "abc"
    problem(lambda: read_stream(io.BytesIO(b"abcd"), "-", 3))


def test_a_stream_that_fails_is_an_input_error() -> None:
    assert problem(lambda: read_stream(Failing(), "-")) == (
        "-: cannot be read: Input/output error"
    )


@pytest.mark.parametrize(
    ("data", "line"), [("a\nä".encode("latin-1"), 2), ("a".encode("utf-16"), 1)]
)
def test_another_encoding_is_refused_with_its_line(data: bytes, line: int) -> None:
    message = problem(lambda: read_stream(io.BytesIO(data), "F"))
    assert message.startswith(f"F:{line}: not UTF-8 text")


def test_what_is_written_can_be_read(tmp_path: Path) -> None:
    write_text(tmp_path / "a", "ä\r\n\n")
    assert (tmp_path / "a").read_bytes() == "ä\r\n\n".encode()


def test_a_new_file_follows_the_umask(tmp_path: Path) -> None:
    with umask(0o027):
        write_text(tmp_path / "a", "")
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o640


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755, 0o666])
def test_a_file_that_is_replaced_keeps_its_mode(tmp_path: Path, mode: int) -> None:
    (tmp_path / "a").touch()
    (tmp_path / "a").chmod(mode)
    write_text(tmp_path / "a", "new")
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == mode
    assert (tmp_path / "a").read_text() == "new"


def test_a_failure_leaves_the_old_content_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    write_text(tmp_path / "a", "old")
    monkeypatch.setattr(Path, "replace", full)
    assert "No space left" in problem(lambda: write_text(tmp_path / "a", "new"))
    assert (tmp_path / "a").read_text() == "old"
    assert names(tmp_path) == ["a"]


def test_an_interruption_leaves_the_old_content_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    write_text(tmp_path / "a", "old")
    monkeypatch.setattr(Path, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_text(tmp_path / "a", "new")
    assert (tmp_path / "a").read_text() == "old"
    assert names(tmp_path) == ["a"]


def test_a_success_leaves_no_temporary_file(tmp_path: Path) -> None:
    write_text(tmp_path / "a", "x" * 100_000)
    assert names(tmp_path) == ["a"]


def test_a_folder_that_does_not_exist_is_an_input_error(tmp_path: Path) -> None:
    path = tmp_path / "no" / "a"
    message = problem(lambda: write_text(path, ""))
    assert message == f"{path}: cannot be written: No such file or directory"


def test_a_folder_that_is_a_file_is_an_input_error(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    assert "Not a directory" in problem(lambda: write_text(tmp_path / "a" / "b", ""))


def test_a_directory_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    assert "Is a directory" in problem(lambda: write_text(tmp_path / "a", ""))
    assert (tmp_path / "a").is_dir()
    assert names(tmp_path) == ["a"]


@as_root
def test_a_folder_without_permission_is_an_input_error(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert "Permission denied" in problem(lambda: write_text(tmp_path / "a", ""))


def test_a_link_stays_a_link_and_its_target_is_written(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    target = tmp_path / "there" / "a"
    target.write_text("old")
    (tmp_path / "link").symlink_to(target)
    write_text(tmp_path / "link", "new")
    assert (tmp_path / "link").is_symlink()
    assert target.read_text() == "new"


def test_the_longest_name_can_be_written(tmp_path: Path) -> None:
    write_text(tmp_path / ("a" * 255), "x")
    assert names(tmp_path) == ["a" * 255]


def test_a_pipe_is_written_to_and_not_replaced_by_a_file(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[str] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_text()), daemon=True)
    reader.start()
    write_text(pipe, "through")
    reader.join(timeout=5)
    assert got == ["through"]
    assert pipe.is_fifo()


def test_a_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    (tmp_path / "link").symlink_to("missing")
    found = {
        name: (exists(tmp_path / name), is_folder(tmp_path / name))
        for name in ("", "file", "link", "missing", "file/in-it")
    }
    assert found == {
        "": (True, True),
        "file": (True, False),
        "link": (False, False),
        "missing": (False, False),
        "file/in-it": (False, False),
    }


@pytest.mark.parametrize("ask", [exists, is_folder])
def test_a_name_that_no_file_can_have_is_no_question(
    ask: Callable[[Path], bool], tmp_path: Path
) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    assert "cannot be used: " in problem(lambda: ask(loop))
    assert "cannot be used: " in problem(lambda: ask(tmp_path / ("x" * 300)))


DAY = 24 * 60 * 60


def test_the_data_reach_the_disk_before_the_name_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []

    def sync(descriptor: int) -> None:
        folder = stat.S_ISDIR(os.fstat(descriptor).st_mode)
        order.append("folder" if folder else f"{os.fstat(descriptor).st_size} bytes")

    def replace(self: Path, target: Path) -> None:
        order.append("replace")
        self.rename(target)

    monkeypatch.setattr(os, "fsync", sync)
    monkeypatch.setattr(Path, "replace", replace)
    write_text(tmp_path / "a", "abc")
    assert order == ["3 bytes", "replace", "folder"]


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOSYS, errno.ENOTSUP])
def test_a_file_system_that_cannot_sync_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def cannot(_descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", cannot)
    write_text(tmp_path / "a", "new")
    assert (tmp_path / "a").read_text() == "new"
    assert names(tmp_path) == ["a"]


def test_where_modes_cannot_be_set_a_private_file_stays_private(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cannot(_path: Path, _mode: int) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    (tmp_path / "a").touch(0o600)
    monkeypatch.setattr(Path, "chmod", cannot)
    with umask(0):
        write_text(tmp_path / "a", "new")
    assert (tmp_path / "a").read_text() == "new"
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o600


def test_what_a_killed_run_left_is_removed_after_a_day_and_nothing_else(
    tmp_path: Path,
) -> None:
    stale, fresh = f".advisor-{'a' * 16}", f".advisor-{'b' * 16}"
    others = [".advisor-notes", f"{stale}.yaml", f"x{stale}", "advisor.yaml"]
    for name in (stale, fresh, *others):
        (tmp_path / name).touch()
    for name, age in ((stale, 1.1 * DAY), (fresh, 0.9 * DAY)):
        then = (tmp_path / name).stat().st_mtime - age
        os.utime(tmp_path / name, (then, then))
    for name in others:
        os.utime(tmp_path / name, (0, 0))
    write_text(tmp_path / "a", "new")
    assert sorted(names(tmp_path)) == sorted(["a", fresh, *others])


def test_what_only_looks_like_left_by_a_killed_run_is_not_followed(
    tmp_path: Path,
) -> None:
    kept = tmp_path / "kept"
    (tmp_path / "there").mkdir()
    kept.write_text("mine")
    link = tmp_path / "there" / f".advisor-{'a' * 16}"
    link.symlink_to(kept)
    os.utime(link, (0, 0), follow_symlinks=False)
    write_text(tmp_path / "there" / "a", "new")
    assert names(tmp_path / "there") == ["a"]
    assert kept.read_text() == "mine"


@pytest.mark.parametrize("name", ["a\0b", "a\ud800"])
@pytest.mark.parametrize(
    "use", [read_text, lambda path: write_text(path, ""), exists, is_folder]
)
def test_a_name_that_the_system_cannot_be_told_is_an_input_error(
    tmp_path: Path, use: Callable[[Path], object], name: str
) -> None:
    assert "no file can have this name" in problem(lambda: use(tmp_path / name))
