from advisor.model.language import Wording
from advisor.render.page import (
    Bar,
    Bars,
    Block,
    Bullets,
    Grid,
    Heading,
    Item,
    Span,
    Tone,
    paragraph,
    phrase,
    section,
    words,
)


def test_a_section_has_a_title_and_its_blocks() -> None:
    text = paragraph("text")
    assert section("Title", text) == (Heading("Title"), text)


def test_a_section_without_content_is_left_out_with_its_title() -> None:
    empty: tuple[Block, ...] = (Bullets(()), Grid(("a",), ()), Bars((), Wording()))
    assert section("Title", *empty) == ()
    assert section("Title") == ()


def test_empty_blocks_vanish_from_a_section_that_has_others() -> None:
    items = Bullets((Item(words("one")),))
    assert section("Title", Bullets(()), items) == (Heading("Title"), items)


def test_full_blocks_stay() -> None:
    grid = Grid(("a",), ((words("1"),),))
    bars = Bars((Bar("1.", "Alpha", 0.1, 0.2, 0.3),), Wording())
    assert section("Title", grid, bars) == (Heading("Title"), grid, bars)


def test_words_are_one_piece_with_one_tone() -> None:
    assert words("a b", Tone.BAD) == (Span("a b", Tone.BAD),)
    assert paragraph("a b").line == (Span("a b", Tone.PLAIN),)


def test_a_span_put_into_a_message_keeps_its_tone_wherever_it_stands() -> None:
    name, rule = Span("Alpha", Tone.STRONG), Span("r-1", Tone.CODE)
    assert phrase(f"{name}: gone ({rule})", Tone.FAINT) == (
        name,
        Span(": gone (", Tone.FAINT),
        rule,
        Span(")", Tone.FAINT),
    )
    assert phrase(f"({rule}) {name}") == (Span("("), rule, Span(") "), name)


def test_a_message_without_spans_is_one_piece_and_an_empty_one_is_none() -> None:
    assert phrase("a {b}", Tone.BAD) == words("a {b}", Tone.BAD)
    assert phrase("") == ()
