"""What is proved is true: every completion of small rule bases is tried one by one."""

from collections.abc import Callable

import pytest

from advisor.engine.completions.proof import proved
from tests.engine.completions.situations import Situation

# From evidence that favours nobody to one that is bound to win; the first lead that
# suffices for a proof is the one that is most likely to be proved by mistake.
LEADS = (0.0, 0.1, 0.2, 0.3, 0.5, 0.8)
BATCH, BATCHES = 40, 12


def proof(given: Situation) -> bool:
    leader, _ = given.outcome(given.profile)
    return bool(leader) and proved(given.ground, given.profile, given.open, leader)


def closest(
    situation: Callable[..., Situation], seed: int, most: int
) -> Situation | None:
    """Return the situation in which the smallest lead is proved, if any is."""
    leads = (situation(seed, lead, most) for lead in LEADS)
    return next((given for given in leads if given.open and proof(given)), None)


@pytest.mark.parametrize("batch", range(BATCHES))
def test_what_is_proved_is_so_in_every_completion(
    situation: Callable[..., Situation], batch: int
) -> None:
    tried = 0
    for seed in range(batch * BATCH, (batch + 1) * BATCH):
        given = closest(situation, seed, most=400)
        if given is not None:
            expected = given.outcome(given.profile)
            found = [given.outcome(each) for each in given.completions()]
            assert len(found) > 1
            assert [each for each in found if each != expected] == []
            tried += 1
    assert tried >= BATCH / 8
