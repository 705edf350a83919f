"""What matters more to the project, asked in pairs: the best-worst method as a talk."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Literal

from advisor.engine.importance import Comparisons, consistency, importance
from advisor.model.knowledge import Knowledge
from advisor.model.question import Answer
from advisor.survey.choices import Choice, criteria_of
from advisor.survey.lines import Line, Tone
from advisor.survey.partner import Command, Form, Given, Partner, Prompt
from advisor.survey.setting import FEWEST_COMPARED
from advisor.survey.tradeoff_lines import opening_lines, result_lines, scale

_MOST = 7
_TAKE, _AGAIN, _LEAVE = "take", "again", "leave"
_COMMANDS = frozenset({Command.BACK, Command.STOP})


class _Topic(Enum):
    """What is asked apart from the comparisons."""

    COMPARED = "compared"
    BEST = "best"
    WORST = "worst"
    RESULT = "result"


_PICKS = (_Topic.COMPARED, _Topic.BEST, _Topic.WORST)
_Pair = tuple[str, str]  # how many times as important the first is as the second
_Step = _Topic | _Pair
_Stop = Literal[Command.STOP]


@dataclass(frozen=True, slots=True)
class _Said:
    """What was said so far; `again` are the comparisons that are asked once more.

    What was said of a pair is kept when the choice of criteria changes, and holds again
    when the pair comes back.
    """

    compared: tuple[str, ...]
    best: str = ""
    worst: str = ""
    times: Mapping[_Pair, int] = field(default_factory=dict)
    again: tuple[_Pair, ...] = ()

    def pairs(self) -> tuple[_Pair, ...]:
        """Return the comparisons in the order in which they are asked."""
        from_best = [(self.best, each) for each in self.compared if each != self.best]
        return (*from_best, *((each, self.worst) for each in self._others()))

    def steps(self) -> tuple[_Step, ...]:
        """Return everything to be asked; beyond what is known it means nothing yet."""
        return (*_PICKS, *self.pairs(), _Topic.RESULT, *self.again, _Topic.RESULT)

    def comparisons(self) -> Comparisons:
        """Return what was said as the method wants it, once everything was."""
        of_best = [each for each in self.compared if each != self.best]
        return Comparisons(
            best=self.best,
            worst=self.worst,
            best_to_others={each: self.times[self.best, each] for each in of_best},
            others_to_worst={
                each: self.times[each, self.worst] for each in self._others()
            },
        )

    def _others(self) -> Iterator[str]:
        ends = (self.best, self.worst)
        return (each for each in self.compared if each not in ends)


def elicit(
    knowledge: Knowledge,
    criteria: Sequence[str],
    present: Mapping[str, float],
    partner: Partner,
) -> Mapping[str, float] | _Stop | None:
    """Ask what matters more and return the `weights` of the criteria compared.

    `criteria` are suggested for comparison: those that separate the leading frameworks,
    the foremost first. `present` is the raw importance of the criteria as it is: what the
    user puts first must not lose by it. `None` means that nothing changes: the user went
    back to before the start, or declined. Raises `KeyboardInterrupt` where they break off.
    """
    suggested = tuple(criteria[:_MOST]) if len(criteria) >= FEWEST_COMPARED else ()
    said = _Talk(knowledge, partner, _Said(suggested)).hold()
    if said is None or said is Command.STOP:
        return said
    first = knowledge.constants.priorities.at(0)
    found = importance(said, max(first, *(present.get(e, 0.0) for e in said.criteria)))
    return {each: round(number, 2) for each, number in found.items()}


class _Talk:
    """Goes through the steps, forwards and back; `said` is current at every moment."""

    def __init__(self, knowledge: Knowledge, partner: Partner, said: _Said) -> None:
        self._words = knowledge.wording
        self._partner = partner
        self._said = said
        self._criteria = {each.id: each for each in criteria_of(knowledge)}
        self._titles = {each.id: each.title for each in self._criteria.values()}
        self._offered = tuple(self._suggested_first(said.compared))

    def hold(self) -> Comparisons | _Stop | None:
        """Return the comparisons that the user accepts, that they stop, or nothing."""
        self._partner.say(opening_lines(self._words, FEWEST_COMPARED, _MOST))
        place = 0
        while place >= 0:
            step = self._said.steps()[place]
            if step is _Topic.RESULT:
                said = self._said.comparisons()
                self._partner.say(result_lines(self._words, self._titles, said))
            heard = self._partner.ask(self._prompt(place, step))
            if heard is Command.BACK:
                place -= 1
            elif not isinstance(heard, Given):
                return Command.STOP
            elif heard.answer == _LEAVE:
                return None
            elif heard.answer == _TAKE:
                return self._said.comparisons()
            else:
                place = self._take(place, step, heard.answer)
        return None

    def _suggested_first(self, suggested: Sequence[str]) -> Iterator[Choice]:
        heading = self._words("tradeoffs.suggested")
        for each in suggested:
            yield replace(self._criteria[each], heading=heading)
        yield from (c for c in self._criteria.values() if c.id not in suggested)

    def _take(self, place: int, step: _Step, answer: Answer) -> int:
        """Record an answer and return the place of what comes next."""
        said = self._said
        match step:
            case _Topic.COMPARED:
                picked = answer if isinstance(answer, tuple) else ()
                self._said = replace(said, compared=picked)
                if not FEWEST_COMPARED <= len(picked) <= _MOST:
                    self._complain(len(picked))
                    return place
            case _Topic.BEST:
                self._said = replace(said, best=str(answer))
            case _Topic.WORST:
                self._said = replace(said, worst=str(answer))
            case _Topic.RESULT:
                self._said = replace(said, again=_doubtful(said.comparisons()))
                return said.steps().index(_Topic.RESULT) + 1
            case pair:
                self._said = replace(said, times={**said.times, pair: int(str(answer))})
        return place + 1

    def _complain(self, count: int) -> None:
        text = self._words(
            "tradeoffs.wrong-number", fewest=FEWEST_COMPARED, most=_MOST, count=count
        )
        self._partner.say((Line(text, Tone.BAD, 2, 2),))

    def _prompt(self, place: int, step: _Step) -> Prompt:
        said, words = self._said, self._words
        match step:
            case _Topic.COMPARED:
                why, every = words("tradeoffs.compare-why"), tuple(self._criteria)
                return replace(
                    self._choose(words("tradeoffs.compare"), why, every),
                    form=Form.MANY,
                    choices=self._offered,
                    help=words(
                        "tradeoffs.compare-help", fewest=FEWEST_COMPARED, most=_MOST
                    ),
                    current=said.compared or None,
                )
            case _Topic.BEST:
                title, why = words("tradeoffs.best"), words("tradeoffs.best-why")
                return self._choose(title, why, said.compared, said.best)
            case _Topic.WORST:
                title, why = words("tradeoffs.worst"), words("tradeoffs.worst-why")
                rest = tuple(each for each in said.compared if each != said.best)
                return self._choose(title, why, rest, said.worst)
            case _Topic.RESULT:
                return self._use()
            case (more, less):
                return self._compare(more, less, place - len(_PICKS) + 1)

    def _choose(
        self, title: str, why: str, criteria: tuple[str, ...], picked: str = ""
    ) -> Prompt:
        """Return the question for one of some criteria; `picked` is the earlier answer."""
        return Prompt(
            title=title,
            form=Form.ONE,
            choices=tuple(replace(self._criteria[c], heading="") for c in criteria),
            current=picked if picked in criteria else None,
            heading=self._words("tradeoffs.heading"),
            commands=_COMMANDS,
            why=lambda: self._reasons(why, criteria),
        )

    def _compare(self, more: str, less: str, position: int) -> Prompt:
        words, total = self._words, len(self._said.pairs())
        titles = {"more": self._titles[more], "less": self._titles[less]}
        times = self._said.times.get((more, less))
        return Prompt(
            title=words("tradeoffs.pair", **titles),
            form=Form.ONE,
            choices=scale(words),
            current=str(times) if times else None,
            heading=words("tradeoffs.comparison", position=position, total=total)
            if position <= total
            else words("tradeoffs.once-more"),
            commands=_COMMANDS,
            why=lambda: self._reasons(words("tradeoffs.pair-why"), (more, less)),
        )

    def _use(self) -> Prompt:
        words = self._words
        take = Choice(_TAKE, words("tradeoffs.take"))
        again = Choice(_AGAIN, words("tradeoffs.again"))
        leave = Choice(_LEAVE, words("tradeoffs.leave"))
        good = consistency(self._said.comparisons()).acceptable
        choices = (take, leave) if good else (again, take, leave)
        return Prompt(
            title=words("tradeoffs.use"),
            form=Form.ONE,
            help=words("tradeoffs.use-help"),
            choices=choices,
            current=choices[0].id,
            heading=words("tradeoffs.heading"),
            commands=_COMMANDS,
        )

    def _reasons(self, why: str, criteria: tuple[str, ...]) -> Iterator[Line]:
        yield Line(why)
        for each in criteria:
            yield Line(self._titles[each], Tone.STRONG, 2)
            yield Line(self._criteria[each].help, indent=4)


def _doubtful(said: Comparisons) -> tuple[_Pair, ...]:
    """Return the comparisons that contradict each other most."""
    between = consistency(said).weakest
    return (said.best, between), (between, said.worst), (said.best, said.worst)
