from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from advisor.model.report import NOT_CHALLENGED, NOT_SAMPLED, Report
from advisor.model.robustness import (
    Challenge,
    Changes,
    NeverFirst,
    TippingPoint,
    Without,
)
from advisor.render.json import result
from advisor.render.schema import result_schema


def accepts(document: object) -> bool:
    return Draft202012Validator(result_schema()).is_valid(document)


def test_what_was_not_computed_keeps_to_the_schema(report: Report) -> None:
    assert accepts(result(replace(report, challenge=NOT_CHALLENGED)))
    assert accepts(result(replace(report, sampled=NOT_SAMPLED)))


def test_what_nobody_wins_keeps_to_the_schema(report: Report) -> None:
    assert isinstance(report.challenge, Challenge)
    first, second = report.sampled.frameworks
    never = replace(second, favour=NeverFirst())
    answers: Changes = {"domain": ("nlp",), "hot-swap": False, "goal": "research"}
    tried = replace(
        report.challenge,
        without_source=(Without("s1", "", 0.0),),
        tipping_points=(TippingPoint("beta", answers, 0.0512, 0),),
        noise=None,
    )
    sampled = replace(report.sampled, frameworks=(first, never))
    assert accepts(result(replace(report, sampled=sampled, challenge=tried)))


# Any: JSON values
@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("tipping_points", 0, "change", "goal"), 3),
        (("tipping_points", 0, "winner"), None),
        (("no_tipping_points", 0, "searched"), "three"),
        (("robustness",), None),
        (("robustness", "samples"), -1),
        (("robustness", "sure"), 1.5),
        (("robustness", "central_weights", "beta", "docs"), "much"),
        (("robustness", "methods", 0, "method"), "guess"),
        (("robustness", "stable_weights", 0, "high"), 2),
        (("robustness", "noise", "floor"), None),
        (("near_misses", 0, "known"), None),
    ],
)
def test_a_wrong_value_is_refused(
    path: tuple[str | int, ...], value: object, report: Report
) -> None:
    document: Any = deepcopy(dict(result(report)))
    assert accepts(document)
    place = document
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    assert not accepts(document)
