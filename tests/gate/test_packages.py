from dataclasses import replace
from datetime import date

import pytest

from advisor.gate.packages import brought, on_top
from advisor.model.dependency import Dependency
from advisor.model.gate import Place
from advisor.model.knowledge import Knowledge
from tests.gate.subjects import BEFORE, DAY, named


def at(package: str) -> Dependency:
    return Dependency(package, Place("environment.yml", 1), direct=True)


@pytest.mark.parametrize(
    "package",
    ["pkg:pypi/alpha", "pkg:pypi/Alpha", "pkg:pypi/alpha@1.0", "pkg:conda/alpha-gpu"],
)
def test_a_framework_is_known_by_every_package_that_installs_it(
    package: str, base: Knowledge
) -> None:
    assert list(brought([at(package)], base)) == ["alpha"]


@pytest.mark.parametrize(
    "package",
    ["pkg:pypi/alpha-gpu", "pkg:conda/alpha", "pkg:pypi/alph", "pkg:npm/beta"],
)
def test_a_package_of_another_name_or_index_is_no_framework(
    package: str, base: Knowledge
) -> None:
    assert brought([at(package)], base) == {}


def test_a_package_may_bring_two_frameworks(base: Knowledge) -> None:
    beta = replace(base.frameworks["beta"], installed_as=("pkg:pypi/alpha",))
    both = replace(base, frameworks={**base.frameworks, "beta": beta})
    assert list(brought([at("pkg:pypi/alpha")], both)) == ["alpha", "beta"]


def test_the_best_place_comes_first(base: Knowledge) -> None:
    places = [
        named("beta", "0.lock", 1, direct=False),
        named("beta", "a.txt", 9),
        named("beta", "a.txt", 2),
        named("beta", "app/pyproject.toml", 30),
    ]
    found = brought(places, base)["beta"]
    assert [(each.place.file, each.place.line) for each in found] == [
        ("app/pyproject.toml", 30),
        ("a.txt", 2),
        ("a.txt", 9),
        ("0.lock", 1),
    ]


def test_a_layer_stands_on_a_framework_from_its_day_on(base: Knowledge) -> None:
    tier = [named("tier")]
    assert on_top("beta", tier, base, BEFORE)
    assert not on_top("beta", tier, base, date(2025, 1, 1))
    assert not on_top("alpha", tier, base, DAY)
    assert not on_top("beta", [named("tierce")], base, DAY)


def test_every_package_of_the_real_rule_base_finds_its_framework(
    knowledge: Knowledge,
) -> None:
    for framework in knowledge.frameworks.values():
        for package in (*framework.packages, *framework.installed_as):
            assert framework.id in brought([at(package)], knowledge)
