"""Writing results: standard output or a file, with or without colour."""

import os
import sys
from collections.abc import Callable, Mapping
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any, assert_never

from advisor.cli.format import Format
from advisor.files.wording import shown
from advisor.model.errors import InputError

if TYPE_CHECKING:
    from advisor.model.knowledge import Knowledge
    from advisor.model.language import Wording
    from advisor.model.report import Report
    from advisor.render.page import Page

STANDARD_OUTPUT = "-"
_PAGE_WIDTH = 80


def emit_result(
    format_: Format,
    output: Path | None,
    document: Callable[[], Mapping[str, Any]],
    page: Callable[[], "Page"],
    wording: "Wording",
) -> None:
    """Write a result in the format asked for; only what that format needs is built."""
    match format_:
        case Format.JSON:
            from advisor.render.json_text import render as render_json

            text = render_json(document())
        case Format.HTML:
            from advisor.render.html.document import render as render_html

            text = render_html(page(), wording)
        case Format.MARKDOWN:
            from advisor.render.markdown import render as render_markdown

            text = render_markdown(page())
        case Format.TERMINAL:
            text = _terminal_text(page(), output)
        case _:
            assert_never(format_)
    emit(text, output)


def keep_apart(profile: str | None, output: Path | None) -> None:
    """Refuse to write a result over the profile that it is made from."""
    if profile is None or output is None or not output.exists():
        return
    if Path(profile).exists() and output.samefile(profile):
        where = shown(str(output))
        raise InputError(f"--output: {where} is the profile itself; name another file")


def emit_report(
    report: "Report", knowledge: "Knowledge", format_: Format, output: Path | None
) -> None:
    """Write a recommendation; as HTML, with everything behind it."""
    if format_ is Format.HTML:
        from advisor.render.html.report import report_document

        emit(report_document(report, knowledge), output)
        return

    def page() -> "Page":
        from advisor.render.recommendation import recommendation_page

        return recommendation_page(report, knowledge)

    def document() -> Mapping[str, Any]:
        from advisor.render.json import result

        return result(report)

    emit_result(format_, output, document, page, knowledge.wording)


def emit(text: str, output: Path | None) -> None:
    """Write `text` to a file (all of it or nothing), or to standard output (also `-`)."""
    file = _file(output)
    if file is not None:
        from advisor.files.text import write_text

        write_text(file, text)
        return
    if sys.stdout is None:
        raise InputError("standard output is closed; use --output FILE")
    _set_encoding()
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise InputError(f"standard output: cannot write: {error.strerror}") from error


def _file(output: Path | None) -> Path | None:
    return None if output is None or str(output) == STANDARD_OUTPUT else output


def _set_encoding() -> None:
    """Make every character writable: pipes get UTF-8, as files do."""
    if not isinstance(sys.stdout, TextIOWrapper):
        return
    if sys.stdout.isatty():
        sys.stdout.reconfigure(errors="replace")
    else:
        sys.stdout.reconfigure(encoding="utf-8")


def _terminal_text(page: "Page", output: Path | None) -> str:
    import shutil

    from advisor.render.terminal import render as render_terminal

    direct = _file(output) is None
    to_terminal = direct and sys.stdout is not None and sys.stdout.isatty()
    width = _PAGE_WIDTH  # of files, wherever they are written from
    if direct:
        width = shutil.get_terminal_size((_PAGE_WIDTH, 24)).columns
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    colour = to_terminal and not plain
    return render_terminal(page, width, colour=colour)
