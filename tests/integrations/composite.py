"""Runs the steps of a composite action as a runner of GitHub does, as far as ours goes.

Expressions are looked up, not computed; steps run under bash with the options that the
runner gives it, and a step that fails ends the action, whose outputs are read anyway.
"""

import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
ACTION = ROOT / "action.yml"
_EXPRESSION = re.compile(
    r"\$\{\{\s*(?:inputs\.([\w-]+)|steps\.(\w+)\.outputs\.([\w-]+))\s*\}\}"
)
_BASH = ("bash", "--noprofile", "--norc", "-eo", "pipefail")


@dataclass(frozen=True)
class Ran:
    """How an action ended: exit code of its last step, outputs, and what it wrote."""

    code: int
    outputs: Mapping[str, str]
    log: str
    summary: str


@dataclass
class Runner:
    """A job that lies in `workspace`; `environment` is what its steps are given."""

    workspace: Path
    temporary: Path
    environment: Mapping[str, str]
    # Steps that are taken as done, with their outputs.
    done: dict[str, dict[str, str]] = field(default_factory=dict)

    def run(self, given: Mapping[str, str]) -> Ran:
        """Run the action with some of its inputs."""
        action = yaml.safe_load(ACTION.read_text(encoding="utf-8"))
        defaults = {name: each["default"] for name, each in action["inputs"].items()}
        assert given.keys() <= defaults.keys()
        inputs = {**defaults, **given}
        steps = dict(self.done)
        summary = self.temporary / "summary.md"
        summary.touch()
        code, log = 0, ""
        for step in action["runs"]["steps"]:
            if step["id"] in self.done:
                continue
            done = self._step(step, inputs, steps, summary)
            code, log = done.returncode, log + done.stdout + done.stderr
            if code:
                break
        outputs = {
            name: _filled(each["value"], inputs, steps)
            for name, each in action["outputs"].items()
        }
        return Ran(code, outputs, log, summary.read_text(encoding="utf-8"))

    # Any: a step as YAML has it.
    def _step(
        self,
        step: Mapping[str, Any],
        inputs: Mapping[str, str],
        steps: dict[str, dict[str, str]],
        summary: Path,
    ) -> subprocess.CompletedProcess[str]:
        script = self.temporary / f"{step['id']}.sh"
        script.write_text(step["run"], encoding="utf-8")
        output = self.temporary / f"{step['id']}.output"
        output.touch()
        environment = {
            **self.environment,
            "GITHUB_ACTION_PATH": str(ROOT),
            "GITHUB_OUTPUT": str(output),
            "GITHUB_STEP_SUMMARY": str(summary),
            "GITHUB_WORKSPACE": str(self.workspace),
            "RUNNER_OS": "Linux",
            "RUNNER_TEMP": str(self.temporary),
            **{
                name: _filled(each, inputs, steps) for name, each in step["env"].items()
            },
        }
        folder = _filled(step.get("working-directory", "."), inputs, steps)
        done = subprocess.run(
            [*_BASH, str(script)],
            cwd=self.workspace / folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        lines = output.read_text(encoding="utf-8").splitlines()
        steps[step["id"]] = dict(line.split("=", 1) for line in lines)
        return done


def _filled(
    text: str, inputs: Mapping[str, str], steps: Mapping[str, Mapping[str, str]]
) -> str:
    """Put in the inputs and outputs that a text names."""

    def value(match: re.Match[str]) -> str:
        name, step, output = match.groups()
        return inputs[name] if name else steps.get(step, {}).get(output, "")

    return _EXPRESSION.sub(value, text)
