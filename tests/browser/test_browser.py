"""The browser of these tests itself: that it tells a good page from a bad one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.accessibility import Barrier
from tests.browser.conftest import OpenPage

_HEAD = '<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title>'
GOOD = f"{_HEAD}<main><h1>Good</h1><p>Words.</p></main></html>"
PALE = f'{_HEAD}<main><h1>Bad</h1><p style="color:#ccc;background:#fff">Pale.</p></main></html>'
CALLING = f'{_HEAD}<main><h1>Bad</h1><img alt="" src="http://192.0.2.1/x.png"></main></html>'


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str], Path]:
    def write(html: str) -> Path:
        file = tmp_path / "page.html"
        file.write_text(html, encoding="utf-8")
        return file

    return write


def test_a_good_page_passes(
    open_page: OpenPage,
    audit: Callable[[Page], list[Barrier]],
    written: Callable[[str], Path],
) -> None:
    page = open_page(written(GOOD))
    assert page.title() == "A page"
    assert audit(page) == []


def test_pale_words_are_found(
    open_page: OpenPage,
    audit: Callable[[Page], list[Barrier]],
    written: Callable[[str], Path],
) -> None:
    with pytest.raises(AssertionError, match="color-contrast"):
        audit(open_page(written(PALE)))


def test_a_call_elsewhere_is_seen(
    open_page: OpenPage, complaints: list[str], written: Callable[[str], Path]
) -> None:
    open_page(written(CALLING))
    assert any("192.0.2.1" in said for said in complaints)
    complaints.clear()
