"""French residence permits kept for measuring: other settings of the two models in use.

Nobody looks at these while writing cues, readers or training data. Which item is on which side:
Regulation (EC) 1030/2002 as amended by (EU) 2017/1954, annex, and PRADO FRA-HO-12001.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from specimens.canvas import A4, CARD, Ink, Sheet
from specimens.identity.background import paint_background
from specimens.identity.layout import (
    ON_A4,
    Side,
    draw_code,
    join_given,
    pick_font,
    place_ghost,
    place_portrait,
    print_mrz,
    whom,
)
from specimens.identity.national_card import TD1_FIRST_BASELINE, TD1_LEFT, TD1_STEP
from specimens.identity.residence_permit import VARIANTS, Permit, compose, truths_of
from specimens.model import Draw, PageTruth, Paper, Person, Template, Wish

_FAMILIES = ("Roboto", "Open Sans", "Lato", "Noto Sans Display")
_NEW, _OLD = ("#dfe3f3", "#f0dfe6", "#e2eedd"), ("#f6e3d6", "#f3dce4", "#e2e4f2")
_REMARKS = {
    "student": ("ETUDIANT", "TRAVAIL ACCESSOIRE AUTORISE 964H/AN"),
    "student_pluriannual": ("ETUDIANT", "AUTORISE TRAVAIL A TITRE ACCESSOIRE"),
    "mobility": ("ETUDIANT - PROGRAMME DE MOBILITE", "UE 2016/801"),
    "talent": ("TALENT - CHERCHEUR", "TOUTE PROFESSION EN FRANCE"),
    "private_life": ("VIE PRIVEE ET FAMILIALE", "AUTORISE SON TITULAIRE A TRAVAILLER"),
    "algerian": ("ETUDIANT", "CERTIFICAT DE RESIDENCE D'ALGERIEN"),
}
_TYPES = {
    "student": "CARTE DE SEJOUR TEMPORAIRE",
    "student_pluriannual": "CARTE DE SEJOUR PLURIANNUELLE",
    "mobility": "CARTE DE SEJOUR PLURIANNUELLE",
    "talent": "CARTE DE SEJOUR PLURIANNUELLE",
    "private_life": "CARTE DE SEJOUR TEMPORAIRE",
    "algerian": "CERTIFICAT DE RESIDENCE",
}
_Face = Callable[[Sheet, Permit, Random, Ink], None]


def _field(
    sheet: Sheet, x: float, y: float, label: str, value: str, ink: Ink, fit: float,
    small: float = 4.3,
) -> None:  # fmt: skip
    sheet.text(x, y - 2.7, label, ink.sized(small).coloured("#38507e"), fit=fit)
    sheet.text(x, y, value, ink, fit=fit)


def _short_front(sheet: Sheet, permit: Permit, random: Random, ink: Ink) -> None:
    """The model of 2020: the number under the title, short labels, a second small portrait."""
    person, bold = permit.person, ink.in_bold()
    sheet.text(4, 6.4, "FRA", bold.sized(9).coloured("#1f3d8c"))
    sheet.text(15, 6.4, "TITRE DE SÉJOUR", bold.sized(9).coloured("#1f3d8c"))
    sheet.text(82, 6.2, permit.number, Ink("OCR B", 8.4, "#181818"), align="right")
    portrait = place_portrait(sheet, random, person, (4, 10, 25.5, 33), grey=True)
    place_ghost(sheet, portrait, (71.5, 24, 10, 13))
    _field(sheet, 32, 13.8, "NOM Prénoms", person.surname.upper(), bold, 49)
    sheet.text(32, 17.3, join_given(person), ink, fit=49)
    _field(sheet, 32, 23.4, "SEXE", person.sex, ink, 8)
    _field(sheet, 42, 23.4, "NATIONALITÉ", person.nationality, ink, 14)
    _field(sheet, 32, 29.5, "DATE DE NAISS.", f"{person.birth_date:%d %m %Y}", ink, 20)
    _field(sheet, 32, 35.6, "TYPE DE TITRE", _TYPES[permit.variant], ink, 38)
    _field(sheet, 32, 41.7, "REMARQUES", _REMARKS[permit.variant][0], ink, 49)
    _field(sheet, 32, 47.8, "DATE D'EXPIR.", f"{permit.expiry:%d %m %Y}", bold, 22)
    sheet.signature(5, 44, 22, 7, random, "#222222")
    sheet.text(82, 51, draw_code(random, "######"), ink.sized(7), align="right")


def _short_back(sheet: Sheet, permit: Permit, random: Random, ink: Ink) -> None:
    person = permit.person
    issued = f"{permit.issue:%d %m %Y}"
    _field(sheet, 5, 7, "DATE DE DÉLIVRANCE", issued, ink, 24)
    authority = f"PRÉFECTURE {person.address[1][:2]}"
    _field(sheet, 33, 7, "AUTORITÉ DE DÉLIVRANCE", authority, ink, 30)
    _field(sheet, 5, 13, "LIEU DE NAISSANCE", person.birth_place.upper(), ink, 56)
    _field(sheet, 5, 19, "N° ÉTRANGER", permit.foreigner, ink, 26)
    sheet.text(5, 22.4, "REMARQUES", ink.sized(4.3).coloured("#38507e"))
    for row, remark in enumerate(_REMARKS[permit.variant]):
        sheet.text(5, 25.4 + row * 2.9, remark, ink.sized(6.4), fit=58)
    sheet.box(66, 4, 14, 20, stroke="#b6bccb", line=0.15, radius=1)
    sheet.rosette(73, 14, 5.5, random, "#aab4d0")


def _long_front(sheet: Sheet, permit: Permit, random: Random, ink: Ink) -> None:
    """The model of 2011: bilingual labels, the foreigner's number upright along the edge."""
    person, bold = permit.person, ink.in_bold()
    sheet.text(42.8, 5.4, "TITRE DE SÉJOUR", bold.sized(8.4), align="centre")
    sheet.text(5, 5.4, "RF", bold.sized(8.4).coloured("#2c3f8c"))
    sheet.text(80, 5.4, permit.number, bold.sized(7.8), align="right")
    place_portrait(sheet, random, person, (4.5, 8.5, 24, 31), grey=random.random() < 0.7)
    sheet.text(84, 44, permit.foreigner, ink.sized(7), angle=90)
    _field(sheet, 31, 11.6, "Nom / Name", person.surname.upper(), bold, 48)
    _field(sheet, 31, 17.4, "Prénom(s) / Forename(s)", join_given(person), ink, 48)
    issued = f"{permit.issue:%d.%m.%Y} {person.address[2].upper()}"
    _field(sheet, 31, 23.2, "Délivré le, à / Issued", issued, ink, 48)
    expires = f"{permit.expiry:%d.%m.%Y}"
    _field(sheet, 31, 29, "Valable jusqu'au / Valid until", expires, bold, 30)
    _field(sheet, 31, 34.8, "Catégorie / Type of permit", _TYPES[permit.variant], ink, 48)
    _field(sheet, 31, 40.6, "Mention / Remarks", _REMARKS[permit.variant][0], ink, 48)
    born = f"{person.birth_date:%d.%m.%Y}"
    _field(sheet, 31, 46.4, "Né(e) le / Born", born, ink, 20)
    _field(sheet, 53, 46.4, "Nationalité", person.nationality, ink, 12)
    _field(sheet, 68, 46.4, "Sexe", person.sex, ink, 8)
    sheet.signature(5, 41, 23, 8, random, "#222222")


def _long_back(sheet: Sheet, permit: Permit, random: Random, ink: Ink) -> None:
    person = permit.person
    street, code, town = person.address
    born_at = person.birth_place.upper()
    _field(sheet, 5, 7, "Lieu de naissance / Place of birth", born_at, ink, 52)
    home = f"{street.upper()}, {code} {town.upper()}"
    _field(sheet, 5, 13, "Domicile / Address", home, ink, 66)
    _field(sheet, 5, 19, "Début de validité / Valid from", f"{permit.issue:%d.%m.%Y}", ink, 30)
    _field(sheet, 46, 19, "N° personnel / Personal no.", permit.foreigner, ink, 30)
    _field(sheet, 5, 25, "Observations", _REMARKS[permit.variant][1], ink.sized(6.2), 66)


def lay_sides(
    kind: tuple[str, str], sides: tuple[tuple[Side, PageTruth], tuple[Side, PageTruth]],
    wish: Wish, random: Random,
) -> Paper:  # fmt: skip
    """A card of a type and template: a page for each side, or both copied high on a sheet of A4."""
    (face, facing), (turn, turned) = sides
    if wish.variant != ON_A4:
        sheet = Sheet(*CARD)
        face(sheet)
        sheet.next_page()
        turn(sheet)
        return Paper(*kind, sheet.finish(), (facing, turned), CARD)
    sheet = Sheet()
    beside, left, top = random.random() < 0.5, random.uniform(12, 16), random.uniform(15, 60)
    places = ((left, top), (left + 94, top) if beside else (left + random.uniform(0, 60), top + 70))
    for (x, y), draw in zip(places, (face, turn), strict=True):
        with sheet.inset(x, y, *CARD):
            draw(sheet)
    fields = {**turned.fields, **facing.fields}
    page = PageTruth(kind[0], "both", fields, turned.mrz_lines, facing.variant)
    return Paper(*kind, sheet.finish(), (page,), A4)


def _draw_permit(
    name: str, faces: tuple[_Face, _Face], number: str, palette: tuple[str, ...], on_edge: bool
) -> Draw:
    def draw(person: Person, random: Random, wish: Wish) -> Paper:
        permit = compose(whom(person, wish), random, wish, number)
        ink = Ink(pick_font(random, _FAMILIES), 7.2, "#16161a")

        def draw_front(sheet: Sheet) -> None:
            paint_background(sheet, random, palette=palette)
            faces[0](sheet, permit, random, ink)

        def draw_back(sheet: Sheet) -> None:
            paint_background(sheet, random, 31, palette)
            faces[1](sheet, permit, random, ink)
            sheet.box(0, 31.2, CARD[0], 23, fill="#ffffff", alpha=0.6)
            print_mrz(sheet, TD1_LEFT, TD1_FIRST_BASELINE, permit.lines, TD1_STEP)

        facing, turned = truths_of(permit, on_edge)
        if on_edge:
            issued = {"issue_date": permit.issue.isoformat()}
            facing = replace(facing, fields={**facing.fields, **issued})
        sides = ((draw_front, facing), (draw_back, turned))
        return lay_sides(("residence_permit", name), sides, wish, random)

    return draw


TEMPLATES = (
    Template(
        "permit_short_labels",
        "residence_permit",
        _draw_permit("permit_short_labels", (_short_front, _short_back), "?????????", _NEW, False),
        VARIANTS,
        unseen=True,
    ),
    Template(
        "permit_long_labels",
        "residence_permit",
        _draw_permit("permit_long_labels", (_long_front, _long_back), "#########", _OLD, True),
        ("", ON_A4, "student_pluriannual", "private_life"),
        unseen=True,
    ),
)
