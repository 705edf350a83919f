"""A recorded decision as lines of YAML."""

from collections.abc import Iterator, Mapping

from advisor.files.yaml_text import listing, quoted, scalar
from advisor.knowledge.profile_text import HEADER, profile_text
from advisor.model.knowledge import Knowledge
from advisor.model.recorded import Recorded


def lock_lines(recorded: Recorded, knowledge: Knowledge) -> Iterator[str]:
    """Yield the entry of one profile: what people look for first, digests last."""
    yield f"as-of: {recorded.as_of.isoformat()}"
    yield f"evidence: {recorded.evidence.value}"
    yield f"verdict: {recorded.verdict.value}"
    if recorded.framework:
        yield f"framework: {scalar(recorded.framework)}"
    if recorded.choice:
        yield f"choice: {scalar(recorded.choice)}"
    yield from _ranking(recorded)
    yield from _paths(recorded)
    yield from _lists("excluded", recorded.excluded)
    yield from _list("security", recorded.security)
    yield from _list("lost", recorded.lost)
    yield "profile:"
    text = profile_text(recorded.profile, knowledge).removeprefix(HEADER)
    yield from (f"  {line}" for line in text.splitlines())
    yield f"profile-digest: {scalar(recorded.profile_digest)}"
    yield f"knowledge-version: {scalar(recorded.knowledge_version)}"
    yield f"knowledge-digest: {scalar(recorded.knowledge_digest)}"
    yield from _parts(recorded)
    yield from _digests("rules", recorded.rules)
    yield from _digests("claims", recorded.claims)


def _ranking(recorded: Recorded) -> Iterator[str]:
    yield "ranking:" if recorded.ranking else "ranking: []"
    for each in recorded.ranking:
        name, score = scalar(each.framework), f"{each.score:.6f}"
        yield f"  - {{framework: {name}, rank: {each.rank}, score: {score}}}"


def _parts(recorded: Recorded) -> Iterator[str]:
    if recorded.parts:
        yield "parts:"
    for criterion, row in sorted(recorded.parts.items()):
        shares = (f"{scalar(each)}: {own:.6f}" for each, own in sorted(row.items()))
        yield f"  {scalar(criterion)}: {{{', '.join(shares)}}}"


def _paths(recorded: Recorded) -> Iterator[str]:
    if recorded.paths:
        yield "paths:"
    for each in recorded.paths:
        target, path = scalar(each.target), scalar(each.path)
        yield f"  - {{target: {target}, path: {path}, maturity: {each.maturity.value}}}"


def _list(key: str, items: tuple[str, ...]) -> Iterator[str]:
    if items:
        yield from listing(key, [scalar(each) for each in items], "")


def _lists(key: str, entries: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    if entries:
        yield f"{key}:"
    for name, items in sorted(entries.items()):
        yield from listing(scalar(name), [scalar(each) for each in items], "  ")


def _digests(key: str, entries: Mapping[str, str]) -> Iterator[str]:
    if entries:
        yield f"{key}:"
    for name, digest in sorted(entries.items()):
        yield f"  {scalar(name)}: {quoted(digest)}"
