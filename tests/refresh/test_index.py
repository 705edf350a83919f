import base64
import socket
import threading
from typing import Any

import pytest

from advisor.model.errors import InputError
from advisor.refresh.address import Index, read_address
from advisor.refresh.index import JSON, UnreachableError, fetch

PAGE = "/simple/torch/"
SECRET = "s3cret"

# The builders of conftest.py, which no test module can import.
Fake = Any


def index_at(url: str, credentials: str = "") -> Index:
    return read_address(url.replace("://", f"://{credentials}"), "here")


def answer(fake: Fake, body: bytes = b"{}", status: int = 200, **headers: str) -> None:
    named = {key.replace("_", "-"): value for key, value in headers.items()}
    kind = {"Content-Type": JSON, **named}
    fake.page("torch")
    made = fake.answers[PAGE]
    fake.answers[PAGE] = type(made)(body, status, kind)


def refusal(fake: Fake, credentials: str = "") -> str:
    with pytest.raises(InputError) as caught:
        fetch(index_at(fake.url, credentials), "torch", 5)
    text = str(caught.value)
    assert "\n" not in text
    assert SECRET not in text
    assert not isinstance(caught.value, UnreachableError)
    return text


def test_the_json_page_of_the_package_is_asked_for(fake_index: Fake) -> None:
    answer(fake_index, b'{"a": 1}')
    assert fetch(index_at(fake_index.url), "torch", 5) == b'{"a": 1}'
    ((path, headers),) = fake_index.requests
    assert (path, headers["Accept"]) == (PAGE, JSON)
    assert "Authorization" not in headers


def test_credentials_are_sent_as_a_header(fake_index: Fake) -> None:
    answer(fake_index)
    fetch(index_at(fake_index.url, f"me:{SECRET}@"), "torch", 5)
    sent = fake_index.requests[0][1]["Authorization"]
    assert base64.b64decode(sent.removeprefix("Basic ")) == b"me:s3cret"


@pytest.mark.parametrize("kind", ["text/html", "text/html; charset=utf-8", ""])
def test_an_index_that_speaks_html_only_is_told(fake_index: Fake, kind: str) -> None:
    answer(fake_index, b"<html></html>", Content_Type=kind)
    assert "not with JSON; name an index" in refusal(fake_index)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (404, "has no such package"),
        (401, "wants a user name and a password"),
        (403, "refuses access"),
        (406, "not with JSON"),
        (429, "cannot answer (HTTP 429); try again later"),
        (503, "cannot answer (HTTP 503); try again later"),
    ],
)
def test_every_refusal_says_what_to_do(
    fake_index: Fake, status: int, words: str
) -> None:
    answer(fake_index, status=status)
    text = refusal(fake_index, f"me:{SECRET}@")
    assert words in text
    assert text.startswith("http://127.0.0.1:")


def test_a_redirection_at_the_same_place_keeps_the_password(fake_index: Fake) -> None:
    answer(fake_index, status=301, Location="/simple/other/")
    fake_index.page("other")
    assert fetch(index_at(fake_index.url, f"me:{SECRET}@"), "torch", 5)
    assert "Authorization" in fake_index.requests[1][1]


def test_a_redirection_elsewhere_does_not_take_the_password_along(
    fake_index: Fake,
) -> None:
    fake_index.page("other")
    elsewhere = fake_index.url.replace("127.0.0.1", "localhost")
    answer(fake_index, status=302, Location=f"{elsewhere}/other/")
    try:
        fetch(index_at(fake_index.url, f"me:{SECRET}@"), "torch", 5)
    except UnreachableError:
        pytest.skip("localhost is not 127.0.0.1 here")
    assert "Authorization" not in fake_index.requests[1][1]


@pytest.mark.parametrize("target", ["ftp://127.0.0.1/x", "file:///etc/passwd"])
def test_a_redirection_out_of_http_is_not_followed(
    fake_index: Fake, target: str
) -> None:
    answer(fake_index, status=302, Location=target)
    assert "HTTP 302" in refusal(fake_index)


def test_a_redirection_in_a_circle_ends(fake_index: Fake) -> None:
    answer(fake_index, status=302, Location=PAGE)
    assert "where we do not follow" in refusal(fake_index)


def test_a_redirection_to_what_is_no_address_is_told(fake_index: Fake) -> None:
    answer(fake_index, status=302, Location="http://[/")
    assert "where we do not follow" in refusal(fake_index)
    answer(fake_index, status=302, Location="http://a..b/")
    with pytest.raises(UnreachableError, match="the connection failed"):
        fetch(index_at(fake_index.url), "torch", 5)


def test_a_closed_port_is_told_as_unreachable() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound, but nobody listens
        url = f"http://127.0.0.1:{taken.getsockname()[1]}"
        with pytest.raises(
            UnreachableError, match="refused; check the address"
        ) as told:
            fetch(index_at(url, f"me:{SECRET}@"), "torch", 5)
    assert SECRET not in str(told.value)


def test_silence_is_told_after_the_time_out() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(UnreachableError, match=r"within 0\.1 seconds; try again"):
            fetch(index_at(url), "torch", 0.1)


def test_a_drip_is_late_even_though_it_never_stops(fake_index: Fake) -> None:
    fake_index.page("torch")
    made = fake_index.answers[PAGE]
    fake_index.answers[PAGE] = type(made)(b"{", drips=True)
    with pytest.raises(UnreachableError, match=r"within 0\.2 seconds"):
        fetch(index_at(fake_index.url), "torch", 0.2)


def test_what_does_not_speak_http_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:

        def greet() -> None:
            connection, _ = server.accept()
            with connection:
                connection.recv(4096)
                connection.sendall(b"SSH-2.0-x\r\n")

        thread = threading.Thread(target=greet)
        thread.start()
        url = f"http://127.0.0.1:{server.getsockname()[1]}"
        with pytest.raises(UnreachableError, match="not whole or not HTTP"):
            fetch(index_at(url), "torch", 5)
        thread.join()


def test_an_answer_without_end_is_refused(
    fake_index: Fake, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("advisor.refresh.index._MOST_BYTES", 10)
    answer(fake_index, b"x" * 11)
    assert "cannot be a package index" in refusal(fake_index)
