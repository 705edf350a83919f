from pathlib import Path

import pytest

from advisor.cli.check.targets import Filed, Piped, base_of, targets
from advisor.model.errors import InputError


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, in a repository of its own."""
    folder = tmp_path / "repository" / "package"
    folder.mkdir(parents=True)
    (folder.parent / ".git").touch()
    monkeypatch.chdir(folder)
    return folder


def test_without_arguments_it_is_the_profile_of_the_current_folder(here: Path) -> None:
    with pytest.raises(InputError, match="advisor init"):
        targets((), here.parent)
    (here / "profile.yaml").touch()
    (here / "below").mkdir()
    (here / "below" / "profile.yaml").touch()
    expected = Filed(Path("profile.yaml"), "package/profile.yaml")
    assert targets((), here.parent) == (expected,)
    assert expected.folder == Path()
    assert expected.lock == Path("advisor.lock")


def test_a_file_is_checked_once_however_it_is_named(here: Path) -> None:
    (here / "profile.yaml").touch()
    (here.parent / "link").symlink_to("package")
    arguments = (
        *("profile.yaml", "./profile.yaml", str(here / "profile.yaml"), "."),
        *("../link/profile.yaml", "../package"),
    )
    assert [each.file for each in targets(arguments, here.parent)] == [
        "package/profile.yaml"
    ]


def test_two_projects_may_share_a_profile(here: Path) -> None:
    # Each has dependencies and a record of its own.
    (here / "profile.yaml").touch()
    (here / "linked").mkdir()
    (here / "linked" / "profile.yaml").symlink_to("../profile.yaml")
    found = targets(("profile.yaml", "linked"), here)
    assert [each.folder for each in found] == [Path(), Path("linked")]


def test_files_are_known_from_the_repository_wherever_one_stands(
    here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository = here.parent
    (repository / "inner" / ".git").mkdir(parents=True)
    assert base_of(()) == base_of(("../inner", "-")) == repository
    monkeypatch.chdir(tmp_path)
    assert base_of(()) == base_of(("p.yaml",)) == tmp_path
    for each in ("repository/package", "repository/package/p.yaml"):
        assert base_of(("-", each, "repository/inner")) == repository


def test_a_hyphen_is_standard_input_once(here: Path) -> None:
    assert targets(("-", "-"), here.parent) == (Piped(here),)


def test_a_file_outside_of_the_repository_has_its_whole_name(
    here: Path, tmp_path: Path
) -> None:
    (found,) = targets(("../../p.yaml",), here.parent)
    assert found.file == str(tmp_path / "p.yaml")
