"""What a check has found, and how it becomes a finding."""

from collections.abc import Iterable, Iterator
from itertools import count

from advisor.gate.fingerprint import fingerprint
from advisor.model.finding import Severity
from advisor.model.gate import USUAL_SEVERITY, Check, GateFinding, Place
from advisor.model.names import unsafe
from advisor.model.record import record


@record
class Found:
    """A finding as its check tells it: nobody has looked at exceptions yet.

    `unusual` is its severity where that is not the usual one of the check.
    """

    check: Check
    place: Place
    subject: str
    message: str
    help: str
    details: tuple[str, ...] = ()
    unusual: Severity | None = None

    @property
    def severity(self) -> Severity:
        """Say how grave it is."""
        return self.unusual or USUAL_SEVERITY[self.check]


def findings(found: Iterable[Found], profile: str) -> Iterator[GateFinding]:
    """Yield the findings of one profile, each with a fingerprint of its own.

    Where a check says several things about one subject in one file, the second has the
    subject "subject#2", and so on. Every sentence is a single printable line.
    """
    taken: set[tuple[Check, str, str]] = set()
    for each in found:
        subject = _free(each, taken)
        taken.add((each.check, each.place.file, subject))
        yield GateFinding(
            check=each.check,
            severity=each.severity,
            place=each.place,
            subject=subject,
            message=_line(each.message),
            help=_line(each.help),
            fingerprint=fingerprint(each.check, profile, each.place.file, subject),
            details=tuple(map(_line, each.details)),
        )


def in_order(every: Iterable[GateFinding]) -> tuple[GateFinding, ...]:
    """Return findings with the worst first, then by file and line."""
    return tuple(
        sorted(
            every,
            key=lambda each: (
                -each.severity,
                *(each.place.file, each.place.line),
                *(each.check.value, each.subject),
            ),
        )
    )


def _free(each: Found, taken: set[tuple[Check, str, str]]) -> str:
    names = (each.subject if n == 1 else f"{each.subject}#{n}" for n in count(1))
    return next(n for n in names if (each.check, each.place.file, n) not in taken)


def _line(text: str) -> str:
    """Spell out what would break the line or nobody would see."""
    if not unsafe(text):
        return text
    return "".join(repr(char)[1:-1] if unsafe(char) else char for char in text)
