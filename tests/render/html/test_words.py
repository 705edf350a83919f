from pathlib import Path

from advisor.model.language import Wording
from advisor.render import html
from advisor.render.html.words import labels

TEMPLATES = Path(html.__path__[0]) / "templates"
SHAPES = {"for", "neutral", "against", "aside"}


def test_every_word_is_said_in_some_template(wording: Wording) -> None:
    said = "".join(
        each.read_text(encoding="utf-8") for each in TEMPLATES.glob("*.html.j2")
    )
    unsaid = {each for each in labels(wording) if f"say.{each} " not in said}
    assert unsaid == SHAPES


def test_the_places_that_the_page_fills_in_are_left_open(
    wording: Wording, chinese: Wording
) -> None:
    for own in (labels(wording), labels(chinese)):
        assert "{framework}" in own["live_first"]
        assert "{frameworks}" in own["live_tie"]
        assert "{outcome}" in own["live_same"]
