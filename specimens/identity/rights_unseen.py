"""Papers of health cover from abroad kept for measuring: S1, health insurance card, Quebec's form.

Nobody looks at these while writing cues, readers or training data. S1: Decision S1 (2010/C 106/10)
and the portable document as institutions fill it in; card and replacement certificate: Decision S2
(2010/C 106/09), annexes I and II.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from random import Random

from specimens.canvas import A4, CARD, Ink, Sheet
from specimens.identity.form import INSTITUTIONS, Period, draw_period
from specimens.identity.issuers import name_nationality
from specimens.identity.layout import (
    add_years,
    draw_code,
    join_given,
    name_truth,
    pick_font,
    print_mixed,
    whom,
)
from specimens.identity.small_card import EHIC_TITLES, ehic_values
from specimens.model import PageTruth, Paper, Person, Template, Wish
from specimens.mrz_text import transliterate

_FAMILIES = ("Roboto", "Lato", "Noto Sans Display")
_OFFICES = {
    "DEU": ("Bramfelder Straße 140", "22305", "Hamburg", "DE"),
    "ITA": ("Via Ariosto 3", "00185", "Roma", "IT"),
    "ESP": ("Calle Serrano 102", "28006", "Madrid", "ES"),
    "BEL": ("Molenbergstraat 2", "2000", "Antwerpen", "BE"),
    "ROU": ("Str. Grigore Ghica Vodă 13", "700469", "Iași", "RO"),
    "POL": ("ul. Chałubińskiego 8", "00-613", "Warszawa", "PL"),
    "PRT": ("Rua Rosa Araújo 43", "1250-194", "Lisboa", "PT"),
    "GRC": ("Apostolou Pavlou 12", "15123", "Marousi", "EL"),
}
_ELSEWHERE = ("Main Street 1", "1000", "Capital", "EU")


def _stars(sheet: Sheet, x: float, y: float, width: float) -> None:
    """The ring of twelve stars, as dots."""
    height = width * 2 / 3
    sheet.box(x, y, width, height, fill="#003399")
    for dx, dy in (
        (0, -1), (0.5, -0.87), (0.87, -0.5), (1, 0), (0.87, 0.5), (0.5, 0.87), (0, 1),
        (-0.5, 0.87), (-0.87, 0.5), (-1, 0), (-0.87, -0.5), (-0.5, -0.87),
    ):  # fmt: skip
        place = x + width / 2 + dx * height * 0.33, y + height / 2 + dy * height * 0.33
        sheet.circle(*place, height * 0.045, fill="#ffcc00")


@dataclass(frozen=True, slots=True)
class _Words:
    """The printed words of the portable document in one language."""

    scheme: str
    title: str
    law: str
    notice: str
    holder: str
    details: tuple[str, ...]
    """Number, surname, forenames, name at birth, born, street, town, postcode, country, status."""
    student: str
    period: str
    dates: tuple[str, str]
    office: str
    lines: tuple[str, ...]
    """Name, street, town, postcode, country, institution, date, signature."""
    pages: str


_ENGLISH = _Words(
    "Coordination of Social Security Systems", "Registering for healthcare cover",
    "EU Regulations 883/04 and 987/09 (*)",
    "INFORMATION FOR THE HOLDER\nThis is your and your family members' certificate of entitlement"
    " to sickness, maternity and equivalent paternity benefits in kind (i.e. health care, medical"
    " treatment etc.) in your State of residence. Please hand it over as soon as possible to the"
    " health care institution in your place of residence.",
    "PERSONAL DETAILS OF THE HOLDER",
    ("Personal Identification Number in the competent Member State", "Surname", "Forenames",
     "Surname at birth (**)", "Date of birth", "Street, N°", "Town", "Post code",
     "Country code", "Status"),
    "Insured person - student", "PERIOD OF ENTITLEMENT TO HEALTH CARE IN THE STATE OF RESIDENCE",
    ("Starting date", "Ending date"), "INSTITUTION COMPLETING THE FORM",
    ("Name", "Street, N°", "Town", "Post code", "Country code", "Institution ID", "Date",
     "Signature / Stamp"),
    "1/2",
)  # fmt: skip
_FRENCH = _Words(
    "Coordination des systèmes de sécurité sociale",
    "Inscription en vue d'une couverture de soins de santé",
    "Règlements (CE) n° 883/04 et n° 987/09 (*)",
    "INFORMATIONS POUR LE TITULAIRE\nCe document atteste de votre droit et de celui des membres de"
    " votre famille aux prestations en nature de maladie, de maternité et de paternité"
    " assimilées dans votre État de résidence. Vous devez le remettre dès que"
    " possible à l'institution de soins de santé de votre lieu de résidence.",
    "COORDONNÉES DU TITULAIRE",
    ("Numéro d'identification personnel dans l'État compétent", "Nom", "Prénoms",
     "Nom de naissance (**)", "Date de naissance", "Rue, n°", "Localité", "Code postal",
     "Code pays", "Situation"),
    "Personne assurée (étudiant)", "DURÉE DU DROIT AUX PRESTATIONS",
    ("Début", "Fin"), "INSTITUTION AYANT REMPLI LE FORMULAIRE",
    ("Nom", "Rue, n°", "Localité", "Code postal", "Code pays",
     "Numéro d'identification de l'institution", "Date", "Signature et cachet"),
    "Page 1 sur 2",
)  # fmt: skip

_Fill = Callable[[Sheet, float, float, str, str, Ink], float]


def _line_field(sheet: Sheet, x: float, y: float, label: str, value: str, ink: Ink) -> float:
    """The label at the left, the value in a shaded box at its right."""
    sheet.text(x + 3, y + 4.3, label, ink.sized(8.2), fit=70)
    sheet.box(x + 76, y, 98, 6, fill="#eef1f8", stroke="#b8c0d4", line=0.1)
    print_mixed(sheet, x + 78, y + 4.4, value, ink, fit=94)
    return y + 6.9


def _dotted_field(sheet: Sheet, x: float, y: float, label: str, value: str, ink: Ink) -> float:
    """The label, then the value over a dotted line."""
    used = sheet.text(x + 2, y + 4.3, label, ink.sized(8), fit=74)
    for dot in range(int((170 - used) / 1.6)):
        sheet.circle(x + used + 5 + dot * 1.6, y + 4.9, 0.12, fill="#555555")
    print_mixed(sheet, x + used + 8, y + 4.2, value, ink.in_bold(), fit=168 - used)
    return y + 6.7


def _heading(sheet: Sheet, y: float, text: str, ink: Ink, filled: bool) -> float:
    if filled:
        sheet.box(18, y, 174, 7, fill="#003399")
    else:
        sheet.rule(18, y + 7, 192, y + 7, "#333333", 0.4)
    colour = "#ffffff" if filled else "#1a1a1a"
    sheet.text(20, y + 4.9, text, ink.in_bold().sized(9.5).coloured(colour))
    return y + 9.5


def _draw_s1(words: _Words, name: str, fill: _Fill) -> Callable[[Person, Random, Wish], Paper]:
    def draw(person: Person, random: Random, wish: Wish) -> Paper:
        holder, period = whom(person, wish), draw_period(random, wish)
        ink, sheet = Ink(pick_font(random, _FAMILIES), 9.6), Sheet()
        filled = fill is _line_field
        _stars(sheet, 18, 14, 22)
        sheet.text(46, 19, words.scheme, ink.sized(10), fit=110)
        sheet.text(192, 26, "S1", ink.in_bold().sized(26), align="right")
        sheet.text(46, 26, words.title, ink.in_bold().sized(12.5), fit=118)
        sheet.text(46, 31.5, words.law, ink.sized(8))
        bottom = sheet.paragraph(18, 42, 172, words.notice, ink.sized(8), leading=1.35)
        y = _s1_holder(sheet, bottom + 1, holder, random, words, ink, fill, filled)
        _s1_office(sheet, y + 3, holder, period, random, words, ink, fill, filled)
        sheet.text(18, 287, "(*) OJ L 166, 30.4.2004; OJ L 284, 30.10.2009", ink.sized(6.5))
        sheet.text(192, 287, words.pages, ink.sized(7), align="right")
        fields = {
            **name_truth(holder.surname.upper(), join_given(holder)),
            "birth_date": holder.birth_date.isoformat(),
            "issuing_state": holder.nationality,
            "valid_from": period.start.isoformat(),
            "expiry_date": period.end.isoformat(),
            "issue_date": period.made.isoformat(),
        }
        return Paper("s1_form", name, sheet.finish(), (PageTruth("s1_form", "whole", fields),), A4)

    return draw


def _s1_holder(
    sheet: Sheet, y: float, holder: Person, random: Random, words: _Words, ink: Ink, fill: _Fill,
    filled: bool,
) -> float:  # fmt: skip
    street, code, town = holder.address
    values = (
        draw_code(random, "#########"), holder.surname.upper(), join_given(holder), "",
        f"{holder.birth_date:%d/%m/%Y}", street, town, code, "FR", words.student,
    )  # fmt: skip
    y = _heading(sheet, y, f"1. {words.holder}", ink, filled)
    for number, (label, value) in enumerate(zip(words.details, values, strict=True), start=1):
        y = fill(sheet, 18, y, f"1.{number}  {label}", value, ink)
    return y


def _s1_office(
    sheet: Sheet, y: float, holder: Person, period: Period, random: Random, words: _Words, ink: Ink,
    fill: _Fill, filled: bool,
) -> None:  # fmt: skip
    y = _heading(sheet, y, f"2. {words.period}", ink, filled)
    for number, (label, day) in enumerate(
        zip(words.dates, (period.start, period.end), strict=True)
    ):
        y = fill(sheet, 18, y, f"2.{number + 1}  {label}", f"{day:%d/%m/%Y}", ink)
    street, code, town, country = _OFFICES.get(holder.nationality, _ELSEWHERE)
    institution = INSTITUTIONS.get(holder.nationality, "NATIONAL HEALTH FUND")
    values = (institution, street, town, code, country, draw_code(random, "#######"),
              f"{period.made:%d/%m/%Y}", "")  # fmt: skip
    y = _heading(sheet, y + 3, f"3. {words.office}", ink, filled)
    for number, (label, value) in enumerate(zip(words.lines, values, strict=True), start=1):
        y = fill(sheet, 18, y, f"3.{number}  {label}", value, ink)
    sheet.signature(100, y - 7, 38, 12, random)
    stamp = Ink("Roboto", 6, "#5a2a6a")
    town_letters = transliterate(town)
    sheet.stamp(168, y + 4, 12, f"{town_letters} * {town_letters} * ", country, stamp)


_CARD_LABELS = {
    "DEU": "3. Name|4. Vornamen|5. Geburtsdatum|6. Persönliche Kennnummer"
    "|7. Kennnummer des Trägers|8. Kennnummer der Karte|9. Ablaufdatum",
    "ITA": "3 Cognome|4 Nome|5 Data di nascita|6 Numero identificazione personale"
    "|7 Numero identificazione dell'istituzione|8 Numero di identificazione della tessera"
    "|9 Scadenza",
    "ESP": "3. Apellidos|4. Nombre|5. Fecha de nacimiento|6. Número de identificación"
    " personal|7. Número de identificación de la institución|8. Número de"
    " identificación de la tarjeta|9. Fecha de caducidad",
    "BEL": "3. Naam / Nom|4. Voornamen / Prénoms|5. Geboortedatum / Date de naissance"
    "|6. Persoonlijk nr. / N° personnel|7. Nr. van het orgaan / N° de l'institution"
    "|8. Kaartnummer / N° de la carte|9. Vervaldatum / Date d'expiration",
    "ROU": "3. Nume|4. Prenume|5. Data nașterii|6. Număr de identificare personal"
    "|7. Numărul instituției|8. Numărul de identificare al cardului"
    "|9. Data expirării",
    "POL": "3. Nazwisko|4. Imiona|5. Data urodzenia|6. Osobisty numer identyfikacyjny"
    "|7. Numer instytucji|8. Numer karty|9. Data ważności",
    "PRT": "3. Apelidos|4. Nome próprio|5. Data de nascimento|6. Número de identifica"
    "ção pessoal|7. Número da instituição|8. Número do cartão"
    "|9. Data de validade",
    "GRC": "3. Επώνυμο|4. Όνομα|5. Ημ. γέννησης|6. ΑΜΚΑ|7. Αρ. φορέα|8. Αρ. κάρτας|9. Ημ. λήξης",
}
_FRENCH_LABELS = (
    "3. Nom|4. Prénoms|5. Date de naissance|6. Numéro d'identification personnel"
    "|7. Numéro d'identification de l'institution|8. Numéro d'identification de la carte"
    "|9. Date d'expiration"
)


def _draw_card(person: Person, random: Random, wish: Wish) -> Paper:
    """The card in the language of its state alone, names at the right as on the model."""
    holder = whom(person, wish)
    values, truth = ehic_values(holder, random, wish)
    title, letters, _, _ = EHIC_TITLES.get(holder.nationality, EHIC_TITLES["FRA"])
    labels = _CARD_LABELS.get(holder.nationality, _FRENCH_LABELS).split("|")
    sheet = Sheet(*CARD)
    sheet.wash(0, 0, *CARD, ("#dfe9f8", "#c3d6f2", "#e8effa"))
    sheet.guilloche(0, 0, *CARD, random, ("#b4c9ea", "#c9d9f0"), lines=18)
    ink = Ink(pick_font(random, _FAMILIES), 7.6, "#0f1c44")
    print_mixed(sheet, 4, 8, title, ink.in_bold().sized(8.4), fit=58)
    _stars(sheet, 66, 2.6, 16)
    sheet.text(74, 9, letters, ink.in_bold().sized(7).coloured("#ffffff"), align="centre")
    places = (
        (42, 20, 40), (42, 27.4, 40), (4, 27.4, 30), (4, 34.8, 34), (42, 34.8, 40),
        (4, 44.6, 50), (58, 44.6, 24),
    )  # fmt: skip
    for label, value, (x, y, fit) in zip(labels, values, places, strict=True):
        print_mixed(sheet, x, y + 2.2, label, ink.sized(4.3), fit=fit)
        print_mixed(sheet, x, y, value, ink, fit=fit)
    sheet.box(6, 14, 12, 9.5, fill="#d9b75e", stroke="#93783a", radius=1.2)
    return Paper("ehic", "ehic_national", sheet.finish(), (truth,), CARD)


def _draw_replacement(person: Person, random: Random, wish: Wish) -> Paper:
    """The certificate that stands for the card until it comes."""
    holder = whom(person, wish)
    values, truth = ehic_values(holder, random, wish)
    _, letters, _, _ = EHIC_TITLES.get(holder.nationality, EHIC_TITLES["FRA"])
    expiry = date.fromisoformat(truth.fields["expiry_date"])
    made = min(wish.today, add_years(expiry, -1))
    sheet, ink = Sheet(), Ink(pick_font(random, _FAMILIES), 10.5)
    _stars(sheet, 18, 16, 24)
    sheet.text(192, 24, letters, ink.in_bold().sized(16), align="right")
    french = random.random() < 0.4
    title = (
        "CERTIFICAT PROVISOIRE DE REMPLACEMENT\nDE LA CARTE EUROPÉENNE D'ASSURANCE MALADIE"
        if french
        else "PROVISIONAL REPLACEMENT CERTIFICATE\nOF THE EUROPEAN HEALTH INSURANCE CARD"
    )
    for row, line in enumerate(title.split("\n")):
        sheet.text(105, 44 + row * 7, line, ink.in_bold().sized(13), align="centre")
    words = _REPLACEMENT_FRENCH if french else _REPLACEMENT_ENGLISH
    sheet.text(105, 58, words[0], ink.sized(8.5), align="centre")
    numbers = tuple("13456789abc")
    days = (f"{made:%d/%m/%Y}", values[6], f"{made:%d/%m/%Y}")
    rows = (letters, *values, *days)
    y = 70.0
    for number, label, value in zip(numbers, words[1:-1], rows, strict=True):
        sheet.box(18, y, 174, 11, stroke="#6a7390", line=0.2)
        mark = f"({number})" if number.isalpha() else f"{number}."
        sheet.text(20, y + 4.2, f"{mark} {label}", ink.sized(7.6).coloured("#3a4464"))
        print_mixed(sheet, 26, y + 9, value, ink, fit=160)
        y += 13
    sheet.text(20, y + 6, words[-1], ink.sized(8))
    sheet.signature(26, y + 8, 42, 14, random)
    stamp = Ink("Roboto", 6.4, "#24408a")
    sheet.stamp(160, y + 16, 14, "EUROPEAN HEALTH INSURANCE * ", letters, stamp)
    fields = {**truth.fields, "valid_from": made.isoformat(), "issue_date": made.isoformat()}
    page = PageTruth("ehic", "whole", fields, variant=truth.variant)
    return Paper("ehic", "ehic_replacement", sheet.finish(), (page,), A4)


_REPLACEMENT_ENGLISH = (
    "as defined in Annex 2 to Decision No S2", "Issuing Member State", "Name", "Given names",
    "Date of birth", "Personal identification number", "Identification number of the institution",
    "Identification number of the card", "Expiry date", "Certificate validity period: from",
    "Certificate validity period: to", "Certificate delivery date",
    "Signature and/or stamp of the institution",
)  # fmt: skip
_REPLACEMENT_FRENCH = (
    "tel que défini à l'annexe 2 de la décision n° S2",
    "État membre d'émission", "Nom", "Prénoms", "Date de naissance",
    "Numéro d'identification personnel", "Numéro d'identification de l'institution",
    "Numéro d'identification de la carte", "Date d'expiration",
    "Validité du certificat : du", "Validité du certificat : au",
    "Date de délivrance du certificat", "Signature et/ou cachet de l'institution",
)  # fmt: skip


def _draw_quebec(person: Person, random: Random, wish: Wish) -> Paper:
    """One of the two forms, its parts lettered, dates with the year first."""
    holder, period = whom(person, wish), draw_period(random, wish)
    number = random.choice(("SE 401-Q-102 bis", "SE 401-Q-106"))
    exchange = number.endswith("106")
    sheet, ink = Sheet(), Ink(pick_font(random, ("Lato", "Carlito", "Noto Sans Display")), 10)
    sheet.box(18, 14, 10, 7, fill="#003399")
    sheet.text(31, 19.5, "Québec", ink.in_bold().sized(14))
    sheet.text(192, 18, number, ink.in_bold(), align="right")
    office = "Régie de l'assurance maladie"
    sheet.text(192, 23, office, ink.sized(8.5), align="right")
    who = "participant à un échange" if exchange else "inscrit à titre individuel"
    sheet.text(18, 36, "Protection sociale des étudiants", ink.in_bold().sized(15))
    sheet.text(18, 42.5, f"Étudiant du Québec {who} en France", ink.sized(11.5))
    entente = "Entente en matière de sécurité sociale entre le Québec et la France"
    sheet.text(18, 48, entente, ink.sized(8.5))
    letters = transliterate(holder.surname).replace(" ", "")[:3].ljust(3, "X")
    street, code, town = holder.address
    parts = (
        ("A  L'étudiant", (
            ("Nom de famille", holder.surname.upper()), ("Prénoms", join_given(holder)),
            ("Né(e) le (année-mois-jour)", f"{holder.birth_date:%Y-%m-%d}"),
            ("Nationalité", name_nationality(holder.nationality)),
            ("Numéro d'assurance maladie", f"{letters}{draw_code(random, 'A #### ####')}"),
            ("Domicile en France", f"{street}, {code} {town}"),
        )),
        ("B  Les études", (
            ("Du (année-mois-jour)", f"{period.start:%Y-%m-%d}"),
            ("Au (année-mois-jour)", f"{period.end:%Y-%m-%d}"),
            ("Niveau", random.choice(("Baccalauréat", "Maîtrise", "Doctorat"))),
        )),
    )  # fmt: skip
    y = 58.0
    for heading, rows in parts:
        sheet.box(18, y, 174, 6.6, fill="#dfe5f1")
        sheet.text(20, y + 4.7, heading, ink.in_bold())
        y += 12
        for label, value in (row for row in rows if row[1]):
            sheet.text(20, y, label, ink.sized(8.6), fit=58)
            sheet.text(82, y, value, ink.in_bold(), fit=108)
            sheet.rule(82, y + 1.4, 192, y + 1.4, "#8890a4", 0.12)
            y += 8.6
    sheet.box(18, y, 174, 6.6, fill="#dfe5f1")
    sheet.text(20, y + 4.7, "C  Attestation de la Régie", ink.in_bold())
    text = (
        "La Régie atteste que la personne nommée en A demeure couverte par le régime"
        " québécois pendant la période inscrite en B. Elle n'a pas à"
        " s'affilier au régime français de sécurité sociale."
    )
    y = sheet.paragraph(20, y + 13, 170, text, ink, leading=1.4)
    sheet.text(20, y + 6, f"Date : {period.made:%Y-%m-%d}", ink)
    sheet.text(80, y + 6, "Signature autorisée", ink.sized(8.6))
    sheet.signature(110, y, 40, 12, random)
    sheet.stamp(172, y + 12, 13, "RAMQ * QUÉBEC * ", "RAMQ", Ink("Lato", 7, "#26408a"))
    fields = {
        **name_truth(holder.surname.upper(), join_given(holder)),
        "birth_date": holder.birth_date.isoformat(),
        "valid_from": period.start.isoformat(),
        "expiry_date": period.end.isoformat(),
        "issue_date": period.made.isoformat(),
    }
    page = PageTruth("quebec_form", "whole", fields, variant=number)
    return Paper("quebec_form", "quebec_lettered", sheet.finish(), (page,), A4)


_ENDS = ("", "ends_early")
TEMPLATES = (
    Template("s1_lines", "s1_form", _draw_s1(_ENGLISH, "s1_lines", _line_field), unseen=True),
    Template("s1_dotted", "s1_form", _draw_s1(_FRENCH, "s1_dotted", _dotted_field), unseen=True),
    Template("ehic_national", "ehic", _draw_card, _ENDS, unseen=True),
    Template("ehic_replacement", "ehic", _draw_replacement, _ENDS, unseen=True),
    Template("quebec_lettered", "quebec_form", _draw_quebec, unseen=True),
)
