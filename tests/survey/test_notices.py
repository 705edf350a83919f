import pytest

from advisor.model.knowledge import Knowledge
from advisor.survey.lines import Tone
from advisor.survey.notices import dropped_lines, end_line


def test_answers_that_were_removed_are_told_by_their_titles(
    knowledge: Knowledge,
) -> None:
    (line,) = dropped_lines(("latency", "hot-swap"), knowledge)
    titles = [knowledge.questions[each].title for each in ("latency", "hot-swap")]
    assert line.text == f"Removed, as it no longer applies: {'; '.join(titles)}"
    assert line.tone is Tone.BAD


def test_where_nothing_was_removed_nothing_is_said(knowledge: Knowledge) -> None:
    assert not list(dropped_lines((), knowledge))


@pytest.mark.parametrize(
    ("proved", "closed", "update", "text"),
    [
        (True, False, False, "Settled: nothing else you could answer changes this."),
        (True, True, False, "what you skipped or do not know still could."),
        (False, True, False, "Everything that could be asked has been asked."),
        (False, True, True, "Nothing that is new or no longer valid is left to ask."),
    ],
)
def test_the_end_is_said_as_it_is(
    proved: bool, closed: bool, update: bool, text: str, knowledge: Knowledge
) -> None:
    how = {"proved": proved, "closed": closed, "update": update}
    assert end_line(knowledge.wording, **how).text.endswith(text)
