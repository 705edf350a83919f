import pytest

from advisor.model.errors import InputError
from advisor.scan.dependencies.pipfile_lock import read

REAL = """\
{
    "_meta": {
        "hash": {"sha256": "aa"},
        "requires": {"python_version": "3.11"}
    },
    "default": {
        "torch": {
            "hashes": [
                "sha256:aa"
            ],
            "markers": "python_version >= '3.8'",
            "version": "==2.0.1"
        }
    },
    "develop": {
        "tf\\u002dkeras": {"version": "==2.15"}
    }
}
"""


def test_packages_are_read_with_their_lines() -> None:
    found = read(REAL, "Pipfile.lock")
    assert [(e.package, e.place.line, e.versions, e.direct) for e in found.named] == [
        ("pkg:pypi/torch", 7, "==2.0.1", False),
        ("pkg:pypi/tf-keras", 16, "==2.15", False),
    ]
    assert found.unreadable == ()


@pytest.mark.parametrize("text", ["", "{]", '{"a": {}, "a": {}}', "[" * 5000])
def test_what_cannot_be_read_is_an_input_error(text: str) -> None:
    with pytest.raises(InputError, match=r"^F:1: "):
        read(text, "F")
