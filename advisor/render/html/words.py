"""The words that stand in the templates themselves."""

from collections.abc import Mapping

from advisor.model.language import Wording


def labels(wording: Wording) -> Mapping[str, str]:
    """Return every fixed word of the templates, by the name it has there."""
    return {
        "skip": wording("page.skip"),
        "contents": wording("page.contents"),
        "rank": wording("report.rank"),
        "framework": wording("report.framework"),
        "score": wording("report.score"),
        "bounds": wording("report.bounds"),
        "criterion": wording("page.criterion"),
        "weight": wording("page.weight"),
        "difference": wording("page.difference"),
        "bars_legend": wording("page.bars-legend"),
        "live_intro": wording("page.live-intro"),
        "live_reset": wording("page.live-reset"),
        "live_weights": wording("page.live-weights"),
        "live_first": wording("page.live-first", framework="{framework}"),
        "live_tie": wording("page.live-tie", frameworks="{frameworks}"),
        "live_same": wording("page.live-same", outcome="{outcome}"),
        "live_nothing": wording("page.live-nothing"),
        "live_not_judged": wording("page.live-not-judged"),
        "waterfall_legend": wording("page.waterfall-legend"),
        "waterfall_claims": wording("page.waterfall-claims"),
        "waterfall_table": wording("page.waterfall-table"),
        "acceptability": wording("page.acceptability"),
        "acceptability_legend": wording("page.acceptability-legend"),
        "acceptability_table": wording("page.acceptability-table"),
        "stability_legend": wording("page.stability-legend"),
        "below": wording("page.below"),
        "above": wording("page.above"),
        "evidence_intro": wording("page.evidence-intro"),
        "performance": wording("page.performance"),
        "for": wording("page.mark-for"),
        "neutral": wording("page.mark-neutral"),
        "against": wording("page.mark-against"),
        "aside": wording("page.mark-aside"),
        "also_heard": wording("page.also-heard"),
        "nothing_said": wording("page.nothing-said"),
        "show_all": wording("page.show-all"),
    }
