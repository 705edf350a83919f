"""No file that may be read at all takes a second to read, or 300 MB."""

import json
import os
import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).with_name("blown_up.py")
SECOND = 1.0
SLOWER = 2.0  # than where the limit was set: machines that test may be
MEGABYTES = 300


def test_no_file_takes_too_long_or_too_much_memory() -> None:
    done = subprocess.run(
        [sys.executable, str(SCRIPT)],
        env={**os.environ, "PYTHONPATH": str(SCRIPT.parents[2])},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = [json.loads(line) for line in done.stdout.splitlines()]
    slow = {e["file"]: e["seconds"] for e in found if e["seconds"] > SECOND * SLOWER}
    large = {e["file"]: e["peak"] for e in found if e["peak"] > MEGABYTES}
    assert (slow, large) == ({}, {})
    assert len(found) > 40
