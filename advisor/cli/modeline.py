"""The comment at the head of a profile that tells editors where its schema lies."""

import os
import re
from pathlib import Path

from advisor.files.text import exists, read_text
from advisor.files.wording import shown
from advisor.knowledge.profile_text import modelines_of
from advisor.model.errors import InputError


def kept_modelines(path: Path) -> str:
    """Return the modelines of a profile that is about to be written again, as lines.

    What is not there or cannot be read has none: it is not for this to complain.
    """
    try:
        text = read_text(path) if exists(path) else ""
    except InputError:
        return ""
    return "".join(f"{line}\n" for line in modelines_of(text))


def modeline(schema: Path, profile: Path) -> str:
    """Return the line by which a profile names its schema, relative to its own folder.

    Raises `InputError` where the name is one that editors cannot follow.
    """
    folder = os.path.realpath(profile.parent)
    relative = os.path.relpath(os.path.realpath(schema), folder)
    name = relative.replace(os.sep, "/")
    if re.search(r"\s", name):
        where = shown(str(schema))
        raise InputError(f"--schema: {where}: editors follow no spaces; name another")
    return f"# yaml-language-server: $schema={name}\n"
