import pytest

from advisor.model.errors import InputError
from advisor.scan.dependencies.environment import read
from advisor.scan.dependencies.found import Found, Include

REAL = """\
name: app
channels: [conda-forge, defaults]
dependencies:
  - python=3.11
  - pytorch::PyTorch=2.0=py3.11_cuda  # comment
  - conda-forge/linux-64::numpy >=1.20,<2
  - "tensorflow[version='>=2.15']"
  - scipy
  - pip:
      - jax[cuda]==0.4
      - -r requirements.txt
      - -e .
"""


def names(found: Found) -> list[tuple[str, int, str]]:
    return [(each.package, each.place.line, each.versions) for each in found.named]


def test_an_environment_is_read_with_its_lines() -> None:
    found = read(REAL, "environment.yml")
    assert names(found) == [
        ("pkg:conda/python", 4, "=3.11"),
        ("pkg:conda/pytorch", 5, "=2.0=py3.11_cuda"),
        ("pkg:conda/numpy", 6, ">=1.20,<2"),
        ("pkg:conda/tensorflow", 7, ""),
        ("pkg:conda/scipy", 8, ""),
        ("pkg:pypi/jax", 10, "==0.4"),
    ]
    assert found.includes == (Include(11, "requirements.txt", direct=True),)
    assert found.unreadable == ()


@pytest.mark.parametrize(
    "text", ["dependencies:\n", "dependencies: []\n", "dependencies: [{pip: }]"]
)
def test_an_environment_may_have_no_packages(text: str) -> None:
    assert read(text, "F") == Found(declares=True)


@pytest.mark.parametrize("text", ["region: eu\n", "[a]", "word"])
def test_another_file_of_that_name_declares_nothing(text: str) -> None:
    assert read(text, "F") == Found(declares=False)


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("dependencies: torch", 1, "must be a list"),
        ("dependencies:\n - a\n - '>=2'", 3, "is no package"),
        ("dependencies:\n - https://e.org/a.tar.bz2", 2, "'https://e.org/a.tar.bz2'"),
        ("dependencies:\n - [a]", 2, "takes a simple value, not a list"),
        ("dependencies:\n - {npm: [a]}", 2, "only 'pip:' can stand here"),
        ("dependencies:\n - pip: torch", 2, "must be a list"),
        ("dependencies:\n - pip:\n   - torch==", 3, "'torch==' is no requirement"),
    ],
)
def test_what_cannot_be_read_is_a_problem_with_its_line(
    text: str, line: int, message: str
) -> None:
    (problem,) = read(text, "F").unreadable
    assert problem.place.line == line
    assert problem.problem.startswith(message)


@pytest.mark.parametrize("text", ["a: *b", "", "a: b: c", "!!python/name:os.system"])
def test_what_is_no_plain_yaml_is_an_input_error(text: str) -> None:
    with pytest.raises(InputError, match=r"^F:1: "):
        read(text, "F")
