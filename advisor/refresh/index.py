"""Asking a package index for the page of a package."""

import socket
import ssl
import time
from collections.abc import Iterator
from http import HTTPStatus
from http.client import HTTPException, HTTPMessage, HTTPResponse
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from advisor.model.errors import InputError
from advisor.refresh.address import SCHEMES, Index

JSON = "application/vnd.pypi.simple.v1+json"

_TYPES = (JSON, "application/vnd.pypi.simple.latest+json", "application/json")
_AUTHORIZATION = "Authorization"
_MOST_BYTES = 64_000_000  # the longest page of PyPI has a few million
_CHUNK = 65_536
_NOT_JSON = (
    "answers, but not with JSON; name an index with the JSON simple API (PEP 691)"
)
_REFUSED = {
    HTTPStatus.NOT_FOUND: (
        "has no such package; correct the packages of the framework, "
        "or name another index"
    ),
    HTTPStatus.UNAUTHORIZED: (
        "wants a user name and a password; "
        "put them into the address that PIP_INDEX_URL holds"
    ),
    HTTPStatus.FORBIDDEN: "refuses access; ask those who run it, or name another index",
    HTTPStatus.NOT_ACCEPTABLE: _NOT_JSON,
}


class UnreachableError(InputError):
    """Nobody answers there; to ask for the next package would be in vain."""


def fetch(index: Index, package: str, timeout: float) -> bytes:
    """Return the JSON page of a package; all of it must come within `timeout` seconds.

    Raises `UnreachableError` where there is no answer and `InputError` where it is
    not the page. The messages name the host alone: addresses may hold secrets.
    """
    request = Request(index.page(package), headers={"Accept": JSON})
    if index.authorization:
        request.add_unredirected_header(_AUTHORIZATION, index.authorization)
    deadline = time.monotonic() + timeout
    try:
        with build_opener(_Redirects()).open(request, timeout=timeout) as response:
            return _page(response, index, deadline)
    except HTTPError as error:
        error.close()
        raise InputError(f"{index.origin} {_refusal(error.code)}") from None
    except TimeoutError:
        raise _late(index, timeout) from None
    except (
        OSError,
        HTTPException,
        ValueError,
    ) as error:  # the last: a name no host has
        reason = error.reason if isinstance(error, URLError) else error
        if isinstance(reason, TimeoutError):
            raise _late(index, timeout) from None
        raise UnreachableError(
            f"{index.origin} cannot be reached: {_reason(reason)}"
        ) from None


class _Redirects(HTTPRedirectHandler):
    """Follows where pip would, and tells a password only to whom it was given."""

    def http_error_302(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage
    ) -> IO[bytes] | None:
        """Follow a redirection; one to what is no address is itself the answer."""
        try:
            urlsplit(headers.get("Location") or "")
        except ValueError:
            return None
        return super().http_error_302(req, fp, code, msg, headers)

    http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302

    def redirect_request(  # noqa: PLR0913 - as inherited
        self,
        req: Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> Request | None:
        old, new = urlsplit(req.full_url), urlsplit(newurl)
        weaker = old.scheme == "https" and new.scheme != "https"
        if new.scheme not in SCHEMES or weaker:
            return None  # which makes the redirection itself the answer
        following = super().redirect_request(req, fp, code, msg, headers, newurl)
        secret = req.unredirected_hdrs.get(_AUTHORIZATION)
        same = (old.scheme, old.netloc) == (new.scheme, new.netloc)
        if following is not None and secret and same:
            following.add_unredirected_header(_AUTHORIZATION, secret)
        return following


def _page(response: HTTPResponse, index: Index, deadline: float) -> bytes:
    if response.headers.get_content_type() not in _TYPES:
        raise InputError(f"{index.origin} {_NOT_JSON}")
    data = bytearray()
    for part in _parts(response, deadline):
        data += part
        if len(data) > _MOST_BYTES:
            raise InputError(
                f"{index.origin} answers with more than {_MOST_BYTES // 1_000_000} MB; "
                "this cannot be a package index, name another"
            )
    return bytes(data)


def _parts(response: HTTPResponse, deadline: float) -> Iterator[bytes]:
    """Yield the answer as it comes in: a slow drip is late, not endless."""
    while part := response.read1(_CHUNK):
        yield part
        if time.monotonic() > deadline:
            raise TimeoutError


def _late(index: Index, timeout: float) -> UnreachableError:
    return UnreachableError(
        f"{index.origin} does not answer within {timeout:g} seconds; "
        "try again, or take a longer --timeout"
    )


def _refusal(code: int) -> str:
    """Say what the status means; the text that came with it is not ours to repeat."""
    if code in _REFUSED:
        return f"{_REFUSED[HTTPStatus(code)]} (HTTP {code})"
    if HTTPStatus.MULTIPLE_CHOICES <= code < HTTPStatus.BAD_REQUEST:
        return f"sends elsewhere, where we do not follow (HTTP {code}); name that index"
    return f"cannot answer (HTTP {code}); try again later, or name another index"


def _reason(reason: object) -> str:
    match reason:
        case ssl.SSLCertVerificationError():
            return (
                "its certificate cannot be verified; "
                "name the file with the right authorities in SSL_CERT_FILE"
            )
        case socket.gaierror():
            return "there is no such host; check the address and the network"
        case OSError(strerror=str(text)) if text.isprintable():
            return f"{text}; check the address and the network"
        case HTTPException():
            return "the answer is not whole or not HTTP; check the address"
        case _:
            return "the connection failed; check the address and the network"
