"""A headless browser, one for all tests, and documents to show in it."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.support.wait import WebDriverWait

from advisor.engine.recommend import recommend
from advisor.knowledge.profiles import read_profile
from advisor.model.evidence import Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.report import Report

_PROFILE = Path(__file__).parents[3] / "knowledge" / "profiles" / "android-browser.yaml"
_FLAGS = (
    *("headless=new", "no-sandbox", "disable-gpu", "disable-quic", "no-first-run"),
    *("disable-background-networking", "disable-component-update", "disable-sync"),
)

_COMPLETE = (
    "return location.href === arguments[0] && document.readyState === 'complete'"
)

# Shows a document, at a width in pixels and in the light or the dark scheme.
Show = Callable[..., Chrome]


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    """Return a browser that logs what it fetches; without one, tests say so and skip."""
    program, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if program is None or driver is None:
        pytest.skip("no browser: chromium and chromedriver must both be on the PATH")
    options = ChromeOptions()
    options.binary_location = program
    for flag in _FLAGS:
        options.add_argument(f"--{flag}")
    options.add_argument(f"--user-data-dir={tmp_path_factory.mktemp('browser')}")
    options.set_capability(
        "goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"}
    )
    own = Chrome(options=options, service=Service(driver))
    own.set_page_load_timeout(30)
    yield own
    with suppress(Exception):
        own.quit()


@pytest.fixture
def show(browser: Chrome, tmp_path: Path) -> Show:
    """Return how to show a document."""

    def shown(document: str, *, width: int = 1280, scheme: str = "light") -> Chrome:
        file = tmp_path / "page.html"
        file.write_text(document, encoding="utf-8")
        size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        media(browser, "screen", scheme)
        logged(browser, "performance")
        logged(browser, "browser")
        browser.get(file.as_uri())
        # On a busy machine the driver may come back before the page is complete.
        WebDriverWait(browser, 30).until(
            lambda own: own.execute_script(_COMPLETE, file.as_uri())
        )
        return browser

    return shown


def logged(browser: Chrome, what: str) -> list[dict[str, Any]]:
    """Return what a log has since it was last read; Any: as the browser gave it."""
    entries: list[dict[str, Any]] = browser.get_log(what)  # type: ignore[no-untyped-call]
    return entries


def media(browser: Chrome, kind: str, scheme: str = "light") -> None:
    """Let the browser show a page on the screen or as printed, light or dark."""
    features = [
        {"name": "prefers-color-scheme", "value": scheme},
        {"name": "prefers-reduced-motion", "value": "reduce"},
    ]
    settings = {"media": kind, "features": features}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", settings)


@pytest.fixture(scope="session")
def real_report(knowledge: Knowledge) -> Report:
    """Return the report of a real profile with something to say in every part."""
    text = _PROFILE.read_text(encoding="utf-8")
    profile = read_profile(text, _PROFILE.name, knowledge)
    return recommend(knowledge, profile, date(2026, 11, 21), Evidence.ALL)
