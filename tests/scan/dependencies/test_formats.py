import pkgutil
from importlib import import_module

import pytest

from advisor.scan import dependencies
from advisor.scan.dependencies.formats import FORMATS, INCLUDED, format_of
from advisor.scan.dependencies.requirements import read as read_requirements


def test_every_module_that_reads_a_format_is_in_the_table() -> None:
    modules = [
        import_module(f"{dependencies.__name__}.{each.name}")
        for each in pkgutil.iter_modules(dependencies.__path__)
    ]
    readers = {each.read for each in modules if hasattr(each, "read")}
    assert readers == {each.read for each in FORMATS}
    assert INCLUDED.read is read_requirements


@pytest.mark.parametrize(
    ("name", "pattern"),
    [
        ("pyproject.toml", "pyproject.toml"),
        ("requirements.txt", "*requirements*.txt"),
        ("requirements-dev.txt", "*requirements*.txt"),
        ("dev-requirements.txt", "*requirements*.txt"),
        ("requirements.in", "*requirements*.in"),
        ("constraints-gpu.txt", "constraints*.txt"),
        ("requirements/base.txt", "requirements/*.txt"),
        ("requirements/base.in", "requirements/*.in"),
        ("pylock.toml", "pylock.toml"),
        ("pylock.dev.toml", "pylock.*.toml"),
        ("Pipfile.lock", "Pipfile.lock"),
    ],
)
def test_a_file_is_known_by_its_name(name: str, pattern: str) -> None:
    found = format_of(name)
    assert found is not None
    assert found.pattern == pattern


@pytest.mark.parametrize(
    "name",
    ["Cargo.lock", "my-pyproject.toml", "requirements.txt.bak", "requirements/a/b.txt"],
)
def test_another_file_is_not_known(name: str) -> None:
    assert format_of(name) is None


def test_lock_files_may_be_larger() -> None:
    locks = {each.pattern for each in FORMATS if each.limit > INCLUDED.limit}
    assert locks == {
        *("uv.lock", "poetry.lock", "pdm.lock", "Pipfile.lock"),
        *("pylock.toml", "pylock.*.toml"),
    }
