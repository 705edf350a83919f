"""Lists in running English; `Wording` has those in the language of the reader."""

from collections.abc import Iterable


def listed(words: Iterable[str]) -> str:
    """Join words: "a", "a and b", "a, b and c"."""
    every = list(words)
    return " and ".join(filter(None, [", ".join(every[:-1]), *every[-1:]]))
