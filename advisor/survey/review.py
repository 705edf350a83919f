"""The look back before saving: everything that was answered, to be changed."""

from collections.abc import Iterator
from enum import StrEnum

from advisor.engine.facts import facts_of
from advisor.engine.relevance import applies
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.survey.choices import Choice
from advisor.survey.partner import Command, Form, Prompt
from advisor.survey.setting import FEWEST_COMPARED
from advisor.survey.words import said_at


class Pick(StrEnum):
    """What can be picked beside a question."""

    SAVE = "save"
    GO_ON = "go-on"
    NAME = "name"
    TRADE_OFFS = "trade-offs"
    LEAVE = "leave-unsaved"  # not "quit": that is typed to stop and save


def review_prompt(
    knowledge: Knowledge, profile: Profile, *, name: str, unsettled: bool
) -> Prompt:
    """Return the choice between saving and changing anything.

    `unsettled` says that questions are open which could be asked.
    """
    wording = knowledge.wording
    return Prompt(
        title=wording("interview.review"),
        form=Form.ONE,
        help=wording("interview.review-help"),
        choices=(
            *_steps(knowledge, profile, name=name, unsettled=unsettled),
            *_questions(knowledge, profile),
            Choice(
                Pick.LEAVE,
                wording("interview.leave-unsaved"),
                wording("interview.leave-unsaved-help"),
                wording("interview.heading-leave"),
            ),
        ),
        current=Pick.SAVE.value,
        commands=frozenset({Command.BACK, Command.STOP, Command.SIDE_LINE}),
    )


def _steps(
    knowledge: Knowledge, profile: Profile, *, name: str, unsettled: bool
) -> Iterator[Choice]:
    wording = knowledge.wording
    heading = wording("interview.heading-next")
    yield Choice(Pick.SAVE, wording("interview.save"), heading=heading)
    if unsettled:
        yield Choice(Pick.GO_ON, wording("interview.go-on"), heading=heading)
    named = wording("interview.name-choice", name=name)
    yield Choice(Pick.NAME, named, heading=heading)
    if len(knowledge.scored()) < FEWEST_COMPARED:
        return
    weighed = wording("interview.trade-offs", count=len(profile.weights))
    weigh = wording("interview.trade-offs-none")
    title = weighed if profile.weights else weigh
    yield Choice(Pick.TRADE_OFFS, title, heading=heading)


def _questions(knowledge: Knowledge, profile: Profile) -> Iterator[Choice]:
    """Yield what was answered, then what is not known, then what is open.

    The answer stands in the title: in a narrow list there is no room beside it.
    """
    wording, facts = knowledge.wording, facts_of(profile)
    every = knowledge.interview()
    answered = [each for each in every if each.id in profile.answers]
    unknown = [each for each in every if each.id in profile.unknown]
    done = {*profile.answers, *profile.unknown}
    still = [each for each in every if each.id not in done and applies(each, facts)]
    for questions, heading in (
        (answered, wording("interview.heading-answered")),
        (unknown, wording("interview.heading-unknown")),
        (still, wording("interview.heading-open")),
    ):
        for each in questions:
            answer = profile.answers.get(each.id)
            title = each.title
            if answer is not None:
                told = said_at(each, answer, knowledge)
                title = wording("interview.answered", title=title, answer=told)
            yield Choice(each.id, title, heading=heading)
