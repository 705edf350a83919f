"""Facts: what rules can read."""

from collections.abc import Mapping

from advisor.model.profile import Profile
from advisor.model.question import Answer

ALLOW_RETIRED = "allow-retired"
PRIORITIES = "priorities"

Facts = Mapping[str, Answer]


def facts_of(profile: Profile) -> dict[str, Answer]:
    """Return the answers, and the one setting of the profile that rules may read."""
    return {**profile.answers, ALLOW_RETIRED: profile.allow_retired}


def as_text(answer: Answer) -> str:
    """Return a one-valued answer as rules spell it; several values joined by commas."""
    match answer:
        case bool():
            return str(answer).lower()
        case str():
            return answer
        case tuple():
            return ", ".join(answer)


def many(facts: Facts, name: str) -> tuple[str, ...]:
    """Return a many-valued answer; nothing where there is none."""
    answer = facts.get(name)
    return answer if isinstance(answer, tuple) else ()
