"""Compare a warm `advisor` with importing the libraries it is built on.

Run it with `python tests/bench_start.py [RUNS]`. The commands run in turn as whole
processes, so that a machine which changes speed changes all; quote the median ratios.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROFILE = Path(__file__).parent.parent / "knowledge/profiles/small-server.yaml"
WHOLE = [sys.executable, "-m", "advisor", "recommend", str(PROFILE), "-f", "json"]
COMMANDS = {
    "imports": [sys.executable, "-c", "import typer, rich.console, pydantic, yaml"],
    "advisor recommend --quick": [*WHOLE, "--quick"],
    "advisor recommend": WHOLE,
    "advisor check": [
        *(sys.executable, "-m", "advisor", "check", str(PROFILE)),
        *("-f", "json", "--exit-zero"),
    ],
}


def seconds(command: list[str], environment: dict[str, str]) -> float:
    """Run a command to its end and return the wall time it took."""
    start = time.perf_counter()
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main(runs: int) -> None:
    """Print the median of each command and of its ratio to the imports, run by run."""
    with tempfile.TemporaryDirectory() as cache:
        environment = {**os.environ, "ADVISOR_CACHE_DIR": cache}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        for command in COMMANDS.values():  # compiled, cached, warm
            seconds(command, environment)
        rounds = [
            {name: seconds(command, environment) for name, command in COMMANDS.items()}
            for _ in range(runs)
        ]
    for name in COMMANDS:
        times = [each[name] for each in rounds]
        ratios = sorted(each[name] / each["imports"] for each in rounds)
        print(
            f"{name:26} median {statistics.median(times):.3f} s, "
            f"ratio {statistics.median(ratios):5.2f} "
            f"(from {ratios[0]:.2f} to {ratios[-1]:.2f}, {runs} rounds)"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
