"""`advisor.lock`: the decisions on record for the profiles in a folder, as YAML."""

from collections.abc import Iterator, Mapping
from dataclasses import field, replace

from advisor.files.tree import Node, Table, line_at
from advisor.files.wording import printable, shown
from advisor.files.yaml_text import scalar
from advisor.knowledge.answers import read_date, repeated
from advisor.knowledge.collector import Problem
from advisor.knowledge.lock_lines import lock_lines
from advisor.knowledge.profile_parts import read_tree
from advisor.knowledge.written_files import SCHEMA, WrittenFile
from advisor.model.errors import InputError
from advisor.model.evidence import Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.record import record
from advisor.model.recorded import Recorded, RecordedPath, RecordedRank
from advisor.model.report import Verdict
from advisor.model.what_if import WEIGHT

LOCK_HEADER = (
    "# The decisions on record for the profiles beside this file. Written by a program:\n"
    "# advisor check --record adds what is missing, --update accepts what has moved, and\n"
    "# drops profiles that are gone. Keep it under version control and review its changes.\n"
)

_ANEW = "or delete the file and run 'advisor check --record', which accepts whatever has moved"
_PROFILES, _PROFILE, _ANSWERS = "profiles", "profile", "answers."
_INDENT = "    "


@record
class _Decided:
    """An entry without its profile; the fields are those of `Recorded`."""

    as_of: str
    evidence: Evidence
    profile_digest: str
    knowledge_version: str
    knowledge_digest: str
    verdict: Verdict
    ranking: tuple[RecordedRank, ...]
    framework: str = ""
    choice: str = ""
    excluded: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    parts: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    paths: tuple[RecordedPath, ...] = ()
    rules: Mapping[str, str] = field(default_factory=dict)
    claims: Mapping[str, str] = field(default_factory=dict)
    security: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


@record
class _Lock:
    """The whole file, without the profiles."""

    schema: str
    profiles: Mapping[str, _Decided]


def read_lock(text: str, where: str, knowledge: Knowledge) -> Mapping[str, Recorded]:
    """Return the decisions on record by the file name of their profile.

    What the questionnaire no longer knows of a recorded profile is `lost`, and the rest
    of it kept. Raises one `InputError` for everything else that is wrong.
    """
    file = WrittenFile(where, "a lock", _ANEW)
    root = file.root(text)
    lock = file.read(_without_profiles(root), _Lock)
    node = root.entries.get(_PROFILES)
    if not isinstance(node, Table):
        return {}
    return {
        name: _Entry(file, name, node, knowledge).recorded(decided)
        for name, decided in lock.profiles.items()
    }


def lock_text(entries: Mapping[str, Recorded], knowledge: Knowledge) -> str:
    """Return the file that `read_lock` reads back equal.

    The same records give the same bytes. Raises `InputError` for the name of a profile
    that could not be read back.
    """
    lines = [f"schema: {SCHEMA}", f"{_PROFILES}:" if entries else f"{_PROFILES}: {{}}"]
    for name, recorded in sorted(entries.items()):
        if not printable(name):
            problem = "such a name cannot be recorded; rename the profile"
            raise InputError(f"{shown(name)}: {problem}")
        lines.append(f"  {scalar(name)}:")
        lines.extend(f"{_INDENT}{line}" for line in lock_lines(recorded, knowledge))
    return LOCK_HEADER + "\n".join(lines) + "\n"


def _without_profiles(root: Table) -> Table:
    """Return the file without what the questionnaire has to read."""
    node = root.entries.get(_PROFILES)
    if not isinstance(node, Table):
        return root
    bare = {name: _without_profile(each) for name, each in node.entries.items()}
    entries = {**root.entries, _PROFILES: replace(node, entries=bare)}
    return replace(root, entries=entries)


def _without_profile(entry: Node) -> Node:
    if not isinstance(entry, Table):
        return entry
    left = {name: each for name, each in entry.entries.items() if name != _PROFILE}
    return replace(entry, entries=left)


@record
class _Entry:
    """The entry of one profile, and what has to be looked at beside its form."""

    file: WrittenFile
    name: str
    entries: Table
    knowledge: Knowledge

    def recorded(self, decided: _Decided) -> Recorded:
        """Join what was decided with the profile."""
        try:
            day = read_date(decided.as_of)
        except InputError as error:
            raise self._problem("as-of", str(error)) from error
        for key, problem in _contradictions(decided):
            raise self._problem(key, problem)
        profile, lost = self._profile()
        known = {
            **vars(decided),
            "as_of": day,
            "lost": tuple(dict.fromkeys((*decided.lost, *lost))),
        }
        return Recorded(**known, profile=profile, line=self.entries.lines[self.name])

    def _profile(self) -> tuple[Profile, list[str]]:
        """Return what is still valid of the recorded profile, and what is not."""
        entry = self.entries.entries[self.name]
        node = entry.entries.get(_PROFILE) if isinstance(entry, Table) else None
        if node is None:
            raise self._problem(_PROFILE, "missing")
        try:
            profile, problems = read_tree(node, self.file.where, self.knowledge)
        except InputError as error:
            raise self.file.broken([str(error)]) from error
        wrong = [each for each in problems if not self._lost(each)]
        if wrong:
            key = self._key(_PROFILE)
            raise self.file.broken(
                str(replace(each, key=f"{key}.{each.key}")) for each in wrong
            )
        answers = {name: each for name, each in profile.answers.items() if each != ()}
        lost = [each.key.removeprefix(_ANSWERS) for each in problems]
        return replace(profile, answers=answers), lost

    def _lost(self, problem: Problem) -> bool:
        """Say whether it is the questionnaire, or a criterion, that has changed."""
        if problem.key.startswith(_ANSWERS):
            return True
        scored = {f"{WEIGHT}{each.id}" for each in self.knowledge.scored()}
        return problem.key.startswith(WEIGHT) and problem.key not in scored

    def _problem(self, key: str, problem: str) -> InputError:
        line = line_at(self.entries, (self.name, key))
        return self.file.problem(line, self._key(key), problem)

    def _key(self, key: str) -> str:
        return f"{_PROFILES}.{shown(self.name)}.{key}"


def _contradictions(decided: _Decided) -> Iterator[tuple[str, str]]:
    """Yield what cannot be so in any decision: somebody has been at the file."""
    names = [each.framework for each in decided.ranking]
    ranks = [each.rank for each in decided.ranking]
    if ranks != sorted(ranks) or ranks[:1] not in ([], [1]):
        yield "ranking", "its ranks do not begin with 1 and rise"
    if twice := repeated(names):
        yield "ranking", f"{twice!r} is given twice"
    if not all(0 <= each.score <= 1 for each in decided.ranking):
        yield "ranking", "a score is not between 0 and 1"
    if decided.verdict is not Verdict.NO_BASIS and not names:
        yield "verdict", f"{decided.verdict.value!r} without a ranking"
    based = decided.verdict is not Verdict.NO_BASIS
    first = "".join(names[:1]) if based else ""
    if decided.framework != first:
        wanted = f"{first!r}, as verdict and ranking say" if first else "nothing"
        yield "framework", f"takes {wanted}, not {decided.framework!r}"
