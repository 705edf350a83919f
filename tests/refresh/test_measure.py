from datetime import date
from typing import Any

from advisor.refresh.address import read_address
from advisor.refresh.measure import Measured, Request, measure

PACKAGES = {"jax": "jax", "keras": "keras", "pytorch": "torch"}
FILE = {"filename": "{}-1.0.tar.gz", "upload-time": "2026-01-01T00:00:00Z"}

# The builder of conftest.py, which no test module can import.
Fake = Any


def asked(url: str, **packages: str) -> Measured:
    request = Request(read_address(url, "here"), 5, date(2026, 11, 21))
    return measure(request, packages or PACKAGES, packages or PACKAGES)


def know(fake: Fake, *packages: str) -> None:
    for each in packages:
        fake.page(each, {**FILE, "filename": f"{each}-1.0.tar.gz"})


def test_every_framework_gets_the_figures_of_its_package(fake_index: Fake) -> None:
    know(fake_index, *PACKAGES.values())
    found = asked(fake_index.url)
    assert {each: f.package for each, f in found.figures.items()} == PACKAGES
    assert found.problems == ()


def test_a_package_that_fails_does_not_keep_the_others_back(fake_index: Fake) -> None:
    know(fake_index, "jax", "torch")
    found = asked(fake_index.url)
    assert list(found.figures) == ["jax", "pytorch"]
    (problem,) = found.problems
    assert problem.startswith("keras: package keras: http://127.0.0.1:")
    assert "no such package" in problem


def test_where_nobody_answers_only_one_is_asked_for() -> None:
    found = asked("http://127.0.0.1:1/simple")
    assert not found.figures
    assert [each[:24] for each in found.problems] == [
        "jax: package jax: http:/",
        "not asked for after that",
    ]
    assert found.problems[1].endswith("keras, pytorch")
