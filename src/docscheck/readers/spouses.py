"""The two persons a marriage record is about.

Question: who married, and when was the first of them born? Records in prose name a spouse and go on
with a birth, an age or the parents (`Jean DUPONT, né le ...`, `DUPONT Jean, du 05/07/2003, et
...`), extracts print blocks (`ÉPOUX`, `ÉPOUSE`) or labels (`Name and surname of husband`). The
first named comes first; which of them is the student, a record does not say, so that the birth date
of the other is an alternative. Source: circular of 28 October 2011 (model records).

It does not read the parents of the spouses, nor the date of the marriage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from docscheck.document import Field
from docscheck.readers import dates, dates_in_words, parent_labels
from docscheck.readers.cells import right_of
from docscheck.readers.child import name_before, split_by_capitals
from docscheck.readers.interface import Reading
from docscheck.readers.name_shape import is_full_name
from docscheck.readers.parent_words import Parent
from docscheck.readers.passage import Passage, fold
from docscheck.readers.sheet import Sheet, sheets_of

ID = "spouses"

_SAID_OF_SPOUSE = re.compile(
    r"(?:(?<!\s)\s++)?(?:[,(]\s*+)?\b(?:nee?\b|ne\(|du \d|de nationalite|age+\b|domicilie"
    r"|profession|celibataire|born\b|nat[oa]\b|nacid[oa]\b|nascid[oa]\b|geboren\b|aged\b|bachelor|spinster"
    r"|soltero|soltera|ont declare|et\s+[^\W\d_]+\s+[^\W\d_]+(?:\s+[^\W\d_]+)?\s+ont declare)"
)
"""What a record says right after the name of a spouse."""
_NOT_OF_SPOUSE = re.compile(
    r"\b(?:fils|fille|son|daughter|hij[oa]|filh[oa]|figli[oa])\s+(?:de|d|of|di)\b[^.;]{0,60}$"
)
_AFTER_NAME = 140
"""Characters after a name within which the birth date of that person stands."""
_BIRTH = re.compile(
    r"naissance|\bnee?\b|\bne\(e|birth|\bborn\b|nacimiento|nascimento|nascita|geburt|geboren|urodz"
    r"|nasteri|dogum|рожд|ميلاد|ولاد"
)
"""What a label of a date of birth says."""
_COUPLE = 2
_YOUNGEST = 14
"""Years; a later date is that of the marriage or of the copy."""


class Settings(Struct, frozen=True):
    """Settings of the `spouses` reader."""

    part: Literal["surname", "given_names", "birth_date"]
    """Of each spouse, the first named first."""


def read(reading: Reading, name: str, settings: Settings) -> Iterator[Field]:
    """Yield that part of each spouse, in the order of the record."""
    seen: set[str] = set()
    if settings.part == "birth_date":
        yield from _births(reading, name)
        return
    for whole in _named(reading, name):
        names = split_by_capitals(whole.value)
        value = names[settings.part == "given_names"] if names else ""
        if value and value not in seen:
            seen.add(value)
            yield replace(whole, value=value)


def _named(reading: Reading, name: str) -> Iterator[Field]:
    for sheet in sheets_of(reading):
        yield from _in_forms(sheet, name)
        for page in sheet.passages:
            yield from (page.field(name, value, span) for value, span in _in_prose(page))


def _in_forms(sheet: Sheet, name: str) -> Iterator[Field]:
    """Yield the names in blocks or at labels of husband and wife."""
    parents: tuple[Parent, ...] = ("father", "mother")
    for parent in parents:
        for surname, given in parent_labels.blocks(sheet, parent, spouses=True):
            cell, value, span = surname
            yield cell.passage.field(name, f"{given[1]} {value.upper()}", span)
    for parent in parents:
        for label, cell, value, span in parent_labels.beside(sheet, parent, spouses=True):
            if label.of_spouse and is_full_name(value):
                yield cell.passage.field(name, value, span)


def _in_prose(page: Passage) -> Iterator[tuple[str, tuple[int, int]]]:
    flat = page.text.replace("\n", " ")
    folded = fold(flat)
    for said in _SAID_OF_SPOUSE.finditer(folded):
        if _NOT_OF_SPOUSE.search(folded, max(0, said.start() - _AFTER_NAME), said.start()):
            continue
        found = name_before(flat, said.start(), "")
        if found and is_full_name(found[0]):
            yield found


def _births(reading: Reading, name: str) -> Iterator[Field]:
    """Yield the birth date of the spouse named first; the other's cannot be excluded."""
    born = [
        page.field(name, written.value, written.span)
        for sheet in sheets_of(reading)
        for page, written in (
            *_births_in_prose(sheet, reading),
            *_births_at_labels(sheet, reading),
        )
    ]
    if born:
        others = dict.fromkeys(f.value for f in born if f.value != born[0].value)
        yield replace(born[0], alternatives=tuple(others))


def _births_in_prose(sheet: Sheet, reading: Reading) -> Iterator[tuple[Passage, dates.Written]]:
    for page in sheet.passages:
        found = _of_an_age_to_marry(page, reading)
        for _, (_, end) in _in_prose(page):
            near = (d for d in found if end <= d.span[0] < end + _AFTER_NAME)
            if (written := next(near, None)) is not None:
                yield page, written


def _births_at_labels(sheet: Sheet, reading: Reading) -> Iterator[tuple[Passage, dates.Written]]:
    """Yield the dates at labels of birth, in columns or one under another, if they are several."""
    found: list[tuple[Passage, dates.Written]] = []
    for label in sheet.cells:
        if _BIRTH.search(fold(label.text)):
            own = [(label.passage, d) for d in _of_an_age_to_marry(label.passage, reading)]
            beside = (cell.passage for cell in right_of(label, sheet.cells))
            found += own or [(p, d) for p in beside for d in _of_an_age_to_marry(p, reading)]
    if len({written.value for _, written in found}) >= _COUPLE:
        yield from found


def _of_an_age_to_marry(page: Passage, reading: Reading) -> list[dates.Written]:
    text = fold(page.text).replace("\n", " ")
    latest = str(reading.today.year - _YOUNGEST)
    found = (*dates.find(text, reading.today, month_first=False), *dates_in_words.find(text))
    return sorted((d for d in found if d.value < latest), key=lambda written: written.span)
