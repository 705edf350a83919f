import pytest

from advisor.engine.find import find, spellings
from advisor.model.knowledge import Knowledge
from advisor.model.reference import RecordKind, Reference, records


def test_every_id_of_every_kind_is_found(knowledge: Knowledge) -> None:
    for kind, family in records(knowledge).items():
        for each in family:
            reference = Reference(kind, each)
            assert reference in find(each, knowledge)
            assert find(str(reference), knowledge) == (reference,)


def test_every_name_and_alias_is_found(knowledge: Knowledge) -> None:
    for framework in knowledge.frameworks.values():
        for name in (framework.name, *framework.aliases):
            assert Reference(RecordKind.FRAMEWORK, framework.id) in find(
                name, knowledge
            )
    for system in knowledge.systems.values():
        for name in (system.name, *system.aliases):
            assert Reference(RecordKind.SYSTEM, system.id) in find(name, knowledge)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("TorchServe", "system:torchserve"),
        ("pytorch/serve", "system:torchserve"),
        ("tensorflow lite", "system:tensorflow-lite"),
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
