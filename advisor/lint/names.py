"""Names: one spelling, one framework, layer, runtime or system."""

from collections import defaultdict
from collections.abc import Iterator

from advisor.lint.wording import error
from advisor.model.finding import Finding
from advisor.model.knowledge import Knowledge
from advisor.model.lookup import plain_name
from advisor.model.reference import spellings

NAME = "names"


def check(knowledge: Knowledge) -> Iterator[Finding]:
    """Yield spellings that mean more than one record, or nothing."""
    meant: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for spelling, reference in spellings(knowledge):
        meant[plain_name(spelling)].setdefault(str(reference), spelling)
    for plain, subjects in sorted(meant.items()):
        if not plain:
            for subject, spelling in subjects.items():
                message = f"the name {spelling!r} has no letters or digits"
                yield error(NAME, subject, message, "Take a name that can be typed.")
        elif len(subjects) > 1:
            first, *others = subjects
            for other in others:
                message = f"{subjects[other]!r} is also a name of {first}"
                help_ = "Keep the name with the record that readers expect."
                yield error(NAME, other, message, help_)
