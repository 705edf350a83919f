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
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no pseudo-terminals"
)

COMMAND = ["-m", "advisor", "ask"]
ROOT = str(Path(__file__).parents[2])


class Session:
    """An interview on a terminal of 80 columns, and all that it has shown."""

    def __init__(
        self, folder: Path, environment: Mapping[str, str], *arguments: str
    ) -> None:
        self._seen = StringIO()
        self._child: pexpect.spawn[str] = pexpect.spawn(
            sys.executable,
            [*COMMAND, *arguments],
            cwd=str(folder),
            env=dict(environment),
            encoding="utf-8",
            dimensions=(24, 80),
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

    def end(self) -> tuple[str, int | None]:
        """Wait for the end; return everything shown, and the exit code."""
        self._child.expect(pexpect.EOF)
        self._child.close()
        return self._seen.getvalue().replace("\r\n", "\n"), self._child.exitstatus


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Return an environment with a cache of its own and a plain terminal."""
    kept = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "NO_COLOR")}
    own = {"ADVISOR_CACHE_DIR": str(tmp_path / "cache"), "TERM": "xterm"}
    return {**kept, **own, "PYTHONPATH": ROOT, "PYTHONUTF8": "1"}


@pytest.fixture
def start(
    tmp_path: Path, environment: dict[str, str]
) -> Iterator[Callable[..., Session]]:
    """Return a starter of interviews without colour, unless it is asked for."""
    started: list[Session] = []

    def begin(*arguments: str, colour: bool = False) -> Session:
        plain = {} if colour else {"NO_COLOR": "1"}
        started.append(Session(tmp_path, {**environment, **plain}, *arguments))
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
    session = start("p.yaml")
    session.type("Shelf scanner", "4", "1,2", "pretrained", "d", "d")
    session.type(*[""] * (len(knowledge.questions) - 6), "training-sp debugging")
    shown, code = session.end()
    assert code == 0
    assert "Question 32 of" in shown
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
    )


def test_a_wrong_entry_is_explained_and_the_next_one_counts(
    start: Start, stored: Stored
) -> None:
    session = start("p.yaml")
    session.type("", "prodction", "4", "q")
    shown, code = session.end()
    assert code == 0
    assert "did you mean 4 (Production)?" in shown
    assert stored().answers == {"goal": "production"}


def test_a_question_mark_explains_and_b_goes_back(start: Start, stored: Stored) -> None:
    session = start("p.yaml")
    session.type("", "?", "4", "b", "2", "q")
    shown, _ = session.end()
    assert "Why it is asked" in shown
    assert "Your answer so far: Production" in shown
    assert stored().answers == {"goal": "research"}


def test_an_interview_goes_on_where_the_file_ends(
    start: Start, stored: Stored, tmp_path: Path
) -> None:
    (tmp_path / "p.yaml").write_text(
        "schema: 1\nproject: shelf\nanswers: {goal: research}\nunknown: [domain]\n"
        "weights: {debugging: 3}\ngate: {framework: pytorch}\n",
        encoding="utf-8",
    )
    session = start("p.yaml")
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
        gate={"framework": "pytorch"},
    )


def test_restart_asks_everything_again(
    start: Start, stored: Stored, tmp_path: Path
) -> None:
    (tmp_path / "p.yaml").write_text("broken: [", encoding="utf-8")
    session = start("p.yaml", "--restart")
    session.type("", "2", "q")
    shown, code = session.end()
    assert code == 0
    assert "will replace what p.yaml says now" in shown
    assert stored() == Profile(answers={"goal": "research"})


def test_a_file_in_which_nothing_is_open_is_left_alone(
    start: Start, tmp_path: Path, knowledge: Knowledge
) -> None:
    others = ", ".join(each for each in knowledge.questions if each != "goal")
    text = f"schema: 1\nanswers: {{goal: research}}  # mine\nunknown: [{others}]\n"
    (tmp_path / "p.yaml").write_text(text, encoding="utf-8")
    shown, code = start("p.yaml").end()
    assert code == 0
    assert "Nothing is left to ask" in shown
    assert "Verdict:" in shown
    assert (tmp_path / "p.yaml").read_text(encoding="utf-8") == text


def test_ctrl_c_keeps_the_answers_and_says_that_it_was_interrupted(
    start: Start, stored: Stored, tmp_path: Path
) -> None:
    session = start("p.yaml")
    session.type("shelf", "4")
    session.interrupt()
    shown, code = session.end()
    assert code == 130
    assert "Saved in p.yaml." in shown
    assert "Verdict:" not in shown
    assert "Traceback" not in shown
    assert stored() == Profile(project="shelf", answers={"goal": "production"})
    assert sorted(each.name for each in tmp_path.iterdir()) == ["cache", "p.yaml"]


def test_ctrl_c_before_any_answer_leaves_no_file(start: Start, tmp_path: Path) -> None:
    session = start("p.yaml")
    session.interrupt()
    shown, code = session.end()
    assert code == 130
    assert "nothing is saved" in shown
    assert not (tmp_path / "p.yaml").exists()


def test_ctrl_d_ends_the_interview_like_q(start: Start, stored: Stored) -> None:
    session = start("p.yaml")
    session.type("", "4")
    session.close_input()
    shown, code = session.end()
    assert code == 0
    assert "Verdict:" in shown
    assert stored().answers == {"goal": "production"}


def test_everything_fits_on_a_terminal_of_eighty_columns(
    start: Start, knowledge: Knowledge
) -> None:
    session = start("p.yaml")
    session.type("shelf", "4")
    for _ in range(len(knowledge.questions) - 1):
        session.type("?", "")
    shown, _ = session.end()
    assert max(map(len, shown.splitlines())) <= 80


def test_colour_appears_on_a_terminal_unless_no_color_is_set(start: Start) -> None:
    def shown(*, colour: bool) -> str:
        session = start(colour=colour)
        session.type("", "q")
        return session.end()[0]

    assert "\x1b[1mWhat is the project for?\x1b[0m" in shown(colour=True)
    assert "\x1b[1m" not in shown(colour=False)


def test_answers_from_a_pipe_give_a_clean_result_on_standard_output(
    piped: Piped, stored: Stored
) -> None:
    done = piped(b"shelf\nprod\n1,2\n", "p.yaml")
    assert done.returncode == 0
    assert done.stdout.startswith(b"shelf\n")
    assert b"Question" not in done.stdout
    assert b"Question 3 of about 32" in done.stderr
    assert b"\x1b[" not in done.stdout + done.stderr
    assert stored().answers == {"goal": "production", "domain": ("vision", "nlp")}


def test_the_result_may_go_to_a_file_in_another_format(
    piped: Piped, tmp_path: Path
) -> None:
    done = piped(b"shelf\nprod\nq\n", "p.yaml", "-f", "json", "-o", "result.json")
    assert done.returncode == 0
    assert done.stdout == b""
    result = json.loads((tmp_path / "result.json").read_text(encoding="utf-8"))
    assert result["project"] == "shelf"


def test_an_empty_pipe_saves_and_recommends_nothing(
    piped: Piped, tmp_path: Path
) -> None:
    done = piped(b"", "p.yaml")
    assert (done.returncode, done.stdout) == (0, b"")
    assert b"nothing to recommend from" in done.stderr
    assert not (tmp_path / "p.yaml").exists()


def test_bytes_that_are_no_text_and_control_characters_do_no_harm(
    piped: Piped, stored: Stored
) -> None:
    done = piped(b"caf\xff\n\x1b[Dprod\nprod\r\n", "p.yaml")
    assert done.returncode == 0
    assert b"type it again" in done.stderr
    assert b"\x1b" not in done.stderr
    assert stored() == Profile(project="caf\ufffd", answers={"goal": "production"})


def test_comments_in_an_existing_file_are_warned_of(
    piped: Piped, tmp_path: Path
) -> None:
    (tmp_path / "p.yaml").write_text("schema: 1  # mine\n", encoding="utf-8")
    assert b"Comments in p.yaml are lost" in piped(b"", "p.yaml").stderr


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (".", b"this is a directory"),
        ("missing/p.yaml", b"no such folder"),
        ("broken.yaml", b"broken.yaml:2"),
    ],
)
def test_what_cannot_be_used_is_said_before_the_first_question(
    name: str, message: bytes, piped: Piped, tmp_path: Path
) -> None:
    (tmp_path / "broken.yaml").write_text("schema: 1\nanswer: {}\n", encoding="utf-8")
    done = piped(b"shelf\n4\n", name)
    assert done.returncode == 2
    assert message in done.stderr
    assert b"What is the project" not in done.stderr


def test_the_profile_it_writes_is_accepted_by_recommend(
    piped: Piped, tmp_path: Path, environment: dict[str, str]
) -> None:
    asked = piped(b"shelf\n4\n1\nq\n", "p.yaml")
    again = subprocess.run(
        [sys.executable, "-m", "advisor", "recommend", "p.yaml"],
        capture_output=True,
        cwd=tmp_path,
        env=environment,
        check=True,
        timeout=60,
    )
    assert again.stdout == asked.stdout
