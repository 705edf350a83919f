from collections.abc import Callable
from dataclasses import replace

import pytest

from advisor.model.errors import InputError
from advisor.model.system import Framework
from advisor.refresh.package import package_of


@pytest.mark.parametrize(
    ("packages", "expected"),
    [
        ((), ""),
        (("pkg:npm/keras",), ""),
        (("pkg:pypi/Theano",), "theano"),
        (("pkg:pypi/scikit_learn@1.9",), "scikit-learn"),
        (("pkg:conda/jax", "pkg:pypi/jax", "pkg:pypi/jaxlib"), "jax"),
    ],
)
def test_the_first_package_of_the_index_is_the_framework(
    a_framework: Callable[..., Framework], packages: tuple[str, ...], expected: str
) -> None:
    assert package_of(replace(a_framework("x"), packages=packages)) == expected


@pytest.mark.parametrize("name", ["", "../torch", "a b", "torch/..", "a?b", "tôrch"])
def test_what_cannot_be_a_package_never_becomes_a_part_of_an_address(
    a_framework: Callable[..., Framework], name: str
) -> None:
    framework = replace(a_framework("x"), packages=(f"pkg:pypi/{name}",))
    with pytest.raises(InputError, match=r"x: packages: .* write it like"):
        package_of(framework)
