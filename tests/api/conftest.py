"""A cache of the rule base for these tests alone."""

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the cache."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def own_cache(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep what is cached out of the reader's own folder."""
    monkeypatch.setenv("ADVISOR_CACHE_DIR", str(cache))
