"""Where two frameworks together serve a project better than any one of them."""

from collections.abc import Callable
from datetime import date

import pytest

from advisor.engine.appraise import appraise
from advisor.engine.together import together
from advisor.model.condition import Includes
from advisor.model.criterion import Criterion
from advisor.model.evidence import Claim, Evidence, Source
from advisor.model.knowledge import Knowledge
from advisor.model.path import Maturity, Milestone, Path
from advisor.model.profile import Profile
from advisor.model.question import Answer
from advisor.model.report import Pairing
from advisor.model.rule import Exclude, Rule, Screen
from advisor.model.system import Framework

BORN, TODAY = date(2015, 1, 1), date(2015, 6, 1)
BOTH: dict[str, Answer] = {"deployment-targets": ("server", "browser")}
# By framework: how good it is, and which targets it reaches.
Fates = dict[str, tuple[float, tuple[str, ...]]]
Pair = Callable[..., Pairing | None]

USUAL: Fates = {
    "ada": (1.0, ("server",)),
    "bob": (0.5, ("server", "browser")),
    "eve": (0.3, ("server", "browser")),
}


@pytest.fixture(scope="session")
def pair(
    a_knowledge: Callable[..., Knowledge],
    a_framework: Callable[..., Framework],
    a_criterion: Callable[..., Criterion],
    a_source: Callable[..., Source],
    a_claim: Callable[..., Claim],
    a_rule: Callable[..., Rule],
) -> Pair:
    """Return a function from fates of frameworks to the pair that serves best."""
    rules = [
        a_rule("r1", exclude=Exclude(Screen.UNREACHABLE, fact="deployment-targets")),
        a_rule(
            "r2",
            Includes("vendors", ("acme",)),
            exclude=Exclude(Screen.VENDOR, fact="vendors"),
        ),
    ]

    def path(name: str, target: str) -> Path:
        life = (Milestone(Maturity.PRODUCTION, BORN, "s1"),)
        id = f"{name}-{target}"
        return Path(id, name, (), "onnx", "ort", (target,), ("any",), life)

    def judge(
        fates: Fates,
        answers: dict[str, Answer] = BOTH,
        barred: tuple[str, ...] = (),
        silent: tuple[str, ...] = (),
    ) -> Pairing | None:
        said = {name: good for name, (good, _) in fates.items() if name not in silent}
        paths = [path(name, each) for name, (_, to) in fates.items() for each in to]
        base = a_knowledge(
            frameworks=[
                a_framework(each, vendors=("acme",) if each in barred else ())
                for each in fates
            ],
            criteria=[a_criterion("c1")],
            sources=[a_source("s1", published=BORN)],
            claims={"c1": [a_claim("k1", performance=said)]},
            rules=rules,
            paths={each.id: each for each in paths},
        )
        everything = {**answers, "vendors": ("acme",) if barred else ("none",)}
        profile = Profile(weights={"c1": 1}, answers=everything)
        return together(base, appraise(base, profile, TODAY, Evidence.ALL))

    return judge


def test_the_best_and_the_best_that_reaches_the_rest_serve_together(
    pair: Pair,
) -> None:
    assert pair(USUAL) == Pairing("ada", ("server",), "bob", ("browser",))


def test_one_that_reaches_everything_and_is_best_needs_no_other(pair: Pair) -> None:
    assert pair({**USUAL, "bob": (1.0, ("server", "browser"))}) is None


def test_a_lead_within_a_tie_is_not_worth_a_second_framework(pair: Pair) -> None:
    fates: Fates = {"ada": (0.62, ("server",)), "bob": (0.6, ("server", "browser"))}
    assert pair(fates) is None
    assert pair({**fates, "ada": (0.7, ("server",))}) is not None


@pytest.mark.parametrize("answers", [{}, {"deployment-targets": ("none",)}])
def test_without_targets_nobody_is_held_back(
    answers: dict[str, Answer], pair: Pair
) -> None:
    assert pair(USUAL, answers) is None


def test_one_target_that_the_best_reaches_too_needs_no_pair(pair: Pair) -> None:
    assert pair(USUAL, {"deployment-targets": ("server",)}) is None


def test_a_framework_that_is_barred_for_more_than_a_target_is_in_no_pair(
    pair: Pair,
) -> None:
    assert pair(USUAL, barred=("ada",)) is None
    assert pair(USUAL, barred=("bob",)) == Pairing(
        "ada", ("server",), "eve", ("browser",)
    )
    assert pair(USUAL, barred=("bob", "eve")) is None


def test_a_framework_of_which_too_little_is_known_is_not_first(pair: Pair) -> None:
    assert pair(USUAL, silent=("ada",)) is None


def test_the_second_may_itself_be_held_back_by_what_the_first_reaches(
    pair: Pair,
) -> None:
    fates: Fates = {
        "ada": (1.0, ("server",)),
        "bob": (0.8, ("browser",)),
        "eve": (0.3, ("server", "browser")),
    }
    assert pair(fates) == Pairing("ada", ("server",), "bob", ("browser",))


def test_a_target_that_nobody_reaches_is_missing_from_no_pair(pair: Pair) -> None:
    answers: dict[str, Answer] = {"deployment-targets": ("server", "browser", "node")}
    assert pair(USUAL, answers) == Pairing("ada", ("server",), "bob", ("browser",))


def test_the_first_of_a_pair_reaches_at_least_one_target(pair: Pair) -> None:
    fates: Fates = {"ada": (1.0, ()), "bob": (0.3, ("server", "browser"))}
    assert pair(fates) is None


def test_a_framework_of_which_too_little_is_known_is_not_second(pair: Pair) -> None:
    # A gap counts as the middle of the scale, which is more than the claim says of eve.
    assert pair(USUAL, silent=("bob",)) == Pairing(
        "ada", ("server",), "eve", ("browser",)
    )
    assert pair(USUAL, silent=("bob", "eve")) is None


def test_among_equals_the_second_is_the_first_by_name(pair: Pair) -> None:
    equal = dict.fromkeys(("eve", "bob"), (0.3, USUAL["bob"][1]))
    assert pair({**equal, "ada": USUAL["ada"]}) == pair(USUAL)


def test_among_equals_the_first_is_the_first_by_name(pair: Pair) -> None:
    fates: Fates = {
        "fay": (1.0, ("server",)),
        "ada": (1.0, ("server",)),
        "bob": (0.3, ("server", "browser")),
    }
    found = pair(fates)
    assert found is not None
    assert found.first == "ada"


def test_two_that_cannot_reach_everything_are_no_pair(pair: Pair) -> None:
    answers: dict[str, Answer] = {"deployment-targets": ("server", "browser", "ios")}
    fates: Fates = {
        "ada": (1.0, ("server",)),
        "bob": (0.8, ("browser",)),
        "eve": (0.3, ("ios",)),
    }
    assert pair(fates, answers) is None


def test_the_pair_does_not_depend_on_the_order_of_frameworks(pair: Pair) -> None:
    turned = dict(reversed(USUAL.items()))
    assert pair(turned) == pair(USUAL)
