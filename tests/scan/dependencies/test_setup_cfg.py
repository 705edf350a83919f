from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.model.errors import InputError
from advisor.scan.dependencies.found import Found, Include
from advisor.scan.dependencies.setup_cfg import read

REAL = """\
[metadata]
name = app

[options]
packages = find:
install_requires =
    torch>=2.0
    # a comment
    tensorflow; python_version < "3"

    numpy
tests_require = jax; keras

[options.extras_require]
gpu =
    mxnet-cu112
all: theano
"""


def names(found: Found) -> list[tuple[str, int]]:
    return [
        (each.package.removeprefix("pkg:pypi/"), each.place.line)
        for each in found.named
    ]


def test_the_lists_are_read_with_their_lines() -> None:
    found = read(REAL, "setup.cfg")
    assert found.declares
    assert found.unreadable == ()
    assert names(found) == [
        ("torch", 7),
        ("tensorflow", 9),
        ("numpy", 11),
        ("jax", 12),
        ("keras", 12),
        ("mxnet-cu112", 16),
        ("theano", 17),
    ]
    assert [each.direct for each in found.named] == [*[True] * 3, *[False] * 4]


def test_lines_that_end_with_carriage_returns_count_once() -> None:
    text = "[options]\r\ninstall_requires =\r\n  torch\r\n"
    assert names(read(text, "F")) == [("torch", 3)]


def test_a_list_may_be_in_files() -> None:
    found = read("[options]\ninstall_requires = file: a.txt, b.txt\n", "F")
    assert found.includes == (
        Include(2, "a.txt", direct=True),
        Include(2, "b.txt", direct=True),
    )


def test_a_file_of_settings_declares_nothing() -> None:
    assert read("[flake8]\nmax-line-length = 88\n", "F") == Found(declares=False)


def test_a_requirement_that_is_none_is_a_problem() -> None:
    (problem,) = read("[options]\ninstall_requires =\n  torch==\n", "F").unreadable
    assert problem.place.line == 3
    assert problem.problem.startswith("'torch==' is no requirement")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a = 1", 1),
        ("[options]\n= 1", 2),
        ("[options]\nnothing", 2),
        ("[a]\n\0", 1),
        ("\n" * 20_000, 20_000),
    ],
)
def test_what_is_no_configuration_file_is_an_input_error(text: str, line: int) -> None:
    with pytest.raises(InputError, match=f"^F:{line}: ") as caught:
        read(text, "F")
    assert "\0" not in str(caught.value)


@given(
    st.lists(
        st.sampled_from(["[options]", "install_requires =", "  torch", "[", "a=b", ""])
        | st.text(max_size=8),
        max_size=6,
    )
)
def test_any_text_is_read_or_refused(lines: list[str]) -> None:
    text = "\n".join(lines)
    last = text.count("\n") + 1
    with suppress(InputError):
        found = read(text, "F")
        assert all(1 <= each.place.line <= last for each in found.named)
        assert all(1 <= each.place.line <= last for each in found.unreadable)
