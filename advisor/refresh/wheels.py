"""What the tags in the names of wheels say: Python versions and platforms."""

import re
from collections.abc import Iterable, Mapping

from packaging.tags import Tag

from advisor.model.record import record

ANYWHERE = "any"
LINUX = "Linux"

_INTERPRETER = re.compile(r"(cp|py)([23])(\d{0,3})", re.ASCII)
_STABLE = ("abi3", "abi3t")
_MACHINES = {
    "x86_64": "x86_64",
    "amd64": "x86_64",
    "aarch64": "aarch64",
    "arm64": "arm64",
    "arm64_v8a": "arm64",
    "i386": "x86",
    "i686": "x86",
    "x86": "x86",
    "armv6l": "armv6l",
    "armv7l": "armv7l",
    "armeabi_v7a": "armv7l",
    "ppc64le": "ppc64le",
    "riscv64": "riscv64",
    "s390x": "s390x",
    "loongarch64": "loongarch64",
    "universal2": "universal2",
}
_MACHINE = "(?P<machine>" + "|".join(_MACHINES) + ")"
# Only what is known here is ever repeated: a tag is a text from outside.
_SYSTEMS: Mapping[str, re.Pattern[str]] = {
    LINUX: re.compile(
        rf"(manylinux\d+|manylinux_\d+_\d+|musllinux_\d+_\d+|linux)_{_MACHINE}",
        re.ASCII,
    ),
    "macOS": re.compile(rf"macosx_\d+_\d+_{_MACHINE}", re.ASCII),
    "Windows": re.compile(rf"win_{_MACHINE}", re.ASCII),
    "Android": re.compile(rf"android_\d+_{_MACHINE}", re.ASCII),
    "iOS": re.compile(rf"ios_\d+_\d+_{_MACHINE}_iphone(os|simulator)", re.ASCII),
}

# (major, minor)
PythonVersion = tuple[int, int]


@record
class Support:
    """What a set of wheels can be installed on.

    `exact` are the CPython versions with wheels of their own, `stable` the oldest that
    a wheel for the stable ABI serves, `generic` the major versions of Python for which
    there are wheels without compiled code for one interpreter.
    """

    exact: tuple[PythonVersion, ...]
    stable: PythonVersion | None
    free_threaded: bool
    generic: tuple[int, ...]
    platforms: tuple[tuple[str, str], ...]
    anywhere: bool


def support_of(tags: Iterable[Tag]) -> Support:
    """Gather what the tags of all wheels of a release say."""
    known = [(tag, *found) for tag in tags if (found := _interpreter(tag.interpreter))]
    stable = [v for tag, kind, v in known if kind == "cp" and tag.abi in _STABLE]
    exact = {v for tag, kind, v in known if kind == "cp" and tag.abi not in _STABLE}
    places = {place for tag, *_ in known for place in places_of(tag.platform)}
    return Support(
        exact=tuple(sorted(exact)),
        stable=min(stable, default=None),
        free_threaded=any(k == "cp" and tag.abi.endswith("t") for tag, k, _ in known),
        generic=tuple(sorted({version[0] for _, k, version in known if k == "py"})),
        platforms=tuple(sorted(places)),
        anywhere=any(tag.platform == ANYWHERE for tag, *_ in known),
    )


def places_of(platform: str) -> tuple[tuple[str, str], ...]:
    """Return system and machine of a platform tag; nothing for an unknown one."""
    if platform == "win32":
        return (("Windows", "x86"),)
    for system, pattern in _SYSTEMS.items():
        found = pattern.fullmatch(platform)
        if found is not None:
            machine = _MACHINES[found["machine"]]
            both = ("arm64", "x86_64") if machine == "universal2" else (machine,)
            return tuple((system, each) for each in both)
    return ()


def _interpreter(tag: str) -> tuple[str, PythonVersion] | None:
    found = _INTERPRETER.fullmatch(tag)
    if found is None or (found[1] == "cp" and not found[3]):
        return None
    return found[1], (int(found[2]), int(found[3] or 0))
