import json
from pathlib import Path

import pytest

from advisor.cli.interview.draft import Draft
from advisor.model.errors import InputError
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.survey.interview import Interview

PROFILE = Profile(
    project="Regal",
    answers={"goal": "research", "domain": ("nlp", "vision")},
    unknown=("cloud",),
    weights={"debugging": 3.0},
)
INTERVIEW = Interview(PROFILE, ("domain", "cloud", "goal"), ("latency",))


@pytest.fixture
def draft(tmp_path: Path, knowledge: Knowledge) -> Draft:
    """Return the draft of a profile that does not exist."""
    return Draft(tmp_path / "p.yaml", knowledge)


def _spoil(draft: Draft, **changed: object) -> None:
    draft.write(INTERVIEW)
    document = json.loads(draft.path.read_text(encoding="utf-8"))
    draft.path.write_text(json.dumps({**document, **changed}), encoding="utf-8")


def test_what_was_written_is_read_back(draft: Draft) -> None:
    assert not draft.exists()
    draft.write(INTERVIEW)
    assert draft.exists()
    assert draft.path.name == ".p.yaml.draft"
    found = draft.read()
    assert found.interview == INTERVIEW
    assert found.outdated == ()
    assert not found.stale


def test_it_is_forgotten_even_if_it_is_not_there(draft: Draft) -> None:
    draft.write(INTERVIEW)
    draft.remove()
    draft.remove()
    assert not draft.exists()


def test_it_notices_that_the_profile_was_changed_since(
    draft: Draft, tmp_path: Path, knowledge: Knowledge
) -> None:
    draft.write(INTERVIEW)
    (tmp_path / "p.yaml").write_text("schema: 1\n", encoding="utf-8")
    assert Draft(tmp_path / "p.yaml", knowledge).read().stale


def test_answers_that_no_longer_fit_are_told_and_asked_again(draft: Draft) -> None:
    answers = "{goal: gone, domain: [nlp, gone], latency: relaxed}"
    _spoil(draft, profile=f"schema: 1\nanswers: {answers}\n")
    found = draft.read()
    assert found.interview.profile.answers == {"latency": "relaxed"}
    assert found.interview.asked == ("cloud",)
    assert [each.question for each in found.outdated] == ["goal", "domain"]


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "1", '"x"', "{}", '{"schema": 1}', "[" * 100_000, "\x00", "null"],
)
def test_a_damaged_draft_is_an_error_with_a_reason(text: str, draft: Draft) -> None:
    draft.path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="damaged"):
        draft.read()


@pytest.mark.parametrize(
    "changed",
    [{"asked": [1]}, {"asked": None}, {"skipped": 3}, {"profile": None}],
)
def test_parts_of_another_form_are_damage(
    changed: dict[str, object], draft: Draft
) -> None:
    _spoil(draft, **changed)
    with pytest.raises(InputError, match="damaged"):
        draft.read()


def test_another_schema_and_a_broken_profile_are_told_apart(draft: Draft) -> None:
    _spoil(draft, schema=2)
    with pytest.raises(InputError, match="another version"):
        draft.read()
    _spoil(draft, profile="schema: [")
    with pytest.raises(InputError, match="draft:2: not valid YAML"):
        draft.read()


def test_a_draft_that_is_set_aside_is_not_lost(draft: Draft) -> None:
    draft.write(INTERVIEW)
    text = draft.path.read_text(encoding="utf-8")
    aside = draft.set_aside()
    assert not draft.exists()
    assert aside.read_text(encoding="utf-8") == text
    draft.write(Interview(Profile()))
    assert draft.set_aside() != aside
    assert aside.read_text(encoding="utf-8") == text
