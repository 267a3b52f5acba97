"""The report as the file that `docscheck check --format html` writes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from docscheck.document import PagePicture
from docscheck.messages import Speaker
from docscheck.report import Report
from docscheck.reporters import to_html
from docscheck.reporters.interface import Manner, titles_of
from docscheck.rulebook.schema import Rulebook
from docscheck.whole_file import exchanged


def manner_of(rulebook: Rulebook, language: str) -> Manner:
    """Give the manner in which a report is spoken on the page: values masked."""
    return Manner(language, Speaker(titles_of(rulebook)), rulebook)


def write_page(
    report: Report,
    rulebook: Rulebook,
    pictures: Mapping[str, tuple[PagePicture, ...]],
    into: tuple[str, Path],
) -> None:
    """Write the report, to be read first in a language, to a file."""
    language, path = into
    speaker = Speaker(titles_of(rulebook))
    with exchanged(path) as out:
        to_html.write(report, out, Manner(language, speaker, rulebook, pictures=pictures))
