from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.engine.recommend import recommend
from advisor.engine.remember import remember
from advisor.files.wording import printable
from advisor.knowledge.locks import LOCK_HEADER, lock_text, read_lock
from advisor.knowledge.profiles import read_profile
from advisor.model.errors import InputError
from advisor.model.evidence import Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.path import Maturity
from advisor.model.profile import Profile
from advisor.model.question import Answer, Kind, Question
from advisor.model.recorded import Recorded, RecordedPath, RecordedRank
from advisor.model.report import Verdict

DAY = date(2023, 6, 1)
AGAIN = "or delete the file and run 'advisor check --record', which accepts whatever has moved"

RECORDED = Recorded(
    as_of=DAY,
    evidence=Evidence.ALL,
    profile_digest="sha256:ab",
    knowledge_version="2026.11.21",
    knowledge_digest="sha256:cd",
    verdict=Verdict.LEANING,
    framework="pytorch",
    choice="tensorflow",
    profile=Profile(answers={"goal": "production", "domain": ("vision", "nlp")}),
    ranking=(
        RecordedRank("pytorch", 1, 0.712346),
        RecordedRank("tensorflow", 2, 0.7),
    ),
    excluded={"theano": ("retired-framework", "unreachable-target")},
    paths=(RecordedPath("android", "tensorflow-litert-android", Maturity.PRODUCTION),),
    parts={"mobile": {"tensorflow": 0.25, "pytorch": 0.125}},
    rules={"phones": "0123456789abcdef"},
    claims={"c-1": "1111111111111111", "f-2": "2222222222222222"},
    security=("f-sec-tf-policy",),
)
TEXT = (
    LOCK_HEADER
    + """\
schema: 1
profiles:
  profile.yaml:
    as-of: 2023-06-01
    evidence: all
    verdict: leaning
    framework: pytorch
    choice: tensorflow
    ranking:
      - {framework: pytorch, rank: 1, score: 0.712346}
      - {framework: tensorflow, rank: 2, score: 0.700000}
    paths:
      - {target: android, path: tensorflow-litert-android, maturity: production}
    excluded:
      theano: [retired-framework, unreachable-target]
    security: [f-sec-tf-policy]
    profile:
      schema: 1
      answers:
        goal: production
        domain: [vision, nlp]
    profile-digest: "sha256:ab"
    knowledge-version: "2026.11.21"
    knowledge-digest: "sha256:cd"
    parts:
      mobile: {pytorch: 0.125000, tensorflow: 0.250000}
    rules:
      phones: "0123456789abcdef"
    claims:
      c-1: "1111111111111111"
      f-2: "2222222222222222"
"""
)


def error(text: str, knowledge: Knowledge) -> str:
    with pytest.raises(InputError) as caught:
        read_lock(text, "advisor.lock", knowledge)
    message = str(caught.value)
    assert all(printable(line) for line in message.split("\n"))
    return message


def test_a_lock_is_written_for_people(knowledge: Knowledge) -> None:
    assert lock_text({"profile.yaml": RECORDED}, knowledge) == TEXT


def test_a_lock_is_read_with_the_line_of_each_entry(knowledge: Knowledge) -> None:
    assert read_lock(TEXT, "advisor.lock", knowledge) == {
        "profile.yaml": replace(RECORDED, line=6)
    }


def test_entries_stand_by_name_whatever_their_order_was(knowledge: Knowledge) -> None:
    one = {"b.yaml": RECORDED, "a.yaml": RECORDED}
    other = {"a.yaml": RECORDED, "b.yaml": RECORDED}
    assert lock_text(one, knowledge) == lock_text(other, knowledge)
    text = lock_text(one, knowledge)
    assert text.index("a.yaml") < text.index("b.yaml")


def test_an_empty_lock_is_read_back(knowledge: Knowledge) -> None:
    assert read_lock(lock_text({}, knowledge), "advisor.lock", knowledge) == {}


@pytest.mark.parametrize("name", ["beginner-course", "cluster-training"])
def test_the_record_of_a_real_decision_is_read_back_equal(
    name: str, knowledge: Knowledge
) -> None:
    profile = read_profile(knowledge.profiles[name], name, knowledge)
    report = recommend(knowledge, profile, DAY, Evidence.ALL)
    entries = {f"{name}.yaml": remember(knowledge, profile, report)}
    text = lock_text(entries, knowledge)
    found = read_lock(text, "advisor.lock", knowledge)
    assert without_lines(found) == entries
    assert lock_text(found, knowledge) == text


def without_lines(entries: Mapping[str, Recorded]) -> Mapping[str, Recorded]:
    return {name: replace(each, line=1) for name, each in entries.items()}


SAFE = st.characters(exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp"))
WORDS = st.text(SAFE, max_size=20)
IDS = st.from_regex(r"[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,5})?", fullmatch=True) | WORDS
DIGESTS = st.dictionaries(IDS, st.text("0123456789abcdef", min_size=16, max_size=16))
SHARES = st.floats(0, 1).map(lambda each: round(each, 6))
PATHS = st.builds(RecordedPath, IDS, IDS, st.sampled_from(Maturity))


def agreeing(recorded: Recorded, names: list[str], scores: list[float]) -> Recorded:
    """Return the record of a decision that there can be: ranks and first agree."""
    ranking = tuple(
        RecordedRank(name, rank, score)
        for rank, (name, score) in enumerate(zip(names, scores, strict=False), start=1)
    )
    based = recorded.verdict is not Verdict.NO_BASIS and bool(ranking)
    verdict = recorded.verdict if based else Verdict.NO_BASIS
    first = ranking[0].framework if based else ""
    return replace(recorded, verdict=verdict, ranking=ranking, framework=first)


def answers_of(question: Question, knowledge: Knowledge) -> st.SearchStrategy[Answer]:
    """Return every answer that a question takes."""
    options = [each.id for each in question.options]
    if question.type is Kind.YES_NO:
        return st.booleans()
    if question.type is Kind.TEXT:
        return st.just(question.example)
    if question.type is Kind.ONE:
        return st.sampled_from(options)
    if question.type is Kind.CRITERIA:
        options = [each.id for each in knowledge.scored()]
    free = [each for each in options if each not in question.exclusive]
    lists = st.lists(st.sampled_from(free), min_size=1, unique=True)
    return lists.map(tuple)


def records(knowledge: Knowledge) -> st.SearchStrategy[Recorded]:
    scored = sorted(each.id for each in knowledge.scored())
    profiles = st.builds(
        Profile,
        answers=st.fixed_dictionaries(
            {},
            optional={
                each.id: answers_of(each, knowledge)
                for each in knowledge.questions.values()
            },
        ),
        weights=st.dictionaries(
            st.sampled_from(scored), st.floats(0, 1000, allow_nan=False), max_size=4
        ),
        allow_retired=st.booleans(),
    )
    decided = st.builds(
        Recorded,
        as_of=st.dates(),
        evidence=st.sampled_from(Evidence),
        profile_digest=WORDS,
        knowledge_version=WORDS,
        knowledge_digest=WORDS,
        verdict=st.sampled_from(Verdict),
        framework=st.just(""),
        choice=IDS,
        profile=profiles,
        ranking=st.just(()),
        excluded=st.dictionaries(IDS, st.lists(IDS, max_size=3).map(tuple), max_size=3),
        parts=st.dictionaries(
            IDS, st.dictionaries(IDS, SHARES, min_size=1, max_size=3), max_size=3
        ),
        paths=st.lists(PATHS, max_size=3).map(tuple),
        rules=DIGESTS,
        claims=DIGESTS,
        security=st.lists(IDS, max_size=3).map(tuple),
        lost=st.lists(IDS, max_size=3, unique=True).map(tuple),
    )
    names = st.lists(IDS.filter(bool), max_size=4, unique=True)
    scores = st.lists(SHARES, min_size=4, max_size=4)
    return st.builds(agreeing, decided, names, scores)


@settings(max_examples=25)
@given(data=st.data())
def test_whatever_is_recorded_is_read_back_equal_and_written_back_the_same(
    data: st.DataObject, knowledge: Knowledge
) -> None:
    entries = data.draw(st.dictionaries(WORDS, records(knowledge), max_size=2))
    text = lock_text(entries, knowledge)
    found = read_lock(text, "advisor.lock", knowledge)
    assert without_lines(found) == entries
    assert lock_text(found, knowledge) == text
    assert list(yaml.safe_load(text)["profiles"]) == sorted(entries)


def test_a_profile_whose_name_cannot_be_read_back_is_not_recorded(
    knowledge: Knowledge,
) -> None:
    with pytest.raises(
        InputError, match=r"'a\\nb.yaml': such a name cannot be recorded"
    ):
        lock_text({"a\nb.yaml": RECORDED}, knowledge)


def test_answers_and_weights_that_are_unknown_by_now_are_lost(
    knowledge: Knowledge,
) -> None:
    text = TEXT.replace("goal: production", "goal: fame\n        mood: good")
    text = text.replace("[vision, nlp]", "[vision, dowsing]").replace(
        '    profile-digest: "sha256:ab"',
        "      weights: {speed-of-light: 3, security: 2}\n"
        '    profile-digest: "sha256:ab"',
    )
    (found,) = read_lock(text, "advisor.lock", knowledge).values()
    assert found.profile.answers == {"domain": ("vision",)}
    assert found.profile.weights == {"security": 2.0}
    assert set(found.lost) == {"goal", "mood", "domain", "weights.speed-of-light"}
    again = read_lock(lock_text({"p": found}, knowledge), "advisor.lock", knowledge)
    assert replace(again["p"], line=found.line) == found


def test_a_newer_lock_asks_for_a_newer_program(knowledge: Knowledge) -> None:
    text = TEXT.replace("schema: 1\nprofiles", "schema: 2\nprofiles")
    assert error(text, knowledge) == (
        "advisor.lock:4: schema: takes 1, not '2'; "
        "a newer file needs a newer version of advisor"
    )


@pytest.mark.parametrize(
    "side", ["<<<<<<< HEAD", "=======", ">>>>>>> theirs", "||||||| b"]
)
def test_the_marks_of_a_merge_have_a_message_of_their_own(
    side: str, knowledge: Knowledge
) -> None:
    text = TEXT.replace("    evidence: all\n", f"    evidence: all\n{side}\n")
    assert error(text, knowledge) == (
        "advisor.lock:9: a merge has left its marks here; keep either side whole and run 'advisor check', "
        + AGAIN
    )


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (TEXT, "", ":1: the file is empty; write 'key: value' lines into it"),
        (TEXT, "- 1\n", ":1: a lock is a mapping, not a list"),
        (TEXT, "x", ":1: a lock is a mapping, not 'x'"),
        (TEXT, "schema: 1\n", ":1: profiles: missing"),
        ("schema: 1\nprof", "prof", ":4: schema: missing"),
        (TEXT, "schema: 1\nprofiles: [a]\n", ":2: profiles: takes 'key: value' lines"),
        (
            "2023-06-01",
            "2023-06-31",
            ":7: {}.as-of: not a date like 2026-11-21: '2023-06-31'",
        ),
        (
            "as-of: 2023-06-01",
            "as-of: 0",
            ":7: {}.as-of: not a date like 2026-11-21: '0'",
        ),
        (
            "verdict: leaning",
            "verdict: sure",
            ":9: {}.verdict: takes 'clear', 'leaning'",
        ),
        (
            "evidence: all",
            "evidenze: all",
            ":8: {}.evidenze: unknown key; did you mean",
        ),
        (
            "rank: 1",
            "rank: one",
            ":13: {}.ranking.0.rank: input should be a valid integer",
        ),
        ("score: 0.712346", "score: .nan", ":13: {}.ranking.0.score: input should be"),
        ("score: 0.712346", "score: nan", ":13: {}.ranking.0.score: input should be"),
        (
            "maturity: production",
            "maturity: old",
            ":16: {}.paths.0.maturity: takes 'prod",
        ),
        (
            "profile:\n      schema: 1",
            "profile:\n      schema: 7",
            ":21: {}.profile.schema: takes 1, not '7'",
        ),
        ("      schema: 1\n", "      shema: 1\n", ":21: {}.profile.shema: unknown key"),
        (
            "domain: [vision, nlp]\n",
            "domain: *a\n",
            ":24: aliases (*name) are not allowed",
        ),
        ("rank: 1", "rank: 0", ":12: {}.ranking: its ranks do not begin with 1"),
        ("rank: 2", "rank: 0", ":12: {}.ranking: its ranks do not begin with 1"),
        (
            "framework: tensorflow, rank: 2",
            "framework: pytorch, rank: 2",
            ":12: {}.ranking: 'pytorch' is given twice",
        ),
        (
            "score: 0.712346",
            "score: 9e99",
            ":12: {}.ranking: a score is not between 0 and 1",
        ),
        (
            "framework: pytorch\n",
            "framework: caffe\n",
            ":10: {}.framework: takes 'pytorch', as verdict and ranking say, not 'caffe'",
        ),
        (
            "verdict: leaning",
            "verdict: no-basis",
            ":10: {}.framework: takes nothing, not 'pytorch'",
        ),
        (
            "choice: tensorflow",
            'choice: "\\e[2J"',
            ":11: {}.choice: contains a control",
        ),
        (
            "choice: tensorflow",
            "choice: !!python/name:os.system x",
            ":11: tags (!name)",
        ),
    ],
)
def test_what_is_wrong_with_a_lock_is_said_with_its_line_and_how_to_mend_it(
    old: str, new: str, message: str, knowledge: Knowledge
) -> None:
    assert old in TEXT
    said = error(TEXT.replace(old, new), knowledge)
    assert f"advisor.lock{message.format('profiles.profile.yaml')}" in said
    assert said.endswith(f"\nadvisor.lock: mend it, {AGAIN}")


def test_an_entry_needs_the_profile_it_was_decided_for(knowledge: Knowledge) -> None:
    start = TEXT.index("    profile:\n")
    end = TEXT.index("    profile-digest")
    said = error(TEXT[:start] + TEXT[end:], knowledge)
    assert said.startswith("advisor.lock:6: profiles.profile.yaml.profile: missing")
    empty = error(TEXT[:start] + "    profile: x\n" + TEXT[end:], knowledge)
    assert "a profile is a mapping" in empty
    assert empty.endswith(AGAIN)
