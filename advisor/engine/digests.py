"""Digests: fingerprints of what can move a recommendation, and of nothing else."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import is_dataclass
from datetime import date

from advisor.engine.facts import PRIORITIES
from advisor.model.evidence import Claim
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.question import Answer
from advisor.model.rule import Rule

_SHORT = 16  # digits; enough for people to tell the versions of one record apart

Plain = str | float | bool | None | Sequence["Plain"] | Mapping[str, "Plain"]


def profile_digest(profile: Profile) -> str:
    """Return `sha256:…` of the answers, weights and whether retired ones are allowed.

    Profiles with which the engine does the same have the same digest: the order of keys
    does not count, nor that of several answers, but for the priorities.
    """
    said: Plain = {
        "answers": {
            name: settled(name, each) for name, each in profile.answers.items()
        },
        "weights": {name: each + 0.0 for name, each in profile.weights.items()},
        "allow-retired": profile.allow_retired,
    }
    return f"sha256:{_sha(said)}"


def claim_digest(claim: Claim, knowledge: Knowledge) -> str:
    """Return 16 hexadecimal digits of what a claim says and how far it is trusted.

    That is everything that decides which cells it speaks on, how and when, its source
    included; its words and the place of the passage are not.
    """
    source = knowledge.sources[claim.source]
    said = {
        "criterion": knowledge.criterion_of[claim.id],
        "source": claim.source,
        "kind": source.kind,
        "reliability": source.reliability.value,
        "date": knowledge.date_of(claim),
        "confirmed": claim.confirmed,
        "valid-until": claim.valid_until,
        "confidence": claim.confidence,
        "when": claim.when,
        "versions": claim.versions,
        "favours": sorted(claim.favours),
        "against": sorted(claim.against),
        "strength": claim.strength,
        "performance": claim.performance,
        "measured": claim.measured,
        "also": sorted(claim.also),
        "restates": claim.restates,
        "supersedes": sorted(claim.supersedes),
    }
    return _sha(_plain(said))[:_SHORT]


def rule_digest(rule: Rule) -> str:
    """Return 16 hexadecimal digits of when a rule fires, what it does and rests on."""
    said = {"when": rule.when, "then": rule.then, "claims": sorted(rule.claims)}
    return _sha(_plain(said))[:_SHORT]


def settled(name: str, answer: Answer) -> Answer:
    """Return an answer in the one order of those that the engine cannot tell apart."""
    if isinstance(answer, tuple) and name != PRIORITIES:
        return tuple(sorted(answer))
    return answer


def _plain(value: object) -> Plain:
    """Return a value as JSON has it. What is empty is left out, as in the YAML."""
    match value:
        case date():
            return value.isoformat()
        case str() | bool() | None:
            return value
        case int() | float():
            return float(value)
        case Mapping():
            entries = {str(name): _plain(each) for name, each in value.items()}
            return {name: each for name, each in entries.items() if not _empty(each)}
        case list() | tuple():
            return [_plain(each) for each in value]
        case _ if is_dataclass(value):
            return {type(value).__name__: _plain(vars(value))}
        case _:
            raise TypeError(f"no digest of a {type(value).__name__}")


def _empty(value: Plain) -> bool:
    return value is None or (isinstance(value, Sequence | Mapping) and not value)


def _sha(value: Plain) -> str:
    text = json.dumps(value, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
