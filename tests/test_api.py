import os
import subprocess
import sys
from pathlib import Path

import pytest

import advisor
import advisor.api

ROOT = Path(__file__).parents[1]


def modules_after(code: str) -> set[str]:
    """Return what a new interpreter has loaded after `code`."""
    script = f"import sys\n{code}\nprint(*sys.modules, sep='\\n')"
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return set(done.stdout.split())


def test_to_import_advisor_loads_nothing_of_it() -> None:
    loaded = modules_after("import advisor; advisor.__version__")
    assert {name for name in loaded if name.startswith("advisor")} == {"advisor"}


def test_the_names_load_no_heavy_library() -> None:
    loaded = modules_after("from advisor import *")
    heavy = {"numpy", "pydantic", "rich", "typer", "jinja2", "prompt_toolkit"}
    assert {name.split(".")[0] for name in loaded} & heavy == set()
    assert {name for name in loaded if name.startswith("advisor.render")} == set()


def test_the_package_gives_all_names_of_the_library_and_no_other() -> None:
    assert advisor.__all__ == advisor.api.__all__
    assert set(advisor.__all__) <= set(dir(advisor))
    for name in advisor.__all__:
        assert getattr(advisor, name) is getattr(advisor.api, name)


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="'advisor' has no attribute 'recomend'"):
        advisor.recomend  # type: ignore[attr-defined]  # noqa: B018 - on purpose
