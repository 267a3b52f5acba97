"""The day a letter or a certificate was written: `Lyon, le 4 mai 2027`, `Fait à Lyon le 4/5/2027`.

Question: from when does the paper speak? Prefectures and offices put place and day at the head or
at the foot. A date inside a sentence is not taken: it stands behind a capitalised place, alone on
its line or nearly, or behind `fait`, `délivré`, `établi`, `édité`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from docscheck.document import Field
from docscheck.readers import dates
from docscheck.readers.interface import Reading
from docscheck.readers.passage import Passage, fold
from docscheck.readers.sheet import sheets_of

ID = "letter-date"

_MADE = re.compile(
    r"\b(?:fait|delivree?|etablie?|editee?|emise?|date|issued|done)\b[^:;\d]{0,40}?"
    r"(?:\bl[e']|\bon|\bdu|\bd'emission|:)\s*+(?::\s*+)?$"
)
_PLACE = re.compile(r"^\W*+(?:a\s++)?[^\W\d_][\w'’\- ]{1,40},\s*+(?:le\s*+(?::\s*+)?)?$")
_MOST_BEHIND = 12
"""Characters that may follow the date on its line; a sentence goes on."""


class Settings(Struct, frozen=True):
    """No settings."""


def read(reading: Reading, name: str, settings: Settings) -> Iterator[Field]:
    """Yield the days at the head and foot of the letter, in reading order, each once."""
    seen: set[str] = set()
    for sheet in sheets_of(reading):
        for cell in sheet.cells:
            passage = cell.passage
            for written in dates.find(passage.text, reading.today, month_first=False):
                if written.value not in seen and _dates_the_paper(passage, written.span):
                    seen.add(written.value)
                    yield passage.field(name, written.value, written.span)


def _dates_the_paper(passage: Passage, span: tuple[int, int]) -> bool:
    before, behind = fold(passage.text[: span[0]]), passage.text[span[1] :]
    if len(behind.strip()) > _MOST_BEHIND:
        return False
    alone = _PLACE.search(before) is not None and passage.text.lstrip()[:1].isupper()
    return alone or _MADE.search(before) is not None
