from collections.abc import Mapping
from datetime import date

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from advisor.files.wording import printable
from advisor.knowledge.gate_part import ACCEPTABLE
from advisor.knowledge.profile_text import (
    HEADER,
    has_comments,
    modelines_of,
    profile_text,
)
from advisor.knowledge.profiles import read_profile
from advisor.model.gate import Gate, GateException
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.question import Answer, Kind, Question

AWKWARD_NAMES = [
    "shelf-scanner",
    "null",
    "Yes",
    "~",
    "# not a comment",
    "a: b",
    "- dash",
    '"quoted" and \\slashed\\',
    "  spaces around ",
    "3.10",
    "2026-11-21",
    "🚀 Ωmega",
    "not\ufffea character",
    "{flow: [",
]


@pytest.mark.parametrize("name", AWKWARD_NAMES)
def test_any_project_name_is_read_back_as_it_was(
    name: str, knowledge: Knowledge
) -> None:
    text = profile_text(Profile(project=name), knowledge)
    assert read_profile(text, "profile.yaml", knowledge).project == name


@given(data=st.data())
def test_a_written_profile_is_read_back_equal(
    data: st.DataObject, knowledge: Knowledge
) -> None:
    profile = data.draw(_profiles(knowledge))
    text = profile_text(profile, knowledge)
    assert read_profile(text, "profile.yaml", knowledge) == profile


@given(data=st.data())
def test_other_readers_of_yaml_see_text_as_text_and_yes_no_as_booleans(
    data: st.DataObject, knowledge: Knowledge
) -> None:
    profile = data.draw(_profiles(knowledge))
    document = yaml.safe_load(profile_text(profile, knowledge))
    assert document.get("project", "") == profile.project
    assert document["answers"] == {
        key: list(each) if isinstance(each, tuple) else each
        for key, each in profile.answers.items()
    }


def test_answers_stand_in_interview_order_with_short_lists_on_one_line(
    knowledge: Knowledge,
) -> None:
    answers: Mapping[str, Answer] = {
        "python-version": "3.12",
        "hot-swap": True,
        "domain": ("vision", "nlp"),
        "goal": "production",
    }
    profile = Profile(project="shelf", answers=answers, unknown=("cloud",))
    assert profile_text(profile, knowledge) == HEADER + (
        "schema: 1\n"
        "project: shelf\n"
        "answers:\n"
        "  goal: production\n"
        "  domain: [vision, nlp]\n"
        "  hot-swap: true\n"
        '  python-version: "3.12"\n'
        "unknown: [cloud]\n"
    )


def test_long_lists_get_one_line_for_each_item(knowledge: Knowledge) -> None:
    everything = tuple(each.id for each in knowledge.questions["domain"].options)
    text = profile_text(Profile(answers={"domain": everything}), knowledge)
    assert f"  domain:\n    - {everything[0]}\n" in text
    assert max(map(len, text.splitlines())) <= 88


def test_a_retired_framework_is_mentioned_only_when_it_is_allowed(
    knowledge: Knowledge,
) -> None:
    allowed = Profile(allow_retired=True)
    assert "allow-retired: true\n" in profile_text(allowed, knowledge)
    assert "allow-retired" not in profile_text(Profile(), knowledge)


def test_our_own_header_is_no_comment_worth_a_warning(knowledge: Knowledge) -> None:
    text = profile_text(Profile(project="shelf"), knowledge)
    assert not has_comments(text)
    assert has_comments(f"{text}# mine\n")
    assert has_comments("schema: 1  # mine\n")


MODELINES = [
    "# yaml-language-server: $schema=profile.schema.json",
    "#yaml-language-server : $schema=../schemas/profile.json",
    "# $schema: https://example.org/profile.json",
]


@pytest.mark.parametrize("line", MODELINES)
def test_a_modeline_is_no_comment_that_is_lost(line: str, knowledge: Knowledge) -> None:
    text = profile_text(Profile(project="shelf"), knowledge)
    for with_it in (f"{line}\n{text}", f"\n{line}\r\n{text}"):
        assert modelines_of(with_it) == (line,)
        assert not has_comments(with_it)
        assert has_comments(f"{with_it}# mine\n")
        assert read_profile(with_it, "here", knowledge).project == "shelf"


def test_a_modeline_below_our_own_header_counts_too() -> None:
    text = f"{HEADER}{MODELINES[0]}\nschema: 1\n"
    assert modelines_of(text) == (MODELINES[0],)
    assert not has_comments(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "schema: 1\n",
        f"schema: 1\n{MODELINES[0]}\n",
        f"schema: 1  {MODELINES[0]}\n",
        "# mind the yaml-language-server: it is slow\nschema: 1\n",
        "# yaml-language-server: $schema=\x1b[2J\nschema: 1\n",
    ],
)
def test_what_editors_do_not_read_is_no_modeline(text: str) -> None:
    assert modelines_of(text) == ()


def _profiles(knowledge: Knowledge) -> st.SearchStrategy[Profile]:
    scored = [each.id for each in knowledge.criteria.values() if each.scored]
    answers = {each.id: _answers(each, scored) for each in knowledge.questions.values()}
    weights = st.floats(0, 1000, allow_nan=False)
    frameworks = st.sampled_from(sorted(knowledge.frameworks))
    return st.builds(
        Profile,
        project=st.text(st.characters(codec="utf-8"), max_size=30).filter(printable),
        as_of=st.none() | st.dates(date(1900, 1, 1)),
        knowledge=st.just("") | st.dates(date(2026, 1, 1)).map("{:%Y.%m.%d}".format),
        answers=st.fixed_dictionaries({}, optional=answers),
        weights=st.dictionaries(st.sampled_from(scored), weights, max_size=4),
        allow_retired=st.booleans(),
        unknown=st.lists(st.sampled_from(sorted(answers)), unique=True).map(tuple),
        gate=_gates(frameworks),
    )


def _gates(frameworks: st.SearchStrategy[str]) -> st.SearchStrategy[Gate]:
    said = st.text(st.characters(codec="utf-8"), min_size=1, max_size=30).filter(
        lambda text: printable(text) and text == text.strip()
    )
    exceptions = st.builds(
        GateException,
        finding=st.sampled_from(ACCEPTABLE),
        reason=said,
        owner=said,
        expires=st.dates(date(1900, 1, 1)),
        about=st.just("") | said,
    )
    return st.builds(
        Gate,
        framework=st.just("") | frameworks,
        margin=st.floats(0, 1),
        exceptions=st.lists(exceptions, max_size=3).map(tuple),
    )


def _answers(question: Question, scored: list[str]) -> st.SearchStrategy[Answer]:
    options = [each.id for each in question.options]
    match question.type:
        case Kind.YES_NO:
            return st.booleans()
        case Kind.TEXT:
            return st.from_regex(r"\A3\.[0-9]{1,2}\Z")
        case Kind.ONE:
            return st.sampled_from(options)
        case Kind.MANY | Kind.CRITERIA:
            together = options or scored
            several = [each for each in together if each not in question.exclusive]
            alone = [(each,) for each in question.exclusive]
            lists = st.lists(st.sampled_from(several), min_size=1, unique=True)
            return (
                st.sampled_from(alone) | lists.map(tuple) if alone else lists.map(tuple)
            )
