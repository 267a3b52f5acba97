"""A real browser for tests and measurements: Debian's Chromium, driven by Playwright.

Playwright brings no browser of its own here: the one of the system is used, without its sandbox
(containers lack what it needs; it opens only pages made here) and with all that calls home off.
No name but that of this machine is resolved.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator

from playwright.sync_api import Browser, sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage"),
    *("--font-render-hinting=none", "--force-color-profile=srgb"),
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
)


def executable() -> str | None:
    """Find the browser's program; nothing where there is none."""
    return next((path for name in _NAMES if (path := shutil.which(name))), None)


@contextlib.contextmanager
def launched() -> Iterator[Browser]:
    """Give the browser without a window; it ends with the block."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=executable(), args=list(_FLAGS))
        try:
            yield browser
        finally:
            browser.close()
