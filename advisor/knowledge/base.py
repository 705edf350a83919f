"""Where the rule base lies, and the one way to get it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from advisor.knowledge.cache import cached, default_directory
from advisor.knowledge.files import is_folder
from advisor.knowledge.wording import shown
from advisor.model.errors import InputError
from advisor.model.knowledge import Knowledge

_PACKAGE = Path(__file__).parent.parent


def builtin_root() -> Path:
    """Return the folder of the built-in rule base: in the wheel, else in the checkout."""
    installed = _PACKAGE / "rulebase"
    return installed if installed.is_dir() else _PACKAGE.parent / "knowledge"


def roots(overlays: Sequence[Path], *, builtin: bool = True) -> list[Path]:
    """Return the folders to read, in the order in which later ones override."""
    for overlay in overlays:
        if not is_folder(overlay):
            where = shown(str(overlay))
            raise InputError(f"{where}: not a folder; name one with a rule base")
    if not builtin and not overlays:
        raise InputError("--no-builtin leaves no rule base; add --knowledge DIR")
    return [*([builtin_root()] if builtin else []), *overlays]


def knowledge_of(
    folders: Sequence[Path], prove: Callable[[Knowledge], None]
) -> Knowledge:
    """Return the rule base in these folders, from the cache where it is current.

    `prove` raises `KnowledgeError` for a rule base that cannot be worked with. It runs
    when files are read, so what lies in the cache has passed it.
    """

    def read_and_prove() -> Knowledge:
        knowledge = unproven(folders)
        prove(knowledge)
        return knowledge

    return cached(folders, default_directory(), read_and_prove)


def unproven(folders: Sequence[Path]) -> Knowledge:
    """Read the rule base in these folders, past the cache, for those who check it."""
    from advisor.knowledge.load import load  # noqa: PLC0415 - imports pydantic

    return load(folders)
