import pytest

from advisor.model.errors import InputError
from advisor.scan.dependencies.pipfile import read

REAL = """\
[[source]]
url = "https://index.example/simple"
name = "pypi"

[packages]
torch = "==2.0"
tensorflow = {version = "*", extras = ["and-cuda"]}

[dev-packages]
own = {editable = true, path = "."}

[requires]
python_version = "3.11"
"""


def test_packages_of_every_category_are_read_with_their_lines() -> None:
    found = read(REAL, "Pipfile")
    assert [(e.package, e.place.line, e.versions, e.direct) for e in found.named] == [
        ("pkg:pypi/torch", 6, "==2.0", True),
        ("pkg:pypi/tensorflow", 7, "*", True),
        ("pkg:pypi/own", 10, "", False),
    ]


def test_a_name_that_is_none_is_a_problem() -> None:
    (problem,) = read('[packages]\n"a b" = "*"\n', "F").unreadable
    assert (problem.place.line, problem.problem) == (
        2,
        "'a b' is no name of a package; correct it",
    )


def test_what_is_no_toml_is_an_input_error() -> None:
    with pytest.raises(InputError, match=r"^F:1: not valid TOML"):
        read("[packages", "F")
