import json
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator, FormatChecker

from advisor.knowledge.baselines import baseline_text
from advisor.knowledge.locks import lock_text
from advisor.model.evidence import Evidence
from advisor.model.gate import NEVER_KNOWN, Check
from advisor.model.knowledge import Knowledge
from advisor.model.path import Maturity
from advisor.model.profile import Profile
from advisor.model.recorded import Recorded, RecordedPath, RecordedRank
from advisor.model.report import Verdict
from advisor.render.check.json import check_fields
from advisor.render.json_text import render
from advisor.render.schema_check import baseline_schema, check_schema, lock_schema
from tests.render.check.reports import a_finding, a_full_report

Document = dict[str, Any]  # Any: JSON values

DIGEST = f"sha256:{'0123456789abcdef' * 4}"
# PyYAML makes a date of it; editors that know YAML 1.2 do not.
NO_DATES = "tag:yaml.org,2002:timestamp"
RECORDED = Recorded(
    as_of=date(2026, 11, 21),
    evidence=Evidence.ALL,
    profile_digest=DIGEST,
    knowledge_version="2026.1",
    knowledge_digest=DIGEST,
    verdict=Verdict.LEANING,
    framework="pytorch",
    choice="jax",
    profile=Profile(answers={"goal": "production"}, weights={"debugging": 2.0}),
    ranking=(RecordedRank("pytorch", 1, 0.712345), RecordedRank("jax", 2, 0.7)),
    excluded={"theano": ("retired",)},
    paths=(RecordedPath("server", "pytorch-triton", Maturity.PRODUCTION),),
    rules={"wants-speed": DIGEST},
    claims={"c-1": DIGEST},
    security=("c-2",),
    lost=("old-question",),
)
BARE = replace(
    RECORDED,
    framework="",
    choice="",
    ranking=(),
    excluded={},
    paths=(),
    rules={},
    claims={},
    security=(),
    lost=(),
)


def loaded(text: str) -> Document:
    class Loader(yaml.SafeLoader):
        pass

    Loader.yaml_implicit_resolvers = {
        first: [each for each in resolvers if each[0] != NO_DATES]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    return dict(yaml.load(text, Loader))


def accepts(schema: Mapping[str, Any], document: Document) -> bool:
    checker = FormatChecker(["date"])
    return Draft202012Validator(schema, format_checker=checker).is_valid(document)


def changed(document: Document, *path: str | int, to: object) -> Document:
    """Return a copy in which what stands at a path is something else."""
    copy = deepcopy(document)
    *way, last = path
    place: Any = copy
    for step in way:
        place = place[step]
    place[last] = to
    return copy


def test_each_schema_says_what_a_reader_may_not_guess(knowledge: Knowledge) -> None:
    check, lock = check_schema(), lock_schema(knowledge)
    finding = check["properties"]["beside"]["items"]["properties"]
    recorded = lock["properties"]["profiles"]["additionalProperties"]["properties"]
    for described in (
        lock,
        baseline_schema(),
        check["properties"]["counts"],
        check["properties"]["beside"],
        *(finding[each] for each in ("fails", "subject", "fingerprint", "treatment")),
        *(recorded[each] for each in ("choice", "parts", "rules", "claims", "lost")),
    ):
        assert described["description"].endswith(".")


def test_the_schemas_are_schemas(knowledge: Knowledge) -> None:
    for schema in (check_schema(), lock_schema(knowledge), baseline_schema()):
        meta = Draft202012Validator(Draft202012Validator.META_SCHEMA)
        assert list(meta.iter_errors(schema)) == []


@pytest.mark.parametrize(
    "path",
    [
        ("passed",),
        ("fail_on",),
        ("counts", "failing"),
        ("knowledge", "digest"),
        ("profiles", 0, "judged", "verdict"),
        ("profiles", 0, "findings", 0, "check"),
        ("profiles", 0, "findings", 0, "line"),
        ("profiles", 0, "findings", 0, "treatment", "kind"),
        ("profiles", 0, "surprise"),
    ],
)
def test_a_result_that_says_something_else_is_refused(
    path: tuple[str | int, ...],
) -> None:
    document = json.loads(render(check_fields(a_full_report())))
    assert accepts(check_schema(), document)
    assert not accepts(check_schema(), changed(document, *path, to=-1))


@pytest.mark.parametrize("recorded", [RECORDED, BARE])
def test_a_lock_as_it_is_written_keeps_to_its_schema(
    recorded: Recorded, knowledge: Knowledge
) -> None:
    lock = loaded(lock_text({"advisor.yaml": recorded}, knowledge))
    assert accepts(lock_schema(knowledge), lock)
    assert accepts(lock_schema(knowledge), loaded(lock_text({}, knowledge)))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("schema",), 2),
        (("profiles", "a.yaml", "as-of"), "yesterday"),
        (("profiles", "a.yaml", "verdict"), "certain"),
        (("profiles", "a.yaml", "profile-digest"), "md5:0"),
        (("profiles", "a.yaml", "ranking", 0, "score"), 1.5),
        (("profiles", "a.yaml", "paths", 0, "maturity"), "fine"),
        (("profiles", "a.yaml", "profile", "answer"), {}),
        (("profiles", "a.yaml", "surprise"), 1),
    ],
)
def test_a_lock_with_something_else_in_it_is_refused(
    path: tuple[str | int, ...], value: object, knowledge: Knowledge
) -> None:
    lock = loaded(lock_text({"a.yaml": RECORDED}, knowledge))
    assert not accepts(lock_schema(knowledge), changed(lock, *path, to=value))


def test_an_answer_that_is_gone_may_stay_in_a_lock(knowledge: Knowledge) -> None:
    lock = loaded(lock_text({"a.yaml": RECORDED}, knowledge))
    path = ("profiles", "a.yaml", "profile", "answers", "old-question")
    assert accepts(lock_schema(knowledge), changed(lock, *path, to="old"))


def test_a_baseline_as_it_is_written_keeps_to_its_schema() -> None:
    known = loaded(baseline_text([a_finding(), a_finding(Check.PATH_LEGACY)]))
    assert accepts(baseline_schema(), known)
    assert len(known["findings"]) == 2
    assert accepts(baseline_schema(), loaded(baseline_text([])))


def test_what_can_never_be_known_is_refused_in_a_baseline() -> None:
    known = loaded(baseline_text([a_finding()]))
    refused = {
        check
        for check in Check
        if not accepts(
            baseline_schema(), changed(known, "findings", 0, "check", to=check.value)
        )
    }
    assert refused == NEVER_KNOWN
