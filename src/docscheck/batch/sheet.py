"""Which rows of text does a list hold? The bytes of a CSV file or an XLSX workbook in, rows out.

Runs in a process of its own (`sheet_worker`): whoever sends an office its list may send anything.
Known by content, not by name: a ZIP archive is taken for a workbook (ECMA-376), bytes without a
zero for text. Text is UTF-8, UTF-16 with its mark, or else Windows-1252; its columns are parted by
semicolons, commas or tabs, whichever the first row has most of, or what `sep=` before it says. Of a
workbook the first visible sheet is read; formulas are never computed: the value that was stored
with one is its value.
"""

from __future__ import annotations

import codecs
import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from enum import StrEnum
from itertools import islice
from typing import Annotated

from msgspec import Meta, Struct

MAX_ROWS, MAX_COLUMNS, MAX_CELL = 200_000, 200, 500
MAX_UNPACKED_BYTES = 400_000_000
"""Of all parts of a workbook by its own account; `zipfile` reads no part beyond that."""
_ZIP, _OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_WORKBOOK = "xl/workbook.xml"
_DECLARATION = b"<!DOCTYPE"
_PIECE = 1_000_000
_DELIMITERS = ";,\t"
_CUT = "…"

Cell = Annotated[str, Meta(max_length=MAX_CELL)]


class SheetTrouble(StrEnum):
    """Why there are no rows."""

    KIND = "kind"
    """Neither text nor a workbook of this format."""
    OLD = "old"
    """A workbook of the older format, or one behind a password: they begin alike."""
    BROKEN = "broken"
    TOO_LONG = "too_long"
    """More rows, columns or bytes than any list of students."""


class Sheet(Struct, frozen=True, forbid_unknown_fields=True):
    """What a list holds; a row is as long as what is written in it."""

    rows: Annotated[
        tuple[Annotated[tuple[Cell, ...], Meta(max_length=MAX_COLUMNS)], ...],
        Meta(max_length=MAX_ROWS),
    ] = ()
    trouble: SheetTrouble | None = None
    line: int | None = None
    """Where it is broken, if that is known; from 1."""
    aside: Annotated[tuple[Cell, ...], Meta(max_length=50)] = ()
    """Names of other sheets of the workbook, which are not read."""


def read_sheet(data: bytes) -> Sheet:
    """Give the rows; never raises for what is in a file, but for want of memory."""
    if data.startswith(_ZIP):
        return _workbook(data)
    if data.startswith(_OLD):
        return Sheet(trouble=SheetTrouble.OLD)
    text = _text(data)
    return Sheet(trouble=SheetTrouble.KIND) if text is None else _table(text)


def _text(data: bytes) -> str | None:
    """Decode; `None` where it is no text."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings: tuple[str, ...] = ("utf-16",)
    elif b"\0" in data:
        return None
    else:
        encodings = ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _table(text: str) -> Sheet:
    first, _, rest = text.partition("\n")
    first = first.rstrip("\r")
    said = first[4:] if first.lower().startswith("sep=") else ""
    if len(said) == 1:
        # A row of its own for spreadsheets, which number the next one 2.
        return _rows_of_text("\n" + rest, said)
    return _rows_of_text(text, max(_DELIMITERS, key=lambda mark: _width(text, mark)))


def _width(text: str, delimiter: str) -> int:
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        return len(next((row for row in islice(rows, MAX_COLUMNS) if any(row)), []))
    except csv.Error:
        return 0


def _rows_of_text(text: str, delimiter: str) -> Sheet:
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        return _taken(rows)
    except csv.Error:
        return Sheet(trouble=SheetTrouble.BROKEN, line=rows.line_num)


def _workbook(data: bytes) -> Sheet:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            trouble = _trouble_of(archive)
        return Sheet(trouble=trouble) if trouble is not None else _opened(data)
    except MemoryError:
        raise
    except Exception:  # zipfile and openpyxl raise anything at all on damaged workbooks
        return Sheet(trouble=SheetTrouble.BROKEN)


def _trouble_of(archive: zipfile.ZipFile) -> SheetTrouble | None:
    """Refuse an archive before a parser of XML sees it."""
    parts = archive.infolist()
    if _WORKBOOK not in {part.filename for part in parts}:
        return SheetTrouble.KIND
    if sum(part.file_size for part in parts) > MAX_UNPACKED_BYTES:
        return SheetTrouble.TOO_LONG
    return SheetTrouble.BROKEN if any(_declares(archive, part) for part in parts) else None


def _declares(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Say whether a part declares a document type, as none may (ECMA-376-2, 8.1.4): entities of one
    unfold without end, or read other files.
    """
    before = b""
    with archive.open(part) as stream:
        while piece := stream.read(_PIECE):
            # In UTF-16 each of these letters has a zero beside it.
            read = before + piece.replace(b"\0", b"")
            if _DECLARATION in read.upper():
                return True
            before = read[-len(_DECLARATION) :]
    return False


def _opened(data: bytes) -> Sheet:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    if not visible:
        return Sheet()
    sheet, *others = visible
    # What a workbook says of its own size may be anything.
    sheet.reset_dimensions()
    rows = sheet.iter_rows(values_only=True, max_row=MAX_ROWS + 1, max_col=MAX_COLUMNS + 1)
    found = _taken(map(_written, row) for row in rows)
    aside = tuple(_cut(other.title) for other in others)[:50]
    return Sheet(found.rows, found.trouble, aside=aside)


def _written(value: object) -> str:
    """Write a value as a spreadsheet shows it; dates as ISO 8601."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _taken(rows: Iterable[Iterable[str]]) -> Sheet:
    """Take rows within bounds; empty ones keep their place, so that numbers are those shown."""
    taken: list[tuple[str, ...]] = []
    for row in rows:
        cells = list(_without_tail(row))
        if cells and (len(taken) >= MAX_ROWS or len(cells) > MAX_COLUMNS):
            return Sheet(trouble=SheetTrouble.TOO_LONG)
        if len(taken) < MAX_ROWS:
            taken.append(tuple(cells))
    while taken and not taken[-1]:
        taken.pop()
    return Sheet(tuple(taken))


def _without_tail(row: Iterable[str]) -> Iterator[str]:
    """Yield the cells up to the last that holds something."""
    empty = 0
    for cell in row:
        text = _cut(cell)
        if not text:
            empty += 1
            continue
        yield from ("",) * empty
        empty = 0
        yield text


def _cut(text: str) -> str:
    text = text.strip()
    return text if len(text) <= MAX_CELL else text[: MAX_CELL - 1] + _CUT
