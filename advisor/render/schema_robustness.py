"""JSON Schema of how sure a result is, and of what would change it."""

from advisor.model.robustness import Method
from advisor.render.schema_parts import (
    COUNT,
    NUMBER,
    SHARE,
    TEXT,
    TEXTS,
    Schema,
    list_of,
    map_of,
    or_null,
    record,
)

_UNSOUGHT = "tipping points were not searched for"
_UNSAMPLED = "weights and intervals were not sampled"
_UNTRIED = "not tried"
_NOBODY = or_null(TEXT, "nobody")
_ANSWER: Schema = {"anyOf": [TEXT, {"type": "boolean"}, TEXTS]}

TIPPING_POINTS = or_null(
    list_of(
        record(
            {
                "change": map_of(or_null(_ANSWER, "the question has no answer")),
                "winner": TEXT,
                "size": COUNT,
                "lead": SHARE,
                "others": COUNT,
            }
        )
    ),
    _UNSOUGHT,
)

NO_TIPPING_POINTS = or_null(
    list_of(record({"framework": TEXT, "searched": COUNT})), _UNSOUGHT
)

NEAR_MISSES = list_of(
    record(
        {
            "rule": TEXT,
            "fact": TEXT,
            "values": TEXTS,
            "negated": {"type": "boolean"},
            "known": {"type": "boolean"},
        }
    )
)

_STABLE = record(
    {
        "criterion": TEXT,
        **dict.fromkeys(("weight", "low", "high"), SHARE),
        "under": _NOBODY,
        "over": _NOBODY,
    }
)
_LEFT = {"first": _NOBODY, "lead": NUMBER}
_NOISE = record({"shuffles": COUNT, "lead": NUMBER, "floor": NUMBER, "reached": SHARE})
_OPEN = record(
    {
        "question": TEXT,
        "low": NUMBER,
        "high": NUMBER,
        "winners": map_of(_ANSWER),
        "nobody": list_of(_ANSWER),
    }
)
_METHOD: Schema = {"enum": [each.value for each in Method]}

ROBUSTNESS = record(
    {
        "samples": or_null(COUNT, _UNSAMPLED),
        "error": or_null(SHARE, _UNSAMPLED),
        "sure": or_null(SHARE, _UNSAMPLED),
        "central_weights": or_null(
            map_of(or_null(map_of(SHARE), "never first")), _UNSAMPLED
        ),
        "confidence_factor": or_null(map_of(or_null(SHARE, "never first")), _UNSAMPLED),
        "stable_weights": or_null(list_of(_STABLE), _UNTRIED),
        "without_source": or_null(list_of(record({"source": TEXT, **_LEFT})), _UNTRIED),
        "without_criterion": or_null(
            list_of(record({"criterion": TEXT, **_LEFT})), _UNTRIED
        ),
        "noise": or_null(_NOISE, "not tried, or fewer than two are ranked"),
        "methods": or_null(
            list_of(record({"method": _METHOD, "order": TEXTS})), _UNTRIED
        ),
        "dominated": or_null(
            list_of(record({"framework": TEXT, "by": TEXTS})), _UNTRIED
        ),
        "open_questions": or_null(list_of(_OPEN), _UNTRIED),
    }
)
