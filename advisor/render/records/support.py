"""Where a framework runs and what is worth knowing of it, as JSON."""

from datetime import date

from advisor.model.system import Framework
from advisor.render.records.parts import Fields


def support_fields(framework: Framework) -> Fields:
    """Return Python versions, platforms and traits with their dates and sources."""
    return {
        "python": [
            {
                "least": each.least,
                "most": each.most,
                "since": each.since.isoformat(),
                "source": each.source,
            }
            for each in framework.python
        ],
        "platforms": [
            {
                "os": each.os,
                "accelerator": each.accelerator,
                "architectures": list(each.architectures),
                "level": each.level.value,
                **_period(each.since, each.until),
                "source": each.source,
                "note": each.note,
            }
            for each in framework.platforms
        ],
        "traits": [
            {
                "trait": each.trait.value,
                "value": each.value,
                **_period(each.since, each.until),
                "source": each.source,
            }
            for each in framework.traits
        ],
    }


def _period(since: date, until: date | None) -> Fields:
    return {"since": since.isoformat(), "until": until.isoformat() if until else None}
