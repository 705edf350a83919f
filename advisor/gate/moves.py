"""What has moved since the decision on record, in sentences."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import assert_never

from advisor.gate.words import (
    MOST,
    POINTS,
    claim_text,
    criterion_name,
    digest_text,
    framework_name,
    outcome_text,
    setting_text,
)
from advisor.model.drift import (
    Cause,
    Change,
    Drift,
    Lead,
    Move,
    MovedAnswer,
    MovedClaim,
    MovedExclusion,
    MovedRank,
    MovedRule,
    Stage,
)
from advisor.model.knowledge import Knowledge
from advisor.model.what_if import WEIGHT

_ALLOW_RETIRED = "allow-retired"
_SHOWN = 0.005  # points of the score that show with two places


def profile_key(moved: MovedAnswer) -> str:
    """Return where in a profile an answer, a weight or a setting stands."""
    if moved.name.startswith(WEIGHT) or moved.name == _ALLOW_RETIRED:
        return moved.name
    return f"answers.{moved.name}"


def what_moved(drift: Drift, knowledge: Knowledge) -> tuple[str, ...]:
    """Say what each cause did and what is behind it, in the order of the causes.

    Where some of them change the outcome, nothing more is told of the others.
    """
    turned = any(each.turns for each in drift.stages)
    return tuple(
        sentence
        for each in drift.stages
        for sentence in _stage(each, knowledge, bare=turned and not each.turns)
    )


def _stage(stage: Stage, knowledge: Knowledge, *, bare: bool) -> Iterator[str]:
    wording, cause = knowledge.wording, _cause(stage, knowledge)
    if not stage.turns:
        yield wording("check.stage-idle", cause=cause)
    else:
        yield wording(
            "check.stage-turns",
            cause=cause,
            before=outcome_text(stage.outcome_before, knowledge),
            after=outcome_text(stage.outcome_after, knowledge),
        )
    if bare:
        return
    if stage.lead is not None:
        yield from _lead(stage.lead, knowledge)
    yield from (_move(each, knowledge) for each in stage.moves[:MOST])
    if len(stage.moves) > MOST:
        yield _more(stage.moves[MOST:], knowledge)
    if stage.turns and not stage.moves:
        yield from _otherwise(stage.cause, knowledge)


def _lead(lead: Lead, knowledge: Knowledge) -> Iterator[str]:
    """Say how far a lead has gone, and which criteria have moved it, if it shows."""
    wording = knowledge.wording
    before, after = f"{lead.before:{POINTS}}", f"{lead.after:{POINTS}}"
    if before == after:
        return
    yield wording(
        "check.lead",
        framework=framework_name(lead.framework, knowledge),
        rival=framework_name(lead.rival, knowledge),
        before=before,
        after=after,
    )
    criteria = [
        wording(
            "common.aside",
            text=criterion_name(each.criterion, knowledge),
            aside=f"{each.shift:+{POINTS}}",
        )
        for each in lead.criteria
        if abs(each.shift) >= _SHOWN
    ]
    if criteria:
        yield wording("check.lead-criteria", criteria=wording.listed(criteria))


def _more(moves: Sequence[Move], knowledge: Knowledge) -> str:
    """Say how many more there are, and of what."""
    wording, count = knowledge.wording, Counter(map(type, moves))
    kinds = {
        MovedAnswer: wording("check.more-answers", count=count[MovedAnswer]),
        MovedRank: wording("check.more-frameworks", count=count[MovedRank]),
        MovedExclusion: wording("check.more-exclusions", count=count[MovedExclusion]),
        MovedRule: wording("check.more-rules", count=count[MovedRule]),
        MovedClaim: wording("check.more-claims", count=count[MovedClaim]),
    }
    told = wording.listed(said for kind, said in kinds.items() if count[kind])
    return wording("check.more", kinds=told)


def _otherwise(cause: Cause, knowledge: Knowledge) -> Iterator[str]:
    """Say what remains where nothing that is compared has moved; answers always have."""
    if cause is Cause.KNOWLEDGE:
        yield knowledge.wording("check.otherwise-knowledge")
    elif cause is Cause.DATE:
        yield knowledge.wording("check.otherwise-date")


def _cause(stage: Stage, knowledge: Knowledge) -> str:
    wording = knowledge.wording
    match stage.cause:
        case Cause.KNOWLEDGE:
            return wording(
                "check.cause-knowledge",
                before=digest_text(stage.before),
                after=digest_text(stage.after),
            )
        case Cause.DATE:
            return wording("check.cause-date", before=stage.before, after=stage.after)
        case Cause.ANSWERS:
            return wording("check.cause-answers")
        case _:
            assert_never(stage.cause)


def _move(move: Move, knowledge: Knowledge) -> str:
    wording = knowledge.wording
    match move:
        case MovedAnswer():
            said = wording(
                "check.moved-answer",
                name=profile_key(move),
                before=setting_text(move.before, knowledge),
                after=setting_text(move.after, knowledge),
            )
            return wording("check.alone-turns", move=said) if move.alone else said
        case MovedClaim():
            said = _claim(move, knowledge)
            return wording("check.alone-decides", move=said) if move.alone else said
        case MovedRule():
            return _rule(move, knowledge)
        case MovedExclusion():
            return _exclusion(move, knowledge)
        case MovedRank():
            return _rank(move, knowledge)
        case _:
            assert_never(move)


def _claim(move: MovedClaim, knowledge: Knowledge) -> str:
    wording = knowledge.wording
    known = knowledge.claims.get(move.claim)
    if known is None:
        return wording("check.claim-removed", claim=move.claim)
    claim, statement = claim_text(known, knowledge), known.statement
    match move.change:
        case Change.CAME:
            return wording("check.claim-came", claim=claim, statement=statement)
        case Change.CHANGED:
            return wording("check.claim-changed", claim=claim, statement=statement)
        case Change.GONE if move.instead:
            return wording(
                "check.claim-superseded",
                claim=claim,
                instead=move.instead,
                statement=statement,
            )
        case Change.GONE:
            return wording("check.claim-gone", claim=claim, statement=statement)
        case _:
            assert_never(move.change)


def _rule(move: MovedRule, knowledge: Knowledge) -> str:
    wording = knowledge.wording
    known = knowledge.rules.get(move.rule)
    if known is None:
        return wording("check.rule-removed", rule=move.rule)
    rule, title = known.id, known.title
    match move.change:
        case Change.CAME:
            return wording("check.rule-came", rule=rule, title=title)
        case Change.CHANGED:
            return wording("check.rule-changed", rule=rule, title=title)
        case Change.GONE:
            return wording("check.rule-gone", rule=rule, title=title)
        case _:
            assert_never(move.change)


def _rank(move: MovedRank, knowledge: Knowledge) -> str:
    wording, name = knowledge.wording, framework_name(move.framework, knowledge)
    if move.change is Change.CAME:
        return wording("check.rank-came", framework=name)
    if move.framework not in knowledge.frameworks:
        return wording("check.framework-removed", framework=name)
    return wording("check.rank-gone", framework=name)


def _exclusion(move: MovedExclusion, knowledge: Knowledge) -> str:
    wording = knowledge.wording
    name, rules = framework_name(move.framework, knowledge), wording.listed(move.rules)
    if move.change is Change.GONE:
        return wording("check.exclusion-gone", framework=name, rules=rules)
    return wording("check.exclusion-came", framework=name, rules=rules)
