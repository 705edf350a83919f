"""The whole trace: from answers over rules and weights to every cell and claim."""

from typing import assert_never

from advisor.model.evidence import Claim
from advisor.model.knowledge import Knowledge
from advisor.model.question import Answer
from advisor.model.report import (
    Firing,
    Ranked,
    Report,
    Weighting,
)
from advisor.model.rule import Effects
from advisor.model.score import Contribution, OpenShare, Score
from advisor.model.words import listed
from advisor.render.cite import cell, claim_line, sources_section
from advisor.render.exclusions import excluded_section
from advisor.render.page import (
    Block,
    Bullets,
    Grid,
    Item,
    Line,
    Page,
    Paragraph,
    Span,
    Tone,
    paragraph,
    section,
    words,
)
from advisor.render.recommendation import (
    verdict_blocks,
)


def explanation_page(report: Report, knowledge: Knowledge) -> Page:
    """Build the page that shows every step for every framework that was ranked."""
    return Page(
        (
            *verdict_blocks(report, knowledge),
            *rules_section(report, knowledge),
            *_weights(report, knowledge),
            *excluded_section(report, knowledge, brief=False),
            *([legend(knowledge)] if report.ranking else []),
            *(b for each in report.ranking for b in framework_section(each, knowledge)),
            *_left_out(report, knowledge),
            *_set_aside(report, knowledge),
            *sources_section(report.claims, knowledge),
        )
    )


def rules_section(report: Report, knowledge: Knowledge) -> tuple[Block, ...]:
    """Return every rule that fired, the facts it saw and what it did."""
    acted = [each for each in report.trace if _acts(each)]
    idle = [each for each in report.trace if not _acts(each)]
    items = tuple(_firing(each, knowledge) for each in acted)
    quiet = [
        paragraph(
            f"Fired without changing a weight: {', '.join(each.rule for each in idle)}.",
            Tone.FAINT,
        )
    ]
    return section("Rules that fired", Bullets(items), *(quiet if idle else []))


def _acts(firing: Firing) -> bool:
    own = firing.effects
    return bool(own.raise_ or own.enough or own.derive)


def _firing(firing: Firing, knowledge: Knowledge) -> Item:
    rule = knowledge.rules[firing.rule]
    facts = ", ".join(f"{name}: {shown(each)}" for name, each in firing.facts.items())
    details: list[Line] = [words(rule.because)]
    if facts:
        details.append(words(f"because {facts}", Tone.FAINT))
    details.append(words(effects_text(firing.effects), Tone.FAINT))
    if rule.claims:
        details.append(words(f"rests on {', '.join(rule.claims)}", Tone.FAINT))
    return Item(
        (
            Span(rule.title, Tone.STRONG),
            Span(" (", Tone.FAINT),
            Span(rule.id, Tone.CODE),
            Span(")", Tone.FAINT),
        ),
        tuple(details),
    )


def shown(answer: Answer) -> str:
    """Return an answer as it is written in a profile."""
    match answer:
        case bool():
            return str(answer).lower()
        case str():
            return answer
        case tuple():
            return f"[{', '.join(answer)}]"
        case _:
            assert_never(answer)


def effects_text(effects: Effects) -> str:
    """Say what a rule does."""
    parts = [f"{name} +{amount:g}" for name, amount in (effects.raise_ or {}).items()]
    parts += [
        f"{level:g} is enough on {name}"
        for name, level in (effects.enough or {}).items()
    ]
    parts += [f"sets {flag}" for flag in effects.derive]
    if effects.exclude is not None:
        parts.append(f"excludes by {effects.exclude.screen.value}")
    return "; ".join(parts) or "changes no weight"


def _weights(report: Report, knowledge: Knowledge) -> tuple[Block, ...]:
    rows = tuple(
        (
            words(knowledge.criteria[each.criterion].title),
            words(f"{each.weight:.1%}"),
            words(_origin(each), Tone.FAINT),
        )
        for each in sorted(
            report.weighting, key=lambda own: (-own.weight, own.criterion)
        )
    )
    grid = Grid(("criterion", "weight", "from"), rows, numeric=(1,))
    return section("Weights", grid)


def _origin(weighting: Weighting) -> str:
    if weighting.stated is not None:
        return f"weights in the profile ({weighting.stated:g})"
    parts = [f"{rule} +{amount:g}" for rule, amount in sorted(weighting.rules.items())]
    if weighting.priority:
        parts.append(f"priorities +{weighting.priority:g}")
    if weighting.enough is not None:
        parts.append(f"{weighting.enough:g} is enough")
    return ", ".join(parts)


def framework_section(ranked: Ranked, knowledge: Knowledge) -> tuple[Block, ...]:
    """Return a score as the sum that it is, down to the single claims."""
    name = knowledge.frameworks[ranked.framework].name
    own = ranked.score
    total = (
        f"{name}: rank {ranked.rank}, {own.value:.2f} ({own.low:.2f}–{own.high:.2f})"
    )
    parts = sorted(own.contributions, key=lambda each: (-each.amount, each.criterion))
    return section(
        total,
        Bullets(
            (
                *(_contribution(each, knowledge) for each in parts),
                *(_open_share(each, knowledge) for each in own.gaps),
            )
        ),
    )


def _contribution(part: Contribution, knowledge: Knowledge) -> Item:
    title = knowledge.criteria[part.criterion].title
    sums = f": {part.weight:.1%} × {part.value:.2f} = {part.amount:.3f}"
    scale = f", performance {cell(part.performance)}"
    said = sorted(
        part.performance.testimonies, key=lambda each: (-each.weight, each.claim)
    )
    return Item(
        (Span(title, Tone.STRONG), Span(sums), Span(scale, Tone.FAINT)),
        tuple(
            (
                Span(f"{each.performance:.2f} × {each.weight:.2f} ", Tone.FAINT),
                *claim_line(knowledge.claims[each.claim], knowledge),
                *_note(knowledge.claims[each.claim]),
            )
            for each in said
        ),
    )


def _note(claim: Claim) -> Line:
    return (Span(f" Note: {claim.note}", Tone.FAINT),) if claim.note else ()


def legend(knowledge: Knowledge) -> Paragraph:
    """Say how the numbers of a cell come together, so that they can be recomputed."""
    constants = knowledge.constants
    return paragraph(
        "How to read the numbers: weight × value = share of the score. Under it, what "
        "each claim says × its weight (reliability × confidence × freshness). The "
        "claims of one source are averaged and count with the heaviest of their "
        f"weights; a prior of {constants.neutral.value:g} counts "
        f"{constants.prior.value:g}.",
        Tone.FAINT,
    )


def _open_share(gap: OpenShare, knowledge: Knowledge) -> Item:
    title = knowledge.criteria[gap.criterion].title
    return Item(
        (
            Span(title, Tone.STRONG),
            Span(f": {gap.weight:.1%} × {gap.value:.2f} = {gap.amount:.3f}"),
            Span(f", anything from 0 to 1; {gap.gap.reason}", Tone.FAINT),
        )
    )


def _left_out(report: Report, knowledge: Knowledge) -> tuple[Block, ...]:
    items = tuple(
        Item(
            (
                Span(knowledge.frameworks[each.framework].name, Tone.STRONG),
                Span(f": {each.reason}; nothing on {silent_on(each.score, knowledge)}"),
            )
        )
        for each in report.not_judged
    )
    return section("Not judged", Bullets(items))


def silent_on(score: Score, knowledge: Knowledge) -> str:
    """Name the criteria on which nothing is known."""
    titles = [knowledge.criteria[gap.criterion].title.lower() for gap in score.gaps]
    return listed(titles) or "anything"


def _set_aside(report: Report, knowledge: Knowledge) -> tuple[Block, ...]:
    items = tuple(
        Item(
            claim_line(knowledge.claims[each.claim], knowledge),
            (words(f"set aside: {each.reason}", Tone.FAINT),),
        )
        for each in report.set_aside
    )
    return section("Said, but set aside", Bullets(items))
