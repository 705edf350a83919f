"""What a framework or a layer stands on."""

from collections.abc import Sequence

from advisor.model.knowledge import Knowledge
from advisor.model.system import Foundation
from advisor.render.page import Bullets
from advisor.render.records.parts import Fields, bullets, period_fields, source_name


def foundations(below: Sequence[Foundation], knowledge: Knowledge) -> Bullets:
    """Return the frameworks below with their dates and sources."""
    return bullets(_foundation(each, knowledge) for each in below)


def foundation_fields(below: Sequence[Foundation]) -> list[Fields]:
    """Return the frameworks below as JSON."""
    return [
        {
            "framework": each.framework,
            **period_fields(each.since, each.until),
            "source": each.source,
        }
        for each in below
    ]


def _foundation(each: Foundation, knowledge: Knowledge) -> str:
    wording = knowledge.wording
    name = knowledge.frameworks[each.framework].name
    since = each.since.isoformat()
    source = source_name(each.source, knowledge)
    if each.until is None:
        return wording("record.stands", framework=name, since=since, source=source)
    until = each.until.isoformat()
    return wording(
        "record.stood", framework=name, since=since, until=until, source=source
    )
