"""How a ranking has changed, told by who changed places."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from advisor.gate.words import framework_name, some
from advisor.model.knowledge import Knowledge
from advisor.model.recorded import RecordedRank
from advisor.model.report import Ranked

Ranks = Mapping[str, int]


def reordering(
    before: Iterable[RecordedRank], after: Iterable[Ranked], knowledge: Knowledge
) -> Iterator[str]:
    """Yield who has another rank now, who came in and who dropped out, a sentence each.

    A shared rank is marked with "=". Nothing where the rankings are the same.
    """
    once = {each.framework: each.rank for each in before}
    now = {each.framework: each.rank for each in after}
    wording = knowledge.wording
    if not (once and now):
        if once:
            yield wording("check.order-nobody-now")
        elif now:
            yield wording("check.order-nobody-then")
        return
    moved = list(_moved(once, now, knowledge))
    if moved and _only_ties(once, now):
        yield wording("check.order-ties", ranks=some(moved, knowledge))
    elif moved:
        yield wording("check.order", ranks=some(moved, knowledge))
    came = [framework_name(e, knowledge) for e in now if e not in once]
    gone = [framework_name(e, knowledge) for e in once if e not in now]
    if came:
        yield wording("check.order-came", frameworks=some(came, knowledge))
    if gone:
        yield wording("check.order-gone", frameworks=some(gone, knowledge))


def _moved(once: Ranks, now: Ranks, knowledge: Knowledge) -> Iterator[str]:
    was, is_ = _shown(once), _shown(now)
    for each in now:
        if each in once and was[each] != is_[each]:
            yield knowledge.wording(
                "check.order-rank",
                framework=framework_name(each, knowledge),
                before=was[each],
                after=is_[each],
            )


def _only_ties(once: Ranks, now: Ranks) -> bool:
    """Say whether the same are ranked, and nobody has overtaken anybody."""
    return once.keys() == now.keys() and not any(
        (once[a] - once[b]) * (now[a] - now[b]) < 0 for a, b in combinations(now, 2)
    )


def _shown(ranks: Ranks) -> Mapping[str, str]:
    shared = Counter(ranks.values())
    return {
        each: f"{rank}=" if shared[rank] > 1 else f"{rank}"
        for each, rank in ranks.items()
    }
