"""Holding the advice against the decisions of real projects, beside rules of thumb."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from math import fsum, sqrt

from advisor.engine.judge import first_of, runtimes_of
from advisor.engine.rank import leaders
from advisor.model.benchmark import Agreement, Benchmark, Calibration
from advisor.model.case import Case
from advisor.model.knowledge import Knowledge
from advisor.model.outcome import CaseOutcome
from advisor.model.report import Report, Verdict

_TURN = date(2020, 1, 1)
_NINETY_FIVE = 1.96  # standard errors on each side of a 95 % interval
PYTORCH, TENSORFLOW = "pytorch", "tensorflow"
BASELINES = ("always PyTorch", "TensorFlow before 2020, PyTorch after")


def benchmark(outcomes: Iterable[CaseOutcome], knowledge: Knowledge) -> Benchmark:
    """Return how far the outcomes of real decisions agree with what was decided."""
    agreements = tuple(
        _agreement(knowledge.cases[each.case], each.report)
        for each in outcomes
        if knowledge.cases[each.case].decision is not None
    )
    return Benchmark(BASELINES, agreements, tuple(_calibrate(agreements)))


def _calibrate(agreements: Sequence[Agreement]) -> Iterator[Calibration]:
    """Yield for each verdict how often what got it was right, the surest first."""
    for verdict in Verdict:
        judged = [
            each
            for each in agreements
            if each.verdict == verdict and each.right is not None
        ]
        if judged:
            right = sum(each.right is True for each in judged)
            low, high = wilson(right, len(judged))
            sure = fsum(each.sure for each in judged) / len(judged)
            yield Calibration(verdict.value, len(judged), right, low, high, sure)


def wilson(right: int, count: int) -> tuple[float, float]:
    """Return the 95 % interval of a share that was observed (Wilson 1927)."""
    share, square = right / count, _NINETY_FIVE**2
    middle = share + square / (2 * count)
    half = _NINETY_FIVE * sqrt(
        share * (1 - share) / count + square / (4 * count * count)
    )
    scale = 1 + square / count
    return max(0.0, (middle - half) / scale), min(1.0, (middle + half) / scale)


def _agreement(case: Case, report: Report) -> Agreement:
    came = first_of(report)
    runtimes = runtimes_of(report)
    accepted, wanted = case.expect.accept, case.expect.runtimes
    thumbs = _thumbs(case.as_of)
    return Agreement(
        case=case.id,
        as_of=case.as_of,
        expected=case.decision is not None and case.decision.expected,
        runtime_expected=case.decision is not None and case.decision.runtime_expected,
        accepted=accepted,
        came=came,
        verdict=report.verdict.value,
        sure=report.sampled.sure,
        right=came in accepted if accepted else None,
        right_or_tied=bool(_first(report) & set(accepted)) if accepted else None,
        runtimes=runtimes,
        runtime_right=bool(set(runtimes) & set(wanted)) if wanted else None,
        baselines=tuple(
            thumbs[each] in accepted if accepted else None for each in BASELINES
        ),
    )


def _first(report: Report) -> set[str]:
    """Return what is recommended, and what is tied with it."""
    tied = {each.framework for each in leaders(report.ranking)}
    return tied if first_of(report) else set()


def _thumbs(day: date) -> Mapping[str, str]:
    """Return what each rule of thumb recommends on a day."""
    early = TENSORFLOW if day < _TURN else PYTORCH
    return dict(zip(BASELINES, (PYTORCH, early), strict=True))
