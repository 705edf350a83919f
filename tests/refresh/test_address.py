import base64

import pytest

from advisor.model.errors import InputError
from advisor.refresh.address import read_address

SECRET = "s3cret"


def test_a_page_lies_under_the_path_with_one_slash_behind() -> None:
    for path in ("/simple", "/simple/", "/simple//"):
        index = read_address(f"https://host.test{path}", "--index-url")
        assert index.page("torch") == "https://host.test/simple/torch/"


def test_credentials_go_into_the_header_and_nowhere_else() -> None:
    index = read_address(f"https://me%40home:{SECRET}@host.test:8443/x", "here")
    assert index.page("a") == "https://host.test:8443/x/a/"
    assert index.origin == "https://host.test:8443"
    scheme, code = index.authorization.split()
    assert (scheme, base64.b64decode(code)) == ("Basic", b"me@home:s3cret")


def test_a_token_without_a_password_is_sent_as_pip_sends_it() -> None:
    code = read_address("https://token@host.test/", "here").authorization.split()[1]
    assert base64.b64decode(code) == b"token:"
    assert read_address("https://host.test/", "here").authorization == ""


def test_neither_password_nor_path_is_in_the_representation() -> None:
    index = read_address(f"https://u:{SECRET}@host.test/{SECRET}/simple", "here")
    assert SECRET not in repr(index)
    assert "dTpz" not in repr(index)


def test_an_ipv6_host_keeps_its_brackets() -> None:
    assert read_address("http://[::1]:80/s", "here").page("a") == "http://[::1]:80/s/a/"


@pytest.mark.parametrize(
    "url",
    [
        "",
        "host.test/simple",
        f"ftp://u:{SECRET}@host.test/simple",
        f"file:///{SECRET}",
        f"u:{SECRET}@host.test",
        f"https://u:{SECRET}@/simple",
        f"https://u:{SECRET}@host.test:port/",
        f"https://u:{SECRET}@host.test:99999/",
        f"https://u:{SECRET}@host..test/",
        f"https://[u:{SECRET}@host.test/",
        f"https://host.test/?key={SECRET}",
        f"https://host.test/#{SECRET}",
        f"https://u:{SECRET} @host.test/",
        f"https://u:{SECRET}@host.test/\r\nX: y",
        f"https://u:{SECRET}@höst.test/",
    ],
)
def test_a_bad_address_is_told_without_repeating_it(url: str) -> None:
    with pytest.raises(InputError) as caught:
        read_address(url, "PIP_INDEX_URL")
    text = str(caught.value)
    assert text.startswith("PIP_INDEX_URL: ")
    assert "https://HOST/simple" in text
    assert SECRET not in text
    assert caught.value.__cause__ is None
