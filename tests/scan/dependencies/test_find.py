import os
from pathlib import Path

import pytest

from advisor.files.text import MAX_BYTES
from advisor.files.wording import printable
from advisor.model.dependency import Dependencies
from advisor.scan.dependencies.find import dependencies_of


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "repo").mkdir()
    return tmp_path / "repo"


def write(folder: Path, **files: str) -> None:
    """Write files; `__` in a name is a slash, `_` a dot."""
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def found(folder: Path, root: Path) -> Dependencies:
    return dependencies_of(folder, root, root)


def names(dependencies: Dependencies) -> list[tuple[str, str, bool]]:
    return [
        (each.package.removeprefix("pkg:pypi/"), each.place.file, each.direct)
        for each in dependencies.named
    ]


def problems(dependencies: Dependencies) -> list[tuple[str, int, str]]:
    assert all(printable(each.problem) for each in dependencies.unreadable)
    return [
        (each.place.file, each.place.line, each.problem)
        for each in dependencies.unreadable
    ]


def test_without_dependency_files_nothing_is_found(root: Path) -> None:
    assert found(root, root) == Dependencies()
    assert found(root / "missing", root) == Dependencies()


def test_the_files_of_a_folder_come_with_the_most_telling_first(root: Path) -> None:
    write(
        root,
        uv_lock="[[package]]\nname = 'torch'",
        requirements_txt="b",
        requirements__dev_txt="c",
        setup_cfg="[options]\ninstall_requires = d",
        pyproject_toml="project.dependencies = ['e']",
        environment_yml="dependencies: [f]",
        Cargo_lock="[[package]]\nname = 'g'",
    )
    dependencies = found(root, root)
    assert names(dependencies) == [
        ("e", "pyproject.toml", True),
        ("d", "setup.cfg", True),
        ("pkg:conda/f", "environment.yml", True),
        ("b", "requirements.txt", True),
        ("torch", "uv.lock", False),
        ("c", "requirements/dev.txt", False),
    ]
    assert dependencies.files == tuple(each.place.file for each in dependencies.named)
    assert dependencies.unreadable == ()
    assert found(root, root) == dependencies


@pytest.mark.parametrize(
    ("name", "direct"),
    [
        ("requirements.txt", True),
        ("requirements-gpu.txt", True),
        ("requirements_prod.txt", True),
        ("requirements/device.txt", True),
        ("requirements-dev.txt", False),
        ("requirements_test.in", False),
        ("requirements/tests.txt", False),
        ("requirements/docs.in", False),
        ("prod_requirements.txt", True),
        ("dev-requirements.txt", False),
        ("constraints.txt", False),
        ("constraints310.txt", False),
        ("requirements/constraints.txt", False),
    ],
)
def test_what_serves_work_on_the_project_alone_is_not_direct(
    name: str, direct: bool, root: Path
) -> None:
    (root / "requirements").mkdir()
    up = "../" * name.count("/")
    (root / name).write_text(f"torch\n-r {up}more.txt\n")
    (root / "more.txt").write_text("jax\n")
    found_ = found(root, root)
    assert {each.direct for each in found_.named} == {direct}
    assert found_.complete is direct


def test_what_is_needed_too_is_direct_whoever_includes_it_first(root: Path) -> None:
    write(root, base_txt="torch")
    (root / "requirements-dev.txt").write_text("-r base.txt")
    (root / "requirements.txt").write_text("-r base.txt")
    assert names(found(root, root)) == [("torch", "base.txt", True)]


@pytest.mark.parametrize(
    ("text", "complete"),
    [
        ("project.dependencies = ['numpy']", True),
        ("project.dependencies = []\ndependency-groups.dev = ['pytest']", False),
        ("dependency-groups.dev = ['pytest']", False),
    ],
)
def test_a_project_that_names_tools_alone_leaves_open_what_is_needed(
    text: str, complete: bool, root: Path
) -> None:
    write(root, pyproject_toml=text)
    assert found(root, root).complete is complete
    write(root, uv_lock="[[package]]\nname = 'numpy'")
    assert found(root, root).complete


def test_a_script_with_requirements_leaves_open_what_is_needed(root: Path) -> None:
    write(root, setup_py="setup()", requirements_txt="numpy")
    assert found(root, root).complete
    (root / "setup.py").write_text("setup(install_requires=read())")
    assert not found(root, root).complete
    assert found(root, root).files == ("setup.py", "requirements.txt")


def test_the_nearest_folder_with_dependency_files_counts(root: Path) -> None:
    write(root, requirements_txt="top", a__requirements_txt="near")
    (root / "a" / "b").mkdir()
    assert names(found(root / "a" / "b", root)) == [
        ("near", "a/requirements.txt", True)
    ]
    assert names(found(root, root)) == [("top", "requirements.txt", True)]


def test_a_file_with_settings_alone_does_not_count(root: Path) -> None:
    write(root, requirements_txt="top", a__pyproject_toml="[tool.ruff]\n")
    assert names(found(root / "a", root)) == [("top", "requirements.txt", True)]


def test_folders_above_the_root_do_not_count(root: Path) -> None:
    write(root.parent, requirements_txt="foreign")
    assert found(root, root) == Dependencies()


def test_a_folder_reached_through_a_link_does_not_lead_out(root: Path) -> None:
    write(root.parent, requirements_txt="foreign")
    (root / "a").mkdir()
    (root.parent / "link").symlink_to(root / "a")
    assert found(root.parent / "link", root) == Dependencies()


def test_files_are_named_from_the_base(root: Path) -> None:
    write(root, requirements_txt="a")
    assert dependencies_of(root, root, root.parent).files == ("repo/requirements.txt",)
    outside = dependencies_of(root, root, root.parent / "elsewhere").files
    assert outside == ((root / "requirements.txt").as_posix(),)


def test_includes_are_followed_once_each(root: Path) -> None:
    write(
        root,
        requirements_txt="-r sub/more.txt\n-c limits.txt\na",
        sub__more_txt="-r ../requirements.txt\n-r more.txt\n-r ../limits.txt\nb",
        limits_txt="c",
    )
    dependencies = found(root, root)
    assert names(dependencies) == [
        ("a", "requirements.txt", True),
        ("b", "sub/more.txt", True),
        ("c", "limits.txt", True),  # asked for, not only constrained
    ]
    assert dependencies.unreadable == ()


def test_what_is_only_constrained_is_not_direct(root: Path) -> None:
    write(
        root,
        requirements_txt="-c limits.txt\na",
        limits_txt="-r deeper.txt\nb",
        deeper_txt="c",
    )
    assert names(found(root, root)) == [
        ("a", "requirements.txt", True),
        ("b", "limits.txt", False),
        ("c", "deeper.txt", False),
    ]


@pytest.mark.parametrize(
    ("include", "message"),
    [
        ("../secret.txt", "lies outside of the repository; it is not read"),
        ("a/../../secret.txt", "lies outside of the repository; it is not read"),
        ("/etc/passwd", "lies outside of the repository; it is not read"),
        ("out.txt", "lies outside of the repository; it is not read"),
        ("missing.txt", "no such file; correct the name"),
        ("folder", "is no regular file; remove or rename it"),
        ("loop.txt", "cannot be read: Too many levels of symbolic links"),
        ("n" * 300, "cannot be read: File name too long"),
    ],
)
def test_an_include_that_cannot_be_read_is_a_problem_of_its_line(
    include: str, message: str, root: Path
) -> None:
    write(root.parent, secret_txt="secret-package")
    write(root, requirements_txt=f"a\n-r {include}\nb")
    (root / "folder").mkdir()
    (root / "out.txt").symlink_to("../secret.txt")
    (root / "loop.txt").symlink_to("loop.txt")
    dependencies = found(root, root)
    ((file, line, problem),) = problems(dependencies)
    assert (file, line) == ("requirements.txt", 2)
    assert problem.endswith(f": {message}")
    assert [each[0] for each in names(dependencies)] == ["a", "b"]
    assert dependencies.files == ("requirements.txt",)


@pytest.mark.parametrize("name", ["pyproject.toml", "requirements.txt", "uv.lock"])
def test_a_link_that_leads_outside_is_not_followed(name: str, root: Path) -> None:
    (root.parent / "secret").write_text("secret")
    (root / name).symlink_to("../secret")
    dependencies = found(root, root)
    assert problems(dependencies) == [
        (name, 1, "lies outside of the repository; it is not read")
    ]
    assert dependencies.files == (name,)


def test_a_folder_of_requirements_that_lies_outside_is_not_read(root: Path) -> None:
    write(root.parent, other__a_txt="secret")
    (root / "requirements").symlink_to("../other")
    assert problems(found(root, root)) == [
        ("requirements", 1, "lies outside of the repository; it is not read")
    ]


def test_a_link_within_the_repository_is_followed_once(root: Path) -> None:
    write(root, requirements_txt="a")
    (root / "requirements-dev.txt").symlink_to("requirements.txt")
    assert len(found(root, root).named) == 1


def test_a_pipe_is_not_opened(root: Path) -> None:
    os.mkfifo(root / "requirements.txt")
    assert problems(found(root, root)) == [
        ("requirements.txt", 1, "is no regular file; remove or rename it")
    ]


def test_a_device_is_not_opened(root: Path) -> None:
    (root / "uv.lock").symlink_to("/dev/zero")
    assert dependencies_of(root, Path("/"), root).unreadable[0].problem == (
        "is no regular file; remove or rename it"
    )


def test_a_folder_of_that_name_is_a_problem(root: Path) -> None:
    (root / "Pipfile").mkdir()
    assert problems(found(root, root)) == [
        ("Pipfile", 1, "is no regular file; remove or rename it")
    ]


@pytest.mark.parametrize(
    ("name", "data", "line", "message"),
    [
        ("requirements.txt", b"a\n\xff", 2, "not UTF-8 text (byte 2)"),
        ("requirements.txt", b"a" * (MAX_BYTES + 1), 1, "larger than 1000 kB"),
        ("poetry.lock", b"a" * (10 * MAX_BYTES + 1), 1, "larger than 10000 kB"),
        ("pyproject.toml", b"\n[", 2, "not valid TOML"),
        ("setup.cfg", b"\na", 2, "not what a configuration file looks like"),
        ("environment.yaml", b"a: *b", 1, "aliases (*name) are not allowed"),
        ("Pipfile.lock", b"[" * 1000, 1, "nested deeper than 20 levels"),
        ("pylock.toml", b"a = " + b"[" * 10_000, 1, "nested deeper than 20 levels"),
    ],
)
def test_a_file_that_cannot_be_read_is_a_problem(
    name: str, data: bytes, line: int, message: str, root: Path
) -> None:
    (root / name).write_bytes(data)
    dependencies = found(root, root)
    ((file, number, problem),) = problems(dependencies)
    assert (file, number) == (name, line)
    assert problem.startswith(message)
    assert dependencies.files == (name,)


@pytest.mark.parametrize(
    ("name", "before"),
    [
        ("requirements.txt", "numpy"),
        ("pyproject.toml", "[project]"),
        ("uv.lock", "version = 1"),
        ("environment.yaml", "name: x"),
        ("setup.cfg", "[options]"),
        ("Pipfile.lock", "{"),
    ],
)
def test_what_a_merge_has_left_is_one_problem_that_says_so(
    name: str, before: str, root: Path
) -> None:
    merged = f"{before}\n<<<<<<< HEAD\ntorch\n=======\njax\n>>>>>>> theirs\n"
    (root / name).write_text(merged)
    ((file, line, problem),) = problems(found(root, root))
    assert (file, line) == (name, 2)
    assert problem.startswith("a merge conflict; keep one side")


@pytest.mark.skipif(
    os.geteuid() == 0, reason="root may read everything: run as another user"
)
def test_a_file_without_permission_is_a_problem(root: Path) -> None:
    write(root, requirements_txt="a")
    (root / "requirements.txt").chmod(0)
    assert problems(found(root, root)) == [
        ("requirements.txt", 1, "cannot be read: Permission denied")
    ]


def test_thousands_of_includes_are_no_flood(root: Path) -> None:
    lines = "".join(f"-r missing{each}.txt\n" for each in range(10_000))
    write(root, requirements_txt=lines)
    said = problems(found(root, root))
    assert len(said) == 20
    assert said[-1] == (
        "requirements.txt",
        20,
        "more of this file cannot be read; mend what is above first",
    )


def test_a_chain_of_includes_ends(root: Path) -> None:
    for each in range(300):
        (root / f"r{each}.txt").write_text(f"-r r{each + 1}.txt\npackage{each}")
    write(root, requirements_txt="-r r0.txt")
    dependencies = found(root, root)
    assert len(dependencies.files) == 100
    assert problems(dependencies) == [
        ("r98.txt", 1, "more than 100 files; the rest is not read")
    ]


def test_what_projects_share_is_read_once_for_a_caller_who_keeps_it(root: Path) -> None:
    write(
        root, a__x="", b__x="", c__requirements_txt="numpy\n", uv_lock="version = 1\n"
    )
    read: dict[Path, Dependencies] = {}
    first, second, own = (
        dependencies_of(root / name, root, root, read) for name in ("a", "b", "c")
    )
    assert first is second
    assert first.files == ("uv.lock",)
    assert own.files == ("c/requirements.txt",)
    assert dependencies_of(root / "a", root, root) == first
