"""environment.yml: the packages of a conda environment, and those that pip adds."""

import re

from advisor.files.nodes import is_absent
from advisor.files.tree import Node, Table, parse
from advisor.scan.dependencies.found import Found, Reading
from advisor.scan.dependencies.lines import requirement_line
from advisor.scan.dependencies.tables import at, entries, items

_SPEC = re.compile(r"([^\s=<>!~\[]+)\s*([^\[]*)")


def read(text: str, where: str) -> Found:
    """Return what an environment names; `InputError` where it cannot be read."""
    listed = at(parse(text, where), "dependencies")
    reading = Reading(where, declares=listed is not None)
    if listed is None or is_absent(listed):
        return reading.found()
    for each in items(listed, reading):
        if isinstance(each, Table):
            _from_pip(each, reading)
        else:
            _from_conda(each, reading)
    return reading.found()


def _from_conda(node: Node, reading: Reading) -> None:
    """Take a match specification: [channel::]name [versions [build]] [[key=value]]."""
    text = reading.text(node).rpartition("::")[2].strip()
    spec = _SPEC.fullmatch(text.partition("[")[0])
    if spec:
        reading.conda(spec[1], node.line, spec[2].strip())
    elif text:
        reading.problem(node.line, "is no package; write it like pytorch>=2.0")


def _from_pip(table: Table, reading: Reading) -> None:
    for key, line, listed in entries(table):
        if key != "pip":
            reading.problem(line, "only 'pip:' can stand here; correct it")
        elif not is_absent(listed):
            for each in items(listed, reading):
                requirement_line(reading.text(each).strip(), each.line, reading)
