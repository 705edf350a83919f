"""The table of real decisions, and how often each way of choosing is right."""

from collections.abc import Iterable, Sequence

from advisor.model.benchmark import Agreement, Benchmark, Calibration
from advisor.render.json_text import Json, number
from advisor.render.page import Block, Grid, Line, Tone, paragraph, section, words

_MARKS = {True: "yes", False: "no", None: "-"}


def benchmark_blocks(found: Benchmark) -> tuple[Block, ...]:
    """Return the shares first asked for, then every decision; nothing without any."""
    if not found.agreements:
        return ()
    return (
        *section(
            "Decisions of real projects",
            *(paragraph(each) for each in _shares(found)),
            *_calibration(found.calibrations),
            paragraph(
                "* the context is not enough to expect the framework", Tone.FAINT
            ),
            _grid(found.agreements),
        ),
    )


def _shares(found: Benchmark) -> list[str]:
    """Say how often the framework and the runtime are right, and the rules of thumb."""
    enough = [each for each in found.agreements if each.expected]
    ways = [each for each in found.agreements if each.runtime_expected]
    no_pytorch = [each for each in enough if each.baselines[0] is False]
    lines = [
        f"Framework right: {_share(e.right for e in enough)} of those whose context is "
        f"enough; {_share(e.right for e in found.agreements)} of all.",
        "Framework right, or an accepted one tied with it: "
        f"{_share(e.right_or_tied for e in enough)}; "
        f"{_share(e.right_or_tied for e in found.agreements)} of all.",
        f"Runtime right: {_share(e.runtime_right for e in ways)}; "
        f"{_share(e.runtime_right for e in found.agreements)} of all.",
        "Framework right where PyTorch would be wrong: "
        f"{_share(e.right for e in no_pytorch)}, "
        f"with ties {_share(e.right_or_tied for e in no_pytorch)}.",
    ]
    for place, name in enumerate(found.baselines):
        lines.append(
            f"Rule of thumb, {name}: {_share(e.baselines[place] for e in enough)}; "
            f"{_share(e.baselines[place] for e in found.agreements)} of all."
        )
    return lines


def _calibration(calibrations: Sequence[Calibration]) -> tuple[Block, ...]:
    """Return how often each verdict was right."""
    if not calibrations:
        return ()
    columns = ("verdict", "decisions", "right", "long run (95 %)", "first in samples")
    rows = tuple(
        (
            words(each.verdict),
            words(str(each.decisions)),
            words(f"{each.right} ({each.right / each.decisions:.0%})"),
            words(f"{each.low:.0%} – {each.high:.0%}"),
            words(f"{each.sure:.0%}"),
        )
        for each in calibrations
    )
    return (Grid(columns, rows, numeric=(1, 2, 3, 4)),)


def _share(marks: Iterable[bool | None]) -> str:
    asked = [each for each in marks if each is not None]
    return f"{sum(asked)} of {len(asked)}"


def _grid(agreements: Sequence[Agreement]) -> Grid:
    return Grid(
        ("case", "accepted", "came", "right", "way"),
        tuple(_row(each) for each in agreements),
    )


def _row(each: Agreement) -> tuple[Line, ...]:
    return (
        words(each.case if each.expected else f"{each.case}*"),
        words(", ".join(each.accepted) or "-"),
        words(f"{each.came or 'nothing'} ({each.verdict})"),
        words(_MARKS[each.right]),
        words(_MARKS[each.runtime_right]),
    )


def benchmark_fields(found: Benchmark) -> Json:
    """Return every decision as JSON."""
    return {
        "baselines": list(found.baselines),
        "calibration": [
            {
                "verdict": each.verdict,
                "decisions": each.decisions,
                "right": each.right,
                "low": number(each.low),
                "high": number(each.high),
                "first_in_samples": number(each.sure),
            }
            for each in found.calibrations
        ],
        "decisions": [
            {
                "case": each.case,
                "as_of": each.as_of.isoformat(),
                "context_is_enough": each.expected,
                "context_is_enough_for_runtime": each.runtime_expected,
                "accepted": list(each.accepted),
                "came": each.came or None,
                "verdict": each.verdict,
                "first_in_samples": number(each.sure),
                "right": each.right,
                "right_or_tied": each.right_or_tied,
                "runtimes": list(each.runtimes),
                "runtime_right": each.runtime_right,
                "baselines": list(each.baselines),
            }
            for each in found.agreements
        ],
    }
