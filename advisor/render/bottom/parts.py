"""What the deep views share: standings, tests, factors, and the ranking otherwise."""

from advisor.model.knowledge import Knowledge
from advisor.model.language import Wording
from advisor.model.report import SetAside
from advisor.model.terms import term
from advisor.model.trace import (
    CountingClaim,
    Factors,
    Heard,
    NotBearing,
    Order,
    ProjectStanding,
    Tried,
    Unanswered,
    Weightless,
)
from advisor.render.cite import claim_line
from advisor.render.explanation_words import signed
from advisor.render.firing import demand_text, shown
from advisor.render.page import (
    Block,
    Bullets,
    Grid,
    Item,
    Line,
    Span,
    Tone,
    paragraph,
    section,
    words,
)
from advisor.render.records.parts import standing_text
from advisor.render.superseded import successor_line


def standing_line(standing: ProjectStanding, knowledge: Knowledge) -> Line:
    """Say whether a claim counts for the project, and if not, why not."""
    wording = knowledge.wording
    match standing:
        case SetAside():
            return successor_line(standing, knowledge)
        case NotBearing(tests):
            why = wording.clauses(
                tried_text(each, wording) for each in tests if not each.met
            )
            text = wording("explain.not-bearing", tests=why)
        case Weightless():
            text = wording("explain.weightless")
        case _:
            text = standing_text(standing, wording)
    return words(text, Tone.FAINT)


def tried_text(tried: Tried, wording: Wording) -> str:
    """Return what is asked for, whether it is met, and the answer that was looked at."""
    test = demand_text(tried.test, wording, negated=tried.negated)
    match tried.answer:
        case Unanswered():
            return wording("explain.test-open", test=test)
        case answer:
            said = shown(answer)
    if tried.met:
        return wording("explain.test-true", test=test, answer=said)
    return wording("explain.test-false", test=test, answer=said)


def factors_text(factors: Factors, wording: Wording) -> str:
    """Return a weight as the product that it is, each factor named."""
    parts = [
        wording("explain.reliability", value=f"{factors.reliability:.2f}"),
        wording("explain.confidence", value=f"{factors.confidence:.2f}"),
        wording(
            "explain.freshness",
            value=f"{factors.freshness:.2f}",
            age=f"{factors.age:.1f}",
            half_life=f"{factors.half_life:g}",
        ),
    ]
    if factors.share < 1:
        parts.append(wording("explain.beside", value=f"{factors.share:.2f}"))
    if factors.specificity < 1:
        parts.append(wording("explain.general", value=f"{factors.specificity:.2f}"))
    return f"{' × '.join(parts)} = {factors.weight:.3f}"


def heard_line(heard: Heard, knowledge: Knowledge) -> Line:
    """Return what a claim says in a cell, the product of its weight, and the claim."""
    factors = heard.factors
    known = [factors.reliability, factors.confidence, factors.freshness]
    known += [each for each in (factors.share, factors.specificity) if each < 1]
    product = " × ".join(f"{each:.2f}" for each in known)
    numbers = f"{heard.performance:.2f} × {factors.weight:.3f} ({product}) "
    claim = knowledge.claims[heard.claim]
    return (Span(numbers, Tone.FAINT), *claim_line(claim, knowledge))


def claim_items(claims: tuple[CountingClaim, ...], knowledge: Knowledge) -> Bullets:
    """Return claims, each with how it stands for the project."""
    return Bullets(
        tuple(
            Item(
                claim_line(knowledge.claims[each.claim], knowledge),
                (standing_line(each.standing, knowledge),),
            )
            for each in claims
        )
    )


def order_section(
    title: str, now: Order, then: Order, knowledge: Knowledge
) -> tuple[Block, ...]:
    """Return what would become of verdict and ranking, side by side with what is."""
    wording = knowledge.wording
    columns = (
        wording("explain.framework"),
        wording("explain.now"),
        wording("explain.otherwise-column"),
        wording("explain.change"),
    )
    before = {each.framework: each for each in now.places}
    after = {each.framework: each for each in then.places}
    rows = []
    for each in dict.fromkeys((*before, *after)):
        one, two = before.get(each), after.get(each)
        change = signed(two.score - one.score) if one and two else Span("–")
        rows.append(
            (
                words(knowledge.frameworks[each].name),
                words(f"{one.rank}. {one.score:.3f}" if one else "–"),
                words(f"{two.rank}. {two.score:.3f}" if two else "–"),
                (change,),
            )
        )
    grid = Grid(columns, tuple(rows), numeric=(1, 2, 3), colon=wording("common.colon"))
    return section(title, paragraph(_outcome(now, then, knowledge)), grid)


def _outcome(now: Order, then: Order, knowledge: Knowledge) -> str:
    """Say in a sentence who would come first."""
    wording = knowledge.wording
    verdict = term(then.verdict, wording)
    if not then.places:
        return wording("explain.then-nobody", verdict=verdict)
    first = knowledge.frameworks[then.places[0].framework].name
    if now.places and now.places[0].framework == then.places[0].framework:
        return wording("explain.then-same", framework=first, verdict=verdict)
    return wording("explain.then-other", framework=first, verdict=verdict)
