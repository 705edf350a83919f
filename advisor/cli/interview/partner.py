"""Who is interviewed how: with arrow keys where the terminal can, else line by line."""

import os
import sys

from advisor.model.language import Wording
from advisor.survey.partner import Partner


def get_partner(wording: Wording, *, plain: bool) -> Partner:
    """Return the arrow-key partner, or the plain one where it is wanted or needed.

    ACCESSIBLE asks for plain lines, which screen readers read best, and so does NO_COLOR:
    only these can do without colour.
    """
    if plain or not _takes_arrow_keys():
        from advisor.cli.interview.plain import PlainTerminal

        return PlainTerminal(wording)
    from advisor.cli.dialogue.partner import Dialogue  # imports prompt_toolkit

    return Dialogue(wording)


def _takes_arrow_keys() -> bool:
    terminals = sys.stdin.isatty() and sys.stderr.isatty()
    wanted = not os.environ.get("NO_COLOR") and not os.environ.get("ACCESSIBLE")
    return terminals and wanted and os.environ.get("TERM") != "dumb"
