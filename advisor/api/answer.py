"""The recommendation, for those who call advisor from Python."""

from datetime import date

from advisor.api.inputs import checked, day_of, demand, load_knowledge, word
from advisor.api.result import Result
from advisor.model.evidence import Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile


def recommend(
    profile: Profile,
    knowledge: Knowledge | None = None,
    *,
    as_of: date | str | None = None,
    evidence: Evidence | str = Evidence.ALL,
    quick: bool = False,
) -> Result:
    """Judge every framework for a project, as `advisor recommend` does.

    `knowledge` is the built-in rule base unless another is given; `as_of` is the day
    claims must hold (a date, or text such as "2026-11-21"), else that of the profile,
    else today. `evidence` is "all" or "documents" (only the five articles). `quick`
    leaves out what would change the result: tipping points, stable weights and the like.

    The same profile, rule base, day and evidence give the same result. The profile is
    checked first; raises `InputError` as `load_profile` does, and for an argument of
    the wrong kind.
    """
    from advisor.engine.recommend import recommend as judge

    demand(Profile, profile, "profile", "load_profile(…)")
    if knowledge is not None:
        demand(Knowledge, knowledge, "knowledge", "load_knowledge(…)")
    counted = word(Evidence, evidence, "evidence")
    stated = day_of(as_of)
    base = knowledge if knowledge is not None else load_knowledge()
    project = checked(profile, base)
    day = stated or project.as_of or date.today()  # noqa: DTZ011 - the user's own day is meant
    report = judge(base, project, day, counted)
    if not quick:
        from advisor.engine.challenge.challenge import challenged

        report = challenged(report, base, project)
    return Result(report, base)
