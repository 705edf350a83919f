"""What a framework needs, where it runs and what is worth knowing of it, as JSON."""

from advisor.model.system import Framework
from advisor.render.records.foundation import foundation_fields
from advisor.render.records.parts import Fields, period_fields


def support_fields(framework: Framework) -> Fields:
    """Return other names, foundations, Python versions, platforms and traits."""
    return {
        "installed_as": list(framework.installed_as),
        "stands_on": foundation_fields(framework.stands_on),
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
                **period_fields(each.since, each.until),
                "source": each.source,
                "note": each.note,
            }
            for each in framework.platforms
        ],
        "traits": [
            {
                "trait": each.trait.value,
                "value": each.value,
                **period_fields(each.since, each.until),
                "source": each.source,
            }
            for each in framework.traits
        ],
    }
