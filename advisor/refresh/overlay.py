"""The measurements as the YAML files of an overlay, in the shape of the rule base."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from advisor.model.errors import InputError
from advisor.model.evidence import Claim, Source
from advisor.refresh.claims import CADENCE, PLATFORMS, Measurement

HEADER = "# Measured by `advisor knowledge refresh`, which writes this file anew.\n"

_PLAIN = re.compile(r"[a-z][a-z0-9-]*")
# Ids that YAML, or another reader of it, would not take for text.
_TAKEN = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})


def claim_file(criterion: str) -> str:
    """Return where the claims on a criterion lie in an overlay."""
    return f"claims/{criterion}.yaml"


def overlay(
    measured: Sequence[Measurement], earlier: Mapping[str, Sequence[Claim]]
) -> Mapping[str, str]:
    """Return the text of every file by its place in the overlay.

    `earlier` are the claims that an earlier run left there, by criterion: those of
    frameworks that are not measured now stay. Sources come first, so that a folder in
    which writing was interrupted still holds together.
    """
    sources = {each.source.id: each.source for each in measured}
    made = {
        CADENCE: [each.releases for each in measured],
        PLATFORMS: [each.wheels for each in measured],
    }
    return {
        **{f"sources/{id_}.yaml": _source(each) for id_, each in sources.items()},
        **{
            claim_file(criterion): _claims(criterion, earlier.get(criterion, ()), new)
            for criterion, new in made.items()
        },
    }


def _source(source: Source) -> str:
    lines = [
        f"id: {_text(source.id)}",
        f"title: {_text(source.title)}",
        f"kind: {source.kind.value}",
        f"language: {_text(source.language)}",
        f"dates: {{published: {source.date.isoformat()}}}",
        f"url: {_text(source.url)}",
        f"reliability: {{value: {source.reliability.value}, "
        f"because: {_text(source.reliability.because)}}}",
    ]
    return HEADER + "\n".join(lines) + "\n"


def _claims(criterion: str, earlier: Iterable[Claim], new: Iterable[Claim]) -> str:
    claims = {each.id: each for each in (*earlier, *new)}
    blocks = ["\n".join(_claim(claims[id_])) for id_ in sorted(claims)]
    return f"{HEADER}criterion: {criterion}\nclaims:\n\n" + "\n\n".join(blocks) + "\n"


def _claim(claim: Claim) -> Iterator[str]:
    yield f"- id: {_text(claim.id)}"
    yield f"  source: {_text(claim.source)}"
    if claim.date_ is not None:
        yield f"  date: {claim.date_.isoformat()}"
    if claim.confirmed is not None:
        yield f"  confirmed: {claim.confirmed.isoformat()}"
    yield f"  statement: {_text(claim.statement)}"
    yield f"  kind: {claim.kind.value}"
    yield f"  subjects: {_list(claim.subjects)}"
    if claim.measured is not None:
        pairs = (f"{_text(each)}: {n:g}" for each, n in claim.measured.items())
        yield f"  measured: {{{', '.join(pairs)}}}"
    yield f"  confidence: {claim.confidence.value}"
    if claim.supersedes:
        yield f"  supersedes: {_list(claim.supersedes)}"
    if claim.note:
        yield f"  note: {_text(claim.note)}"


def _list(words: Iterable[str]) -> str:
    return f"[{', '.join(map(_text, words))}]"


def _text(text: str) -> str:
    """Write a text so that YAML reads exactly it, or refuse what nobody can see."""
    if not text.isprintable():
        raise InputError(f"{text!r}: contains an invisible character; nothing written")
    if _PLAIN.fullmatch(text) and text not in _TAKEN:
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
