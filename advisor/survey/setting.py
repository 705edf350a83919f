"""What a conversation needs: who takes part, and what is done for them."""

from collections.abc import Callable
from dataclasses import dataclass

from advisor.model.knowledge import Knowledge
from advisor.survey.guide import Guide
from advisor.survey.interview import Interview
from advisor.survey.partner import Partner

FEWEST_COMPARED = 3  # criteria; the trade-offs between fewer are no comparison


@dataclass(frozen=True, slots=True)
class Setting:
    """Who takes part, and what is done for them.

    `keep` is called after every change, so that nothing is lost; `name` is what the
    project is called until it is named.
    """

    knowledge: Knowledge
    guide: Guide
    partner: Partner
    keep: Callable[[Interview], None]
    name: str = ""
