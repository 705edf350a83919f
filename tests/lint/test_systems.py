from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from advisor.model.condition import Is
from advisor.model.knowledge import Knowledge
from advisor.model.system import (
    FormerVendor,
    Foundation,
    Level,
    Maintainer,
    Phase,
    Platform,
    PythonSupport,
    Release,
    Status,
    Trait,
    TraitKind,
)

_EARLY, _LATE = date(2018, 1, 1), date(2020, 1, 1)
_LINUX = Platform("linux", "cpu", (), Level.PRODUCTION, _LATE, "doc-000")
_FREE = Trait(TraitKind.LICENCE, "MIT", _LATE, "doc-000")
_LATER_FIRST = (
    Phase(Status.ARCHIVED, _LATE, "doc-000"),
    Phase(Status.ACTIVE, _EARLY, "doc-000"),
)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"maintainer": Maintainer("x", "nowhere")}, "maintainer.source: there is no"),
        ({"named_in": ("nowhere",)}, "named-in: there is no source 'nowhere'"),
        (
            {"releases": (Release("9", _LATE, "nowhere"),)},
            "release 9: there is no source 'nowhere'",
        ),
        (
            {"releases": (Release("0", date(2001, 1, 1), "doc-000"),)},
            "release 0: came out before the first release",
        ),
        (
            {"status": (Phase(Status.ACTIVE, _LATE, "nowhere"),)},
            "status active: there is no source 'nowhere'",
        ),
        ({"status": ()}, "status: no phase"),
        ({"status": _LATER_FIRST}, "status: the phases do not follow each other"),
        (
            {"python": (PythonSupport("3.9", "3.12", _LATE, "nowhere"),)},
            "python: there is no source 'nowhere'",
        ),
        (
            {"python": (PythonSupport("3.9", "3.12.1", _LATE, "doc-000"),)},
            "python: '3.12.1' is no version",
        ),
        ({"platforms": (replace(_LINUX, source="nowhere"),)}, "platforms: there is no"),
        ({"platforms": (replace(_LINUX, until=_EARLY),)}, "platforms: ends on 2018-01"),
        ({"platforms": (replace(_LINUX, os="beos"),)}, "training-os: there is no"),
        (
            {"platforms": (replace(_LINUX, accelerator="abacus"),)},
            "training-accelerators: there is no option",
        ),
        ({"traits": (replace(_FREE, source="nowhere"),)}, "traits: there is no source"),
        ({"traits": (replace(_FREE, until=_LATE),)}, "traits: ends on 2020-01-01"),
        (
            {"python": (PythonSupport("3.12", "3.9", _LATE, "doc-000"),)},
            "python: '3.12' to '3.9' runs backwards",
        ),
        (
            {"former_vendors": (FormerVendor("meta", _LATE, "nowhere"),)},
            "former-vendors: there is no source 'nowhere'",
        ),
        (
            {"status": (Phase(Status.ACTIVE, date(2001, 1, 1), "doc-000"),)},
            "status: begins before the first release",
        ),
        (
            {"stands_on": (Foundation("torhc", _LATE, "doc-000"),)},
            "stands-on: there is no framework 'torhc'",
        ),
        (
            {"stands_on": (Foundation("pytorch", _LATE, "doc-000"),)},
            "stands-on: there is no framework 'pytorch'",
        ),
        (
            {"stands_on": (Foundation("jax", _LATE, "doc-000", until=_EARLY),)},
            "stands-on: ends on 2018-01-01",
        ),
        ({"packages": ("torch",)}, "packages: 'torch' is no package URL"),
        ({"packages": ("pkg:pypi/Torch",)}, "packages: 'pkg:pypi/Torch' is no package"),
        (
            {"installed_as": ("pkg:conda/pytorch=2",)},
            "packages: 'pkg:conda/pytorch=2' is no package URL",
        ),
        (
            {"installed_as": ("pkg:pypi/flax",)},
            "packages: pkg:pypi/flax belongs to layer:flax already",
        ),
        ({"scope": ("alchemy",)}, "domain: there is no option of domain 'alchemy'"),
        ({"vendors": ("acme",)}, "excluded-vendors: there is no option"),
        (
            {"former_vendors": (FormerVendor("acme", _LATE, "doc-000"),)},
            "excluded-vendors: there is no option",
        ),
    ],
)
def test_a_broken_framework_is_found(
    changed: Callable[..., Knowledge],
    said: Callable[[str, Knowledge], str],
    fields: dict[str, Any],
    message: str,
) -> None:
    found = said("systems", changed("frameworks", "pytorch", **fields))
    assert f"framework:pytorch {message}" in found
    assert len(found.splitlines()) == 1


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"related": "torhc"}, "related: there is no framework or system 'torhc'"),
        ({"named_in": ("nowhere",)}, "named-in: there is no source 'nowhere'"),
        (
            {"status": (Phase(Status.ACTIVE, _LATE, "nowhere"),)},
            "status active: there is no source 'nowhere'",
        ),
        ({"status": _LATER_FIRST}, "status: the phases do not follow each other"),
    ],
)
def test_a_broken_system_is_found(
    changed: Callable[..., Knowledge],
    said: Callable[[str, Knowledge], str],
    fields: dict[str, Any],
    message: str,
) -> None:
    found = said("systems", changed("systems", "tensorboard", **fields))
    assert f"system:tensorboard {message}" in found
    assert len(found.splitlines()) == 1


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"vendors": ("acme",)}, "excluded-vendors: there is no option"),
        (
            {"former_vendors": (FormerVendor("meta", _LATE, "nowhere"),)},
            "former-vendors: there is no source 'nowhere'",
        ),
        (
            {"stands_on": (Foundation("torhc", _LATE, "doc-000"),)},
            "stands-on: there is no framework 'torhc'",
        ),
        (
            {"stands_on": (Foundation("jax", _LATE, "nowhere"),)},
            "stands-on: there is no source 'nowhere'",
        ),
        ({"named_in": ("nowhere",)}, "named-in: there is no source 'nowhere'"),
        (
            {"status": (Phase(Status.ACTIVE, _LATE, "nowhere"),)},
            "status active: there is no source 'nowhere'",
        ),
        ({"status": _LATER_FIRST}, "status: the phases do not follow each other"),
        ({"fits": Is("gaol", "x")}, "reads 'gaol', which no question asks"),
        ({"because": " "}, "because: empty"),
    ],
)
def test_a_broken_layer_is_found(
    changed: Callable[..., Knowledge],
    said: Callable[[str, Knowledge], str],
    fields: dict[str, Any],
    message: str,
) -> None:
    found = said("systems", changed("layers", "flax", **fields))
    assert f"layer:flax {message}" in found
    assert len(found.splitlines()) == 1


def test_what_may_be_said_of_a_framework_passes(
    changed: Callable[..., Knowledge], said: Callable[[str, Knowledge], str]
) -> None:
    sound = changed(
        "frameworks",
        "pytorch",
        platforms=(_LINUX, replace(_LINUX, until=date(2021, 1, 1))),
        traits=(_FREE,),
        python=(PythonSupport("3.9", "3.12", _LATE, "doc-000"),),
        former_vendors=(FormerVendor("meta", _LATE, "doc-000"),),
        scope=("vision",),
    )
    assert said("systems", sound) == ""


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"stands_on": ()}, "stands-on: empty, so no stack ever names it"),
        ({"status": ()}, "status: empty, so no stack ever names it"),
        (
            {"stands_on": (Foundation("pytorch", _LATE, "doc-000", until=_EARLY),)},
            "stands-on: ends on 2018-01-01, before it begins",
        ),
    ],
)
def test_a_layer_that_no_stack_could_name_is_found(
    knowledge: Knowledge,
    changed: Callable[..., Knowledge],
    said: Callable[[str, Knowledge], str],
    fields: dict[str, Any],
    message: str,
) -> None:
    layer = next(iter(knowledge.layers))
    found = said("systems", changed("layers", layer, **fields))
    assert found == f"layer:{layer} {message}"
