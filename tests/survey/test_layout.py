import re

import pytest

from advisor.survey.layout import laid_out
from advisor.survey.script import Line, Tone

LONG = Line("word " * 30, Tone.PLAIN, indent=2, hang=4, aside="(aside words)")


def _bare(text: str) -> str:
    return re.sub(r"\x1b\[\d+m", "", text)


@pytest.mark.parametrize("width", [24, 40, 80])
def test_no_row_is_wider_than_the_terminal(width: int) -> None:
    assert max(map(len, laid_out(LONG, width, colour=False).split("\n"))) <= width


@pytest.mark.parametrize("width", [24, 40, 80, 300])
def test_colour_changes_nothing_but_the_colour(width: int) -> None:
    for tone in Tone:
        line = Line(LONG.text, tone, 2, 4, LONG.aside)
        coloured = laid_out(line, width, colour=True)
        assert _bare(coloured) == laid_out(line, width, colour=False)


def test_only_the_aside_is_faint_wherever_the_line_is_broken() -> None:
    for width in range(24, 100):
        coloured = laid_out(LONG, width, colour=True)
        faint = " ".join(re.findall(r"\x1b\[2m(.*?)\x1b\[0m", coloured))
        assert faint.split() == ["(aside", "words)"], width


def test_a_very_wide_terminal_gets_a_readable_measure() -> None:
    assert max(map(len, laid_out(LONG, 300, colour=False).split("\n"))) <= 100


def test_an_empty_line_stays_empty() -> None:
    assert laid_out(Line(), 80, colour=True) == ""
