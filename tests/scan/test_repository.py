from pathlib import Path

import pytest

from advisor.scan.repository import inside, named, root_of


@pytest.mark.parametrize("mark", [".git", ".hg", ".svn", ".jj"])
def test_a_repository_begins_where_version_control_says(
    mark: str, tmp_path: Path
) -> None:
    folder = tmp_path / "repo" / "a" / "b"
    folder.mkdir(parents=True)
    (tmp_path / "repo" / mark).mkdir()
    assert root_of(folder) == tmp_path / "repo"
    assert root_of(tmp_path / "repo") == tmp_path / "repo"


def test_a_worktree_has_a_file_as_its_mark(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / ".git").write_text("gitdir: elsewhere")
    assert root_of(tmp_path / "a") == tmp_path


def test_without_a_mark_the_folder_itself_is_the_root(tmp_path: Path) -> None:
    assert root_of(tmp_path / "a") == tmp_path / "a"


def test_a_relative_folder_has_a_root(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "a").mkdir()
    monkeypatch.chdir(tmp_path / "a")
    assert root_of(Path()) == tmp_path
    assert root_of(Path("../a")) == tmp_path


def test_a_file_is_named_from_the_base(tmp_path: Path) -> None:
    assert named(tmp_path / "a" / "b.txt", tmp_path) == "a/b.txt"
    assert named(tmp_path / "a" / ".." / "b.txt", tmp_path) == "b.txt"


def test_a_file_outside_of_the_base_has_its_whole_name(tmp_path: Path) -> None:
    path = tmp_path / "b.txt"
    assert named(path, tmp_path / "a") == path.as_posix()


def test_a_base_reached_through_a_link_is_the_same_base(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    assert named(tmp_path / "link" / "b", tmp_path / "real") == "b"
    assert named(tmp_path / "real" / "b", tmp_path / "link") == "b"


def test_a_link_keeps_its_own_name(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("elsewhere")
    assert named(tmp_path / "link", tmp_path) == "link"


@pytest.mark.parametrize(
    ("path", "lies_in"),
    [
        ("repo/a", True),
        ("repo", True),
        ("repo/a/../../other", False),
        ("repository", False),
        ("repo/out", False),
        ("repo/out/below", False),
        ("repo/within", True),
        ("repo/loop", True),
        ("in", True),
        ("repo/a\0b", False),
    ],
)
def test_a_path_is_inside_where_its_links_end_inside(
    path: str, lies_in: bool, tmp_path: Path
) -> None:
    (tmp_path / "repo").mkdir()
    (tmp_path / "other").mkdir()
    (tmp_path / "repo" / "out").symlink_to("../other")
    (tmp_path / "repo" / "within").symlink_to("../repo/a")
    (tmp_path / "repo" / "loop").symlink_to("loop")
    (tmp_path / "in").symlink_to("repo/a")
    assert inside(tmp_path / path, tmp_path / "repo") is lies_in
