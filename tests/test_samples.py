"""The acceptance suite: every folder of `sample_docs/` gets the answer of its `expected.json`."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from functools import cache
from pathlib import Path
from shutil import make_archive
from typing import Any

import jsonschema
import pytest

from docscheck.check import Options, Session
from docscheck.masking import PUBLIC
from docscheck.messages import Speaker
from docscheck.profile import Declared
from docscheck.reporters.interface import Manner, titles_of
from docscheck.reporters.to_json import as_json, schema_text
from specimens.cases import SHOWN
from specimens.folders.differences import differences

SAMPLES = sorted((Path(__file__).parents[1] / "sample_docs").glob("*/expected.json"))
SessionOf = Callable[[date], Session]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def session_of() -> Iterator[SessionOf]:
    """Give warm workers, the same for every sample of one day."""
    with ExitStack() as stack:
        yield cache(lambda today: stack.enter_context(Session(today, Options(jobs=2))))


def test_there_is_something_to_check() -> None:
    assert len(SAMPLES) >= 12


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.parent.name)
def test_the_sample_gets_its_answer(sample: Path, session_of: SessionOf) -> None:
    expected = json.loads(sample.read_text(encoding="utf-8"))
    options = dict(expected["options"])
    session = session_of(date.fromisoformat(options.pop("today")))
    report = session.check(sample.parent / "documents", Declared(**options))
    manner = Manner("en", Speaker(titles_of(session.rulebook)), session.rulebook)
    told: dict[str, Any] = json.loads(json.dumps(as_json(report, manner)))
    jsonschema.validate(told, json.loads(schema_text()))
    assert differences(expected, told) == ()
    assert shown_wrong(sample.parent.name, {f["rule"] for f in told["findings"]}) == []
    assert values_in_clear(expected, json.dumps(told, ensure_ascii=False)) == []


def shown_wrong(name: str, raised: set[str]) -> list[str]:
    """Give the rules that docs/rules.md shows with this folder, and that do otherwise."""
    refused = {rule for rule, pair in SHOWN.items() if pair.refused == name}
    accepted = {rule for rule, pair in SHOWN.items() if pair.accepted == name}
    return sorted((refused - raised) | (accepted & raised))


def test_a_zip_of_the_folder_gets_the_same_answer(session_of: SessionOf, tmp_path: Path) -> None:
    folder = SAMPLES[0].parents[1] / "complete" / "documents"
    archive = Path(make_archive(str(tmp_path / folder.name), "zip", folder))
    session = session_of(date(2026, 11, 23))
    unpacked, packed = (session.check(place, Declared()) for place in (folder, archive))
    assert packed == unpacked


def values_in_clear(expected: dict[str, Any], report: str) -> list[str]:
    """Give the personal values of the papers that the report shows unmasked."""
    fields = [
        value
        for pages in expected["files"].values()
        for page in pages
        for name, value in page["fields"].items()
        if name not in PUBLIC
    ]
    files = " ".join(expected["files"])
    # A student may have written a name into a file's name; that is shown.
    return [value for value in fields if f'"{value}"' in report and value not in files]
