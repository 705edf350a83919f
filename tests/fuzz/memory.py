"""How much memory this process came to."""

import re
import resource
from pathlib import Path

_STATUS = Path("/proc/self/status")
_PEAK = re.compile(r"^VmHWM:\s+(\d+) kB$", re.MULTILINE)


def peak() -> float:
    """Return the most memory that this process has had at once, in megabytes.

    What getrusage says would count the process that started this one, too, so it serves
    only where there is nothing better.
    """
    if _STATUS.exists() and (found := _PEAK.search(_STATUS.read_text())):
        return int(found[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
