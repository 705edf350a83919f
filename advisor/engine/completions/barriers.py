"""Which frameworks are excluded in which completions, by the screens of the engine."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from advisor.engine.completions.ground import Ground
from advisor.engine.completions.ways import Slot
from advisor.engine.completions.worlds import Worlds
from advisor.model.knowledge import Knowledge
from advisor.model.question import Answer
from advisor.model.rule import Exclude, Rule, Screen

# Answers to the facts that a screen compares.
_Compared = tuple[Answer | None, ...]
# A screen, what is known of its facts and where they are asked, and which are open.
_State = tuple[Exclude, tuple[tuple[Answer | None, int], ...], tuple[bool, ...]]


class Barriers:
    """The exclusions of every rule, as of one day."""

    def __init__(self, ground: Ground) -> None:
        """Keep the rules that exclude; what a screen says is found out when asked."""
        self._ground = ground
        self._knowledge = ground.knowledge
        excluding = [each for each in ground.rules if each.then.exclude is not None]
        self._rules = sorted(excluding, key=_facts_compared)
        self._screened: dict[_State, dict[str, int]] = {}
        self._failed: dict[tuple[Exclude, str, _Compared], bool] = {}

    def removed(
        self,
        worlds: Worlds,
        slots: Sequence[Slot],
        frameworks: Sequence[str] | None = None,
    ) -> Iterator[Mapping[str, int]]:
        """Yield for each rule that may exclude where it removes whom of `frameworks`.

        Without them, whoever is removed everywhere is left out of the rules that follow.
        """
        left = list(frameworks or self._knowledge.frameworks)
        gone = dict.fromkeys(left, 0)
        for rule in self._rules:
            exclude, fires = rule.then.exclude, worlds.true(rule.when)
            if exclude is None or not fires:
                continue
            if exclude.screen is Screen.UNREACHABLE:
                failing = _unreached(self._knowledge, slots)
            else:
                failing = self._failing(exclude, left, worlds)
            own = {each: where & fires for each, where in failing.items()}
            gone = {each: gone[each] | own.get(each, 0) for each in gone}
            if frameworks is None:
                left = [each for each in left if gone[each] != worlds.full]
            yield own

    def _failing(
        self, exclude: Exclude, frameworks: Sequence[str], worlds: Worlds
    ) -> Mapping[str, int]:
        """Return where a screen fails; the same for as long as its facts are open."""
        facts = exclude.facts
        answers = tuple((worlds.facts.get(each), worlds.asked(each)) for each in facts)
        state = exclude, answers, tuple(each in worlds.columns for each in facts)
        seen = self._screened.setdefault(state, {})
        new = [each for each in frameworks if each not in seen]
        seen.update(dict.fromkeys(new, 0))
        for given, where in _joint_answers(facts, worlds) if new else ():
            for each in new:
                if self._fails(exclude, each, given):
                    seen[each] |= where
        return {each: seen[each] for each in frameworks}

    def _fails(self, exclude: Exclude, framework: str, given: _Compared) -> bool:
        key = exclude, framework, given
        if key not in self._failed:
            self._failed[key] = self._ground.fails(exclude, framework, given)
        return self._failed[key]


def excluded(
    frameworks: Iterable[str], removed: Iterable[Mapping[str, int]]
) -> Mapping[str, int]:
    """Return for each framework the completions in which any rule excludes it."""
    found = dict.fromkeys(frameworks, 0)
    for own in removed:
        for each, where in own.items():
            found[each] |= where
    return found


def _facts_compared(rule: Rule) -> int:
    return len(rule.then.exclude.facts) if rule.then.exclude else 0


def _unreached(knowledge: Knowledge, slots: Sequence[Slot]) -> Mapping[str, int]:
    """Return where a target that somebody reaches is out of a framework's reach."""
    own: dict[tuple[str, str], int] = {}
    anybody: dict[str, int] = {}
    for slot in slots:
        key = slot.framework, slot.target
        own[key] = own.get(key, 0) | slot.where
        anybody[slot.target] = anybody.get(slot.target, 0) | slot.where
    found = dict.fromkeys(knowledge.frameworks, 0)
    for framework in found:
        for target, reached in anybody.items():
            found[framework] |= reached & ~own.get((framework, target), 0)
    return found


def _joint_answers(facts: Sequence[str], worlds: Worlds) -> list[tuple[_Compared, int]]:
    """Return every joint answer to the facts that occurs, and where."""
    choices = [_answers(each, worlds) for each in facts]
    found = []
    for picked in product(*choices):
        where = worlds.full
        for _, own in picked:
            where &= own
        if where:
            found.append((tuple(answer for answer, _ in picked), where))
    return found


def _answers(fact: str, worlds: Worlds) -> list[tuple[Answer | None, int]]:
    """Return the answers to one fact, and where each of them is given."""
    if fact not in worlds.columns:
        return [(worlds.facts.get(fact), worlds.full)]
    column, asked = worlds.columns[fact], worlds.asked(fact)
    given = [
        (value, column.at(place) & asked)
        for place, value in enumerate(column.values)
        if place
    ]
    return [(None, worlds.full & ~worlds.answered(fact)), *given]
