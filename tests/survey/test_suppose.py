from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.robustness import Cleared
from advisor.model.what_if import Settings
from advisor.survey.suppose import suppose

KNOWN = Profile(
    project="p",
    answers={
        "goal": "production",
        "deployment-targets": ("server",),
        "latency": "real-time",
    },
    weights={"debugging": 2.0},
    unknown=("cloud",),
)


def test_what_is_set_is_answered_and_the_rest_stays(knowledge: Knowledge) -> None:
    found = suppose(knowledge, KNOWN, {"goal": "research", "cloud": "aws"})
    assert found.before == KNOWN
    assert found.after.answers == {**KNOWN.answers, "goal": "research", "cloud": "aws"}
    assert found.after.unknown == ()
    assert (found.after.project, found.after.weights) == ("p", KNOWN.weights)
    assert found.dropped == ()


def test_each_setting_is_also_tried_alone(knowledge: Knowledge) -> None:
    found = suppose(knowledge, KNOWN, {"goal": "research", "weights.maturity": 3.0})
    assert list(found.alone) == ["goal", "weights.maturity"]
    assert found.alone["goal"].answers["goal"] == "research"
    assert found.alone["goal"].weights == KNOWN.weights
    assert found.alone["weights.maturity"].answers == KNOWN.answers
    assert found.after.weights == {"debugging": 2.0, "maturity": 3.0}


def test_an_answer_and_a_weight_can_be_taken_away(knowledge: Knowledge) -> None:
    gone = Cleared.CLEARED
    found = suppose(knowledge, KNOWN, {"goal": gone, "weights.debugging": gone})
    assert "goal" not in found.after.answers
    assert found.after.weights == {}


def test_taking_away_what_is_not_there_changes_nothing(knowledge: Knowledge) -> None:
    gone = Cleared.CLEARED
    settings = {"domain": gone, "weights.maturity": gone}
    assert suppose(knowledge, KNOWN, settings).after == KNOWN


def test_an_answer_without_a_point_is_dropped_but_none_that_was_set(
    knowledge: Knowledge,
) -> None:
    found = suppose(knowledge, KNOWN, {"deployment-targets": ("none",)})
    assert found.dropped == ("latency",)
    assert "latency" not in found.after.answers
    settings: Settings = {"deployment-targets": ("none",), "latency": "relaxed"}
    assert suppose(knowledge, KNOWN, settings).dropped == ()
