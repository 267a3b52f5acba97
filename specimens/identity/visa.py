"""A visa sticker: the French ones students hold (MRV-A), and now and then another state's (MRV-B).

Fields in the order of the uniform format of Council Regulation (EC) 1683/95; what the remarks say
for each kind of stay as in CESEDA R. 431-16 and the stickers universities show their students. It
sits on a passport page, alone as scanned, or in the opened booklet.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from specimens.canvas import PASSPORT_PAGE, Ink, Sheet
from specimens.identity.background import paint_background
from specimens.identity.issuers import find_issuer
from specimens.identity.layout import (
    MONO,
    SANS,
    Fields,
    draw_code,
    format_date,
    identity_truth,
    join_given,
    name_truth,
    pick_font,
    place_portrait,
    print_mrz,
    spoil,
    whom,
)
from specimens.model import PageTruth, Paper, Person, Template, Wish
from specimens.mrz_text import MrzHolder, compose_mrv_a, compose_mrv_b

STICKER = (120.0, 80.0)
"""MRV-A: ICAO 9303-7."""
SMALL_STICKER = (105.0, 74.0)
"""MRV-B."""
BOOKLET = (125.0, 176.0)
_CHECK_DIGITS = ((1, 9), (1, 19), (1, 27))
_PALETTE = ("#dcebd8", "#f1e6c8", "#d2e5ee")
_POSTS = {
    "MAR": "RABAT",
    "DZA": "ALGER",
    "TUN": "TUNIS",
    "SEN": "DAKAR",
    "CMR": "YAOUNDÉ",
    "CIV": "ABIDJAN",
    "CHN": "PÉKIN",
    "IND": "NEW DELHI",
    "VNM": "HANOÏ",
    "BRA": "SÃO PAULO",
    "COL": "BOGOTÁ",
    "MEX": "MEXICO",
    "LBN": "BEYROUTH",
    "IRN": "TÉHÉRAN",
    "TUR": "ISTANBUL",
    "RUS": "MOSCOU",
    "UKR": "KIEV",
    "USA": "WASHINGTON",
    "GBR": "LONDRES",
    "KOR": "SÉOUL",
    "JPN": "TOKYO",
    "CAN": "MONTRÉAL",
    "GIN": "CONAKRY",
    "PER": "LIMA",
    "BEN": "COTONOU",
    "GAB": "LIBREVILLE",
    "MLI": "BAMAKO",
    "TGO": "LOMÉ",
    "MDG": "TANANARIVE",
    "ECU": "QUITO",
    "EGY": "LE CAIRE",
}


@dataclass(frozen=True, slots=True)
class _Kind:
    """One kind of stay."""

    type: str
    days: int
    entries: str
    remarks: tuple[tuple[str, ...], ...]
    """Wordings in use; one is printed."""
    started: tuple[int, int] = (3, 60)
    """How many days ago it began."""


_WORK = "AUTORISE TRAVAIL LIMITE 60%"
_KINDS = {
    "vls_ts": _Kind(
        "D",
        365,
        "MULT",
        (
            ("ÉTUDIANT", "E1 VLSTS VALIDER EN LIGNE", _WORK),
            ("ETUDIANT", "CESEDA R431-16 13°", _WORK),
            ("E1 VLSTS ETUDIANT", "A VALIDER EN LIGNE DES L'ARRIVEE", _WORK),
            ("ETUDIANT  CESEDA R311-3 6°", "AUTORISE TRAVAIL 964H/AN"),
        ),
    ),
    "vls_ts_old": _Kind(
        "D",
        365,
        "MULT",
        (
            ("ÉTUDIANT", "E1 VLSTS VALIDER EN LIGNE", _WORK),
            ("ETUDIANT", "CESEDA R431-16 13°", _WORK),
        ),
        (110, 300),
    ),
    "vls_t": _Kind(
        "D",
        180,
        "MULT",
        (
            ("ÉTUDIANT", "DISPENSE TEMPORAIRE DE CARTE DE SÉJOUR"),
            ("DISPENSE TEMPORAIRE", "DE CARTE DE SEJOUR", "ETUDIANT"),
        ),
    ),
    "short_stay": _Kind(
        "C", 90, "02", (("ÉTUDIANT-CONCOURS",), ("VISITE FAMILIALE OU PRIVEE",), ("TOURISME",))
    ),
    "minor_school": _Kind(
        "D", 330, "MULT", (("MINEUR SCOLARISÉ",), ("MINEUR SCOLARISE", "CESEDA R431-1"))
    ),
    "card_to_request": _Kind(
        "D",
        90,
        "MULT",
        (
            ("ÉTUDIANT", "CARTE DE SÉJOUR À SOLLICITER", "DANS LES DEUX MOIS SUIVANT L'ARRIVÉE"),
            ("ETUDIANT", "TITRE DE SEJOUR A SOLLICITER DES L'ARRIVEE"),
        ),
        (3, 50),
    ),
    "single_entry": _Kind("D", 90, "01", (("ÉTUDIANT", "CARTE DE SÉJOUR À SOLLICITER"),), (3, 50)),
}
VARIANTS = ("", *_KINDS)


@dataclass(frozen=True, slots=True)
class Visa:
    person: Person
    variant: str
    kind: _Kind
    number: str
    passport: str
    start: date
    end: date
    issue: date
    lines: tuple[str, ...]
    remarks: tuple[str, ...]
    state: str = "FRA"

    @property
    def post(self) -> str:
        """Where it was issued."""
        return _POSTS.get(self.person.nationality, "PARIS")

    @property
    def duration(self) -> str:
        """Length of stay as printed."""
        return f"{self.kind.days} JOURS" if self.kind.type == "C" else str(self.kind.days)


def _default_variant(person: Person, today: date) -> str:
    if person.nationality == "DZA":
        return "card_to_request"
    of_age = (today - person.birth_date).days >= 18 * 365.25
    return "vls_ts" if of_age else "minor_school"


def compose(
    person: Person,
    random: Random,
    wish: Wish,
    state: str,
    write: Callable[[MrzHolder, str], tuple[str, ...]],
) -> Visa:
    variant = wish.variant or _default_variant(person, wish.today)
    kind = _KINDS[variant]
    ago = random.randint(*kind.started) + (
        kind.days + random.randint(0, 200) if wish.expired else 0
    )
    start = wish.today - timedelta(days=ago)
    end = start + timedelta(days=kind.days)
    issuer = find_issuer(person.nationality)
    passport = wish.links.get("passport_number") or draw_code(random, issuer.number)
    number = draw_code(random, random.choice(("#########", "33#######")))
    number = wish.links.get("visa_number") or number
    optional = random.choice(("", "", passport, f"{kind.entries}{kind.days:03}"))
    mrz = MrzHolder(
        person.surname,
        join_given(person),
        person.sex,
        person.birth_date,
        issuer.mrz_code,
        state,
        number,
        end,
        optional,
    )
    letter = random.choice(("V", f"V{kind.type}"))
    lines = spoil(write(mrz, letter), wish, random, _CHECK_DIGITS)
    issue = start - timedelta(days=random.randint(5, 40))
    return Visa(
        person,
        variant,
        kind,
        number,
        passport,
        start,
        end,
        issue,
        lines,
        random.choice(kind.remarks),
        state,
    )


def truth_of(visa: Visa) -> PageTruth:
    names = name_truth(visa.person.surname.upper(), join_given(visa.person).upper())
    fields = identity_truth(
        visa.person,
        {
            **names,
            "document_number": visa.number,
            "issuing_state": visa.state,
            "visa_type": visa.kind.type,
            "valid_from": visa.start.isoformat(),
            "expiry_date": visa.end.isoformat(),
            "issue_date": visa.issue.isoformat(),
            "passport_number": visa.passport,
        },
    )
    return PageTruth("visa", "whole", fields, visa.lines, visa.variant)


def _inks(random: Random) -> Fields:
    family = pick_font(random, MONO if random.random() < 0.4 else SANS)
    label = pick_font(random, SANS[:4])
    return Fields(
        Ink(label, 4.2, "#2f5d50"), Ink(family, 8.2, "#181818", bold=random.random() < 0.5), gap=2.7
    )


def _ground(sheet: Sheet, x: float, y: float, size: tuple[float, float], random: Random) -> None:
    width, height = size
    sheet.box(x, y, width, height, fill="#fbfdf7", stroke="#b9c7b5", line=0.15, radius=1.5)
    sheet.wash(x + 0.3, y + 0.3, width - 0.6, height - 0.6, ("#eef6ea", "#faf4e2", "#eaf4f8"))
    sheet.guilloche(x, y, width, height - 20, random, _PALETTE, lines=30)
    sheet.rosette(x + width * 0.8, y + height * 0.35, 15, random, "#c9d9b8")


def _sticker_2011(
    sheet: Sheet, x: float, y: float, visa: Visa, random: Random, fields: Fields
) -> None:
    _ground(sheet, x, y, STICKER, random)
    sheet.text(x + 40, y + 7.6, "FRANCE", fields.value.in_bold().coloured("#2a3f7a").sized(11))
    sheet.text(x + 66, y + 7.6, "VISA", fields.value.in_bold().coloured("#7a2a3f").sized(13))
    sheet.text(
        x + 116,
        y + 7.6,
        visa.number,
        Ink("Liberation Mono", 11, "#9c1f1f", bold=True),
        align="right",
    )
    place_portrait(sheet, random, visa.person, (x + 4, y + 12, 31, 40))
    style = "%d-%m-%y"
    names = f"{visa.person.surname} {join_given(visa.person)}".strip().upper()
    area = "FRANCE" if visa.kind.type == "D" else "ÉTATS SCHENGEN"
    rows = (
        (40, 15, "VALABLE POUR / VALID FOR", area, 60),
        (40, 21.6, "DU / FROM", visa.start.strftime(style), 23),
        (65, 21.6, "AU / UNTIL", visa.end.strftime(style), 23),
        (90, 21.6, "N° DU PASSEPORT", visa.passport, 27),
        (40, 28.2, "TYPE DE VISA", visa.kind.type, 16),
        (60, 28.2, "NOMBRE D'ENTRÉES", visa.kind.entries, 24),
        (88, 28.2, "DURÉE DU SÉJOUR", visa.duration, 28),
        (40, 34.8, "DÉLIVRÉ À / ISSUED IN", visa.post, 34),
        (76, 34.8, "LE / ON", visa.issue.strftime(style), 20),
        (40, 41.4, "NOM, PRÉNOM", names, 77),
    )
    for left, down, label, value, fit in rows:
        fields.put(sheet, x + left, y + down, label, value, fit)
    sheet.text(x + 40, y + 45.2, "REMARQUES / REMARKS", fields.label)
    for row, remark in enumerate(visa.remarks):
        sheet.text(x + 40, y + 48.4 + row * 3.3, remark, fields.value.sized(7.6), fit=76)
    sheet.box(x + 0.3, y + 58.6, STICKER[0] - 0.6, 21, fill="#ffffff", alpha=0.55)
    print_mrz(sheet, x + 4.2, y + 65.6, visa.lines)


def _sticker_2019(
    sheet: Sheet, x: float, y: float, visa: Visa, random: Random, fields: Fields
) -> None:
    _ground(sheet, x, y, STICKER, random)
    sheet.box(x + 3, y + 3, 10, 7, fill="#1a3f94")
    sheet.text(
        x + 8, y + 7.6, "FRA", Ink("Liberation Sans", 7, "#ffffff", bold=True), align="centre"
    )
    sheet.text(x + 16, y + 8.4, "VISA", fields.value.in_bold().coloured("#23407c").sized(14))
    sheet.text(
        x + 116,
        y + 8,
        f"FRA{visa.number}",
        Ink("Liberation Mono", 10.5, "#9c1f1f", bold=True),
        align="right",
    )
    place_portrait(sheet, random, visa.person, (x + 84, y + 14, 31, 40))
    names = f"{visa.person.surname}, {join_given(visa.person)}".strip(", ").upper()
    area = "FRANCE" if visa.kind.type == "D" else "SCHENGEN STATES"
    rows = (
        (5, 17, "Valable pour/Valid for/Gültig für", area, 46),
        (5, 23.8, "Du/From/Vom", f"{visa.start:%d/%m/%Y}", 32),
        (40, 23.8, "Au/Until/Bis", f"{visa.end:%d/%m/%Y}", 32),
        (5, 30.6, "Type de visa/Type", visa.kind.type, 18),
        (26, 30.6, "Nombre d'entrées/Entries", visa.kind.entries, 26),
        (55, 30.6, "Durée/Duration", visa.duration, 26),
        (5, 37.4, "Délivré à/Issued in", visa.post, 25),
        (32, 37.4, "Le/On", f"{visa.issue:%d/%m/%Y}", 22),
        (56, 37.4, "Passeport/Passport No", visa.passport, 26),
        (5, 44.2, "Nom, prénoms/Name", names, 77),
    )
    for left, down, label, value, fit in rows:
        fields.put(sheet, x + left, y + down, label, value, fit)
    sheet.text(x + 5, y + 47.8, "Remarques/Remarks", fields.label)
    for row, remark in enumerate(visa.remarks):
        sheet.text(x + 5, y + 51 + row * 3.2, remark, fields.value.sized(7.4), fit=76)
    sheet.box(x + 0.3, y + 59.2, STICKER[0] - 0.6, 20.4, fill="#ffffff", alpha=0.55)
    print_mrz(sheet, x + 4.2, y + 66, visa.lines)


_Sticker = Callable[[Sheet, float, float, Visa, Random, Fields], None]


def draw_visa_page(sheet: Sheet, random: Random, number: int, title: str = "VISAS") -> None:
    paint_background(sheet, random)
    sheet.text(sheet.width / 2, 5, title, Ink("Liberation Serif", 8, "#8090a8"), align="centre")
    sheet.text(
        sheet.width - 7, sheet.height - 2.4, str(number), Ink("Liberation Serif", 8, "#606880")
    )


def _draw_alone(sticker: _Sticker, name: str) -> Callable[[Person, Random, Wish], Paper]:
    def draw(person: Person, random: Random, wish: Wish) -> Paper:
        visa, sheet = (
            compose(whom(person, wish), random, wish, "FRA", compose_mrv_a),
            Sheet(*STICKER),
        )
        sticker(sheet, 0, 0, visa, random, _inks(random))
        return Paper("visa", name, sheet.finish(), (truth_of(visa),), STICKER)

    return draw


def _draw_on_page(sticker: _Sticker, name: str) -> Callable[[Person, Random, Wish], Paper]:
    def draw(person: Person, random: Random, wish: Wish) -> Paper:
        visa = compose(whom(person, wish), random, wish, "FRA", compose_mrv_a)
        sheet = Sheet(*PASSPORT_PAGE)
        draw_visa_page(sheet, random, random.randint(5, 31))
        sticker(
            sheet, random.uniform(1.5, 3.5), random.uniform(3.5, 6.5), visa, random, _inks(random)
        )
        return Paper("visa", name, sheet.finish(), (truth_of(visa),), PASSPORT_PAGE)

    return draw


def _draw_booklet(person: Person, random: Random, wish: Wish) -> Paper:
    visa, sheet = compose(whom(person, wish), random, wish, "FRA", compose_mrv_a), Sheet(*BOOKLET)
    draw_visa_page(sheet, random, random.randint(5, 31), "VISA")
    sheet.rule(0, 88, BOOKLET[0], 88, "#9aa2b0", 0.4)
    _sticker_2019(sheet, 2.5, 92, visa, random, _inks(random))
    press_entry_stamp(sheet, random, visa.start + timedelta(days=random.randint(0, 2)))
    return Paper("visa", "visa_booklet", sheet.finish(), (truth_of(visa),), BOOKLET)


def press_entry_stamp(sheet: Sheet, random: Random, day: date) -> None:
    ink = Ink("Liberation Sans", 8, random.choice(("#23408e", "#8c2230", "#303030")), bold=True)
    x, y = random.uniform(12, 70), random.uniform(20, 60)
    sheet.box(x, y, 38, 22, stroke=ink.colour, line=0.5, radius=2)
    for row, text in enumerate(("F   ROISSY-CDG", f"{day:%d.%m.%y}", "A 512   →")):
        sheet.text(
            x + 19,
            y + 6.5 + row * 6,
            text,
            Ink("DejaVu Sans", ink.size, ink.colour, bold=True),
            align="centre",
        )


def _draw_small(person: Person, random: Random, wish: Wish) -> Paper:
    state = random.choice(("CHE", "GBR", "CAN", "JPN"))
    visa = compose(
        whom(person, wish),
        random,
        Wish(wish.today, wish.expired, variant="short_stay", wrong=wish.wrong, links=wish.links),
        state,
        compose_mrv_b,
    )
    sheet, fields = Sheet(*SMALL_STICKER), _inks(random)
    paint_background(sheet, random, 52)
    sheet.text(5, 9, f"{state}  VISA", fields.value.in_bold().sized(13))
    sheet.text(100, 9, visa.number, Ink("Liberation Mono", 10, "#9c1f1f"), align="right")
    place_portrait(sheet, random, visa.person, (5, 13, 28, 36))
    rows = (
        (37, 17, "Category", "VISITOR", 40),
        (37, 24, "Surname", visa.person.surname.upper(), 62),
        (37, 31, "Given names", join_given(visa.person).upper(), 62),
        (37, 38, "Valid from", format_date(visa.start, "en"), 30),
        (70, 38, "Valid until", format_date(visa.end, "en"), 30),
        (37, 45, "Passport No.", visa.passport, 30),
        (70, 45, "Entries", visa.kind.entries, 14),
    )
    for x, y, label, value, fit in rows:
        fields.put(sheet, x, y, label, value, fit)
    sheet.box(0, 53, SMALL_STICKER[0], 21, fill="#ffffff", alpha=0.55)
    print_mrz(sheet, 6.6, 60.2, visa.lines)
    fields_truth = {
        key: value
        for key, value in truth_of(visa).fields.items()
        if key not in ("issue_date", "visa_type")
    }
    page = PageTruth("visa", "whole", fields_truth, visa.lines, "foreign")
    return Paper("visa", "visa_mrv_b", sheet.finish(), (page,), SMALL_STICKER)


TEMPLATES = (
    Template("visa_2011", "visa", _draw_alone(_sticker_2011, "visa_2011"), VARIANTS),
    Template("visa_2011_page", "visa", _draw_on_page(_sticker_2011, "visa_2011_page"), VARIANTS),
    Template("visa_2019_page", "visa", _draw_on_page(_sticker_2019, "visa_2019_page"), VARIANTS),
    Template("visa_booklet", "visa", _draw_booklet, VARIANTS),
    Template("visa_mrv_b", "visa", _draw_small, ("foreign",)),
)
