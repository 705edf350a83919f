import pytest
from packaging.tags import parse_tag

from advisor.refresh.wheels import Support, places_of, support_of


def support(*tags: str) -> Support:
    return support_of(each for text in tags for each in parse_tag(text))


@pytest.mark.parametrize(
    ("platform", "expected"),
    [
        ("manylinux_2_28_x86_64", [("Linux", "x86_64")]),
        ("manylinux2014_aarch64", [("Linux", "aarch64")]),
        ("musllinux_1_2_ppc64le", [("Linux", "ppc64le")]),
        ("linux_armv7l", [("Linux", "armv7l")]),
        ("macosx_11_0_arm64", [("macOS", "arm64")]),
        ("macosx_10_9_universal2", [("macOS", "arm64"), ("macOS", "x86_64")]),
        ("win32", [("Windows", "x86")]),
        ("win_amd64", [("Windows", "x86_64")]),
        ("win_arm64", [("Windows", "arm64")]),
        ("android_21_arm64_v8a", [("Android", "arm64")]),
        ("ios_13_0_arm64_iphoneos", [("iOS", "arm64")]),
        ("any", []),
        ("linux_pdp11", []),
        ("manylinux_2_28_x86_64; rm -rf", []),
        ("manylinux_²_28_x86_64", []),
    ],
)
def test_a_platform_tag_names_system_and_machine(
    platform: str, expected: list[tuple[str, str]]
) -> None:
    assert list(places_of(platform)) == expected


def test_every_version_of_cpython_with_a_wheel_is_found() -> None:
    found = support(
        "cp39-cp39-win_amd64", "cp310.cp311-none-any", "pp310-pypy310_pp73-any"
    )
    assert found.exact == ((3, 9), (3, 10), (3, 11))
    assert (found.stable, found.free_threaded, found.generic) == (None, False, ())


def test_the_stable_abi_serves_newer_versions_too() -> None:
    found = support("cp310-abi3-win_amd64", "cp39-abi3-win_amd64")
    assert (found.exact, found.stable) == ((), (3, 9))


def test_free_threaded_builds_are_told_apart() -> None:
    assert support("cp313-cp313t-win_amd64").free_threaded
    assert support("cp315-abi3t-win_amd64").free_threaded
    assert not support("cp313-cp313-win_amd64").free_threaded


def test_a_generic_wheel_names_major_versions_and_may_run_anywhere() -> None:
    found = support("py2.py3-none-any")
    assert (found.generic, found.anywhere, found.platforms) == ((2, 3), True, ())


@pytest.mark.parametrize("tag", ["cp-cp-any", "cp3-abi3-any", "jy27-none-any", "x-y-z"])
def test_unknown_tags_say_nothing(tag: str) -> None:
    assert support(tag) == support()
