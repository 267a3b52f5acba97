"""Confirmations of visas and receipts of applications kept for measuring.

Nobody looks at these while writing cues, readers or training data. Wordings after the forms of
CESEDA R. 431-12 (récépissé), R. 431-15-1 (prolongation) and R. 431-17 (validation of a visa).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from random import Random

from reportlab.graphics.barcode.qr import QrCodeWidget

from specimens.canvas import A4, Ink, Sheet
from specimens.identity.attestation import Act, compose, truth_of
from specimens.identity.issuers import name_nationality
from specimens.identity.layout import (
    draw_code,
    format_date,
    join_given,
    pick_font,
    place_portrait,
    whom,
)
from specimens.model import PageTruth, Paper, Person, Template, Wish

A5 = (210.0, 148.5)
_YEAR = 365
_FAMILIES = ("Carlito", "Roboto", "Open Sans", "Lato", "Noto Sans Display")
_BLUE, _RED = "#000091", "#e1000f"
_PORTAL = "https://administration-etrangers-en-france.interieur.gouv.fr"


def _marianne_block(sheet: Sheet, x: float, y: float, body: tuple[str, ...]) -> None:
    """The block of the State as of 2020: emblem, name of the body, motto, a bar at the left."""
    sheet.box(x, y, 5.5, 3.4, fill=_BLUE)
    sheet.box(x + 5.5, y, 5.5, 3.4, fill="#ffffff", stroke="#d0d0d0", line=0.08)
    sheet.box(x + 11, y, 5.5, 3.4, fill=_RED)
    ink = Ink("Open Sans", 10.5, bold=True)
    for row, line in enumerate(body):
        sheet.text(x, y + 9 + row * 4.4, line, ink)
    motto = Ink("Noto Serif Display", 7, italic=True)
    for row, line in enumerate(("Liberté", "Égalité", "Fraternité")):
        sheet.text(x, y + 10 + len(body) * 4.4 + row * 3, line, motto)


def _qr_code(sheet: Sheet, x: float, y: float, side: float, payload: str) -> None:
    code = QrCodeWidget(payload, barLevel="M").qr
    code.make()
    step = side / len(code.modules)
    for row, cells in enumerate(code.modules):
        for column, cell in enumerate(cells):
            if cell:
                place = x + column * step, y + row * step
                sheet.box(*place, step * 1.03, step * 1.03, fill="#000000")


def _civility(person: Person) -> str:
    return "Madame" if person.sex == "F" else "Monsieur"


def _agreed(person: Person, text: str) -> str:
    return text.replace("{e}", "e" if person.sex == "F" else "")


def _letter(sheet: Sheet, act: Act, random: Random) -> dict[str, str]:
    """A letter of the ministry about the holder's visa, the particulars in a grey frame."""
    ink, person = Ink(pick_font(random, _FAMILIES), 10.5), act.person
    _marianne_block(sheet, 18, 14, ("MINISTÈRE", "DE L'INTÉRIEUR"))
    sheet.text(192, 18, "Direction générale des étrangers en France", ink.in_bold(), align="right")
    sheet.text(192, 23, "Place Beauvau - 75800 PARIS CEDEX 08", ink.sized(8.5), align="right")
    street, code, town = person.address
    name = f"{_civility(person)} {join_given(person)} {person.surname.upper()}".replace("  ", " ")
    for row, line in enumerate((name, street, f"{code} {town.upper()}")):
        sheet.text(112, 50 + row * 5.2, line, ink, fit=82)
    sheet.text(18, 76, "Objet :", ink.in_bold())
    y = sheet.paragraph(
        34, 76, 155, "Confirmation de la validation d'enregistrement de votre visa de long séjour"
        " valant titre de séjour", ink.in_bold(), leading=1.4,
    )  # fmt: skip
    sheet.text(18, y + 2, "Référence :", ink)
    sheet.text(40, y + 2, draw_code(random, "V-##########"), ink)
    y = sheet.paragraph(
        18, y + 14, 174, f"{_civility(person)},\n \nVous avez procédé, le"
        f" {act.made:%d/%m/%Y}, à la validation de votre visa de long séjour valant titre de"
        " séjour. Nous vous en accusons réception et vous confirmons l'enregistrement des"
        " informations suivantes :", ink, leading=1.45,
    )  # fmt: skip
    rows = (
        ("Numéro étranger", act.foreigner),
        ("Nom de naissance", person.surname.upper()),
        ("Prénom(s)", join_given(person)),
        ("Né(e) le", f"{person.birth_date:%d/%m/%Y}"),
        ("Lieu de naissance", person.birth_place.upper()),
        ("Nationalité", name_nationality(person.nationality).capitalize()),
        ("Numéro de visa", act.visa),
        ("Date de début de validité", f"{act.start:%d/%m/%Y}"),
        ("Date de fin de validité", f"{act.end:%d/%m/%Y}"),
    )
    shown = tuple((label, value) for label, value in rows if value)
    sheet.box(18, y + 1, 174, 7.2 * len(shown) + 5, fill="#f1f1f4")
    for row, (label, value) in enumerate(shown):
        sheet.text(24, y + 8 + row * 7.2, label, ink.coloured("#4c4c58"))
        sheet.text(84, y + 8 + row * 7.2, value, ink.in_bold(), fit=104)
    y = sheet.paragraph(
        18, y + 7.2 * len(shown) + 15, 174,
        "Ce document vaut, avec le visa apposé sur votre passeport, autorisation de séjourner en"
        f" France jusqu'au {format_date(act.end, 'long')}. Il vous permet de franchir les"
        " frontières extérieures de l'espace Schengen pendant cette durée. Si vous souhaitez"
        " rester au-delà, vous devrez demander un titre de séjour entre le quatrième et le"
        " deuxième mois qui précèdent cette échéance.", ink, leading=1.4,
    )  # fmt: skip
    sheet.paragraph(18, y + 3, 150, f"Conservez ce courrier. {_PORTAL}", ink.sized(8))
    _qr_code(sheet, 168, 258, 22, f"{_PORTAL}/verif/{act.foreigner}")
    return {"document_number": act.visa, "birth_place": person.birth_place.upper()}


def _web_page(sheet: Sheet, act: Act, random: Random) -> dict[str, str]:
    """The last step of the online service, printed by the browser."""
    person, ink = act.person, Ink(pick_font(random, ("Roboto", "Open Sans", "Lato")), 10)
    grey, small = ink.coloured("#666666"), ink.sized(7).coloured("#333333")
    minute = f"{random.randint(8, 22)}:{random.randint(0, 59):02}"
    sheet.text(8, 8, f"{act.made:%d/%m/%Y} {minute}", small)
    sheet.text(105, 8, "ANEF - Valider mon VLS-TS", small, align="centre")
    sheet.text(8, 291, f"{_PORTAL}/particuliers/#/vls-ts/confirmation", small)
    sheet.text(202, 291, "1/1", small, align="right")
    sheet.text(16, 24, "RÉPUBLIQUE", ink.in_bold().sized(9))
    sheet.text(16, 28, "FRANÇAISE", ink.in_bold().sized(9))
    sheet.text(48, 24, "Étrangers en France", ink.in_bold().sized(14))
    sheet.text(48, 29, "Administration numérique pour les étrangers en France", grey.sized(9))
    sheet.rule(16, 34, 194, 34, "#cccccc", 0.3)
    for number, step in enumerate(("Informations", "Adresse", "Paiement", "Confirmation")):
        x = 20 + number * 44
        sheet.circle(x, 43, 3, fill="#18753c")
        sheet.text(x, 44.2, str(number + 1), ink.in_bold().coloured("#ffffff"), align="centre")
        sheet.text(x + 5, 44.2, step, ink.sized(9), fit=36)
    sheet.box(16, 54, 178, 22, fill="#dff5e6")
    sheet.box(16, 54, 1.6, 22, fill="#18753c")
    title = "La validation de votre visa long séjour est confirmée"
    sheet.text(23, 62.5, title, ink.in_bold().sized(14), fit=165)
    sheet.text(23, 70, f"Timbre fiscal de {random.choice((50, 60, 200))} € réglé.", ink)
    groups = (
        ("Votre identité", (
            ("Nom", person.surname.upper()), ("Prénom(s)", join_given(person)),
            ("Date de naissance", format_date(person.birth_date, "long")),
            ("Sexe", "Féminin" if person.sex == "F" else "Masculin"),
            ("Nationalité", name_nationality(person.nationality).upper()),
            ("N° étranger", act.foreigner),
        )),
        ("Votre visa", (
            ("N° de visa", act.visa), ("Type", "VLS-TS - mention étudiant"),
            ("Passeport", act.passport), ("Début", format_date(act.start, "long")),
            ("Fin", format_date(act.end, "long")),
        )),
    )  # fmt: skip
    y = 90.0
    for heading, rows in groups:
        sheet.text(16, y, heading, ink.in_bold().sized(12.5).coloured(_BLUE))
        y += 9
        for place, (label, value) in enumerate(row for row in rows if row[1]):
            x = 16 + 90 * (place % 2)
            sheet.text(x, y + 13 * (place // 2), label, grey.sized(8.6))
            sheet.text(x, y + 5.2 + 13 * (place // 2), value, ink.sized(11), fit=84)
        y += 13 * ((len(rows) + 1) // 2) + 9
    text = (
        "Un courriel récapitulatif vous a été adressé. Téléchargez votre confirmation : elle"
        " atteste que votre visa de long séjour a été validé et vous sera demandée pour vos"
        " démarches (assurance maladie, logement)."
    )
    sheet.paragraph(16, y, 178, text, ink, leading=1.5)
    sheet.box(16, y + 22, 52, 10, fill=_BLUE)
    sheet.text(42, y + 28.4, "Télécharger le PDF", ink.coloured("#ffffff"), align="centre")
    return {"document_number": act.visa, "passport_number": act.passport}


def _certificate(sheet: Sheet, act: Act, random: Random) -> dict[str, str]:
    """A bilingual certificate whose particulars are numbered lines."""
    person, ink = act.person, Ink(pick_font(random, ("FreeSerif", "Lato")), 11)
    sheet.box(12, 12, 186, 273, stroke="#8a93b8", line=0.4)
    _marianne_block(sheet, 20, 20, ("RÉPUBLIQUE", "FRANÇAISE"))
    _qr_code(sheet, 164, 20, 25, f"{_PORTAL}/{act.foreigner}/{act.visa}")
    sheet.text(
        105, 64, "VALIDATION DU VISA DE LONG SÉJOUR", ink.in_bold().sized(16), align="centre"
    )
    sheet.text(105, 71, "valant titre de séjour (VLS-TS)", ink.sized(12), align="centre")
    english = "Validation of a long-stay visa equivalent to a residence permit"
    sheet.text(105, 78, english, ink.sized(10), align="centre")
    rows = (
        ("Nom / Family name", person.surname.upper()),
        ("Prénoms / First names", join_given(person)),
        ("Date de naissance / Date of birth", f"{person.birth_date:%d.%m.%Y}"),
        ("Sexe / Gender", person.sex),
        ("Pays de nationalité / Nationality", person.nationality),
        ("N° AGDREF / Foreigner's number", act.foreigner),
        ("Visa / Visa no.", act.visa),
        ("Passeport / Passport no.", act.passport),
        ("Valable du / Valid from", f"{act.start:%d.%m.%Y}"),
        ("Valable jusqu'au / Valid until", f"{act.end:%d.%m.%Y}"),
    )
    for row, (label, value) in enumerate(item for item in rows if item[1]):
        y = 94 + row * 10.5
        sheet.text(22, y, f"{row + 1}.", ink.sized(9))
        sheet.text(29, y, label, ink.sized(9.5), fit=64)
        sheet.text(98, y, value, ink.in_bold(), fit=92)
        sheet.rule(22, y + 3.4, 188, y + 3.4, "#c9cee0", 0.15)
    text = (
        "Le titulaire a accompli la formalité prévue à l'article R. 431-17 du code de l'entrée et"
        " du séjour des étrangers et du droit d'asile et s'est acquitté du droit de timbre. Cette"
        " confirmation est à présenter avec le passeport revêtu du visa.\nThe holder has completed"
        " the online formality. This confirmation must be shown together with the passport."
    )
    y = sheet.paragraph(22, 208, 166, text, ink.sized(9.5), leading=1.4)
    sheet.text(22, y + 8, f"Fait à Paris, le {format_date(act.made, 'long')}", ink)
    return {"document_number": act.visa, "passport_number": act.passport}


_Setting = Callable[[Sheet, Act, Random], dict[str, str]]


def _draw_validation(setting: _Setting, name: str, left_out: frozenset[str] = frozenset()) -> (
    Callable[[Person, Random, Wish], Paper]
):  # fmt: skip
    def draw(person: Person, random: Random, wish: Wish) -> Paper:
        act, sheet = compose(whom(person, wish), random, wish, _YEAR), Sheet()
        extra = setting(sheet, act, random)
        truth = _without(truth_of(act, "visa_validation", extra), left_out)
        return Paper("visa_validation", name, sheet.finish(), (truth,), A4)

    return draw


def _without(truth: PageTruth, left_out: frozenset[str]) -> PageTruth:
    kept = {key: value for key, value in truth.fields.items() if key not in left_out}
    return PageTruth(truth.type, truth.side, kept, variant=truth.variant)


def _slip(sheet: Sheet, act: Act, random: Random) -> None:
    """The half sheet that a prefecture prints: portrait at the right, labels before values."""
    person = act.person
    ink = Ink(pick_font(random, ("Liberation Mono", "Carlito", "FreeSans")), 9.5)
    label = Ink("Open Sans", 7.5, "#2f4a80")
    sheet.wash(0, 0, *A5, ("#f3f7fb", "#fbf3f3", "#f2f8f2"))
    sheet.guilloche(0, 0, *A5, random, ("#dfe8f2", "#f0e2e2"), lines=40)
    head = Ink("Open Sans", 13, "#1f2f66", bold=True)
    sheet.text(12, 14, "RÉPUBLIQUE FRANÇAISE", head.sized(10))
    sheet.text(12, 19.5, f"PRÉFECTURE ({act.person.address[1][:2]})", label.sized(9))
    sheet.text(80, 14, "RÉCÉPISSÉ DE DEMANDE", head)
    sheet.text(80, 20.5, "DE CARTE DE SÉJOUR", head)
    sheet.text(160, 20, f"N° {draw_code(random, '##########')}", ink.in_bold(), fit=42)
    place_portrait(sheet, random, person, (162, 28, 34, 44), frame="#5c6c90")
    street, code, town = person.address
    rows = (
        ("N° national d'identification", act.foreigner),
        ("NOM", person.surname.upper()),
        ("Prénoms", join_given(person)),
        ("Né(e) le", f"{person.birth_date:%d/%m/%Y}"),
        ("à", person.birth_place.upper()),
        ("Sexe", person.sex),
        ("Nationalité", name_nationality(person.nationality).upper()),
        ("Situation", "CÉLIBATAIRE"),
        ("Domicile", f"{street.upper()} {code} {town.upper()}"),
    )
    for row, (name, value) in enumerate(item for item in rows if item[1]):
        sheet.text(12, 32 + row * 6.2, name, label, fit=42)
        sheet.text(56, 32 + row * 6.2, value, ink, fit=102)
    first = random.random() < 0.5
    asked = "la délivrance d'un premier titre" if first else "le renouvellement de son titre"
    text = (
        f"a demandé {asked} de séjour portant la mention ÉTUDIANT. Ce récépissé, délivré en"
        " application de l'article R. 431-12 du CESEDA, vaut autorisation de présence sur le"
        " territoire français pour la durée qu'il précise."
    )
    sheet.paragraph(12, 92, 184, text, ink.sized(9), leading=1.35)
    sheet.text(12, 112, "Délivré le", label)
    sheet.text(34, 112, f"{act.start:%d/%m/%Y}", ink.in_bold())
    sheet.text(12, 119, "Expire le", label)
    sheet.text(34, 119, f"{act.end:%d/%m/%Y}", ink.in_bold().sized(11))
    work = "Il autorise" if not first else "Il n'autorise pas"
    sheet.text(12, 128, f"{work} son titulaire à travailler.", ink.sized(9))
    sheet.text(108, 112, "Signature du titulaire", label)
    sheet.signature(106, 115, 34, 12, random)
    sheet.text(156, 112, "Le préfet", label)
    stamp = Ink("Open Sans", 6.4, "#7a2038")
    sheet.stamp(176, 126, 13, f"PRÉFECTURE * {town.upper()} * ", "R.F.", stamp)


def _online(sheet: Sheet, act: Act, random: Random) -> None:
    """The attestation that a file is still being looked at, as the online service makes it."""
    person, ink = act.person, Ink(pick_font(random, _FAMILIES), 10.2)
    _marianne_block(sheet, 18, 14, (f"PRÉFET{_ending(act.town)}", act.town.upper()))
    _qr_code(sheet, 166, 14, 26, f"{_PORTAL}/api/{act.foreigner}")
    title = "Attestation de prolongation d'instruction d'une demande de titre de séjour"
    y = sheet.paragraph(40, 58, 132, title, ink.in_bold().sized(15), leading=1.35)
    article = "(articles R. 431-15-1 et R. 431-15-2 du CESEDA)"
    sheet.text(105, y, article, ink.sized(8.5), align="centre")
    sheet.text(18, y + 14, "Le préfet certifie que :", ink)
    y += 24
    sheet.text(18, y, _civility(person), ink)
    rows = (
        ("NOM", person.surname.upper()),
        ("PRÉNOM(S)", join_given(person)),
        ("DATE DE NAISSANCE", format_date(person.birth_date, "long")),
        ("LIEU DE NAISSANCE", person.birth_place),
        ("NATIONALITÉ", name_nationality(person.nationality)),
        ("SEXE", person.sex),
        ("N° ÉTRANGER", act.foreigner),
        ("N° DE DEMANDE", draw_code(random, "##############")),
    )
    y += 8
    for label, value in (row for row in rows if row[1]):
        sheet.box(18, y - 5, 54, 8, fill="#e8edf6")
        sheet.text(21, y, label, ink.sized(8.4), fit=50)
        sheet.text(76, y, value, ink.in_bold(), fit=116)
        sheet.rule(72, y + 3, 192, y + 3, "#b9c4dc", 0.15)
        y += 8
    filed = act.start - timedelta(days=random.randint(35, 90))
    text = (
        f"a déposé le {filed:%d/%m/%Y} une demande de titre de séjour, toujours en cours"
        " d'examen par les services de la préfecture.\n \nLa présente attestation autorise"
        f" {_agreed(person, 'l’intéressé{e}')} à se maintenir sur le territoire français du"
        f" {act.start:%d/%m/%Y} au {act.end:%d/%m/%Y}. Elle maintient, pendant cette durée, les"
        " droits attachés au titre précédent. Elle est remise à titre gratuit et peut être"
        " renouvelée."
    )
    y = sheet.paragraph(18, y + 6, 174, text, ink, leading=1.45)
    made = f"{act.town}, le {format_date(act.made, 'long')}"
    sheet.text(192, y + 10, made, ink, align="right")
    note = "Document émis par voie dématérialisée, valable sans signature manuscrite."
    sheet.text(105, 284, note, ink.sized(8), align="centre")


def _ending(town: str) -> str:
    return " D'" if town[:1].upper() in "AEÉIOUH" else " DE"


def _draw_slip(person: Person, random: Random, wish: Wish) -> Paper:
    act = compose(whom(person, wish), random, wish, random.choice((92, 183)))
    sheet = Sheet(*A5)
    _slip(sheet, act, random)
    truth = truth_of(act, "residence_receipt", {}, "recepisse")
    return Paper("residence_receipt", "receipt_slip", sheet.finish(), (truth,), A5)


def _draw_online(person: Person, random: Random, wish: Wish) -> Paper:
    act, sheet = compose(whom(person, wish), random, wish, 91), Sheet()
    _online(sheet, act, random)
    truth = truth_of(act, "residence_receipt", {}, "prolongation")
    return Paper("residence_receipt", "receipt_online", sheet.finish(), (truth,), A4)


_SEX = frozenset({"sex"})
TEMPLATES = (
    *(
        Template(name, "visa_validation", _draw_validation(setting, name, left_out), unseen=True)
        for name, setting, left_out in (
            ("validation_ministry", _letter, _SEX),
            ("validation_web", _web_page, frozenset[str]()),
            ("validation_bilingual", _certificate, frozenset[str]()),
        )
    ),
    Template("receipt_slip", "residence_receipt", _draw_slip, unseen=True),
    Template("receipt_online", "residence_receipt", _draw_online, unseen=True),
)
