"""No number of a paper is in the report of its folder, neither as text nor on a picture."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from measure.html_report import found_in_text, found_on_pictures, numbers_on, written

SAMPLE = Path(__file__).parents[2] / "sample_docs" / "completion"


def test_a_number_is_found_however_it_is_grouped() -> None:
    page = '<bdi>FR14 2004 1010</bdi> <p>X 739&#49;</p><image href="data:image/jpeg;base64,AAAA"/>'
    numbers = frozenset({"FR1420041010", "X7391", "AAAA"})
    assert found_in_text(page, numbers) == {"FR1420041010", "X7391"}


@pytest.mark.slow
def test_no_number_of_the_folder_is_in_its_report(tmp_path: Path) -> None:
    numbers = numbers_on(json.loads((SAMPLE / "expected.json").read_text("utf-8"))["files"])
    page = written(SAMPLE / "documents", tmp_path / "report.html")
    assert len(numbers) >= 6
    assert page.count("data:image/jpeg;base64,") >= 6
    assert found_in_text(page, numbers) == frozenset()
    assert found_on_pictures(page, numbers) == frozenset()
