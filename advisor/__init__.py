"""Which deep-learning framework should this project use, and why?

As a library: `from advisor import load_profile, recommend`; `advisor.api` says more.
"""

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"
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

# Checkers and editors see the names themselves, so they know one that is not there.
if TYPE_CHECKING:
    from advisor.api import (
        AdvisorError,
        Evidence,
        InputError,
        Knowledge,
        KnowledgeError,
        Language,
        NoRecommendation,
        Profile,
        Recommendation,
        Report,
        Result,
        Verdict,
        load_knowledge,
        load_profile,
        recommend,
    )
else:

    def __getattr__(name: str) -> object:
        """Load the library when it is first used: whoever only starts does not wait."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module("advisor.api"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
