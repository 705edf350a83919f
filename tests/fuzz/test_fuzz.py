"""Every reader over mutated real files, text near the formats, and bytes of any kind."""

import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from tests.fuzz.guard import guarded
from tests.fuzz.readers import CORPUS, READERS, attempt, seeds, warm

every_reader = pytest.mark.parametrize("reader", READERS)

# Characters and words that mean something to one of the formats, or to terminals.
MEANING = st.sampled_from(
    [
        *(
            "\n",
            "\n  ",
            "\n- ",
            ": ",
            ":",
            "- ",
            "? ",
            "# ",
            ", ",
            "=",
            "==",
            "\t",
            " ",
        ),
        *(
            "[",
            "]",
            "{",
            "}",
            "[[",
            "]]",
            '"',
            "'",
            '"""',
            "'''",
            "|",
            ">",
            "\\",
            "\\u",
        ),
        *(
            "&a ",
            "*a",
            "!!python/name:os.system ",
            "<<: ",
            "---\n",
            "%TAG ",
            "~",
            "null",
        ),
        *("\x00", "\x1b", "\x85", "\u202e", "\u2028", "\ufeff", "é", "🙂", "\r\n"),
        *(
            "1",
            "-1",
            "0x",
            "1e999",
            "nan",
            "inf",
            "9" * 40,
            "2026-02-30",
            "true",
            "../",
        ),
        *("schema", "answers", "gate", "exceptions", "tool.advisor", "dependencies"),
        *("-r x", "-e .", "torch", "@ file:", "git+", "#egg=", ";", "%(x)s", "id: a\n"),
    ]
)


@pytest.fixture(scope="module", autouse=True)
def everything_imported() -> None:
    warm()


@st.composite
def mutated(draw: DrawFn, reader: str) -> bytes:
    """A real file with a few pieces taken out, doubled, moved or put in."""
    data = draw(st.sampled_from(seeds(reader)))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 40)))
        piece = draw(
            st.sampled_from([b"", data[start:end] * 2])
            | MEANING.map(str.encode)
            | st.binary(max_size=3)
        )
        data = data[:start] + piece + data[end:]
    return data


near = st.lists(MEANING, max_size=40).map(lambda parts: "".join(parts).encode())


@every_reader
@settings(max_examples=100)
@given(data=st.data())
def test_no_reader_fails_over_what_it_is_given(
    reader: str, data: st.DataObject
) -> None:
    attempt(reader, data.draw(mutated(reader) | near | st.binary(max_size=60)))


@every_reader
def test_no_reader_fails_over_what_is_kept(reader: str) -> None:
    for each in seeds(reader):
        attempt(reader, each)


def test_the_corpus_is_small_and_each_of_it_has_a_reader() -> None:
    files = [each for each in CORPUS.rglob("*") if each.is_file()]
    assert {each.relative_to(CORPUS).parts[0] for each in files} <= READERS.keys()
    assert all(seeds(reader) for reader in READERS)
    assert len(files) < 200
    assert sum(each.stat().st_size for each in files) < 300_000


def offences(folder: Path) -> list[object]:
    outside = folder.parent / "outside"
    return [
        lambda: (folder / "new").write_text(""),
        lambda: (folder / "old").unlink(),
        lambda: outside.read_text(),
        lambda: (folder / "link").read_text(),
        lambda: list(folder.parent.iterdir()),
        lambda: os.system("true"),
        lambda: subprocess.run(["true"], check=False),
        lambda: eval("1"),
        lambda: pickle.loads(pickle.dumps(Path)),
    ]


@pytest.mark.parametrize("which", range(9))
def test_the_guard_sees_what_no_reader_may_do(tmp_path: Path, which: int) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "old").touch()
    (folder / "link").symlink_to(tmp_path / "outside")
    (tmp_path / "outside").touch()
    offence = offences(folder)[which]
    with pytest.raises(AssertionError), guarded(folder):
        offence()  # type: ignore[operator]
    with guarded(folder):
        (folder / "old").exists()


def test_the_fuzzer_says_what_it_can_fuzz() -> None:
    pytest.importorskip("atheris")
    script = Path(__file__).with_name("fuzz.py")
    said = subprocess.run(
        [sys.executable, str(script), "--help"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert all(reader in said.stdout for reader in READERS)
