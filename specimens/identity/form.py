"""Forms that say who pays for care: the S1 of the European Union and Quebec's SE 401-Q forms.

S1: Decision S1 of the Administrative Commission, form "Registering for healthcare cover". SE 401-Q:
Entente Québec-France on social security, forms 102 bis (enrolled alone) and 106 (exchange).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from specimens.canvas import A4, Ink, Sheet
from specimens.identity.issuers import name_nationality
from specimens.identity.layout import (
    SANS,
    SERIF,
    draw_code,
    join_given,
    name_truth,
    pick_font,
    whom,
)
from specimens.model import PageTruth, Paper, Person, Template, Wish
from specimens.mrz_text import transliterate

_HOSTS = (
    "Université Lyon-Confluences",
    "Université Paris-Rive-Est",
    "Université Sud Garonne",
    "Institut national des arts de Nancy",
)
INSTITUTIONS = {
    "DEU": "TECHNIKER KRANKENKASSE",
    "ITA": "ASL ROMA 1",
    "ESP": "INSS MADRID",
    "BEL": "CM ANTWERPEN",
    "ROU": "CAS IAȘI",
    "POL": "NFZ MAZOWIECKI OW",
    "PRT": "ISS, I.P.",
    "GRC": "ΕΟΠΥΥ",
}


@dataclass(frozen=True, slots=True)
class Period:
    start: date
    end: date
    made: date


def draw_period(random: Random, wish: Wish) -> Period:
    year = wish.today.year - (wish.today.month < 8) - 2 * int(wish.expired)
    start, end = date(year, 9, 1), date(year + 1, 8, 31)
    return Period(start, end, start - timedelta(days=random.randint(10, 60)))


def _box_field(
    sheet: Sheet, x: float, y: float, width: float, label: str, value: str, ink: Ink
) -> None:
    sheet.text(x, y, label, ink.sized(ink.size * 0.78).coloured("#333355"), fit=width)
    sheet.box(x, y + 1.4, width, 6.4, stroke="#7080a0", line=0.15, fill="#ffffff")
    sheet.text(x + 1.5, y + 5.9, value, ink, fit=width - 3)


def _section(sheet: Sheet, y: float, number: int, title: str, ink: Ink, colour: str) -> None:
    sheet.box(15, y, 180, 6.5, fill=colour)
    sheet.text(18, y + 4.7, f"{number}. {title}", ink.in_bold().coloured("#ffffff"))


_S1_ENGLISH = (
    "Registering for healthcare cover",
    "PERSONAL DETAILS OF THE HOLDER",
    "STATUS OF THE HOLDER",
    "PERIOD OF ENTITLEMENT",
    "INSTITUTION COMPLETING THE FORM",
    "Student",
    "Surname",
    "Forenames",
    "Date of birth",
    "Sex",
    "Nationality",
    "Personal identification number",
    "Address in the Member State of residence",
    "Starting date",
    "Ending date",
    "Name",
    "Institution ID",
    "Date",
    "Signature",
)
_S1_FRENCH = (
    "Inscription en vue de bénéficier de la couverture d'assurance maladie",
    "INFORMATIONS SUR LE TITULAIRE",
    "STATUT DU TITULAIRE",
    "PÉRIODE DE DROITS",
    "INSTITUTION QUI REMPLIT LE FORMULAIRE",
    "Étudiant",
    "Nom",
    "Prénoms",
    "Date de naissance",
    "Sexe",
    "Nationalité",
    "Numéro d'identification personnel",
    "Adresse dans l'État de résidence",
    "Date de début",
    "Date de fin",
    "Dénomination",
    "Numéro de l'institution",
    "Date",
    "Signature",
)


def _draw_s1(words: tuple[str, ...], name: str) -> Callable[[Person, Random, Wish], Paper]:
    def draw(person: Person, random: Random, wish: Wish) -> Paper:
        holder, period = whom(person, wish), draw_period(random, wish)
        ink, sheet = Ink(pick_font(random, SANS), 9.5), Sheet()
        colour = random.choice(("#1a3f94", "#3b5a8c", "#444444"))
        _s1_head(sheet, words[0], ink)
        _s1_person(sheet, holder, random, words, ink, colour)
        _s1_rights(sheet, holder, period, random, words, ink, colour)
        fields = {
            **name_truth(holder.surname.upper(), join_given(holder)),
            "birth_date": holder.birth_date.isoformat(),
            "sex": holder.sex,
            "nationality": holder.nationality,
            "issuing_state": holder.nationality,
            "valid_from": period.start.isoformat(),
            "expiry_date": period.end.isoformat(),
            "issue_date": period.made.isoformat(),
        }
        return Paper("s1_form", name, sheet.finish(), (PageTruth("s1_form", "whole", fields),), A4)

    return draw


def _s1_head(sheet: Sheet, title: str, ink: Ink) -> None:
    sheet.box(15, 14, 20, 14, fill="#1a3f94")
    sheet.circle(25, 21, 5, stroke="#ffd21f", line=0.6)
    sheet.text(42, 20, "Coordination of Social Security Systems", ink)
    sheet.text(42, 27, title, ink.in_bold().sized(13), fit=125)
    sheet.text(194, 26, "S1", ink.in_bold().sized(30), align="right")
    sheet.text(15, 36, "EU Regulations 883/04 and 987/09 (*)", ink.sized(8.5))


def _s1_person(
    sheet: Sheet, person: Person, random: Random, words: tuple[str, ...], ink: Ink, colour: str
) -> None:
    _section(sheet, 42, 1, words[1], ink, colour)
    rows = (
        (15, 54, 88, f"1.1 {words[11]}", draw_code(random, "##########")),
        (107, 54, 88, f"1.2 {words[6]}", person.surname.upper()),
        (15, 66, 88, f"1.3 {words[7]}", join_given(person)),
        (107, 66, 42, f"1.4 {words[8]}", f"{person.birth_date:%d/%m/%Y}"),
        (153, 66, 42, f"1.5 {words[9]}", person.sex),
        (15, 78, 88, f"1.6 {words[10]}", person.nationality),
        (15, 90, 180, f"1.7 {words[12]}", ", ".join(person.address)),
    )
    for x, y, width, label, value in rows:
        _box_field(sheet, x, y, width, label, value, ink)


def _s1_rights(
    sheet: Sheet,
    person: Person,
    period: Period,
    random: Random,
    words: tuple[str, ...],
    ink: Ink,
    colour: str,
) -> None:
    _section(sheet, 104, 2, words[2], ink, colour)
    sheet.box(18, 115, 4, 4, stroke="#000000")
    sheet.text(18.7, 118.4, "X", ink.in_bold())
    sheet.text(25, 118.4, f"2.3 {words[5]}", ink)
    _section(sheet, 126, 3, words[3], ink, colour)
    _box_field(sheet, 15, 138, 60, f"3.1 {words[13]}", f"{period.start:%d/%m/%Y}", ink)
    _box_field(sheet, 80, 138, 60, f"3.2 {words[14]}", f"{period.end:%d/%m/%Y}", ink)
    _section(sheet, 152, 4, words[4], ink, colour)
    institution = INSTITUTIONS.get(person.nationality, "NATIONAL HEALTH INSURANCE")
    _box_field(sheet, 15, 164, 120, f"4.1 {words[15]}", institution, ink)
    _box_field(sheet, 140, 164, 55, f"4.2 {words[16]}", draw_code(random, "########"), ink)
    _box_field(sheet, 15, 176, 60, f"4.3 {words[17]}", f"{period.made:%d/%m/%Y}", ink)
    sheet.text(80, 177, f"4.4 {words[18]}", ink.sized(7.5))
    sheet.signature(85, 178, 40, 14, random)
    sheet.stamp(165, 195, 15, f"{institution} * ", "S1", Ink("Liberation Sans", 6.5, "#2a3f8a"))


def _draw_quebec(number: str, name: str) -> Callable[[Person, Random, Wish], Paper]:
    def draw(person: Person, random: Random, wish: Wish) -> Paper:
        holder, period = whom(person, wish), draw_period(random, wish)
        ink, sheet = Ink(pick_font(random, SANS + SERIF), 10), Sheet()
        exchange = number.endswith("106")
        _quebec_head(sheet, number, exchange, ink)
        _quebec_body(sheet, holder, period, random, exchange, ink)
        fields = {
            **name_truth(holder.surname.upper(), join_given(holder)),
            "birth_date": holder.birth_date.isoformat(),
            "valid_from": period.start.isoformat(),
            "expiry_date": period.end.isoformat(),
            "issue_date": period.made.isoformat(),
        }
        page = PageTruth("quebec_form", "whole", fields, variant=number)
        return Paper("quebec_form", name, sheet.finish(), (page,), A4)

    return draw


def _quebec_head(sheet: Sheet, number: str, exchange: bool, ink: Ink) -> None:
    sheet.text(195, 15, number, ink.in_bold().sized(11), align="right")
    sheet.text(15, 15, "ENTENTE QUÉBEC-FRANCE DE SÉCURITÉ SOCIALE", ink.in_bold())
    sheet.text(
        15,
        21,
        "Protocole d'entente relatif à la protection sociale des élèves et étudiants",
        ink.sized(9),
    )
    title = (
        "ATTESTATION D'AFFILIATION AU RÉGIME D'ASSURANCE MALADIE DU QUÉBEC\n"
        "Étudiant dans le cadre d'un échange entre établissements"
        if exchange
        else "ATTESTATION D'APPARTENANCE AU RÉGIME D'ASSURANCE MALADIE DU QUÉBEC\n"
        "Étudiant inscrit à titre individuel en France"
    )
    sheet.box(15, 28, 180, 18, stroke="#000000", line=0.3)
    sheet.paragraph(19, 35, 172, title, ink.in_bold().sized(10.5), leading=1.6)


def _quebec_body(
    sheet: Sheet, person: Person, period: Period, random: Random, exchange: bool, ink: Ink
) -> None:
    letters = transliterate(person.surname).replace(" ", "")[:3].ljust(3, "X")
    street, code, town = person.address
    rows = [
        (15, 58, 88, "Nom", person.surname.upper()),
        (107, 58, 88, "Prénom", join_given(person)),
        (15, 72, 60, "Date de naissance", f"{person.birth_date:%Y-%m-%d}"),
        (80, 72, 50, "Nationalité", name_nationality(person.nationality)),
        (
            135,
            72,
            60,
            "N° d'assurance maladie (NAM)",
            f"{letters}{draw_code(random, 'L ####  ####')}",
        ),
        (15, 86, 180, "Adresse en France", f"{street}, {code} {town}"),
        (15, 100, 180, "Établissement d'enseignement en France", random.choice(_HOSTS)),
        (15, 114, 88, "Période d'études : du", f"{period.start:%Y-%m-%d}"),
        (107, 114, 88, "au", f"{period.end:%Y-%m-%d}"),
    ]
    if exchange:
        rows.append(
            (15, 128, 180, "Établissement d'attache au Québec", "Université du Saint-Laurent")
        )
    for x, y, width, label, value in rows:
        _box_field(sheet, x, y, width, label, value, ink)
    sheet.paragraph(
        15,
        148,
        180,
        "La Régie de l'assurance maladie du Québec (RAMQ) certifie que la personne désignée"
        " ci-dessus"
        " demeure assujettie à la législation québécoise pendant la période indiquée.",
        ink,
        leading=1.4,
    )
    sheet.text(15, 170, "Régie de l'assurance maladie du Québec", ink.in_bold())
    sheet.text(15, 176, f"Date : {period.made:%Y-%m-%d}", ink)
    sheet.signature(20, 180, 42, 14, random)
    sheet.stamp(
        150,
        188,
        16,
        "RÉGIE DE L'ASSURANCE MALADIE * ",
        "RAMQ\nQUÉBEC",
        Ink("Liberation Sans", 7, "#2a3f8a"),
    )


TEMPLATES = (
    Template("s1_english", "s1_form", _draw_s1(_S1_ENGLISH, "s1_english")),
    Template("s1_french", "s1_form", _draw_s1(_S1_FRENCH, "s1_french")),
    Template("quebec_102bis", "quebec_form", _draw_quebec("SE 401-Q-102 bis", "quebec_102bis")),
    Template("quebec_106", "quebec_form", _draw_quebec("SE 401-Q-106", "quebec_106")),
)
