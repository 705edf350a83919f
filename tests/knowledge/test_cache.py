import io
import os
import pickle
import shutil
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from advisor.knowledge.cache import (
    DIRECTORY_VARIABLE,
    _Unpickler,
    cache_file,
    cached,
    default_directory,
    fingerprint,
)
from advisor.model.errors import KnowledgeError
from advisor.model.knowledge import Knowledge
from advisor.model.question import Kind

PROJECT = Path(__file__).parents[2]


class Counter:
    """A loader that counts its calls."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.calls = 0

    def __call__(self) -> Knowledge:
        self.calls += 1
        return self.knowledge


class World:
    """A small rule base on disk, a cache folder, and a loader that counts."""

    def __init__(self, folder: Path, knowledge: Knowledge) -> None:
        self.root = folder / "rules-of-mine"
        self.directory = folder / "cache"
        self.load = Counter(knowledge)
        (self.root / "rules").mkdir(parents=True)
        self.file = self.root / "rules" / "a.yaml"
        self.file.write_text("id: a\n")
        (self.root / "release.yaml").write_text("version: 1\n")

    @property
    def path(self) -> Path:
        return cache_file([self.root], self.directory)

    def get(self) -> Knowledge:
        return cached([self.root], self.directory, self.load)

    def keep(self, payload: bytes) -> None:
        """Put a payload into the cache with the right fingerprint and checksum."""
        self.directory.mkdir(exist_ok=True)
        tail = zlib.crc32(payload).to_bytes(4, "big")
        self.path.write_bytes(fingerprint([self.root]) + payload + tail)


@pytest.fixture
def world(tmp_path: Path, knowledge: Knowledge) -> World:
    return World(tmp_path, knowledge)


def test_a_hit_is_equal_and_does_not_load(world: World) -> None:
    first = world.get()
    second = world.get()
    assert world.load.calls == 1
    assert second == first == world.load.knowledge
    assert second is not first
    question = second.questions["hot-swap"]
    assert question.type is Kind.YES_NO


def test_the_same_folder_under_another_name_is_a_hit(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.get()
    monkeypatch.chdir(world.root.parent)
    cached([Path(world.root.name)], world.directory, world.load)
    assert world.load.calls == 1


def test_other_folders_have_another_cache_file(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    names = {cache_file(r, tmp_path) for r in ([one], [two], [one, two], [two, one])}
    assert len(names) == 4


def change_content(world: World) -> None:
    world.file.write_text("id: a # longer\n")


def change_content_but_not_size_or_time(world: World) -> None:
    before = world.file.stat()
    world.file.write_text("id: b\n")
    os.utime(world.file, ns=(before.st_atime_ns, before.st_mtime_ns))


def touch(world: World) -> None:
    before = world.file.stat()
    os.utime(world.file, ns=(before.st_atime_ns, before.st_mtime_ns + 1_000_000))


def add_a_file(world: World) -> None:
    (world.root / "rules" / "b.yaml").touch()


def add_a_folder(world: World) -> None:
    (world.root / "claims").mkdir()
    (world.root / "claims" / "b.yaml").touch()


def add_a_file_that_does_not_belong(world: World) -> None:
    (world.root / "rules" / "deep").mkdir()
    (world.root / "rules" / "deep" / "b.yml").touch()


def remove_a_file(world: World) -> None:
    world.file.unlink()


def rename_a_file(world: World) -> None:
    world.file.rename(world.file.with_name("c.yaml"))


@pytest.mark.parametrize(
    "change",
    [
        change_content,
        change_content_but_not_size_or_time,
        touch,
        add_a_file,
        add_a_folder,
        add_a_file_that_does_not_belong,
        remove_a_file,
        rename_a_file,
    ],
)
def test_any_change_of_the_rule_base_makes_it_stale(
    world: World, change: Callable[[World], None]
) -> None:
    world.get()
    change(world)
    world.get()
    assert world.load.calls == 2
    world.get()
    assert world.load.calls == 2


def test_another_version_makes_it_stale(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.get()
    monkeypatch.setattr("advisor.knowledge.cache.__version__", "99")
    world.get()
    assert world.load.calls == 2


@pytest.mark.parametrize(
    "name", ["model/rule.py", "knowledge/load.py", "engine/facts.py", "lint/rules.py"]
)
def test_a_change_of_what_reads_or_proves_it_makes_it_stale(
    name: str, world: World, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    module = tmp_path / "advisor" / name
    shutil.copytree(PROJECT / "advisor" / module.parent.name, module.parent)
    monkeypatch.setattr("advisor.knowledge.cache._PACKAGE", tmp_path / "advisor")
    world.get()
    module.write_text(module.read_text() + "\n")
    world.get()
    assert world.load.calls == 2


def truncated(data: bytes) -> bytes:
    return data[:-100]


def cut_in_the_fingerprint(data: bytes) -> bytes:
    return data[:50]


def one_byte_flipped(data: bytes) -> bytes:
    middle = len(data) - len(data) // 4
    return data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :]


def wrong_checksum(data: bytes) -> bytes:
    return data[:-1] + bytes([data[-1] ^ 1])


def garbage(_data: bytes) -> bytes:
    return bytes(range(256)) * 100


def empty(_data: bytes) -> bytes:
    return b""


@pytest.mark.parametrize(
    "damage",
    [
        truncated,
        cut_in_the_fingerprint,
        one_byte_flipped,
        wrong_checksum,
        garbage,
        empty,
    ],
)
def test_a_damaged_cache_is_ignored_and_written_anew(
    world: World, damage: Callable[[bytes], bytes]
) -> None:
    world.get()
    world.path.write_bytes(damage(world.path.read_bytes()))
    assert world.get() == world.load.knowledge
    assert world.load.calls == 2
    assert world.get() == world.load.knowledge
    assert world.load.calls == 2


class Runs:
    """Pickles as a call of `function`."""

    def __init__(self, function: Callable[..., object], *arguments: str) -> None:
        self.call = (function, arguments)

    def __reduce__(self) -> tuple[Callable[..., object], tuple[str, ...]]:
        return self.call


def by_name(module: str, name: str, *calls: str) -> bytes:
    """Return a pickle that finds something and calls it, then what that returns, …"""

    def text(value: str) -> bytes:
        return b"\x8c" + bytes([len(value)]) + value.encode()

    called = b"".join(b"(" + text(each) + b"tR" for each in calls)
    return b"\x80\x04" + text(module) + text(name) + b"\x93" + called + b"."


@pytest.mark.parametrize(
    "payload",
    [
        pickle.dumps({"not": "knowledge"}),
        pickle.dumps(Kind.ONE),
        pickle.dumps(None),
        b"",
        b"no pickle",
        pickle.dumps("x" * 1000)[:-10],
        by_name("advisor.model.question", "Kind", "one"),
        by_name("advisor.model.no_such_module", "Kind"),
        by_name("advisor.model.question", "NoSuchName"),
    ],
)
def test_a_sound_file_with_something_else_in_it_is_written_anew(
    world: World, payload: bytes
) -> None:
    world.keep(payload)
    assert world.get() == world.load.knowledge
    assert world.load.calls == 1
    world.get()
    assert world.load.calls == 1


def test_a_malicious_pickle_does_not_run_and_is_written_anew(
    world: World, tmp_path: Path
) -> None:
    trap = tmp_path / "trap"
    world.keep(pickle.dumps(Runs(os.system, f"touch {trap}")))
    world.get()
    assert not trap.exists()
    assert world.load.calls == 1
    world.get()
    assert world.load.calls == 1


# The way from a function that a module of ours has imported to the rest of Python.
DOTTED = "record.__builtins__.__getitem__"


def test_a_malicious_pickle_that_starts_at_our_own_modules_does_not_run(
    world: World, tmp_path: Path
) -> None:
    trap = tmp_path / "trap"
    payload = by_name(
        "advisor.model.question", DOTTED, "eval", f"open({str(trap)!r},'w').close()"
    )
    pickle.loads(payload)  # the trap is one: plain Python walks into it
    trap.unlink()
    world.keep(payload)
    world.get()
    assert not trap.exists()
    assert world.load.calls == 1


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("advisor.model.question", DOTTED),
        ("advisor.model.condition", "tests"),
        ("advisor.model.record", "yaml_key"),
        ("advisor.model.question", "record"),
        ("advisor.model.record", "Any"),
        ("datetime", "sys"),
        ("datetime", "date.today"),
        ("builtins", "eval"),
        ("os", "system"),
    ],
)
def test_only_classes_of_the_model_are_found_under_their_own_name(
    module: str, name: str
) -> None:
    unpickler = _Unpickler(io.BytesIO())
    with pytest.raises(pickle.UnpicklingError, match="does not belong in the cache"):
        unpickler.find_class(module, name)


def test_the_cache_may_be_deleted_at_any_time(world: World) -> None:
    world.get()
    shutil.rmtree(world.directory)
    assert world.get() == world.load.knowledge
    assert world.load.calls == 2
    assert world.path.is_file()


@pytest.mark.skipif(
    os.geteuid() == 0, reason="root may write everywhere: run as another user"
)
def test_a_folder_that_cannot_be_written_costs_time_only(world: World) -> None:
    world.directory.mkdir(0o500)
    assert world.get() == world.get()
    assert world.load.calls == 2


def test_a_cache_folder_that_is_a_file_costs_time_only(world: World) -> None:
    world.directory.write_text("mine")
    assert world.get() == world.get()
    assert world.load.calls == 2
    assert world.directory.read_text() == "mine"


def test_a_cache_file_that_is_a_folder_costs_time_only(world: World) -> None:
    world.path.mkdir(parents=True)
    assert world.get() == world.get()
    assert world.load.calls == 2
    assert world.path.is_dir()


def test_what_was_edited_while_it_was_read_is_not_kept(world: World) -> None:
    def load() -> Knowledge:
        change_content(world)
        return world.load()

    cached([world.root], world.directory, load)
    assert not world.path.exists()
    world.get()
    assert world.load.calls == 2


def test_a_loader_that_fails_leaves_no_cache(world: World) -> None:
    def load() -> Knowledge:
        raise KnowledgeError(["wrong"])

    with pytest.raises(KnowledgeError, match="wrong"):
        cached([world.root], world.directory, load)
    assert not world.directory.exists()


def test_a_ring_of_links_is_no_endless_walk(world: World) -> None:
    for name in "abcdefgh":
        (world.root / name).symlink_to(world.root)
    world.get()
    world.get()
    assert world.load.calls == 1


WRITER = """
import sys
from pathlib import Path
from advisor.knowledge.cache import cached
from advisor.knowledge.load import load
root, directory, rounds = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
expected = load([root])
for _ in range(rounds):
    for path in directory.glob("*.pickle"):
        path.unlink(missing_ok=True)
    assert cached([root], directory, lambda: expected) == expected
"""


def test_four_writers_at_once_leave_a_readable_cache(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    root = PROJECT / "knowledge"
    command = [sys.executable, "-c", WRITER, str(root), str(tmp_path), "5"]
    environment = {**os.environ, "PYTHONPATH": str(PROJECT)}
    writers = [
        subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    assert [each.communicate(timeout=60)[1] for each in writers] == [""] * 4
    assert [each.returncode for each in writers] == [0] * 4
    load = Counter(knowledge)
    cached([root], tmp_path, load)
    calls = load.calls  # the last of them may have deleted it after the last write
    assert cached([root], tmp_path, load) == knowledge
    assert load.calls == calls
    assert len(list(tmp_path.iterdir())) == 1


def test_the_folder_can_be_chosen(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(DIRECTORY_VARIABLE, str(tmp_path))
    assert default_directory() == tmp_path
    monkeypatch.delenv(DIRECTORY_VARIABLE)
    found = default_directory()
    assert found is not None
    assert found.name == "advisor"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no user ids")
def test_a_user_without_a_home_has_no_cache_unless_one_is_chosen(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def nobody(user: int) -> None:
        raise KeyError(user)

    monkeypatch.setattr("pwd.getpwuid", nobody)
    for name in (DIRECTORY_VARIABLE, "HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    assert default_directory() is None
    monkeypatch.setenv(DIRECTORY_VARIABLE, str(tmp_path))
    assert default_directory() == tmp_path


def test_without_a_folder_every_run_loads(world: World) -> None:
    for calls in (1, 2):
        assert cached([world.root], None, world.load) == world.load.knowledge
        assert world.load.calls == calls


def test_a_cache_folder_that_cannot_be_made_costs_time_only(world: World) -> None:
    world.directory.write_text("mine")
    for name in ("deeper", "x" * 300):
        directory = world.directory / name
        assert cached([world.root], directory, world.load) == world.load.knowledge
    assert world.load.calls == 2


def test_a_link_that_leads_nowhere_hides_no_file_beside_it(world: World) -> None:
    names = [f"file-{number}.yaml" for number in range(12)]
    for number, name in enumerate(names):
        (world.file.parent / name).touch()
        (world.file.parent / f"loop-{number}").symlink_to(f"loop-{number}")
        (world.file.parent / f"link-{number}.yaml").symlink_to("missing")
    stamp = fingerprint([world.root]).decode()
    assert [name for name in names if f"{os.sep}{name} 0 " not in stamp] == []


def test_hidden_files_are_no_part_of_the_rule_base(world: World) -> None:
    world.get()
    (world.file.parent / ".#a.yaml").symlink_to("someone@somewhere:1")
    (world.file.parent / "._a.yaml").touch()
    world.get()
    assert world.load.calls == 1
