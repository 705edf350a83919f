"""How often the advice agrees with what real projects decided."""

from datetime import date

from advisor.model.record import record


@record
class Agreement:
    """One real decision and what the rule base says to the same context.

    `right` and `runtime_right` are None where the case does not ask; `right_or_tied`
    also takes an accepted framework that shares the first rank. `sure` is the share of
    samples in which the framework that came first does so. `baselines` says
    for each rule of thumb, in the order of `Benchmark.baselines`, whether it is right.
    """

    case: str
    as_of: date
    expected: bool
    runtime_expected: bool
    accepted: tuple[str, ...]
    came: str
    verdict: str
    sure: float
    right: bool | None
    right_or_tied: bool | None
    runtimes: tuple[str, ...]
    runtime_right: bool | None
    baselines: tuple[bool | None, ...]


@record
class Calibration:
    """How often what got one verdict was right: `right` of `decisions`.

    `low` and `high` bound the share that is right in the long run with 95 % confidence;
    `sure` is the mean share of samples in which the framework came first.
    """

    verdict: str
    decisions: int
    right: int
    low: float
    high: float
    sure: float


@record
class Benchmark:
    """Every real decision, and the rules of thumb that it is compared with."""

    baselines: tuple[str, ...]
    agreements: tuple[Agreement, ...]
    calibrations: tuple[Calibration, ...] = ()
