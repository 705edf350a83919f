from collections.abc import Iterator, Mapping
from functools import cache

import pytest

from advisor.engine.find import find, spellings
from advisor.model.knowledge import Knowledge
from advisor.model.lookup import plain_name
from advisor.model.reference import RecordKind, Reference, records
from advisor.model.system import Layer, Runtime, System


@pytest.fixture(autouse=True, scope="module")
def _read_once() -> Iterator[None]:
    """Reduce every name only once: each search looks at every name there is."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("advisor.engine.find.plain_name", cache(plain_name))
        yield


def test_ids_of_every_kind_are_found(knowledge: Knowledge) -> None:
    for kind, family in records(knowledge).items():
        # Each search looks at every name there is: some twenty of a family are enough.
        for each in list(family)[:: 1 + len(family) // 20]:
            reference = Reference(kind, each)
            twin = kind is RecordKind.RUNTIME and each in knowledge.frameworks
            assert (reference in find(each, knowledge)) is not twin
            assert find(str(reference), knowledge) == (reference,)


def test_every_name_and_alias_is_found(knowledge: Knowledge) -> None:
    for framework in knowledge.frameworks.values():
        for name in (framework.name, *framework.aliases):
            assert Reference(RecordKind.FRAMEWORK, framework.id) in find(
                name, knowledge
            )
    families: Mapping[RecordKind, Mapping[str, Layer | Runtime | System]] = {
        RecordKind.LAYER: knowledge.layers,
        RecordKind.RUNTIME: knowledge.runtimes,
        RecordKind.SYSTEM: knowledge.systems,
    }
    for kind, family in families.items():
        for each in family.values():
            if each.id not in knowledge.frameworks:
                for name in (each.name, *each.aliases):
                    assert Reference(kind, each.id) in find(name, knowledge)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("TorchServe", "runtime:torchserve"),
        ("pytorch/serve", "runtime:torchserve"),
        ("tensorflow lite", "runtime:litert"),
        ("Lightning", "layer:lightning"),
        ("torch", "framework:pytorch"),
        ("Torch7", "framework:lua-torch"),
        ("runtime:mlx", "runtime:mlx"),
        ("path:mlx-swift", "path:mlx-swift"),
        ("张量流", "framework:tensorflow"),
        ("C++", "system:cpp"),
        ("pytorch/debugging", "cell:pytorch/debugging"),
        ("指针/Debugging", "cell:pytorch/debugging"),
        ("cell:pytorch/debugging", "cell:pytorch/debugging"),
        ("Rule:tpu", "rule:tpu"),
        ("system:TPU", "system:tpu"),
        ("C-000-03", "claim:c-000-03"),
    ],
)
def test_people_find_what_they_mean(
    knowledge: Knowledge, name: str, expected: str
) -> None:
    assert [str(each) for each in find(name, knowledge)] == [expected]


def test_a_name_of_several_records_returns_all_of_them(knowledge: Knowledge) -> None:
    assert {str(each) for each in find("tpu", knowledge)} == {"system:tpu", "rule:tpu"}


@pytest.mark.parametrize(
    "name",
    ["", "nothing", "C", "pytorch/nothing", "numpy/debugging", "a/b/c", "claim:tpu"],
)
def test_what_is_not_there_is_not_found(knowledge: Knowledge, name: str) -> None:
    assert find(name, knowledge) == ()


def test_suggestions_cover_ids_names_and_aliases(knowledge: Knowledge) -> None:
    assert {"torchserve", "TorchServe", "张量流", "c-000-03"} <= set(
        spellings(knowledge)
    )
