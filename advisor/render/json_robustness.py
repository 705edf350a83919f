"""How sure a recommendation is and what would change it, as JSON."""

from collections.abc import Mapping

from advisor.model.condition import values_of
from advisor.model.report import NearMiss, Report
from advisor.model.robustness import (
    Acceptability,
    Challenge,
    Cleared,
    Favour,
    Noise,
    NoTippingPoint,
    OpenQuestion,
    Sampled,
    StableWeight,
    TippingPoint,
    Without,
)
from advisor.render.json_text import Json, number, plain


def tipping_points(report: Report) -> list[Json] | None:
    """Return the smallest changes that make others win; None: not searched for."""
    if not isinstance(report.challenge, Challenge):
        return None
    return [
        _tipping_point(each)
        for each in report.challenge.tipping_points
        if isinstance(each, TippingPoint)
    ]


def no_tipping_points(report: Report) -> list[Json] | None:
    """Return whom no changes make win; None: not searched for."""
    if not isinstance(report.challenge, Challenge):
        return None
    return [
        {"framework": each.framework, "searched": each.searched}
        for each in report.challenge.tipping_points
        if isinstance(each, NoTippingPoint)
    ]


def robustness(report: Report) -> Json:
    """Return how sure the ranking is; None for every part that was not worked out."""
    tried = report.challenge if isinstance(report.challenge, Challenge) else None
    return {
        **_sampled(report.sampled),
        **(_NOT_TRIED if tried is None else _tried(tried)),
    }


def near_miss(each: NearMiss) -> Json:
    """Return a rule that did not fire, and the single test for which it did not."""
    test = each.unmet.test
    return {
        "rule": each.rule,
        "fact": test.fact,
        "values": list(values_of(test)),
        "negated": each.unmet.negated,
        "known": each.unmet.known,
    }


def _tipping_point(each: TippingPoint) -> Json:
    return {
        "change": {
            question: None if isinstance(answer, Cleared) else plain(answer)
            for question, answer in each.changes.items()
        },
        "winner": each.framework,
        "size": len(each.changes),
        "lead": number(each.lead),
        "others": each.others,
    }


def _sampled(sampled: Sampled) -> Json:
    if not sampled.frameworks:
        names = ("samples", "error", "sure", "central_weights", "confidence_factor")
        return dict.fromkeys(names)
    return {
        "samples": sampled.samples,
        "error": number(sampled.error),
        "sure": number(sampled.sure),
        "central_weights": {e.framework: _weights(e) for e in sampled.frameworks},
        "confidence_factor": {e.framework: _confidence(e) for e in sampled.frameworks},
    }


def _weights(each: Acceptability) -> Mapping[str, float] | None:
    if not isinstance(each.favour, Favour):
        return None
    return {name: number(weight) for name, weight in each.favour.weights.items()}


def _confidence(each: Acceptability) -> float | None:
    return number(each.favour.confidence) if isinstance(each.favour, Favour) else None


def _tried(challenge: Challenge) -> Json:
    return {
        "stable_weights": [stable_weight(each) for each in challenge.stable_weights],
        "without_source": [
            {"source": each.what, **_without(each)} for each in challenge.without_source
        ],
        "without_criterion": [
            {"criterion": each.what, **_without(each)}
            for each in challenge.without_criterion
        ],
        "noise": None if challenge.noise is None else _noise(challenge.noise),
        "methods": [
            {"method": each.method.value, "order": list(each.order)}
            for each in challenge.opinions
        ],
        "dominated": [
            {"framework": each.framework, "by": list(each.by)}
            for each in challenge.dominated
        ],
        "open_questions": [_open(each) for each in challenge.open_questions],
    }


_NOT_TRIED: Json = dict.fromkeys(
    (
        "stable_weights",
        "without_source",
        "without_criterion",
        "noise",
        "methods",
        "dominated",
        "open_questions",
    )
)


def stable_weight(each: StableWeight) -> Json:
    """Return the bounds of a weight, and who comes first beyond them."""
    return {
        "criterion": each.criterion,
        "weight": number(each.weight),
        "low": number(each.low),
        "high": number(each.high),
        "under": each.under or None,
        "over": each.over or None,
    }


def _without(each: Without) -> Json:
    return {"first": each.first or None, "lead": number(each.lead)}


def _noise(noise: Noise) -> Json:
    return {
        "shuffles": noise.shuffles,
        "lead": number(noise.lead),
        "floor": number(noise.floor),
        "reached": number(noise.reached),
    }


def _open(each: OpenQuestion) -> Json:
    return {
        "question": each.question,
        "low": number(each.low),
        "high": number(each.high),
        "winners": {name: plain(answer) for name, answer in each.winners.items()},
        "nobody": [plain(answer) for answer in each.nobody],
    }
