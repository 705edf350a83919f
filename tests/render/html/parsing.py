"""What an independent parser makes of a document."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib


def parse(document: str) -> Element:
    """Return the root of a document; raises where it is not well formed."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    root = parser.parse(document)
    assert isinstance(root, Element)
    return root


def tag(element: Element) -> str:
    """Return the name of an element without the namespace of drawings."""
    return str(element.tag).rpartition("}")[2]


def elements(root: Element, *names: str) -> Iterator[Element]:
    """Yield the elements of these names, or all, in the order of the document."""
    for each in root.iter():
        comment = callable(each.tag)
        if not comment and (not names or tag(each) in names):
            yield each


def text(element: Element) -> str:
    """Return the text of an element, its white space pressed together."""
    return " ".join("".join(element.itertext()).split())


def shape(root: Element) -> list[tuple[str, tuple[str, ...]]]:
    """Return every element with the names of its attributes."""
    return [(tag(each), tuple(sorted(each.attrib))) for each in elements(root)]
