from dataclasses import replace

from advisor.model.knowledge import Knowledge
from advisor.model.report import Report
from advisor.render.explanation_words import note_of, origin, signed, silent_on
from advisor.render.page import Span, Tone


def test_silence_is_named_criterion_by_criterion(
    report: Report, small: Knowledge
) -> None:
    assert silent_on(report.not_judged[0].score, small) == (
        "speed of [training] and documentation"
    )
    assert silent_on(report.ranking[0].score, small) == "anything"


def test_a_weight_says_where_it_comes_from(report: Report, small: Knowledge) -> None:
    docs, speed, tools = (origin(each, small.wording) for each in report.weighting)
    assert docs == "weights in the profile (2)"
    assert speed == "wants-speed +3, priorities +2"
    assert tools == "wants-speed +3, 0.8 is enough"


def test_a_note_is_told_where_there_is_one(small: Knowledge) -> None:
    claim = small.claims["c-1"]
    (span,) = note_of(replace(claim, note="odd"), small.wording)
    assert span.text == " Note: odd"
    assert note_of(claim, small.wording) == ()


def test_a_difference_too_small_to_show_has_no_sign() -> None:
    assert signed(-0.0001) == Span("0.000", Tone.FAINT)
    assert signed(0.0004, 2) == Span("0.00", Tone.FAINT)
    assert signed(-0.0126) == Span("-0.013", Tone.BAD)
    assert signed(0.02, 2) == Span("+0.02", Tone.GOOD)
