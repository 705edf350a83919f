"""What would change who comes first, for a reader in a hurry; `full` has the rest."""

from collections.abc import Sequence

from advisor.model.knowledge import Knowledge
from advisor.model.report import Report
from advisor.model.robustness import (
    Challenge,
    NoTippingPoint,
    StableWeight,
    TippingPoint,
)
from advisor.render.page import (
    Block,
    Bullets,
    Item,
    Span,
    Tone,
    paragraph,
    phrase,
    section,
)
from advisor.render.robustness.words import (
    challenged,
    name,
    percent,
    setting,
    some,
    tipping_text,
)

_POINTS = 4
_NAMES = 3
_WEIGHTS = 3
_ANSWERS = 3


def change_section(report: Report, knowledge: Knowledge) -> tuple[Block, ...]:
    """Say what would change who comes first; nothing where that was not looked for."""
    challenge = challenged(report)
    if challenge is None:
        return ()
    points = tipping_points(challenge)
    texts = [
        *(tipping_text(each, knowledge) for each in points[:_POINTS]),
        *_further(points[_POINTS:], knowledge),
        *_impossible(challenge, knowledge),
        *open_answers(challenge, knowledge, _ANSWERS),
        *_weights(challenge, knowledge),
    ]
    items = tuple(Item(phrase(each)) for each in texts)
    wording = knowledge.wording
    return section(
        wording("robustness.change"), Bullets(items), *try_it(points, knowledge)
    )


def tipping_points(challenge: Challenge) -> list[TippingPoint]:
    """Return the tipping points, those of the fewest changes first."""
    points = [p for p in challenge.tipping_points if isinstance(p, TippingPoint)]
    return sorted(points, key=lambda each: len(each.changes))


def try_it(points: Sequence[TippingPoint], knowledge: Knowledge) -> list[Block]:
    """Return the command that tries the first of the tipping points."""
    if not points:
        return []
    settings = [f"--set {setting(q, a)}" for q, a in points[0].changes.items()]
    command = f"advisor what-if PROFILE {' '.join(settings)}"
    return [
        paragraph(
            knowledge.wording("robustness.try-it", command=command),
            Tone.FAINT,
        )
    ]


def _further(points: Sequence[TippingPoint], knowledge: Knowledge) -> list[str]:
    if not points:
        return []
    wording = knowledge.wording
    names = [name(each.framework, knowledge) for each in points]
    return [wording("robustness.further", frameworks=some(names, _NAMES, wording))]


def _impossible(challenge: Challenge, knowledge: Knowledge) -> list[str]:
    """Say in one sentence whom no changes were found to bring to the front."""
    never = [p for p in challenge.tipping_points if isinstance(p, NoTippingPoint)]
    if not never:
        return []
    wording = knowledge.wording
    names = some([name(p.framework, knowledge) for p in never], _NAMES, wording)
    searched = min(each.searched for each in never)
    return [wording("robustness.impossible", frameworks=names, count=searched)]


def open_answers(challenge: Challenge, knowledge: Knowledge, most: int) -> list[str]:
    """Name up to `most` answers to open questions that would bring another first.

    Then as many that would leave nobody. No sentence where no answer would.
    """
    wording = knowledge.wording
    turning = [
        wording(
            "common.aside",
            text=Span(setting(each.question, answer), Tone.CODE),
            aside=name(framework, knowledge),
        )
        for each in challenge.open_questions
        for framework, answer in each.winners.items()
    ]
    barring = [
        f"{Span(setting(each.question, answer), Tone.CODE)}"
        for each in challenge.open_questions
        for answer in each.nobody
    ]
    texts = []
    if turning:
        texts.append(wording("robustness.open", answers=some(turning, most, wording)))
    if barring:
        answers = some(barring, most, wording)
        texts.append(wording("robustness.open-nobody", answers=answers))
    return texts


def _weights(challenge: Challenge, knowledge: Knowledge) -> list[str]:
    """Name the weights that have the least room."""
    wording = knowledge.wording
    bounded = [each for each in challenge.stable_weights if each.under or each.over]
    return [
        wording(
            "robustness.stable",
            criterion=Span(knowledge.criteria[each.criterion].title, Tone.STRONG),
            weight=percent(each.weight),
            edges=wording.clauses(_edges(each, knowledge)),
        )
        for each in bounded[:_WEIGHTS]
    ]


def _edges(each: StableWeight, knowledge: Knowledge) -> list[str]:
    """Say who would come first below and above the bounds of a weight."""
    wording = knowledge.wording
    parts = []
    if each.under:
        low, under = percent(each.low), name(each.under, knowledge)
        parts.append(wording("robustness.below", bound=low, framework=under))
    if each.over:
        high, over = percent(each.high), name(each.over, knowledge)
        parts.append(wording("robustness.above", bound=high, framework=over))
    return parts
