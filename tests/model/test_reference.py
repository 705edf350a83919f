"""Pointing at records, and what people call them."""

from collections.abc import Callable
from typing import Any

from advisor.model.knowledge import Knowledge
from advisor.model.reference import RecordKind, Reference, records, spellings
from advisor.model.system import Runtime, System

Build = Callable[..., Any]  # Any: each builder makes records of its own kind


def test_a_reference_is_spelt_with_its_kind() -> None:
    assert str(Reference(RecordKind.RULE, "tpu")) == "rule:tpu"
    assert str(Reference(RecordKind.CELL, "ada/speed")) == "cell:ada/speed"


def test_every_kind_but_the_cell_has_a_family(a_knowledge: Build) -> None:
    assert set(records(a_knowledge())) == set(RecordKind) - {RecordKind.CELL}


def test_ids_names_and_aliases_are_spellings(
    a_knowledge: Build, a_framework: Build
) -> None:
    base: Knowledge = a_knowledge(
        frameworks=[a_framework("ada")],
        systems={"hub": System("hub", "The Hub", "hub", "", ("hubble",))},
    )
    assert {(name, str(each)) for name, each in spellings(base)} == {
        ("ada", "framework:ada"),
        ("Ada", "framework:ada"),
        ("hub", "system:hub"),
        ("The Hub", "system:hub"),
        ("hubble", "system:hub"),
    }


def test_a_runtime_that_is_a_framework_is_found_under_the_framework(
    a_knowledge: Build, a_framework: Build
) -> None:
    def box(id_: str) -> Runtime:
        return Runtime(id_, id_.title(), "", ())

    base: Knowledge = a_knowledge(
        frameworks=[a_framework("ada")], runtimes={"ada": box("ada"), "box": box("box")}
    )
    found = {str(each) for _, each in spellings(base)}
    assert found == {"framework:ada", "runtime:box"}
