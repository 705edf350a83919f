"""`advisor knowledge refresh` against an index of our own; never the network."""

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

SECRET = "s3cret"
AS_OF = "2026-11-21"
FILES = (
    {
        "filename": "torch-9.1.0-cp312-cp312-manylinux_2_28_x86_64.whl",
        "upload-time": "2026-06-01T12:00:00Z",
        "size": 890_000_000,
        "requires-python": ">=3.11",
    },
    {"filename": "torch-9.0.0.tar.gz", "upload-time": "2026-01-01T12:00:00Z"},
    {"filename": "torch-8.0.0.tar.gz", "upload-time": "2024-01-01T12:00:00Z"},
    {"filename": "torch-9.2.0rc1.tar.gz", "upload-time": "2026-07-01T12:00:00Z"},
    {
        "filename": "torch-9.3.0.tar.gz",
        "upload-time": "2026-08-01T12:00:00Z",
        "yanked": "broken",
    },
    {"filename": 'torch-9.4"\n- id: evil.tar.gz', "upload-time": "2026-08-01"},
)

Program = Callable[..., CompletedProcess[str]]


@dataclass
class FakeIndex:
    """An index on 127.0.0.1 that knows some packages, and who asked for what."""

    port: int
    content_type: str = "application/vnd.pypi.simple.v1+json"
    pages: dict[str, bytes] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    authorizations: list[str | None] = field(default_factory=list)

    def url(self, credentials: str = "") -> str:
        return f"http://{credentials}127.0.0.1:{self.port}/{SECRET}/simple"

    def knows(self, package: str, *files: Mapping[str, object]) -> None:
        page = {"meta": {"api-version": "1.1"}, "name": package, "files": files}
        self.pages[package] = json.dumps(page).encode()


@pytest.fixture
def index() -> Iterator[FakeIndex]:
    with ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as server:
        fake = FakeIndex(server.server_port)
        server.RequestHandlerClass = _handler(fake)
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield fake
        server.shutdown()
        thread.join()


def _handler(fake: FakeIndex) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            package = self.path.removesuffix("/").rsplit("/", 1)[-1]
            fake.asked.append(package)
            fake.authorizations.append(self.headers["Authorization"])
            known = (
                self.path == f"/{SECRET}/simple/{package}/" and package in fake.pages
            )
            self.send_response(200 if known else 404)
            self.send_header("Content-Type", fake.content_type)
            self.end_headers()
            self.wfile.write(fake.pages[package] if known else b"")

        def log_message(self, *_: object) -> None:
            pass

    return Handler


@pytest.fixture
def refresh(program: Program, tmp_path: Path) -> Program:
    """Return a function that measures into `tmp_path/measured`."""

    def run(*arguments: str, **environment: str) -> CompletedProcess[str]:
        done = program(
            *("knowledge", "refresh", "measured", *arguments),
            NO_PROXY="127.0.0.1",
            PIP_CONFIG_FILE="/dev/null",
            **environment,
        )
        assert SECRET not in done.stdout + done.stderr
        assert "Traceback" not in done.stderr
        assert not list(tmp_path.rglob(".advisor-*")), "something half-written"
        return done

    return run


# Any: the JSON of `knowledge show`.
def show(program: Program, name: str, *options: str) -> Any:  # noqa: ANN401
    done = program("knowledge", "show", name, "-f", "json", *options)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def written(folder: Path) -> set[str]:
    return {
        each.relative_to(folder).as_posix()
        for each in folder.rglob("*")
        if each.is_file()
    }


def test_a_framework_is_measured_into_an_overlay_that_passes_lint(
    refresh: Program, program: Program, index: FakeIndex, tmp_path: Path
) -> None:
    index.knows("torch", *FILES)
    done = refresh(
        *("--framework", "PyTorch", "--as-of", AS_OF, "--index-url", index.url())
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "In the twelve months up to 21 November 2026 PyTorch had 2 stable releases.\n"
        "  The newest stable release of PyTorch is torch 9.1.0 of 1 June 2026; it\n"
        "  requires Python >=3.11; its wheels are for CPython 3.12, on Linux (x86_64);\n"
        "  the largest wheel for Linux has 890 MB.\n"
        "Wrote 1 framework to measured; count it in with --knowledge measured\n"
    )
    assert written(tmp_path / "measured") == {
        "claims/platform-support.yaml",
        "claims/release-cadence.yaml",
        "sources/pypi-torch-9-1-0.yaml",
    }
    lint = program("knowledge", "lint", "--knowledge", "measured")
    assert lint.returncode == 0, lint.stdout


def test_the_measurement_takes_the_place_of_the_count_before(
    refresh: Program, program: Program, index: FakeIndex
) -> None:
    index.knows("torch", *FILES)
    refresh("--framework", "pytorch", "--index-url", index.url())
    overlay = ("--knowledge", "measured")
    cell = json.dumps(show(program, "pytorch/release-cadence", *overlay))
    assert "m-pytorch-releases" in cell
    text = program("knowledge", "show", "f-pytorch-releases-now", *overlay).stdout
    assert "m-pytorch-releases" in text


def test_every_framework_with_a_package_is_asked_for_and_failures_are_told(
    refresh: Program, index: FakeIndex, tmp_path: Path
) -> None:
    index.knows("torch", *FILES)
    index.knows("keras", {"filename": "keras-1.0.tar.gz"})
    done = refresh("--index-url", index.url(), "--as-of", AS_OF)
    assert done.returncode == 0
    assert {"torch", "jax", "theano", "scikit-learn"} <= set(index.asked)
    assert {"jaxlib", "tf-keras", "caffe"}.isdisjoint(index.asked)
    problems = done.stderr.splitlines()
    assert len(problems) == len(index.asked) - 1
    assert all(each.startswith("Error: ") for each in problems)
    told = {each.split(": ")[1]: each for each in problems}
    assert "no such package; correct the packages of the framework" in told["jax"]
    assert "does not say when 1.0 was uploaded; name an index" in told["keras"]
    assert "sources/pypi-torch-9-1-0.yaml" in written(tmp_path / "measured")


def test_a_second_run_renews_what_it_measures_and_keeps_the_rest(
    refresh: Program, index: FakeIndex, tmp_path: Path
) -> None:
    index.knows("torch", *FILES)
    index.knows("jax", {"filename": "jax-1.tar.gz", "upload-time": "2026-01-01"})
    refresh("--as-of", AS_OF, "--index-url", index.url())
    text = tmp_path / "measured/claims/release-cadence.yaml"
    before = text.read_text(encoding="utf-8")
    refresh("--as-of", AS_OF, "--index-url", index.url(), "--framework", "jax")
    assert text.read_text(encoding="utf-8") == before
    assert before.count("- id: m-") == 2


def test_where_nothing_can_be_read_nothing_is_written(
    refresh: Program, index: FakeIndex, tmp_path: Path
) -> None:
    index.content_type = "text/html"
    index.knows("torch", *FILES)
    done = refresh("--framework", "pytorch", "--index-url", index.url("me:s3cret@"))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"Error: pytorch: package torch: http://127.0.0.1:{index.port} answers, but "
        "not with JSON; name an index with the JSON simple API (PEP 691)\n"
    )
    assert not (tmp_path / "measured").exists()


def test_an_index_that_cannot_be_reached_is_told_once(refresh: Program) -> None:
    done = refresh("--index-url", f"http://me:{SECRET}@127.0.0.1:1/{SECRET}")
    assert done.returncode == 2
    first, second = done.stderr.splitlines()
    assert "http://127.0.0.1:1 cannot be reached" in first
    assert second.startswith("Error: not asked for after that: ")


def test_the_index_of_the_environment_is_asked_and_its_password_kept(
    refresh: Program, index: FakeIndex, tmp_path: Path
) -> None:
    index.knows("torch", *FILES)
    url = index.url(f"me:{SECRET}@")
    done = refresh("--framework", "pytorch", PIP_INDEX_URL=url)
    assert done.returncode == 0, done.stderr
    (sent,) = index.authorizations
    assert sent is not None
    for each in written(tmp_path / "measured"):
        text = (tmp_path / "measured" / each).read_text(encoding="utf-8")
        assert not any(part in text for part in (SECRET, sent, "127.0.0.1"))


def test_an_address_that_cannot_be_asked_is_told(refresh: Program) -> None:
    done = refresh("--index-url", f"ftp://me:{SECRET}@host.test/simple")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "Error: --index-url: only http and https can be asked; "
        "write it like https://HOST/simple\n"
    )
    done = refresh(PIP_INDEX_URL=f"{SECRET}://x")
    assert done.stderr.startswith("Error: PIP_INDEX_URL: only http and https")


def test_files_that_are_not_ours_are_never_replaced(
    refresh: Program, index: FakeIndex, tmp_path: Path
) -> None:
    own = tmp_path / "measured/claims/release-cadence.yaml"
    own.parent.mkdir(parents=True)
    own.write_text("criterion: release-cadence\nclaims: []\n", encoding="utf-8")
    done = refresh("--index-url", index.url())
    assert done.returncode == 2
    assert "not written by this command" in done.stderr
    assert index.asked == []
    assert own.read_text(encoding="utf-8").endswith("claims: []\n")


def test_a_file_in_place_of_the_folder_is_told(
    refresh: Program, index: FakeIndex, tmp_path: Path
) -> None:
    (tmp_path / "measured").touch()
    done = refresh("--index-url", index.url())
    assert (done.returncode, done.stderr) == (
        2,
        "Error: measured: not a folder; name another\n",
    )


def test_a_framework_without_package_and_an_unknown_one_are_told(
    refresh: Program, index: FakeIndex
) -> None:
    done = refresh("--framework", "caffe", "--index-url", index.url())
    assert done.returncode == 2
    assert done.stderr.startswith("Error: --framework: caffe has no package")
    done = refresh("--framework", "pytorhc", "--index-url", index.url())
    assert done.returncode == 2
    assert "did you mean 'pytorch'?" in done.stderr
    assert index.asked == []


def test_a_day_to_come_cannot_be_measured(refresh: Program, index: FakeIndex) -> None:
    done = refresh("--as-of", date.max.isoformat(), "--index-url", index.url())
    assert done.returncode == 2
    assert "9999-12-31 has not come yet" in done.stderr
    assert index.asked == []


@pytest.mark.parametrize("seconds", ["0", "-1", "soon"])
def test_a_time_out_is_a_number_of_seconds(refresh: Program, seconds: str) -> None:
    assert refresh("--timeout", seconds).returncode == 2


def test_an_earlier_day_sets_no_newer_claim_aside(
    refresh: Program, program: Program, index: FakeIndex, tmp_path: Path
) -> None:
    index.knows("torch", *FILES)
    refresh(
        *("--as-of", "2026-06-30", "--framework", "pytorch"),
        *("--index-url", index.url()),
    )
    text = (tmp_path / "measured/claims/release-cadence.yaml").read_text("utf-8")
    assert "supersedes" not in text
    lint = program("knowledge", "lint", "--knowledge", "measured")
    assert lint.returncode == 0, lint.stdout
