"""Paths: the ways from training in a framework to running on a target."""

from datetime import date
from enum import StrEnum

from advisor.model.condition import Condition
from advisor.model.period import newest
from advisor.model.record import record

ANY_LANGUAGE = "any"  # over the network, whatever the application is written in


class Maturity(StrEnum):
    """How far a path can be relied on, best first."""

    PRODUCTION = "production"
    PREVIEW = "preview"
    LEGACY = "legacy"
    DEAD = "dead"


@record
class Milestone:
    """From `since` on the path has this maturity, says the source."""

    maturity: Maturity
    since: date
    source: str
    note: str = ""


@record
class Path:
    """One way: train in `from_`, go through `steps`, run on `runtime`, reach `targets`.

    `through` names further frameworks that the way needs, `languages` those from which
    an application calls the model (`any` over the network), `bound_to` the one maker on
    whose chips alone it runs. With `when` it exists only
    for projects that meet the condition, such as language models; with `fits` it is the
    way of choice for those that do.
    """

    id: str
    from_: str
    steps: tuple[str, ...]
    format: str
    runtime: str
    targets: tuple[str, ...]
    languages: tuple[str, ...]
    maturity: tuple[Milestone, ...]
    accelerators: tuple[str, ...] = ()
    through: tuple[str, ...] = ()
    when: Condition | None = None
    fits: Condition | None = None
    bound_to: str = ""
    quantization: str = ""
    confirmed: date | None = None
    caveats: str = ""

    def milestone_on(self, day: date) -> Milestone | None:
        """Return what holds on `day`; nothing before the path existed."""
        return newest(self.maturity, day)
