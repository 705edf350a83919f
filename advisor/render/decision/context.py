"""What was to be decided: the project, what matters to it, what was considered."""

from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.report import Ranked, Report, Weighting
from advisor.render.answers import answers_list
from advisor.render.exclusions import excluded_section
from advisor.render.page import (
    Block,
    Bullets,
    Heading,
    Item,
    Line,
    Span,
    Tone,
    paragraph,
    phrase,
    section,
    words,
)
from advisor.render.standing import life_text, place, ranks_of

_DRIVERS = 6


def context_section(
    report: Report, profile: Profile, knowledge: Knowledge
) -> tuple[Block, ...]:
    """Return the question that was to be decided, and what is known of the project."""
    wording = knowledge.wording
    answers = answers_list(profile.answers, knowledge)
    notes = []
    if profile.unknown:
        unknown = wording.series(profile.unknown)
        notes.append(wording("decision-record.unknown", questions=unknown))
    if profile.allow_retired:
        notes.append(wording("decision-record.retired-allowed"))
    project = report.project or wording("common.this-project")
    known = wording(
        "decision-record.known" if answers.items else "decision-record.nothing"
    )
    return (
        Heading(wording("decision-record.context")),
        paragraph(wording("decision-record.problem", project=project)),
        paragraph(known),
        *([answers] if answers.items else []),
        *map(paragraph, notes),
    )


def drivers_section(report: Report, knowledge: Knowledge) -> tuple[Block, ...]:
    """Return the criteria that weigh most, each with what gave it its weight."""
    wording = knowledge.wording
    order = sorted(report.weighting, key=lambda own: (-own.weight, own.criterion))
    shown, rest = order[:_DRIVERS], order[_DRIVERS:]
    share = f"{sum(each.weight for each in rest):.0%}"
    more = wording("decision-record.more-drivers", count=len(rest), share=share)
    return section(
        wording("decision-record.drivers"),
        Bullets(tuple(_driver(each, knowledge) for each in shown)),
        *([paragraph(more)] if rest else []),
    )


def _driver(weighting: Weighting, knowledge: Knowledge) -> Item:
    wording = knowledge.wording
    line = wording(
        "decision-record.driver",
        criterion=Span(knowledge.criteria[weighting.criterion].title, Tone.STRONG),
        weight=f"{weighting.weight:.0%}",
    )
    reasons = []
    if weighting.stated is not None:
        reasons.append(wording("decision-record.stated"))
    else:
        reasons += [_because(each, knowledge) for each in sorted(weighting.rules)]
        if weighting.priority:
            reasons.append(wording("decision-record.priority"))
    return Item(phrase(line), tuple(map(phrase, reasons)))


def _because(rule_id: str, knowledge: Knowledge) -> str:
    rule = knowledge.rules[rule_id]
    title, id_ = Span(rule.title), Span(rule_id, Tone.CODE)
    if not rule.because:
        return knowledge.wording("decision-record.rule", title=title, rule=id_)
    return knowledge.wording(
        "decision-record.rule-because", title=title, because=rule.because, rule=id_
    )


def options_section(report: Report, knowledge: Knowledge) -> tuple[Block, ...]:
    """Return every framework: ranked, not judged, or excluded and why."""
    wording = knowledge.wording
    ranked = [
        Item(option_line(each, report, knowledge), _life(each, report, knowledge))
        for each in report.ranking
    ]
    unjudged = [
        Item(
            phrase(
                wording(
                    "decision-record.not-judged",
                    framework=Span(
                        knowledge.frameworks[each.framework].name, Tone.STRONG
                    ),
                    reason=each.reason,
                )
            )
        )
        for each in report.not_judged
    ]
    excluded = [
        Item((*words(wording("decision-record.excluded")), *item.line), item.details)
        for block in excluded_section(report, knowledge, brief=True)
        if isinstance(block, Bullets)
        for item in block.items
    ]
    options = Bullets((*ranked, *unjudged, *excluded))
    return section(wording("decision-record.options"), options)


def _life(ranked: Ranked, report: Report, knowledge: Knowledge) -> tuple[Line, ...]:
    life = life_text(ranked.framework, report.as_of, knowledge)
    return (words(life),) if life else ()


def option_line(ranked: Ranked, report: Report, knowledge: Knowledge) -> Line:
    """Return a framework with its rank and score."""
    own = ranked.score
    return phrase(
        knowledge.wording(
            "decision-record.ranked",
            framework=Span(knowledge.frameworks[ranked.framework].name, Tone.STRONG),
            rank=place(ranked.rank, ranks_of(report.ranking)),
            score=f"{own.value:.2f} ({own.low:.2f}–{own.high:.2f})",
        )
    )
