import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from io import StringIO
from pathlib import Path

import pexpect
import pytest

from advisor.knowledge.profiles import read_profile
from advisor.model.columns import columns
from advisor.model.gate import Gate
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no pseudo-terminals"
)

COMMAND = ["-m", "advisor", "ask", "--quick"]
ROOT = str(Path(__file__).parents[2])


class Session:
    """An interview on a terminal in plain lines, and all that it has shown."""

    def __init__(
        self,
        folder: Path,
        environment: Mapping[str, str],
        *arguments: str,
        width: int = 80,
    ) -> None:
        self._seen = StringIO()
        self._child: pexpect.spawn[str] = pexpect.spawn(
            sys.executable,
            [*COMMAND, *arguments],
            cwd=str(folder),
            env=dict(environment),
            encoding="utf-8",
            dimensions=(24, width),
            timeout=30,
        )
        self._child.delaybeforesend = None
        self._child.logfile_read = self._seen

    def type(self, *lines: str) -> None:
        """Type each line at a prompt of its own."""
        for line in lines:
            self.wait()
            self._child.sendline(line)

    def wait(self) -> None:
        """Wait for a prompt."""
        self._child.expect_exact("\r\n> ")

    def interrupt(self) -> None:
        """Press Ctrl-C at the next prompt."""
        self.wait()
        self._child.sendintr()

    def close_input(self) -> None:
        """Press Ctrl-D at the next prompt."""
        self.wait()
        self._child.sendeof()

    def kill(self) -> None:
        """End it, whatever it is doing."""
        self._child.close(force=True)

    @property
    def shown(self) -> str:
        """What was shown so far."""
        return self._seen.getvalue().replace("\r\n", "\n")

    def end(self) -> tuple[str, int | None]:
        """Wait for the end; return everything shown, and the exit code."""
        self._child.expect(pexpect.EOF)
        self._child.close()
        return self.shown, self._child.exitstatus


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return an environment with a cache of its own and an English terminal."""
    cache = tmp_path_factory.mktemp("cache")
    kept = {
        k: v
        for k, v in os.environ.items()
        if k not in ("COLUMNS", "NO_COLOR", "ACCESSIBLE")
    }
    own = {"ADVISOR_CACHE_DIR": str(cache), "TERM": "xterm", "LC_ALL": "C.UTF-8"}
    return {**kept, **own, "PYTHONPATH": ROOT, "PYTHONUTF8": "1"}


@pytest.fixture
def start(
    tmp_path: Path, environment: dict[str, str]
) -> Iterator[Callable[..., Session]]:
    """Return a starter of interviews in plain lines, with colour only with --plain."""
    started: list[Session] = []

    def begin(*arguments: str, colour: bool = False, width: int = 80) -> Session:
        plain = {} if colour else {"NO_COLOR": "1"}
        around = {**environment, **plain}
        started.append(Session(tmp_path, around, *arguments, width=width))
        return started[-1]

    yield begin
    for session in started:
        session.kill()


@pytest.fixture
def piped(
    tmp_path: Path, environment: dict[str, str]
) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Return a runner of interviews whose answers come from a pipe."""

    def run(text: bytes, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, *COMMAND, *arguments],
            input=text,
            capture_output=True,
            cwd=tmp_path,
            env=environment,
            check=False,
            timeout=60,
        )

    return run


@pytest.fixture
def stored(tmp_path: Path, knowledge: Knowledge) -> Callable[[], Profile]:
    """Return a reader of the profile that an interview has written."""

    def read() -> Profile:
        path = tmp_path / "p.yaml"
        return read_profile(path.read_text(encoding="utf-8"), "p.yaml", knowledge)

    return read


Start = Callable[..., Session]
Stored = Callable[[], Profile]
Piped = Callable[..., subprocess.CompletedProcess[bytes]]


def test_a_whole_interview_saves_the_profile_and_shows_the_recommendation(
    start: Start, stored: Stored, knowledge: Knowledge
) -> None:
    session = start("p.yaml", "--all")
    session.type("4", "1,2", "pretrained", "d", "d")
    session.type(*[""] * (len(knowledge.questions) - 6), "training-sp debugging")
    session.type("name", "Shelf scanner", "")
    shown, code = session.end()
    assert code == 0
    assert "Question 32" in shown
    assert "Is everything right?" in shown
    assert "Saved in p.yaml." in shown
    assert "Verdict:" in shown
    assert "advisor recommend p.yaml" in shown
    assert stored() == Profile(
        project="Shelf scanner",
        answers={
            "goal": "production",
            "domain": ("vision", "nlp"),
            "starting-point": "pretrained-hub",
            "priorities": ("training-speed", "debugging"),
        },
        unknown=("data-scale", "model-size"),
        knowledge=knowledge.version,
    )


def test_an_adaptive_interview_estimates_explains_and_can_be_reviewed(
    start: Start, stored: Stored
) -> None:
    session = start("p.yaml", "--set", "goal=production")
    session.type("?", "r", "domain", "vision", "save")
    shown, code = session.end()
    assert code == 0
    assert "at most" in shown
    assert "So far:" in shown
    assert "Why it is asked" in shown
    assert stored().answers == {"goal": "production", "domain": ("vision",)}


def test_a_wrong_entry_is_explained_and_the_next_one_counts(
    start: Start, stored: Stored
) -> None:
    session = start("p.yaml", "--all")
    session.type("prodction", "4", "q")
    shown, code = session.end()
    assert code == 0
    assert "did you mean 4 (Production)?" in shown
    assert stored().answers == {"goal": "production"}


def test_b_goes_back_and_shows_the_answer(start: Start, stored: Stored) -> None:
    session = start("p.yaml", "--all")
    session.type("4", "b", "2", "q")
    shown, _ = session.end()
    assert "Enter takes: Production" in shown
    assert stored().answers == {"goal": "research"}


def test_an_interview_goes_on_where_the_file_ends(
    start: Start, stored: Stored, tmp_path: Path
) -> None:
    (tmp_path / "p.yaml").write_text(
        "schema: 1\nproject: shelf\nanswers: {goal: research}\nunknown: [domain]\n"
        "weights: {debugging: 3}\ngate: {framework: pytorch}\n",
        encoding="utf-8",
    )
    session = start("p.yaml", "--all")
    session.type("1", "q")
    shown, code = session.end()
    assert code == 0
    assert "1 answered, 1 not known" in shown
    assert "What is the project for?" not in shown
    assert stored() == Profile(
        project="shelf",
        answers={"goal": "research", "starting-point": "from-scratch"},
        unknown=("domain",),
        weights={"debugging": 3.0},
        gate=Gate(framework="pytorch"),
    )


def test_restart_asks_everything_again(
    start: Start, stored: Stored, tmp_path: Path
) -> None:
    (tmp_path / "p.yaml").write_text("broken: [", encoding="utf-8")
    session = start("p.yaml", "--restart", "--all")
    session.type("2", "q")
    shown, code = session.end()
    assert code == 0
    assert "will replace what p.yaml says now" in shown
    assert stored().answers == {"goal": "research"}


def test_a_file_in_which_nothing_is_open_goes_to_the_review(
    start: Start, tmp_path: Path, knowledge: Knowledge
) -> None:
    others = ", ".join(each for each in knowledge.questions if each != "goal")
    text = f"schema: 1\nanswers: {{goal: research}}  # mine\nunknown: [{others}]\n"
    (tmp_path / "p.yaml").write_text(text, encoding="utf-8")
    session = start("p.yaml")
    session.type("")
    shown, code = session.end()
    assert code == 0
    assert "Is everything right?" in shown
    assert "Verdict:" in shown
    assert (tmp_path / "p.yaml").read_text(encoding="utf-8") == text


# A question, a question that was gone back to, the review, the name.
@pytest.mark.parametrize(
    "typed", [("4",), ("4", "b"), ("4", "r"), ("4", "r", "name"), ("4", "?")]
)
def test_ctrl_c_at_any_prompt_keeps_a_draft_that_the_next_run_goes_on_with(
    typed: tuple[str, ...], start: Start, stored: Stored, tmp_path: Path
) -> None:
    session = start("p.yaml", "--all")
    session.type(*typed)
    session.interrupt()
    shown, code = session.end()
    assert code == 130
    assert "Go on with: advisor ask p.yaml" in shown
    assert "Verdict:" not in shown
    assert "Traceback" not in shown
    assert [each.name for each in tmp_path.iterdir()] == [".p.yaml.draft"]
    session = start("p.yaml", "--all")
    session.type("vision", "q")
    shown, _ = session.end()
    assert "Found one answer that was not saved" in shown
    assert stored().answers == {"goal": "production", "domain": ("vision",)}
    assert [each.name for each in tmp_path.iterdir()] == ["p.yaml"]


def test_ctrl_c_before_any_answer_leaves_no_file(start: Start, tmp_path: Path) -> None:
    session = start("p.yaml")
    session.interrupt()
    shown, code = session.end()
    assert code == 130
    assert "nothing is saved" in shown
    assert list(tmp_path.iterdir()) == []


def test_a_killed_interview_goes_on_with_every_answer(
    start: Start, stored: Stored, tmp_path: Path
) -> None:
    session = start("p.yaml", "--all")
    session.type("4", "vision", "d")
    session.wait()
    session.kill()
    assert not (tmp_path / "p.yaml").exists()
    session = start("p.yaml", "--all")
    session.type("b", "", "q")
    shown, code = session.end()
    assert code == 0
    assert "Found 3 answers that were not saved" in shown
    assert stored().answers == {"goal": "production", "domain": ("vision",)}
    assert stored().unknown == ("starting-point",)


def test_restart_sets_aside_what_was_not_saved(start: Start, tmp_path: Path) -> None:
    session = start("p.yaml", "--all")
    session.type("4")
    session.interrupt()
    session.end()
    session = start("p.yaml", "--restart")
    session.interrupt()
    shown, _ = session.end()
    assert "Found" not in shown
    assert "is kept in .p.yaml.draft.old" in shown
    assert [each.name for each in tmp_path.iterdir()] == [".p.yaml.draft.old"]


def test_quitting_in_the_review_saves_nothing_but_keeps_the_draft(
    start: Start, tmp_path: Path
) -> None:
    session = start("p.yaml", "--all")
    session.type("4", "r", "leave-unsaved")
    shown, code = session.end()
    assert code == 0
    assert "Verdict:" not in shown
    assert [each.name for each in tmp_path.iterdir()] == [".p.yaml.draft"]


def test_quit_saves_in_the_review_as_it_does_at_a_question(
    start: Start, stored: Stored
) -> None:
    session = start("p.yaml", "--all")
    session.type("4", "r", "quit")
    assert session.end()[1] == 0
    assert stored().answers == {"goal": "production"}


def test_ctrl_d_ends_the_interview_like_q(start: Start, stored: Stored) -> None:
    session = start("p.yaml", "--all")
    session.type("4")
    session.close_input()
    shown, code = session.end()
    assert code == 0
    assert "Verdict:" in shown
    assert stored().answers == {"goal": "production"}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_everything_fits_on_a_terminal_of_sixty_columns(
    language: str, start: Start
) -> None:
    session = start("p.yaml", "--lang", language, width=60)
    session.type("?", "1", "l", "r", "name")
    session.wait()
    session.kill()
    assert max(map(columns, session.shown.splitlines())) <= 60


def test_the_side_line_can_be_left_out_and_toggled(start: Start) -> None:
    session = start("p.yaml", "--all", "--no-leader")
    session.type("4", "l")
    session.wait()
    session.kill()
    assert session.shown.count("So far:") == 1


def test_colour_appears_on_a_terminal_unless_no_color_is_set(start: Start) -> None:
    def shown(*, colour: bool) -> str:
        session = start("--plain", "--all", colour=colour)
        session.type("q")
        return session.end()[0]

    assert "\x1b[1mWhat is the project for?\x1b[0m" in shown(colour=True)
    assert "\x1b[1m" not in shown(colour=False)


def test_the_interview_speaks_chinese(piped: Piped, stored: Stored) -> None:
    done = piped("是\n4\n不知道\n".encode(), "p.yaml", "--all", "--lang", "zh")
    assert done.returncode == 0
    shown = done.stderr.decode()
    assert "哪个深度学习框架适合你的项目？" in shown
    assert "不在答案之中" in shown
    assert stored().unknown == ("domain",)


def test_answers_from_a_pipe_give_a_clean_result_on_standard_output(
    piped: Piped, stored: Stored, tmp_path: Path
) -> None:
    done = piped(b"prod\n1,2\n", "p.yaml", "--all")
    assert done.returncode == 0
    assert done.stdout.decode().startswith(f"{tmp_path.name}\n")
    assert b"Question" not in done.stdout
    assert "Question 3 · about 29 more" in done.stderr.decode()
    assert b"\x1b[" not in done.stdout + done.stderr
    assert stored().answers == {"goal": "production", "domain": ("vision", "nlp")}


def test_the_result_may_go_to_a_file_in_another_format(
    piped: Piped, tmp_path: Path
) -> None:
    done = piped(b"prod\nq\n", "p.yaml", "--all", "-f", "json", "-o", "result.json")
    assert done.returncode == 0
    assert done.stdout == b""
    result = json.loads((tmp_path / "result.json").read_text(encoding="utf-8"))
    assert result["project"] == tmp_path.name


def test_an_empty_pipe_saves_and_recommends_nothing(
    piped: Piped, tmp_path: Path
) -> None:
    done = piped(b"", "p.yaml")
    assert (done.returncode, done.stdout) == (0, b"")
    assert b"nothing to recommend from" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_what_is_set_is_not_asked(piped: Piped, stored: Stored) -> None:
    done = piped(
        b"", "p.yaml", "--all", "--set", "goal=research", "--set", "domain=nlp"
    )
    assert done.returncode == 0
    assert b"What is the project for?" not in done.stderr
    assert stored().answers == {"goal": "research", "domain": ("nlp",)}


def test_bytes_that_are_no_text_and_control_characters_do_no_harm(
    piped: Piped, stored: Stored
) -> None:
    done = piped(b"caf\xff\n\x1b[Dprod\nprod\r\n", "p.yaml", "--all")
    assert done.returncode == 0
    assert b"type it again" in done.stderr
    assert b"\x1b" not in done.stderr
    assert stored().answers == {"goal": "production"}


def test_comments_in_an_existing_file_are_warned_of(
    piped: Piped, tmp_path: Path
) -> None:
    (tmp_path / "p.yaml").write_text("schema: 1  # mine\n", encoding="utf-8")
    assert b"Comments in p.yaml are lost" in piped(b"", "p.yaml").stderr


def test_an_update_asks_only_what_no_longer_fits_and_compares(
    piped: Piped, tmp_path: Path, stored: Stored, knowledge: Knowledge
) -> None:
    (tmp_path / "p.yaml").write_text(
        "schema: 1\nknowledge: 2026.11.20\n"
        "answers: {goal: gone, lost: true, deployment-targets: [android]}\n",
        encoding="utf-8",
    )
    done = piped(b"research\n", "--update", "p.yaml")
    assert done.returncode == 0
    assert done.stderr.count(b"> ") == 2
    assert b"No longer valid and asked again: p.yaml:3: answers.goal" in done.stderr
    assert b"Asked: What is the project for?" in done.stderr
    assert b"The recommendation" in done.stderr
    assert stored().answers == {"goal": "research", "deployment-targets": ("android",)}
    assert stored().knowledge == knowledge.version
    again = piped(b"", "--update", "p.yaml")
    assert b"nothing new is to be asked" in again.stderr
    assert again.stdout == done.stdout


def test_an_update_that_was_interrupted_goes_on_with_the_command_it_tells(
    start: Start, tmp_path: Path, stored: Stored
) -> None:
    (tmp_path / "p.yaml").write_text(
        "schema: 1\nanswers: {goal: gone, domain: [vision, gone]}\n", encoding="utf-8"
    )
    session = start("--update", "p.yaml")
    session.type("research")
    session.interrupt()
    shown, _ = session.end()
    told = shown.rpartition("Go on with: advisor ask ")[2].splitlines()[0]
    assert told == "--update p.yaml"
    session = start(*told.split())
    session.type("", "")
    shown, code = session.end()
    assert code == 0
    assert "Enter takes: Images and video" in shown
    assert stored().answers == {"goal": "research", "domain": ("vision",)}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_commands_at_the_end_stand_below_each_other(
    language: str, piped: Piped
) -> None:
    done = piped(b"prod\nq\n", "p.yaml", "--all", "--lang", language)
    lines = done.stderr.decode().splitlines()[-3:]
    places = {columns(line.partition("advisor ")[0]) for line in lines}
    assert places == {19}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((".",), b"this is a directory"),
        (("missing/p.yaml",), b"no such folder"),
        (("broken.yaml",), b"broken.yaml:2"),
        (("--update", "p.yaml"), b"p.yaml: no such file"),
        (("--update", "--restart", "p.yaml"), b"exclude each other"),
        (("--set", "goal=x", "p.yaml"), b"--set: goal: 'x' is not an option"),
        (("--confidence", "0.3", "p.yaml"), b"--confidence"),
        (("--lang", "fr", "p.yaml"), b"--lang"),
    ],
)
def test_what_cannot_be_used_is_said_before_the_first_question(
    arguments: tuple[str, ...], message: bytes, piped: Piped, tmp_path: Path
) -> None:
    (tmp_path / "broken.yaml").write_text("schema: 1\nanswer: {}\n", encoding="utf-8")
    done = piped(b"shelf\n4\n", *arguments)
    assert done.returncode == 2
    assert message in done.stderr
    assert b"What is the project" not in done.stderr


def test_the_profile_it_writes_is_accepted_by_recommend(
    piped: Piped, tmp_path: Path, environment: dict[str, str]
) -> None:
    asked = piped(b"4\n1\nq\n", "p.yaml", "--all")
    again = subprocess.run(
        [sys.executable, "-m", "advisor", "recommend", "p.yaml", "--quick"],
        capture_output=True,
        cwd=tmp_path,
        env=environment,
        check=True,
        timeout=60,
    )
    assert again.stdout == asked.stdout
