from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from advisor.cli.interview.draft import Draft
from advisor.cli.interview.start import Start, Wanted, begin
from advisor.model.errors import InputError
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.survey.interview import Interview

Begin = Callable[..., Start]
STORED = Profile(answers={"goal": "research"})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where the profile is."""
    return tmp_path / "p.yaml"


@pytest.fixture
def start(path: Path, knowledge: Knowledge) -> Begin:
    """Return a beginner of interviews; `text` is what the profile says."""

    def run(
        text: str | None = None, *, base: Knowledge = knowledge, **how: object
    ) -> Start:
        if text is not None:
            path.write_text(text, encoding="utf-8")
        wanted = Wanted(path, **how)  # type: ignore[arg-type]  # as its fields
        return begin(wanted, base, Draft(path, base))

    return run


def _said(start: Start) -> str:
    return "\n".join(line.text for line in start.lines)


def test_a_new_profile_begins_with_the_introduction(start: Begin) -> None:
    begun = start()
    assert (begun.stored, begun.interview) == (Profile(), Interview(Profile()))
    assert "Which deep-learning framework suits your project?" in _said(begun)
    assert begun.only is None


def test_an_existing_profile_is_gone_on_with(start: Begin) -> None:
    begun = start("schema: 1\nanswers: {goal: research}\nunknown: [cloud]\n# mine\n")
    assert begun.interview.profile == replace(STORED, unknown=("cloud",))
    assert "1 answered, 1 not known" in _said(begun)
    assert "Comments in" in _said(begun)


def test_settings_are_added_to_what_is_known(start: Begin) -> None:
    begun = start(
        "schema: 1\nanswers: {goal: research}\n",
        settings=["goal=learning", "cloud=gcp"],
    )
    assert begun.stored == STORED
    assert begun.interview.profile.answers == {"goal": "learning", "cloud": "gcp"}


def test_answers_that_a_setting_makes_pointless_are_told(
    start: Begin, knowledge: Knowledge
) -> None:
    begun = start(
        "schema: 1\nanswers: {deployment-targets: [server], latency: relaxed}\n",
        settings=["deployment-targets=none"],
    )
    assert begun.interview.profile.answers == {"deployment-targets": ("none",)}
    title = knowledge.questions["latency"].title
    assert f"Removed, as it no longer applies: {title}" in _said(begun)


def test_a_draft_is_gone_on_with_and_said_so(
    start: Begin, path: Path, knowledge: Knowledge
) -> None:
    kept = Interview(Profile(answers={"goal": "research"}), ("goal",))
    Draft(path, knowledge).write(kept)
    begun = start()
    assert begun.interview == kept
    assert begun.stored == Profile()
    assert "Found one answer that was not saved" in _said(begun)


def test_restart_forgets_the_profile_and_sets_the_draft_aside(
    start: Begin, path: Path, knowledge: Knowledge
) -> None:
    draft = Draft(path, knowledge)
    draft.write(Interview(STORED))
    text = draft.path.read_text(encoding="utf-8")
    begun = start("broken: [", restart=True)
    assert begun.interview == Interview(Profile())
    assert not draft.exists()
    aside = path.with_name(".p.yaml.draft.old")
    assert aside.read_text(encoding="utf-8") == text
    assert f"is kept in {aside}" in _said(begun)
    assert "will replace what" in _said(begun)


def test_a_damaged_draft_is_set_aside_and_said_so(
    start: Begin, path: Path, knowledge: Knowledge
) -> None:
    draft = Draft(path, knowledge)
    draft.path.write_text("{", encoding="utf-8")
    begun = start()
    assert begun.interview == Interview(Profile())
    assert "cannot be used" in _said(begun)
    assert not draft.exists()


def test_a_draft_of_an_older_profile_is_set_aside(
    start: Begin, path: Path, knowledge: Knowledge
) -> None:
    Draft(path, knowledge).write(Interview(STORED))
    begun = start("schema: 1\nanswers: {goal: learning}\n")
    assert begun.interview.profile.answers == {"goal": "learning"}
    assert "p.yaml has changed since" in _said(begun)


def test_a_draft_that_was_saved_already_is_forgotten(
    start: Begin, path: Path, knowledge: Knowledge
) -> None:
    draft = Draft(path, knowledge)
    draft.write(Interview(STORED, ("goal",)))
    begun = start("schema: 1\nanswers: {goal: research}\n")
    assert begun.interview == Interview(STORED)
    assert "Found" not in _said(begun)
    assert not draft.exists()


def test_an_update_asks_what_is_new_and_what_no_longer_fits(
    start: Begin, knowledge: Knowledge
) -> None:
    cloud = replace(knowledge.questions["cloud"], since=date(2027, 2, 1))
    base = replace(knowledge, questions={**knowledge.questions, "cloud": cloud})
    text = (
        "schema: 1\nknowledge: 2026.11.21\n"
        "answers: {goal: gone, lost: true, latency: relaxed}\n"
    )
    begun = start(text, base=base, update=True)
    assert begun.stored.answers == {"latency": "relaxed"}
    assert begun.only == frozenset({"goal", "cloud"})
    assert begun.repaired
    assert "No longer valid and asked again" in _said(begun)
    assert "No longer asked" in _said(begun)
    with pytest.raises(InputError, match="goal"):
        start(text)


def test_what_is_set_is_not_asked_by_an_update(start: Begin) -> None:
    text = "schema: 1\nanswers: {goal: gone}\n"
    begun = start(text, update=True, settings=["goal=research"])
    assert begun.only == frozenset()
    assert begun.interview.profile.answers == {"goal": "research"}


def test_an_update_needs_a_profile(start: Begin) -> None:
    with pytest.raises(InputError, match="no such file"):
        start(update=True)
