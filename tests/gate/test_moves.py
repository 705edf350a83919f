from dataclasses import replace

import pytest

from advisor.gate.moves import profile_key, what_moved
from advisor.model.drift import (
    Cause,
    Change,
    Lead,
    Move,
    MovedAnswer,
    MovedClaim,
    MovedCriterion,
    MovedExclusion,
    MovedRank,
    MovedRule,
)
from advisor.model.knowledge import Knowledge
from advisor.model.robustness import Cleared
from tests.gate.subjects import ALPHA, BETA, drift, stage

GOAL = MovedAnswer("goal", "research", "production", alone=True)
LEAD = Lead("alpha", "beta", 0.1, -0.041)
RULE = MovedRule("vendor", Change.CAME)


@pytest.mark.parametrize(
    ("move", "said"),
    [
        (
            GOAL,
            "answers.goal was research and is production now. This alone is enough.",
        ),
        (
            MovedAnswer("weights.speed", 3.0, Cleared.CLEARED, alone=False),
            "weights.speed was 3 and is not set now.",
        ),
        (
            MovedAnswer("allow-retired", False, True, alone=False),
            "allow-retired was false and is true now.",
        ),
        (
            MovedClaim("c-1", Change.CAME, "", alone=True),
            "Claim c-1 (First source, 2026-03-04) counts now: Alpha is slow. "
            "Without this the recommendation would be as before.",
        ),
        (
            MovedClaim("c-1", Change.GONE, "", alone=False),
            "Claim c-1 (First source, 2026-03-04) no longer counts: Alpha is slow.",
        ),
        (
            MovedClaim("c-1", Change.GONE, "c-2", alone=False),
            "Claim c-1 (First source, 2026-03-04) was superseded by c-2: "
            "Alpha is slow.",
        ),
        (
            MovedClaim("c-1", Change.CHANGED, "", alone=False),
            "Claim c-1 (First source, 2026-03-04) says something else than on record: "
            "Alpha is slow.",
        ),
        (
            MovedClaim("c-9", Change.GONE, "", alone=False),
            "Claim c-9 is no longer in the rule base.",
        ),
        (RULE, "Rule vendor fires now: Not that one."),
        (
            MovedRule("vendor", Change.GONE),
            "Rule vendor no longer fires: Not that one.",
        ),
        (
            MovedRule("vendor", Change.CHANGED),
            "Rule vendor was rewritten: Not that one.",
        ),
        (MovedRule("lost", Change.GONE), "Rule lost is no longer in the rule base."),
        (
            MovedExclusion("beta", Change.CAME, ("gone", "vendor")),
            "Beta is excluded now, by rule gone and vendor.",
        ),
        (
            MovedRank("beta", Change.CAME),
            "Beta is ranked now; before, too little was known of it.",
        ),
        (
            MovedRank("beta", Change.GONE),
            "Beta is no longer ranked: nothing that is known of it counts enough here.",
        ),
        (MovedRank("lost", Change.GONE), "lost is no longer in the rule base."),
        (
            MovedExclusion("beta", Change.GONE, ("gone",)),
            "Beta is no longer excluded (rule gone).",
        ),
    ],
)
def test_every_move_is_a_sentence(move: Move, said: str, base: Knowledge) -> None:
    _, sentence = what_moved(drift(stage(Cause.ANSWERS, move)), base)
    assert sentence == said


@pytest.mark.parametrize(
    ("cause", "states", "said"),
    [
        (Cause.KNOWLEDGE, ("2025.1", "2026.11"), "Rule base 2025.1 → 2026.11"),
        (
            Cause.KNOWLEDGE,
            ("sha256:" + "a" * 64, "sha256:" + "b" * 64),
            "Rule base sha256:aaaaaaaaaaaa → sha256:bbbbbbbbbbbb",
        ),
        (Cause.DATE, ("2025-01-02", "2026-11-21"), "Date 2025-01-02 → 2026-11-21"),
        (
            Cause.ANSWERS,
            ("sha256:a", "sha256:b"),
            "Other answers or weights in the profile",
        ),
    ],
)
def test_every_cause_is_named_with_what_it_does(
    cause: Cause, states: tuple[str, str], said: str, base: Knowledge
) -> None:
    idle = stage(cause, states=states)
    turns = stage(cause, RULE, states=states, after=BETA)
    assert what_moved(drift(idle), base) == (
        f"{said}: by itself this leaves the recommendation as it was.",
    )
    assert what_moved(drift(turns), base)[0] == (
        f"{said}: the recommendation goes from Alpha (clear) to Beta (leaning)."
    )


def test_where_one_cause_decides_nothing_more_is_told_of_the_others(
    base: Knowledge,
) -> None:
    found = drift(stage(Cause.KNOWLEDGE, RULE), stage(Cause.ANSWERS, GOAL, after=BETA))
    knowledge, answers, goal = what_moved(found, base)
    assert knowledge.startswith("Rule base then → now: by itself")
    assert answers.startswith(
        "Other answers or weights in the profile: the recommendation goes"
    )
    assert goal.startswith("answers.goal")


def test_where_none_decides_each_tells_what_moved(base: Knowledge) -> None:
    found = drift(stage(Cause.KNOWLEDGE, RULE), stage(Cause.ANSWERS, GOAL))
    assert len(what_moved(found, base)) == 4


def test_of_many_moves_the_first_are_told(base: Knowledge) -> None:
    found = drift(stage(Cause.KNOWLEDGE, *[RULE] * 8))
    assert len(what_moved(found, base)) == 7
    assert what_moved(found, base)[-1] == "Not told here: 3 more rules."


def test_what_is_not_told_is_counted_by_kind(base: Knowledge) -> None:
    claim = MovedClaim("c-1", Change.CAME, "", alone=False)
    gone = MovedExclusion("beta", Change.GONE, ("gone",))
    last = what_moved(
        drift(stage(Cause.DATE, *[RULE] * 5, gone, *[claim] * 220, GOAL)), base
    )[-1]
    assert last == "Not told here: 1 more answer, 1 more exclusion and 220 more claims."


@pytest.mark.parametrize(
    ("cause", "said"),
    [
        (Cause.KNOWLEDGE, "No rule, no exclusion and no claim on the first two"),
        (Cause.DATE, "No exclusion and no claim on the first two has moved;"),
    ],
)
def test_a_turn_without_any_move_is_explained_all_the_same(
    cause: Cause, said: str, base: Knowledge
) -> None:
    _, last = what_moved(drift(stage(cause, after=BETA)), base)
    assert last.startswith(said)


def test_the_lead_is_told_where_it_moved(base: Knowledge) -> None:
    moved = replace(stage(Cause.DATE), lead=LEAD)
    assert what_moved(drift(moved), base)[1:] == (
        "Alpha's lead over Beta goes from 0.10 to -0.04.",
    )
    nothing = replace(moved, lead=replace(LEAD, after=-0.0001))
    assert what_moved(drift(nothing), base)[1].endswith("goes from 0.10 to 0.00.")
    same = replace(moved, lead=replace(LEAD, after=0.101))
    assert len(what_moved(drift(same), base)) == 1
    assert len(what_moved(drift(replace(moved, lead=None)), base)) == 1


def test_the_criteria_that_moved_the_lead_are_told_if_it_shows(
    base: Knowledge, in_chinese: Knowledge
) -> None:
    criteria = (
        MovedCriterion("speed", -0.2),
        MovedCriterion("gone", 0.06),
        MovedCriterion("tools", -0.004),
    )
    moved = replace(stage(Cause.DATE), lead=replace(LEAD, criteria=criteria))
    assert what_moved(drift(moved), base)[-1] == (
        "What moved it most: speed (-0.20) and gone (+0.06)."
    )
    assert what_moved(drift(moved), in_chinese)[1:] == (
        "Alpha 对 Beta 的领先幅度由 0.10 变为 -0.04。",
        "影响最大的是 Speed（-0.20）和 gone（+0.06）。",
    )
    small = replace(LEAD, criteria=criteria[2:])
    assert len(what_moved(drift(replace(moved, lead=small)), base)) == 2


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("goal", "answers.goal"),
        ("weights.speed", "weights.speed"),
        ("allow-retired", "allow-retired"),
    ],
)
def test_a_moved_answer_has_its_key_in_the_profile(name: str, key: str) -> None:
    assert profile_key(replace(GOAL, name=name)) == key


def test_what_moved_is_told_in_chinese(in_chinese: Knowledge) -> None:
    found = drift(
        stage(Cause.ANSWERS, GOAL, before=ALPHA, after=BETA, states=("a", "b"))
    )
    assert what_moved(found, in_chinese) == (
        "项目档案中的回答或权重不同：推荐由 Alpha（明确）变为 Beta（倾向）。",
        "answers.goal 原为 research，现为 production。仅此一项就足够。",
    )


def test_what_is_not_set_is_told_in_chinese_without_stray_spaces(
    in_chinese: Knowledge,
) -> None:
    move = MovedAnswer("weights.speed", Cleared.CLEARED, 3.0, alone=False)
    _, said = what_moved(drift(stage(Cause.ANSWERS, move)), in_chinese)
    assert said == "weights.speed 原为未设置，现为 3。"


def test_a_claim_is_told_of_in_chinese_without_stray_spaces(
    in_chinese: Knowledge,
) -> None:
    move = MovedClaim("c-1", Change.GONE, "c-2", alone=True)
    _, said = what_moved(drift(stage(Cause.DATE, move)), in_chinese)
    assert said == (
        "论断 c-1（First source、2026-03-04）已被 c-2 取代：Alpha is slow."
        "若没有它，推荐会与之前相同。"
    )
