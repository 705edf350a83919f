"""Exit codes: the whole contract with shells and CI."""

from enum import IntEnum


class Exit(IntEnum):
    """What the exit code says. Printed in README.md; a test compares the two."""

    OK = 0
    GATE_FAILED = 1
    USAGE = 2
    KNOWLEDGE = 3
    INTERNAL = 4
    INTERRUPTED = 130
