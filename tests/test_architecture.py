"""The rules of the house: who may import what, what the core never touches, sizes."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "advisor"
MODULES = sorted(PACKAGE.rglob("*.py"))

MAY_IMPORT = {
    "model": set(),
    "engine": {"model"},
    "survey": {"model", "engine"},
    "lint": {"model", "engine"},
    "gate": {"model", "engine"},
    "files": {"model"},
    "scan": {"model", "files"},
    "knowledge": {"model", "files"},
    "render": {"model"},
    "refresh": {"model"},
    "api": {"model", "engine", "lint", "files", "knowledge", "render"},
    "cli": {
        *("model", "engine", "survey", "lint", "files", "knowledge", "render"),
        *("gate", "scan", "refresh", "api"),
    },
}
CORE = ("model", "engine", "survey", "lint", "gate", "render")

# Which parts may import these; everything else must do without.
RESERVED = {
    "typer": ("cli",),
    "click": (),
    "numpy": ("engine/completions", "engine/challenge"),
    "jinja2": ("render/html",),
    "markupsafe": ("render/html",),
    "rich": ("cli", "render/terminal.py"),
    "yaml": ("files",),
    "pydantic": ("knowledge",),
    "platformdirs": ("knowledge",),
    "prompt_toolkit": ("cli/dialogue",),
}

IMPURE_NAMES = {"open", "print", "input", "exec", "eval", "breakpoint"}
IMPURE_ENDINGS = {
    "date.today",
    "datetime.now",
    "datetime.today",
    "datetime.utcnow",
    "os.getenv",
}
IMPURE_METHODS = {"read_text", "write_text", "read_bytes", "write_bytes"}
IMPURE_MODULES = {
    "os",
    "sys",
    "time",
    "random",
    "secrets",
    "shutil",
    "socket",
    "subprocess",
    "tempfile",
    "pathlib",
    "locale",
    "getpass",
    "platform",
}

# Tests that are about more than one module.
AT_LARGE = {
    "test_action",
    "test_architecture",
    "test_ask_screen",
    "test_brute_force",
    "test_completion",
    "test_docs",
    "test_fuzz",
    "test_interrupted",
    "test_knowledge",
    "test_limits",
    "test_oracles",
    "test_pre_commit",
    "test_profiles",
    "test_properties",
    "test_read_only",
    "test_safety",
    "test_simulation",
    "test_writer_killed",
}

LONGEST_MODULE = 250
LONGEST_FUNCTION = 50


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ImportFrom):
            yield node.module or ""
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def modules_of(layer: str) -> list[Path]:
    return sorted((PACKAGE / layer).rglob("*.py"))


def place(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def test_every_part_of_the_package_is_a_known_layer() -> None:
    found = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists()}
    assert found == set(MAY_IMPORT)


@pytest.mark.parametrize("layer", MAY_IMPORT)
def test_a_layer_imports_only_what_it_may(layer: str) -> None:
    allowed = MAY_IMPORT[layer] | {layer}
    used = {
        (place(path), name)
        for path in modules_of(layer)
        for name in imports(path)
        if name.startswith("advisor.")
    }
    assert {(file, n) for file, n in used if n.split(".")[1] not in allowed} == set()


@pytest.mark.parametrize("library", RESERVED)
def test_a_library_is_imported_only_where_it_belongs(library: str) -> None:
    users = {
        place(path)
        for path in MODULES
        for name in imports(path)
        if name.split(".")[0] == library
    }
    assert {file for file in users if not file.startswith(RESERVED[library])} == set()


def test_imports_are_written_in_full() -> None:
    relative = [
        place(path)
        for path in MODULES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom) and node.level
    ]
    assert relative == []


@pytest.mark.parametrize("layer", CORE)
def test_the_core_imports_nothing_that_reaches_the_world(layer: str) -> None:
    used = {(place(path), name) for path in modules_of(layer) for name in imports(path)}
    assert {(file, n) for file, n in used if n.split(".")[0] in IMPURE_MODULES} == set()


@pytest.mark.parametrize("layer", CORE)
def test_the_core_calls_no_clock_no_file_and_no_terminal(layer: str) -> None:
    calls = {
        (place(path), ast.unparse(node.func))
        for path in modules_of(layer)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
    }
    assert {each for each in calls if reaches_the_world(each[1])} == set()


def reaches_the_world(call: str) -> bool:
    parts = call.split(".")
    return (
        call in IMPURE_NAMES
        or ".".join(parts[-2:]) in IMPURE_ENDINGS
        or (len(parts) > 1 and parts[-1] in IMPURE_METHODS)
    )


@pytest.mark.parametrize(
    "call", ["open", "print", "date.today", "datetime.date.today", "path.read_text"]
)
def test_the_test_of_purity_knows_what_is_impure(call: str) -> None:
    assert reaches_the_world(call)


@pytest.mark.parametrize("call", ["self.open", "report.title.lower", "today"])
def test_the_test_of_purity_leaves_the_rest_alone(call: str) -> None:
    assert not reaches_the_world(call)


def test_no_module_is_too_long() -> None:
    sizes = {
        place(path): len(path.read_text(encoding="utf-8").splitlines())
        for path in MODULES
    }
    assert {file: n for file, n in sizes.items() if n > LONGEST_MODULE} == {}


def test_no_function_is_too_long() -> None:
    sizes = {
        f"{place(path)}:{function.name}": length(function)
        for path in MODULES
        for function in functions(path)
    }
    assert {name: n for name, n in sizes.items() if n > LONGEST_FUNCTION} == {}


def test_every_module_says_what_it_is() -> None:
    assert [place(path) for path in MODULES if not ast.get_docstring(tree(path))] == []


def test_every_test_file_mirrors_a_module() -> None:
    tests = ROOT / "tests"
    strays = [
        path.relative_to(tests).as_posix()
        for path in sorted(tests.rglob("test_*.py"))
        if path.stem not in AT_LARGE and not mirrored(path.relative_to(tests))
    ]
    assert strays == []


def mirrored(test: Path) -> bool:
    """Say whether the same folder of the package, or one in it, has that module."""
    name = test.stem.removeprefix("test_")
    folder = PACKAGE / test.parent
    return any(folder.rglob(f"{name}.py")) or any(folder.rglob(f"{name}/__init__.py"))


def loaded_modules(code: str, cache_dir: Path) -> set[str]:
    """Run code in a new interpreter and return the top-level modules it ended with."""
    script = f"{code}\nimport sys; sys.stderr.write(chr(10).join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env={**os.environ, "ADVISOR_CACHE_DIR": str(cache_dir)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return {name.split(".")[0] for name in done.stderr.split()}


def test_a_recommendation_from_a_warm_cache_imports_nothing_heavy(
    tmp_path: Path,
) -> None:
    code = (
        "from advisor.cli.main import _invoke;"
        "profile = 'knowledge/profiles/android-browser.yaml';"
        "code = _invoke(['recommend', profile, '--format', 'json']);"
        "assert code == 0"
    )
    cold = loaded_modules(code, tmp_path)
    assert "pydantic" in cold, "the first run must have filled the cache"
    warm = loaded_modules(code, tmp_path)
    heavy = {"typer", "click", "pydantic", "rich", "jinja2", "platformdirs"}
    assert warm & heavy == set()


def test_a_recommendation_for_the_terminal_needs_rich_but_not_typer(
    tmp_path: Path,
) -> None:
    code = (
        "from advisor.cli.main import _invoke;"
        "_invoke(['recommend', 'knowledge/profiles/android-browser.yaml'])"
    )
    loaded_modules(code, tmp_path)
    warm = loaded_modules(code, tmp_path)
    assert "rich" in warm
    assert warm & {"typer", "click", "pydantic", "jinja2"} == set()
