from collections.abc import Callable
from dataclasses import fields
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.api.inputs import checked, load_knowledge, load_profile
from advisor.knowledge.answers import read_answer
from advisor.knowledge.profile_parts import KEYS
from advisor.knowledge.profile_text import profile_text
from advisor.knowledge.profiles import read_profile
from advisor.model.errors import InputError, KnowledgeError
from advisor.model.gate import Gate
from advisor.model.knowledge import Knowledge
from advisor.model.names import can_name
from advisor.model.profile import Profile
from advisor.model.record import yaml_key

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "knowledge" / "profiles").glob("*.yaml"))
FULL = Profile(
    project="shelf-scanner",
    as_of=date(2026, 11, 21),
    answers={"goal": "production", "domain": ("vision", "nlp"), "hot-swap": True},
    weights={"debugging": 2.5},
    allow_retired=True,
    unknown=("cloud",),
    gate=Gate(framework="pytorch"),
    knowledge="2026.1",
)


def test_the_built_in_rule_base_speaks_the_language_asked_for() -> None:
    assert "pytorch" in load_knowledge().frameworks
    assert load_knowledge(language="zh").wording("report.ranking") == "排名"


def test_an_overlay_lies_over_the_built_in_rule_base(tmp_path: Path) -> None:
    (tmp_path / "languages" / "en").mkdir(parents=True)
    messages = tmp_path / "languages" / "en" / "report.yaml"
    messages.write_text("messages: {ranking: Order}\n", encoding="utf-8")
    assert load_knowledge(tmp_path).wording("report.ranking") == "Order"
    assert load_knowledge(str(tmp_path)).wording("report.ranking") == "Order"


@pytest.mark.parametrize(
    ("load", "message"),
    [
        (lambda: load_knowledge("missing"), "missing: not a folder"),
        (lambda: load_knowledge(builtin=False), "builtin=False leaves no rule base"),
        (lambda: load_knowledge(language="fr"), "language: 'fr' is unknown; valid are"),
    ],
)
def test_a_rule_base_that_cannot_be_had_is_an_error_of_input(
    load: Callable[[], Knowledge], message: str
) -> None:
    with pytest.raises(InputError, match=message):
        load()


def test_an_unsound_rule_base_is_not_worked_with(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "x.yaml").write_text("id: x\n", encoding="utf-8")
    with pytest.raises(KnowledgeError):
        load_knowledge(tmp_path)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_file_is_read_as_the_command_line_reads_it(
    path: Path, knowledge: Knowledge
) -> None:
    expected = read_profile(path.read_text(encoding="utf-8"), str(path), knowledge)
    assert load_profile(path, knowledge) == expected
    assert load_profile(str(path), knowledge) == expected


def test_a_mapping_is_read_as_the_file_that_it_would_be(knowledge: Knowledge) -> None:
    mapping = {
        "project": "shelf-scanner",
        "as-of": date(2026, 11, 21),
        "knowledge": "2026.1",
        "answers": MappingProxyType(
            {
                "goal": "production",
                "domain": ["vision", "nlp"],
                "hot-swap": True,
                "latency": None,
            }
        ),
        "weights": {"debugging": 2.5},
        "allow-retired": True,
        "unknown": ("cloud",),
        "gate": {"framework": "pytorch"},
    }
    assert load_profile(mapping, knowledge) == FULL
    assert load_profile(profile_mapping(FULL), knowledge) == FULL


def profile_mapping(profile: Profile) -> dict[str, Any]:  # Any: of each field its own
    return {
        yaml_key(each.name): getattr(profile, each.name) for each in fields(Profile)
    }


def test_a_profile_has_the_keys_of_its_file() -> None:
    assert {"schema", *profile_mapping(FULL)} == set(KEYS)


def test_checking_a_right_profile_changes_nothing(knowledge: Knowledge) -> None:
    assert checked(FULL, knowledge) == FULL
    assert checked(Profile(), knowledge) == Profile()


@given(data=st.data())
def test_any_profile_that_a_file_can_hold_passes_the_check(
    data: st.DataObject, knowledge: Knowledge
) -> None:
    questions = list(knowledge.questions.values())
    chosen = data.draw(st.lists(st.sampled_from(questions), unique_by=lambda q: q.id))
    answers = {}
    for question in chosen:
        options = [each.id for each in question.options] or ["true", "3.12"]
        try:
            word = data.draw(st.sampled_from(options))
            answers[question.id] = read_answer(question, word, knowledge)
        except InputError:
            continue
    name = data.draw(st.text(max_size=30).filter(can_name))
    profile = Profile(project=name, answers=answers)
    assert checked(profile, knowledge) == profile
    written = read_profile(profile_text(profile, knowledge), "x", knowledge)
    assert written == profile


@pytest.mark.parametrize(
    ("mapping", "message"),
    [
        ({"answers": {"goal": "productoin"}}, "answers.goal: .* mean 'production'"),
        ({"answers": {"gaol": "production"}}, "answers.gaol: unknown key; .*'goal'"),
        ({"answers": {"goal": ["production"]}}, "takes one answer, not a list"),
        ({"answers": {"domain": []}}, "answers.domain: is an empty list"),
        ({"answer": {}}, "answer: unknown key; did you mean 'answers'"),
        ({"schema": 2}, "schema: takes 1, not '2'"),
        ({"weights": {"debugging": float("nan")}}, "weights.debugging: takes a number"),
        ({"project": "a\x85b"}, r"project: contains a control .*U\+0085"),
        ({"answers": {"goal": {1}}}, "profile: takes text, .* not set"),
        ({"answers": 3}, "answers: takes 'key: value' lines, not '3'"),
    ],
)
def test_what_is_wrong_in_a_mapping_is_named_with_its_key(
    mapping: dict[str, Any], message: str, knowledge: Knowledge
) -> None:
    with pytest.raises(InputError, match=message):
        load_profile(mapping, knowledge)


def test_every_problem_of_a_mapping_is_told_at_once(knowledge: Knowledge) -> None:
    with pytest.raises(InputError) as caught:
        load_profile({"answers": {"goal": "x"}, "weights": {"y": 1}}, knowledge)
    assert [line.split(": ")[1] for line in str(caught.value).splitlines()] == [
        "answers.goal",
        "weights.y",
    ]


def test_a_file_that_is_not_there_is_named(knowledge: Knowledge) -> None:
    with pytest.raises(InputError, match=r"missing.yaml: no such file"):
        load_profile("missing.yaml", knowledge)
