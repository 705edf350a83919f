"""What a finding means, whoever has it: for people and, as JSON, for programs."""

from collections.abc import Iterable, Sequence

from advisor.model.gate import NEVER_ACCEPTED
from advisor.model.language import Wording
from advisor.render.check.counts import severity_text
from advisor.render.check.rules import CheckRule, check_rules
from advisor.render.check.tally import severity_word
from advisor.render.json_text import SCHEMA, Json
from advisor.render.page import Block, Heading, Page, Tone, paragraph

_EXCEPTION = (
    "gate: {{exceptions: [{{finding: {check}, reason: …, owner: …, "
    "expires: YYYY-MM-DD}}]}}"
)


def explained_page(checks: Sequence[str], wording: Wording) -> Page:
    """Build the page on these checks (ids): meaning, usual severity, how to accept it."""
    return Page(
        tuple(
            block
            for number, each in enumerate(_rules(checks, wording))
            for block in _blocks(each, 1 if number == 0 else 2, wording)
        )
    )


def explained_fields(checks: Sequence[str], wording: Wording) -> Json:
    """Return the same as fields."""
    return {
        "schema": SCHEMA,
        "findings": [
            {
                "check": each.check.value,
                "title": each.title,
                "description": each.description,
                "severity": severity_word(each.severity),
                "acceptable": each.check not in NEVER_ACCEPTED,
                "help": each.help,
            }
            for each in _rules(checks, wording)
        ],
    }


def _rules(checks: Sequence[str], wording: Wording) -> Iterable[CheckRule]:
    return (each for each in check_rules(wording) if each.check.value in checks)


def _blocks(rule: CheckRule, level: int, wording: Wording) -> Iterable[Block]:
    check, usual = rule.check.value, severity_text(rule.severity, wording)
    colon = wording("common.colon")
    yield Heading(f"{check}{colon}{rule.title}", level)
    yield paragraph(rule.description)
    yield paragraph(wording("check-report.usual-severity", severity=usual))
    yield paragraph(rule.help)
    if rule.check not in NEVER_ACCEPTED:
        yield paragraph(_EXCEPTION.format(check=check), Tone.CODE)
