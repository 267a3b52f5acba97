"""A report of fifteen papers with the largest pictures there can be: small enough, and quick."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec.structs import replace
from playwright.sync_api import Browser

from docscheck.document import PagePicture
from docscheck.page_pictures import MOST_BYTES
from docscheck.report import Report
from measure import html_report
from tests import literal
from tests.browser.pages import drawn, written
from tests.literal import part, read
from tests.reporters.reports import report


def fifteen() -> Report:
    """A folder of fifteen papers with a value each, and something to say of most of them."""
    return report(
        *(
            literal.file(f"{n}.pdf", part("school_certificate", read("school_year", "2025-2026")))
            for n in range(html_report.PAPERS)
        )
    )


def largest(told: Report) -> Mapping[str, tuple[PagePicture, ...]]:
    """A picture of each page that takes all the room it may have; what follows its end is noise."""
    one = drawn(1)
    full = replace(one, data=one.data.ljust(MOST_BYTES, b"\x00"))
    return {file.file.path: (full,) for file in told.files}


def test_it_is_under_3_mb_and_loads_in_under_a_second(tmp_path: Path, browser: Browser) -> None:
    told = fifteen()
    file = written(told, tmp_path / "report.html", pictures=largest(told))
    assert 15 * MOST_BYTES < file.stat().st_size < html_report.MOST_BYTES
    times, asked = html_report.loading(file, browser, 3)
    assert min(times) < html_report.MOST_MILLISECONDS
    assert asked == []
