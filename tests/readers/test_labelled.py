"""Values at labels: no label, and no sentence, may become a value."""

import pytest
from msgspec.structs import replace

from docscheck.document import Box, Line, PageText, Source, Word
from docscheck.readers import label_words, labelled
from docscheck.readers.interface import Reading
from docscheck.readers.values import Kind
from docscheck.rulebook.load import load
from tests.readers.printed import TODAY, page, reading

SURNAME = ("Nom", "Surname", "Nom de naissance")
GIVEN = ("Prénom", "Prénoms", "Given names")


def read(text: str, labels: tuple[str, ...], kind: Kind, pattern: str = "") -> list[str]:
    settings = labelled.Settings(labels, kind, pattern, order="day")
    return [f.value for f in labelled.read(reading(text), "x", settings)]


PASSPORT = """
PASSEPORT / PASSPORT   Type    Code du pays   Passeport n°
                       P       FRA            12AB34567
Nom/Surname (1)
EL ALAMI
Prénoms/Given names (2)
Fatima Zahra
Nationalité/Nationality (3)    Sexe/Sex (5)   Date de naissance/Date of birth (4)
MAROCAINE                      F              12 AUG/AOUT 2004
Lieu de naissance/Place of birth (6)
LE MANS
Date d'expiration/Date of expiry (9)
11 08 2031
"""

CARD = """
TITRE DE SEJOUR
1. Nom                      2. Prénoms
   NGUYEN                      Van Anh
3. Né(e) le 12.08.2004      4. Sexe : F
"""


@pytest.mark.parametrize(
    "text",
    [
        "Nom\nPrénom\nJean",
        "Nom :\nPrénom : Jean",
        "Nom :      Prénom : Jean",
        "au nom de la loi nous certifions",
        "Nom : 12345",
        "Nom de la mère : MARTIN",
        "Nom du père\nDURAND",
        "Prénom et nom : Léa MARTIN",
        "Nom ..........",
        "",
    ],
)
def test_no_surname_where_none_is_printed(text: str) -> None:
    assert read(text, ("Nom",), "name") == []


@pytest.mark.parametrize(
    "text",
    [
        "Nom : DUPONT",
        "NOM: DUPONT",
        "Nom:DUPONT Prénom:Jean",
        "Nom ........ DUPONT",
        "Nom           DUPONT",
        "Nom DUPONT",
        "1. Nom : DUPONT",
        "(1) Nom / Surname : DUPONT",
        "Nom / Surname\nDUPONT",
        "Nom\nSurname\nDUPONT",
        "Nom (1)\nDUPONT",
        "Surname: DUPONT        Nationality: FRA",
        "Nom                 Prénom\nDUPONT              Jean",
        "Nom de naissance :\n\nDUPONT",
        "N om : DUPONT",
        "Surnane / Nom : DUPONT",
    ],
)
def test_surname_in_many_layouts(text: str) -> None:
    assert read(text, SURNAME, "name") == ["DUPONT"]


@pytest.mark.parametrize("text", ["Prnom : Léa", "PRENOM Léa", "Pr�nom : Léa", "Prénom(s) : Léa"])
def test_labels_with_lost_accents(text: str) -> None:
    assert read(text, ("Prénom", "Prénoms"), "name") == ["Léa"]


def test_common_names_are_not_mistaken_for_labels() -> None:
    assert read("Prénoms\nMarie Anne", GIVEN, "name") == ["Marie Anne"]
    assert read("Prénom : Marie", GIVEN, "name") == ["Marie"]


def test_passport_page() -> None:
    assert read(PASSPORT, SURNAME, "name") == ["EL ALAMI"]
    assert read(PASSPORT, GIVEN, "name") == ["Fatima Zahra"]
    assert read(PASSPORT, ("Nationality",), "country") == ["MAR"]
    assert read(PASSPORT, ("Sexe",), "sex") == ["F"]
    assert read(PASSPORT, ("Date of birth",), "date") == ["2004-08-12"]
    assert read(PASSPORT, ("Place of birth",), "place") == ["LE MANS"]
    assert read(PASSPORT, ("Date of expiry",), "date") == ["2031-08-11"]
    assert read(PASSPORT, ("Passeport n",), "number") == ["12AB34567"]


def test_card_with_two_columns() -> None:
    assert read(CARD, SURNAME, "name") == ["NGUYEN"]
    assert read(CARD, GIVEN, "name") == ["Van Anh"]
    assert read(CARD, ("Né(e) le",), "date") == ["2004-08-12"]
    assert read(CARD, ("Sexe",), "sex") == ["F"]


@pytest.mark.parametrize(
    ("text", "pattern", "values"),
    [
        ("Numéro étranger : 75 0312 3456", r"\d{10}", ["7503123456"]),
        ("Numéro étranger : 7503123456 valable", r"\d{10}", ["7503123456"]),
        ("Numéro étranger : 750312", r"\d{10}", []),
        ("Numéro étranger\n7503123456", "", ["7503123456"]),
        ("Numéro étranger : néant", "", []),
    ],
)
def test_numbers(text: str, pattern: str, values: list[str]) -> None:
    assert read(text, ("Numéro étranger",), "number", pattern) == values


def test_box_and_page_are_those_of_the_value() -> None:
    settings = labelled.Settings(("Nom",), "name")
    (field,) = labelled.read(reading("", "Nom : DUPONT"), "surname", settings)
    assert field.page == 2
    assert field.box is not None
    assert (round(field.box.left * 110), round(field.box.right * 110)) == (6, 12)


def test_a_slip_does_not_make_a_father_a_mother() -> None:
    labels = ("Father's current legal name", "Padre: nombre y apellidos")
    assert read("MOTHER'S CURRENT LEGAL NAME\nAnn SMITH", labels, "name") == []
    assert read("Madre nombre y apellidos: Ana PEREZ", labels, "name") == []


def test_the_value_of_the_label_above_is_not_taken() -> None:
    text = (
        "                             Domiciliation :\n"
        "Titulaire :                  PORT CENTRE\n"
        "Mme DUPONT                   Tél : 09"
    )
    assert read(text, ("Titulaire",), "name") == ["DUPONT"]


def test_longest_label_wins() -> None:
    vocabulary = label_words.vocabulary(("Nom", "Nom du père"))
    assert [f.label for f in label_words.scan("Nom du père : X ; Nom : Y", vocabulary)] == [
        "nomdupere", "nom",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "place", ["de", "Jo", "signé avec", "21 heures 30", "Registration District", "and", "Ali ALAMI"]
)
def test_no_place(place: str) -> None:
    assert read(f"Lieu de naissance : {place}", ("Lieu de naissance",), "place") == []


@pytest.mark.parametrize("place", ["Fontenay-sous-Bois", "Hà Nội", "SAINT-LOUIS", "New York"])
def test_places(place: str) -> None:
    assert read(f"Lieu de naissance : {place}", ("Lieu de naissance",), "place") == [place]


def test_a_label_in_three_languages_with_the_value_below() -> None:
    text = "Du/From/Vom        Au/Until/Bis\n19/11/2026         19/11/2027"
    assert read(text, ("Du", "From"), "date") == ["2026-11-19"]
    assert read(text, ("Au", "Until"), "date") == ["2027-11-19"]


def test_an_arabic_label_has_its_value_on_the_left() -> None:
    assert read("1995-01-15      الميلاد تاريخ", ("الميلاد تاريخ",), "date") == ["1995-01-15"]


def test_a_misread_label_is_no_value() -> None:
    assert read("Vomamen / Prénoms\nLéa", ("Prénoms", "Vornamen"), "name") == ["Léa"]


def test_a_student_number_has_digits() -> None:
    pattern = "(?=(?:[A-Z-]*[0-9]){4})[A-Z0-9-]{4,14}"
    assert read("Numéro étudiant : SUSNOMMÉ 12", ("Numéro étudiant",), "number", pattern) == []
    assert read("Étudiant n° : 36164103", ("Étudiant n",), "number", pattern) == ["36164103"]


BOXES = """
1.1 Personal identification number     1.2 Surname
9449672804                             HOLM
1.3 Forenames          1.5 Date of birth
Ida Marie              11/10/2004
1.6.4 Country code : SE   1,7 Nationality : SWE
"""


def test_the_numbered_boxes_of_european_forms() -> None:
    assert read(BOXES, ("Surname",), "name") == ["HOLM"]
    assert read(BOXES, ("Forenames",), "name") == ["Ida Marie"]
    assert read(BOXES, ("Date of birth",), "date") == ["2004-10-11"]
    assert read(BOXES, ("Nationality",), "country") == ["SWE"]


def test_a_box_number_opens_a_label_behind_another_value() -> None:
    assert read("1.1 Number 123456 1.2 Surname HOLM", ("Surname",), "name") == ["HOLM"]
    assert read("le nom DUPONT", ("Nom",), "name") == []


UNDER = """
VANDENBERGHE
Naam / Name

Chloé Femke
Voornamen / Given names

12.04.2005              F
Date of birth           Sex

NAMUR
Place of birth

12.04.2015              18.12.2034
Date of issue           Expiry date
"""
ONE_CELL = """
5. Date of birth (5) 6. Place of birth (6)
22/02/1995           TRIPOLI
"""


def test_labels_printed_under_their_values() -> None:
    assert read(UNDER, ("Name",), "name") == ["VANDENBERGHE"]
    assert read(UNDER, ("Given names",), "name") == ["Chloé Femke"]
    assert read(UNDER, ("Date of birth",), "date") == ["2005-04-12"]
    assert read(UNDER, ("Place of birth",), "place") == ["NAMUR"]
    assert read(UNDER, ("Expiry date",), "date") == ["2034-12-18"]
    assert read(UNDER, ("Sex",), "sex") == ["F"]


def test_each_of_two_labels_in_one_piece_has_the_value_under_itself() -> None:
    assert read(ONE_CELL, ("Date of birth",), "date") == ["1995-02-22"]
    assert read(ONE_CELL, ("Place of birth",), "place") == ["TRIPOLI"]


def test_a_value_stands_higher_than_its_label_on_a_slanting_page() -> None:
    straight = page("1.2 Surname          DUPONT\n1.3 Forenames        Awa\n1.4 Other            -")
    slanting = replace(straight, lines=tuple(map(_slanted, straight.lines)))
    settings = labelled.Settings(("surname",), "name")
    found = labelled.read(Reading((slanting,), TODAY), "surname", settings)
    assert [field.value for field in found] == ["DUPONT"]


def _slanted(line: Line) -> Line:
    return Line(
        tuple(
            replace(
                word,
                box=replace(
                    word.box,
                    top=word.box.top - word.box.left / 20,
                    bottom=word.box.bottom - word.box.left / 20,
                ),
            )
            for word in line.words
        )
    )


def test_labels_in_two_scripts_stand_under_their_values() -> None:
    text = """
TANAKA
Surname - 姓

SAKURA
Given name - 名

KYOTO
Birthplace - 本籍

JAPAN
Citizenship - 国籍
"""
    assert read(text, ("surname",), "name") == ["TANAKA"]
    assert read(text, ("birthplace",), "place") == ["KYOTO"]


def test_a_badly_misread_label_is_no_place() -> None:
    assert read("Place of birth\nBihplace\n", ("place of birth",), "place") == []
    assert read("Place of birth\nBirmingham\n", ("place of birth",), "place") == ["Birmingham"]
    assert read("Place of birth\nA CORUÑA\n", ("place of birth",), "place") == ["A CORUÑA"]


def test_labels_under_their_values_may_end_in_a_dash() -> None:
    text = """
BOUAZIZI
Surname(s) -

NESRINE
Given name(s) -

SFAX
Birthplace -

TUNISIENNE
Citizenship -
"""
    assert read(text, ("birthplace",), "place") == ["SFAX"]


def printed(left: float, right: float, text: str, top: float, bottom: float) -> Word:
    return Word(text, Box(left, top, right, bottom), None)


def test_values_beside_their_labels_are_not_sought_above_them() -> None:
    rows = (
        (0.240, 0.252, ((0.087, 0.424, "Le président certifie que"),)),
        (0.274, 0.283, ((0.087, 0.230, "Nom de naissance"), (0.297, 0.379, "DOUMBIA"))),
        (0.297, 0.309, ((0.087, 0.166, "Prénom(s)"), (0.297, 0.363, "Djénéba"))),
        (0.366, 0.377, ((0.087, 0.213, "Code apprenant"), (0.297, 0.371, "00367565"))),
        (0.389, 0.397, ((0.086, 0.113, "INE"), (0.297, 0.410, "028943700WN"))),
        (0.494, 0.506, ((0.115, 0.390, "Institut des sciences du numérique"),)),
        (0.524, 0.536, ((0.087, 0.246, "Régime d'inscription"), (0.297, 0.433, "Initiale"))),
    )
    lines = [Line(tuple(printed(*cell, top, low) for cell in cells)) for top, low, cells in rows]
    sheet = Reading((PageText(1, tuple(lines), Source.TEXT_LAYER, "typewriter"),), TODAY)
    settings = next(
        rule.settings
        for rule in load(None).types["school_certificate"].fields
        if (rule.name, rule.reader) == ("surname", "labelled")
    )
    assert [f.value for f in labelled.read(sheet, "x", settings)] == ["DOUMBIA"]


@pytest.mark.parametrize("heading", ["L'ENFANT", "2. Identité de la mineure", "Child / Enfant :"])
def test_the_child_s_part_of_a_form_is_told_by_its_heading(heading: str) -> None:
    text = (
        "Autorisation pour un enfant mineur\n\nLE RESPONSABLE LÉGAL\nNom : MARTIN\n"
        f"Né(e) le : 03/04/1975\n[x] mère   [ ] père\n\n{heading}\nNom : DURAND\n"
        "Né(e) le : 12/08/2011"
    )
    born = labelled.Settings(("né(e) le",), "date", section="child")
    name = labelled.Settings(("nom",), "name", section="child")
    assert [f.value for f in labelled.read(reading(text), "birth_date", born)] == ["2011-08-12"]
    assert [f.value for f in labelled.read(reading(text), "surname", name)] == ["DURAND"]
    parent = replace(born, section="parent")
    assert [f.value for f in labelled.read(reading(text), "x", parent)] == ["1975-04-03"]
    unheaded = text.replace(heading, "")
    assert list(labelled.read(reading(unheaded), "birth_date", born)) == []


def test_a_letterhead_with_colons_does_not_turn_a_form_upside_down() -> None:
    """Its labels hold their values; above them stand other lines of the letterhead."""
    text = """
ROYAUME
COMMUNE : SEFROU



EXTRAIT
ANNÉE : 2004



SECTION
BUREAU : CENTRAL



Nom :               ALAMI
Prénom :            Hind
Né(e) le :          09/08/2004
"""
    known = ("commune", "bureau", "année")
    assert read(text, ("nom", *known), "name")[-1] == "ALAMI"
    assert read(text, ("né(e) le", *known), "date") == ["2004-08-09"]


def test_a_sentence_goes_on_at_the_margin_of_the_next_line() -> None:
    text = (
        "Le préfet atteste que Madame Akissi KOUAMÉ, de nationalité\nivoirienne, née le 12/09/1999"
    )
    assert read(text, ("nationalité",), "country") == ["CIV"]
