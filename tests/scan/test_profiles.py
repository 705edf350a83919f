import os
from collections.abc import Callable
from pathlib import Path

import pytest

from advisor.files.tree import plain
from advisor.model.errors import InputError
from advisor.scan.profiles import inline, is_regular, profiles_at, profiles_of, section

INLINE = '[tool.advisor]\nschema = 1\n[tool.advisor.answers]\ngoal = "production"\n'
OTHERS = '[project]\nname = "x"\n'


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return a repository with nothing in it."""
    root = tmp_path / "repository"
    (root / ".git").mkdir(parents=True)
    return root


def write(root: Path, **texts: str) -> None:
    for name, text in texts.items():
        path = root / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def names(root: Path, found: tuple[Path, ...]) -> list[str]:
    return [each.resolve().relative_to(root).as_posix() for each in found]


def naming(*profiles: str) -> str:
    return f"[tool.advisor]\nprofiles = [{', '.join(map(repr, profiles))}]\n"


def test_a_folder_has_the_first_of_the_files_that_may_hold_its_profile(
    repository: Path,
) -> None:
    write(repository, profile_yaml="")
    assert names(repository, profiles_of(repository)) == ["profile.yaml"]
    write(repository, advisor_yaml="")
    assert names(repository, profiles_of(repository)) == ["advisor.yaml"]
    write(repository, pyproject_toml=OTHERS)
    assert names(repository, profiles_of(repository)) == ["advisor.yaml"]
    write(repository, pyproject_toml=OTHERS + INLINE)
    assert names(repository, profiles_of(repository)) == ["pyproject.toml"]


def test_the_word_alone_is_no_section(repository: Path) -> None:
    write(repository, pyproject_toml='dependencies = ["advisor"]\n', profile_yaml="")
    assert names(repository, profiles_of(repository)) == ["profile.yaml"]


def test_what_is_wrong_with_the_pyproject_of_others_is_not_our_business(
    repository: Path,
) -> None:
    write(repository, pyproject_toml="[[[", profile_yaml="")
    assert names(repository, profiles_of(repository)) == ["profile.yaml"]
    write(repository, pyproject_toml="[tool.advisor\n")
    assert names(repository, profiles_of(repository)) == ["pyproject.toml"]


def test_a_folder_with_none_says_what_was_looked_for_and_how_to_begin(
    repository: Path,
) -> None:
    with pytest.raises(InputError) as raised:
        profiles_of(repository)
    for word in ("pyproject.toml", "advisor.yaml", "profile.yaml", "advisor init"):
        assert word in str(raised.value)
    empty = repository / "empty"
    empty.mkdir()
    with pytest.raises(InputError, match="and in the folders below"):
        profiles_at(empty)


def test_a_folder_with_none_says_so_where_those_below_have_some(
    repository: Path,
) -> None:
    write(repository, sub__profile_yaml="", sub__below__profile_yaml="")
    with pytest.raises(InputError, match=r"sub/profile\.yaml; 'advisor check \.'"):
        profiles_of(repository)


def test_a_named_folder_stands_for_the_folders_below_only_without_its_own(
    repository: Path,
) -> None:
    write(
        repository,
        b__profile_yaml="",
        a__advisor_yaml="",
        a__c__pyproject_toml=INLINE,
        node_modules__m__profile_yaml="",
    )
    below = ["a/advisor.yaml", "a/c/pyproject.toml", "b/profile.yaml"]
    (repository / "node.modules").rename(repository / "node_modules")
    assert names(repository, profiles_at(repository)) == below
    write(repository, profile_yaml="")
    assert names(repository, profiles_at(repository)) == ["profile.yaml"]


def test_a_named_file_is_itself_wherever_it_lies(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("/etc/hostname")
    for path in (tmp_path / "link", tmp_path / "missing.yaml"):
        assert profiles_at(path) == (path,)


def test_a_pyproject_names_the_profiles_of_a_repository(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(
        repository,
        pyproject_toml=naming(
            "packages/*/profile.yaml", "tools/p.yaml", "tools/*.yaml"
        ),
        packages__b__profile_yaml="",
        packages__a__profile_yaml="",
        tools__p_yaml="",
        profile_yaml="",
    )
    named = ["packages/a/profile.yaml", "packages/b/profile.yaml", "tools/p.yaml"]
    pyproject = repository / "pyproject.toml"
    assert names(repository, profiles_of(repository)) == named
    assert names(repository, profiles_at(pyproject)) == named
    monkeypatch.chdir(repository)
    assert profiles_of(Path()) == tuple(map(Path, named))
    (repository / "packages" / "pyproject.toml").write_text(naming("../tools/p.yaml"))
    assert profiles_of(Path("packages")) == (Path("packages/../tools/p.yaml"),)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (naming("../p.yaml"), ":2: tool.advisor.profiles: '../p.yaml' leads outside"),
        (naming("/etc/passwd"), ":2: tool.advisor.profiles: '/etc/passwd' leads outs"),
        (naming("link.yaml"), ":2: tool.advisor.profiles: 'link.yaml' leads outside"),
        (naming("*.yml"), ":2: tool.advisor.profiles: '*.yml' matches no profile"),
        (naming("sub"), ":2: tool.advisor.profiles: 'sub' matches no profile"),
        (naming("x" * 300), ": cannot be used: File name too long"),
        (naming("pyproject.toml"), "pyproject.toml names profiles itself; name those"),
        (naming(*["p.yaml"] * 201), ":2: tool.advisor.profiles: more than 200 paths"),
        (naming("x" * 501), ":2: tool.advisor.profiles: longer than 500 characters"),
        (naming(), ":2: tool.advisor.profiles: takes a list of paths"),
        ("[tool.advisor]\nprofiles = 'p.yaml'\n", ":2: tool.advisor.profiles: takes a"),
        (
            "[tool.advisor]\nprofiles = [\n'p.yaml',\n''\n]",
            ":4: tool.advisor.profiles:",
        ),
        (
            '[tool.advisor]\nprofiles = ["\\u0000"]',
            ":2: tool.advisor.profiles: contains",
        ),
        (
            "[tool.advisor]\nprofiles = [[]]",
            ":2: tool.advisor.profiles: takes a simple",
        ),
        (
            "[tool.advisor]\nschema = 1\nprofiles = ['p.yaml']\n",
            ":3: tool.advisor.profiles: cannot stand beside 'schema'",
        ),
    ],
)
def test_what_cannot_be_named_is_one_error_at_its_line(
    text: str, said: str, repository: Path
) -> None:
    write(repository, pyproject_toml=text, sub__pyproject_toml=OTHERS, p_yaml="")
    (repository.parent / "p.yaml").touch()
    (repository / "link.yaml").symlink_to(repository.parent / "p.yaml")
    with pytest.raises(InputError) as raised:
        profiles_of(repository)
    assert f"{repository}/pyproject.toml:" in str(raised.value)
    assert said in str(raised.value)


def test_wildcards_pass_by_the_file_itself_and_projects_without_a_profile(
    repository: Path,
) -> None:
    write(
        repository,
        pyproject_toml=naming("**/pyproject.toml"),
        a__pyproject_toml=INLINE,
        b__pyproject_toml=OTHERS,
    )
    assert profiles_of(repository) == (repository / "a" / "pyproject.toml",)
    write(repository, b__pyproject_toml=naming("c.yaml"))
    with pytest.raises(InputError, match="names profiles itself"):
        profiles_of(repository)


@pytest.mark.parametrize("text", [INLINE + "[tool.advisor]", "tool.advisor = 1"])
def test_what_is_broken_is_left_to_the_reader_of_profiles(
    text: str, repository: Path
) -> None:
    write(repository, a__pyproject_toml=text, pyproject_toml=naming("a/pyproject.toml"))
    broken = (repository / "a" / "pyproject.toml",)
    for found in (profiles_of(repository / "a"), profiles_of(repository)):
        assert found == broken
    assert profiles_at(*broken) == broken


def test_a_profile_that_is_found_must_be_of_the_repository(repository: Path) -> None:
    outside = repository.parent / "outside.yaml"
    outside.write_text("secret", encoding="utf-8")
    (repository / "profile.yaml").symlink_to(outside)
    with pytest.raises(InputError, match="leads outside of the repository") as raised:
        profiles_of(repository)
    assert "secret" not in str(raised.value)


def test_a_link_within_the_repository_is_a_file(repository: Path) -> None:
    write(repository, shared__p_yaml="")
    (repository / "profile.yaml").symlink_to("shared/p.yaml")
    assert profiles_of(repository) == (repository / "profile.yaml",)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (os.mkfifo, "not a regular file"),
        (lambda path: path.symlink_to(path), "cannot be used"),
    ],
)
def test_what_would_hang_or_never_end_is_refused(
    make: Callable[[Path], None], said: str, repository: Path
) -> None:
    make(repository / "profile.yaml")
    with pytest.raises(InputError, match=said):
        profiles_of(repository)


def test_nothing_a_folder_and_a_dangling_link_are_no_files(repository: Path) -> None:
    (repository / "profile.yaml").mkdir()
    (repository / "dangling").symlink_to("missing")
    write(repository, file="")
    assert not is_regular(repository / "missing", repository)
    assert not is_regular(repository / "profile.yaml", repository)
    assert not is_regular(repository / "dangling", repository)
    assert not is_regular(repository / "file" / "below", repository)
    assert is_regular(repository / "file", repository)


def test_the_section_is_the_profile() -> None:
    table = inline(OTHERS + INLINE, "pyproject.toml")
    assert plain(table) == {"schema": "1", "answers": {"goal": "production"}}
    assert table.lines == {"schema": 4, "answers": 5}


def test_a_section_that_names_profiles_holds_none() -> None:
    text = naming("a.yaml")
    assert list(section(text, "x").entries) == ["profiles"]
    with pytest.raises(InputError, match=r"^x:2: names profiles and holds none"):
        inline(text, "x")
