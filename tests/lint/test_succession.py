from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from advisor.model.knowledge import Knowledge


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"restates": "c-nowhere"}, "restates: there is no claim 'c-nowhere'"),
        ({"restates": "c-002-38"}, "restates 'c-002-38' of another source"),
        ({"restates": "c-000-21"}, "restates 'c-000-21', which is a restatement"),
        ({"supersedes": ("c-nowhere",)}, "supersedes: there is no claim 'c-nowhere'"),
        (
            {"supersedes": ("c-004-19",)},
            "supersedes 'c-004-19', which was said later (2025-09-29)",
        ),
        ({"supersedes": ("c-000-09",)}, "supersedes itself"),
        ({"valid_until": date(2001, 1, 1)}, "valid-until: 2001-01-01 lies before"),
    ],
)
def test_an_impossible_succession_is_found(
    changed: Callable[..., Knowledge],
    said: Callable[[str, Knowledge], str],
    fields: dict[str, Any],
    message: str,
) -> None:
    found = said("succession", changed("claims", "c-000-09", **fields))
    assert f"claim:c-000-09 {message}" in found


def test_a_circle_of_three_is_found_at_each_of_them(
    knowledge: Knowledge, said: Callable[[str, Knowledge], str]
) -> None:
    circle = {"c-000-03": "c-000-09", "c-000-09": "c-000-17", "c-000-17": "c-000-03"}
    claims = {
        own: replace(knowledge.claims[own], supersedes=(old,))
        for own, old in circle.items()
    }
    found = said(
        "succession", replace(knowledge, claims={**knowledge.claims, **claims})
    )
    assert [line.split()[0] for line in found.splitlines()] == [
        f"claim:{each}" for each in circle
    ]


def test_an_older_claim_that_was_confirmed_since_may_supersede_a_newer_one(
    changed: Callable[..., Knowledge], said: Callable[[str, Knowledge], str]
) -> None:
    late = {"supersedes": ("c-004-19",)}
    for day, passes in ((date(2025, 9, 28), False), (date(2025, 9, 29), True)):
        found = said("succession", changed("claims", "c-000-09", **late, confirmed=day))
        assert (found == "") is passes


def test_a_newer_claim_may_supersede_an_older_one(
    changed: Callable[..., Knowledge], said: Callable[[str, Knowledge], str]
) -> None:
    assert (
        said("succession", changed("claims", "c-004-19", supersedes=("c-000-09",)))
        == ""
    )


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"confirmed": date(2001, 1, 1)}, "2001-01-01 lies before the claim was made"),
        (
            {"confirmed": date(2024, 1, 1), "valid_until": date(2023, 1, 1)},
            "2024-01-01 lies after valid-until",
        ),
    ],
)
def test_a_confirmation_at_an_impossible_time_is_found(
    changed: Callable[..., Knowledge],
    said: Callable[[str, Knowledge], str],
    fields: dict[str, Any],
    message: str,
) -> None:
    found = said("succession", changed("claims", "c-000-09", **fields))
    assert f"claim:c-000-09 confirmed: {message}" in found
