"""What other answers would change, as a page: the answer first, then what is behind."""

from advisor.model.comparison import Fate
from advisor.model.knowledge import Knowledge
from advisor.model.report import Ranked, Report
from advisor.model.robustness import Cleared
from advisor.model.terms import term
from advisor.model.what_if import MovedFramework, Outcome, Setting, WhatIf, outcome_of
from advisor.render.explanation_words import signed
from advisor.render.fate import fate_text
from advisor.render.firing import shown
from advisor.render.moved import moved_sections
from advisor.render.page import (
    Block,
    Bullets,
    Grid,
    Heading,
    Item,
    Line,
    Page,
    Span,
    Tone,
    paragraph,
    phrase,
    section,
    words,
)
from advisor.render.robustness.words import share
from advisor.render.standing import place, ranks_of


def what_if_page(found: WhatIf, knowledge: Knowledge) -> Page:
    """Build the page; where nothing comes of it, it says just that."""
    wording = knowledge.wording
    context = wording(
        "compare.as-of",
        day=found.before.as_of.isoformat(),
        evidence=term(found.before.evidence, wording),
    )
    project = found.before.project
    title = wording("what-if.title-for", project=project) if project else ""
    return Page(
        (
            Heading(title or wording("what-if.title"), level=1),
            paragraph(context, Tone.FAINT),
            *_settings(found, knowledge),
            *_verdicts(found, knowledge),
            *(
                ()
                if found.is_moot
                else (
                    *_ranking(found, knowledge),
                    *_steps(found, knowledge),
                    *moved_sections(found, knowledge),
                )
            ),
        )
    )


def _settings(found: WhatIf, knowledge: Knowledge) -> tuple[Block, ...]:
    wording = knowledge.wording
    items = tuple(
        Item(
            phrase(
                wording(
                    "what-if.setting",
                    name=Span(each.name, Tone.STRONG),
                    before=_setting(each.before, knowledge),
                    after=Span(_setting(each.after, knowledge), Tone.STRONG),
                )
            )
        )
        for each in found.steps
    )
    dropped = wording("what-if.dropped", questions=wording.listed(found.dropped))
    return (
        Bullets(items),
        *([paragraph(dropped, Tone.FAINT)] if found.dropped else []),
    )


def _setting(setting: Setting, knowledge: Knowledge) -> str:
    match setting:
        case Cleared():
            return knowledge.wording("what-if.no-answer")
        case float():
            return f"{setting:g}"
        case _:
            return shown(setting)


def _verdicts(found: WhatIf, knowledge: Knowledge) -> tuple[Block, ...]:
    """Say whether the recommendation changes, and both in a sentence."""
    wording = knowledge.wording
    if found.is_moot:
        now = _outcome(outcome_of(found.after), knowledge)
        return (paragraph(wording("what-if.nothing", after=now), Tone.STRONG),)
    return (
        paragraph(_told(found, knowledge), Tone.STRONG),
        Bullets(
            (
                Item(words(wording("what-if.before", summary=found.before.summary))),
                Item(words(wording("what-if.after", summary=found.after.summary))),
            )
        ),
    )


def _told(found: WhatIf, knowledge: Knowledge) -> str:
    """Tell a change of the recommendation from one of the verdict alone, and from none."""
    wording = knowledge.wording
    before, after = outcome_of(found.before), outcome_of(found.after)
    now = _outcome(after, knowledge)
    if not found.turns:
        return wording("what-if.still", after=now)
    if before.frameworks == after.frameworks:
        return wording(
            "what-if.other-verdict",
            frameworks=_names(after, knowledge),
            before=term(before.verdict, wording),
            after=term(after.verdict, wording),
        )
    once = _outcome(before, knowledge)
    return wording("what-if.changed", before=once, after=now)


def _names(outcome: Outcome, knowledge: Knowledge) -> str:
    every = (knowledge.frameworks[each].name for each in outcome.frameworks)
    return knowledge.wording.listed(every)


def _outcome(outcome: Outcome, knowledge: Knowledge) -> str:
    wording = knowledge.wording
    word = term(outcome.verdict, wording)
    if not outcome.frameworks:
        return word
    return wording("common.aside", text=_names(outcome, knowledge), aside=word)


def _ranking(found: WhatIf, knowledge: Knowledge) -> tuple[Block, ...]:
    wording = knowledge.wording
    sampled = any(
        own is not None
        for each in found.frameworks
        for own in (each.first_before, each.first_after)
    )
    columns = (
        wording("report.framework"),
        wording("what-if.was"),
        wording("what-if.now"),
        wording("what-if.score-change"),
        *((wording("what-if.comes-first"),) if sampled else ()),
    )
    rows = tuple(_moved(e, found, knowledge, sampled=sampled) for e in found.frameworks)
    grid = Grid(columns, rows, numeric=(3,), colon=wording("common.colon"))
    legend = wording("what-if.first-legend")
    return section(
        wording("report.ranking"),
        grid,
        *([paragraph(legend, Tone.FAINT)] if sampled else []),
    )


def _moved(
    each: MovedFramework, found: WhatIf, knowledge: Knowledge, *, sampled: bool
) -> tuple[Line, ...]:
    change = words("–")
    if isinstance(each.before, Ranked) and isinstance(each.after, Ranked):
        change = (signed(each.after.score.value - each.before.score.value, 2),)
    shares = (
        "–" if own is None else share(own)
        for own in (each.first_before, each.first_after)
    )
    return (
        words(knowledge.frameworks[each.framework].name),
        _place(each.before, found.before, knowledge),
        _place(each.after, found.after, knowledge),
        change,
        *((words(" → ".join(shares)),) if sampled else ()),
    )


def _place(fate: Fate, report: Report, knowledge: Knowledge) -> Line:
    """Return rank and score, as `report` has them, or why there are none."""
    if isinstance(fate, tuple):
        return words(knowledge.wording("what-if.is-excluded"), Tone.BAD)
    if not isinstance(fate, Ranked):
        return words(fate_text(fate, knowledge), Tone.BAD)
    own = fate.score
    bounds = Span(f" {own.low:.2f}–{own.high:.2f}", Tone.FAINT)
    rank = place(fate.rank, ranks_of(report.ranking), ".")
    return (Span(f"{rank} {own.value:.2f}"), bounds)


def _steps(found: WhatIf, knowledge: Knowledge) -> tuple[Block, ...]:
    """Return what each setting does alone; of a single one that is told already."""
    if len(found.steps) <= 1:
        return ()
    wording, contest = knowledge.wording, found.contest
    rows = [
        (wording("what-if.none-set"), _outcome(outcome_of(found.before), knowledge)),
        *((e.name, _outcome(e.outcome, knowledge)) for e in found.steps),
        (wording("what-if.all-set"), _outcome(outcome_of(found.after), knowledge)),
    ]
    lines = [(words(what), words(outcome)) for what, outcome in rows]
    columns = (wording("what-if.set"), wording("what-if.outcome"))
    told = paragraph(_enough(found, knowledge))
    if contest is None:
        grid = Grid(columns, tuple(lines), colon=wording("common.colon"))
        return section(wording("what-if.alone"), grid, told)
    leads = (contest.before, *(each.lead for each in found.steps), contest.after)
    lead = wording(
        "what-if.lead",
        framework=knowledge.frameworks[contest.framework].name,
        rival=knowledge.frameworks[contest.rival].name,
    )
    grid = Grid(
        (*columns, lead),
        tuple(
            (*line, words("–") if own is None else (signed(own),))
            for line, own in zip(lines, leads, strict=True)
        ),
        numeric=(2,),
        colon=wording("common.colon"),
    )
    return section(wording("what-if.alone"), grid, told)


def _enough(found: WhatIf, knowledge: Knowledge) -> str:
    """Say which of them did it."""
    wording = knowledge.wording
    settings = wording.listed(found.turning)
    match found.turns, bool(found.turning):
        case True, True:
            return wording("what-if.enough", settings=settings)
        case True, False:
            return wording("what-if.only-together")
        case False, True:
            return wording("what-if.cancelled", settings=settings)
        case _:
            return wording("what-if.no-turn")
