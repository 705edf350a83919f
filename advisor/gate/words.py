"""How the checks name things."""

import shlex
from collections.abc import Sequence
from datetime import date

from advisor.engine.facts import as_text
from advisor.model.checked import Subject
from advisor.model.evidence import Claim
from advisor.model.knowledge import Knowledge
from advisor.model.reads import TARGETS
from advisor.model.report import Verdict
from advisor.model.robustness import Cleared
from advisor.model.terms import term
from advisor.model.what_if import Outcome, Setting

POINTS = "z.2f"  # how scores are shown: never as -0.00
MOST = 5  # so many of a list are told, and how many more there are
_SHA = "sha256:"
_DIGEST = len(_SHA) + 12


def command_file(subject: Subject) -> str:
    """Return the name of the profile as a command line takes it."""
    file = subject.file.file
    return shlex.quote(f"./{file}" if file.startswith("-") else file)


def file_name(file: str) -> str:
    """Return the name of a file without its folders."""
    return file.rpartition("/")[2]


def framework_name(framework: str, knowledge: Knowledge) -> str:
    """Return the name of a framework; the id of one that the rule base does not know."""
    known = knowledge.frameworks.get(framework)
    return framework if known is None else known.name


def target_name(target: str, knowledge: Knowledge) -> str:
    """Return a deployment target as the questionnaire spells it and names it."""
    question = knowledge.questions.get(TARGETS)
    options = () if question is None else question.options
    titles = [each.title for each in options if each.id == target]
    if not titles:
        return target
    return knowledge.wording("common.aside", text=target, aside=titles[0])


def criterion_name(criterion: str, knowledge: Knowledge) -> str:
    """Return the title of a criterion as it stands inside of a sentence.

    It is the id of one that the rule base does not know.
    """
    known = knowledge.criteria.get(criterion)
    return criterion if known is None else knowledge.wording.inline(known.title)


def runtime_name(runtime: str, knowledge: Knowledge) -> str:
    """Return the name of a runtime; the id of one that the rule base does not know."""
    known = knowledge.runtimes.get(runtime)
    return runtime if known is None else known.name


def setting_text(setting: Setting, knowledge: Knowledge) -> str:
    """Return an answer or a weight as the profile spells it."""
    match setting:
        case Cleared():
            return knowledge.wording("check.not-set")
        case bool() | str() | tuple():
            return as_text(setting) or knowledge.wording("check.not-set")
        case float() | int():
            return f"{setting:g}"


def outcome_text(outcome: Outcome, knowledge: Knowledge) -> str:
    """Return what is recommended, and the verdict."""
    wording = knowledge.wording
    named = [framework_name(each, knowledge) for each in outcome.frameworks]
    if outcome.verdict is Verdict.TIE:
        return wording("check.outcome-tie", frameworks=wording.listed(named))
    verdict = term(outcome.verdict, wording)
    if not named:
        return wording("check.outcome-none", verdict=verdict)
    return wording("common.aside", text=wording.listed(named), aside=verdict)


def digest_text(text: str) -> str:
    """Return a digest short enough to read; anything else as it is."""
    return text[:_DIGEST] if text.startswith(_SHA) else text


def source_text(source: str, knowledge: Knowledge) -> tuple[str, ...]:
    """Return a sentence on where it can be checked; none for an unknown source."""
    known = knowledge.sources.get(source)
    if known is None:
        return ()
    where = known.url or known.file or known.id
    return (knowledge.wording("check.source", title=known.title, where=where),)


def note_text(note: str, knowledge: Knowledge) -> tuple[str, ...]:
    """Return what the rule base adds to a date, as a sentence; none without a note."""
    return (knowledge.wording("check.noted", note=note),) if note else ()


def claim_text(claim: Claim, knowledge: Knowledge) -> str:
    """Return the id of a claim with its source and date."""
    wording = knowledge.wording
    day = knowledge.date_of(claim)
    source = knowledge.sources[claim.source].title
    dated = [source] if day == date.min else [source, day.isoformat()]
    return wording("common.aside", text=claim.id, aside=wording.series(dated))


def some(names: Sequence[str], knowledge: Knowledge) -> str:
    """Join names; of many, the first few and how many more there are."""
    wording = knowledge.wording
    rest = len(names) - MOST
    if rest <= 0:
        return wording.listed(names)
    return wording("check.and-more", named=wording.series(names[:MOST]), count=rest)
