"""Routes: the best path from a framework to a target, for one project on one day."""

from advisor.model.path import Milestone, Path
from advisor.model.record import record


@record
class Route:
    """How to reach `target`.

    `worth` orders the paths of a framework: its maturity, less what is missing. `misses`
    names the languages and accelerators that were asked for and are not served; `others`
    the paths that lead there as well, best first, `claims` those that rest on the same
    source as its maturity.
    """

    target: str
    path: Path
    milestone: Milestone
    worth: float
    misses: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
