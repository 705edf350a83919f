"""Coverage-guided fuzzing of one reader.

    python tests/fuzz/fuzz.py READER [--runs N] [--finds FOLDER] [--seed N]

Needs atheris (`pip install atheris`), which the tests do without. It starts from the kept
corpus; what reaches code that nothing reached before goes to FINDS, for a person to look
through. At the end it says how many inputs there were, which took longest and how much
memory the process came to. An unexpected exception ends it and leaves the input.
"""

import argparse
import sys
import time
from pathlib import Path

import atheris  # type: ignore[import-untyped,import-not-found,unused-ignore]

sys.path.insert(0, str(Path(__file__).parents[2]))

with atheris.instrument_imports(
    include=["advisor.files", "advisor.knowledge", "advisor.scan", "tomllib"]
):
    from tests.fuzz import readers
from tests.fuzz.memory import peak

_LIMIT = 1.0  # seconds of one input
_HANG = 10  # seconds after which one is given up
_KEYS = (
    "answers:",
    "gate:",
    "exceptions:",
    "- ",
    "[",
    "]",
    "{",
    "}",
    '"""',
    "'''",
    "=",
)


class Runs:
    """Counts the inputs of a reader and says so at the last one."""

    def __init__(self, reader: str, most: int, finds: Path) -> None:
        self._reader, self._most, self._finds = reader, most, finds
        self._done = 0
        self._slowest, self._which = 0.0, b""
        self._begun = time.monotonic()

    def one(self, data: bytes) -> None:
        """Try one input."""
        begun = time.process_time()
        readers.attempt(self._reader, data)
        taken = time.process_time() - begun
        assert taken < _LIMIT, taken
        if taken > self._slowest:
            self._slowest, self._which = taken, data
        self._done += 1
        if self._done == self._most:
            self._tell()

    def _tell(self) -> None:
        (self._finds / "slowest").write_bytes(self._which)
        sys.stderr.write(
            f"{self._reader}: {self._done} inputs in "
            f"{time.monotonic() - self._begun:.0f} s, slowest {self._slowest:.3f} s, "
            f"peak {peak():.0f} MB\n"
        )


def main() -> None:
    """Fuzz until the runs are done or something is found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reader", choices=sorted(readers.READERS))
    parser.add_argument("--runs", type=int, default=10_000)
    parser.add_argument("--finds", type=Path, default=Path("/tmp/advisor-finds"))
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    new = options.finds / options.reader
    new.mkdir(parents=True, exist_ok=True)
    runs = Runs(options.reader, options.runs, options.finds)
    readers.warm()
    arguments = [
        *(sys.argv[0], f"-runs={options.runs}", f"-seed={options.seed}"),
        *(f"-timeout={_HANG}", f"-artifact_prefix={new}/", "-max_len=4096"),
        *("-print_final_stats=1", f"-dict={_dictionary(options.finds)}"),
        *(str(new), str(_beginning(options.reader, options.finds))),
    ]
    atheris.Setup(arguments, runs.one)
    atheris.Fuzz()


def _beginning(reader: str, folder: Path) -> Path:
    """Write down what to start from."""
    place = folder / f"{reader}-seeds"
    place.mkdir(exist_ok=True)
    for number, seed in enumerate(readers.seeds(reader)):
        (place / str(number)).write_bytes(seed)
    return place


def _dictionary(folder: Path) -> Path:
    """Write down words that readers look for; a fuzzer would be long in finding them."""
    base = readers.knowledge()
    options = (option.id for each in base.questions.values() for option in each.options)
    words = {*_KEYS, *base.questions, *options}
    for reader in readers.READERS:
        for seed in readers.seeds(reader):
            words |= {
                each for each in seed.decode(errors="ignore").split() if len(each) < 30
            }
    path = folder / "words.dict"
    plain = sorted(each for each in words if each.isascii() and each.isprintable())
    escaped = (each.replace("\\", "\\\\").replace('"', '\\"') for each in plain)
    path.write_text("".join(f'"{each}"\n' for each in escaped))
    return path


if __name__ == "__main__":
    main()
