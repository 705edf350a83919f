from pathlib import Path

import pytest

from advisor.model.errors import InputError
from advisor.refresh.configured import DEFAULT, VARIABLE, configured


@pytest.fixture(autouse=True)
def _nothing_configured(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep what the person who runs the tests has told pip out of them."""
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")


def pip_file(folder: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    pytest.importorskip("pip")
    path = folder / "pip.conf"
    path.write_text(text, encoding="utf-8")
    monkeypatch.setenv("PIP_CONFIG_FILE", str(path))


def test_the_environment_goes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, " https://mine.test/simple ")
    assert configured() == ("https://mine.test/simple", VARIABLE)


def test_without_any_configuration_it_is_the_public_index() -> None:
    assert configured() == (DEFAULT, "the default index")


def test_an_empty_variable_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "")
    assert configured()[0] == DEFAULT


def test_a_configuration_file_of_pip_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pip_file(tmp_path, monkeypatch, "[global]\nindex-url = https://it's.test/a=b\n")
    assert configured() == (
        "https://it's.test/a=b",
        "pip's configuration (global.index-url)",
    )


def test_what_is_configured_for_install_goes_before_global(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "[install]\nindex-url = https://i.test\n[global]\nindex-url = https://g.test"
    pip_file(tmp_path, monkeypatch, text)
    assert configured()[0] == "https://i.test"


def test_a_configuration_that_pip_cannot_read_is_no_reason_to_ask_in_public(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pip_file(tmp_path, monkeypatch, "index-url = https://u:s3cret@mine.test\n")
    with pytest.raises(InputError, match="give --index-url") as caught:
        configured()
    assert "s3cret" not in str(caught.value)


def test_a_folder_called_pip_in_the_working_directory_is_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("pip")
    trap = tmp_path / "pip"
    trap.mkdir()
    (trap / "__init__.py").touch()
    line = "import pathlib; pathlib.Path('sprung').touch()"
    (trap / "__main__.py").write_text(line, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert configured()[0] == DEFAULT
    assert not (tmp_path / "sprung").exists()


def test_without_pip_it_is_the_public_index(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "")
    assert configured()[0] == DEFAULT
