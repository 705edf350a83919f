"""JSON Schema (2020-12) of what `advisor check` writes: results, locks, baselines."""

from enum import StrEnum

from advisor.model.evidence import Evidence
from advisor.model.finding import Severity
from advisor.model.gate import NEVER_KNOWN, Check
from advisor.model.knowledge import Knowledge
from advisor.model.path import Maturity
from advisor.model.report import Verdict
from advisor.render.check.tally import SEVERITIES, severity_word
from advisor.render.schema import profile_schema
from advisor.render.schema_parts import (
    COUNT,
    DIALECT,
    SHARE,
    TEXT,
    TEXTS,
    Schema,
    described,
    list_of,
    map_of,
    or_null,
    record,
)

_VERSION: Schema = {"const": 1}
_LINE: Schema = {"type": "integer", "minimum": 1}
_DATE: Schema = {"type": "string", "format": "date"}
_WORD: Schema = {"type": "string", "minLength": 1}
_SHA256: Schema = {"type": "string", "pattern": "^sha256:[0-9a-f]{64}$"}
_FINGERPRINT: Schema = {
    "type": "string",
    "pattern": "^[0-9a-f]{64}$",
    "description": "Stays the same for as long as check, subject and file do.",
}
_DIGESTS = "each with a digest of what it said."
_SUBJECT = described(TEXT, "What it is about; an exception names it under about.")


def check_schema() -> Schema:
    """Describe the JSON result of a check, version 1. Later versions only add keys."""
    severities = [severity_word(each) for each in SEVERITIES]
    counts = dict.fromkeys((*severities, "accepted", "known", "failing"), COUNT)
    properties = {
        "schema": _VERSION,
        "passed": described(
            {"type": "boolean"}, "Nothing fails, and every profile could be read."
        ),
        "fail_on": or_null(
            {"enum": severities}, "no finding fails; an invalid profile still does"
        ),
        "evidence": _one_of(Evidence),
        "knowledge": record({"version": TEXT, "digest": TEXT}),
        "counts": described(
            record(counts),
            "By severity what counts; the accepted, and the known (in the baseline), "
            "do not.",
        ),
        "profiles": list_of(_profile()),
        "beside": described(
            list_of(_finding()), "About no profile, but about the baseline."
        ),
    }
    return {"$schema": DIALECT, "title": "advisor check", **record(properties)}


def lock_schema(knowledge: Knowledge) -> Schema:
    """Describe `advisor.lock`; a recorded profile may have answers that are gone now."""
    return {
        "$schema": DIALECT,
        "title": "advisor lock",
        "description": "The decisions on record for the profiles beside the file. "
        "Written by advisor check --record and --update.",
        **record({"schema": _VERSION, "profiles": map_of(_recorded(knowledge))}),
    }


def baseline_schema() -> Schema:
    """Describe a baseline file."""
    known = [each for each in Check if each not in NEVER_KNOWN]
    finding = record(
        {
            "check": {"enum": [each.value for each in known]},
            "file": TEXT,
            "subject": _SUBJECT,
            "fingerprint": _FINGERPRINT,
        }
    )
    properties = {"schema": _VERSION, "findings": list_of(finding)}
    return {
        "$schema": DIALECT,
        "title": "advisor baseline",
        "description": "Findings that no longer count. Written by "
        "advisor check --write-baseline, read with --baseline; the fingerprint decides.",
        **record(properties),
    }


def _one_of(members: type[StrEnum]) -> Schema:
    return {"enum": [each.value for each in members]}


def _profile() -> Schema:
    judged = record(
        {
            "as_of": _DATE,
            "verdict": _one_of(Verdict),
            "recommended": described(TEXTS, "Several are a tie; none is no basis."),
            "choice": or_null(TEXT, "the profile names none"),
            "recorded": or_null(_DATE, "no decision is on record"),
            "dependency_files": TEXTS,
        }
    )
    return record(
        {
            "file": TEXT,
            "project": TEXT,
            "judged": or_null(judged, "the profile could not be read"),
            "findings": list_of(_finding()),
        }
    )


def _finding() -> Schema:
    return record(
        {
            "check": _one_of(Check),
            "severity": {"enum": [severity_word(each) for each in Severity]},
            "fails": described({"type": "boolean"}, "It fails the check."),
            "file": TEXT,
            "line": _LINE,
            "subject": _SUBJECT,
            "message": TEXT,
            "details": described(TEXTS, "Why, and what moved; a sentence each."),
            "help": described(TEXT, "What to do."),
            "fingerprint": _FINGERPRINT,
            "treatment": _treatment(),
        }
    )


def _treatment() -> Schema:
    accepted = {
        "kind": {"const": "accepted"},
        "reason": TEXT,
        "owner": TEXT,
        "expires": _DATE,
    }
    plain = record({"kind": {"enum": ["open", "known"]}})
    return {
        "anyOf": [plain, record(accepted)],
        "description": "open: it counts; known: it is in the baseline; "
        "accepted: by an exception in the profile, until the day on which it expires.",
    }


def _recorded(knowledge: Knowledge) -> Schema:
    ranked = {"framework": _WORD, "rank": _LINE, "score": SHARE}
    path = {"target": _WORD, "path": _WORD, "maturity": _one_of(Maturity)}
    always: dict[str, Schema] = {
        "as-of": _DATE,
        "evidence": _one_of(Evidence),
        "verdict": _one_of(Verdict),
        "ranking": list_of(record(ranked)),
        "profile": described(
            _recorded_profile(knowledge), "What the decision was made of."
        ),
        "profile-digest": _SHA256,
        "knowledge-version": TEXT,
        "knowledge-digest": TEXT,
    }
    sometimes: dict[str, Schema] = {
        "framework": described(_WORD, "The recommended one, if there was one."),
        "choice": described(_WORD, "The one that the team had chosen."),
        "excluded": described(map_of(TEXTS), "By framework the rules that did it."),
        "paths": described(
            list_of(record(path)), "How the framework in use reached each target."
        ),
        "parts": described(
            map_of(map_of(SHARE)), "By criterion what it added to each score."
        ),
        "rules": described(map_of(TEXT), f"Those that fired; {_DIGESTS}"),
        "claims": described(map_of(TEXT), f"Those that were heard; {_DIGESTS}"),
        "security": described(
            TEXTS, "Claims then in force on the security of the framework in use."
        ),
        "lost": described(TEXTS, "Answers to questions that are gone since."),
    }
    return record({**always, **sometimes}, required=tuple(always))


def _recorded_profile(knowledge: Knowledge) -> Schema:
    """Describe a profile as recorded: what the questionnaire no longer has may stay."""
    properties = dict(profile_schema(knowledge)["properties"])
    for name in ("answers", "weights"):
        properties[name] = {"type": ["object", "null"]}
    return record(properties, required=("schema",))
