"""Why a question is asked: what hangs on each answer, and what it means."""

from collections.abc import Iterator, Mapping, Sequence

from advisor.model.knowledge import Knowledge
from advisor.model.language import Wording
from advisor.model.outlook import Stake
from advisor.model.question import Question
from advisor.survey.choices import Choice, choices_of
from advisor.survey.lines import BLANK, Line, Tone
from advisor.survey.words import names

# So that all of it can be read at one go: some thirty lines.
_MOST_WEIGHED = 4
_MOST_EXPLAINED = 6
_MOST_MOVES = 3
_MOST_RULES = 2
_MOST_CLAIMS = 3
_LEAST_MOVE = 0.005  # below it a change of the score reads as nothing


def why_lines(
    question: Question, stakes: Sequence[Stake], knowledge: Knowledge
) -> Iterator[Line]:
    """Yield what the answers would do, the most telling ones in full.

    Then what the others mean, as far as anything is to be said of them.
    """
    wording = knowledge.wording
    yield Line(wording("interview.why"), Tone.STRONG)
    if not stakes:
        yield Line(wording("interview.no-stakes"), indent=2)
    else:
        yield Line(wording("interview.stakes"), indent=2, tone=Tone.FAINT)
    by_answer = {_id(each): each for each in stakes}
    choices = choices_of(question, knowledge)
    weighed = _weighed(choices, by_answer)
    for choice in choices:
        if choice.id in weighed:
            yield from _stake(choice, by_answer[choice.id], knowledge)
    if any(each.claims for each in stakes):
        yield Line(wording("interview.look-up"), Tone.FAINT, 2, 2)
    yield from _meanings([each for each in choices if each.id not in weighed], wording)


def _id(stake: Stake) -> str:
    """Return the choice that a stake is about: the only one, or the first of several."""
    answer = stake.answer
    if isinstance(answer, bool):
        return "yes" if answer else "no"
    return answer[0] if isinstance(answer, tuple) else answer


def _weighed(choices: Sequence[Choice], stakes: Mapping[str, Stake]) -> frozenset[str]:
    """Return the answers that would move most, first one for each who would lead."""
    having = [each.id for each in choices if each.id in stakes]
    having.sort(key=lambda each: -max(map(abs, stakes[each].moves.values()), default=0))
    first = {stakes[each].leader: each for each in reversed(having)}
    picked = dict.fromkeys(
        (*(each for each in having if each in first.values()), *having)
    )
    return frozenset(list(picked)[:_MOST_WEIGHED])


def _stake(choice: Choice, stake: Stake, knowledge: Knowledge) -> Iterator[Line]:
    wording = knowledge.wording
    meaning = wording("interview.meaning", help=choice.help) if choice.help else ""
    yield Line(choice.title, Tone.STRONG, 2, 2, meaning)
    yield Line(_moves(stake, knowledge), indent=4, hang=2)
    titles = [knowledge.rules[each].title for each in stake.rules[:_MOST_RULES]]
    if titles:
        rules = wording.clauses(titles)
        more = len(stake.rules) - len(titles)
        rest = wording("interview.and-more", count=more) if more else ""
        text = wording("interview.rules", rules=rules, count=len(stake.rules))
        yield Line(text + rest, indent=4, hang=2)
    if stake.claims:
        some = wording.series(f"claim:{each}" for each in stake.claims[:_MOST_CLAIMS])
        more = len(stake.claims) - _MOST_CLAIMS
        rest = wording("interview.and-more", count=more) if more > 0 else ""
        text = wording("interview.claims", some=some, count=len(stake.claims))
        yield Line(text + rest, indent=4, hang=2)


def _moves(stake: Stake, knowledge: Knowledge) -> str:
    wording = knowledge.wording
    moves = [
        wording("interview.move", name=names([each], knowledge), move=f"{move:+.2f}")
        for each, move in stake.moves.items()
        if abs(move) >= _LEAST_MOVE
    ]
    first = wording.series(moves[:_MOST_MOVES])
    text = first or wording("interview.no-move")
    if not stake.leader:
        return text
    leader = names([stake.leader], knowledge)
    return text + wording("interview.then-leads", name=leader)


def _meanings(choices: Sequence[Choice], wording: Wording) -> Iterator[Line]:
    telling = [each for each in choices if each.help]
    if not telling:
        return
    yield BLANK
    yield Line(wording("interview.meanings"), Tone.STRONG)
    for each in telling[:_MOST_EXPLAINED]:
        meaning = wording("interview.meaning", help=each.help)
        yield Line(each.title + meaning, indent=2, hang=2)
    more = len(telling) - _MOST_EXPLAINED
    if more > 0:
        yield Line(wording("interview.meanings-more", count=more), indent=2)
