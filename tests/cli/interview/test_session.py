from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from advisor.cli.interview import draft as draft_module
from advisor.cli.interview import session as session_module
from advisor.cli.interview.draft import Draft
from advisor.cli.interview.session import Session
from advisor.cli.interview.start import Wanted, begin
from advisor.files.text import write_text
from advisor.knowledge.profiles import read_profile
from advisor.model.errors import InputError
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.survey.guide import Guide
from advisor.survey.order import Aim
from advisor.survey.partner import Command, Given

Build = Callable[..., Any]
ALL = Aim(everything=True)
ANSWERS = (Given("research"), Given(("nlp",)), Command.DONT_KNOW)


class Crash(BaseException):
    """The program is killed: nothing may catch it."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where the profile will be."""
    folder = tmp_path / "shelf"
    folder.mkdir()
    return folder / "p.yaml"


@pytest.fixture
def hold(path: Path, knowledge: Knowledge, scripted: Build, blind: object) -> Build:
    """Return a holder of sessions: partner and profile, or None."""

    def run(
        *replies: object,
        base: Knowledge = knowledge,
        place: Path = path,
        **how: object,
    ) -> tuple[Any, Profile | None]:
        wanted = Wanted(place, **how)  # type: ignore[arg-type]  # as its fields
        draft = Draft(place, base)
        partner = scripted(*replies)
        start = begin(wanted, base, draft)
        session = Session(wanted, base, partner, draft, start)
        partner.session = session
        aim = replace(ALL, only=start.only)
        return partner, session.hold(blind, aim, leader=False)  # type: ignore[arg-type]

    return run


def _stored(path: Path, knowledge: Knowledge) -> Profile:
    return read_profile(path.read_text(encoding="utf-8"), "p.yaml", knowledge)


def test_what_was_answered_is_saved_under_the_name_of_the_folder(
    hold: Build, path: Path, knowledge: Knowledge
) -> None:
    partner, known = hold(*ANSWERS)
    assert known == Profile(
        project="shelf",
        answers={"goal": "research", "domain": ("nlp",)},
        unknown=("starting-point",),
        knowledge=knowledge.version,
    )
    assert _stored(path, knowledge) == known
    assert [each.name for each in path.parent.iterdir()] == ["p.yaml"]
    assert any("Saved in" in each for each in partner.heard)


def test_nothing_new_leaves_the_file_as_it_was(hold: Build, path: Path) -> None:
    text = "schema: 1\nanswers: {goal: research}  # mine\n"
    path.write_text(text, encoding="utf-8")
    partner, known = hold(Command.SKIP)
    assert known is not None
    assert path.read_text(encoding="utf-8") == text
    assert any("is left as it was" in each for each in partner.heard)
    assert [each.name for each in path.parent.iterdir()] == ["p.yaml"]


def test_quitting_keeps_the_draft_and_leaves_the_profile(
    hold: Build, path: Path, knowledge: Knowledge
) -> None:
    partner, known = hold(*ANSWERS, Command.REVIEW, Given("leave-unsaved"))
    assert known is None
    assert not path.exists()
    assert Draft(path, knowledge).exists()
    assert partner.heard[-1].endswith(f"Go on with: advisor ask {path}")


@pytest.mark.parametrize("step", range(4))
def test_breaking_off_keeps_the_draft_and_the_next_run_goes_on(
    step: int, hold: Build, path: Path, knowledge: Knowledge
) -> None:
    with pytest.raises(KeyboardInterrupt):
        hold(*ANSWERS[:step], KeyboardInterrupt)
    assert not path.exists()
    _, known = hold(*ANSWERS[step:])
    assert known is not None
    assert known.answers == {"goal": "research", "domain": ("nlp",)}
    assert known.unknown == ("starting-point",)
    assert not Draft(path, knowledge).exists()


# Three drafts while answering, one before saving, and the profile itself.
@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("crash", range(5))
def test_a_crash_at_any_write_loses_at_most_the_answer_being_written(
    crash: int,
    after: bool,
    hold: Build,
    path: Path,
    knowledge: Knowledge,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    writes = 0

    def write(where: Path, text: str) -> None:
        nonlocal writes
        writes += 1
        if writes - 1 == crash:
            if after:
                write_text(where, text)
            raise Crash
        write_text(where, text)

    with monkeypatch.context() as patched:
        patched.setattr(draft_module, "write_text", write)
        patched.setattr(session_module, "write_text", write)
        with pytest.raises(Crash):
            hold(*ANSWERS)
    safe = min(len(ANSWERS), crash + after)
    partner, known = hold(*ANSWERS[safe:])
    assert known == Profile(
        project="shelf",
        answers={"goal": "research", "domain": ("nlp",)},
        unknown=("starting-point",),
        knowledge=knowledge.version,
    )
    assert [each.name for each in path.parent.iterdir()] == ["p.yaml"]
    assert not any("cannot be used" in each for each in partner.heard)


def test_a_crash_between_saving_and_forgetting_the_draft_does_no_harm(
    hold: Build, path: Path, knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(_self: Draft) -> None:
        raise Crash

    with monkeypatch.context() as patched:
        patched.setattr(Draft, "remove", crash)
        with pytest.raises(Crash):
            hold(*ANSWERS)
    saved = path.read_text(encoding="utf-8")
    assert Draft(path, knowledge).exists()
    partner, _ = hold()
    assert path.read_text(encoding="utf-8") == saved
    assert not Draft(path, knowledge).exists()
    assert not any("cannot be used" in each for each in partner.heard)


def test_a_draft_that_cannot_be_written_is_told_and_the_interview_goes_on(
    hold: Build, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_where: Path, _text: str) -> None:
        raise InputError("no space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(draft_module, "write_text", refuse)
        partner, known = hold(*ANSWERS)
    assert known is not None
    assert path.exists()
    assert any("no space left" in each for each in partner.heard)


def test_answers_that_cannot_be_saved_are_shown(
    hold: Build, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(_where: Path, _text: str) -> None:
        raise InputError("no space left on device")

    monkeypatch.setattr(session_module, "write_text", refuse)
    with pytest.raises(InputError, match="no space"):
        hold(*ANSWERS)
    assert "goal: research" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "how", "version"),
    [
        ("schema: 1\nanswers: {cloud: gcp}\n", {}, ""),
        ("schema: 1\nknowledge: 2026.01.01\nanswers: {cloud: gcp}\n", {}, "2026.01.01"),
        ("schema: 1\n", {}, "now"),
        ("schema: 1\nanswers: {cloud: gcp}\n", {"restart": True}, "now"),
    ],
)  # fmt: skip
def test_the_version_stays_that_of_the_oldest_answers(
    text: str,
    how: dict[str, object],
    version: str,
    hold: Build,
    path: Path,
    knowledge: Knowledge,
) -> None:
    path.write_text(text, encoding="utf-8")
    _, known = hold(*ANSWERS, **how)
    assert known is not None
    assert known.knowledge == (knowledge.version if version == "now" else version)


def test_an_update_drops_what_no_longer_fits_even_if_nothing_is_answered(
    hold: Build, path: Path, knowledge: Knowledge
) -> None:
    path.write_text("schema: 1\nanswers: {lost: true, cloud: gcp}\n", encoding="utf-8")
    hold(update=True)
    assert _stored(path, knowledge).answers == {"cloud": "gcp"}


OUTDATED = (
    "schema: 1\nknowledge: 2026.01.01\n"
    "answers: {domain: [vision, zzz], model-size: nonsense}\n"
)


@pytest.mark.parametrize("replies", [(), (Command.SKIP,)])
def test_an_update_that_is_stopped_without_an_answer_leaves_the_file_as_it_was(
    replies: tuple[Command, ...], hold: Build, path: Path
) -> None:
    path.write_text(OUTDATED, encoding="utf-8")
    partner, known = hold(*replies, update=True)
    assert known is None
    assert path.read_text(encoding="utf-8") == OUTDATED
    assert [each.name for each in path.parent.iterdir()] == ["p.yaml"]
    assert any("is left as it was" in each for each in partner.heard)


@pytest.mark.parametrize("way_out", [Command.STOP, KeyboardInterrupt])
def test_an_update_that_is_stopped_early_is_gone_on_with(
    way_out: object, hold: Build, path: Path, knowledge: Knowledge
) -> None:
    path.write_text(OUTDATED, encoding="utf-8")
    broken_off = pytest.raises(KeyboardInterrupt)
    with broken_off if way_out is KeyboardInterrupt else nullcontext():
        hold(Given(("vision", "nlp")), way_out, update=True)
    assert path.read_text(encoding="utf-8") == OUTDATED
    partner, known = hold(Given("large"), update=True)
    assert known is not None
    assert knowledge.questions["domain"].title not in partner.heard
    assert known.answers == {"domain": ("vision", "nlp"), "model-size": "large"}
    assert known.knowledge == knowledge.version


def test_an_interrupted_update_tells_the_command_that_goes_on(
    hold: Build, path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path.write_text(OUTDATED, encoding="utf-8")
    partner, known = hold(
        Given(("nlp",)), Command.REVIEW, Given("leave-unsaved"), update=True
    )
    assert known is None
    assert partner.heard[-1].endswith(f"Go on with: advisor ask --update {path}")
    assert capsys.readouterr().err == ""


def test_what_was_valid_of_a_list_is_the_answer_to_be_confirmed(
    hold: Build, path: Path, knowledge: Knowledge
) -> None:
    path.write_text(OUTDATED, encoding="utf-8")
    _, known = hold(Command.SKIP, Command.SKIP, update=True)
    assert known == Profile(
        project="shelf", answers={"domain": ("vision",)}, knowledge=knowledge.version
    )
    assert _stored(path, knowledge) == known


@pytest.fixture
def newer(knowledge: Knowledge) -> Knowledge:
    """Return a rule base with a question that is new, and one that is and waits."""
    day = date(2027, 2, 1)
    new = {
        each: replace(knowledge.questions[each], since=day)
        for each in ("goal", "latency")
    }
    return replace(
        knowledge, version="2027.02.01", questions={**knowledge.questions, **new}
    )


def test_confirming_an_answer_unchanged_finishes_an_update(
    hold: Build, path: Path, newer: Knowledge
) -> None:
    text = "schema: 1\nknowledge: 2026.01.01\nanswers: {cloud: gcp}\n"
    path.write_text(text, encoding="utf-8")
    partner, known = hold(Command.SKIP, Command.SKIP, base=newer, update=True)
    assert known is not None
    assert known.knowledge == newer.version
    assert "2 questions are new or have to be answered again." in partner.heard
    partner, _ = hold(base=newer, update=True)
    assert partner.session.is_up_to_date()


def test_an_update_that_is_stopped_keeps_the_older_version(
    hold: Build, path: Path, newer: Knowledge
) -> None:
    text = "schema: 1\nknowledge: 2026.01.01\nanswers: {cloud: gcp}\n"
    path.write_text(text, encoding="utf-8")
    _, known = hold(Given("research"), base=newer, update=True)
    assert known is not None
    assert known.answers == {"goal": "research", "cloud": "gcp"}
    assert known.knowledge == "2026.01.01"
    partner, _ = hold(base=newer, update=True)
    assert "One question is new or has to be answered again." in partner.heard


def test_a_new_question_that_does_not_apply_is_no_reason_for_an_update(
    hold: Build, path: Path, newer: Knowledge
) -> None:
    answers = "{goal: research, deployment-targets: [none]}"
    text = f"schema: 1\nknowledge: 2026.01.01\nanswers: {answers}\n"
    path.write_text(text, encoding="utf-8")
    partner, _ = hold(base=newer, update=True)
    assert partner.session.is_up_to_date()
    assert not any("new or ha" in each for each in partner.heard)


def test_a_folder_whose_name_cannot_be_shown_names_no_project(
    hold: Build, path: Path, knowledge: Knowledge
) -> None:
    folder = path.parent.parent / "a\u200bb"
    folder.mkdir()
    _, known = hold(*ANSWERS, place=folder / "p.yaml")
    assert known is not None
    assert known.project == ""
    assert _stored(folder / "p.yaml", knowledge) == known


def test_an_update_is_up_to_date_where_nothing_is_to_be_asked(
    hold: Build, path: Path
) -> None:
    path.write_text("schema: 1\nanswers: {cloud: gcp}\n", encoding="utf-8")
    partner, _ = hold(update=True)
    assert partner.session.is_up_to_date()
    assert partner.heard[-1].startswith("Nothing in the profile is out of date")
    partner.session.wanted = replace(partner.session.wanted, update=False)
    assert not partner.session.is_up_to_date()


def test_what_somebody_else_saved_meanwhile_is_kept(
    path: Path, knowledge: Knowledge, scripted: Build, blind: Guide
) -> None:
    path.write_text("schema: 1\nanswers: {goal: learning}\n")
    draft = Draft(path, knowledge)
    partner = scripted(Given(("nlp",)))
    start = begin(Wanted(path), knowledge, draft)
    session = Session(Wanted(path), knowledge, partner, draft, start)
    text = "schema: 1\nanswers: {goal: production, cloud: aws}\n"
    path.write_text(text)
    session.hold(blind, ALL, leader=False)
    saved = read_profile(path.read_text(), "p", knowledge)
    assert saved.answers == {"goal": "production", "domain": ("nlp",), "cloud": "aws"}
    assert any("was changed meanwhile" in each for each in partner.heard)
    assert not draft.exists()
