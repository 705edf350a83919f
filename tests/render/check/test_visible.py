import pytest
from hypothesis import given

from advisor.model.names import unsafe
from advisor.render.check.visible import visible, visible_report
from tests.render.check.reports import ANY_TEXT, a_full_report


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("as it is, ünïcödé 框架 🙂", "as it is, ünïcödé 框架 🙂"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("two\nlines\r\t", "two\\nlines\\r\\t"),
        ("\u202eturned", "\\u202eturned"),
        ("\u2028\udc80", "\\u2028\\udc80"),
        ("\ufffe\uffff", "\\ufffe\\uffff"),
    ],
)
def test_what_nobody_would_see_is_written_as_an_escape(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(ANY_TEXT)
def test_a_visible_text_can_be_written_anywhere_and_stays_as_it_is(text: str) -> None:
    shown = visible(text)
    assert not unsafe(shown)
    assert visible(shown) == shown
    assert shown.encode("utf-8").decode("utf-8") == shown


def test_a_report_without_anything_hidden_stays_as_it_is() -> None:
    assert visible_report(a_full_report()) == a_full_report()
