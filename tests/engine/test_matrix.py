"""Every framework on every criterion, and what is said where nobody speaks."""

from collections.abc import Callable, Iterable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.engine.matrix import Matrix, perform
from advisor.engine.standing import standing
from advisor.model.condition import Includes
from advisor.model.criterion import Criterion
from advisor.model.evidence import Claim, Evidence, ReasonedGap, Source
from advisor.model.knowledge import Knowledge
from advisor.model.performance import FADED, Gap, Known
from advisor.model.system import Framework

SAID, TODAY = date(2020, 1, 1), date(2024, 1, 1)
NAMES = ("ada", "bob")
CLOSED = ReasonedGap("ada", date(2022, 1, 1), "nobody outside can look")
Perform = Callable[..., Matrix]


@pytest.fixture(scope="session")
def performed(
    a_knowledge: Callable[..., Knowledge],
    a_framework: Callable[..., Framework],
    a_criterion: Callable[..., Criterion],
    a_source: Callable[..., Source],
    some_constants: Callable[..., object],
) -> Perform:
    """Return a function from claims on c1 to the matrix of two frameworks."""

    def build(
        *claims: Claim,
        gaps: Iterable[ReasonedGap] = (),
        day: date = TODAY,
        least: float = 0.0,
        criteria: tuple[str, ...] | None = None,
        project: bool = False,
    ) -> Matrix:
        base = a_knowledge(
            frameworks=[a_framework(each) for each in NAMES],
            criteria=[a_criterion("c1", half_life=1), a_criterion("c2")],
            sources=[a_source("s1", published=SAID)],
            claims={"c1": claims},
            constants=some_constants(least_evidence=least),
            gaps={"c1": tuple(gaps)},
        )
        held = standing(base, day, Evidence.ALL)
        return perform(base, held, day, criteria, project=project)

    return build


def test_every_framework_has_a_row_and_a_silent_cell_is_absent(
    performed: Perform, a_claim: Callable[..., Claim]
) -> None:
    assert performed() == {"ada": {}, "bob": {}}
    found = performed(a_claim("k1", performance={"ada": 0.9}))
    assert isinstance(found["ada"]["c1"], Known)
    assert found["bob"] == {}


def test_what_is_said_of_an_unknown_framework_has_no_row(
    performed: Perform, a_claim: Callable[..., Claim]
) -> None:
    found = performed(a_claim("k1", performance={"zoe": 0.9}))
    assert found == {"ada": {}, "bob": {}}


def test_a_reasoned_gap_tells_its_reason_from_the_day_it_was_looked_for(
    performed: Perform,
) -> None:
    assert performed(gaps=[CLOSED], day=date(2021, 12, 31))["ada"] == {}
    assert performed(gaps=[CLOSED], day=CLOSED.checked) == {
        "ada": {"c1": Gap(CLOSED.reason)},
        "bob": {},
    }


def test_a_gap_of_an_unknown_framework_has_no_row(performed: Perform) -> None:
    stray = ReasonedGap("zoe", SAID, "gone")
    assert performed(gaps=[stray]) == {"ada": {}, "bob": {}}


def test_a_claim_closes_a_reasoned_gap(
    performed: Perform, a_claim: Callable[..., Claim]
) -> None:
    claim = a_claim("k1", performance={"ada": 0.9})
    assert performed(claim, gaps=[CLOSED]) == performed(claim)


def test_a_claim_that_no_longer_counts_leaves_the_reason_standing(
    performed: Perform, a_claim: Callable[..., Claim]
) -> None:
    ended = a_claim("k1", performance={"ada": 0.9}, valid_until=date(2021, 1, 1))
    assert performed(ended, gaps=[CLOSED])["ada"] == {"c1": Gap(CLOSED.reason)}


def test_what_is_too_old_to_count_has_faded_which_is_not_silence(
    performed: Perform, a_claim: Callable[..., Claim]
) -> None:
    # Four half-lives: a sixteenth is left.
    claim = a_claim("k1", performance={"ada": 0.9})
    assert performed(claim, least=0.07)["ada"] == {"c1": FADED}
    assert performed(claim, least=0.07)["bob"] == {}
    assert isinstance(performed(claim, least=0.05)["ada"]["c1"], Known)


def test_a_confirmation_keeps_a_claim_from_fading(
    performed: Perform, a_claim: Callable[..., Claim]
) -> None:
    claim = a_claim("k1", performance={"ada": 0.9}, confirmed=TODAY)
    cell = performed(claim, least=0.07)["ada"]["c1"]
    assert isinstance(cell, Known)
    assert cell.testimonies[0].weight == 1.0


def test_only_the_criteria_that_are_wanted_are_worked_out(
    performed: Perform, a_claim: Callable[..., Claim]
) -> None:
    claim = a_claim("k1", performance={"ada": 0.9}, also=("c2",))
    every = performed(claim)
    assert set(every["ada"]) == {"c1", "c2"}
    for wanted in ("c1", "c2"):
        only = performed(claim, criteria=(wanted,))
        assert only["ada"] == {wanted: every["ada"][wanted]}


def test_only_for_a_project_does_what_is_said_of_such_projects_outweigh_the_rest(
    performed: Perform, a_claim: Callable[..., Claim]
) -> None:
    claims = (
        a_claim("k1", performance={"ada": 0.9}),
        a_claim("k2", performance={"ada": 0.1}, when=Includes("domain", ("llm",))),
    )

    def weights(project: bool) -> list[float]:
        cell = performed(*claims, day=SAID, project=project)["ada"]["c1"]
        assert isinstance(cell, Known)
        return [each.weight for each in cell.testimonies]

    assert weights(project=True) == [0.25, 1.0]
    assert weights(project=False) == [1.0, 1.0]


_said = st.lists(
    st.dictionaries(st.sampled_from(NAMES), st.floats(0, 1), min_size=1), max_size=5
)


@given(_said, st.dates(SAID, date(2040, 1, 1)), st.sampled_from((0.0, 0.2, 1.0)))
def test_known_cells_stay_on_the_scale_and_inside_their_interval(
    performed: Perform,
    a_claim: Callable[..., Claim],
    said: list[dict[str, float]],
    day: date,
    least: float,
) -> None:
    claims = [a_claim(f"k{n}", performance=each) for n, each in enumerate(said)]
    found = performed(*claims, day=day, least=least)
    spoken_of = {name for each in said for name in each}
    assert {name for name in NAMES if found[name]} == spoken_of
    for row in found.values():
        for cell in row.values():
            assert cell == FADED or isinstance(cell, Known)
            if isinstance(cell, Known):
                assert 0 <= cell.low <= cell.value <= cell.high <= 1
