"""Which package of the index a framework is installed from."""

from packaging.utils import InvalidName, canonicalize_name

from advisor.model.errors import InputError
from advisor.model.system import Framework

_PREFIX = "pkg:pypi/"


def package_of(framework: Framework) -> str:
    """Return the normalised name of the framework's package; "" where it has none.

    Of several the first counts: those behind it are its parts or its predecessors,
    whose releases are none of the framework.
    """
    listed = [each for each in framework.packages if each.startswith(_PREFIX)]
    if not listed:
        return ""
    name = listed[0].removeprefix(_PREFIX).partition("@")[0]
    try:
        return canonicalize_name(name, validate=True)
    except InvalidName as error:
        raise InputError(
            f"{framework.id}: packages: {listed[0]!r} is not the name of a package; "
            "write it like pkg:pypi/torch"
        ) from error
