"""A real browser for the tests of this folder: `open_page`, and `audit` for what is on it.

One browser for the session (and each xdist worker). Playwright keeps a loop of asyncio going in the
background meanwhile, so no test may start one of its own; docscheck itself uses none
(`test_no_way_in`). Every page has a context of its own. A page that asks for anything outside this
machine, whose policy refuses something or whose script fails, fails its test at the end.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from measure.browser import executable, launched
from tests.browser.accessibility import GRAVE, Barrier, barriers

_OWN_SCHEMES = frozenset({"file", "data", "blob", "about"})
_OWN_HOSTS = frozenset({"127.0.0.1", "localhost", "::1"})


class OpenPage(Protocol):
    """What the fixture `open_page` gives."""

    def __call__(self, address: str | Path, **context: Any) -> Page:
        """Open a file or an address of this machine, in a context with these options.

        Options are those of Playwright's `Browser.new_context`: `color_scheme="dark"`,
        `viewport={"width": 390, "height": 844}`, `forced_colors="active"`, ...
        """


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give the one browser; without one, tests are skipped, but never in CI."""
    if executable() is None:
        reason = "no Chromium here: `sh scripts/system_packages.sh develop` installs it"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with launched() as started:
        yield started


@pytest.fixture
def complaints() -> list[str]:
    """Collect what pages of this test did that no page may do; a test may look, or empty it."""
    return []


@pytest.fixture
def open_page(browser: Browser, complaints: list[str]) -> Iterator[OpenPage]:
    """Open pages; at the end none of them may have given cause for complaint."""
    contexts: list[BrowserContext] = []

    def opened(address: str | Path, **context: Any) -> Page:
        contexts.append(browser.new_context(**context))
        page = contexts[-1].new_page()
        _watch(page, complaints)
        page.goto(address.absolute().as_uri() if isinstance(address, Path) else address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


def _watch(page: Page, complaints: list[str]) -> None:
    page.on("request", lambda request: complaints.extend(_elsewhere(request.url)))
    page.on("console", lambda told: complaints.extend([told.text] * (told.type == "error")))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("crash", lambda _: complaints.append("the page crashed"))


def _elsewhere(url: str) -> Iterator[str]:
    parts = urlsplit(url)
    if parts.scheme not in _OWN_SCHEMES and parts.hostname not in _OWN_HOSTS:
        yield f"asked for {url[:200]}"


@pytest.fixture(scope="session")
def audit() -> Callable[[Page], list[Barrier]]:
    """Fail on serious or critical findings of axe-core; give the lesser ones."""

    def audited(page: Page) -> list[Barrier]:
        found = barriers(page)
        assert [one for one in found if one.impact in GRAVE] == []
        return found

    return audited
