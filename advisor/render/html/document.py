"""A page as one HTML document that needs nothing else: no network, no other file."""

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from advisor.model.language import Wording
from advisor.model.names import unsafe
from advisor.render.html.words import labels
from advisor.render.page import Heading, Page

# An address that a browser may be sent to; `javascript:` and the like are none.
_WEB = re.compile(r"https?://[^\s<>\"`\\]+", re.IGNORECASE)
_UNSEEN = "\N{REPLACEMENT CHARACTER}"


def render(page: Page, wording: Wording) -> str:
    """Write any page as a document in the language of `wording`."""
    return compose("page.html.j2", wording, _title(page), page=page)


def compose(
    template: str, wording: Wording, title: str, *, script: str = "", **values: object
) -> str:
    """Fill a template that extends `document.html.j2`; `script` names one of our files.

    Every value is escaped where it is put in; what a reader would not see, such as a
    change of direction, comes out as a mark of its own.
    """
    style = _source("style.css")
    program = _source(script) if script else Markup()
    return (
        _environment()
        .get_template(template)
        .render(
            values,
            language=wording.language.value,
            title=title,
            say=labels(wording),
            style=style,
            script=program,
            policy=_policy(style, program),
        )
    )


def web_address(url: str) -> str:
    """Return an address if a link may lead there, else ""."""
    return url if _WEB.fullmatch(url) and not unsafe(url) else ""


def _title(page: Page) -> str:
    return next((each.text for each in page.blocks if isinstance(each, Heading)), "")


def _policy(style: str, script: str) -> str:
    """Forbid everything but this style and this script (Content Security Policy 3)."""
    allowed = f"'{_fingerprint(script)}'" if script else "'none'"
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_fingerprint(style)}'",
            f"script-src {allowed}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _fingerprint(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("advisor.render.html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_visible,
    )
    environment.filters["web"] = web_address
    environment.filters["share"] = share
    return environment


@cache
def _source(name: str) -> Markup:
    """Return a file of ours as it stands; it holds no data."""
    loader = _environment().loader
    if loader is None:
        raise LookupError(name)
    # Nothing of a user or of a rule base is in these files.
    return Markup(loader.get_source(_environment(), name)[0])


def _visible(value: object) -> object:
    """Replace what nobody would see in a text from outside."""
    if not isinstance(value, str) or isinstance(value, Markup) or not unsafe(value):
        return value
    return "".join(_UNSEEN if unsafe(each) and each != "\n" else each for each in value)


def share(part: float) -> str:
    """Return a part of a whole as the length of a drawing: 0.25 is "25%"."""
    return f"{100 * part:.4g}%"
