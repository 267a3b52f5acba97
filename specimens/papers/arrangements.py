"""How is the body of a form laid out? Grids, ruled lines, boxes, columns, prose, ledgers.

Each arrangement draws any form; `form_drawing` draws what is around it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from random import Random

from specimens.layout import Face, Grid, Sheet
from specimens.papers.forms import Form, Row, Values, fill


@dataclass(frozen=True, slots=True)
class Work:
    """What an arrangement needs: the form, its values, its face and where to begin."""

    form: Form
    values: Values
    face: Face
    rows: tuple[Row, ...]
    text: tuple[str, ...]
    top: float


Arrange = Callable[[Sheet, Work, Random], float]
"""Draws the body and returns its bottom."""


_GRIDS: tuple[Grid, ...] = ("all", "all", "rows")


def _grid(sheet: Sheet, work: Work, rng: Random) -> float:
    wide = sheet.width - 40
    share = rng.choice((0.34, 0.4, 0.45))
    rows = tuple((row[0], f"<b>{row[1]}</b>") for row in work.rows)
    widths = (wide * share, wide * (1 - share))
    grid, pad = rng.choice(_GRIDS), rng.choice((1.4, 2.0, 2.8))
    return sheet.table(20, work.top, widths, rows, work.face, grid, pad=pad)


def _ruled(sheet: Sheet, work: Work, rng: Random) -> float:
    y, right = work.top + 6, sheet.width - 22
    step = rng.choice((8.5, 9.5, 11.0))
    entry = work.face.but(bold=rng.random() < 0.5, family=rng.choice((
        work.face.family, "Liberation Mono")))  # fmt: skip
    for label, value in (row[:2] for row in work.rows):
        sheet.write(22, y, label, work.face)
        start = 25 + sheet.measure(label, work.face)
        sheet.rule(start, y + 1, right, "#707070", 0.15, (0.3, 0.9))
        if value:
            sheet.write(start + 2, y - 0.3, value, entry, within=right - start - 2)
        y += step
    return y - step + 3


def _boxes(sheet: Sheet, work: Work, rng: Random) -> float:
    wide, tall = (sheet.width - 36) / 2, rng.choice((13.0, 15.0, 17.0))
    label_face = work.face.but(size=6.8, bold=False)
    for number, (label, value) in enumerate(row[:2] for row in work.rows):
        x, y = 18 + wide * (number % 2), work.top + tall * (number // 2)
        sheet.box(x, y, wide, tall, weight=0.2)
        sheet.write(x + 1.5, y + 3.6, f"{number + 1}. {label}", label_face, within=wide - 3)
        sheet.write(x + 4, y + 10, value, work.face.strong(), within=wide - 6)
    return work.top + tall * ((len(work.rows) + 1) // 2)


def _columns(sheet: Sheet, work: Work, rng: Random) -> float:
    wide = sheet.width - 30
    widths = (wide / len(work.rows),) * len(work.rows)
    face = work.face.scaled(0.82)
    heads = tuple(row[0] for row in work.rows)
    numbers = tuple(str(number + 1) for number in range(len(work.rows)))
    y = sheet.table(15, work.top, widths, (numbers, heads), face.scaled(0.9), "all")
    values = tuple(row[1] + "<br/><br/>" for row in work.rows)
    entry = rng.choice((face, face.but(family="Liberation Mono", size=7.5)))
    return sheet.table(15, y, widths, (values,), entry, "all", pad=1.6)


def _prose(sheet: Sheet, work: Work, rng: Random) -> float:
    y = work.top
    align = rng.choice(("left", "justify"))
    for paragraph in work.text:
        y = sheet.prose(24, y, sheet.width - 48, paragraph, work.face,
                        "justify" if align == "justify" else "left", 1.5) + 3.5  # fmt: skip
    return y


def _margin(sheet: Sheet, work: Work, rng: Random) -> float:
    sheet.stroke(62, work.top - 2, 62, 225, "#505050", 0.2)
    if work.form.beside:
        beside = fill(work.form.beside, work.values)
        sheet.prose(18, work.top, 40, beside, work.face.scaled(0.85))
    y = work.top
    for paragraph in work.text:
        y = sheet.prose(67, y, sheet.width - 87, paragraph, work.face, "justify", 1.5) + 3
    return y


def _mirror(sheet: Sheet, work: Work, rng: Random) -> float:
    wide = sheet.width - 36
    widths = (wide * 0.3, wide * 0.42, wide * 0.28)
    return sheet.table(18, work.top, widths, work.rows, work.face, rng.choice(("all", "rows")),
                       pad=1.8, aligns=("left", "center", "right"))  # fmt: skip


def _right_to_left(sheet: Sheet, work: Work, rng: Random) -> float:
    y = work.top + 6
    for label, value in (row[:2] for row in work.rows):
        sheet.write(190, y, label, work.face, "right")
        end = 187 - sheet.measure(label, work.face)
        sheet.rule(30, y + 1.5, end, "#707070", 0.15, (0.3, 0.9))
        sheet.write(end - 4, y, value, work.face.strong(), "right")
        y += 11
    return y - 6


def _rows_then_text(sheet: Sheet, work: Work, rng: Random) -> float:
    y = _ruled(sheet, work, rng) + 4
    for paragraph in work.text:
        y = sheet.prose(22, y, sheet.width - 44, paragraph, work.face, leading=1.4) + 3
    return y


def _centred(sheet: Sheet, work: Work, rng: Random) -> float:
    y = work.top
    for label, value in (row[:2] for row in work.rows):
        sheet.write(sheet.width / 2, y + 4, label, work.face.but(size=8.0, italic=True), "center")
        sheet.write(sheet.width / 2, y + 11, value, work.face.but(size=13.0), "center", 150)
        y += 17
    return y


def _letter(sheet: Sheet, work: Work, rng: Random) -> float:
    values = work.values
    lines = (f"{values['title']} {values['name_plain']}", values["street1"], values["town1"])
    sheet.lines(112, work.top + 2, lines, work.face)
    return _prose(sheet, replace(work, top=work.top + 28), rng)


def _letter_grid(sheet: Sheet, work: Work, rng: Random) -> float:
    y = _letter(sheet, work, rng)
    return _grid(sheet, replace(work, top=y + 2), rng) if work.rows else y


def _text_then_grid(sheet: Sheet, work: Work, rng: Random) -> float:
    y = _prose(sheet, work, rng)
    return _grid(sheet, replace(work, top=y + 2), rng)


def _ledger(sheet: Sheet, work: Work, rng: Random) -> float:
    """Draw the text, then rows of any number of cells, the first row being their heads."""
    y = _prose(sheet, work, rng) if work.text else work.top
    columns = list(zip(*work.rows, strict=True))
    longest = [min(max(map(len, column)), 26) + 4 for column in columns]
    widths = tuple((sheet.width - 36) * size / sum(longest) for size in longest)
    return sheet.table(18, y + 2, widths, work.rows, work.face.scaled(0.88),
                       "all" if rng.random() < 0.5 else "rows", "#e8ebef", pad=1.5)  # fmt: skip


def _letter_ledger(sheet: Sheet, work: Work, rng: Random) -> float:
    y = _letter(sheet, work, rng)
    return _ledger(sheet, replace(work, top=y, text=()), rng)


def _handwritten(sheet: Sheet, work: Work, rng: Random) -> float:
    family = rng.choice(("DkgHandwriting", "Breip", "Klee One"))
    face = Face(family, 13.5, color=rng.choice(("#1b2f8a", "#1c1c1c", "#273c9c")))
    return _prose(sheet, replace(work, face=face), rng)


ARRANGEMENTS: Mapping[str, Arrange] = {
    "grid": _grid, "ruled": _ruled, "boxes": _boxes, "columns": _columns, "prose": _prose,
    "margin": _margin, "mirror": _mirror, "right_to_left": _right_to_left,
    "rows_then_text": _rows_then_text, "centred": _centred, "letter": _letter,
    "letter_grid": _letter_grid, "text_then_grid": _text_then_grid, "ledger": _ledger,
    "letter_ledger": _letter_ledger, "handwritten": _handwritten,
}  # fmt: skip
