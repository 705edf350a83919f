"""Run the whole action, with its installation, on the shelf scanner.

Needs bash and a package index. From the root: python -m tests.integrations.action_for_real
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path

from tests.integrations.composite import ROOT, Runner


def main() -> int:
    """Return 0 if the action installed itself and found what there is to find."""
    with tempfile.TemporaryDirectory() as name:
        workspace, temporary = Path(name) / "project", Path(name) / "runner"
        shutil.copytree(ROOT / "tests/repos/shelf-scanner", workspace)
        temporary.mkdir()
        inputs = {"arguments": "--as-of=2026-11-21", "sarif-file": "check.sarif"}
        runner = Runner(workspace, temporary, os.environ)
        ran = runner.run({**inputs, "python": sys.executable})
        whole = bool(ran.summary) and (workspace / "check.sarif").exists()
    sys.stderr.write(ran.log)
    found = ran.code == 1 and "choice-not-recommended" in ran.log
    return 0 if found and whole else 1


if __name__ == "__main__":
    sys.exit(main())
