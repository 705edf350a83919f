import json
from collections.abc import Mapping
from copy import deepcopy
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator, FormatChecker

from advisor.knowledge.profiles import read_profile
from advisor.knowledge.template import template
from advisor.model.errors import InputError
from advisor.model.knowledge import Knowledge
from advisor.model.question import Kind
from advisor.model.report import Report
from advisor.render.json import result
from advisor.render.json_explanation import explanation
from advisor.render.json_text import render
from advisor.render.schema import profile_schema, result_schema

# PyYAML makes a date of it; in JSON, and for our own reader, it is text.
NO_DATES = "tag:yaml.org,2002:timestamp"

BROKEN = {
    "no schema": {"answers": {}},
    "schema of the future": {"schema": 2},
    "unknown key": {"schema": 1, "answer": {}},
    "unknown question": {"schema": 1, "answers": {"goals": "production"}},
    "unknown option": {"schema": 1, "answers": {"goal": "productive"}},
    "unknown option in a list": {"schema": 1, "answers": {"domain": ["visions"]}},
    "list for one answer": {"schema": 1, "answers": {"goal": ["production"]}},
    "empty list": {"schema": 1, "answers": {"domain": []}},
    "the same twice": {"schema": 1, "answers": {"domain": ["nlp", "nlp"]}},
    "word for yes or no": {"schema": 1, "answers": {"hot-swap": "maybe"}},
    "number for one answer": {"schema": 1, "answers": {"goal": 3}},
    "mapping for an answer": {"schema": 1, "answers": {"goal": {"is": "production"}}},
    "text that does not match": {"schema": 1, "answers": {"python-version": "three"}},
    "unknown priority": {"schema": 1, "answers": {"priorities": ["speediness"]}},
    "unknown weight": {"schema": 1, "weights": {"speediness": 1}},
    "negative weight": {"schema": 1, "weights": {"debugging": -1}},
    "weight in words": {"schema": 1, "weights": {"debugging": "much"}},
    "enormous weight": {"schema": 1, "weights": {"debugging": 1e9}},
    "no yes or no": {"schema": 1, "allow-retired": "perhaps"},
    "unknown unknown": {"schema": 1, "unknown": ["goals"]},
    "unknown once more": {"schema": 1, "unknown": ["goal", "goal"]},
    "unknown gate": {"schema": 1, "gate": {"framework": "pytoch"}},
    "unknown key of the gate": {"schema": 1, "gate": {"frameworks": "pytorch"}},
    "no date": {"schema": 1, "as-of": "yesterday"},
    "answers in a list": {"schema": 1, "answers": ["goal"]},
    "long name": {"schema": 1, "project": "x" * 201},
    "a list": ["schema"],
    "none and something": {"schema": 1, "answers": {"experience": ["none", "python"]}},
    "text around a match": {"schema": 1, "answers": {"python-version": "x3.12y"}},
    "schema without a value": {"schema": None},
    "item without a value": {"schema": 1, "answers": {"domain": [None]}},
}


def accepts(schema: Mapping[str, Any], document: object) -> bool:
    checker = FormatChecker(["date"])
    return Draft202012Validator(schema, format_checker=checker).is_valid(document)


def loaded(text: str) -> object:
    """Read YAML as an editor does, with the types of YAML but dates as text."""

    class Loader(yaml.SafeLoader):
        pass

    Loader.yaml_implicit_resolvers = {
        first: [each for each in resolvers if each[0] != NO_DATES]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    return yaml.load(text, Loader)


@pytest.fixture(scope="module")
def for_profiles(knowledge: Knowledge) -> Mapping[str, Any]:
    return profile_schema(knowledge)


def test_both_schemas_are_valid_schemas(for_profiles: Mapping[str, Any]) -> None:
    meta = Draft202012Validator(Draft202012Validator.META_SCHEMA)
    assert list(meta.iter_errors(dict(for_profiles))) == []
    assert list(meta.iter_errors(dict(result_schema()))) == []


def test_the_schema_accepts_the_example_profiles_and_the_template(
    knowledge: Knowledge, for_profiles: Mapping[str, Any]
) -> None:
    for name, text in {**knowledge.profiles, "template": template(knowledge)}.items():
        document = loaded(text)
        assert accepts(for_profiles, document), name


def test_the_schema_accepts_every_single_answer_of_the_questionnaire(
    knowledge: Knowledge, for_profiles: Mapping[str, Any]
) -> None:
    for question in knowledge.questions.values():
        answers: list[object] = [option.id for option in question.options]
        match question.type:
            case Kind.YES_NO:
                answers = [True, False]
            case Kind.TEXT:
                answers = [question.example]
            case Kind.CRITERIA:
                answers = [["debugging"], "debugging"]
            case Kind.MANY:
                answers += [[each] for each in answers]
            case Kind.ONE:
                pass
        assert answers
        for answer in answers:
            document = {"schema": 1, "answers": {question.id: answer}}
            assert accepts(for_profiles, document), (question.id, answer)
            read_profile(json.dumps(document), "here", knowledge)


@pytest.mark.parametrize("name", BROKEN)
def test_what_the_reader_refuses_the_schema_refuses_too(
    name: str, knowledge: Knowledge, for_profiles: Mapping[str, Any]
) -> None:
    with pytest.raises(InputError):
        read_profile(json.dumps(BROKEN[name]), "here", knowledge)
    assert not accepts(for_profiles, BROKEN[name])


def test_a_key_without_a_value_counts_as_absent_for_both(
    knowledge: Knowledge, for_profiles: Mapping[str, Any]
) -> None:
    questions = dict.fromkeys(knowledge.questions)
    tables = {"answers": questions, "weights": {"debugging": None}, "gate": None}
    for document in (
        dict.fromkeys(for_profiles["properties"]) | {"schema": 1},
        {"schema": 1, **tables, "gate": {"framework": None}},
    ):
        assert read_profile(json.dumps(document), "here", knowledge).answers == {}
        assert accepts(for_profiles, document)


def test_a_full_profile_is_accepted_by_reader_and_schema(
    knowledge: Knowledge, for_profiles: Mapping[str, Any]
) -> None:
    document = {
        "schema": 1,
        "project": "shelf-scanner",
        "as-of": "2026-11-21",
        "answers": {"goal": "production", "domain": ["nlp"], "hot-swap": True},
        "weights": {"debugging": 3, "maturity": 0.5},
        "allow-retired": False,
        "unknown": ["cloud"],
        "gate": {"framework": "pytorch"},
    }
    assert accepts(for_profiles, document)
    assert read_profile(json.dumps(document), "here", knowledge).weights


def test_every_kind_of_result_keeps_to_its_schema(
    some_reports: Mapping[str, Report],
) -> None:
    for name, report in some_reports.items():
        assert accepts(result_schema(), result(report)), name


def test_the_schema_describes_every_key_of_the_result(report: Report) -> None:
    schema = result_schema()
    assert set(schema["properties"]) == set(result(report))
    assert set(schema["required"]) == set(result(report))


@pytest.mark.parametrize("key", ["schema", "ranking", "verdict", "knowledge", "trace"])
def test_a_result_without_one_of_its_keys_is_refused(key: str, report: Report) -> None:
    document = deepcopy(dict(result(report)))
    del document[key]
    assert not accepts(result_schema(), document)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("schema", 2),
        ("verdict", "sure"),
        ("as_of", "yesterday"),
        ("evidence", "some"),
        ("ranking", None),
        ("recommendation", {}),
        ("tipping_points", 0),
        ("paths", [{"target": "server"}]),
        ("together", []),
        ("horizons", [{"horizon": "years", "verdict": "sure", "framework": None}]),
        ("unreached", None),
    ],
)
def test_a_result_with_a_wrong_value_is_refused(
    key: str, value: object, report: Report
) -> None:
    assert not accepts(result_schema(), {**result(report), key: value})


def test_an_explanation_is_a_result_with_more_keys(
    report: Report, small: Knowledge
) -> None:
    document = explanation(report, small, None)
    own = {key: document[key] for key in result_schema()["properties"]}
    assert accepts(result_schema(), own)


def test_the_same_schema_gives_the_same_bytes(knowledge: Knowledge) -> None:
    assert render(profile_schema(knowledge)) == render(profile_schema(knowledge))
