from collections.abc import Callable

from advisor.model.knowledge import Knowledge


def test_an_alias_of_two_systems_is_found(
    changed: Callable[..., Knowledge], said: Callable[[str, Knowledge], str]
) -> None:
    twice = changed("systems", "numpy", aliases=("TENSOR board",))
    assert said("names", twice) == (
        "system:tensorboard 'tensorboard' is also a name of system:numpy"
    )


def test_an_alias_of_a_runtime_and_a_layer_is_found(
    changed: Callable[..., Knowledge], said: Callable[[str, Knowledge], str]
) -> None:
    twice = changed("runtimes", "torchserve", aliases=("FLAX",))
    assert said("names", twice) == (
        "runtime:torchserve 'FLAX' is also a name of layer:flax"
    )


def test_a_runtime_that_is_a_framework_may_share_its_name(
    changed: Callable[..., Knowledge], said: Callable[[str, Knowledge], str]
) -> None:
    assert said("names", changed("runtimes", "mlx", name="MLX")) == ""


def test_a_system_may_not_be_called_like_a_framework(
    changed: Callable[..., Knowledge], said: Callable[[str, Knowledge], str]
) -> None:
    found = said("names", changed("systems", "numpy", name="PyTorch"))
    assert found == "system:numpy 'PyTorch' is also a name of framework:pytorch"


def test_a_record_may_spell_its_own_name_in_several_ways(
    changed: Callable[..., Knowledge], said: Callable[[str, Knowledge], str]
) -> None:
    same = changed("systems", "numpy", aliases=("Num Py", "num-py"))
    assert said("names", same) == ""


def test_c_and_cplusplus_stay_apart(
    changed: Callable[..., Knowledge], said: Callable[[str, Knowledge], str]
) -> None:
    assert said("names", changed("systems", "numpy", aliases=("C",))) == ""


def test_a_name_that_nobody_can_type_is_found(
    changed: Callable[..., Knowledge], said: Callable[[str, Knowledge], str]
) -> None:
    found = said("names", changed("systems", "numpy", aliases=("→",)))
    assert found == "system:numpy the name '→' has no letters or digits"
