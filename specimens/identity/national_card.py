"""A national identity card: credit-card size (TD1), the larger TD2, and the two French ones.

The machine-readable lines of a TD1 card are on its back, so a card is two pages. The French card
of 1995-2021 and TD2 cards have them on the front.
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
    add_years,
    draw_card,
    draw_code,
    draw_validity,
    format_date,
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
from specimens.model import PageTruth, Paper, Person, Template, Wish
from specimens.mrz_text import MrzHolder, compose_french_id, compose_td1, compose_td2

TD2 = (105.0, 74.0)
"""ISO/IEC 7810 ID-2."""
TD1_LEFT, TD1_FIRST_BASELINE, TD1_STEP = 4.7, 36.6, 6.0
_TD1_CHECK_DIGITS = ((0, 14), (1, 6), (1, 14))
_TD2_CHECK_DIGITS = ((1, 9), (1, 19), (1, 27))
_FRENCH_CHECK_DIGITS = ((1, 12), (1, 33))
_LEAST_LEFT_DAYS = 2000
"""Cards of today's models began in 2021, so the ones still valid are young."""
_EU_BLUE, _EU_GOLD = "#1a3f94", "#ffd21f"


@dataclass(frozen=True, slots=True)
class State:
    """What a state writes on its card."""

    title: str
    number: str
    flag: str
    """Letters in the ring of stars, or empty outside the European Union."""
    years: int = 10
    second: str = ""
    """Pattern of the number in the optional data."""
    labels: str = (
        "Surname|Given names|Sex|Nationality|Date of birth|Place of birth|Document No.|Date of"
        " expiry"
        "|Address|Issuing authority|Date of issue"
    )


STATES = {
    "DEU": State(
        "PERSONALAUSWEIS / IDENTITY CARD / CARTE D'IDENTITÉ",
        "L0@?#?#@#",
        "DE",
        10,
        "",
        "Name/Surname/Nom|Vornamen/Given names/Prénoms|Geschlecht/Sex"
        "|Staatsangehörigkeit/Nationality"
        "|Geburtstag/Date of birth|Geburtsort/Place of birth|Ausweisnummer|Gültig bis/Date of"
        " expiry"
        "|Anschrift/Address/Adresse|Behörde/Authority|Datum/Date",
    ),
    "ITA": State(
        "CARTA DI IDENTITÀ / IDENTITY CARD",
        "CA#####@@",
        "IT",
        10,
        "",
        "Cognome/Surname|Nome/Name|Sesso/Sex|Cittadinanza/Nationality|Luogo e data di"
        " nascita/Date of birth"
        "|Comune/Place of birth|Numero/Number|Scadenza/Expiry|Indirizzo di residenza/Residence"
        "|Comune/Municipality|Emissione/Issuing",
    ),
    "ESP": State(
        "DOCUMENTO NACIONAL DE IDENTIDAD",
        "@@@######",
        "ES",
        10,
        "########@",
        "APELLIDOS/SURNAMES|NOMBRE/GIVEN NAMES|SEXO/SEX|NACIONALIDAD/NATIONALITY|FECHA DE"
        " NACIMIENTO/DATE OF BIRTH"
        "|LUGAR DE NACIMIENTO|NÚM SOPORT|VALIDEZ/VALID UNTIL|DOMICILIO|EQUIPO|EMISIÓN/DATE OF"
        " ISSUE",
    ),
    "BEL": State(
        "IDENTITEITSKAART / CARTE D'IDENTITÉ / PERSONALAUSWEIS",
        "59##########",
        "BE",
        10,
        "###########",
        "Naam/Name|Voornamen/Given names|Geslacht/Sex|Nationaliteit/Nationality"
        "|Geboortedatum/Date of birth"
        "|Geboorteplaats/Place of birth|Kaartnr./Card No.|Vervaldatum/Expiry date|Adres|Plaats"
        " van afgifte"
        "|Afgiftedatum/Issue date",
    ),
    "ROU": State(
        "CARTE DE IDENTITATE / IDENTITY CARD / CARTE D'IDENTITÉ",
        "NX#######",
        "RO",
        7,
        "###########",
        "Nume/Nom/Last name|Prenume/Prénom/First name|Sex/Sexe|Cetățenie/Nationalité/Nationality"
        "|Data nașterii/Date of birth|Loc naștere/Place of birth|Seria NX nr.|Valabilitate/Validity"
        "|Domiciliu/Adresse/Address|Emisă de/Issued by|Data emiterii",
    ),
    "POL": State(
        "RZECZPOSPOLITA POLSKA  DOWÓD OSOBISTY / IDENTITY CARD",
        "D@@######",
        "PL",
        10,
        "###########",
        "NAZWISKO/SURNAME|IMIONA/GIVEN NAMES|PŁEĆ/SEX|OBYWATELSTWO/NATIONALITY|DATA"
        " URODZENIA/DATE OF BIRTH"
        "|MIEJSCE URODZENIA|NUMER DOWODU/ID CARD NUMBER|TERMIN WAŻNOŚCI/EXPIRY DATE|ADRES|ORGAN"
        " WYDAJĄCY"
        "|DATA WYDANIA/DATE OF ISSUE",
    ),
    "PRT": State(
        "PORTUGAL  CARTÃO DE CIDADÃO / CITIZEN CARD",
        "########@",
        "PT",
        10,
        "",
        "APELIDO[S]/SURNAME|NOME[S]/GIVEN NAME[S]|SEXO/SEX|NACIONALIDADE/NATIONALITY"
        "|DATA DE NASCIMENTO/DATE OF BIRTH|FILIAÇÃO/PARENTS|N.º DOCUMENTO/DOCUMENT No."
        "|VALIDADE/EXPIRY DATE"
        "|MORADA|EMISSOR|DATA DE EMISSÃO",
    ),
    "GRC": State(
        "ΔΕΛΤΙΟ ΤΑΥΤΟΤΗΤΑΣ / IDENTITY CARD",
        "A########",
        "EL",
        10,
        "",
        "Επώνυμο/Surname|Όνομα/Given name|Φύλο/Sex|Ιθαγένεια/Nationality|Ημερομηνία γέννησης/Date"
        " of birth"
        "|Τόπος γέννησης/Place of birth|Αρ. δελτίου/Document No.|Λήξη/Expiry|Διεύθυνση|Αρχή|Έκδοση",
    ),
    "MAR": State(
        "ROYAUME DU MAROC  CARTE NATIONALE D'IDENTITÉ",
        "@@######",
        "",
        10,
        "",
        "Nom|Prénom|Sexe|Nationalité|Né(e) le|à|N°|Valable jusqu'au|Adresse|Directeur général"
        "|Délivrée le",
    ),
    "TUR": State(
        "TÜRKİYE CUMHURİYETİ KİMLİK KARTI / IDENTITY CARD",
        "A##@#####",
        "",
        10,
        "###########",
        "Soyadı/Surname|Adı/Given Name(s)|Cinsiyeti/Gender|Uyruğu/Nationality|Doğum Tarihi/Date"
        " of Birth"
        "|Doğum Yeri|Seri No/Document No|Son Geçerlilik/Valid Until|Adres|Veren Makam/Issued by"
        "|Veriliş",
    ),
}

FRENCH = State(
    "CARTE NATIONALE D'IDENTITÉ / IDENTITY CARD",
    "???????@#",
    "FR",
    10,
    "",
    "NOM / Surname|Prénoms / Given names|SEXE / Sex|NATIONALITÉ / Nationality|DATE DE NAISS. /"
    " Date of birth"
    "|LIEU DE NAISSANCE / Place of birth|N° DU DOCUMENT / Document No|DATE D'EXPIR. / Expiry date"
    "|ADRESSE / Address|AUTORITÉ|DATE DE DÉLIVRANCE / Date of issue",
)


@dataclass(frozen=True, slots=True)
class Card:
    """What one card says."""

    state: State
    person: Person
    number: str
    issue: date
    expiry: date
    dates: str
    nationality: str
    lines: tuple[str, ...]

    def label(self, index: int) -> str:
        """A label by its place in the state's list."""
        return self.state.labels.split("|")[index]


def names_on(card: Card) -> tuple[str, str]:
    return card.person.surname.upper(), join_given(
        card.person, ", " if card.state is FRENCH else " "
    )


def compose_card(
    person: Person,
    random: Random,
    wish: Wish,
    state: State,
    write: Callable[[MrzHolder], tuple[str, ...]],
) -> Card:
    issuer = find_issuer(person.nationality)
    issue, expiry = draw_validity(random, wish, state.years, _LEAST_LEFT_DAYS)
    number = draw_code(random, state.number)
    holder = MrzHolder(
        person.surname,
        join_given(person),
        person.sex,
        person.birth_date,
        issuer.mrz_code,
        issuer.mrz_code,
        number,
        expiry,
        draw_code(random, state.second),
    )
    lines = write(holder)
    at = _TD1_CHECK_DIGITS if len(lines) == 3 else _TD2_CHECK_DIGITS
    lines = spoil(lines, wish, random, at[1:] if len(number) > 9 else at)
    dates = "%d.%m.%Y" if "/" in issuer.dates and "%" not in issuer.dates else issuer.dates
    return Card(state, person, number, issue, expiry, dates, issuer.nationality, lines)


def full_truth(card: Card, keys: str) -> dict[str, str]:
    surname, given = names_on(card)
    everything = identity_truth(
        card.person,
        {
            **name_truth(surname, given),
            "birth_place": card.person.birth_place.upper(),
            "document_number": card.number,
            "issuing_state": card.person.nationality,
            "issue_date": card.issue.isoformat(),
            "expiry_date": card.expiry.isoformat(),
        },
    )
    return {key: everything[key] for key in keys.split() if key in everything}


FRONT_KEYS = (
    "surname given_names sex nationality birth_date document_number expiry_date issuing_state"
)


def _flag(sheet: Sheet, x: float, y: float, letters: str) -> None:
    if not letters:
        return
    sheet.box(x, y, 10, 7.2, fill=_EU_BLUE)
    sheet.circle(x + 5, y + 3.6, 2.7, stroke=_EU_GOLD, line=0.4)
    sheet.text(
        x + 5, y + 4.6, letters, Ink("Liberation Sans", 7, "#ffffff", bold=True), align="centre"
    )


def _inks(random: Random, label: float, value: float, mode: str = "above") -> Fields:
    family = pick_font(random, SANS)
    tint = random.choice(("#26457a", "#3a3a3a", "#1f5c50"))
    return Fields(
        Ink(family, label, tint),
        Ink(family, value, "#121212", bold=random.random() < 0.5),
        mode,
        2.6,
    )


def _front_left(sheet: Sheet, card: Card, random: Random) -> None:
    fields = _inks(random, 4.0, 7.0)
    surname, given = names_on(card)
    _flag(sheet, 3, 2.6, card.state.flag)
    print_mixed(sheet, 15, 6.6, card.state.title, fields.value.sized(7.4), fit=67)
    portrait = place_portrait(
        sheet, random, card.person, (3.5, 12, 23, 31), grey=card.state is FRENCH
    )
    place_ghost(sheet, portrait, (72, 32, 8.5, 11))
    rows = (
        (30, 16.4, 0, surname, 50),
        (30, 22.4, 1, given, 50),
        (30, 28.6, 2, card.person.sex, 12),
        (44, 28.6, 3, card.nationality, 27),
        (30, 34.8, 4, format_date(card.person.birth_date, card.dates), 38),
        (30, 41, 5, card.person.birth_place.upper(), 38),
        (30, 47.2, 6, card.number, 26),
        (58, 47.2, 7, format_date(card.expiry, card.dates), 24),
    )
    for x, y, index, value, fit in rows:
        fields.put(sheet, x, y, card.label(index), value, fit)
    sheet.signature(4, 44, 22, 7, random, "#222222")


def _front_dense(sheet: Sheet, card: Card, random: Random) -> None:
    fields = _inks(random, 3.6, 6.6)
    surname, given = names_on(card)
    print_mixed(
        sheet, 42.8, 5.4, card.state.title, fields.value.in_bold().sized(7), fit=62, align="centre"
    )
    _flag(sheet, 73.5, 2, card.state.flag)
    place_portrait(
        sheet, random, card.person, (4, 14.5, 25, 33), grey=random.random() < 0.5, frame="#808080"
    )
    sheet.text(4, 12, card.number, Ink("Liberation Mono", 9.5, "#8a1c1c", bold=True))
    rows = (
        (32, 14, 0, surname, 48),
        (32, 20.4, 1, given, 48),
        (32, 26.8, 4, format_date(card.person.birth_date, card.dates), 24),
        (58, 26.8, 5, card.person.birth_place.upper(), 25),
        (32, 33.2, 3, card.nationality, 28),
        (64, 33.2, 2, card.person.sex, 10),
        (32, 39.6, 10, format_date(card.issue, card.dates), 24),
        (58, 39.6, 7, format_date(card.expiry, card.dates), 24),
    )
    for order, (x, y, index, value, fit) in enumerate(rows, start=1):
        fields.put(sheet, x, y, f"{order}. {card.label(index)}", value, fit)
    sheet.signature(40, 42, 30, 8, random, "#222222")


def _front_right(sheet: Sheet, card: Card, random: Random) -> None:
    fields = _inks(random, 4.2, 7.0, "below")
    surname, given = names_on(card)
    sheet.box(0, 0, CARD[0], 8, fill=random.choice(("#23408e", "#8c1d40", "#1f6f5c")))
    print_mixed(sheet, 4, 5.6, card.state.title, fields.value.coloured("#ffffff").sized(8), fit=66)
    _flag(sheet, 73.5, 0.4, card.state.flag)
    place_portrait(sheet, random, card.person, (58, 11, 24, 31), grey=True)
    rows = (
        (4, 14, 0, surname, 50),
        (4, 20.4, 1, given, 50),
        (4, 26.8, 4, format_date(card.person.birth_date, card.dates), 26),
        (33, 26.8, 2, card.person.sex, 10),
        (4, 33.2, 5, card.person.birth_place.upper(), 50),
        (4, 39.6, 3, card.nationality, 50),
        (4, 46, 6, card.number, 26),
        (33, 46, 7, format_date(card.expiry, card.dates), 24),
    )
    for x, y, index, value, fit in rows:
        fields.put(sheet, x, y, card.label(index), value, fit)
    sheet.signature(58, 43, 24, 7, random, "#222222")


def _back(sheet: Sheet, card: Card, random: Random) -> None:
    fields = _inks(random, 3.8, 6.4)
    authority = find_issuer(card.person.nationality).authority
    fields.put(
        sheet,
        5,
        8,
        card.label(8),
        f"{random.randint(1, 140)} {card.person.birth_place.upper()}",
        46,
    )
    fields.put(sheet, 5, 15, card.label(9), authority, 46)
    fields.put(sheet, 5, 22, card.label(10), format_date(card.issue, card.dates), 30)
    sheet.box(60, 6, 13, 11, fill="#d8b65a", stroke="#8f7430", radius=1.5)
    for step in range(3):
        sheet.rule(60, 9 + step * 2.6, 73, 9 + step * 2.6, "#8f7430", 0.15)
    sheet.box(0, 31.2, CARD[0], 23, fill="#ffffff", alpha=0.5)
    print_mrz(sheet, TD1_LEFT, TD1_FIRST_BASELINE, card.lines, TD1_STEP)


def _draw_td1(
    front: Callable[[Sheet, Card, Random], None], name: str
) -> Callable[[Person, Random, Wish], Paper]:
    def draw(person: Person, random: Random, wish: Wish) -> Paper:
        holder = whom(person, wish)
        fallback = State("IDENTITY CARD / CARTE NATIONALE D'IDENTITÉ", "@########", "", 10)
        state = STATES.get(holder.nationality, fallback)
        card = compose_card(holder, random, wish, state, compose_td1)
        return _two_sides(card, random, wish, name, front)

    return draw


def _two_sides(
    card: Card,
    random: Random,
    wish: Wish,
    name: str,
    front: Callable[[Sheet, Card, Random], None],
) -> Paper:
    def draw_front(sheet: Sheet) -> None:
        paint_background(sheet, random)
        front(sheet, card, random)

    def draw_back(sheet: Sheet) -> None:
        paint_background(sheet, random, 31)
        _back(sheet, card, random)

    birth_place = " birth_place" if card.label(5) != "FILIAÇÃO/PARENTS" else ""
    facing = PageTruth("national_id_card", "front", full_truth(card, FRONT_KEYS + birth_place))
    turned = full_truth(card, FRONT_KEYS + " issue_date")
    sides = (
        (draw_front, facing),
        (draw_back, PageTruth("national_id_card", "back", turned, card.lines)),
    )
    return draw_card(("national_id_card", name), sides, CARD, wish)


def _draw_french_2021(person: Person, random: Random, wish: Wish) -> Paper:
    card = compose_card(whom(person, wish), random, wish, FRENCH, compose_td1)
    return _two_sides(card, random, wish, "national_id_fra_2021", _front_left)


def _draw_td2(person: Person, random: Random, wish: Wish) -> Paper:
    holder = whom(person, wish)
    state = STATES.get(holder.nationality, STATES["ROU"])
    short = State(state.title, state.number[:9], "", state.years, state.second[:7], state.labels)
    card = compose_card(holder, random, wish, short, compose_td2)
    sheet, fields = Sheet(*TD2), _inks(random, 4.6, 8.0)
    paint_background(sheet, random, 52)
    print_mixed(
        sheet,
        52.5,
        7,
        find_issuer(holder.nationality).state[-1],
        fields.value.in_bold().sized(9),
        fit=96,
        align="centre",
    )
    print_mixed(sheet, 52.5, 11.4, card.state.title, fields.value.sized(7), fit=96, align="centre")
    place_portrait(sheet, random, holder, (4, 15, 26, 34))
    surname, given = names_on(card)
    rows = (
        (33, 19, 0, surname, 68),
        (33, 25.6, 1, given, 68),
        (33, 32.2, 3, card.nationality, 40),
        (80, 32.2, 2, holder.sex, 20),
        (33, 38.8, 4, format_date(holder.birth_date, card.dates), 34),
        (70, 38.8, 5, holder.birth_place.upper(), 32),
        (33, 45.4, 6, card.number, 34),
        (70, 45.4, 7, format_date(card.expiry, card.dates), 32),
    )
    for x, y, index, value, fit in rows:
        fields.put(sheet, x, y, card.label(index), value, fit)
    sheet.box(0, 53, TD2[0], 21, fill="#ffffff", alpha=0.5)
    print_mrz(sheet, 6.6, 60.2, card.lines)
    truth = full_truth(card, FRONT_KEYS + " birth_place")
    page = PageTruth("national_id_card", "front", truth, card.lines)
    return Paper("national_id_card", "national_id_td2", sheet.finish(), (page,), TD2)


def draw_french_dates(random: Random, wish: Wish, person: Person) -> tuple[date, date]:
    """Issued before mid 2021; valid 15 years to adults, 10 to minors (decree 2013-1188)."""
    latest = date(2021, 7, 1)
    issue = wish.today.replace(year=wish.today.year - random.randint(5, 6), day=1)
    issue = (
        min(issue, latest)
        if not wish.expired
        else date(2004, random.randint(1, 12), random.randint(1, 28))
    )
    adult = add_years(person.birth_date, 18) <= issue
    years = 10 if wish.expired or not adult else 15
    return issue, add_years(issue, years)


def _draw_french_1995(person: Person, random: Random, wish: Wish) -> Paper:
    holder = whom(person, wish)
    issue, expiry = draw_french_dates(random, wish, holder)
    department = f"{random.randint(1, 95):02}"
    number = f"{issue:%y%m}{department}{random.randint(1, 9)}{random.randint(0, 99999):05}"
    mrz = MrzHolder(
        holder.surname,
        join_given(holder),
        holder.sex,
        holder.birth_date,
        "FRA",
        "FRA",
        number,
        expiry,
    )
    office = f"{random.randint(1, 9):03}"
    lines = spoil(compose_french_id(mrz, department, office), wish, random, _FRENCH_CHECK_DIGITS)
    sheet, fields = Sheet(*TD2), _inks(random, 6.4, 7.6, "inline")
    _french_1995_front(sheet, random, holder, fields, number, lines)
    sheet.next_page()
    paint_background(sheet, random)
    _french_1995_back(sheet, random, holder, fields, (issue, expiry))
    names = name_truth(holder.surname.upper(), join_given(holder, ", "))
    truth = identity_truth(
        holder,
        {
            **names,
            "birth_place": holder.birth_place.upper(),
            "document_number": number,
            "nationality": "FRA",
            "issuing_state": "FRA",
        },
    )
    dates = {"issue_date": issue.isoformat(), "expiry_date": expiry.isoformat()}
    pages = (
        PageTruth("national_id_card", "front", truth, lines),
        PageTruth("national_id_card", "back", dates),
    )
    return Paper("national_id_card", "national_id_fra_1995", sheet.finish(), pages, TD2)


def _french_1995_front(
    sheet: Sheet,
    random: Random,
    holder: Person,
    fields: Fields,
    number: str,
    lines: tuple[str, ...],
) -> None:
    paint_background(sheet, random, 52)
    head = fields.label.coloured("#2c3e73")
    sheet.text(30, 6, "RÉPUBLIQUE FRANÇAISE", head.in_bold().sized(9))
    sheet.text(30, 11.6, "CARTE NATIONALE D'IDENTITÉ N° :", head, fit=44)
    sheet.text(75.5, 11.6, number, fields.value)
    sheet.text(78, 6, "Nationalité Française", head)
    place_portrait(sheet, random, holder, (4, 14, 26, 34), grey=random.random() < 0.3)
    rows = (
        (19, "Nom :", holder.surname.upper()),
        (25.5, "Prénom(s) :", join_given(holder, ", ")),
        (32, "Sexe :", holder.sex),
        (38.5, "à :", holder.birth_place.upper()),
        (45, "Taille :", f"1,{random.randint(55, 95)}m"),
    )
    for y, label, value in rows:
        fields.put(sheet, 33, y, label, value, 66)
    fields.put(sheet, 56, 32, "Né(e) le :", f"{holder.birth_date:%d.%m.%Y}", 44)
    sheet.signature(66, 44, 32, 8, random)
    sheet.box(0, 53, TD2[0], 21, fill="#ffffff", alpha=0.5)
    print_mrz(sheet, 6.6, 60.2, lines)


def _french_1995_back(
    sheet: Sheet, random: Random, holder: Person, fields: Fields, dates: tuple[date, date]
) -> None:
    street, code, town = holder.address
    rows = (
        (12, "Adresse :", street.upper()),
        (18, "", f"{town.upper()} ({code[:2]})"),
        (30, "Carte valable jusqu'au :", f"{dates[1]:%d.%m.%Y}"),
        (37, "délivrée le :", f"{dates[0]:%d.%m.%Y}"),
        (44, "par :", f"PRÉFECTURE ({code[:2]})"),
    )
    for y, label, value in rows:
        fields.put(sheet, 10, y, label, value, 86)
    sheet.text(10, 52, "Signature de l'autorité :", fields.label)
    sheet.signature(45, 47, 34, 12, random)


_ONE_OR_TWO_PAGES = ("", ON_A4)
TEMPLATES = (
    *(
        Template(name, "national_id_card", _draw_td1(front, name), _ONE_OR_TWO_PAGES)
        for name, front in (
            ("national_id_left", _front_left),
            ("national_id_dense", _front_dense),
            ("national_id_right", _front_right),
        )
    ),
    Template("national_id_td2", "national_id_card", _draw_td2),
    Template("national_id_fra_2021", "national_id_card", _draw_french_2021, _ONE_OR_TWO_PAGES),
    Template("national_id_fra_1995", "national_id_card", _draw_french_1995),
)

CARD_STATES = frozenset(STATES) | {"FRA"}
"""States whose cards are known; any other gets a plain English and French one."""
