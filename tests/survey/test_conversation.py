from collections.abc import Iterable

from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.survey.conversation import Conversation
from advisor.survey.interview import Interview
from advisor.survey.script import Line


class Scripted:
    """A partner who types prepared lines and keeps what was said."""

    def __init__(self, *typed: str) -> None:
        self._typed = iter(typed)
        self.heard: list[str] = []

    def say(self, lines: Iterable[Line]) -> None:
        self.heard += [line.text for line in lines]

    def hear(self) -> str | None:
        return next(self._typed, None)


def _hold(
    knowledge: Knowledge, *typed: str, start: Profile | None = None
) -> tuple[Profile, str]:
    partner = Scripted(*typed)
    talk = Conversation(knowledge, Interview(start or Profile()), partner)
    talk.hold()
    return talk.interview.profile, "\n".join(partner.heard)


def test_name_and_answers_are_taken_and_the_end_of_input_stops(
    knowledge: Knowledge,
) -> None:
    profile, _ = _hold(knowledge, " Shelf scanner ", "4", "vision nlp")
    assert profile == Profile(
        project="Shelf scanner",
        answers={"goal": "production", "domain": ("vision", "nlp")},
    )


def test_the_name_may_be_left_out_and_is_asked_only_when_missing(
    knowledge: Knowledge,
) -> None:
    assert _hold(knowledge, "", "4")[0].project == ""
    _, heard = _hold(knowledge, start=Profile(project="shelf"))
    assert "called" not in heard


def test_a_name_that_no_file_may_hold_is_asked_again(knowledge: Knowledge) -> None:
    profile, heard = _hold(knowledge, "x" * 201, "x" * 200)
    assert profile.project == "x" * 200
    assert "at most 200 characters" in heard


def test_stopping_at_the_name_asks_nothing_else(knowledge: Knowledge) -> None:
    profile, heard = _hold(knowledge, "q", "4")
    assert profile == Profile()
    assert "Question 1" not in heard


def test_a_wrong_entry_is_explained_and_asked_again(knowledge: Knowledge) -> None:
    profile, heard = _hold(knowledge, "", "prodction", "4")
    assert "did you mean 4 (Production)?" in heard
    assert profile.answers == {"goal": "production"}


def test_back_shows_the_answer_and_allows_another(knowledge: Knowledge) -> None:
    profile, heard = _hold(knowledge, "", "4", "b", "2", "q")
    assert "Your answer so far: Production" in heard
    assert profile.answers == {"goal": "research"}


def test_back_at_the_first_question_says_so(knowledge: Knowledge) -> None:
    profile, heard = _hold(knowledge, "", "b", "4")
    assert "nothing before it" in heard
    assert profile.answers == {"goal": "production"}


def test_help_does_not_leave_the_question(knowledge: Knowledge) -> None:
    profile, heard = _hold(knowledge, "", "?", "4")
    assert "Why it is asked" in heard
    assert profile.answers == {"goal": "production"}


def test_dropped_answers_are_reported_by_their_titles(knowledge: Knowledge) -> None:
    before = Profile(
        project="shelf", answers={"training-os": ("linux",), "goal": "production"}
    )
    profile, heard = _hold(knowledge, "", "inference-only", start=before)
    assert "Removed, as it no longer applies: Which operating systems" in heard
    assert "training-os" not in profile.answers


def test_a_section_is_announced_once(knowledge: Knowledge) -> None:
    _, heard = _hold(knowledge, "", "4", "vision", "1")
    assert heard.count("== Project ==") == 1
    assert heard.count("== Model and data ==") == 1


def test_nothing_is_said_when_nothing_is_open(knowledge: Knowledge) -> None:
    everything = tuple(each.id for each in knowledge.interview())
    _, heard = _hold(knowledge, "shelf", start=Profile(unknown=everything))
    assert heard == ""
