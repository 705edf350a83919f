from pathlib import Path

import pytest

from advisor.model.errors import InputError
from advisor.scan.patterns import matching, walk


def touch(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


def found(pattern: str, folder: Path, root: Path) -> list[str]:
    every = matching(pattern, folder, root)
    return [each.relative_to(root.resolve()).as_posix() for each in every]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("a/p.yaml", ["a/p.yaml"]),
        ("a/./x/../p.yaml", ["a/p.yaml"]),
        ("*/p.yaml", ["a/p.yaml", "b/p.yaml"]),
        ("?/[p]*.yaml", ["a/p.yaml", "a/p2.yaml", "b/p.yaml"]),
        ("**/p2.yaml", ["p2.yaml", "a/p2.yaml", "a/c/p2.yaml", "b/p2.yaml"]),
        ("a/**/**/c", ["a/c", "a/c/c"]),
        (".h*/p.yaml", [".hidden/p.yaml"]),
        ("missing/*.yaml", []),
        ("a/p.yaml/*", []),
    ],
)
def test_a_pattern_leads_where_it_says(
    pattern: str, expected: list[str], tmp_path: Path
) -> None:
    touch(tmp_path, "a/p.yaml", "a/p2.yaml", "a/c/q.yaml", "b/p.yaml", ".hidden/p.yaml")
    assert found(pattern, tmp_path, tmp_path) == expected


def test_a_pattern_is_seen_from_its_folder_and_may_leave_it(tmp_path: Path) -> None:
    touch(tmp_path, "a/p.yaml", "b/p.yaml")
    assert found("p.yaml", tmp_path / "a", tmp_path) == ["a/p.yaml"]
    assert found("../*/p.yaml", tmp_path / "a", tmp_path) == ["a/p.yaml", "b/p.yaml"]


@pytest.mark.parametrize(
    "pattern", ["../p.yaml", "..", "a/../../p.yaml", "/etc/passwd", "*/../../x", "//x"]
)
def test_no_pattern_leads_out_of_the_repository(pattern: str, tmp_path: Path) -> None:
    root = tmp_path / "root"
    touch(tmp_path, "p.yaml", "root/a/p.yaml")
    with pytest.raises(InputError, match="leads outside of the repository"):
        found(pattern, root, root)


def test_a_link_outside_is_refused_by_name_and_passed_by_wildcards(
    tmp_path: Path,
) -> None:
    root = tmp_path / "root"
    touch(tmp_path, "away/p.yaml", "root/a/p.yaml")
    (root / "link").symlink_to(tmp_path / "away")
    (root / "a" / "q.yaml").symlink_to(tmp_path / "away" / "p.yaml")
    for named in ("link/p.yaml", "link/*.yaml", "a/q.yaml", "*/q.yaml"):
        place = "'link'" if named.startswith("link") else "'a/q.yaml'"
        with pytest.raises(InputError, match=f"^{place} leads outside of the repos"):
            found(named, root, root)
    assert found("*/*.yaml", root, root) == ["a/p.yaml"]
    assert found("**/*.yaml", root, root) == ["a/p.yaml"]


def test_a_link_within_the_repository_may_be_named(tmp_path: Path) -> None:
    touch(tmp_path, "a/p.yaml")
    (tmp_path / "link").symlink_to("a")
    assert found("link/p.yaml", tmp_path, tmp_path) == ["link/p.yaml"]


def test_many_wildcards_take_no_longer_than_there_are_folders(tmp_path: Path) -> None:
    touch(tmp_path, *(f"{n}/{m}/p.yaml" for n in range(5) for m in range(5)))
    assert len(found("/".join(["**"] * 100), tmp_path, tmp_path)) == 31
    assert len(found("*/**/" * 20, tmp_path, tmp_path)) == 0
    with pytest.raises(InputError, match="longer than 500 characters"):
        found("*" * 501, tmp_path, tmp_path)


def test_folders_are_walked_in_order_without_what_others_made(tmp_path: Path) -> None:
    touch(
        tmp_path,
        *("b/x/p", "a/p", "a-b/p", "node_modules/m/p", ".git/p", "dist/p", "c/build/p"),
        *("env/pyvenv.cfg", "env/lib/p"),
    )
    (tmp_path / "around").symlink_to(tmp_path)
    walked = [each.relative_to(tmp_path).as_posix() for each in walk(tmp_path)]
    assert walked == ["a", "a-b", "b", "b/x", "c"]


def test_a_tree_deeper_than_the_stack_is_walked(tmp_path: Path) -> None:
    folders = [tmp_path]
    while len(folders) <= 1500:
        folders.append(folders[-1] / "d")
        folders[-1].mkdir()
    assert sum(1 for _ in walk(tmp_path)) == 1500
    for each in reversed(folders):  # the clean-up of the tests would not get there
        each.rmdir()
