"""How a contradiction stands on a date, as the synthesis weighs it."""

from datetime import date

from advisor.model.record import record


@record
class SideWeight:
    """The weight of the claims on one side that are in force, and those set aside."""

    position: str
    weight: float
    in_force: tuple[str, ...]
    set_aside: tuple[str, ...]
    newest: date | None


@record
class Settlement:
    """Both sides with their weights; `leading` is the index of the heavier, if one is."""

    contradiction: str
    as_of: date
    sides: tuple[SideWeight, ...]
    leading: int | None
