"""The proof that no answer to an open question changes framework or paths.

Let W be the importance of the criteria and V the values of two frameworks. The leader L
stays ahead of O if the sum of W(V_O - V_L) is below zero in every completion. An upper
bound of that sum over all completions is found criterion by criterion and rule by rule:
what is certain counts in full, what an open answer could add counts where it helps O
(interval bounds, as in branch and bound, Land & Doig 1960; splitting the box into the
answers of single questions was tried and proved nothing sooner). No bound below zero
proves nothing.
"""

from collections.abc import Collection

from advisor.engine.completions.box import Box
from advisor.engine.completions.certainty import Certainty
from advisor.engine.completions.ground import Ground
from advisor.engine.facts import facts_of
from advisor.model.profile import Profile


def proved(
    ground: Ground, profile: Profile, open_: Collection[str], leader: str
) -> bool:
    """Say whether `leader` wins with the same paths however `open_` is answered.

    True is certain; false only says that no proof was found.
    """
    questions = {each: ground.knowledge.questions[each] for each in open_}
    box = Box(facts_of(profile), questions)
    box.derive(ground.rules)
    certainty = Certainty(ground, profile, box)
    return certainty.arrives_the_same_way(leader) and certainty.wins(leader)
