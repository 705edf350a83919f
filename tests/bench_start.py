"""Compare a warm `advisor recommend` with importing the libraries it is built on.

Run it with `python tests/bench_start.py [RUNS]`. The two commands run in turn as whole
processes, so that a machine which changes speed changes both; quote the median ratio.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROFILE = Path(__file__).parent.parent / "knowledge/profiles/small-server.yaml"
ADVISOR = [sys.executable, "-m", "advisor", "recommend", str(PROFILE), "-f", "json"]
IMPORTS = [sys.executable, "-c", "import typer, rich.console, pydantic, yaml"]


def seconds(command: list[str], environment: dict[str, str]) -> float:
    """Run a command to its end and return the wall time it took."""
    start = time.perf_counter()
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main(runs: int) -> None:
    """Print the medians of both and of their ratio, pair by pair."""
    with tempfile.TemporaryDirectory() as cache:
        environment = {**os.environ, "ADVISOR_CACHE_DIR": cache}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        for command in (ADVISOR, IMPORTS):  # compiled, cached, warm
            seconds(command, environment)
        pairs = [
            (seconds(ADVISOR, environment), seconds(IMPORTS, environment))
            for _ in range(runs)
        ]
    ratios = sorted(own / imports for own, imports in pairs)
    print(f"advisor recommend  median {statistics.median(a for a, _ in pairs):.3f} s")
    print(f"imports            median {statistics.median(b for _, b in pairs):.3f} s")
    print(
        f"ratio              median {statistics.median(ratios):.2f} "
        f"(from {ratios[0]:.2f} to {ratios[-1]:.2f}, {runs} pairs)"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
