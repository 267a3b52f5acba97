"""A French residence permit, front and back: the cards of 2011-2020 and of 2020 on.

Council Regulation (EC) 1030/2002 and PRADO FRA-HO-09001 and FRA-HO-12001 for what is on which
side: the card number at the top right of the front, the foreigner number upright on the right
edge and in the machine-readable lines (TD1), the category among the remarks.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from random import Random

from specimens.canvas import CARD, Ink, Sheet
from specimens.identity.background import paint_background
from specimens.identity.issuers import find_issuer
from specimens.identity.layout import (
    ON_A4,
    SANS,
    Fields,
    draw_card,
    draw_code,
    draw_validity,
    identity_truth,
    join_given,
    name_truth,
    pick_font,
    place_ghost,
    place_portrait,
    print_mixed,
    print_mrz,
    spoil,
    whom,
)
from specimens.identity.national_card import TD1_FIRST_BASELINE, TD1_LEFT, TD1_STEP
from specimens.model import Draw, PageTruth, Paper, Person, Template, Wish
from specimens.mrz_text import MrzHolder, compose_td1

_CHECK_DIGITS = ((0, 14), (1, 6), (1, 14))
_PALETTE = ("#f2d3dd", "#d5e3f4", "#dcead2")
_OLD_PALETTE = ("#f3d9d0", "#f6e4ec", "#d5e3f4")
_CATEGORIES = {
    "student": (
        "CARTE DE SÉJOUR TEMPORAIRE",
        "ÉTUDIANT",
        "AUTORISE SON TITULAIRE À TRAVAILLER À TITRE ACCESSOIRE",
    ),
    "student_pluriannual": (
        "CARTE DE SÉJOUR PLURIANNUELLE",
        "ÉTUDIANT",
        "AUTORISE TRAVAIL LIMITE 60% DURÉE ANNUELLE",
    ),
    "mobility": (
        "CARTE DE SÉJOUR PLURIANNUELLE",
        "ÉTUDIANT-PROGRAMME DE MOBILITÉ",
        "DIR UE 2016/801 ERASMUS MUNDUS",
    ),
    "talent": (
        "CARTE DE SÉJOUR PLURIANNUELLE",
        "PASSEPORT TALENT-CHERCHEUR",
        "AUTORISE SON TITULAIRE À TRAVAILLER",
    ),
    "private_life": (
        "CARTE DE SÉJOUR TEMPORAIRE",
        "VIE PRIVÉE ET FAMILIALE",
        "AUTORISE SON TITULAIRE À TRAVAILLER",
    ),
    "protected": ("CARTE DE RÉSIDENT", "RÉFUGIÉ", "AUTORISE SON TITULAIRE À TRAVAILLER"),
    "algerian": ("CERTIFICAT DE RÉSIDENCE ALGÉRIEN", "ÉTUDIANT", "ACCORD DU 27/12/1968 MODIFIÉ"),
}
VARIANTS = ("", ON_A4, "student_pluriannual", "mobility", "talent", "private_life")


@dataclass(frozen=True, slots=True)
class Permit:
    person: Person
    variant: str
    number: str
    foreigner: str
    issue: date
    expiry: date
    lines: tuple[str, ...]

    @property
    def category(self) -> tuple[str, str, str]:
        """Kind of card, category, remark."""
        return _CATEGORIES[self.variant]


def compose(person: Person, random: Random, wish: Wish, number: str) -> Permit:
    asked = "" if wish.variant == ON_A4 else wish.variant
    variant = asked or ("algerian" if person.nationality == "DZA" else "student")
    years = (
        4
        if variant in ("talent", "protected")
        else random.choice((1, 2, 3))
        if "pluri" in variant
        else 1
    )
    issue, expiry = draw_validity(random, wish, years, 120)
    number = draw_code(random, number)
    foreigner = wish.links.get("foreigner_number") or draw_code(random, "99########")
    code = find_issuer(person.nationality).mrz_code
    given = join_given(person)
    mrz = MrzHolder(
        person.surname, given, person.sex, person.birth_date, code, "FRA", number, expiry, foreigner
    )
    kind = random.choice(("IR", "I", "AR"))
    lines = spoil(compose_td1(mrz, kind), wish, random, _CHECK_DIGITS)
    return Permit(person, variant, number, foreigner, issue, expiry, lines)


def truths_of(permit: Permit, number_on_edge: bool) -> tuple[PageTruth, PageTruth]:
    person = permit.person
    names = name_truth(person.surname.upper(), join_given(person))
    shared = identity_truth(
        person,
        {
            **names,
            "document_number": permit.number,
            "issuing_state": "FRA",
            "foreigner_number": permit.foreigner,
            "expiry_date": permit.expiry.isoformat(),
        },
    )
    back = shared | {
        "issue_date": permit.issue.isoformat(),
        "birth_place": person.birth_place.upper(),
    }
    front = {key: value for key, value in shared.items() if key != "foreigner_number"}
    if number_on_edge:
        front["foreigner_number"] = permit.foreigner
    return (
        PageTruth("residence_permit", "front", front, variant=permit.variant),
        PageTruth("residence_permit", "back", back, permit.lines, permit.variant),
    )


def _inks(random: Random) -> Fields:
    family = pick_font(random, SANS)
    return Fields(
        Ink(family, 3.9, "#30508c"),
        Ink(family, 6.8, "#141414", bold=random.random() < 0.5),
        gap=2.6,
    )


def _title(sheet: Sheet, fields: Fields) -> None:
    sheet.box(3, 2.4, 9, 6, fill="#1a3f94")
    sheet.text(7.5, 6.5, "FR", fields.value.coloured("#ffffff").sized(8), align="centre")


def _back(sheet: Sheet, permit: Permit, random: Random, fields: Fields) -> None:
    person = permit.person
    _, category, remark = permit.category
    sheet.text(5, 5.4, "REMARQUES / REMARKS", fields.label)
    for row, text in enumerate((category, remark)):
        sheet.text(5, 8.6 + row * 3.1, text, fields.value.sized(6.2), fit=60)
    street, code, town = person.address
    rows = (
        (5, 17.6, "LIEU DE NAISSANCE / PLACE OF BIRTH", person.birth_place.upper(), 40),
        (46, 17.6, "DATE DE DÉLIVRANCE / ISSUED ON", f"{permit.issue:%d %m %Y}", 30),
        (5, 23.4, "AUTORITÉ / AUTHORITY", f"PREF. {code[:2]} {town.upper()}", 40),
        (46, 23.4, "N° ÉTRANGER", permit.foreigner, 30),
        (5, 29.2, "ADRESSE / ADDRESS", f"{street.upper()} {code} {town.upper()}", 68),
    )
    for x, y, label, value, fit in rows:
        fields.put(sheet, x, y, label, value, fit)
    sheet.text(83.2, 28, permit.foreigner, fields.value.sized(6.5), angle=90)
    sheet.box(0, 31.4, CARD[0], 23, fill="#ffffff", alpha=0.5)
    print_mrz(sheet, TD1_LEFT, TD1_FIRST_BASELINE, permit.lines, TD1_STEP)


def _front_2020(sheet: Sheet, permit: Permit, random: Random, fields: Fields) -> None:
    person = permit.person
    _title(sheet, fields)
    sheet.text(15, 5.2, "RÉPUBLIQUE FRANÇAISE", fields.label.sized(5))
    sheet.text(
        15, 8.8, "TITRE DE SÉJOUR / RESIDENCE PERMIT", fields.value.in_bold().sized(7.2), fit=50
    )
    sheet.text(82.5, 6.6, permit.number, fields.value.sized(8), align="right")
    portrait = place_portrait(sheet, random, person, (3.5, 12, 24, 32), grey=True)
    place_ghost(sheet, portrait, (72, 30, 9, 12))
    kind, category, _ = permit.category
    rows = (
        (31, 15.6, "NOM / SURNAME", person.surname.upper(), 50),
        (31, 21.4, "PRÉNOMS / GIVEN NAMES", join_given(person), 50),
        (31, 27.2, "SEXE / SEX", person.sex, 10),
        (43, 27.2, "NATIONALITÉ / NATIONALITY", person.nationality, 24),
        (31, 33, "DATE DE NAISSANCE / DATE OF BIRTH", f"{person.birth_date:%d %m %Y}", 38),
        (31, 38.8, "TYPE DE TITRE / TYPE OF PERMIT", kind, 40),
        (31, 44.6, "REMARQUES / REMARKS", category, 50),
        (31, 50.4, "DATE D'EXPIRATION / CARD EXPIRY DATE", f"{permit.expiry:%d %m %Y}", 34),
    )
    for x, y, label, value, fit in rows:
        fields.put(sheet, x, y, label, value, fit)
    sheet.signature(4, 45, 22, 7, random, "#222222")


def _front_2011(sheet: Sheet, permit: Permit, random: Random, fields: Fields) -> None:
    person = permit.person
    _title(sheet, fields)
    print_mixed(sheet, 15, 6.6, "TITRE DE SÉJOUR", fields.value.in_bold().sized(9))
    sheet.text(79, 6.4, permit.number, fields.value.sized(8.5), align="right")
    sheet.text(83.8, 46, permit.foreigner, fields.value.sized(6.8), angle=90)
    place_portrait(sheet, random, person, (5, 14, 22, 29), grey=True, frame="#6a7a9a")
    kind, category, _ = permit.category
    fields = Fields(fields.label.sized(4.4), fields.value, fields.mode, 2.5)
    rows = (
        (30, 14.6, "NOM Prénom", person.surname.upper(), 48),
        (30, 18.4, "", join_given(person), 48),
        (30, 24.6, "DATE D'EXPIRATION", f"{permit.expiry:%d/%m/%Y}", 40),
        (
            30,
            30.8,
            "LIEU ET DATE DE DÉBUT DE VALIDITÉ",
            f"{person.address[2].upper()} {permit.issue:%d/%m/%Y}",
            48,
        ),
        (30, 37, "CATÉGORIE DU TITRE", kind, 48),
        (30, 40.8, "", category, 48),
        (30, 47, "NATIONALITÉ", person.nationality, 16),
        (48, 47, "NÉ(E) LE", f"{person.birth_date:%d/%m/%Y}", 20),
        (70, 47, "SEXE", person.sex, 8),
    )
    for x, y, label, value, fit in rows:
        fields.put(sheet, x, y, label, value, fit)
    sheet.signature(5, 44.5, 20, 6, random, "#222222")


_Front = Callable[[Sheet, Permit, Random, Fields], None]


def _draw_permit(
    name: str, front: _Front, number: str, palette: tuple[str, ...], number_on_edge: bool
) -> Draw:
    def draw(person: Person, random: Random, wish: Wish) -> Paper:
        permit, fields = compose(whom(person, wish), random, wish, number), _inks(random)

        def draw_front(sheet: Sheet) -> None:
            paint_background(sheet, random, palette=palette)
            front(sheet, permit, random, fields)

        def draw_back(sheet: Sheet) -> None:
            paint_background(sheet, random, 31, palette)
            _back(sheet, permit, random, fields)

        facing, turned = truths_of(permit, number_on_edge)
        sides = ((draw_front, facing), (draw_back, turned))
        return draw_card(("residence_permit", name), sides, CARD, wish)

    return draw


TEMPLATES = (
    Template(
        "permit_2020",
        "residence_permit",
        _draw_permit("permit_2020", _front_2020, "?????????", _PALETTE, False),
        (*VARIANTS, "protected"),
    ),
    Template(
        "permit_2011",
        "residence_permit",
        _draw_permit("permit_2011", _front_2011, "#########", _OLD_PALETTE, True),
        ("", ON_A4, "student_pluriannual"),
    ),
)
