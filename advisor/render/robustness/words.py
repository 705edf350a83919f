"""What the sections on robustness have in common: shares, names and sentences."""

from collections.abc import Sequence

from advisor.model.knowledge import Knowledge
from advisor.model.language import Wording
from advisor.model.question import Answer
from advisor.model.report import Report
from advisor.model.robustness import (
    Challenge,
    Cleared,
    Method,
    Noise,
    TippingPoint,
    Without,
)
from advisor.render.page import Span, Tone

_PLACES = 9  # sums of shares may differ beyond

_METHODS = {
    Method.WEIGHTED_PRODUCT: "robustness.method-weighted-product",
    Method.TOPSIS: "robustness.method-topsis",
    Method.PROMETHEE: "robustness.method-promethee",
}


def challenged(report: Report) -> Challenge | None:
    """Return what was tried to shake a recommendation; None if nothing was."""
    return report.challenge if isinstance(report.challenge, Challenge) else None


def is_sampled(report: Report) -> bool:
    """Say whether there is a ranking of which it is known how sure it is."""
    return bool(report.ranking and report.sampled.frameworks)


def share(value: float) -> str:
    """Return a share in whole per cent; only what is all is 100%, only nothing 0%."""
    value = round(value, _PLACES)
    text = f"{value:.0%}"
    if text == "0%" and value > 0:
        return "<1%"
    return ">99%" if text == "100%" and value < 1 else text


def percent(value: float) -> str:
    """Return a weight in per cent, with a decimal where it has one."""
    return f"{round(100 * value, 1):g}%"


def name(framework: str, knowledge: Knowledge) -> str:
    """Return how a framework is called."""
    return knowledge.frameworks[framework].name


def strong(framework: str, knowledge: Knowledge) -> Span:
    """Return the name of a framework that a sentence is about."""
    return Span(name(framework, knowledge), Tone.STRONG)


def winner(without: Without, knowledge: Knowledge) -> str:
    """Return who comes first when something is left out."""
    if not without.first:
        return knowledge.wording("robustness.nobody")
    return name(without.first, knowledge)


def some(parts: Sequence[str], most: int, wording: Wording) -> str:
    """Return the first of many parts, and how many more there are."""
    rest = len(parts) - most
    if rest <= 0:
        return wording.listed(parts)
    named = wording.series(parts[:most])
    return wording("robustness.and-more", parts=named, rest=rest)


def method_name(method: Method, wording: Wording) -> str:
    """Return how a method is called inside a sentence."""
    return wording(_METHODS[method])


def setting(question: str, answer: Answer | Cleared) -> str:
    """Return an answer as `--set` takes it: question=answer, or nothing after the sign."""
    match answer:
        case Cleared():
            return f"{question}="
        case bool():
            return f"{question}={str(answer).lower()}"
        case str():
            return f"{question}={answer}"
        case tuple():
            return f"{question}={','.join(answer)}"


def tipping_text(point: TippingPoint, knowledge: Knowledge) -> str:
    """Say which changes of the answers bring a framework to the front."""
    wording = knowledge.wording
    changes = [
        wording("robustness.no-answer", question=Span(question, Tone.CODE))
        if isinstance(answer, Cleared)
        else f"{Span(setting(question, answer), Tone.CODE)}"
        for question, answer in point.changes.items()
    ]
    text = wording(
        "robustness.tipping",
        framework=strong(point.framework, knowledge),
        changes=wording.series(changes),
    )
    asides = []
    if point.lead <= knowledge.constants.tie_margin.value:
        asides.append(wording("robustness.within-a-tie"))
    if point.others:
        asides.append(wording("robustness.others", count=point.others))
    if not asides:
        return text
    aside = Span(wording.clauses(asides), Tone.FAINT)
    return wording("common.aside", text=text, aside=aside)


def noise_text(noise: Noise, wording: Wording) -> str:
    """Compare the lead with what evidence without any meaning would give."""
    lead, floor = f"{noise.lead:.3f}", f"{noise.floor:.3f}"
    chance = share(noise.reached)
    if noise.lead > noise.floor and not noise.reached:
        return wording("robustness.signal-never", lead=lead, floor=floor)
    if noise.lead > noise.floor:
        return wording("robustness.signal", lead=lead, floor=floor, share=chance)
    return wording("robustness.noise", lead=lead, floor=floor, share=chance)
