"""Files as an index lists them, and an index of our own on this machine."""

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from advisor.refresh.listing import File

JSON = "application/vnd.pypi.simple.v1+json"


@dataclass(frozen=True)
class Answer:
    """What the index answers to a request for one path."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=lambda: {"Content-Type": JSON})
    drips: bool = False


@dataclass
class FakeIndex:
    """An index on 127.0.0.1: answers by path, and the requests that came."""

    url: str
    answers: dict[str, Answer] = field(default_factory=dict)
    requests: list[tuple[str, Mapping[str, str]]] = field(default_factory=list)
    closing: threading.Event = field(default_factory=threading.Event)

    def page(self, package: str, *files: Mapping[str, object]) -> None:
        page = {"meta": {"api-version": "1.1"}, "name": package, "files": files}
        self.answers[f"/simple/{package}/"] = Answer(json.dumps(page).encode())


@pytest.fixture
def fake_index(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeIndex]:
    """Return an index that knows nothing yet."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as server:
        index = FakeIndex(f"http://127.0.0.1:{server.server_port}/simple")
        server.RequestHandlerClass = _handler(index)
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield index
        index.closing.set()
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def a_file() -> Callable[..., File]:
    """Return a builder of files."""
    return _file


# Any: the fields of a file, each with a type of its own.
def _file(name: str, uploaded: str | None = "2026-01-01", **more: Any) -> File:  # noqa: ANN401
    day = date.fromisoformat(uploaded) if uploaded is not None else None
    fields = {"size": None, "requires_python": "", "yanked": False, **more}
    return File(name=name, uploaded=day, **fields)


def _handler(index: FakeIndex) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            index.requests.append((self.path, dict(self.headers.items())))
            answer = index.answers.get(self.path, Answer(status=404))
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(answer.body)
            while answer.drips and not index.closing.wait(0.01):
                try:
                    self.wfile.write(b" ")
                except OSError:  # the reader has gone, as it should
                    break

        def log_message(self, *_: object) -> None:
            pass

    return Handler
