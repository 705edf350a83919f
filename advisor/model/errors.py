"""What can go wrong, one class for each kind of reader."""

from collections.abc import Iterable


class AdvisorError(Exception):
    """Something the reader can mend; the message says what, where and how."""


class InputError(AdvisorError):
    """The user's own input (profile, option, file name) cannot be used."""


class KnowledgeError(AdvisorError):
    """The rule base is wrong; carries every problem of every file at once."""

    def __init__(self, problems: Iterable[str]) -> None:
        """Keep the problems in the order found."""
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))
