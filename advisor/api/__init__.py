"""The library: what `from advisor import …` gives.

`load_knowledge` reads the rule base, `load_profile` a profile, and `recommend` judges
the frameworks for it:

    from advisor import load_profile, recommend

    result = recommend(load_profile("profile.yaml"))
    print(result)

What is wrong with the input raises `InputError`, what is wrong with a rule base
`KnowledgeError`; both are an `AdvisorError`, and their text says what to mend.
"""

from advisor.api.answer import recommend
from advisor.api.inputs import load_knowledge, load_profile
from advisor.api.result import NoRecommendation, Result
from advisor.model.errors import AdvisorError, InputError, KnowledgeError
from advisor.model.evidence import Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.language import Language
from advisor.model.profile import Profile
from advisor.model.report import Recommendation, Report, Verdict

__all__ = [
    "AdvisorError",
    "Evidence",
    "InputError",
    "Knowledge",
    "KnowledgeError",
    "Language",
    "NoRecommendation",
    "Profile",
    "Recommendation",
    "Report",
    "Result",
    "Verdict",
    "load_knowledge",
    "load_profile",
    "recommend",
]
