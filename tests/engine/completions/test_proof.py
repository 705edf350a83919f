"""When the recommendation is proved, and when no proof is found."""

from collections.abc import Callable, Mapping

import pytest

from advisor.engine.completions.ground import ground_of
from advisor.engine.completions.proof import proved
from advisor.model.condition import Is
from advisor.model.constants import Constants
from advisor.model.criterion import Criterion
from advisor.model.evidence import Claim, Evidence, Source
from advisor.model.knowledge import Knowledge
from advisor.model.path import Maturity, Milestone, Path
from advisor.model.profile import Profile
from advisor.model.question import Kind, Option, Question
from advisor.model.rule import Rule
from advisor.model.system import Framework
from tests.engine.completions.situations import TODAY

Proving = Callable[..., bool]
FAR = {"c1": 0.9, "c2": 0.5, "c3": 0.5}
NEAR = {"c1": 0.5, "c2": 0.7, "c3": 0.7}


def path(
    id: str, when: Is | None = None, maturity: Maturity = Maturity.PREVIEW
) -> Path:
    stage = Milestone(maturity, TODAY, "s1")
    targets, languages = ("android",), ("any",)
    return Path(id, "ada", (), "", "own", targets, languages, (stage,), when=when)


@pytest.fixture
def proving(
    a_knowledge: Callable[..., Knowledge],
    a_framework: Callable[..., Framework],
    a_criterion: Callable[..., Criterion],
    a_source: Callable[..., Source],
    a_claim: Callable[..., Claim],
    some_constants: Callable[..., Constants],
) -> Proving:
    """Return a function that looks for a proof for ada against bee."""
    questions = [
        Question("q1", 1, "", "", "", Kind.ONE, tuple(Option(e, "") for e in "abc")),
        Question("q2", 2, "", "", "", Kind.YES_NO),
        Question(
            "deployment-targets", 3, "", "", "", Kind.MANY, (Option("android", ""),)
        ),
    ]

    def prove(
        *rules: Rule,
        ada: Mapping[str, float] = FAR,
        bee: Mapping[str, float] = NEAR,
        open_: tuple[str, ...] = ("q1", "q2"),
        paths: tuple[Path, ...] = (),
    ) -> bool:
        base = a_knowledge(
            frameworks=[a_framework("ada"), a_framework("bee")],
            criteria=[a_criterion(each) for each in ada],
            sources=[a_source("s1", published=TODAY)],
            claims={
                each: [a_claim(each, performance={"ada": ada[each], "bee": bee[each]})]
                for each in ada
            },
            rules=rules,
            questions=questions,
            paths={each.id: each for each in paths},
            constants=some_constants(prior=1e-9),
        )
        known = {e.id for e in questions} - set(open_)
        targets = dict.fromkeys(known & {"deployment-targets"}, ("android",))
        ground = ground_of(base, TODAY, Evidence.ALL)
        return proved(ground, Profile(answers=targets), open_, "ada")

    return prove


def test_a_lead_that_no_answer_touches_is_proved(
    proving: Proving, a_rule: Callable[..., Rule]
) -> None:
    assert proving(a_rule("r0", raise_={"c1": 1}))
    assert not proving(a_rule("r0", raise_={"c2": 1}))


def test_an_answer_that_could_turn_the_lead_prevents_the_proof(
    proving: Proving, a_rule: Callable[..., Rule]
) -> None:
    always = a_rule("r0", raise_={"c1": 1})
    turning = a_rule("r1", Is("q1", "a"), raise_={"c2": 4})
    assert not proving(always, turning)
    assert proving(always, turning, open_=("q2",))


def test_answers_that_turn_the_lead_only_together_prevent_the_proof(
    proving: Proving, a_rule: Callable[..., Rule]
) -> None:
    always = a_rule("r0", raise_={"c1": 2})
    one = a_rule("r1", Is("q1", "a"), raise_={"c2": 3})
    other = a_rule("r2", Is("q2", "true"), raise_={"c3": 3})
    assert proving(always, one)
    assert proving(always, other)
    assert not proving(always, one, other)


def test_open_targets_prevent_every_proof(
    proving: Proving, a_rule: Callable[..., Rule]
) -> None:
    always = a_rule("r0", raise_={"c1": 1})
    assert not proving(always, open_=("deployment-targets",))


def test_a_way_that_could_change_prevents_the_proof(
    proving: Proving, a_rule: Callable[..., Rule]
) -> None:
    always = a_rule("r0", raise_={"c1": 1})
    better = path("p2", Is("q1", "a"), Maturity.PRODUCTION)
    assert proving(always, paths=(path("p1"),))
    assert not proving(always, paths=(path("p1"), better))
    assert proving(always, paths=(path("p1"), better), open_=("q2",))
