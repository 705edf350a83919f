from datetime import date

from advisor.cli.interview.change import change_lines
from advisor.engine.recommend import recommend
from advisor.model.evidence import Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.question import Answer
from advisor.model.report import Report

DAY = date(2026, 11, 21)


def _report(knowledge: Knowledge, answers: dict[str, Answer]) -> Report:
    return recommend(knowledge, Profile(answers=answers), DAY, Evidence.ALL)


def test_it_is_said_what_was_asked_and_whether_the_advice_changed(
    knowledge: Knowledge,
) -> None:
    nothing = _report(knowledge, {})
    android = _report(knowledge, {"deployment-targets": ("android",)})
    assert android.recommendation is not None
    name = knowledge.frameworks[android.recommendation.framework].name
    asked = ["deployment-targets"]
    title = knowledge.questions["deployment-targets"].title
    now = f"{name} ({android.verdict})"
    said = [each.text for each in change_lines(asked, nothing, android, knowledge)]
    assert said == [
        f"Asked: {title}",
        f"The recommendation was no-basis; it is now {now}.",
    ]
    said = [each.text for each in change_lines(asked, android, android, knowledge)]
    assert said[1] == f"The recommendation is as before: {now}."
    assert len(list(change_lines([], android, android, knowledge))) == 1
