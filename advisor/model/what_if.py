"""What would come of it if some answers were others."""

from collections.abc import Mapping

from advisor.model.comparison import Fate
from advisor.model.profile import Profile
from advisor.model.question import Answer
from advisor.model.record import record
from advisor.model.report import Excluded, Report, Verdict
from advisor.model.robustness import Cleared
from advisor.model.route import Route

WEIGHT = (
    "weights."  # begins the name of a weight among the settings; a question has none
)

# What a question is answered with or a weight stated as; `CLEARED` where it is not.
Setting = Answer | float | Cleared
Settings = Mapping[str, Setting]


def setting_of(profile: Profile, name: str) -> Setting:
    """Return what a profile says on a question, or on a weight."""
    if name.startswith(WEIGHT):
        return profile.weights.get(name.removeprefix(WEIGHT), Cleared.CLEARED)
    return profile.answers.get(name, Cleared.CLEARED)


@record
class Supposition:
    """A profile as it is, as it would be, and with each single setting alone.

    `dropped` are the answers that would have no point any more and are left out.
    """

    before: Profile
    after: Profile
    alone: Mapping[str, Profile]
    dropped: tuple[str, ...] = ()


@record
class Outcome:
    """A verdict, and on whom: one framework, all that tie, or none without a basis."""

    verdict: Verdict
    frameworks: tuple[str, ...]


def outcome_of(report: Report) -> Outcome:
    """Return what a report comes to."""
    first = report.ranking[:1]
    if report.verdict is Verdict.TIE:
        first = tuple(e for e in report.ranking if e.rank == report.ranking[0].rank)
    elif report.verdict is Verdict.NO_BASIS:
        first = ()
    return Outcome(report.verdict, tuple(each.framework for each in first))


@record
class Step:
    """One setting, and what comes of it alone; `lead` is that of the contest."""

    name: str
    before: Setting
    after: Setting
    outcome: Outcome
    lead: float | None


@record
class Contest:
    """The two frameworks between which the settings decide, and the lead of the first.

    These are who comes first now and who did before, or the next one if that is the
    same. A lead is None where one of the two was not ranked.
    """

    framework: str
    rival: str
    before: float | None
    after: float | None


@record
class MovedFramework:
    """What becomes of a framework, and how often it comes first when sampled.

    The shares are None where it was not ranked, or nothing was sampled.
    """

    framework: str
    before: Fate
    after: Fate
    first_before: float | None
    first_after: float | None


@record
class MovedWeight:
    """A criterion that has another weight; one that does not matter has none."""

    criterion: str
    before: float
    after: float


@record
class MovedWay:
    """The way of the recommended framework to a target; None where there is none."""

    target: str
    before: Route | None
    after: Route | None


@record
class WhatIf:
    """Two recommendations, and everything that differs between them.

    `steps` are in the order in which they were set. `frameworks` holds all that were
    ranked once, by their rank now; `weights` come in the order of how far they moved,
    `heard` and `unheard` with the claims on the contest first, then the weightiest.
    `excluded` and `admitted` tell of frameworks that only one side excludes. `contest`
    is None where fewer than two frameworks are ranked.
    """

    before: Report
    after: Report
    steps: tuple[Step, ...]
    dropped: tuple[str, ...]
    contest: Contest | None
    frameworks: tuple[MovedFramework, ...]
    weights: tuple[MovedWeight, ...]
    fired: tuple[str, ...]
    silent: tuple[str, ...]
    heard: tuple[str, ...]
    unheard: tuple[str, ...]
    excluded: tuple[Excluded, ...]
    admitted: tuple[Excluded, ...]
    ways: tuple[MovedWay, ...]

    @property
    def is_moot(self) -> bool:
        """Say whether nothing at all comes of it."""
        differences = (
            *(self.weights, self.fired, self.silent, self.heard, self.unheard),
            *(self.excluded, self.admitted, self.ways),
        )
        once, now = self.before, self.after
        return _result(once) == _result(now) and not any(differences)

    @property
    def turns(self) -> bool:
        """Say whether the verdict is another, or on another."""
        return outcome_of(self.before) != outcome_of(self.after)

    @property
    def turning(self) -> tuple[str, ...]:
        """The settings that alone change it: as all together do, or although they do not."""
        once, now = outcome_of(self.before), outcome_of(self.after)
        if self.turns:
            return tuple(each.name for each in self.steps if each.outcome == now)
        return tuple(each.name for each in self.steps if each.outcome != once)


def _result(report: Report) -> tuple[object, ...]:
    """Return what a reader is told of the result itself."""
    return (
        *(report.verdict, report.ranking, report.not_judged, report.stacks),
        *(report.unreached, report.together, report.horizons),
    )
