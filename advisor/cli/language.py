"""Which language to speak."""

import os

from advisor.cli.format import CheckFormat, Format
from advisor.model.language import Language

FOR_PEOPLE = (Format.TERMINAL, Format.MARKDOWN, Format.HTML)
# In the order in which POSIX lets them decide.
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def get_language(
    option: Language | None, format_: Format | CheckFormat = Format.TERMINAL
) -> Language:
    """Return the language asked for, else that of the locale.

    What machines read does not depend on where they stand: JSON and its like are in
    English unless another language is asked for.
    """
    if option is not None:
        return option
    if format_.value not in FOR_PEOPLE:
        return Language.EN
    locale = next((each for name in _VARIABLES if (each := os.environ.get(name))), "")
    return Language.ZH if locale.lower().startswith("zh") else Language.EN
