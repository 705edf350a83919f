import pytest

from advisor.model.errors import InputError
from advisor.scan.dependencies.found import Found, Include
from advisor.scan.dependencies.pyproject import read

STANDARD = """\
[build-system]
requires = ["hatchling"]

[project]
name = "keras"
dependencies = [
    "torch>=2.0",  # comment
    "numpy; python_version > '3'",
]

[project.optional-dependencies]
tf = ["tensorflow[and-cuda] ~= 2.15"]

[dependency-groups]
dev = ["jax", {include-group = "test"}]
test = []
"""

POETRY = """\
[tool.poetry.dependencies]
python = "^3.11"
torch = "^2.0"
tensorflow = {version = "2.15", optional = true}
jax = [
    {version = "0.4", python = "<3.12"},
    {version = "0.5", python = ">=3.12"},
]
own = {path = "../own"}

[tool.poetry.dev-dependencies]
Theano = "*"

[tool.poetry.group.docs.dependencies]
mxnet = "1.9"
"""


def names(found: Found) -> list[tuple[str, int, str]]:
    return [
        (each.package.removeprefix("pkg:pypi/"), each.place.line, each.versions)
        for each in found.named
    ]


def test_the_standard_tables_are_read_with_their_lines() -> None:
    found = read(STANDARD, "pyproject.toml")
    assert names(found) == [
        ("torch", 7, ">=2.0"),
        ("numpy", 8, ""),
        ("tensorflow", 12, "~= 2.15"),
        ("jax", 15, ""),
    ]
    assert found.unreadable == ()
    assert [each.direct for each in found.named] == [True, True, False, False]
    assert found.complete


def test_poetrys_tables_are_read_with_their_lines() -> None:
    found = read(POETRY, "F")
    assert names(found) == [
        ("torch", 3, "^2.0"),
        ("tensorflow", 4, "2.15"),
        ("jax", 5, "0.4"),
        ("own", 9, ""),
        ("theano", 12, "*"),
        ("mxnet", 15, "1.9"),
    ]
    direct = [each.package for each in found.named if each.direct]
    assert direct == ["pkg:pypi/torch", "pkg:pypi/jax", "pkg:pypi/own"]
    assert not found.complete  # whatever the folder of "own" needs


def test_groups_of_pdm_and_uv_are_read() -> None:
    found = read(
        '[tool.pdm.dev-dependencies]\na = ["torch", "-e file:///x#egg=jax"]\n'
        '[tool.uv]\ndev-dependencies = ["keras==3"]\n',
        "F",
    )
    assert names(found) == [("torch", 2, ""), ("jax", 2, ""), ("keras", 4, "==3")]
    assert not any(each.direct for each in found.named)


@pytest.mark.parametrize(
    ("text", "complete"),
    [
        ('[project]\ndynamic = ["version"]', True),
        ('[project]\ndynamic = ["version", "dependencies"]', False),
        (
            '[project]\ndynamic = ["dependencies"]\n'
            '[tool.setuptools.dynamic]\ndependencies.file = "a"',
            True,
        ),
        (
            '[project]\ndynamic = ["dependencies"]\n[tool.poetry.dependencies]\na="1"',
            True,
        ),
        ('[project]\ndependencies = []\n[tool.pixi.dependencies]\na = "*"', False),
        ('[tool.uv.sources]\ntorch = {index = "cpu"}', True),
        ("[tool.uv.workspace]\nmembers = ['a']", False),
        ("[tool.uv.sources]\nown = {workspace = true}", False),
        ('[tool.uv.sources]\nown = {path = "../own"}', False),
    ],
)
def test_what_others_tell_or_bring_leaves_open_what_is_needed(
    text: str, complete: bool
) -> None:
    assert read(text, "F").complete is complete


def test_requirements_that_setuptools_reads_from_files_are_includes() -> None:
    found = read(
        "[tool.setuptools.dynamic]\n"
        'dependencies = {file = ["a.txt", "b.txt"]}\n'
        'optional-dependencies.x = {file = "c.txt"}\n',
        "F",
    )
    assert found.declares
    assert found.includes == (
        Include(2, "a.txt", direct=True),
        Include(2, "b.txt", direct=True),
        Include(3, "c.txt", direct=False),
    )


@pytest.mark.parametrize(
    "text",
    ["", "[tool.ruff]\n", '[project]\nname = "a"\n', "project = 1", "tool = []"],
)
def test_a_file_without_the_tables_declares_nothing(text: str) -> None:
    assert read(text, "F") == Found(declares=False)


def test_an_empty_list_declares_that_there_are_none() -> None:
    assert read("[project]\ndependencies = []\n", "F") == Found(declares=True)


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ('[project]\ndependencies = "torch"', 2, "must be a list"),
        ("[project]\ndependencies = [\n'torch=='\n]", 3, "'torch==' is no requirement"),
        ("[project]\ndependencies = [[]]", 2, "takes a simple value, not a list"),
        ("[tool.poetry.dependencies]\n'a b' = '*'", 2, "'a b' is no name of a package"),
        (
            '[project]\ndependencies = ["\\u001b"]',
            2,
            "contains a control or invisible character (U+001B)",
        ),
    ],
)
def test_what_cannot_be_read_is_a_problem_with_its_line(
    text: str, line: int, message: str
) -> None:
    (problem,) = read(text, "F").unreadable
    assert problem.place.line == line
    assert problem.problem.startswith(message)


def test_what_is_no_toml_is_an_input_error() -> None:
    with pytest.raises(InputError, match=r"^F:2: not valid TOML"):
        read("\n[project", "F")
