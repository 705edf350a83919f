"""The whole interview with arrow keys on a real pseudo-terminal."""

import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from signal import SIGHUP, SIGKILL, Signals
from typing import Any

import pytest

from advisor.knowledge.profiles import read_profile
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from tests.cli.dialogue.asking import ROOT
from tests.cli.dialogue.screen import (
    BACKSPACE,
    CTRL_C,
    CTRL_D,
    DOWN,
    END,
    ENTER,
    ESCAPE,
    HOME,
    TAB,
    Screen,
)

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no pseudo-terminals"
)

TALL = (80, 60)
REVIEW = "Is everything right?"
OFFER = "1  See the result"
DRAFT = ".p.yaml.draft"
LISTED = ("--all", "--no-leader")  # the order of the questionnaire, without looking
PRODUCT = ("--set", "goal=production")
# Enough for a stop, but not for a proof.
NEARLY = (
    *("--set", "domain=vision", "--set", "deployment-targets=android"),
    *("--set", "serving-languages=cpp", "--set", "serving-accelerators=cpu"),
)


class Asked(Screen):
    """`advisor ask` on a terminal, about `p.yaml` in a folder."""

    def __init__(
        self,
        folder: Path,
        environment: Mapping[str, str],
        *arguments: str,
        size: tuple[int, int] = TALL,
        shell: str = 'exec "$0" "$@"',
    ) -> None:
        """Begin the interview."""
        program = (sys.executable, "-m", "advisor", "ask", "--quick", "p.yaml")
        day = ("--as-of", "2026-11-21")
        argv = ["sh", "-c", shell, *program, *day, *arguments]
        super().__init__(argv, environment, *size, folder=folder)

    def press(self, *keys: str, then: str) -> None:
        """Press keys and wait until the screen shows a text."""
        self.send(*keys)
        self.wait_for(then)

    def wait_for_any(self, *texts: str) -> None:
        """Wait until the screen shows one of several texts."""
        self.wait_until(
            lambda shown: any(each in shown for each in texts), " or ".join(texts)
        )

    def signal(self, number: Signals) -> None:
        """Send a signal to the program."""
        self._child.kill(number)


@pytest.fixture(scope="module")
def surroundings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return an environment with a cache of its own and an English terminal."""
    cache = tmp_path_factory.mktemp("cache")
    foreign = ("LC_", "LANG", "NO_COLOR", "ACCESSIBLE", "COLUMNS", "LINES")
    kept = {k: v for k, v in os.environ.items() if not k.startswith(foreign)}
    own = {"ADVISOR_CACHE_DIR": str(cache), "TERM": "xterm", "LANG": "C.UTF-8"}
    return {**kept, **own, "PYTHONPATH": str(ROOT.parent)}


Ask = Callable[..., Asked]
Stored = Callable[[], Profile]


@pytest.fixture
def ask(tmp_path: Path, surroundings: dict[str, str]) -> Iterator[Ask]:
    """Return a starter of interviews; what is left running is ended."""
    started: list[Asked] = []

    def start(
        *arguments: str,
        env: Mapping[str, str] | None = None,
        **how: Any,  # noqa: ANN401 - the options of `Asked`
    ) -> Asked:
        around = {**surroundings, **(env or {})}
        started.append(Asked(tmp_path, around, *arguments, **how))
        return started[-1]

    yield start
    for each in started:
        each.kill()


@pytest.fixture
def stored(tmp_path: Path, knowledge: Knowledge) -> Stored:
    """Return a reader of the profile that an interview has written."""

    def read() -> Profile:
        path = tmp_path / "p.yaml"
        return read_profile(path.read_text(encoding="utf-8"), "p.yaml", knowledge)

    return read


def _names(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir()}


def test_a_whole_interview_stops_early_is_reviewed_and_saved(
    ask: Ask, stored: Stored, tmp_path: Path
) -> None:
    screen = ask("--set", "domain=vision", "--confidence", "0.7", size=(120, 250))
    screen.wait_for("Where must the trained model run?")
    assert re.search("Question 1 · at most [0-9]+ more", screen.text)
    assert re.search("So far: .*, [0-9]+ % settled", screen.text)
    screen.press("/android ", ESCAPE, then="[x] Android")
    screen.press(ENTER, then="Question 2")
    number = 2
    while OFFER not in screen.text and REVIEW not in screen.text:
        number += 1
        screen.send(" ", ENTER)  # the first answer, whether it is marked or picked
        screen.wait_for_any(f"Question {number}", OFFER, REVIEW)
    assert number < 10
    screen.press("r", then=REVIEW)
    screen.press("/be called", ENTER, then="[x] Python")
    screen.press("/typescript ", ESCAPE, then="[x] JavaScript")
    screen.press(ENTER, then="be called? Python, JavaScript or TypeScript\n")
    screen.press("/name of", ENTER, then="What is the project called?")
    screen.press(BACKSPACE * 80, "Shelf", ENTER, then="project: Shelf")
    screen.send(HOME, ENTER)
    assert screen.end() == 0
    for text in ("Saved in p.yaml.", "Verdict:", "advisor recommend p.yaml"):
        assert text in screen.text
    assert stored().project == "Shelf"
    assert stored().answers["deployment-targets"] == ("android",)
    assert stored().answers["serving-languages"] == ("python", "javascript")
    assert _names(tmp_path) == {"p.yaml"}


def test_every_way_to_deal_with_a_question_is_kept_while_going_back_and_forth(
    ask: Ask, stored: Stored
) -> None:
    screen = ask("--all")
    screen.wait_for("What is the project for?")
    assert "b back" not in screen.text
    screen.press("3", then="Which kinds of problem")
    screen.press(" ", DOWN, " ", ENTER, then="What do you start from?")
    screen.press("?", then="Why it is asked")
    screen.wait_for("What each answer would do to the scores")
    screen.press(ESCAPE, then="1-4 choose")
    screen.press("d", then="How much data is there?")
    screen.press("s", then="How big is the model?")
    screen.press("b", then="Question 4")
    screen.press("b", then=" · not known")
    screen.press("b", then="[x] Text")
    screen.press("b", then="❯ 3  Prototype")
    screen.press(ENTER, then="Question 5")
    screen.wait_for("So far: ")
    screen.send("l")
    screen.wait_until(lambda text: "So far: " not in text)
    screen.press("l", then="So far: ")
    screen.send("q")
    assert screen.end() == 0
    assert stored().answers == {"goal": "prototype", "domain": ("vision", "nlp")}
    assert stored().unknown == ("starting-point",)
    told = " ".join(screen.text.split())
    assert re.search("You do not know, [^:]*: starting-point", told)


def test_the_offer_to_stop_leads_on_to_questions_that_could_matter(ask: Ask) -> None:
    screen = ask(*NEARLY, "--confidence", "0.5")
    screen.wait_for(OFFER)
    assert re.search("[0-9]+ % settled; [0-9]+ questions? left that", screen.text)
    screen.press("2", then="Question 1 · at most")
    screen.press("r", then=REVIEW)
    screen.press("b", then="Question 1 · at most")


def test_confidence_one_goes_on_until_it_is_proved(ask: Ask, tmp_path: Path) -> None:
    screen = ask(*NEARLY, "--confidence", "1", "--no-leader")
    screen.wait_for("Question 1")
    assert OFFER not in screen.text
    assert "So far" not in screen.text
    screen.press("l", then="So far: ")
    screen.press("s", then="Question 2")
    screen.press("r", then=REVIEW)
    screen.send(END, ENTER)
    assert screen.end() == 0
    assert "Your answers are kept." in screen.text
    assert _names(tmp_path) == {DRAFT}


def test_trade_offs_become_weights_of_the_profile(ask: Ask, stored: Stored) -> None:
    screen = ask(*PRODUCT, *LISTED)
    screen.wait_for("Question 1")
    screen.press("r", then=REVIEW)
    screen.press("/what matters most:", ENTER, then="Which criteria do you want")
    assert "The weights come from your comparisons." in screen.text
    screen.press("/debugging ", ESCAPE, "/security ", ESCAPE, then="marked")
    screen.press(ENTER, then="Which of these matters most?")
    screen.press("1", then="Which of these matters least?")
    screen.press("1", then="Comparison 1 of")
    total = int(re.findall("Comparison 1 of ([0-9]+)", screen.text)[-1])
    for number in range(2, total + 1):
        screen.press("1", then=f"Comparison {number} of")
    screen.press("b", then=f"Comparison {total - 1} of")
    screen.press("1", then=f"Comparison {total} of")
    screen.press("1", then="Your comparisons agree with each other.")
    screen.press("1", then="weights set")
    screen.send(CTRL_D)
    assert screen.end() == 0
    assert len(stored().weights) == (total + 3) // 2


TO_REVIEW = ("r", REVIEW)
TO_TEXT = ("/python must", ENTER, "for example 3.12")
# Keys, and what the screen shows then, for each kind of prompt.
PLACES = {
    "several answers": (),
    "a search": (("/sp", " of 14"),),
    "why": (("?", "Why it is asked"),),
    "one answer": (("s", "What do you start from?"),),
    "the review": (TO_REVIEW,),
    "yes or no": (TO_REVIEW, ("/interruption", ENTER, "y  Yes")),
    "an order": (TO_REVIEW, ("/in order", ENTER, "Space mark")),
    "a text": (TO_REVIEW, TO_TEXT),
    "keys of a text": (TO_REVIEW, TO_TEXT, (TAB, "Tab go on typing")),
    "the name": (TO_REVIEW, ("/name of", ENTER, "is the project called?")),
    "trade-offs": (TO_REVIEW, ("/what matters most:", ENTER, "Which criteria do you")),
}


@pytest.mark.parametrize("place", PLACES)
def test_ctrl_c_keeps_a_draft_that_the_next_run_goes_on_with(
    place: str, ask: Ask, stored: Stored, tmp_path: Path
) -> None:
    screen = ask(*PRODUCT, *LISTED)
    screen.wait_for("Which kinds of problem")
    for *keys, shown in PLACES[place]:
        screen.press(*keys, then=shown)
    screen.send(CTRL_C)
    assert screen.end() == 130
    assert screen.text.endswith("Go on with: advisor ask p.yaml\nInterrupted.")
    assert _names(tmp_path) == {DRAFT}
    again = ask(*LISTED)
    again.wait_for("Found one answer that was not saved")
    again.press("?", then="Esc close")
    again.send("q", CTRL_D)
    assert again.end() == 0
    assert stored().answers == {"goal": "production"}
    assert _names(tmp_path) == {"p.yaml"}


def test_ctrl_c_at_the_offer_to_stop_keeps_a_draft(ask: Ask, tmp_path: Path) -> None:
    screen = ask(*NEARLY, "--confidence", "0.5")
    screen.press(then=OFFER)
    screen.send(CTRL_C)
    assert screen.end() == 130
    assert _names(tmp_path) == {DRAFT}


@pytest.mark.parametrize("number", [SIGKILL, SIGHUP])
def test_nothing_is_lost_when_the_program_or_its_terminal_is_ended(
    number: Signals, ask: Ask, stored: Stored
) -> None:
    screen = ask(*LISTED)
    screen.wait_for("What is the project for?")
    screen.press("4", then="Which kinds of problem")
    screen.press(" ", ENTER, then="What do you start from?")
    screen.press("d", then="How much data is there?")
    screen.signal(number)
    assert screen.end() is None
    again = ask(*LISTED)
    again.wait_for("Found 3 answers that were not saved")
    again.press("b", then="What do you start from?")
    again.send("q")
    assert again.end() == 0
    assert stored().answers == {"goal": "production", "domain": ("vision",)}
    assert stored().unknown == ("starting-point",)


def test_input_that_ends_or_is_closed_is_no_accident(ask: Ask, stored: Stored) -> None:
    empty = ask(*PRODUCT, *LISTED, shell='exec "$0" "$@" < /dev/null')
    assert empty.end() == 0
    assert stored().answers == {"goal": "production"}
    closed = ask(shell='exec "$0" "$@" <&-')
    assert closed.end() == 2
    assert "standard input is closed" in closed.text


def test_another_size_lays_an_open_question_out_again(ask: Ask) -> None:
    screen = ask(*PRODUCT, *LISTED, size=(80, 24))
    screen.wait_for("d don't know")
    screen.press(DOWN, " ", then="❯ [x] Text ")
    before = screen.text[screen.text.index("Project · ") :]
    for columns, rows in ((60, 24), (40, 16), (20, 10)):
        screen.resize(columns, rows)
        screen.wait_for("❯ [x] Text")
        screen.wait_until(
            lambda text: "classify, translate, search, extract" not in text
        )
    screen.resize(80, 24)
    screen.wait_until(lambda text: text.endswith(before))


def test_a_finished_profile_goes_to_the_review(
    ask: Ask, tmp_path: Path, knowledge: Knowledge
) -> None:
    others = ", ".join(each for each in knowledge.questions if each != "goal")
    text = f"schema: 1\nanswers: {{goal: research}}\nunknown: [{others}]\n"
    (tmp_path / "p.yaml").write_text(text, encoding="utf-8")
    screen = ask(size=(80, 24))
    screen.wait_for("Enter choose")
    assert "Everything that could be asked has been asked." in screen.text
    assert "b back" not in screen.text
    screen.send(ENTER)
    assert screen.end() == 0
    assert "advisor recommend p.yaml" in screen.text
    assert (tmp_path / "p.yaml").read_text(encoding="utf-8") == text


def test_an_update_asks_only_what_no_longer_fits(
    ask: Ask, stored: Stored, tmp_path: Path
) -> None:
    (tmp_path / "p.yaml").write_text(
        "schema: 1\nanswers: {goal: gone, deployment-targets: [android]}\n",
        encoding="utf-8",
    )
    screen = ask("--update", size=(80, 250))
    screen.wait_for("No longer valid and asked again: p.yaml:2: answers.goal")
    screen.press("2", then=REVIEW)
    screen.send(ENTER)
    assert screen.end() == 0
    assert "Asked: What is the project for?" in screen.text
    assert stored().answers == {"goal": "research", "deployment-targets": ("android",)}


def test_a_short_interview_in_chinese_fits_on_sixty_columns(
    ask: Ask, stored: Stored
) -> None:
    how = (*NEARLY, "--confidence", "0.5")
    screen = ask(*how, size=(60, 24), env={"LANG": "zh_CN.UTF-8"})
    screen.wait_for("哪个深度学习框架适合你的项目？")
    screen.press("r", then="这些回答都对吗？")
    screen.press("/项目名称", ENTER, then="项目叫什么名字？")
    screen.press(BACKSPACE * 80, "货架扫描", ENTER, then="项目名称：货架扫描")
    screen.press("/哪里运行", ENTER, then="[x] Android")
    screen.press("?", then="为什么问这个问题")
    screen.press(ESCAPE, then="空格 勾选")
    screen.press(ENTER, then="这些回答都对吗？")
    screen.send(HOME, ENTER)
    assert screen.end() == 0
    assert "再看一遍：         advisor recommend p.yaml" in screen.text
    assert stored().project == "货架扫描"


@pytest.mark.parametrize(
    "how",
    [
        {"env": {"NO_COLOR": "1"}},
        {"env": {"TERM": "dumb"}},
        {"env": {"ACCESSIBLE": "1"}},
        {"plain": ("--plain",)},
    ],
    ids=str,
)
def test_plain_lines_where_they_are_wanted_or_needed(
    how: dict[str, Any], ask: Ask
) -> None:
    screen = ask(*PRODUCT, *LISTED, *how.get("plain", ()), env=how.get("env", {}))
    screen.wait_for("At every question you can type:")
    screen.wait_until(lambda _: screen.here == ">")
    assert "❯" not in screen.text


def test_whatever_is_typed_or_pasted_does_no_harm_on_ten_rows(
    ask: Ask, stored: Stored
) -> None:
    def pasted(text: str) -> str:
        return f"\x1b[200~{text}\x1b[201~"

    screen = ask(*LISTED, size=(60, 10))
    screen.send("4\n", " ")  # before it asks; a terminal makes a newline of Enter
    screen.wait_for("Which kinds of problem")
    screen.press("/", pasted("xy" * 500), then="Nothing in the list matches.")
    screen.press(
        ESCAPE,
        pasted("a\nb\t\x07"),
        "\x1b[99;9X",
        "\x00\x1f",
        "é界",
        ENTER,
        then="start from?",
    )
    screen.press("r", then=REVIEW)
    screen.press("/name of", ENTER, then="is the project called?")
    screen.press(pasted("long\nname " * 50), ENTER, then="at most 200")
    screen.send(BACKSPACE * 600, pasted("two\nlines"), ENTER)
    screen.wait_for("Save and see the recommendation")
    screen.send("q")
    assert screen.end() == 0
    assert stored().project == "two lines"
    assert stored().answers["goal"] == "production"
