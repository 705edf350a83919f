"""Finding records by what people call them."""

import re
import unicodedata

_NOT_LETTERS = re.compile(r"[\W_]+")


def plain_name(text: str) -> str:
    """Reduce a name to letters and digits without case: "PyTorch 2" and "pytorch-2"."""
    unified = unicodedata.normalize("NFKC", text).casefold()
    # "C++" and "C" must stay apart, so a name's plus signs count as letters.
    return _NOT_LETTERS.sub("", unified.replace("+", "plus"))
