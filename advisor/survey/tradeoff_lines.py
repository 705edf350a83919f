"""What is said about trade-offs: the opening, the scale of a comparison, the result."""

from collections.abc import Iterator, Mapping

from advisor.engine.importance import Comparisons, consistency, weights
from advisor.model.language import Wording
from advisor.survey.choices import Choice
from advisor.survey.lines import BLANK, Line, Tone

_BAR = 20
_TIMES = range(1, 10)


def opening_lines(words: Wording, fewest: int, most: int) -> Iterator[Line]:
    """Yield what is going to happen and how many questions that takes."""
    yield BLANK
    yield Line(words("tradeoffs.introduction", fewest=fewest, most=most))
    yield Line(
        words(
            "tradeoffs.effort",
            fewest=fewest,
            most=most,
            shortest=2 * fewest - 3,
            longest=2 * most - 3,
        )
    )
    yield Line(words("tradeoffs.promise"), Tone.FAINT)


def scale(words: Wording) -> tuple[Choice, ...]:
    """Return the answers to a comparison; their ids are the ratios, in order."""
    named = {
        1: words("tradeoffs.equal"),
        3: words("tradeoffs.somewhat"),
        5: words("tradeoffs.clearly"),
        7: words("tradeoffs.much"),
        9: words("tradeoffs.extremely"),
    }
    return tuple(
        Choice(str(times), named.get(times) or words("tradeoffs.between", times=times))
        for times in _TIMES
    )


def result_lines(
    words: Wording, titles: Mapping[str, str], said: Comparisons
) -> Iterator[Line]:
    """Yield the weights, the highest first, and how well the comparisons agree."""
    shares = weights(said)
    highest = max(shares.values())
    yield BLANK
    yield Line(words("tradeoffs.result"), Tone.STRONG)
    for each in sorted(shares, key=lambda each: (-round(shares[each], 9), each)):
        bar = "#" * max(1, round(_BAR * shares[each] / highest))
        text = f"{shares[each]:>4.0%}  {bar:<{_BAR}}  {titles[each]}"
        yield Line(text, Tone.PLAIN, 2, _BAR + 8)
    yield BLANK
    yield _agreement(words, titles, said)


def _agreement(words: Wording, titles: Mapping[str, str], said: Comparisons) -> Line:
    found = consistency(said)
    if not found.ratio:
        return Line(words("tradeoffs.agree"), Tone.GOOD)
    if found.acceptable:
        return Line(words("tradeoffs.mostly-agree"), Tone.GOOD)

    def sentence(more: str, less: str, times: int) -> str:
        return words(
            "tradeoffs.times", more=titles[more], less=titles[less], count=times
        )

    between = found.weakest
    from_best, to_worst = said.best_to_others[between], said.others_to_worst[between]
    text = words(
        "tradeoffs.contradict",
        first=sentence(said.best, between, from_best),
        second=sentence(between, said.worst, to_worst),
        product=from_best * to_worst,
        direct=sentence(said.best, said.worst, said.best_to_worst),
    )
    return Line(text, Tone.BAD)
