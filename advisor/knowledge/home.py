"""Where the built-in rule base lies."""

from pathlib import Path

# Of the catalogues in a rule base.
FOLDER = "languages"

_PACKAGE = Path(__file__).parent.parent


def builtin_root() -> Path:
    """Return the folder of the built-in rule base: in the wheel, else in the checkout."""
    installed = _PACKAGE / "rulebase"
    return installed if installed.is_dir() else _PACKAGE.parent / "knowledge"
