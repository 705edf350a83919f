from collections.abc import Callable

from advisor.model.knowledge import Knowledge


def test_an_alias_of_two_systems_is_found(
    changed: Callable[..., Knowledge], said: Callable[[str, Knowledge], str]
) -> None:
    twice = changed("systems", "torchserve", aliases=("tensorflow LITE",))
    assert said("names", twice) == (
        "system:torchserve 'tensorflow LITE' is also a name of system:tensorflow-lite"
    )


def test_a_system_may_not_be_called_like_a_framework(
    changed: Callable[..., Knowledge], said: Callable[[str, Knowledge], str]
) -> None:
    found = said("names", changed("systems", "torchserve", name="PyTorch"))
    assert found == "system:torchserve 'PyTorch' is also a name of framework:pytorch"


def test_a_record_may_spell_its_own_name_in_several_ways(
    changed: Callable[..., Knowledge], said: Callable[[str, Knowledge], str]
) -> None:
    same = changed("systems", "torchserve", aliases=("Torch Serve", "torch-serve"))
    assert said("names", same) == ""


def test_c_and_cplusplus_stay_apart(
    changed: Callable[..., Knowledge], said: Callable[[str, Knowledge], str]
) -> None:
    assert said("names", changed("systems", "torchserve", aliases=("C",))) == ""


def test_a_name_that_nobody_can_type_is_found(
    changed: Callable[..., Knowledge], said: Callable[[str, Knowledge], str]
) -> None:
    found = said("names", changed("systems", "torchserve", aliases=("→",)))
    assert found == "system:torchserve the name '→' has no letters or digits"
