"""National identity cards kept for measuring: two ways for any state, and two for France.

Nobody looks at these while writing cues, readers or training data.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from specimens.canvas import CARD, Ink, Sheet
from specimens.identity.background import paint_background
from specimens.identity.issuers import find_issuer
from specimens.identity.layout import (
    ON_A4,
    draw_code,
    format_date,
    identity_truth,
    join_given,
    measure_mixed,
    name_truth,
    pick_font,
    place_ghost,
    place_portrait,
    print_mixed,
    print_mrz,
    spoil,
    whom,
)
from specimens.identity.national_card import (
    FRENCH,
    FRONT_KEYS,
    STATES,
    TD1_FIRST_BASELINE,
    TD1_LEFT,
    TD1_STEP,
    TD2,
    Card,
    State,
    compose_card,
    draw_french_dates,
    full_truth,
    names_on,
)
from specimens.identity.passport_unseen import languages_of, word
from specimens.identity.residence_permit_unseen import lay_sides
from specimens.model import Draw, PageTruth, Paper, Person, Template, Wish
from specimens.mrz_text import MrzHolder, compose_french_id, compose_td1

_FAMILIES = ("Roboto", "Lato", "Noto Sans Display")
_FRENCH_CHECK_DIGITS = ((1, 12), (1, 33))
_OTHER = State("IDENTITY CARD / CARTE D'IDENTITÉ", "@########", "", 10)
_Face = Callable[[Sheet, Card, Random, Ink], None]


def _words(card: Card, key: str, fit: float, ink: Ink) -> str:
    """A label in the languages of the state as far as they fit, at least in its own."""
    issuer = find_issuer(card.person.nationality)
    languages = languages_of(issuer, "", 2)
    both = " / ".join(dict.fromkeys(word(issuer, key, language) for language in languages))
    return both if measure_mixed(both, ink) <= fit * 1.1 else word(issuer, key, languages[0])


def _value(card: Card, key: str) -> str:
    surname, given = names_on(card)
    dates = {"birth_date": card.person.birth_date, "issue_date": card.issue,
             "expiry_date": card.expiry}  # fmt: skip
    if key in dates:
        return format_date(dates[key], card.dates)
    return {
        "surname": surname,
        "given_names": given,
        "sex": card.person.sex,
        "nationality": card.nationality,
        "birth_place": card.person.birth_place.upper(),
        "number": card.number,
    }[key]


def _label(card: Card, key: str, fit: float, ink: Ink) -> str:
    if key != "number":
        return _words(card, key, fit, ink)
    number = card.label(6)
    return number if measure_mixed(number, ink) <= fit * 1.1 else number.split("/")[-1].strip()


def _stars(sheet: Sheet, x: float, y: float, letters: str) -> None:
    if letters:
        sheet.box(x, y, 11, 7.4, fill="#003399", radius=0.6)
        sheet.circle(x + 5.5, y + 3.7, 2.9, stroke="#ffcc00", line=0.35)
        sheet.text(x + 5.5, y + 4.6, letters, Ink("Roboto", 6.4, "#ffffff", bold=True),
                   align="centre")  # fmt: skip


def _rows_front(sheet: Sheet, card: Card, random: Random, ink: Ink) -> None:
    """Labels in a column, values on the same line at their right; the portrait at the right."""
    small = ink.sized(4.5).coloured("#41506e")
    print_mixed(sheet, 4, 6.2, card.state.title, ink.in_bold().sized(7.6), fit=64)
    _stars(sheet, 71, 2, card.state.flag)
    place_portrait(sheet, random, card.person, (59, 11.5, 23, 30), grey=random.random() < 0.6)
    keys = ("surname", "given_names", "birth_date", "birth_place", "sex", "nationality",
            "number", "expiry_date")  # fmt: skip
    y = 13.6
    for key in (key for key in keys if _value(card, key)):
        print_mixed(sheet, 4, y, _label(card, key, 20, small), small, fit=20)
        print_mixed(sheet, 25.5, y, _value(card, key), ink, fit=32)
        y += 5.1
    sheet.signature(60, 43, 21, 7, random, "#202020")


def _columns_front(sheet: Sheet, card: Card, random: Random, ink: Ink) -> None:
    """Two columns of values over their labels under a tinted head, the number upright."""
    colour = random.choice(("#dbe5f4", "#e6efdc", "#f2e3d8"))
    sheet.box(0, 0, CARD[0], 9.4, fill=colour)
    _stars(sheet, 2.5, 1, card.state.flag)
    head = ink.in_bold().sized(7.8).coloured("#2b3758")
    print_mixed(sheet, 82, 6, card.state.title, head, fit=64, align="right")
    portrait = place_portrait(sheet, random, card.person, (3, 12.5, 26, 34), grey=True)
    place_ghost(sheet, portrait, (71, 34, 9, 12))
    small = ink.sized(4.3).coloured("#44506a")
    places = (
        ("number", 32, 14.6, 28), ("sex", 64, 14.6, 14),
        ("surname", 32, 21.2, 50), ("given_names", 32, 27.8, 50),
        ("nationality", 32, 34.4, 36), ("birth_date", 32, 41, 18), ("birth_place", 52, 41, 18),
        ("issue_date", 32, 47.6, 18), ("expiry_date", 52, 47.6, 20),
    )  # fmt: skip
    for key, x, y, fit in places:
        if _value(card, key):
            print_mixed(sheet, x, y, _value(card, key), ink, fit=fit)
            print_mixed(sheet, x, y + 2.1, _label(card, key, fit, small), small, fit=fit)


def _french_front(sheet: Sheet, card: Card, random: Random, ink: Ink) -> None:
    """The card of 2021: title over the whole width, small second portrait, French and English."""
    _stars(sheet, 3, 2.2, "FR")
    blue = ink.in_bold().coloured("#24407c")
    sheet.text(16, 5, "RÉPUBLIQUE FRANÇAISE", blue.sized(6.6))
    sheet.text(16, 9, "CARTE NATIONALE D'IDENTITÉ", blue.sized(7.6))
    sheet.text(82, 9, "IDENTITY CARD", blue.sized(5.6), align="right")
    portrait = place_portrait(sheet, random, card.person, (3.5, 11.5, 25, 33), grey=True)
    place_ghost(sheet, portrait, (73, 26, 9, 12))
    small = ink.sized(4.1).coloured("#4a5f92")
    rows = (
        ("NOM / Surname", "surname", 31, 14.8, 50),
        ("Prénoms / Given names", "given_names", 31, 20.8, 50),
        ("SEXE / Sex", "sex", 31, 26.8, 10),
        ("NATIONALITÉ / Nationality", "nationality", 43, 26.8, 26),
        ("DATE DE NAISS. / Date of birth", "birth_date", 31, 32.8, 36),
        ("LIEU DE NAISSANCE / Place of birth", "birth_place", 31, 38.8, 40),
        ("N° DU DOCUMENT / Document No", "number", 31, 44.8, 28),
        ("DATE D'EXPIR. / Expiry date", "expiry_date", 31, 50.8, 28),
    )
    for label, key, x, y, fit in rows:
        value = card.person.nationality if key == "nationality" else _value(card, key)
        sheet.text(x, y - 2.6, label, small, fit=fit)
        print_mixed(sheet, x, y, value, ink, fit=fit)
    sheet.signature(62, 43, 20, 7, random, "#202020")


def _back(sheet: Sheet, card: Card, random: Random, ink: Ink) -> None:
    issuer = find_issuer(card.person.nationality)
    small = ink.sized(4.4).coloured("#41506e")
    home = f"{card.person.birth_place.upper()}, {random.randint(2, 190)}"
    office = "PRÉFECTURE" if card.state is FRENCH else issuer.authority
    rows = (
        (6, card.label(10).split("/")[0].strip(), _value(card, "issue_date")),
        (12, _words(card, "authority", 24, small), office),
        (18, card.label(8).split("/")[0].strip(), home),
        (24, "cm", str(random.randint(154, 196))),
    )
    for y, label, value in rows:
        print_mixed(sheet, 24, y + 2, label, small, fit=20, align="right")
        print_mixed(sheet, 26, y + 2, value, ink, fit=38)
    sheet.box(68, 6, 12, 20, stroke="#9aa4bc", line=0.15)
    sheet.rosette(74, 16, 4.6, random, "#9aa4bc")


def _draw_td1(name: str, front: _Face, french: bool) -> Draw:
    def draw(person: Person, random: Random, wish: Wish) -> Paper:
        holder = whom(person, wish)
        state = FRENCH if french else STATES.get(holder.nationality, _OTHER)
        card = compose_card(holder, random, wish, state, compose_td1)
        ink = Ink(pick_font(random, _FAMILIES), 7.0, "#141418", bold=random.random() < 0.35)

        def draw_front(sheet: Sheet) -> None:
            paint_background(sheet, random)
            front(sheet, card, random, ink)

        def draw_back(sheet: Sheet) -> None:
            paint_background(sheet, random, 31)
            _back(sheet, card, random, ink)
            sheet.box(0, 31.2, CARD[0], 23, fill="#ffffff", alpha=0.6)
            print_mrz(sheet, TD1_LEFT, TD1_FIRST_BASELINE, card.lines, TD1_STEP)

        issued = " issue_date" if front is _columns_front else ""
        facing = full_truth(card, FRONT_KEYS + " birth_place" + issued)
        turned = full_truth(card, FRONT_KEYS + " issue_date")
        sides = (
            (draw_front, PageTruth("national_id_card", "front", facing)),
            (draw_back, PageTruth("national_id_card", "back", turned, card.lines)),
        )
        return lay_sides(("national_id_card", name), sides, wish, random)

    return draw


def _draw_laminated(person: Person, random: Random, wish: Wish) -> Paper:
    """The French card of 1995 to 2021, both sides beside one another on one page if so asked."""
    holder = whom(person, wish)
    issue, expiry = draw_french_dates(random, wish, holder)
    department = holder.address[1][:2]
    number = f"{issue:%y%m}{department}{draw_code(random, '######')}"
    mrz = MrzHolder(
        holder.surname, join_given(holder), holder.sex, holder.birth_date, "FRA", "FRA", number,
        expiry,
    )  # fmt: skip
    right = compose_french_id(mrz, department, draw_code(random, "###"))
    lines = spoil(right, wish, random, _FRENCH_CHECK_DIGITS)
    sheet = Sheet(*TD2)
    ink = Ink(pick_font(random, ("Liberation Mono", "FreeMono", "Roboto")), 8.2, "#1a1a22")
    paint_background(sheet, random, 52)
    _laminated_front(sheet, holder, random, ink, number)
    sheet.box(0, 53, TD2[0], 21, fill="#ffffff", alpha=0.5)
    print_mrz(sheet, 6.6, 60.6, lines)
    sheet.next_page()
    paint_background(sheet, random)
    label = Ink("Lato", 6.2, "#34508a")
    street, code, town = holder.address
    rows = (
        ("Adresse", f"{street.upper()}"), ("", f"{code} {town.upper()}"),
        ("Délivrée le", f"{issue:%d.%m.%Y}"), ("par", f"PREFECTURE ({department})"),
        ("Valable jusqu'au", f"{expiry:%d.%m.%Y}"),
    )  # fmt: skip
    for row, (name, value) in enumerate(rows):
        sheet.text(8, 14 + row * 7.5, name, label)
        sheet.text(32, 14 + row * 7.5, value, ink, fit=68)
    sheet.text(8, 56, "Signature de l'autorité", label)
    sheet.signature(40, 50, 34, 14, random)
    names = name_truth(holder.surname.upper(), join_given(holder, ", "))
    truth = identity_truth(
        holder,
        {**names, "birth_place": holder.birth_place.upper(), "document_number": number,
         "nationality": "FRA", "issuing_state": "FRA"},
    )  # fmt: skip
    dates = {"issue_date": issue.isoformat(), "expiry_date": expiry.isoformat()}
    pages = (
        PageTruth("national_id_card", "front", truth, lines),
        PageTruth("national_id_card", "back", dates),
    )
    return Paper("national_id_card", "national_id_fra_laminated", sheet.finish(), pages, TD2)


def _laminated_front(sheet: Sheet, holder: Person, random: Random, ink: Ink, number: str) -> None:
    label = Ink("Lato", 6.4, "#34508a")
    sheet.text(52.5, 6, "RÉPUBLIQUE FRANÇAISE", label.in_bold().sized(9.5), align="centre")
    sheet.text(6, 11.6, "CARTE NATIONALE D'IDENTITÉ N°", label.sized(7.2), fit=44)
    sheet.text(52, 11.6, number, ink)
    sheet.text(100, 11.6, "FR", label.in_bold(), align="right")
    place_portrait(sheet, random, holder, (72, 14.5, 27, 35))
    rows = (
        ("Nom", holder.surname.upper()),
        ("Prénom(s)", join_given(holder, ", ")),
        ("Sexe", holder.sex),
        ("Né(e) le", f"{holder.birth_date:%d.%m.%Y}"),
        ("à", holder.birth_place.upper()),
        ("Taille", f"1,{random.randint(55, 92)} m"),
    )
    for row, (name, value) in enumerate(item for item in rows if item[1]):
        sheet.text(6, 18.6 + row * 5.4, name, label)
        sheet.text(23, 18.6 + row * 5.4, value, ink, fit=47)
    sheet.signature(36, 43, 30, 8, random)


_ONE_OR_TWO_PAGES = ("", ON_A4)
TEMPLATES = (
    *(
        Template(
            name,
            "national_id_card",
            _draw_td1(name, front, french),
            _ONE_OR_TWO_PAGES,
            unseen=True,
        )
        for name, front, french in (
            ("national_id_rows", _rows_front, False),
            ("national_id_columns", _columns_front, False),
            ("national_id_fra_wide_title", _french_front, True),
        )
    ),
    Template("national_id_fra_laminated", "national_id_card", _draw_laminated, unseen=True),
)
