"""The address of a package index: checked, and never shown with what is secret in it."""

import base64
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from advisor.model.errors import InputError

SCHEMES = ("http", "https")

_LIKE = "write it like https://HOST/simple"


@dataclass(frozen=True)
class Index:
    """A package index.

    No `@record`, whose representation shows every field: the path of an address may
    be as secret as the password before it. Messages name `origin` alone.
    """

    origin: str
    base: str = field(repr=False)
    authorization: str = field(repr=False)

    def page(self, package: str) -> str:
        """Return the address of the page of a package (a normalised name)."""
        return f"{self.base}/{package}/"


def read_address(url: str, where: str) -> Index:
    """Return the index at `url`; `where` says in messages who gave the address.

    Raises `InputError`, which never repeats the address: where it is malformed nobody
    can tell which part of it is a password.
    """
    if not url.isascii() or not url.isprintable() or " " in url:
        raise InputError(
            f"{where}: contains a blank, an invisible or a non-ASCII character; {_LIKE}"
        )
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
        (host or "").encode("idna")  # or the look-up of the name would stumble
    except ValueError:  # its text may hold a part of the address
        raise InputError(f"{where}: not an address; {_LIKE}") from None
    if parts.scheme not in SCHEMES:
        raise InputError(f"{where}: only http and https can be asked; {_LIKE}")
    if not host:
        raise InputError(f"{where}: names no host; {_LIKE}")
    if parts.query or parts.fragment:
        raise InputError(f"{where}: goes on after the path with ? or #; {_LIKE}")
    bare = f"[{host}]" if ":" in host else host
    origin = f"{parts.scheme}://{bare}" + (f":{port}" if port is not None else "")
    return Index(
        origin=origin,
        base=origin + parts.path.rstrip("/"),
        authorization=_authorization(parts.username, parts.password),
    )


def _authorization(user: str | None, password: str | None) -> str:
    """Return the header that pip would send for these parts of an address."""
    if not user and not password:
        return ""
    pair = f"{unquote(user or '')}:{unquote(password or '')}"
    return f"Basic {base64.b64encode(pair.encode(errors='replace')).decode('ascii')}"
