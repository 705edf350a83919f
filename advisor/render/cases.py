"""What came of the cases: those that fail, or those that were asked for."""

from collections.abc import Sequence
from typing import assert_never

from advisor.model.benchmark import Benchmark
from advisor.model.knowledge import Knowledge
from advisor.model.outcome import (
    CaseOutcome,
    DidNotFire,
    Failure,
    FiredWrongly,
    NoLongerMissed,
    NotExcluded,
    WrongOutcome,
    WrongRuntime,
)
from advisor.model.words import listed
from advisor.render.benchmark import benchmark_blocks, benchmark_fields
from advisor.render.json_text import SCHEMA, Json
from advisor.render.page import (
    Block,
    Bullets,
    Heading,
    Item,
    Line,
    Page,
    Paragraph,
    Span,
    Tone,
    paragraph,
    section,
    words,
)
from advisor.render.records.case import expect_fields, expected, given

_NO_TABLE = Benchmark((), ())


def cases_page(
    outcomes: Sequence[CaseOutcome],
    knowledge: Knowledge,
    table: Benchmark = _NO_TABLE,
    *,
    full: bool,
) -> Page:
    """Build the page: failed cases, or with `full` every case, then the count.

    `table` holds the decisions of real projects, if they are to be shown.
    """
    shown = outcomes if full else [each for each in outcomes if not each.holds]
    held = sum(each.holds for each in outcomes)
    total = len(outcomes)
    count = (
        f"{held} of {total} cases hold." if total != 1 else f"{held} of 1 case holds."
    )
    return Page(
        (
            *(block for each in shown for block in _case(each, knowledge, full=full)),
            paragraph(count, Tone.GOOD if held == total else Tone.BAD),
            *_known_misses(outcomes, knowledge),
            *benchmark_blocks(table),
        )
    )


def _known_misses(
    outcomes: Sequence[CaseOutcome], knowledge: Knowledge
) -> tuple[Block, ...]:
    items = [
        Item(
            (Span(each.case, Tone.CODE), Span(f": {failure_text(each.missed[0])}")),
            (words(knowledge.cases[each.case].miss, Tone.FAINT),),
        )
        for each in outcomes
        if each.missed
    ]
    return section("Known misses", Bullets(tuple(items)))


def cases_fields(
    outcomes: Sequence[CaseOutcome],
    knowledge: Knowledge,
    table: Benchmark = _NO_TABLE,
) -> Json:
    """Return every case with its outcome as JSON."""
    return {
        **benchmark_fields(table),
        "schema": SCHEMA,
        "knowledge": {"version": knowledge.version, "digest": knowledge.digest},
        "cases": len(outcomes),
        "held": sum(each.holds for each in outcomes),
        "outcomes": [_fields(each, knowledge) for each in outcomes],
    }


def _case(
    outcome: CaseOutcome, knowledge: Knowledge, *, full: bool
) -> tuple[Block, ...]:
    case = knowledge.cases[outcome.case]
    holds = Span("Holds: " if outcome.holds else "Fails: ", _tone(outcome))
    came = Span(f"{outcome.outcome} ({outcome.report.verdict.value})")
    whole = (
        *section("Answers", given(case, knowledge.wording)),
        *section("Expected", expected(case, knowledge.wording)),
        *section("Fired", _fired(outcome)),
    )
    return (
        Heading(f"{case.id}: {case.title}", level=1),
        paragraph(case.because),
        Paragraph((holds, came)),
        *((_failures(outcome),) if outcome.failures else ()),
        *(whole if full else ()),
        *section("Scores", _scores(outcome, knowledge)),
    )


def _tone(outcome: CaseOutcome) -> Tone:
    return Tone.GOOD if outcome.holds else Tone.BAD


def _failures(outcome: CaseOutcome) -> Bullets:
    return Bullets(tuple(Item(words(failure_text(e))) for e in outcome.failures))


def failure_text(failure: Failure) -> str:
    """Say what was expected and what came instead."""
    match failure:
        case WrongOutcome(accepted, came):
            return f"expected {' or '.join(accepted)}, but {came} came out"
        case DidNotFire(rule):
            return f"expected the rule {rule} to fire, but it did not"
        case FiredWrongly(rule):
            return f"expected the rule {rule} to stay silent, but it fired"
        case WrongRuntime(accepted, runtimes):
            found = listed(runtimes) or "no path"
            return f"expected a path to {' or '.join(accepted)}, but {found} came out"
        case NoLongerMissed():
            return "is marked as a known miss but comes out right: take out `miss`"
        case NotExcluded(framework):
            return f"expected {framework} to be excluded, but it was not"
        case _:
            assert_never(failure)


def _fired(outcome: CaseOutcome) -> Bullets:
    return Bullets(
        tuple(Item((Span(each.rule, Tone.CODE),)) for each in outcome.report.trace)
    )


def _scores(outcome: CaseOutcome, knowledge: Knowledge) -> Bullets:
    report = outcome.report
    lines: list[Line] = [
        (
            Span(f"{each.rank}. {knowledge.frameworks[each.framework].name} "),
            Span(f"{each.score.value:.3f} "),
            Span(f"({each.score.low:.2f} to {each.score.high:.2f})", Tone.FAINT),
        )
        for each in report.ranking
    ]
    lines += [
        words(f"{knowledge.frameworks[each.framework].name} not judged: {each.reason}")
        for each in report.not_judged
    ]
    lines += [
        words(f"{knowledge.frameworks[each.framework].name} excluded: {each.reason}")
        for each in report.excluded
    ]
    return Bullets(tuple(Item(line) for line in lines))


def _fields(outcome: CaseOutcome, knowledge: Knowledge) -> Json:
    case = knowledge.cases[outcome.case]
    return {
        "case": case.id,
        "title": case.title,
        "because": case.because,
        "holds": outcome.holds,
        "outcome": outcome.outcome,
        "verdict": outcome.report.verdict.value,
        "expect": expect_fields(case),
        "failures": [failure_text(each) for each in outcome.failures],
        "missed": [failure_text(each) for each in outcome.missed],
        "fired": [each.rule for each in outcome.report.trace],
        "excluded": [each.framework for each in outcome.report.excluded],
        "scores": {
            each.framework: round(each.score.value, 6)
            for each in outcome.report.ranking
        },
    }
