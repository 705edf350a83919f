"""Hold many interviews and compare what they end with to the whole questionnaire.

Run it with `python tests/simulate_interview.py [PROJECTS] [CONFIDENCE]`. Each project is
one that knows its own answers: those of every case of the rule base (with its day and
its evidence; what a case does not say, it does not know), and random ones that answer
every question that applies, any option as likely as any other. A confidence of 1 goes
on until there is a proof.
"""

import gc
import os
import random
import statistics
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the program sets it

from advisor.engine.appraise import Appraisal, appraise
from advisor.engine.completions.guide import Forecast
from advisor.engine.completions.pool import draw
from advisor.engine.rank import leaders
from advisor.engine.relevance import applies
from advisor.knowledge.answers import read_answer
from advisor.knowledge.base import unproven
from advisor.knowledge.home import builtin_root
from advisor.model.evidence import Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.outlook import Outlook
from advisor.model.profile import Profile
from advisor.model.question import Answer
from advisor.survey.interview import Entry, Interview, take
from advisor.survey.order import Aim, Halt, next_step
from advisor.survey.partner import Command, Given

TODAY = date(2026, 11, 21)


@dataclass(frozen=True, slots=True)
class Project:
    """Somebody who can be interviewed."""

    name: str
    as_of: date
    evidence: Evidence
    answers: Mapping[str, Answer]


@dataclass(frozen=True, slots=True)
class Ended:
    """How an interview ended, and what all answers would have ended with."""

    halt: Halt
    asked: int
    applicable: int
    early: Appraisal
    full: Appraisal

    @property
    def same(self) -> bool:
        """Whether the same framework is recommended."""
        return first(self.early) == first(self.full)

    @property
    def defensible(self) -> bool:
        """Whether the early one is first in the end as well, alone or tied."""
        return self.same or first(self.early) in {
            each.framework for each in leaders(self.full.ranking)
        }

    @property
    def same_ways(self) -> bool:
        """Whether it gets to the same targets on the same paths."""
        return ways(self.early) == ways(self.full)


def first(found: Appraisal) -> str:
    """Return the framework that is recommended, or nothing."""
    return found.ranking[0].framework if found.ranking else ""


def ways(found: Appraisal) -> dict[str, str]:
    """Return the path of the recommended framework to each target."""
    own = found.routes.get(first(found), {})
    return {target: route.path.id for target, route in own.items()}


def cases(knowledge: Knowledge) -> Iterator[Project]:
    """Yield the cases that answer anything, ordered so that days are met once."""
    order = sorted(knowledge.cases.values(), key=lambda e: (e.as_of, e.evidence, e.id))
    for case in order:
        if case.answers and not case.weights and not case.allow_retired:
            answers = {
                each: read_answer(knowledge.questions[each], raw, knowledge)
                for each, raw in case.answers.items()
            }
            yield Project(case.id, case.as_of, case.evidence, answers)


def strangers(knowledge: Knowledge, count: int) -> Iterator[Project]:
    """Yield random projects for which some framework is left."""
    dice = random.Random(7)
    columns = draw(knowledge, TODAY, 1).columns
    while count:
        answers: dict[str, Answer] = {}
        for question in knowledge.interview():
            value = dice.choice(columns[question.id].values)
            if value is not None and applies(question, answers):
                answers[question.id] = value
        project = Project(f"random-{count}", TODAY, Evidence.ALL, answers)
        if judged(knowledge, project, answers).ranking:
            count -= 1
            yield project


def judged(
    knowledge: Knowledge, project: Project, answers: Mapping[str, Answer]
) -> Appraisal:
    """Return what these answers of a project lead to."""
    profile = Profile(answers=answers)
    return appraise(knowledge, profile, project.as_of, project.evidence)


def interviewed(
    knowledge: Knowledge, forecast: Forecast, project: Project, aim: Aim
) -> Ended:
    """Ask a project until the interview stops by itself."""
    interview = Interview(Profile())
    while True:
        profile, closed = interview.profile, interview.closed

        def look(
            profile: Profile = profile, closed: frozenset[str] = closed
        ) -> Outlook:
            return forecast.look(profile, closed)

        step = next_step(knowledge, interview, aim, look)
        if isinstance(step, Halt):
            break
        answer = project.answers.get(step.id)
        entry: Entry = Command.DONT_KNOW if answer is None else Given(answer)
        interview = take(knowledge, interview, step, entry)
    return Ended(
        halt=step,
        asked=len(interview.asked),
        applicable=sum(applies(q, project.answers) for q in knowledge.interview()),
        early=judged(knowledge, project, interview.profile.answers),
        full=judged(knowledge, project, project.answers),
    )


def report(title: str, ended: list[Ended]) -> None:
    """Print how much was asked, and how often the end was the same."""
    asked = sorted(each.asked for each in ended)
    share = statistics.median(each.asked / each.applicable for each in ended)
    low, middle, high = statistics.quantiles(asked, n=4)
    print(f"{title}: {len(ended)} interviews")
    print(
        f"  questions asked   median {middle:g}, quartiles {low:g} and {high:g}, "
        f"from {asked[0]} to {asked[-1]}; median share of all {share:.0%}"
    )
    for halt in Halt:
        own = [each for each in ended if each.halt is halt]
        if own:
            print(
                f"  stopped: {halt.value:<9} {len(own):4}, "
                f"same framework {sum(e.same for e in own) / len(own):.1%}, "
                f"first or tied {sum(e.defensible for e in own) / len(own):.1%}, "
                f"same paths {sum(e.same_ways for e in own) / len(own):.1%}"
            )


def main(count: int, confidence: float) -> None:
    """Interview everybody and print the figures."""
    knowledge = unproven([builtin_root()])
    gc.disable()  # as the program does
    aim = Aim(confidence)
    forecasts: dict[tuple[date, Evidence], Forecast] = {}
    for title, projects in (
        ("cases", list(cases(knowledge))),
        ("random projects", list(strangers(knowledge, count))),
    ):
        ended = []
        for project in projects:
            key = project.as_of, project.evidence
            if key not in forecasts:
                forecasts = {key: Forecast(knowledge, *key)}
            ended.append(interviewed(knowledge, forecasts[key], project, aim))
        report(f"{title}, confidence {confidence:g}", ended)


if __name__ == "__main__":
    main(
        int(sys.argv[1]) if len(sys.argv) > 1 else 100,
        float(sys.argv[2]) if len(sys.argv) > 2 else Aim().confidence,
    )
