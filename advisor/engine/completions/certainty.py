"""What holds all over a box of completions: who is excluded, judged and ahead."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import product
from math import fsum

from advisor.engine.appraise import PLACES
from advisor.engine.completions.box import Box
from advisor.engine.completions.ground import Ground
from advisor.engine.completions.reach import Reach
from advisor.engine.facts import PRIORITIES
from advisor.engine.score import value_of
from advisor.engine.soundness import PATH_CRITERION
from advisor.engine.weigh import stated_importance
from advisor.model.condition import All, Condition, In, Is, values_of
from advisor.model.evidence import Evidence
from advisor.model.profile import Profile
from advisor.model.question import Kind
from advisor.model.rule import Exclude, Rule, Screen

_SAFE = 10.0**-PLACES  # scores that differ by no more may be the same number
# For each criterion how much one framework can be ahead of another, at most.
_Leads = Mapping[str, float]


class Certainty:
    """Bounds over one box."""

    def __init__(self, ground: Ground, profile: Profile, box: Box) -> None:
        """Find out which rules certainly fire, and which may."""
        self._ground = ground
        self._box = box
        self._stated = profile.weights
        may = [each for each in ground.rules if box.may(each.when)]
        self._certain = [each for each in may if box.must(each.when)]
        self._possible = [each for each in may if not box.must(each.when)]
        constants = ground.knowledge.constants
        self._reach = Reach(ground.ways.leads, constants, box)
        self._seen: dict[tuple[str, str], tuple[float, float, bool]] = {}

    def arrives_the_same_way(self, framework: str) -> bool:
        """Say whether its path to every target is one and the same."""
        return self._reach.stable(framework)

    def wins(self, leader: str) -> bool:
        """Say whether `leader` is judged, never excluded, and ahead of all others."""
        return (
            not self.may_be_excluded(leader)
            and self.surely_judged(leader)
            and all(
                self.surely_excluded(each) or self.ahead(leader, each)
                for each in self._ground.knowledge.frameworks
                if each != leader
            )
        )

    def surely_judged(self, leader: str) -> bool:
        """Say whether enough of the weight certainly rests on evidence."""
        least = self._ground.knowledge.constants.least_coverage.value
        missing = {each: least - self._cell(leader, each)[2] for each in self._criteria}
        return sum(self._base.values()) > 0 and self._most(missing) <= _SAFE

    def ahead(self, leader: str, other: str) -> bool:
        """Say whether `leader` certainly scores more, beyond rounding."""
        leads = {e: self._lead(other, leader, e) + _SAFE for e in self._criteria}
        return self._most(leads) < 0

    def _lead(self, other: str, leader: str, criterion: str) -> float:
        """Return by how much the other can be ahead on a criterion, at most."""
        high, low = self._cell(other, criterion)[1], self._cell(leader, criterion)[0]
        return max(
            value_of(high, enough) - value_of(low, enough)
            for enough in self._enough(criterion)
        )

    def _enough(self, criterion: str) -> Iterator[float | None]:
        """Yield what can count as enough; the most demanding rule that fires decides."""
        certain = _levels(self._certain, criterion)
        least = max(certain, default=None)
        yield least
        for level in _levels(self._possible, criterion):
            if least is None or level > least:
                yield level

    def _most(self, leads: _Leads) -> float:
        """Return the greatest sum of importance times lead in the box."""
        always = fsum(self._base[each] * leads[each] for each in self._base)
        return always + self._by_rules(leads) + self._by_priorities(leads)

    def _by_rules(self, leads: _Leads) -> float:
        """Return what the rules that may fire can add, at most.

        Of the rules that each want another answer to the same question, only those of
        one answer can fire together.
        """
        free = 0.0
        rivals: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        for rule in self._possible:
            raised = (rule.then.raise_ or {}).items()
            gain = fsum(own * leads[each] for each, own in raised if self._free(each))
            wanted = self._one_of(rule.when) if gain > 0 else None
            if wanted is None:
                free += max(0.0, gain)
                continue
            for value in wanted[1]:
                rivals[wanted[0]][value] += gain
        return free + fsum(max(each.values()) for each in rivals.values())

    def _by_priorities(self, leads: _Leads) -> float:
        if PRIORITIES not in self._box.open:
            return 0.0
        series = self._ground.knowledge.constants.priorities
        gains = sorted((leads[each] for each in self._criteria), reverse=True)
        return fsum(
            series.at(place) * gain for place, gain in enumerate(gains) if gain > 0
        )

    def _one_of(self, condition: Condition) -> tuple[str, tuple[str, ...]] | None:
        """Return an open question that the condition wants one of some answers to."""
        parts = condition.all_ if isinstance(condition, All) else (condition,)
        for part in parts:
            if isinstance(part, Is | In) and part.fact in self._box.open:
                return part.fact, values_of(part)
        return None

    @cached_property
    def _base(self) -> Mapping[str, float]:
        """The importance that is certain."""
        found: dict[str, float] = defaultdict(float)
        for rule in self._certain:
            for criterion, amount in (rule.then.raise_ or {}).items():
                found[criterion] += amount
        stated = stated_importance(self._ground.knowledge, self._box.facts)
        for criterion, amount in stated.items():
            found[criterion] += amount
        return {**found, **self._stated}

    @cached_property
    def _criteria(self) -> tuple[str, ...]:
        """Every criterion that can matter."""
        if PRIORITIES in self._box.open:
            return tuple(each.id for each in self._ground.knowledge.scored())
        raised = [each for rule in self._possible for each in rule.then.raise_ or {}]
        return tuple(dict.fromkeys((*self._base, *raised)))

    def _free(self, criterion: str) -> bool:
        return criterion not in self._stated

    def _cell(self, framework: str, criterion: str) -> tuple[float, float, bool]:
        key = framework, criterion
        if key not in self._seen:
            self._seen[key] = self._bounds(framework, criterion)
        return self._seen[key]

    def _bounds(self, framework: str, criterion: str) -> tuple[float, float, bool]:
        said = self._ground.cells.bounds((framework, criterion), self._box)
        worked_out = self._ground.evidence is Evidence.ALL
        if criterion != PATH_CRITERION or not worked_out:
            return said
        constants = self._ground.knowledge.constants
        prior, neutral = constants.prior.value, constants.neutral.value
        ways = self._reach.bounds(framework, prior, neutral)
        if ways is None:
            return said
        if self._reach.surely_arrives(framework, constants.least_evidence.value):
            return (*ways, True)
        return min(ways[0], said[0], neutral), max(ways[1], said[1], neutral), False

    def may_be_excluded(self, framework: str) -> bool:
        """Say whether a rule can exclude it somewhere in the box."""
        return any(
            self._may_fail(rule.then.exclude, framework)
            for rule in (*self._certain, *self._possible)
            if rule.then.exclude is not None
        )

    def _may_fail(self, exclude: Exclude, framework: str) -> bool:
        if exclude.screen is Screen.UNREACHABLE:
            return self._reach.may_not_arrive(framework)
        open_ = [self._box.open[e] for e in exclude.facts if e in self._box.open]
        if any(each.type is Kind.TEXT for each in open_):
            return True  # no list of texts to try
        answers = product(*map(self._box.answers, exclude.facts))
        return any(self._ground.fails(exclude, framework, each) for each in answers)

    def surely_excluded(self, framework: str) -> bool:
        """Say whether one rule excludes it all over the box."""
        return any(
            self._surely_fails(rule.then.exclude, framework)
            for rule in self._certain
            if rule.then.exclude is not None
        )

    def _surely_fails(self, exclude: Exclude, framework: str) -> bool:
        if exclude.screen is Screen.UNREACHABLE:
            return self._reach.never_arrives(framework)
        if any(each in self._box.open for each in exclude.facts):
            return False
        answers = [self._box.facts.get(each) for each in exclude.facts]
        return self._ground.fails(exclude, framework, answers)


def _levels(rules: Sequence[Rule], criterion: str) -> list[float]:
    return [
        rule.then.enough[criterion]
        for rule in rules
        if rule.then.enough and criterion in rule.then.enough
    ]
