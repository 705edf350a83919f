"""What is said between questions: what was removed, and why nothing more is asked."""

from collections.abc import Iterator, Sequence

from advisor.model.knowledge import Knowledge
from advisor.model.language import Wording
from advisor.survey.lines import Line, Tone


def dropped_lines(dropped: Sequence[str], knowledge: Knowledge) -> Iterator[Line]:
    """Yield which answers a step has made pointless, if it has."""
    if dropped:
        wording = knowledge.wording
        titles = wording.clauses(knowledge.questions[each].title for each in dropped)
        yield Line(wording("interview.dropped", titles=titles), Tone.BAD, 2, 2)


def end_line(wording: Wording, *, proved: bool, closed: bool, update: bool) -> Line:
    """Return why nothing more is asked: that is `proved`, or all was asked.

    `closed` says that the proof leaves questions out, `update` that only those of an
    update were to be asked.
    """
    match proved, closed, update:
        case True, True, _:
            text = wording("interview.settled-but-closed")
        case True, False, _:
            text = wording("interview.settled")
        case False, _, True:
            text = wording("interview.update-complete")
        case _:
            text = wording("interview.complete")
    return Line(text, Tone.GOOD, 2, 2)
