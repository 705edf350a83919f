import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
import yaml

from advisor.knowledge.families import FAMILIES
from advisor.knowledge.languages import messages, translate
from advisor.knowledge.load import load
from advisor.model.criterion import Criterion
from advisor.model.errors import KnowledgeError
from advisor.model.knowledge import Knowledge
from advisor.model.language import Language, Plural, Text, Wording
from advisor.model.question import Question
from advisor.model.terms import TERMS

ROOT = Path(__file__).parents[2]
RULE_BASE = ROOT / "knowledge"
OTHERS = [each for each in Language if each is not Language.EN]

# The families with words that a reader meets, and where in a record these stand.
SPOKEN: Mapping[str, tuple[str, ...]] = {
    "questions": ("title", "help", "section"),
    "criteria": ("title", "definition"),
    "rules": ("title", "because"),
    "frameworks": ("description",),
    "layers": ("description", "because"),
    "runtimes": ("description",),
    "paths": ("caveats",),
}
# Names that are the same in every language, beside those of the frameworks.
NAMES = {
    *("Amazon Web Services", "Google Cloud", "Microsoft Azure"),
    *("Apple", "Google", "Meta", "Microsoft", "NVIDIA"),
    *("AMD GPU", "CPU", "Google TPU", "Intel GPU", "NVIDIA GPU"),
    *("C#", "C++", "Dart", "Go", "Java", "Julia", "Kotlin", "PHP", "Python", "R"),
    *("Rust", "Scala", "Swift", "Linux", "macOS", "Node.js", "NumPy"),
    *("Microsoft Cognitive Toolkit (CNTK)", "TensorFlow 1"),
}
# Messages without a word to translate: names of keys, and ids of the profile.
UNTRANSLATED = {"Enter", "Esc", "Tab", "priorities +"}

HAN = re.compile("[\u4e00-\u9fff]")
LETTERS = re.compile("[A-Za-z]")


@cache
def catalogue(language: Language) -> Mapping[str, Text]:
    """Return what the files of this language say, without the English behind them."""
    own = {
        f"{path.stem}.{key}"
        for path in (RULE_BASE / "languages" / language).glob("*.yaml")
        if path.stem not in FAMILIES and not path.stem.startswith("claims-")
        for key in yaml.safe_load(path.read_text(encoding="utf-8"))["messages"]
    }
    every = messages([RULE_BASE], language).texts
    return {key: text for key, text in every.items() if key in own}


@cache
def chinese() -> Knowledge:
    return load([RULE_BASE], Language.ZH)


def trees() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted((ROOT / "advisor").rglob("*.py")):
        yield path.name, ast.parse(path.read_text(encoding="utf-8"))


@cache
def files() -> set[str]:
    return {key.partition(".")[0] for key in catalogue(Language.EN)}


def is_key(node: ast.AST) -> bool:
    """Say whether this is a message: a text such as "report.title" for a file there."""
    return (
        isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.fullmatch(r"[a-z-]+\.[a-z0-9-]+", node.value) is not None
        and node.value.partition(".")[0] in files()
    )


@cache
def used() -> Mapping[str, str]:
    """Return every message that the program says, and where it does."""
    found = {
        f"terms.{prefix}-{each.value}": "terms.py"
        for members, prefix in TERMS.items()
        for each in members
    }
    for name, tree in trees():
        for node in filter(is_key, ast.walk(tree)):
            assert isinstance(node, ast.Constant)
            found[str(node.value)] = name
    return found


def calls() -> Iterator[tuple[str, str, set[str]]]:
    """Yield the calls that name a message and all its values: file, message, values."""
    for name, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and node.args and is_key(node.args[0]):
                values = {each.arg for each in node.keywords}
                if None not in values:
                    assert isinstance(node.args[0], ast.Constant)
                    yield name, str(node.args[0].value), {str(v) for v in values}


def places(text: Text) -> set[str]:
    """Return the places of a message; the number it depends on has one everywhere."""
    if isinstance(text, Plural):
        return {"count"} | places(text.one) | places(text.other)
    return {place for _, place, _, _ in Formatter().parse(text) if place}


def said(text: Text) -> str:
    """Return the words of a message, without its places."""
    if isinstance(text, Plural):
        return f"{said(text.one)} {said(text.other)}"
    return "".join(words for words, *_ in Formatter().parse(text))


def test_a_message_stands_in_the_language_asked_for_or_else_in_english(
    tmp_path: Path,
) -> None:
    for language, text in ((Language.EN, "{a: one, b: two}"), (Language.ZH, "{a: 一}")):
        folder = tmp_path / "languages" / language
        folder.mkdir(parents=True)
        (folder / "x.yaml").write_text(f"messages: {text}\n", encoding="utf-8")
    assert messages([tmp_path], Language.EN).texts == {"x.a": "one", "x.b": "two"}
    assert messages([tmp_path], Language.ZH) == Wording(
        Language.ZH, {"x.a": "一", "x.b": "two"}
    )


def test_a_later_folder_overrides_single_messages(tmp_path: Path) -> None:
    folder = tmp_path / "languages" / "en"
    folder.mkdir(parents=True)
    own = "messages: {title: What to use}\n"
    (folder / "report.yaml").write_text(own, encoding="utf-8")
    wording = messages([RULE_BASE, tmp_path], Language.EN)
    assert wording("report.title") == "What to use"
    assert wording("report.ranking") == "Ranking"


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ("nobody: {title: 无}", "records.nobody: no questions has this id"),
        ("goal: {because: 无}", "records.goal: it has no because; remove that"),
        ("goal: {options: {x: {title: 无}}}", "records.goal: it has no x; remove that"),
    ],
)
def test_words_for_what_is_not_there_are_refused(
    words: str, problem: str, tmp_path: Path, knowledge: Knowledge
) -> None:
    folder = tmp_path / "languages" / "zh"
    folder.mkdir(parents=True)
    text = f"records:\n  {words}\n"
    (folder / "questions.yaml").write_text(text, encoding="utf-8")
    records = {"questions": dict(knowledge.questions)}
    with pytest.raises(KnowledgeError, match=re.escape(f"yaml:2: {problem}")):
        translate(records, tmp_path, Language.ZH)


def test_a_catalogue_leaves_the_records_of_a_later_folder_alone(
    tmp_path: Path,
) -> None:
    (tmp_path / "questions").mkdir()
    text = (RULE_BASE / "questions" / "goal.yaml").read_text(encoding="utf-8")
    ours = text.replace("What is the project for?", "Wozu dient das Projekt?")
    kept = [each for each in ours.splitlines() if "id: prototype" not in each]
    (tmp_path / "questions" / "goal.yaml").write_text("\n".join(kept), encoding="utf-8")
    goal = load([RULE_BASE, tmp_path], Language.ZH).questions["goal"]
    assert goal.title == "Wozu dient das Projekt?"
    assert len(goal.options) == 3


def test_every_message_that_is_said_exists() -> None:
    there = catalogue(Language.EN)
    assert {key: name for key, name in used().items() if key not in there} == {}


def test_no_message_lies_there_unsaid() -> None:
    assert set(catalogue(Language.EN)) - set(used()) == set()


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_every_message_and_no_other(language: Language) -> None:
    english, own = set(catalogue(Language.EN)), set(catalogue(language))
    assert english - own == set(), "missing"
    assert own - english == set(), "unknown"


@pytest.mark.parametrize("language", OTHERS)
def test_a_message_has_the_same_places_in_every_language(language: Language) -> None:
    english = catalogue(Language.EN)
    differing = {
        key: (places(english[key]), places(text))
        for key, text in catalogue(language).items()
        if places(english[key]) - {"count"} != places(text) - {"count"}
        or places(text) - places(english[key])
    }
    assert differing == {}


def test_every_call_gives_a_message_what_it_names_and_nothing_else() -> None:
    english = catalogue(Language.EN)
    differing = {
        (name, key): (values, places(english[key]))
        for name, key, values in calls()
        if key in english and values != places(english[key])
    }
    assert differing == {}


def test_every_message_is_in_chinese() -> None:
    foreign = {
        key: said(text)
        for key, text in catalogue(Language.ZH).items()
        if LETTERS.search(said(text)) and not HAN.search(said(text))
    }
    left = {k: text for k, text in foreign.items() if text not in UNTRANSLATED}
    assert left == {}


# Any: a record of whichever family.
def texts(record: Any, spoken: tuple[str, ...]) -> Iterator[tuple[str, str]]:  # noqa: ANN401
    """Yield every text that a reader meets in a record, and where it stands."""
    yield from ((each, getattr(record, each)) for each in spoken)
    if isinstance(record, Criterion):
        yield from (("worst", record.scale.worst), ("best", record.scale.best))
    if isinstance(record, Question):
        for option in record.options:
            yield f"options.{option.id}.title", option.title
            yield f"options.{option.id}.help", option.help


@pytest.mark.parametrize("family", SPOKEN)
def test_every_record_is_in_chinese(family: str) -> None:
    names = NAMES | {each.name for each in chinese().frameworks.values()}
    left = [
        f"{id_}.{place}: {text}"
        for id_, record in getattr(chinese(), family).items()
        for place, text in texts(record, SPOKEN[family])
        if text and not HAN.search(text) and text not in names
    ]
    assert left == []


def test_every_claim_but_those_of_the_documents_is_in_chinese(
    knowledge: Knowledge,
) -> None:
    of_documents = {
        id_
        for id_, claim in knowledge.claims.items()
        if knowledge.sources[claim.source].is_document
    }
    spoken = {
        id_ for id_, claim in chinese().claims.items() if HAN.search(claim.statement)
    }
    assert set(knowledge.claims) - of_documents - spoken == set()
    # Their own sentences are Chinese: put back into it, ours might come out as theirs.
    assert of_documents & spoken == set()


def test_no_space_stands_between_chinese_characters() -> None:
    broken = re.compile(f"{HAN.pattern} {HAN.pattern}")
    left = [
        f"{id_}.{place}: {text}"
        for family, spoken in SPOKEN.items()
        for id_, record in getattr(chinese(), family).items()
        for place, text in texts(record, spoken)
        if broken.search(text)
    ]
    left += [e.id for e in chinese().claims.values() if broken.search(e.statement)]
    assert left == []


def test_steps_and_formats_of_a_path_that_are_words_are_in_chinese() -> None:
    joined = re.compile(r"(^|\s)(and|the|of|for|from|with|into|by|in|to|as|or)\s")
    left = [
        f"{path.id}: {step}"
        for path in chinese().paths.values()
        for step in (*path.steps, path.format)
        if joined.search(step) and not HAN.search(step)
    ]
    assert left == []


def test_ids_and_everything_that_counts_are_the_same_in_every_language(
    knowledge: Knowledge,
) -> None:
    assert chinese().digest == knowledge.digest
    for id_, claim in knowledge.claims.items():
        assert replace(chinese().claims[id_], statement=claim.statement) == claim
    for family in FAMILIES:
        own, other = getattr(chinese(), family), getattr(knowledge, family)
        assert list(own) == list(other)
    for id_, question in knowledge.questions.items():
        ids = [each.id for each in chinese().questions[id_].options]
        assert ids == [each.id for each in question.options]
    for id_, rule in knowledge.rules.items():
        assert (chinese().rules[id_].when, chinese().rules[id_].then) == (
            rule.when,
            rule.then,
        )
