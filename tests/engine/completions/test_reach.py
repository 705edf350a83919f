"""What is certain about the ways holds in every completion."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from math import fsum

import pytest

from advisor.engine.completions.box import Box
from advisor.engine.completions.reach import Reach
from advisor.engine.completions.ways import Ways
from advisor.model.condition import Condition, Includes, Is
from advisor.model.constants import Constants
from advisor.model.evidence import Source
from advisor.model.knowledge import Knowledge
from advisor.model.path import Maturity, Milestone, Path
from advisor.model.question import Kind, Option, Question
from advisor.model.route import Route
from advisor.model.system import Framework, Runtime
from tests.engine.completions.making import TARGETS
from tests.engine.completions.situations import TODAY, Situation

ROUNDING = 1e-9
Q1 = Question("q1", 1, "", "", "", Kind.ONE, (Option("a", ""), Option("b", "")))
Routes = Mapping[str, Mapping[str, Route]]


def with_targets(given: Situation) -> Situation:
    """Name the targets where they are open."""
    if "deployment-targets" not in given.open:
        return given
    answers = {**given.profile.answers, "deployment-targets": TARGETS}
    return replace(given, profile=replace(given.profile, answers=answers))


def missing(name: str, ways: Routes) -> bool:
    """Say whether there is a target that others reach and this one does not."""
    reached = {target for own in ways.values() for target in own}
    return bool(reached - set(ways[name]))


@pytest.mark.parametrize("seed", range(150))
def test_what_is_certain_is_so_in_every_completion(
    situation: Callable[..., Situation], seed: int
) -> None:
    given = with_targets(situation(seed, most=150))
    base, constants = given.base, given.base.constants
    prior, neutral = constants.prior.value, constants.neutral.value
    least = constants.least_evidence.value
    reach = Reach(given.ground.ways.leads, constants, given.box)
    every = [given.appraise(each).routes for each in given.completions()]
    for name in base.frameworks:
        bounds = reach.bounds(name, prior, neutral)
        paths = {tuple((t, w.path.id) for t, w in ways[name].items()) for ways in every}
        assert len(paths) == 1 or not reach.stable(name)
        for ways in every:
            own = ways[name].values()
            trusts = [base.sources[e.milestone.source].reliability.value for e in own]
            worths = [min(1.0, each.worth) for each in own]
            heard = fsum(t * w for t, w in zip(trusts, worths, strict=True))
            value = (prior * neutral + heard) / (prior + fsum(trusts))
            low, high = bounds or (neutral, neutral)
            assert not own or low - ROUNDING <= value <= high + ROUNDING
            known = 0 < fsum(trusts) >= least
            assert known or not reach.surely_arrives(name, least)
            assert missing(name, ways) or not reach.never_arrives(name)
            assert reach.may_not_arrive(name) or not missing(name, ways)


@pytest.fixture
def reaching(
    a_knowledge: Callable[..., Knowledge],
    a_framework: Callable[..., Framework],
    a_source: Callable[..., Source],
    some_constants: Callable[..., Constants],
) -> Callable[..., Reach]:
    """Return a function from paths and a box to what is certain about them."""

    def build(paths: Sequence[Path], box: Box) -> Reach:
        base = a_knowledge(
            frameworks=[a_framework("ada"), a_framework("bee")],
            sources=[a_source("s1"), a_source("s2", reliability=0.1)],
            runtimes={"ort": Runtime("ort", "", "", (), vendors=("zeta",))},
            paths={each.id: each for each in paths},
        )
        return Reach(Ways(base, TODAY).leads, some_constants(), box)

    return build


def path(
    id: str,
    targets: tuple[str, ...] = ("android",),
    maturity: Maturity = Maturity.PRODUCTION,
    source: str = "s1",
    when: Condition | None = None,
    runtime: str = "own",
    languages: tuple[str, ...] = ("any",),
) -> Path:
    stages = (Milestone(maturity, TODAY, source),)
    return Path(id, "ada", (), "", runtime, targets, languages, stages, when=when)


def box(open_: Sequence[Question] = (), targets: tuple[str, ...] = ("android",)) -> Box:
    return Box({"deployment-targets": targets}, {each.id: each for each in open_})


def test_open_targets_leave_nothing_certain(reaching: Callable[..., Reach]) -> None:
    options = (Option("android", ""),)
    open_ = Question("deployment-targets", 1, "", "", "", Kind.MANY, options)
    found = reaching([path("p1")], Box({}, {open_.id: open_}))
    assert not found.stable("ada")
    assert found.may_not_arrive("ada")
    assert not found.never_arrives("bee")


def test_a_better_way_under_a_condition_leaves_the_best_one_open(
    reaching: Callable[..., Reach],
) -> None:
    slow = path("p1", maturity=Maturity.PREVIEW)
    fast = path("p2", when=Is("q1", "a"))
    assert not reaching([slow, fast], box([Q1])).stable("ada")
    assert reaching([slow, fast], box()).stable("ada")
    worse = replace(fast, maturity=(Milestone(Maturity.LEGACY, TODAY, "s1"),))
    assert reaching([slow, worse], box([Q1])).stable("ada")


def test_a_way_that_a_vendor_may_bar_is_not_certain(
    reaching: Callable[..., Reach],
) -> None:
    options = (Option("zeta", ""),)
    vendors = Question("excluded-vendors", 1, "", "", "", Kind.MANY, options)
    found = reaching([path("p1", runtime="ort")], box([vendors]))
    assert not found.stable("ada")
    assert not found.surely_arrives("ada", 0.0)
    assert not found.never_arrives("bee")
    assert reaching([path("p1", runtime="ort")], box()).never_arrives("bee")


def test_a_better_way_that_is_hardly_trusted_may_leave_a_gap(
    reaching: Callable[..., Reach],
) -> None:
    trusted = path("p1", maturity=Maturity.PREVIEW)
    doubtful = path("p2", source="s2", when=Is("q1", "a"))
    assert reaching([trusted, doubtful], box()).surely_arrives("ada", 0.2)
    assert not reaching([trusted, doubtful], box([Q1])).surely_arrives("ada", 0.2)


def test_a_language_left_open_is_not_missed(reaching: Callable[..., Reach]) -> None:
    options = (Option("java", ""), Option("python", ""))
    spoken = Question("serving-languages", 1, "", "", "", Kind.MANY, options)
    java = [path("p1", languages=("java",))]
    low, high = reaching(java, box([spoken])).bounds("ada", 1.0, 0.5) or (0, 0)
    assert low == pytest.approx(0.5)
    assert high == pytest.approx(0.75)


def test_a_target_that_may_be_out_of_reach_may_also_not_be_heard(
    reaching: Callable[..., Reach],
) -> None:
    poor = path("p2", ("browser",), Maturity.LEGACY, when=Is("q1", "a"))
    found = reaching([path("p1"), poor], box([Q1], ("android", "browser")))
    low, high = found.bounds("ada", 0.25, 0.5) or (0, 0)
    assert high == pytest.approx(1.125 / 1.25)  # android alone
    assert low <= (0.125 + 1 + 0.3) / 2.25


def test_many_doubtful_targets_are_bounded_at_once(
    reaching: Callable[..., Reach],
) -> None:
    targets = tuple(f"t{place}" for place in range(30))
    paths = [
        path("p1", targets, when=Is("q1", "a")),
        path("p2", targets, Maturity.PREVIEW, "s2", Is("q1", "b")),
        path("p3", targets, Maturity.LEGACY, when=Includes("q3", ("a",))),
    ]
    q3 = Question("q3", 3, "", "", "", Kind.MANY, (Option("a", ""), Option("b", "")))
    found = reaching(paths, box([Q1, q3], targets)).bounds("ada", 0.25, 0.5)
    low, high = found or (0, 0)
    assert low == pytest.approx(0.125 / 30.25)
    assert high == pytest.approx(30.125 / 30.25)


def test_evidence_is_not_needed_to_reach_nothing(
    reaching: Callable[..., Reach],
) -> None:
    found = reaching([], box())
    assert found.stable("ada")
    assert found.bounds("ada", 0.25, 0.5) is None
    assert not found.may_not_arrive("ada")
    assert not found.never_arrives("ada")
