"""JSON Schema of the `gate` of a profile."""

from collections.abc import Sequence

from advisor.model.gate import NEVER_ACCEPTED, Check
from advisor.render.schema_parts import Schema, described, list_of, or_null, record

_WORDS: Schema = {"type": "string", "minLength": 1, "maxLength": 500}


def gate_schema(frameworks: Sequence[str]) -> Schema:
    """Describe the framework in use, the margin and the accepted findings."""
    checks = [each.value for each in Check if each not in NEVER_ACCEPTED]
    exception = record(
        {
            "finding": described(
                {"enum": checks}, "The check whose findings are accepted."
            ),
            "about": described(
                or_null(_WORDS),
                "What the finding is about, as it says in brackets behind the check. "
                "Without it, every finding of the check is accepted.",
            ),
            "reason": described(_WORDS, "Why you accept it."),
            "owner": described(_WORDS, "Who answers for it."),
            "expires": described(
                {"type": "string", "format": "date"},
                "The day from which on it counts again.",
            ),
        },
        required=("finding", "reason", "owner", "expires"),
    )
    settings: dict[str, Schema] = {
        "framework": described(
            {"enum": list(frameworks)}, "The framework that the team has chosen."
        ),
        "margin": described(
            {"type": "number", "minimum": 0, "maximum": 1},
            "How far it may be behind the first, in points of the score; 0 if it is "
            "left out. A tie is always allowed.",
        ),
        "exceptions": described(
            list_of(exception), "Findings that the team accepts for a while."
        ),
    }
    gate = record({name: or_null(each) for name, each in settings.items()}, required=())
    return described(gate, "What advisor check holds the project to.")
