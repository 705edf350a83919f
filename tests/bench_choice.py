"""Compare choosing the next question with judging a single profile, side by side.

Run it with `python tests/bench_choice.py [ROUNDS]`. Both run in turn in one process on
the whole rule base, so that a machine which changes speed changes both. A round is an
interview in which the question that tells most is answered with its first option; the
time of a choice includes what has to be worked out anew after the answer before it.
"""

import gc
import os
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TypeVar

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the program sets it

from advisor.engine.appraise import appraise
from advisor.engine.completions.guide import COMPLETIONS, Forecast
from advisor.knowledge.base import unproven
from advisor.knowledge.home import builtin_root
from advisor.model.evidence import Evidence
from advisor.model.profile import Profile
from advisor.model.question import Answer

DAY = date(2026, 11, 21)
T = TypeVar("T")


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """Return what a piece of work returns, and how long it took, in milliseconds."""
    start = time.perf_counter()
    found = work()
    return found, 1000 * (time.perf_counter() - start)


def main(rounds: int) -> None:
    """Print the medians of both, and of their ratio choice by choice."""
    knowledge = unproven([builtin_root()])
    gc.collect()
    gc.disable()  # as the program does
    firsts, choices, singles = [], [], []
    for _ in range(rounds):
        forecast = Forecast(knowledge, DAY, Evidence.ALL)
        answers: dict[str, Answer] = {}
        closed: list[str] = []
        _, first = timed(partial(forecast.look, Profile()))
        firsts.append(first)
        while True:
            profile = Profile(answers=dict(answers))
            outlook, choice = timed(partial(forecast.look, profile, closed))
            _, single = timed(partial(appraise, knowledge, profile, DAY, Evidence.ALL))
            choices.append(choice)
            singles.append(single)
            if not outlook.promises:
                break
            question = knowledge.questions[outlook.promises[0].question]
            if question.options:
                own = question.options[0].id
                answers[question.id] = (own,) if question.takes_many else own
            else:
                closed.append(question.id)
    ratios = [a / b for a, b in zip(choices, singles, strict=True)]
    choices.sort()
    print(f"{COMPLETIONS} completions, {len(knowledge.questions)} questions, ", end="")
    print(f"{len(knowledge.claims)} claims, {len(knowledge.rules)} rules")
    print(f"first look      median {statistics.median(firsts):6.1f} ms (tables, once)")
    print(
        f"next question   median {statistics.median(choices):6.1f} ms, "
        f"nine in ten under {choices[len(choices) * 9 // 10]:.1f}, "
        f"all under {choices[-1]:.1f} ({len(choices)} choices)"
    )
    print(f"one profile     median {statistics.median(singles):6.1f} ms")
    print(f"ratio           median {statistics.median(ratios):6.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
