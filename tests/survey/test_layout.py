import re

import pytest

from advisor.model.columns import columns
from advisor.survey.layout import laid_out
from advisor.survey.lines import Line, Tone

LONG = Line("word " * 30, Tone.PLAIN, indent=2, hang=4, aside="(aside words)")


def _bare(text: str) -> str:
    return re.sub(r"\x1b\[\d+m", "", text)


@pytest.mark.parametrize("width", [24, 40, 80])
def test_no_row_is_wider_than_the_terminal(width: int) -> None:
    assert max(map(columns, laid_out(LONG, width, colour=False).split("\n"))) <= width


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
    assert max(map(columns, laid_out(LONG, 300, colour=False).split("\n"))) <= 100


def test_an_empty_line_stays_empty() -> None:
    assert laid_out(Line(), 80, colour=True) == ""


CHINESE = Line(
    "PyTorch 和 TensorFlow（谷歌）都支持“分布式”训练，但部署方式不同。" * 3,
    Tone.PLAIN,
    indent=2,
    hang=2,
    aside="（当前回答：生产环境）",
)


def test_a_chinese_character_takes_two_columns_and_an_accent_none() -> None:
    assert columns("框架") == 4
    assert columns("e\u0301") == 1
    assert columns("，") == 2


@pytest.mark.parametrize("width", range(24, 70))
def test_chinese_is_broken_between_characters_but_not_at_punctuation(
    width: int,
) -> None:
    rows = laid_out(CHINESE, width, colour=False).split("\n")
    assert max(map(columns, rows)) <= width
    assert not [row for row in rows if row.lstrip()[0] in "，。）”"]
    assert not [row for row in rows if row[-1] in "（“"]
    joined = "".join("".join(row.split()) for row in rows)
    assert joined == "".join((CHINESE.text + CHINESE.aside).split())


def test_a_word_that_is_wider_than_the_terminal_is_cut() -> None:
    rows = laid_out(Line("x" * 60), 24, colour=False).split("\n")
    assert rows == ["x" * 24, "x" * 24, "x" * 12]
