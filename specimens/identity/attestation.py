"""What the Interior Ministry and the prefectures print on A4: visa confirmation and receipts.

The confirmation that a long-stay visa was validated online, the récépissé, and the attestation
that prolongs an application. Nobody of the project has seen a current original: wordings are
those quoted by universities and prefectures, the setting is ours, and several are drawn.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from specimens.canvas import A4, Ink, Sheet
from specimens.identity.issuers import find_issuer, name_nationality
from specimens.identity.layout import (
    SANS,
    SERIF,
    draw_code,
    format_date,
    identity_truth,
    join_given,
    name_truth,
    pick_font,
    place_portrait,
    whom,
)
from specimens.model import PageTruth, Paper, Person, Template, Wish

_SITE = "administration-etrangers-en-france.interieur.gouv.fr"
_LONG_STAY = 365


@dataclass(frozen=True, slots=True)
class Act:
    """What one attestation says."""

    person: Person
    foreigner: str
    visa: str
    passport: str
    start: date
    end: date
    made: date

    @property
    def town(self) -> str:
        """Where the person lives, and the prefecture is."""
        return self.person.address[2]

    @property
    def born(self) -> str:
        """Date and place of birth in one phrase."""
        return f"{self.person.birth_date:%d/%m/%Y} à {self.person.birth_place.upper()}"


def compose(person: Person, random: Random, wish: Wish, days: int) -> Act:
    ago = random.randint(8, 55)
    if wish.expired:
        ago = days + random.randint(10, 200)
    start = wish.today - timedelta(days=ago)
    return Act(
        person,
        wish.links.get("foreigner_number") or draw_code(random, "99########"),
        wish.links.get("visa_number") or draw_code(random, "33#######"),
        wish.links.get("passport_number")
        or draw_code(random, find_issuer(person.nationality).number),
        start,
        start + timedelta(days=days),
        min(start + timedelta(days=random.randint(2, 7)), wish.today),
    )


def truth_of(act: Act, kind: str, extra: dict[str, str], variant: str = "") -> PageTruth:
    names = name_truth(act.person.surname.upper(), join_given(act.person))
    fields = identity_truth(
        act.person,
        {
            **names,
            "foreigner_number": act.foreigner,
            "valid_from": act.start.isoformat(),
            "expiry_date": act.end.isoformat(),
            **extra,
        },
    )
    return PageTruth(kind, "whole", fields, variant=variant)


def _marianne(sheet: Sheet, x: float, y: float, body: str, family: str) -> None:
    sheet.box(x, y, 7, 5, fill="#1b3a8c")
    sheet.box(x + 7, y, 7, 5, fill="#ffffff", stroke="#dddddd", line=0.1)
    sheet.box(x + 14, y, 7, 5, fill="#d0303a")
    ink = Ink(family, 11, bold=True)
    bottom = sheet.paragraph(x, y + 10, 60, body, ink, leading=1.15)
    sheet.paragraph(
        x,
        bottom,
        60,
        "Liberté\nÉgalité\nFraternité",
        Ink("Liberation Serif", 7.5, italic=True),
        leading=1.1,
    )


def _rows(
    sheet: Sheet,
    x: float,
    y: float,
    rows: tuple[tuple[str, str], ...],
    ink: Ink,
    gap: float,
    tab: float,
) -> float:
    for label, value in rows:
        sheet.text(x, y, label, ink, fit=tab - 2)
        sheet.text(x + tab, y, value, ink.in_bold(), fit=A4[0] - x - tab - 15)
        y += gap
    return y


def _person_rows(act: Act, with_visa: bool) -> tuple[tuple[str, str], ...]:
    person = act.person
    rows = (
        ("Nom :", person.surname.upper()),
        ("Prénom(s) :", join_given(person)),
        ("Sexe :", {"M": "Masculin", "F": "Féminin"}[person.sex]),
        ("Né(e) le :", act.born),
        ("Nationalité :", name_nationality(person.nationality).upper()),
        ("Numéro étranger :", act.foreigner),
        ("Passeport n° :", act.passport),
    )
    return (*rows, ("Visa n° :", act.visa)) if with_visa else rows


def _confirmation_table(sheet: Sheet, act: Act, random: Random, family: str) -> None:
    ink = Ink(family, 10.5)
    _marianne(sheet, 20, 15, "MINISTÈRE\nDE L'INTÉRIEUR", family)
    sheet.text(190, 22, f"Le {format_date(act.made, 'long')}", ink, align="right")
    sheet.paragraph(
        30,
        62,
        150,
        "CONFIRMATION DE LA VALIDATION DE L'ENREGISTREMENT\n"
        "D'UN VISA DE LONG SÉJOUR VALANT TITRE DE SÉJOUR",
        ink.in_bold().sized(13.5),
        leading=1.4,
    )
    rows = (
        *_person_rows(act, True),
        ("Validité :", f"du {act.start:%d/%m/%Y} au {act.end:%d/%m/%Y}"),
        ("Motif du séjour :", "Étudiant"),
        ("Adresse :", ", ".join(act.person.address)),
    )
    for index in range(len(rows)):
        sheet.box(
            22,
            82.5 + index * 9,
            166,
            9,
            stroke="#9aa6bf",
            fill="#eef2f9" if index % 2 else "#ffffff",
            line=0.15,
        )
    y = _rows(sheet, 26, 88.6, rows, ink, 9, 52)
    text = (
        "Votre visa de long séjour valant titre de séjour (VLS-TS) a été enregistré. Cette"
        " confirmation doit être"
        " conservée avec votre passeport et présentée à toute réquisition. Vous pourrez être"
        " convoqué(e) à une visite"
        " médicale par l'Office français de l'immigration et de l'intégration (OFII)."
    )
    sheet.paragraph(22, y + 6, 166, text, ink.sized(10))
    sheet.text(105, 285, _SITE, ink.sized(8).coloured("#445577"), align="centre")


def _confirmation_letter(sheet: Sheet, act: Act, random: Random, family: str) -> None:
    ink, person = Ink(family, 11), act.person
    sheet.text(105, 22, "RÉPUBLIQUE FRANÇAISE", ink.in_bold().sized(12), align="centre")
    sheet.text(105, 28, "Direction générale des étrangers en France", ink.sized(10), align="centre")
    sheet.rule(40, 32, 170, 32, "#1b3a8c", 0.5)
    sheet.text(
        105, 52, "ATTESTATION D'ENREGISTREMENT EN LIGNE", ink.in_bold().sized(15), align="centre"
    )
    sheet.text(
        105,
        59,
        "du visa de long séjour valant titre de séjour (VLS-TS)",
        ink.sized(12),
        align="centre",
    )
    title = "Madame" if person.sex == "F" else "Monsieur"
    text = (
        f"{title} {person.surname.upper()} {join_given(person)},"
        f" né{'e' if person.sex == 'F' else ''} le {act.born},"
        f" de nationalité {name_nationality(person.nationality)},"
        f" titulaire du passeport n° {act.passport} et du visa n° {act.visa}, a procédé à la"
        " validation de son visa"
        f" de long séjour valant titre de séjour portant la mention « ÉTUDIANT »."
    )
    y = sheet.paragraph(25, 78, 160, text, ink, leading=1.5)
    y = _rows(
        sheet,
        25,
        y + 6,
        (
            ("Numéro d'étranger (AGDREF)", act.foreigner),
            ("Valable du", f"{act.start:%d/%m/%Y}"),
            ("Au", f"{act.end:%d/%m/%Y}"),
            ("Taxe de séjour acquittée", "50 €"),
        ),
        ink,
        8,
        62,
    )
    y = sheet.paragraph(
        25,
        y + 6,
        160,
        "Ce document, accompagné du passeport revêtu du visa, atteste de la régularité"
        " du séjour. Une visite médicale pourra vous être proposée.",
        ink,
        leading=1.4,
    )
    sheet.text(120, y + 14, f"Fait le {format_date(act.made, 'long')}", ink)
    sheet.stamp(
        150,
        y + 38,
        15,
        "MINISTÈRE DE L'INTÉRIEUR * DGEF * ",
        "ANEF",
        Ink("Liberation Sans", 7, "#2a3f8a"),
    )


def _confirmation_screen(sheet: Sheet, act: Act, random: Random, family: str) -> None:
    ink, person = Ink(family, 10), act.person
    sheet.box(0, 0, A4[0], 24, fill="#27317a")
    sheet.text(15, 10, "Étrangers en France", ink.in_bold().coloured("#ffffff").sized(15))
    sheet.text(15, 17, "Portail de l'immigration · Immigration portal", ink.coloured("#dfe3ff"))
    sheet.box(15, 34, 180, 20, fill="#e3f4e6", stroke="#7fb88a")
    sheet.text(
        20,
        42,
        "Confirmation : votre VLS-TS est validé",
        ink.in_bold().sized(13).coloured("#1d5c2c"),
    )
    sheet.text(
        20,
        49,
        "Confirmation of validation of your long-stay visa equivalent to a residence permit",
        ink.sized(9),
    )
    blocks = (
        ("Numéro personnel étranger / Foreigner number", act.foreigner),
        ("Nom / Surname", person.surname.upper()),
        ("Prénoms / Given names", join_given(person)),
        ("Date de naissance / Date of birth", f"{person.birth_date:%d/%m/%Y}"),
        ("Sexe / Sex", person.sex),
        ("Nationalité / Nationality", name_nationality(person.nationality).capitalize()),
        ("Numéro de visa / Visa number", act.visa),
        ("Numéro de passeport / Passport number", act.passport),
        ("Début de validité / Valid from", f"{act.start:%d/%m/%Y}"),
        ("Fin de validité / Valid until", f"{act.end:%d/%m/%Y}"),
        ("Date de validation / Validated on", f"{act.made:%d/%m/%Y}"),
        ("Motif / Purpose", "Études / Studies"),
    )
    for index, (label, value) in enumerate(blocks):
        x, y = 15 + 92 * (index % 2), 68 + 18 * (index // 2)
        sheet.text(x, y, label, ink.sized(8).coloured("#5a6070"), fit=84)
        sheet.text(x, y + 5.6, value, ink.in_bold().sized(11), fit=84)
        sheet.rule(x, y + 8, x + 84, y + 8, "#c5cad8", 0.15)
    sheet.paragraph(
        15,
        185,
        180,
        "Conservez ce document. Visa de long séjour valant titre de séjour : le visa et la"
        " présente confirmation valent autorisation de séjour.\n"
        "Keep this document together with your visa."
        f"\n{_SITE}",
        ink.sized(9),
        leading=1.4,
    )


_Setting = Callable[[Sheet, Act, Random, str], None]


def _draw_confirmation(setting: _Setting, name: str) -> Callable[[Person, Random, Wish], Paper]:
    def draw(person: Person, random: Random, wish: Wish) -> Paper:
        act, sheet = compose(whom(person, wish), random, wish, _LONG_STAY), Sheet()
        setting(sheet, act, random, pick_font(random, SANS))
        extra = {"document_number": act.visa, "passport_number": act.passport}
        truth = truth_of(act, "visa_validation", extra)
        return Paper("visa_validation", name, sheet.finish(), (truth,), A4)

    return draw


def _receipt(sheet: Sheet, act: Act, random: Random, family: str) -> None:
    ink, person = Ink(family, 10.5), act.person
    sheet.text(22, 20, "RÉPUBLIQUE FRANÇAISE", ink.in_bold())
    sheet.text(22, 26, f"PRÉFECTURE - {act.town.upper()}", ink)
    sheet.text(190, 20, f"N° {act.foreigner}", ink, align="right")
    sheet.text(
        105, 42, "RÉCÉPISSÉ DE DEMANDE DE CARTE DE SÉJOUR", ink.in_bold().sized(14), align="centre"
    )
    place_portrait(sheet, random, person, (22, 54, 35, 45), frame="#777777")
    y = _rows(
        sheet,
        64,
        59,
        (*_person_rows(act, False), ("Demeurant :", ", ".join(act.person.address))),
        ink,
        6.6,
        36,
    )
    text = (
        "a demandé le renouvellement de sa carte de séjour portant la mention « ÉTUDIANT ». Le"
        " présent récépissé"
        " autorise la présence en France du titulaire et l'autorise à travailler dans la limite"
        " de 60 % de la durée"
        " annuelle de travail."
    )
    y = sheet.paragraph(22, y + 8, 166, text, ink, leading=1.4)
    sheet.text(
        22, y + 8, f"Valable du {act.start:%d/%m/%Y} au {act.end:%d/%m/%Y}", ink.in_bold().sized(12)
    )
    sheet.text(120, y + 20, f"À {act.town}, le {act.start:%d/%m/%Y}", ink)
    sheet.text(120, y + 26, "Pour le préfet et par délégation", ink)
    sheet.signature(125, y + 28, 40, 14, random)
    sheet.stamp(
        100,
        y + 38,
        16,
        f"PRÉFECTURE * {act.town.upper()} * ",
        "R F",
        Ink("Liberation Sans", 7.5, "#7a2038"),
    )


def _prolongation(sheet: Sheet, act: Act, random: Random, family: str) -> None:
    ink = Ink(family, 10.5)
    _marianne(sheet, 20, 15, "MINISTÈRE\nDE L'INTÉRIEUR", family)
    sheet.text(
        105,
        62,
        "ATTESTATION DE PROLONGATION D'INSTRUCTION",
        ink.in_bold().sized(14),
        align="centre",
    )
    sheet.text(105, 69, "d'une demande de titre de séjour", ink.sized(11), align="centre")
    intro = "Le ministre de l'intérieur atteste que l'usager dont l'identité suit :"
    y = sheet.paragraph(22, 84, 166, intro, ink)
    y = _rows(sheet, 30, y + 5, _person_rows(act, False), ink, 7.4, 44)
    text = (
        f"a déposé le {act.start - timedelta(days=40):%d/%m/%Y} une demande de renouvellement de"
        " titre de séjour « Étudiant »"
        " dont l'instruction est en cours. La présente attestation, accompagnée du titre de"
        " séjour expiré, justifie de la"
        f" régularité du séjour de son titulaire du {act.start:%d/%m/%Y} au {act.end:%d/%m/%Y}."
    )
    y = sheet.paragraph(22, y + 6, 166, text, ink, leading=1.45)
    sheet.text(120, y + 10, f"Fait le {format_date(act.made, 'long')}", ink)
    sheet.text(105, 285, f"Document authentifiable sur {_SITE}", ink.sized(8), align="centre")


def _prefecture_letter(sheet: Sheet, act: Act, random: Random, family: str) -> None:
    ink, person = Ink(pick_font(random, SERIF), 11.5), act.person
    sheet.text(20, 20, f"Préfecture de {act.town}", ink.in_bold())
    sheet.text(20, 26, "Bureau du séjour des étrangers", ink)
    sheet.text(190, 38, f"{act.town}, le {format_date(act.start, 'long')}", ink, align="right")
    sheet.text(
        20,
        56,
        "Objet : attestation de dépôt et de prolongation, demande de titre de séjour",
        ink.in_bold(),
        fit=170,
    )
    title = "Madame" if person.sex == "F" else "Monsieur"
    text = (
        f"Le préfet atteste que {title} {join_given(person)} {person.surname.upper()}, de"
        " nationalité"
        f" {name_nationality(person.nationality)}, né(e) le {act.born}, numéro étranger"
        f" {act.foreigner}, a déposé un dossier complet de demande de titre de séjour en qualité"
        " d'étudiant."
        f"\n \nSes droits au séjour sont prolongés jusqu'au {format_date(act.end, 'long')}."
        " La présente attestation est"
        " valable avec le passeport en cours de validité."
    )
    y = sheet.paragraph(20, 74, 170, text, ink, leading=1.5)
    sheet.text(125, y + 14, "Le chef de bureau,", ink)
    sheet.signature(125, y + 18, 42, 14, random)
    sheet.stamp(
        85,
        y + 30,
        15,
        "BUREAU DU SÉJOUR * PRÉFECTURE * ",
        act.town,
        Ink("Liberation Sans", 7, "#2a3f8a"),
    )


def _asylum(sheet: Sheet, act: Act, random: Random, family: str) -> None:
    """CESEDA L521-7: the certificate that an application for asylum is being examined."""
    ink = Ink(family, 10.5)
    _marianne(sheet, 20, 15, f"PRÉFECTURE\nDE {act.town.upper()}", family)
    sheet.text(105, 60, "ATTESTATION DE DEMANDE D'ASILE", ink.in_bold().sized(15), align="centre")
    sheet.text(105, 67, "Procédure normale", ink.sized(10), align="centre")
    person = act.person
    rows = (
        ("Nom :", person.surname.upper()),
        ("Prénom(s) :", join_given(person)),
        ("Sexe :", {"M": "Masculin", "F": "Féminin"}[person.sex]),
        ("Né(e) le :", act.born),
        ("Nationalité :", name_nationality(person.nationality).upper()),
        ("Numéro étranger :", act.foreigner),
    )
    y = _rows(sheet, 30, 82, rows, ink, 7.4, 44)
    text = (
        "La personne dont l'identité suit a demandé l'asile en France. La présente attestation,"
        " délivrée par la préfecture, autorise son titulaire à se maintenir sur le territoire"
        f" français. Elle est valable du {act.start:%d/%m/%Y} au {act.end:%d/%m/%Y} et peut être"
        " renouvelée tant que la demande est examinée."
    )
    y = sheet.paragraph(22, y + 6, 166, text, ink, leading=1.45)
    sheet.text(120, y + 10, f"Fait le {format_date(act.made, 'long')}", ink)
    sheet.signature(120, y + 16, 40, 14, random)


def _draw_receipt(
    setting: _Setting, name: str, variant: str
) -> Callable[[Person, Random, Wish], Paper]:
    def draw(person: Person, random: Random, wish: Wish) -> Paper:
        act, sheet = (
            compose(whom(person, wish), random, wish, random.choice((91, 122, 182))),
            Sheet(),
        )
        setting(sheet, act, random, pick_font(random, SANS))
        truth = truth_of(act, "residence_receipt", {}, variant)
        if setting is _prefecture_letter:
            kept = {key: value for key, value in truth.fields.items() if key != "sex"}
            truth = PageTruth(
                truth.type,
                truth.side,
                kept | {"issue_date": act.start.isoformat()},
                variant=variant,
            )
        return Paper("residence_receipt", name, sheet.finish(), (truth,), A4)

    return draw


TEMPLATES = (
    Template(
        "validation_table",
        "visa_validation",
        _draw_confirmation(_confirmation_table, "validation_table"),
    ),
    Template(
        "validation_letter",
        "visa_validation",
        _draw_confirmation(_confirmation_letter, "validation_letter"),
    ),
    Template(
        "validation_screen",
        "visa_validation",
        _draw_confirmation(_confirmation_screen, "validation_screen"),
    ),
    Template(
        "receipt_recepisse",
        "residence_receipt",
        _draw_receipt(_receipt, "receipt_recepisse", "recepisse"),
    ),
    Template(
        "receipt_prolongation",
        "residence_receipt",
        _draw_receipt(_prolongation, "receipt_prolongation", "prolongation"),
    ),
    Template(
        "receipt_prefecture",
        "residence_receipt",
        _draw_receipt(_prefecture_letter, "receipt_prefecture", "prolongation"),
    ),
    Template(
        "receipt_asylum",
        "residence_receipt",
        _draw_receipt(_asylum, "receipt_asylum", "asylum"),
        ("asylum",),
    ),
)
