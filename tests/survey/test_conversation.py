from collections.abc import Callable
from typing import Any

import pytest

from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.survey.conversation import Conversation, Ending
from advisor.survey.interview import Interview
from advisor.survey.order import Aim
from advisor.survey.partner import Command, Given

Build = Callable[..., Any]  # builds something of this folder's conftest
ALL = Aim(everything=True)
PRODUCTION, RESEARCH = Given("production"), Given("research")
NLP, SAVE, WEIGH = Given(("nlp",)), Given("save"), Given("trade-offs")
START = Interview(Profile())


@pytest.fixture
def hold(
    scripted: Build, a_setting: Build
) -> Callable[..., tuple[Conversation, Any, Ending]]:
    """Return a holder of conversations with prepared replies."""

    def run(
        *replies: object,
        guide: object = None,
        kept: object = None,
        start: Interview = START,
        aim: Aim = ALL,
        leader: bool = True,
    ) -> tuple[Conversation, Any, Ending]:
        partner = scripted(*replies)
        setting = a_setting(partner, guide, kept)
        talk = Conversation(setting, start, aim, leader=leader)
        return talk, partner, talk.hold()

    return run


Hold = Callable[..., tuple[Conversation, Any, Ending]]


def test_answers_are_taken_and_the_end_of_input_saves(hold: Hold) -> None:
    talk, _, ending = hold(PRODUCTION, NLP)
    assert ending is Ending.SAVE
    assert talk.interview.profile.answers == {"goal": "production", "domain": ("nlp",)}


def test_every_change_is_kept_at_once(hold: Hold, kept: Any) -> None:  # noqa: ANN401
    hold(PRODUCTION, Command.SKIP, Command.DONT_KNOW, kept=kept)
    assert [len(each.asked) for each in kept.interviews] == [1, 2, 3]
    assert kept.interviews[-1].profile.unknown == ("starting-point",)
    assert kept.interviews[-1].skipped == ("domain",)


def test_the_heading_counts_and_estimates(hold: Hold, knowledge: Knowledge) -> None:
    _, partner, _ = hold(PRODUCTION, NLP)
    total = len(knowledge.questions)
    assert (
        partner.prompts[0].heading == f"Project · Question 1 · about {total - 1} more"
    )
    assert "Question 3" in partner.prompts[2].heading


def test_unless_all_is_asked_the_number_of_questions_is_a_bound(
    hold: Hold, knowledge: Knowledge
) -> None:
    _, partner, _ = hold(Command.SKIP, aim=Aim())
    left = len(knowledge.questions) - 1
    assert f"Question 1 · at most {left} more" in partner.prompts[0].heading
    assert f"Question 2 · at most {left - 1} more" in partner.prompts[1].heading


def test_back_shows_the_answer_and_allows_another(hold: Hold) -> None:
    talk, partner, _ = hold(PRODUCTION, Command.BACK, RESEARCH)
    assert partner.prompts[2].current == "production"
    assert "Question 1" in partner.prompts[2].heading
    assert talk.interview.profile.answers == {"goal": "research"}


def test_there_is_no_back_at_the_first_question(hold: Hold) -> None:
    _, partner, _ = hold(PRODUCTION)
    assert Command.BACK not in partner.prompts[0].commands
    assert Command.BACK in partner.prompts[1].commands


def test_back_goes_any_number_of_steps_in_the_order_asked(
    hold: Hold, a_guide: Build
) -> None:
    _, partner, _ = hold(
        *[Command.SKIP] * 3, *[Command.BACK] * 3, aim=Aim(), guide=a_guide()
    )
    titles = partner.titles
    assert titles[4:7] == titles[2::-1]


def test_what_is_not_known_is_said_when_it_is_asked_again(hold: Hold) -> None:
    _, partner, _ = hold(Command.DONT_KNOW, Command.BACK)
    assert partner.prompts[2].heading.endswith("not known")


def test_dropped_answers_are_reported_by_their_titles(hold: Hold) -> None:
    start = Interview(Profile(answers={"training-os": ("linux",)}))
    talk, partner, _ = hold(
        Command.SKIP, Command.SKIP, Given("inference-only"), start=start
    )
    assert "Removed, as it no longer applies: Which operating systems will you" in (
        "\n".join(partner.heard)
    )
    assert "training-os" not in talk.interview.profile.answers


def test_the_side_line_waits_for_an_answer_and_can_be_hidden(hold: Hold) -> None:
    _, partner, _ = hold(PRODUCTION, Command.SIDE_LINE, Command.SIDE_LINE)
    seen = [each.status for each in partner.prompts]
    line = "So far: PyTorch, 0 % settled"
    assert seen == ["", line, "", line]
    _, partner, _ = hold(PRODUCTION, leader=False)
    assert partner.prompts[1].status == ""


def test_nobody_looks_when_everything_is_asked_and_no_leader_is_wanted(
    hold: Hold, a_guide: Build
) -> None:
    guide = a_guide()
    hold(PRODUCTION, NLP, guide=guide, leader=False)
    assert guide.looks == 0


def test_each_state_is_looked_at_once(hold: Hold, a_guide: Build) -> None:
    guide = a_guide()
    hold(Given(("debugging",)), Command.SIDE_LINE, Command.BACK, guide=guide, aim=Aim())
    assert guide.looks == 2


def test_a_proof_is_said_and_leads_to_the_review(hold: Hold, a_guide: Build) -> None:
    _, partner, ending = hold(
        Given(("debugging",)), SAVE, guide=a_guide(proof=1), aim=Aim()
    )
    assert partner.heard == ["Settled: nothing else you could answer changes this."]
    assert partner.titles[-1] == "Is everything right?"
    assert ending is Ending.SAVE


@pytest.mark.parametrize("entry", [Command.SKIP, Command.DONT_KNOW])
def test_a_proof_does_not_speak_of_what_is_left_open_or_not_known(
    entry: Command, hold: Hold, a_guide: Build
) -> None:
    _, partner, _ = hold(
        entry, Given(("pytorch",)), SAVE, guide=a_guide(proof=1), aim=Aim()
    )
    assert partner.heard[-1].startswith("Settled: nothing that is still to be asked")
    assert partner.heard[-1].endswith("what you skipped or do not know still could.")


def test_a_good_enough_stop_says_how_settled_and_may_be_accepted(
    hold: Hold, a_guide: Build, knowledge: Knowledge
) -> None:
    guide = a_guide(share=0.96)
    _, partner, _ = hold(Given(("debugging",)), Given("result"), guide=guide, aim=Aim())
    left = len(knowledge.questions) - 1
    assert partner.titles[1:] == [
        f"96 % settled; {left} questions left that could matter",
        "Is everything right?",
    ]
    assert partner.prompts[1].current == "result"


@pytest.mark.parametrize("way", ["on", "everything"])
def test_after_a_good_enough_stop_one_may_go_on(
    way: str, hold: Hold, a_guide: Build, knowledge: Knowledge
) -> None:
    guide = a_guide(share=0.96)
    _, partner, _ = hold(
        Given(("debugging",)), Given(way), Command.SKIP, guide=guide, aim=Aim()
    )
    place = -2 if way == "on" else 0
    assert partner.titles[2] == knowledge.interview()[place].title
    assert len(partner.titles) == 4


def test_there_is_no_way_back_where_nothing_was_asked_before(
    hold: Hold, a_guide: Build
) -> None:
    known = Interview(Profile(answers={"goal": "research"}))
    guide = a_guide(share=0.96)
    _, partner, _ = hold(Command.REVIEW, guide=guide, aim=Aim(), start=known)
    assert len(partner.prompts) == 2
    assert all(Command.BACK not in each.commands for each in partner.prompts)


def test_back_from_a_good_enough_stop_is_the_latest_question(
    hold: Hold, a_guide: Build
) -> None:
    guide = a_guide(share=0.96)
    _, partner, _ = hold(Given(("debugging",)), Command.BACK, guide=guide, aim=Aim())
    assert partner.titles[2] == partner.titles[0]


def test_without_promises_it_stops_and_says_so(
    hold: Hold, a_guide: Build, knowledge: Knowledge
) -> None:
    guide = a_guide(silent=frozenset(knowledge.questions))
    _, partner, _ = hold(PRODUCTION, Given("everything"), guide=guide, aim=Aim())
    assert partner.titles[1] == "Nothing that is still open promises to change this."
    assert [each.id for each in partner.prompts[1].choices] == ["result", "everything"]
    assert partner.titles[2] == knowledge.questions["domain"].title


def test_a_finished_profile_goes_straight_to_the_review(
    hold: Hold, knowledge: Knowledge
) -> None:
    start = Interview(Profile(unknown=tuple(knowledge.questions)))
    _, partner, ending = hold(Given("leave-unsaved"), start=start)
    assert partner.titles == ["Is everything right?"]
    assert ending is Ending.QUIT


def test_the_review_is_one_command_away_and_back_returns_to_the_question(
    hold: Hold,
) -> None:
    _, partner, _ = hold(PRODUCTION, Command.REVIEW, Command.BACK, NLP)
    assert partner.titles[2] == "Is everything right?"
    assert partner.titles[3] == partner.titles[1]


def test_back_from_the_review_passes_over_a_question_that_no_longer_applies(
    hold: Hold, knowledge: Knowledge
) -> None:
    start = Interview(Profile(answers={"deployment-targets": ("server",)}))
    aim = Aim(only=frozenset({"goal", "latency"}))
    _, partner, _ = hold(
        PRODUCTION,
        Command.REVIEW,
        Given("deployment-targets"),
        Given(("none",)),
        Command.BACK,
        start=start,
        aim=aim,
    )
    assert partner.titles[1] == knowledge.questions["latency"].title
    assert partner.titles[5] == partner.titles[3]


def test_any_answer_can_be_changed_in_the_review(hold: Hold) -> None:
    talk, partner, ending = hold(
        PRODUCTION, Command.REVIEW, Given("goal"), RESEARCH, Given("domain"), NLP, SAVE
    )
    assert partner.prompts[3].current == "production"
    assert talk.interview.profile.answers == {"goal": "research", "domain": ("nlp",)}
    assert partner.titles[4] == "Is everything right?"
    assert ending is Ending.SAVE


@pytest.mark.parametrize("way_out", [Command.BACK, Command.REVIEW])
def test_a_question_opened_in_the_review_may_be_left_as_it_was(
    way_out: Command, hold: Hold
) -> None:
    talk, partner, _ = hold(PRODUCTION, Command.REVIEW, Given("goal"), way_out, SAVE)
    assert talk.interview.profile.answers == {"goal": "production"}
    assert partner.titles[-1] == "Is everything right?"


def test_the_project_is_named_in_the_review(hold: Hold, kept: Any) -> None:  # noqa: ANN401
    talk, partner, _ = hold(
        PRODUCTION, Command.REVIEW, Given("name"), Given(" Shelf scanner "), kept=kept
    )
    assert partner.prompts[3].current == "shelf"
    assert talk.interview.profile.project == "Shelf scanner"
    assert kept.interviews[-1].profile.project == "Shelf scanner"


def test_trade_offs_set_weights_and_leave_the_others(hold: Hold) -> None:
    start = Interview(Profile(weights={"debugging": 1.0, "flexibility": 2.0}))
    compared = ("debugging", "inference-speed", "learning-curve")
    talk, partner, _ = hold(
        Command.REVIEW,
        WEIGH,
        Given(compared),
        Given("debugging"),
        Given("learning-curve"),
        *[Given("1")] * 3,
        Given("take"),
        start=start,
    )
    weights = talk.interview.profile.weights
    assert weights == {**dict.fromkeys(compared, 9.0), "flexibility": 2.0}
    assert partner.titles[-1] == "Is everything right?"


def test_trade_offs_that_are_left_change_nothing(hold: Hold) -> None:
    start = Interview(Profile(weights={"debugging": 1.0}))
    talk, partner, _ = hold(Command.REVIEW, WEIGH, Command.BACK, start=start)
    assert talk.interview == start
    assert partner.titles[-1] == "Is everything right?"


def test_a_stop_at_the_trade_offs_saves_like_any_other(hold: Hold) -> None:
    _, partner, ending = hold(PRODUCTION, Command.REVIEW, WEIGH, Command.STOP)
    assert ending is Ending.SAVE
    assert len(partner.titles) == 4


def test_going_on_from_the_review_asks_what_could_matter(
    hold: Hold, a_guide: Build, knowledge: Knowledge
) -> None:
    _, partner, _ = hold(
        Given(("debugging",)),
        Command.REVIEW,
        Given("go-on"),
        guide=a_guide(share=0.96),
        aim=Aim(1.0),
    )
    assert partner.titles[3] == knowledge.interview()[-2].title


def test_going_on_after_a_proof_asks_everything_in_order(
    hold: Hold, a_guide: Build, knowledge: Knowledge
) -> None:
    _, partner, _ = hold(
        Given(("debugging",)), Given("go-on"), guide=a_guide(proof=1), aim=Aim()
    )
    assert partner.titles[2] == knowledge.interview()[0].title


def test_an_update_asks_its_questions_and_no_others(hold: Hold) -> None:
    start = Interview(Profile(answers={"goal": "production"}))
    aim = Aim(only=frozenset({"goal", "cloud"}))
    talk, partner, _ = hold(RESEARCH, Given("gcp"), SAVE, start=start, aim=aim)
    assert partner.prompts[0].current == "production"
    assert partner.titles[2] == "Is everything right?"
    assert talk.interview.profile.answers == {"goal": "research", "cloud": "gcp"}
    assert partner.heard == ["Nothing that is new or no longer valid is left to ask."]


def test_going_on_from_the_review_asks_what_an_update_asks_first(
    hold: Hold, knowledge: Knowledge
) -> None:
    start = Interview(Profile(answers={"goal": "production"}))
    aim = Aim(only=frozenset({"goal", "cloud"}))
    on = Given("go-on")
    _, partner, _ = hold(
        RESEARCH, Command.REVIEW, on, Given("gcp"), on, start=start, aim=aim
    )
    assert partner.titles[3] == partner.titles[1]
    assert partner.titles[5] not in [
        knowledge.questions[each].title for each in ("goal", "cloud")
    ]


@pytest.mark.parametrize("step", range(6))
def test_breaking_off_keeps_what_was_said_before(
    step: int, scripted: Build, a_setting: Build
) -> None:
    replies = [
        PRODUCTION, Command.REVIEW, Given("name"), Given("x"), Given("domain"), NLP
    ]  # fmt: skip
    partner = scripted(*replies[:step], KeyboardInterrupt)
    talk = Conversation(a_setting(partner), START, ALL)
    with pytest.raises(KeyboardInterrupt):
        talk.hold()
    expected = {"goal": "production"} if step else {}
    assert talk.interview.profile.answers == expected


@pytest.mark.parametrize("step", range(6))
def test_the_end_of_input_saves_wherever_it_comes(step: int, hold: Hold) -> None:
    replies = [PRODUCTION, Command.REVIEW, Given("name"), Given("x"), Given("domain")]
    assert hold(*replies[:step])[2] is Ending.SAVE
