"""Where the rule base lies, and the one way to get it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from advisor.files.text import is_folder
from advisor.files.wording import shown
from advisor.knowledge.cache import cached, default_directory
from advisor.knowledge.home import builtin_root
from advisor.model.errors import InputError
from advisor.model.knowledge import Knowledge
from advisor.model.language import Language


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
    folders: Sequence[Path],
    prove: Callable[[Knowledge], None],
    language: Language = Language.EN,
) -> Knowledge:
    """Return the rule base in these folders, from the cache where it is current.

    `prove` raises `KnowledgeError` for a rule base that cannot be worked with. It runs
    when files are read, so what lies in the cache has passed it.
    """

    def read_and_prove() -> Knowledge:
        knowledge = unproven(folders, language)
        prove(knowledge)
        return knowledge

    return cached(folders, default_directory(), read_and_prove, language)


def unproven(folders: Sequence[Path], language: Language = Language.EN) -> Knowledge:
    """Read the rule base in these folders, past the cache, for those who check it."""
    from advisor.knowledge.load import load  # noqa: PLC0415 - imports pydantic

    return load(folders, language, builtin_root())
