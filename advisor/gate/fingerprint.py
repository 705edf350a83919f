"""By what a finding is known again in a later run."""

from hashlib import sha256

from advisor.model.gate import Check

_PREFIX = "advisor-finding-1"  # another version: every baseline starts anew


def fingerprint(check: Check, profile: str, file: str, subject: str) -> str:
    """Return 64 hexadecimal digits that stay the same as long as all four do.

    `profile` is the file of the profile that was checked and `file` the one in which the
    finding stands: two profiles may share a lock or a dependency file. Names of files
    and subjects have no NUL, so that no two findings run into one.
    """
    parts = (_PREFIX, check.value, profile, file, subject)
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
