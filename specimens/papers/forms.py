"""How is a civil-status form laid out? A form is data; an arrangement draws any form.

Values stand in braces (`{surname}`, see `birth_record`). A row or paragraph that names a parent
goes when the paper has to be without parents.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from random import Random
from re import search

from specimens.layout import Face, Sheet
from specimens.papers import marks
from specimens.papers.native import shaped

Values = Mapping[str, str]
Row = tuple[str, ...]
"""Label and value; for a mirrored form also the Arabic label."""


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a civil-status paper."""

    name: str
    language: str
    """ISO 639-1 of what an officer would read; `fr` when French is one of several."""
    states: tuple[str, ...]
    """Alpha-3 of the states that issue it; empty for any."""
    title: tuple[str, ...]
    arrange: str
    """Name of an arrangement."""
    title_without_parents: tuple[str, ...] = ()
    """Instead of the title when the parents are left out; empty for the same."""
    head: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    text: tuple[str, ...] = ()
    foot: tuple[str, ...] = ()
    stamp: tuple[str, ...] = ("ÉTAT CIVIL",)
    """Round stamp: what runs around, then lines in the middle; empty for none."""
    furniture: tuple[str, ...] = ()
    """Among `waves`, `frame`, `crest`, `republic`, `barcode`, `qr`, `landscape`, `fiscal`."""
    families: tuple[str, ...] = ("Liberation Serif", "Liberation Sans", "DejaVu Serif", "Caladea")
    size: float = 10.5
    variants: tuple[str, ...] = ("",)
    variant: str = ""
    """Of the truth, when no variant is wished."""
    latin: bool = True
    """Whether names are printed in Latin letters."""
    unseen: bool = False

    @property
    def names_parents(self) -> bool:
        """Whether the form as a whole states the parents."""
        cells = [cell for row in self.rows for cell in row]
        return any(mentions_parent(cell) for cell in (*cells, *self.text))


def mentions_parent(template: str) -> bool:
    """Whether a row or paragraph is about a parent."""
    return bool(search(r"\{(\w\w_)?(father|mother)|\{[fm]b_", template))


def fill(template: str, values: Values) -> str:
    """Put the values in the braces; Arabic text is joined and ordered."""
    text = template.format_map(values)
    return shaped(text) if search(r"[\u0600-\u06ff]", text) else text


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


def _grid(sheet: Sheet, work: Work, rng: Random) -> float:
    wide = sheet.width - 40
    share = rng.choice((0.34, 0.4, 0.45))
    rows = tuple((row[0], f"<b>{row[1]}</b>") for row in work.rows)
    look = rng.choice(("all", "all", "rows"))
    return sheet.table(20, work.top, (wide * share, wide * (1 - share)), rows, work.face,
                       "all" if look == "all" else "rows", pad=rng.choice((1.4, 2.0, 2.8)))  # fmt: skip


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
    small = work.face.scaled(0.85)
    sheet.prose(18, work.top, 40, f"<b>N° {work.values['number']}</b><br/>NAISSANCE<br/>"
                f"{work.values['name']}<br/><br/><i>Mentions marginales</i><br/>Néant", small)
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


ARRANGEMENTS: Mapping[str, Arrange] = {
    "grid": _grid, "ruled": _ruled, "boxes": _boxes, "columns": _columns, "prose": _prose,
    "margin": _margin, "mirror": _mirror, "right_to_left": _right_to_left,
    "rows_then_text": _rows_then_text, "centred": _centred,
}  # fmt: skip


def draw_form(sheet: Sheet, form: Form, values: Values, rng: Random, parents: bool = True) -> None:
    """Draw a form on the current page of a sheet of the right size."""
    face = Face(rng.choice(form.families), form.size * rng.choice((1.0, 1.06, 1.12)))
    if not parents and form.title_without_parents:
        form = replace(form, title=form.title_without_parents)
    _background(sheet, form, values, rng)
    y = _draw_head(sheet, form, values, face, rng)
    kept = [row for row in form.rows if parents or not any(map(mentions_parent, row))]
    text = [part for part in form.text if parents or not mentions_parent(part)]
    work = Work(
        form, values, face, tuple(tuple(fill(cell, values) for cell in row) for row in kept),
        tuple(fill(part, values) for part in text), y,
    )  # fmt: skip
    y = ARRANGEMENTS[form.arrange](sheet, work, rng)
    _draw_foot(sheet, form, values, face, rng, y + 8)


def _background(sheet: Sheet, form: Form, values: Values, rng: Random) -> None:
    color = rng.choice(marks.ACCENTS)
    if "waves" in form.furniture:
        marks.waves(sheet, rng.choice(("#dfe8f2", "#f2e6df", "#e2f0e2", "#f0e2ee")))
    if "frame" in form.furniture:
        marks.frame(sheet, color)
    if "republic" in form.furniture:
        marks.republic(sheet, 18, 14, rng)
    if "crest" in form.furniture:
        marks.crest(sheet, sheet.width / 2 - 8, 14, 16, rng, color)
    if "barcode" in form.furniture:
        marks.bar_code(sheet, sheet.width - 68, 14, values["serial"], 8)
    if "qr" in form.furniture:
        marks.qr_code(sheet, sheet.width - 42, sheet.height - 46, 26,
                      f"https://registry.example.org/{values['serial']}")  # fmt: skip
    if "fiscal" in form.furniture:
        sheet.box(sheet.width - 48, 16, 26, 32, stroke="#2b6e4f", weight=0.6, fill="#e3f1e8")
        sheet.lines(sheet.width - 35, 26, ("TIMBRE", "FISCAL", values["number"]),
                    Face("Liberation Sans", 8, True, color="#2b6e4f"), "center")  # fmt: skip


def _draw_head(sheet: Sheet, form: Form, values: Values, face: Face, rng: Random) -> float:
    """Draw letterhead and title; return where the body begins."""
    centred = "crest" in form.furniture or form.arrange in ("columns", "boxes", "centred")
    y = 38.0 if {"crest", "republic"} & set(form.furniture) else 22.0
    x = sheet.width / 2 if centred else (60.0 if "republic" in form.furniture else 20.0)
    if "republic" in form.furniture and not centred:
        y = 20.0
    heads = tuple(fill(line, values) for line in form.head)
    y = sheet.lines(x, y, heads, face.scaled(0.92), "center" if centred else "left",
                    within=sheet.width - x - 12 if not centred else sheet.width - 30)  # fmt: skip
    furniture = set(form.furniture)
    y = max(y, 46.0 if "republic" in furniture else 0, 48.0 if "fiscal" in furniture else 0)
    y += rng.choice((8.0, 11.0, 15.0))
    title = face.but(size=rng.choice((14.0, 15.0, 16.5)), bold=True)
    for number, line in enumerate(form.title):
        look = title if number == 0 else face.but(italic=rng.random() < 0.5)
        y = sheet.write(sheet.width / 2, y, fill(line, values), look, "center", sheet.width - 36)
        y += 1.2
    return y + 2


def _draw_foot(
    sheet: Sheet, form: Form, values: Values, face: Face, rng: Random, y: float
) -> None:
    lines = tuple(fill(line, values) for line in form.foot)
    arabic = form.language == "ar"
    for line in lines:
        if len(line) > 60:
            y = sheet.prose(22, y, sheet.width - 44, line, face.scaled(0.9)) + 3
        elif arabic:
            y = sheet.write(sheet.width - 22, y + 4, line, face, "right")
        else:
            y = sheet.write(sheet.width * 0.48, y + 4, line, face, within=sheet.width * 0.48)
    room = min(y, sheet.height - 48)
    marks.signature(sheet, sheet.width * 0.55, room + 3, rng)
    if form.stamp:
        around, *middle = (fill(line, values) for line in form.stamp)
        x = sheet.width * rng.uniform(0.3, 0.75)
        marks.round_stamp(sheet, x, room + 14, rng, around, tuple(middle), rng.uniform(14, 18))
