"""Which criteria have moved the lead of one framework over another."""

from collections.abc import Mapping

_MOST = 3
_DIGITS = 9  # so that nothing hangs on the last bits of a sum


def shifts(then: Mapping[str, float], now: Mapping[str, float]) -> Mapping[str, float]:
    """Return by how much each criterion moved a lead: the most first, three at most.

    Both sides have what each criterion adds to the lead, in points of the score; one that
    is not there adds nothing. What has not moved is left out.
    """
    moved = {
        each: round(now.get(each, 0.0) - then.get(each, 0.0), _DIGITS)
        for each in {*then, *now}
    }
    ordered = sorted(moved, key=lambda each: (-abs(moved[each]), each))
    return {each: moved[each] for each in ordered[:_MOST] if moved[each]}
