"""Cards that are no identity: the European health insurance card and student cards.

EHIC: Decision S2 of the Administrative Commission (2009) and its annex: fields numbered 3 to 9.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from specimens.canvas import CARD, Ink, Sheet
from specimens.identity.background import paint_background
from specimens.identity.layout import (
    SANS,
    draw_code,
    join_given,
    name_truth,
    pick_font,
    place_portrait,
    print_mixed,
    whom,
)
from specimens.model import PageTruth, Paper, Person, Template, Wish

EHIC_TITLES = {
    "DEU": ("EUROPÄISCHE KRANKENVERSICHERUNGSKARTE", "DE", "8027600", "AOK"),
    "ITA": ("TESSERA EUROPEA DI ASSICURAZIONE MALATTIA", "IT", "8038000", "SSN-MIN SALUTE"),
    "ESP": ("TARJETA SANITARIA EUROPEA", "ES", "8072400", "INSS"),
    "BEL": ("EUROPESE ZIEKTEVERZEKERINGSKAART", "BE", "8005600", "CM"),
    "ROU": ("CARDUL EUROPEAN DE ASIGURĂRI SOCIALE DE SĂNĂTATE", "RO", "8064200", "CNAS"),
    "POL": ("EUROPEJSKA KARTA UBEZPIECZENIA ZDROWOTNEGO", "PL", "8061600", "NFZ"),
    "PRT": ("CARTÃO EUROPEU DE SEGURO DE DOENÇA", "PT", "8062000", "ISS"),
    "GRC": ("ΕΥΡΩΠΑΪΚΗ ΚΑΡΤΑ ΑΣΦΑΛΙΣΗΣ ΑΣΘΕΝΕΙΑΣ", "EL", "8030000", "ΕΟΠΥΥ"),
    "FRA": ("CARTE EUROPÉENNE D'ASSURANCE MALADIE", "FR", "8025000", "CPAM"),
    "GBR": ("UK GLOBAL HEALTH INSURANCE CARD", "UK", "8082600", "NHSBSA"),
}
_EHIC_LABELS = (
    "3 Name / Nom",
    "4 Given names / Prénoms",
    "5 Date of birth",
    "6 Personal identification number",
    "7 Identification number of the institution",
    "8 Identification number of the card",
    "9 Expiry date",
)
_UNIVERSITIES = (
    "Université de Bretagne-Vilaine",
    "Université Lyon-Confluences",
    "Université Sud Garonne",
    "Université des Alpes-Isère",
    "École supérieure d'ingénierie de l'Ouest",
    "Université Paris-Rive-Est",
    "Institut national des arts de Nancy",
    "Université de Provence-Camargue",
    "École de commerce de la Loire",
)


def _end_of_school_year(day: date) -> date:
    return date(day.year + (day.month >= 8), 8, 31)


def _ehic_expiry(random: Random, wish: Wish) -> date:
    if wish.expired:
        return wish.today - timedelta(days=random.randint(15, 500))
    if wish.variant == "ends_early":
        room = (_end_of_school_year(wish.today) - wish.today).days - 20
        return wish.today + timedelta(days=random.randint(10, max(11, room)))
    return _end_of_school_year(wish.today) + timedelta(days=random.randint(20, 1200))


def ehic_values(person: Person, random: Random, wish: Wish) -> tuple[tuple[str, ...], PageTruth]:
    expiry = _ehic_expiry(random, wish)
    _, _, prefix, institution = EHIC_TITLES.get(person.nationality, EHIC_TITLES["FRA"])
    number = prefix + draw_code(random, "#" * 13)
    surname, given = person.surname.upper(), join_given(person).upper()
    institution = f"{draw_code(random, '######')} - {institution}"
    values = (
        surname,
        given,
        f"{person.birth_date:%d/%m/%Y}",
        draw_code(random, "?#########"),
        institution,
        number,
        f"{expiry:%d/%m/%Y}",
    )
    fields = {
        **name_truth(surname, given),
        "birth_date": person.birth_date.isoformat(),
        "document_number": number,
        "issuing_state": person.nationality if person.nationality in EHIC_TITLES else "FRA",
        "expiry_date": expiry.isoformat(),
    }
    return values, PageTruth("ehic", "front", fields, variant=wish.variant)


def _stars(sheet: Sheet, x: float, y: float, letters: str) -> None:
    sheet.box(x, y, 15, 11, fill="#1a3f94")
    sheet.circle(x + 7.5, y + 5.5, 4, stroke="#ffd21f", line=0.5)
    sheet.text(
        x + 7.5, y + 7, letters, Ink("Liberation Sans", 9, "#ffffff", bold=True), align="centre"
    )


_EHIC_PLACES = (
    (6, 20, 74),
    (6, 27, 46),
    (56, 27, 26),
    (6, 34, 38),
    (46, 34, 38),
    (6, 43, 46),
    (56, 43, 26),
)
_EHIC_PLACES_LOW = (
    (6, 26.5, 60),
    (6, 32.5, 50),
    (60, 32.5, 24),
    (6, 38.5, 36),
    (44, 38.5, 40),
    (6, 46.5, 46),
    (58, 46.5, 26),
)


def _draw_ehic(
    name: str, places: tuple[tuple[float, float, float], ...], dark: bool
) -> Callable[[Person, Random, Wish], Paper]:
    def draw(person: Person, random: Random, wish: Wish) -> Paper:
        holder = whom(person, wish)
        values, truth = ehic_values(holder, random, wish)
        title, letters, _, _ = EHIC_TITLES.get(holder.nationality, EHIC_TITLES["FRA"])
        sheet, family = Sheet(*CARD), pick_font(random, SANS)
        sheet.wash(
            0, 0, *CARD, ("#3f66b5", "#8db0e6") if dark else ("#cfe0f6", "#e9f1fb", "#b9d2f2")
        )
        ink = Ink(family, 7.6, "#ffffff" if dark else "#101830")
        _stars(sheet, 67, 3.5, letters)
        print_mixed(sheet, 5, 8.5, title, ink.in_bold().sized(8), fit=60)
        for label, value, (x, y, fit) in zip(_EHIC_LABELS, values, places, strict=True):
            sheet.text(x, y - 2.7, label, ink.sized(4), fit=fit)
            print_mixed(sheet, x, y, value, ink, fit=fit)
        return Paper("ehic", name, sheet.finish(), (truth,), CARD)

    return draw


def _school_year(wish: Wish) -> str:
    start = wish.today.year - (wish.today.month < 8) - int(wish.expired)
    return wish.school_year or f"{start}-{start + 1}"


_StudentSetting = Callable[[Sheet, Person, Random, dict[str, str], str], None]


def _student_modern(
    sheet: Sheet, person: Person, random: Random, fields: dict[str, str], family: str
) -> None:
    colour = random.choice(("#8c1d40", "#1f5f8b", "#2b6b4f", "#45307a"))
    ink = Ink(family, 7.5)
    sheet.box(0, 0, CARD[0], 13, fill=colour)
    sheet.text(4, 6, fields["institution"], ink.in_bold().coloured("#ffffff").sized(8), fit=58)
    sheet.text(4, 10.6, "CARTE D'ÉTUDIANT / STUDENT CARD", ink.coloured("#ffffff").sized(6.5))
    sheet.text(
        82, 8, fields["school_year"], ink.in_bold().coloured("#ffffff").sized(8), align="right"
    )
    place_portrait(sheet, random, person, (4, 16.5, 24, 31))
    rows = (
        ("Nom", fields.get("surname", "")),
        ("Prénom", fields.get("given_names", "")),
        ("Né(e) le", f"{person.birth_date:%d/%m/%Y}"),
        ("N° étudiant", fields["student_number"]),
        ("INE", fields["ine"]),
    )
    for row, (label, value) in enumerate(rows):
        sheet.text(31, 19.5 + row * 6.3, label, ink.sized(4.8).coloured("#606060"))
        sheet.text(31, 22.3 + row * 6.3, value, ink.in_bold(), fit=50)
    _bars(sheet, random, 60, 42, 22, 7)


def _bars(sheet: Sheet, random: Random, x: float, y: float, width: float, height: float) -> None:
    at = x
    while at < x + width:
        bar = random.choice((0.25, 0.4, 0.6))
        sheet.box(at, y, bar, height, fill="#000000")
        at += bar + random.choice((0.3, 0.5))


def _student_european(
    sheet: Sheet, person: Person, random: Random, fields: dict[str, str], family: str
) -> None:
    ink = Ink(family, 7.4)
    sheet.wash(0, 0, *CARD, ("#ffffff", "#dfe9f7"))
    sheet.box(0, 46, CARD[0], 8, fill="#1a3f94")
    sheet.text(
        42.8, 51.4, "EUROPEAN STUDENT CARD", ink.in_bold().coloured("#ffd21f"), align="centre"
    )
    place_portrait(sheet, random, person, (59, 8, 23, 29), frame="#888888")
    sheet.text(4, 7, fields["institution"], ink.in_bold().sized(8.4), fit=52)
    sheet.text(4, 12, f"Année universitaire {fields['school_year']}", ink)
    sheet.text(4, 19.5, fields.get("surname", ""), ink.in_bold().sized(9.5), fit=52)
    sheet.text(4, 24.5, fields.get("given_names", ""), ink.sized(9), fit=52)
    sheet.text(4, 31, f"Date de naissance : {person.birth_date:%d/%m/%Y}", ink)
    sheet.text(4, 36, f"N° étudiant : {fields['student_number']}", ink)
    sheet.text(4, 41, f"N° INE : {fields['ine']}", ink)


def _student_plain(
    sheet: Sheet, person: Person, random: Random, fields: dict[str, str], family: str
) -> None:
    ink = Ink(family, 7.8)
    paint_background(sheet, random)
    sheet.text(42.8, 6.4, "CARTE ÉTUDIANT", ink.in_bold().sized(11), align="centre")
    sheet.text(42.8, 11, fields["institution"], ink, align="centre", fit=78)
    place_portrait(sheet, random, person, (4, 14, 22, 28), grey=random.random() < 0.3)
    lines = (
        f"{fields.get('surname', '')} {fields.get('given_names', '')}".strip(),
        f"né(e) le {person.birth_date:%d.%m.%Y}",
        f"Étudiant n° {fields['student_number']}",
        f"INE {fields['ine']}",
        f"Valable pour l'année {fields['school_year'].replace('-', '/')}",
    )
    for row, line in enumerate(lines):
        sheet.text(29, 19 + row * 5.6, line, ink.in_bold() if row == 0 else ink, fit=53)
    _bars(sheet, random, 29, 44, 48, 6)


def _draw_student(setting: _StudentSetting, name: str) -> Callable[[Person, Random, Wish], Paper]:
    def draw(person: Person, random: Random, wish: Wish) -> Paper:
        holder = whom(person, wish)
        fields = {
            **name_truth(holder.surname.upper(), join_given(holder)),
            "birth_date": holder.birth_date.isoformat(),
            "institution": wish.links.get("institution") or random.choice(_UNIVERSITIES),
            "student_number": wish.links.get("student_number") or draw_code(random, "2#######"),
            "ine": wish.links.get("ine") or draw_code(random, "#########@@"),
            "school_year": _school_year(wish),
        }
        sheet = Sheet(*CARD)
        setting(sheet, holder, random, fields, pick_font(random, SANS))
        page = PageTruth("student_card", "front", fields)
        return Paper("student_card", name, sheet.finish(), (page,), CARD)

    return draw


TEMPLATES = (
    Template(
        "ehic_light", "ehic", _draw_ehic("ehic_light", _EHIC_PLACES, False), ("", "ends_early")
    ),
    Template(
        "ehic_dark",
        "ehic",
        _draw_ehic("ehic_dark", _EHIC_PLACES_LOW, True),
        ("", "ends_early"),
    ),
    Template("student_modern", "student_card", _draw_student(_student_modern, "student_modern")),
    Template(
        "student_european", "student_card", _draw_student(_student_european, "student_european")
    ),
    Template("student_plain", "student_card", _draw_student(_student_plain, "student_plain")),
)
