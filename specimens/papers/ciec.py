"""The plurilingual extract of a birth record, Formule A: numbered boxes, dates under Jo Mo An.

Source: CIEC convention no. 16 (Vienna, 8 September 1976), annex, form A; domain facts 2.4.
"""

from __future__ import annotations

from random import Random

from specimens.layout import Face, Sheet
from specimens.papers import marks
from specimens.papers.forms import Values

STATES = (
    "AUT",
    "BEL",
    "BIH",
    "BGR",
    "CPV",
    "HRV",
    "EST",
    "FRA",
    "DEU",
    "ITA",
    "LTU",
    "LUX",
    "MKD",
    "MDA",
    "MNE",
    "NLD",
    "POL",
    "PRT",
    "ROU",
    "SRB",
    "SVN",
    "ESP",
    "CHE",
    "TUR",
)

_LABELS = {
    "fr": (
        "État",
        "Service de l'état civil de",
        "Extrait de l'acte de naissance n°",
        "Date et lieu de naissance",
        "Nom",
        "Prénoms",
        "Sexe",
        "Père",
        "Mère",
        "Autres énonciations de l'acte",
        "Date de délivrance, signature, sceau",
    ),
    "en": (
        "State",
        "Civil registry office of",
        "Extract of birth registration no.",
        "Date and place of birth",
        "Name",
        "Forenames",
        "Sex",
        "Father",
        "Mother",
        "Other particulars",
        "Date of issue, signature, seal",
    ),
    "de": (
        "Staat",
        "Zivilstandsamt",
        "Auszug aus dem Geburtseintrag Nr.",
        "Tag und Ort der Geburt",
        "Name",
        "Vornamen",
        "Geschlecht",
        "Vater",
        "Mutter",
        "Andere Angaben",
        "Tag der Ausstellung, Unterschrift, Siegel",
    ),
    "tr": (
        "Devlet",
        "Nüfus idaresi",
        "Doğum kayıt örneği no.",
        "Doğum yeri ve tarihi",
        "Soyadı",
        "Adı",
        "Cinsiyet",
        "Baba",
        "Anne",
        "Diğer bilgiler",
        "Düzenleme tarihi, imza, mühür",
    ),
    "es": (
        "Estado",
        "Registro civil de",
        "Extracto de la inscripción de nacimiento n.º",
        "Fecha y lugar de nacimiento",
        "Apellidos",
        "Nombre propio",
        "Sexo",
        "Padre",
        "Madre",
        "Otros datos",
        "Fecha de expedición, firma, sello",
    ),
    "ro": (
        "Statul",
        "Serviciul de stare civilă",
        "Extras de pe actul de naștere nr.",
        "Data și locul nașterii",
        "Numele",
        "Prenumele",
        "Sexul",
        "Tatăl",
        "Mama",
        "Alte mențiuni",
        "Data eliberării, semnătura, sigiliul",
    ),
    "it": (
        "Stato",
        "Servizio dello stato civile di",
        "Estratto dell'atto di nascita n.",
        "Data e luogo di nascita",
        "Cognome",
        "Prenomi",
        "Sesso",
        "Padre",
        "Madre",
        "Altre indicazioni",
        "Data del rilascio, firma, bollo",
    ),
}
_TITLES = {
    "en": "Extract from the records of a birth",
    "de": "Auszug aus dem Geburtseintrag",
    "tr": "Doğuma ilişkin nüfus kayıt örneği",
    "es": "Extracto de inscripción de nacimiento",
    "ro": "Extras de naștere",
    "it": "Estratto dell'atto di nascita",
}
CIEC_LANGUAGES = tuple(_TITLES)


def draw_formule_a(sheet: Sheet, values: Values, rng: Random, own: str) -> None:
    """Draw the form with French, English and the issuing state's own language."""
    face = Face(rng.choice(("Liberation Sans", "DejaVu Sans", "FreeSans")), 8.5)
    languages = tuple(dict.fromkeys(("fr", own, "en")))
    marks.waves(sheet, "#e4ece0")
    sheet.write(
        16,
        16,
        f"{own.upper()}  CIEC - Formule A" + (" / FORMÜL A" if own == "tr" else ""),
        face.strong(),
    )
    sheet.write(
        105,
        26,
        "EXTRAIT DES REGISTRES DE L'ÉTAT CIVIL CONCERNANT UNE NAISSANCE",
        face.but(size=11.0, bold=True),
        "center",
    )
    sheet.write(
        105,
        31,
        " / ".join(_TITLES[code] for code in languages if code in _TITLES),
        face.but(italic=True),
        "center",
        180,
    )
    labels = tuple(" / ".join(_LABELS[code][row] for code in languages) for row in range(11))
    y = _two_boxes(sheet, face, labels, values, 36)
    y = _date_box(sheet, face, labels[3], values, y)
    for row, key in ((4, "surname"), (5, "given"), (6, "sex")):
        y = _box(sheet, face, row, labels[row], values[key], y)
    y = _parents(sheet, face, labels, values, y)
    y = _box(sheet, face, 9, labels[9], "-", y)
    sheet.box(14, y, 182, 30, weight=0.25)
    sheet.write(16, y + 4, f"11  {labels[10]}", face.scaled(0.75), within=176)
    _day(sheet, face, "day", values, 20, y + 6)
    marks.signature(sheet, 92, y + 10, rng)
    marks.round_stamp(sheet, 165, y + 20, rng, "CIEC " + values["PLACE"], ("SCEAU",), 13)
    sheet.prose(
        14,
        y + 34,
        182,
        "Jo : Jour / Day / Tag - Mo : Mois / Month / Monat - An : Année / "
        "Year / Jahr - M : Masculin / Male - F : Féminin / Female - Convention signée à "
        "Vienne le 8 septembre 1976. Dispensé de traduction et de légalisation.",
        face.scaled(0.75),
    )


def _two_boxes(
    sheet: Sheet, face: Face, labels: tuple[str, ...], values: Values, y: float
) -> float:
    texts = (values["country"], values["place"])
    for column, text in enumerate(texts):
        sheet.box(14 + 91 * column, y, 91, 15, weight=0.25)
        sheet.write(
            16 + 91 * column, y + 4, f"{column + 1}  {labels[column]}", face.scaled(0.75), within=87
        )
        sheet.write(22 + 91 * column, y + 11, text, face.strong(), within=80)
    return _box(sheet, face, 2, labels[2], f"{values['number']} / {values['year']}", y + 15)


def _box(sheet: Sheet, face: Face, row: int, label: str, text: str, y: float) -> float:
    sheet.box(14, y, 182, 14, weight=0.25)
    sheet.write(16, y + 4, f"{row + 1}  {label}", face.scaled(0.75), within=178)
    sheet.write(26, y + 10.5, text, face.strong(), within=165)
    return y + 14


def _day(sheet: Sheet, face: Face, key: str, values: Values, x: float, y: float) -> None:
    for index, part in enumerate(("jo", "mo", "an")):
        sheet.write(x + 14 * index + 5, y + 3, part.title(), face.scaled(0.75), "center")
        sheet.box(x + 14 * index, y + 4, 13, 7, weight=0.2)
        sheet.write(
            x + 14 * index + 6.5,
            y + 9,
            " ".join(values[f"{key}_{part}"]),
            face.strong(),
            "center",
            12,
        )


def _date_box(sheet: Sheet, face: Face, label: str, values: Values, y: float) -> float:
    sheet.box(14, y, 182, 20, weight=0.25)
    sheet.write(16, y + 4, f"4  {label}", face.scaled(0.75), within=178)
    _day(sheet, face, "born", values, 22, y + 6)
    sheet.write(80, y + 15, values["place"], face.strong())
    return y + 20


def _parents(sheet: Sheet, face: Face, labels: tuple[str, ...], values: Values, y: float) -> float:
    for column, key in enumerate(("father", "mother")):
        x = 14 + 91 * column
        sheet.box(x, y, 91, 28, weight=0.25)
        sheet.write(
            x + 2, y + 4, f"{column + 8}  {labels[7 + column]}", face.scaled(0.75), within=86
        )
        sheet.write(x + 2, y + 10, f"5  {values[key + '_surname']}", face.strong(), within=86)
        sheet.write(x + 2, y + 18, f"6  {values[key + '_given']}", face.strong(), within=86)
    return y + 28
