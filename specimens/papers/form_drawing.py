"""How is a whole form drawn? Paper, letterhead, title, body, signature, stamp, small print."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from specimens.layout import BLACK, Face, Sheet
from specimens.papers import marks
from specimens.papers.arrangements import ARRANGEMENTS, Work
from specimens.papers.forms import Form, Values, fill, mentions_parent


def draw_form(sheet: Sheet, form: Form, values: Values, rng: Random, parents: bool = True) -> None:
    """Draw a form on the current page of a sheet of the right size."""
    face = Face(rng.choice(form.families), form.size * rng.choice((1.0, 1.06, 1.12)),
                color=rng.choice((BLACK, BLACK, BLACK, "#2e2e2e", "#5c5c5c")))  # fmt: skip
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
    _small_print(sheet, form, values, face, rng)


_SMALL_PRINT = {
    "fr": (
        ("Document établi à la demande de l'intéressé(e). Toute reproduction altérée est "
        "sans valeur."),
        ("Les informations recueillies font l'objet d'un traitement informatique ; vous disposez "
        "d'un droit d'accès et de rectification (règlement UE 2016/679)."),
        "Page 1 / 1", "Imprimé sur papier recyclé - réf. {serial}",
        "Merci de conserver ce document.",
    ),
    "en": (
        "This document is void if altered or erased.", "Page 1 of 1 - ref. {serial}",
        "Please keep this document in a safe place. Copies must be certified where required.",
    ),
    "es": ("Documento válido sin enmiendas ni tachaduras. Ref. {serial}",),
    "pt": ("Documento válido sem rasuras. Ref. {serial}",),
    "de": ("Seite 1 von 1 - Az. {serial}",),
}  # fmt: skip


def _small_print(sheet: Sheet, form: Form, values: Values, face: Face, rng: Random) -> None:
    texts = _SMALL_PRINT.get(form.language, ())
    if not texts or form.arrange == "handwritten" or rng.random() < 0.35:
        return
    small = face.but(size=rng.choice((6.2, 6.8, 7.5)), color=rng.choice(("#8a8a8a", "#6d6d6d")))
    chosen = rng.sample(texts, min(len(texts), rng.choice((1, 2))))
    text = fill(" ".join(chosen), values)
    sheet.prose(20, sheet.height - 21, sheet.width - 90, text, small)


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
    if "seal" in form.furniture:
        marks.data_matrix(sheet, sheet.width - 44, 14, 24, "DC02FR000001" + values["long"])
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


def _draw_foot(sheet: Sheet, form: Form, values: Values, face: Face, rng: Random, y: float) -> None:
    lines = tuple(fill(line, values) for line in form.foot)
    arabic = form.language == "ar"
    for line in lines:
        if len(line) > 60:
            y = sheet.prose(22, y, sheet.width - 44, line, face.scaled(0.9)) + 3
        elif arabic:
            y = sheet.write(sheet.width - 22, y + 4, line, face, "right")
        else:
            y = sheet.write(sheet.width * 0.48, y + 4, line, face, within=sheet.width * 0.44)
    room = min(y, sheet.height - 48)
    if "unsigned" in form.furniture:
        return
    marks.signature(sheet, sheet.width * 0.55, room + 3, rng)
    if form.stamp:
        around, *middle = (fill(line, values) for line in form.stamp)
        x = sheet.width * rng.uniform(0.3, 0.75)
        marks.round_stamp(sheet, x, room + 14, rng, around, tuple(middle), rng.uniform(14, 18))
