"""What the pages that explain a report have in common."""

from advisor.model.evidence import Claim
from advisor.model.knowledge import Knowledge
from advisor.model.language import Wording
from advisor.model.report import Weighting
from advisor.model.score import Score
from advisor.render.page import Line, Paragraph, Span, Tone, paragraph, words


def legend(knowledge: Knowledge) -> Paragraph:
    """Say how the numbers of a cell come together, so that they can be recomputed."""
    constants = knowledge.constants
    how = knowledge.wording(
        "explain.legend",
        neutral=f"{constants.neutral.value:g}",
        prior=f"{constants.prior.value:g}",
    )
    return paragraph(how, Tone.FAINT)


def silent_on(score: Score, knowledge: Knowledge) -> str:
    """Name the criteria on which nothing is known."""
    wording = knowledge.wording
    titles = [
        wording.inline(knowledge.criteria[gap.criterion].title) for gap in score.gaps
    ]
    return wording.listed(titles) or wording("explain.anything")


def note_of(claim: Claim, wording: Wording) -> Line:
    """Return what the rule base notes about a claim, if anything."""
    if not claim.note:
        return ()
    return words(f" {wording('explain.note', note=claim.note)}", Tone.FAINT)


def origin(weighting: Weighting, wording: Wording) -> str:
    """Say where a weight comes from."""
    if weighting.stated is not None:
        return wording("explain.stated", weight=f"{weighting.stated:g}")
    parts = [f"{rule} +{amount:g}" for rule, amount in sorted(weighting.rules.items())]
    if weighting.priority:
        amount = f"{weighting.priority:g}"
        parts.append(wording("explain.priorities", amount=amount))
    if weighting.enough is not None:
        parts.append(wording("explain.enough", level=f"{weighting.enough:g}"))
    return wording.series(parts)


def signed(amount: float, places: int = 3) -> Span:
    """Return a difference with its sign; one of nothing has none."""
    near = round(amount, places)
    if not near:
        return Span(f"{0:.{places}f}", Tone.FAINT)
    return Span(f"{near:+.{places}f}", Tone.GOOD if near > 0 else Tone.BAD)
