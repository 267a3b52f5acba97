"""Visa stickers kept for measuring: other settings of the same uniform format.

Nobody looks at these while writing cues, readers or training data. What the remarks say is what
consulates print (CESEDA R. 431-16; without accents, as the printers of consulates have none).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from specimens.canvas import PASSPORT_PAGE, Ink, Sheet
from specimens.identity.background import paint_background
from specimens.identity.layout import (
    join_given,
    name_truth,
    pick_font,
    place_ghost,
    place_portrait,
    print_mrz,
)
from specimens.identity.layout import whom as holder_of
from specimens.identity.visa import BOOKLET, STICKER, VARIANTS, Visa, compose, truth_of
from specimens.model import PageTruth, Paper, Person, Template, Wish
from specimens.mrz_text import compose_mrv_a, transliterate

_REMARKS: dict[str, tuple[tuple[str, ...], ...]] = {
    "vls_ts": (
        ("VLS-TS", "ETUDIANT", "CESEDA R431-16 13"),
        ("ETUDIANT", "VLSTS A ENREGISTRER EN LIGNE DANS LES 3 MOIS"),
        ("E1 VLSTS VALIDER EN LIGNE", "ETUDIANT", "AUTORISE SON TITULAIRE A TRAVAILLER 964 H/AN"),
        ("ETUDIANT R431-16 CESEDA", "AUTORISE SON TITULAIRE A EXERCER", "TRAVAIL LIMITE A 60%"),
    ),
    "vls_t": (
        ("ETUDIANT", "DISPENSE TEMPORAIRE DE CARTE DE SEJOUR"),
        ("VLS-T  ETUDES", "DISPENSE TEMPORAIRE DE", "CARTE DE SEJOUR"),
    ),
    "short_stay": (("ETUDIANT CONCOURS",), ("ETUDES COURTE DUREE",), ("VISITE PRIVEE",)),
    "minor_school": (("MINEUR SCOLARISE",), ("VISA LONG SEJOUR", "MINEUR SCOLARISE")),
    "card_to_request": (
        ("CARTE DE SEJOUR A SOLLICITER", "DANS LES 2 MOIS SUIVANT L'ARRIVEE", "ETUDIANT"),
        ("ETUDIANT", "CARTE DE SEJOUR A SOLLICITER DANS LES", "DEUX MOIS SUIVANT L'ARRIVEE"),
        ("ETUDES", "TITRE DE SEJOUR A SOLLICITER", "DANS LES DEUX MOIS"),
    ),
    "single_entry": (("CARTE DE SEJOUR A SOLLICITER", "ETUDIANT"),),
}
_REMARKS["vls_ts_old"] = _REMARKS["vls_ts"]
_TINTS = ("#d7e6e9", "#e9e2cf", "#d9e3d2", "#e6d9e2")
_PRINTER = ("FreeMono", "Liberation Mono", "DejaVu Sans Mono")
_LABELS = ("Roboto Condensed", "Open Sans", "Carlito", "Noto Sans Display")


def _truth(visa: Visa) -> PageTruth:
    """The names are printed without their marks."""
    truth = truth_of(visa)
    names = name_truth(transliterate(visa.person.surname), transliterate(join_given(visa.person)))
    return replace(truth, fields={**truth.fields, **names})


Sticker = Callable[[Sheet, float, float, Visa, Random], None]


def _french_visa(person: Person, random: Random, wish: Wish) -> Visa:
    visa = compose(holder_of(person, wish), random, wish, "FRA", compose_mrv_a)
    return replace(visa, remarks=random.choice(_REMARKS[visa.variant]))


def _ground(sheet: Sheet, x: float, y: float, random: Random, ink: str) -> None:
    sheet.box(x, y, *STICKER, fill="#fcfcf8", stroke="#a8b4b4", line=0.15)
    sheet.wash(x + 0.2, y + 0.2, STICKER[0] - 0.4, 58, ("#f4f8f4", "#eef4f8", "#f9f4e8"))
    sheet.guilloche(x, y + 2, STICKER[0], 56, random, _TINTS, lines=26)
    sheet.rosette(x + 20, y + 28, 13, random, ink)


def _pair(
    sheet: Sheet, x: float, y: float, label: str, value: str, inks: tuple[Ink, Ink], fit: float
) -> None:
    """Print a label and, on the same line, its value."""
    used = sheet.text(x, y, label, inks[0], fit=fit * 0.6)
    sheet.text(x + used + 1.6, y, value, inks[1], fit=fit - used - 1.6)


def _under(
    sheet: Sheet, x: float, y: float, label: str, value: str, inks: tuple[Ink, Ink], fit: float
) -> None:
    """Print a value with its baseline at `y` and its label above it."""
    sheet.text(x, y - 3.1, label, inks[0], fit=fit)
    sheet.text(x, y, value, inks[1], fit=fit)


def _area(visa: Visa, schengen: str) -> str:
    return "FRANCE" if visa.kind.type == "D" else schengen


def _printed_names(visa: Visa, between: str = " ") -> str:
    """The names as a consulate's printer writes them: capitals without accents."""
    names = (transliterate(visa.person.surname), transliterate(join_given(visa.person)))
    return between.join(name for name in names if name)


def _consulate(sheet: Sheet, x: float, y: float, visa: Visa, random: Random) -> None:
    """French labels on the line of their values, filled in by a matrix printer."""
    _ground(sheet, x, y, random, "#c8d4dc")
    inks = (
        Ink(pick_font(random, _LABELS), 5.2, "#35507a"),
        Ink(pick_font(random, _PRINTER), 8.6, "#17171c", bold=random.random() < 0.4),
    )
    head = Ink("Open Sans", 11, "#24407c", bold=True)
    sheet.text(x + 5, y + 8, "VISA", head.sized(15))
    sheet.text(x + 42, y + 8, "F R A N C E", head)
    sheet.text(
        x + 116, y + 7.5, f"N\u00b0 {visa.number}", inks[1].in_bold().sized(9), align="right"
    )
    place_portrait(sheet, random, visa.person, (x + 5, y + 12, 27, 35), grey=random.random() < 0.3)
    style = random.choice(("%d-%m-%y", "%d/%m/%y", "%d.%m.%Y"))
    rows = (
        (39, 14.5, "VALABLE POUR", _area(visa, "ETATS SCHENGEN"), 76),
        (39, 19.6, "DU", visa.start.strftime(style), 34),
        (76, 19.6, "AU", visa.end.strftime(style), 38),
        (39, 24.7, "TYPE DE VISA", visa.kind.type, 25),
        (66, 24.7, "NOMBRE D'ENTREES", visa.kind.entries, 48),
        (39, 29.8, "DUREE DU SEJOUR", f"{visa.kind.days} JOURS", 60),
        (39, 34.9, "DELIVRE A", transliterate(visa.post), 42),
        (83, 34.9, "LE", visa.issue.strftime(style), 32),
        (39, 40, "NUMERO DE PASSEPORT", visa.passport, 76),
        (39, 45.1, "NOM, PRENOM", _printed_names(visa), 76),
    )
    for left, down, label, value, fit in rows:
        _pair(sheet, x + left, y + down, label, value, inks, fit)
    sheet.text(x + 5, y + 50.6, "REMARQUES", inks[0])
    for row, remark in enumerate(visa.remarks):
        sheet.text(x + 24, y + 50.6 + row * 3.4, remark, inks[1].sized(7.6), fit=92)
    print_mrz(sheet, x + 4, y + 66.4, visa.lines)


def _numbered(sheet: Sheet, x: float, y: float, visa: Visa, random: Random) -> None:
    """Two languages above each value, the number also upright on the right edge."""
    _ground(sheet, x, y, random, "#dccbb8")
    label = pick_font(random, _LABELS)
    inks = (
        Ink(label, 4.3, "#4a3a5c"),
        Ink(pick_font(random, ("Roboto", "Carlito", "Lato")), 8.8, "#101010", bold=True),
    )
    sheet.box(x, y, STICKER[0], 10.5, fill="#2d4b8e", alpha=0.9)
    white = Ink("Roboto Condensed", 12, "#ffffff", bold=True)
    sheet.text(x + 5, y + 7.4, "FRA", white)
    sheet.text(x + 60, y + 7.4, "VISA", white.sized(14), align="centre")
    sheet.text(x + 112, y + 7.2, visa.number, white.sized(11), align="right")
    sheet.text(x + 118, y + 52, visa.number, inks[1].sized(7.6), angle=90)
    portrait = place_portrait(sheet, random, visa.person, (x + 4, y + 13.5, 33, 43))
    place_ghost(sheet, portrait, (x + 101, y + 42, 12, 15))
    style = random.choice(("%d %m %Y", "%d/%m/%Y"))
    rows = (
        (40, 18, "NOM, PRENOM / SURNAME, NAME", _printed_names(visa, ", "), 74),
        (40, 25.4, "TYPE DE VISA / TYPE OF VISA", visa.kind.type, 30),
        (72, 25.4, "VALABLE POUR / VALID FOR", _area(visa, "SCHENGEN STATES"), 42),
        (40, 32.8, "DU / FROM", visa.start.strftime(style), 26),
        (68, 32.8, "AU / UNTIL", visa.end.strftime(style), 26),
        (96, 32.8, "ENTREES / ENTRIES", visa.kind.entries, 18),
        (40, 40.2, "PASSEPORT / PASSPORT", visa.passport, 26),
        (68, 40.2, "DUREE DU SEJOUR / DAYS", str(visa.kind.days), 26),
        (40, 47.6, "DELIVRE A / ISSUED IN", transliterate(visa.post), 26),
        (68, 47.6, "LE / ON", visa.issue.strftime(style), 26),
    )
    for left, down, text, value, fit in rows:
        _under(sheet, x + left, y + down, text, value, inks, fit)
    sheet.text(x + 40, y + 50.8, "REMARQUES / REMARKS", inks[0])
    for row, remark in enumerate(visa.remarks):
        sheet.text(x + 40, y + 53.6 + row * 2.7, remark, inks[1].sized(6.6), fit=60)
    print_mrz(sheet, x + 4.4, y + 66.6, visa.lines)


def _coded(sheet: Sheet, x: float, y: float, visa: Visa, random: Random) -> None:
    """The sticker with a printed seal: portrait on the right, columns of labels and values."""
    _ground(sheet, x, y, random, "#bcd2c4")
    inks = (
        Ink(pick_font(random, _LABELS), 5.0, "#2f5a46", italic=True),
        Ink(pick_font(random, ("Liberation Mono", "FreeMono")), 8.4, "#141414"),
    )
    head = Ink("Carlito", 13, "#2f5a46", bold=True)
    sheet.text(x + 4, y + 7.5, "R\u00c9PUBLIQUE FRAN\u00c7AISE", head.sized(9))
    sheet.text(x + 52, y + 7.5, "VISA", head)
    sheet.text(x + 116, y + 7.5, visa.number, Ink("OCR B", 10.5, "#8c1c1c"), align="right")
    place_portrait(sheet, random, visa.person, (x + 86, y + 11, 30, 38.5))
    style = random.choice(("%d.%m.%y", "%d-%m-%Y"))
    entries = "MULTIPLES" if visa.kind.entries == "MULT" else visa.kind.entries
    rows = (
        ("Valable pour", _area(visa, "SCHENGEN"), "Type", visa.kind.type),
        ("Du", visa.start.strftime(style), "Au", visa.end.strftime(style)),
        ("Entr\u00e9es", entries, "Dur\u00e9e", f"{visa.kind.days} J"),
        ("D\u00e9livr\u00e9 \u00e0", transliterate(visa.post), "Le", visa.issue.strftime(style)),
    )
    for row, (first, one, second, other) in enumerate(rows):
        down = y + 15 + row * 6.2
        sheet.text(x + 4, down, first, inks[0], fit=16)
        sheet.text(x + 21, down, one, inks[1], fit=27)
        sheet.text(x + 49, down, second, inks[0], fit=9)
        sheet.text(x + 59, down, other, inks[1], fit=25)
    for row, (name, value) in enumerate(
        (("Passeport", visa.passport), ("Nom, pr\u00e9nom", _printed_names(visa)))
    ):
        sheet.text(x + 4, y + 39.8 + row * 6, name, inks[0], fit=16)
        sheet.text(x + 21, y + 39.8 + row * 6, value, inks[1], fit=63)
    sheet.text(x + 4, y + 51, "Remarques", inks[0])
    for row, remark in enumerate(visa.remarks):
        sheet.text(x + 21, y + 51 + row * 3.3, remark, inks[1].sized(7.4), fit=64)
    _seal(sheet, x + 104.5, y + 50.2, random)
    print_mrz(sheet, x + 3.8, y + 66.8, visa.lines)


def _seal(sheet: Sheet, x: float, y: float, random: Random) -> None:
    """A small square of black and white cells, as a digital seal looks."""
    cells, side = 20, 0.44
    for row in range(cells):
        for column in range(cells):
            edge = column == 0 or row == cells - 1
            if edge or random.random() < 0.5:
                sheet.box(x + column * side, y + row * side, side, side, fill="#101010")


def _paper_page(sheet: Sheet, random: Random, height: float, number: int) -> None:
    """A page of a passport that has room for a visa."""
    paint_background(sheet, random)
    ink = Ink(pick_font(random, ("Noto Serif Display", "Carlito")), 9, "#7d8794")
    sheet.text(6, 4.6, "VISAS \u2022 VISA \u2022 VISADOS", ink.sized(6))
    sheet.text(sheet.width / 2, height - 2.2, f"- {number} -", ink, align="centre")


def _stamp_in(sheet: Sheet, random: Random, day: date, x: float, y: float) -> None:
    ink = Ink("Roboto Condensed", 9, random.choice(("#2b3f9a", "#1d1d24", "#7d2440")), bold=True)
    sheet.box(x, y, 34, 19, stroke=ink.colour, line=0.45)
    rows = (f"F  {random.choice(('LYON-ST EXUPERY', 'ORLY', 'MARSEILLE'))}", f"{day:%d %m %y}")
    sheet.text(x + 17, y + 6, rows[0], ink.sized(7.5), align="centre", fit=31)
    sheet.text(x + 17, y + 12.5, rows[1], ink.sized(11), align="centre")
    sheet.text(x + 4, y + 17, f"C {random.randint(100, 999)}", ink.sized(6.5))


def _alone(person: Person, random: Random, wish: Wish) -> Paper:
    visa, sheet = _french_visa(person, random, wish), Sheet(*STICKER)
    _numbered(sheet, 0, 0, visa, random)
    return Paper("visa", "visa_numbered", sheet.finish(), (_truth(visa),), STICKER)


def _on_page(person: Person, random: Random, wish: Wish) -> Paper:
    visa, sheet = _french_visa(person, random, wish), Sheet(*PASSPORT_PAGE)
    _paper_page(sheet, random, PASSPORT_PAGE[1], random.randint(6, 45))
    _consulate(sheet, random.uniform(1.2, 3.8), random.uniform(3.2, 6.4), visa, random)
    return Paper("visa", "visa_consulate", sheet.finish(), (_truth(visa),), PASSPORT_PAGE)


def _on_spread(person: Person, random: Random, wish: Wish) -> Paper:
    """The opened booklet; the sticker is on its upper or on its lower page."""
    visa, sheet = _french_visa(person, random, wish), Sheet(*BOOKLET)
    sticker: Sticker = random.choice((_coded, _consulate))
    below = random.random() < 0.5
    number = 2 * random.randint(4, 20)
    with sheet.inset(0, 0, *PASSPORT_PAGE):
        _paper_page(sheet, random, PASSPORT_PAGE[1], number)
    with sheet.inset(0, PASSPORT_PAGE[1], *PASSPORT_PAGE):
        _paper_page(sheet, random, PASSPORT_PAGE[1], number + 1)
    sheet.rule(0, PASSPORT_PAGE[1], BOOKLET[0], PASSPORT_PAGE[1], "#7c828c", 0.5)
    top = PASSPORT_PAGE[1] if below else 0.0
    sticker(sheet, random.uniform(1.5, 3.5), top + random.uniform(3.5, 6.0), visa, random)
    entered = visa.start + timedelta(days=random.randint(0, 3))
    other = PASSPORT_PAGE[1] - top
    _stamp_in(sheet, random, entered, random.uniform(8, 80), other + random.uniform(15, 55))
    if random.random() < 0.4:
        _stamp_in(sheet, random, entered, random.uniform(8, 80), other + random.uniform(15, 55))
    return Paper("visa", "visa_spread", sheet.finish(), (_truth(visa),), BOOKLET)


def _stamped(person: Person, random: Random, wish: Wish) -> Paper:
    """On its page, with the stamp of entry pressed over a corner where nothing is printed."""
    visa, sheet = _french_visa(person, random, wish), Sheet(*PASSPORT_PAGE)
    _paper_page(sheet, random, PASSPORT_PAGE[1], random.randint(6, 45))
    _coded(sheet, random.uniform(1.2, 3.8), random.uniform(4.2, 6.4), visa, random)
    ink = Ink("Roboto", 7, random.choice(("#31429c", "#5a2a6a")), bold=True)
    sheet.circle(105, 2.6, 6, stroke=ink.colour, line=0.4, alpha=0.6)
    sheet.text(105, 3.4, f"{visa.start:%d.%m.%y}", ink.sized(6), align="centre")
    return Paper("visa", "visa_stamped", sheet.finish(), (_truth(visa),), PASSPORT_PAGE)


TEMPLATES = (
    Template("visa_numbered", "visa", _alone, VARIANTS, unseen=True),
    Template("visa_consulate", "visa", _on_page, VARIANTS, unseen=True),
    Template("visa_spread", "visa", _on_spread, VARIANTS, unseen=True),
    Template("visa_stamped", "visa", _stamped, VARIANTS, unseen=True),
)
