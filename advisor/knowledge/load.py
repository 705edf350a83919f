"""From folders of YAML to `Knowledge`: parse, validate, join overlays."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any, NoReturn

from advisor.files.text import read_text
from advisor.files.tree import Node, line_at, parse
from advisor.files.wording import flaw, shown
from advisor.knowledge.families import (
    CLAIMS,
    CONSTANTS,
    FAMILIES,
    PROFILES,
    RELEASE,
)
from advisor.knowledge.home import FOLDER
from advisor.knowledge.languages import messages, translate
from advisor.knowledge.listing import strays, yaml_files
from advisor.knowledge.records import MOST_PROBLEMS, read_record
from advisor.model.constants import Constants
from advisor.model.errors import InputError, KnowledgeError
from advisor.model.evidence import Claim, ClaimFile, ReasonedGap
from advisor.model.knowledge import Knowledge
from advisor.model.language import Language, Wording
from advisor.model.question import Question
from advisor.model.record import record

_HOME = (
    "put it as NAME.yaml into one of the folders "
    f"{', '.join(sorted((*FAMILIES, CLAIMS, PROFILES)))}"
)


def load(
    roots: Sequence[Path],
    language: Language = Language.EN,
    program: Path | None = None,
) -> Knowledge:
    """Read the rule bases in `roots`; a later record replaces an earlier of its id.

    `program` is the rule base whose catalogues hold the messages of the program, which
    are needed whatever `roots` are; by default the first of them.
    Raises `KnowledgeError` with every problem of every file at once.
    """
    loader = _Loader(language)
    for root in roots:
        loader.look(root)
    loader.learn_to_speak([*([] if program is None else [program]), *roots])
    for root in roots:
        for path in yaml_files(root):
            loader.read(root, path)
        loader.translate(root)
    return loader.knowledge(roots)


@record
class _Release:
    """What `release.yaml` says."""

    version: str


@dataclass(slots=True)
class _Loader:
    """Collects records and problems while the files are read."""

    language: Language
    records: dict[str, dict[str, Any]] = field(  # Any: one record type for each family
        default_factory=lambda: {family: {} for family in FAMILIES}
    )
    claims: dict[str, Claim] = field(default_factory=dict)
    criterion_of: dict[str, str] = field(default_factory=dict)
    gaps: dict[str, dict[str, ReasonedGap]] = field(default_factory=dict)
    places: dict[tuple[Path, str], str] = field(default_factory=dict)
    profiles: dict[str, str] = field(default_factory=dict)
    constants: Constants | None = None
    version: str = ""
    wording: Wording = field(default_factory=Wording)
    problems: list[str] = field(default_factory=list)
    digest: Any = field(default_factory=hashlib.sha256)  # Any: hashlib's private type

    def look(self, root: Path) -> None:
        """Note what is wrong with a folder before anything in it is read."""
        lost = strays(root)
        self.problems.extend(
            f"{shown(str(path))}:1: no such file belongs here; {_HOME}" for path in lost
        )
        if not lost and next(yaml_files(root), None) is None:
            self.problems.append(f"{shown(str(root))}: not a rule base: no YAML in it")

    def read(self, root: Path, path: Path) -> None:
        """Read one file; problems are kept, not raised."""
        relative = path.relative_to(root).as_posix()
        with self._noting():
            text = read_text(path)
            # A file name need not be UTF-8: what is not stands in it as surrogates.
            self.digest.update(f"{relative}\0{text}\0".encode(errors="surrogatepass"))
            self._file(root, path, text)

    def learn_to_speak(self, roots: Sequence[Path]) -> None:
        """Read the messages; a folder that comes twice is read once."""
        with self._noting():
            self.wording = messages(list(dict.fromkeys(roots)), self.language)

    def translate(self, root: Path) -> None:
        """Put what was read so far into the words of a folder's catalogue."""
        with self._noting():
            translate({**self.records, CLAIMS: self.claims}, root, self.language)

    def knowledge(self, roots: Sequence[Path]) -> Knowledge:
        """Return what was read, or raise everything that was wrong."""
        if self.constants is None and not self.problems:
            where = ", ".join(shown(str(each)) for each in roots) or "no folder"
            self.problems.append(
                f"{where}: not a rule base: {CONSTANTS} is missing; "
                "an overlay needs the built-in rule base under it"
            )
        if self.problems or self.constants is None:
            raise KnowledgeError(self.problems)
        return Knowledge(
            version=self.version,
            digest=f"sha256:{self.digest.hexdigest()}",
            constants=self.constants,
            criterion_of=dict(sorted(self.criterion_of.items())),
            gaps={
                criterion: tuple(each for _, each in sorted(gaps.items()))
                for criterion, gaps in sorted(self.gaps.items())
            },
            profiles=dict(sorted(self.profiles.items())),
            wording=self.wording,
            claims=dict(sorted(self.claims.items())),
            **{name: dict(sorted(each.items())) for name, each in self.records.items()},
        )

    @contextmanager
    def _noting(self) -> Iterator[None]:
        """Keep the problems of a file instead of raising them."""
        try:
            yield
        except InputError as error:
            self.problems.append(str(error))
        except KnowledgeError as error:
            self.problems.extend(error.problems)

    def _file(self, root: Path, path: Path, text: str) -> None:
        folder = path.parent.name if path.parent != root else ""
        where = str(path)
        if path.parent.parent.name == FOLDER:
            return  # the words follow when every record is there
        if folder == PROFILES:
            _harmless(path, text)
            self.profiles[path.stem] = text
        elif folder == CLAIMS:
            self._claims(root, path, parse(text, where))
        elif folder in FAMILIES:
            self._record(folder, path, parse(text, where))
        elif path.name == CONSTANTS:
            self.constants = read_record(parse(text, where), Constants, where)
        elif path.name == RELEASE:
            self.version = read_record(parse(text, where), _Release, where).version
        else:
            raise KnowledgeError(
                [f"{shown(where)}:1: no such file belongs here; {_HOME}"]
            )

    def _record(self, folder: str, path: Path, node: Node) -> None:
        record: Any = read_record(node, FAMILIES[folder], str(path))  # Any: as above
        _same_id(path, node, "id", record.id)
        if isinstance(record, Question):
            _usable_pattern(path, node, record.pattern)
        self.records[folder][path.stem] = record

    def _claims(self, root: Path, path: Path, node: Node) -> None:
        file = read_record(node, ClaimFile, str(path))
        _same_id(path, node, "criterion", file.criterion)
        named: set[str] = set()
        for index, gap in enumerate(file.gaps):
            if gap.framework in named:
                place = _place(path, node, ("gaps", index, "framework"))
                name = shown(gap.framework)
                self.problems.append(
                    f"{place}: gaps.{index}.framework: {name} is given twice; keep one"
                )
            named.add(gap.framework)
            self.gaps.setdefault(file.criterion, {})[gap.framework] = gap
        for index, claim in enumerate(file.claims):
            place = _place(path, node, ("claims", index, "id"))
            first = self.places.setdefault((root, claim.id), place)
            if first != place:
                name = shown(claim.id)
                self.problems.append(
                    f"{place}: claims.{index}.id: {name} also stands in {first}; keep one"
                )
            self.claims[claim.id] = claim
            self.criterion_of[claim.id] = file.criterion


def _place(path: Path, node: Node, key: tuple[str | int, ...]) -> str:
    return f"{shown(str(path))}:{line_at(node, key)}"


def _same_id(path: Path, node: Node, key: str, own: str) -> None:
    if own != path.stem:
        place = _place(path, node, (key,))
        raise KnowledgeError(
            [f"{place}: {key}: {own!r} must equal the file name {path.stem!r}"]
        )


def _usable_pattern(path: Path, node: Node, pattern: str) -> None:
    try:
        re.compile(pattern, re.ASCII)
    except (re.error, OverflowError) as error:
        _bad_pattern(path, node, str(error))
    except RecursionError:
        _bad_pattern(path, node, "its brackets are nested too deeply")


def _bad_pattern(path: Path, node: Node, problem: str) -> NoReturn:
    place = _place(path, node, ("pattern",))
    raise KnowledgeError([f"{place}: pattern: not a regular expression: {problem}"])


def _harmless(path: Path, text: str) -> None:
    """An example goes to the screen as it is, comments and all."""
    where = shown(str(path))
    flaws = [(1, f"the file name {flaw(path.stem)}")] if flaw(path.stem) else []
    lines = enumerate(text.split("\n"), start=1)
    told = ((line, flaw(_shown_as(what))) for line, what in lines)
    flaws += islice(((line, what) for line, what in told if what), MOST_PROBLEMS)
    if flaws:
        raise KnowledgeError(f"{where}:{line}: {what}" for line, what in flaws)


def _shown_as(line: str) -> str:
    """Return a line without what may be invisible in it."""
    return line.removesuffix("\r").replace("\t", " ")
