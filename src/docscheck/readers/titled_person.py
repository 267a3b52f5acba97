"""The person a letter names after a title: `atteste que Madame Ana LIMA, née le`.

Question: whom is this letter of an authority about? Such letters have no labels; they name the
person once, after `Monsieur`, `Madame`, `M.`, `Mme`, before a comma, the birth or a nationality.
Surname and given names are told apart by their capitals; where that does not settle it, only the
whole name is given. `Madame, Monsieur,` and the person who signs are not taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from docscheck.document import Field
from docscheck.readers import values
from docscheck.readers.child import split_by_capitals
from docscheck.readers.interface import Reading
from docscheck.readers.sheet import sheets_of

ID = "titled-person"

_TITLE = re.compile(
    r"(?:\b(?:Monsieur|Madame|Mademoiselle|MONSIEUR|MADAME|Mme|Mlle|Mr|MME|Mrs|Ms)\b\.?|\bM\.)"
    r"(?: (?:ou|/) (?:Madame|Monsieur))?\s+(?!(?:le|la|les|l'|,))"
)
_ENDS = re.compile(
    r",|;|\(|:|\d|\bn[ée]+\b|\bde nationalit|\bde sexe|\bdemeurant|\bressortissant|\btitulaire"
    r"|\bdomicili|\ba (?:d[ée]pos|sollicit|demand|pr[ée]sent)|\best\b|\.\s"
)
_LONGEST = 90
_FEWEST_WORDS = 2


class Settings(Struct, frozen=True):
    """Settings of the `titled-person` reader."""

    part: Literal["surname", "given_names", "whole"]
    """Which of the names."""


def read(reading: Reading, name: str, settings: Settings) -> Iterator[Field]:
    """Yield that part of the names after a title, in reading order."""
    for sheet in sheets_of(reading):
        passage = sheet.passage
        for title in _TITLE.finditer(passage.text):
            start = title.end()
            stretch = passage.text[start : start + _LONGEST].replace("\n", " ")
            end = _ENDS.search(stretch)
            if end is None:
                continue
            value = _part(values.name(stretch[: end.start()].strip()), settings.part)
            if value:
                yield passage.field(name, value, (start, start + end.start()))


def _part(whole: str, part: str) -> str:
    if len(whole.split()) < _FEWEST_WORDS:
        return ""
    split = split_by_capitals(whole)
    if part == "whole":
        return whole
    return "" if split is None else split[0 if part == "surname" else 1]
