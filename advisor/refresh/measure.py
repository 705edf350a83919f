"""Measuring many packages one after the other, whatever becomes of each."""

from collections.abc import Iterable, Mapping
from datetime import date

from advisor.model.errors import InputError
from advisor.model.record import record
from advisor.refresh.address import Index
from advisor.refresh.index import UnreachableError, fetch
from advisor.refresh.listing import read_listing
from advisor.refresh.release import Figures, figures_of


@record
class Request:
    """What to ask, for how long, and for which day."""

    index: Index
    timeout: float
    as_of: date


@record
class Measured:
    """The figures of every framework that could be read, and why the others could not."""

    figures: Mapping[str, Figures]
    problems: tuple[str, ...]


def measure(
    request: Request, packages: Mapping[str, str], order: Iterable[str]
) -> Measured:
    """Ask for the package of each framework in `order`, which may show progress.

    Where nobody answers, the frameworks behind it are not asked for: each would only
    wait as long again.
    """
    figures: dict[str, Figures] = {}
    problems: list[str] = []
    waiting = dict(packages)
    for framework in order:
        package = waiting.pop(framework)
        try:
            files = read_listing(fetch(request.index, package, request.timeout))
            figures[framework] = figures_of(package, files, request.as_of)
        except InputError as error:
            problems.append(f"{framework}: package {package}: {error}")
            if isinstance(error, UnreachableError):
                break
    if waiting:
        problems.append(f"not asked for after that: {', '.join(waiting)}")
    return Measured(figures, tuple(problems))
