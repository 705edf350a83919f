"""Writing what a run of the gate found, in the format asked for."""

from pathlib import Path

from advisor.cli.format import CheckFormat, Format
from advisor.cli.output import emit, emit_result
from advisor.model.checked import GateReport
from advisor.model.knowledge import Knowledge


def emit_check(
    report: GateReport, knowledge: Knowledge, format_: CheckFormat, output: Path | None
) -> None:
    """Write a report of the gate to a file, or to standard output."""
    match format_:
        case CheckFormat.GITHUB:
            from advisor.render.check.github import annotations

            emit(annotations(report), output)
        case CheckFormat.GITLAB:
            from advisor.render.check.gitlab import code_quality

            emit(code_quality(report), output)
        case CheckFormat.JUNIT:
            from advisor.render.check.junit import junit

            emit(junit(report), output)
        case CheckFormat.SARIF:
            from advisor import __version__
            from advisor.render.check.sarif import sarif

            emit(sarif(report, knowledge, __version__), output)
        case _:
            from advisor.render.check.json import check_fields
            from advisor.render.check.page import check_page

            emit_result(
                Format(format_.value),
                output,
                lambda: check_fields(report),
                lambda: check_page(report, knowledge),
                knowledge.wording,
            )
