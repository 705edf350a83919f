from pathlib import Path

import pytest

from advisor.files.wording import printable
from advisor.knowledge.base import knowledge_of, roots
from advisor.knowledge.cache import DIRECTORY_VARIABLE
from advisor.knowledge.home import builtin_root
from advisor.model.errors import InputError, KnowledgeError
from advisor.model.knowledge import Knowledge


def test_the_built_in_rule_base_is_found() -> None:
    assert (builtin_root() / "constants.yaml").is_file()


def test_without_overlays_only_the_built_in_rule_base_is_read() -> None:
    assert roots([]) == [builtin_root()]


def test_overlays_come_after_the_built_in_rule_base_in_their_order(
    tmp_path: Path,
) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir()
    two.mkdir()
    assert roots([two, one]) == [builtin_root(), two, one]
    assert roots([two, one], builtin=False) == [two, one]


def test_no_builtin_without_a_folder_leaves_nothing() -> None:
    with pytest.raises(InputError, match="--no-builtin leaves no rule base; add"):
        roots([], builtin=False)


@pytest.mark.parametrize("name", ["missing", "file", "\x1b[31m"])
@pytest.mark.parametrize("builtin", [True, False])
def test_an_overlay_must_be_a_folder(tmp_path: Path, name: str, builtin: bool) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(InputError, match="not a folder; name one") as caught:
        roots([tmp_path / name], builtin=builtin)
    assert printable(str(caught.value))


def sound(_knowledge: Knowledge) -> None:
    """Accept every rule base."""


def unsound(_knowledge: Knowledge) -> None:
    raise KnowledgeError(["nothing fits"])


def test_what_is_not_sound_never_reaches_the_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(DIRECTORY_VARIABLE, str(tmp_path))
    for _ in range(2):
        with pytest.raises(KnowledgeError, match="nothing fits"):
            knowledge_of(roots([]), unsound)
    assert list(tmp_path.iterdir()) == []


def test_what_lies_in_the_cache_is_not_proved_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, knowledge: Knowledge
) -> None:
    monkeypatch.setenv(DIRECTORY_VARIABLE, str(tmp_path))
    knowledge_of(roots([]), sound)
    assert knowledge_of(roots([]), unsound) == knowledge


def test_no_builtin_needs_a_whole_rule_base(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(DIRECTORY_VARIABLE, str(tmp_path / "cache"))
    (tmp_path / "rules").mkdir()
    (tmp_path / "release.yaml").write_text('version: "1"\n')
    with pytest.raises(KnowledgeError, match=r"constants\.yaml is missing"):
        knowledge_of(roots([tmp_path], builtin=False), sound)


def test_the_second_time_it_comes_from_the_cache_and_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, knowledge: Knowledge
) -> None:
    monkeypatch.setenv(DIRECTORY_VARIABLE, str(tmp_path))
    assert knowledge_of(roots([]), sound) == knowledge
    (kept,) = tmp_path.iterdir()
    before = kept.stat().st_mtime_ns
    assert knowledge_of(roots([]), sound) == knowledge
    assert kept.stat().st_mtime_ns == before
