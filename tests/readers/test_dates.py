"""Dates as written: what is no date, or not Gregorian, stands first."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docscheck.document import Box, Line, PageText, Source, Word
from docscheck.readers import birth_date, dates, dates_in_words, labelled
from docscheck.readers.interface import Reading
from tests.readers.printed import TODAY, reading


def found(text: str, month_first: bool | None = None) -> list[tuple[str, tuple[str, ...]]]:
    return [(d.value, d.alternatives) for d in dates.find(text, TODAY, month_first)]


@pytest.mark.parametrize(
    "text",
    [
        "31/02/2004",
        "1403-05-02",  # Hijri
        "12/03/2547",  # Buddhist era
        "01 02 03 04 05",
        "12 rue de Mars 2004",
        "12 mars et 4 avril",
        "version 1.2.2004.5",
        "13/14/2004",
        "0612082004",
        "12 08 20 04",
        "12 octobre 19%",
        "12 08 2 004 51",
    ],
)
def test_no_date(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text", ["12 décembre 2004", "12 December 2004", "12DEC2004", "12 de diciembre de 2004"]
)
def test_a_month_that_begins_like_the_word_before_it(text: str) -> None:
    assert found(text) == [("2004-12-12", ())]


@pytest.mark.parametrize(
    "text",
    [
        "12 août 2004", "12 AOUT 2004", "12 aot 2004", "le 12 Août 2004,", "12 AUG/AOÛT 2004",
        "12 AUG/AOUT 04", "12 Aoû/Aug 04", "12AUG2004", "12-AUG-2004", "12 August 2004",
        "August 12, 2004",
        "Aug. 12 2004", "12th of August 2004", "12 de agosto de 2004", "12 agosto 2004",
        "2004-08-12",
        "12 08 2 004", "12 08 200 4", "à 10:52 heures du 12 août 2004",
        "11:30 horas del 12 de agosto de 2004",
        "2004/08/12", "2004年8月12日", "12 aoüt 2004", "12  août  2004".replace("  ", " "),
    ],
)  # fmt: skip
def test_settled_dates(text: str) -> None:
    assert found(text) == [("2004-08-12", ())]


@pytest.mark.parametrize(
    "text",
    [
        "12 de maio de 2004", "12 maggio 2004", "12. Mai 2004", "12 mei 2004", "12 maja 2004",
        "12 Mayıs 2004", "12 мая 2004 г.", "12 tháng 05 năm 2004", "Jo Mo An\n1 2  0 5  2 0 0 4",
    ],
)  # fmt: skip
def test_dates_in_other_languages(text: str) -> None:
    assert found(text) == [("2004-05-12", ())]


@pytest.mark.parametrize(
    "text", ["12/08/2004", "12-08-2004", "12 08 2004", "12/08/04", "12 / 08 / 2004"]
)
def test_digits_leave_the_other_order_open(text: str) -> None:
    assert found(text) == [("2004-08-12", ("2004-12-08",))]
    assert found(text, month_first=False) == [("2004-08-12", ())]
    assert found(text, month_first=True) == [("2004-12-08", ())]


def test_order_is_settled_by_dots_and_by_days_above_twelve() -> None:
    assert found("12.08.2004") == [("2004-08-12", ())]
    assert found("25/12/2004") == [("2004-12-25", ())]
    assert found("12/25/2004") == [("2004-12-25", ())]
    assert found("05/05/2004") == [("2004-05-05", ())]


def test_first_of_the_month_and_lost_accents() -> None:
    assert found("1er février 2020 ; 3 fvrier 2020 ; 4 dcembre 2020") == [
        ("2020-02-01", ()), ("2020-02-03", ()), ("2020-12-04", ()),
    ]  # fmt: skip


def test_two_digit_years() -> None:
    assert found("12 AUG 31") == [("2031-08-12", ())]
    assert found("12 AUG 74") == [("1974-08-12", ())]


def test_spans_point_at_the_date() -> None:
    text = "né le 12 août 2004 à Fès"
    (written,) = dates.find(text, TODAY)
    assert text[slice(*written.span)] == "12 août 2004"


FRENCH = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"


@given(st.dates(date(1920, 1, 1), date(2060, 12, 31)))
def test_every_french_date_is_read(day: date) -> None:
    month = FRENCH.split()[day.month - 1]
    first = "1er" if day.day == 1 else str(day.day)
    assert found(f"Fait à Paris, le {first} {month} {day.year}.") == [(day.isoformat(), ())]
    assert found(f"{day:%d/%m/%Y}", month_first=False) == [(day.isoformat(), ())]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Le douze mars deux mille quatre à huit heures", "2004-03-12"),
        ("premier août mil neuf cent quatre-vingt-dix-neuf", "1999-08-01"),
        ("le trente et un décembre deux mille vingt et un", "2021-12-31"),
        ("vingt-trois février mil neuf cent soixante-douze", "1972-02-23"),
        ("the twenty-third day of May nineteen hundred and ninety-nine", "1999-05-23"),
        ("on the first of January, two thousand and four, at noon", "2004-01-01"),
        ("March the twelfth, two thousand and one", "2001-03-12"),
        ("thirty-first of December, nineteen ninety-eight", "1998-12-31"),
        ("in the year two thousand and one, in March", ""),
        ("doce de marzo de dos mil uno", "2001-03-12"),
        (
            "a los treinta y un días del mes de mayo del año mil novecientos ochenta",
            "1980-05-31",
        ),
        ("el primero de enero de dos mil veinticuatro", "2024-01-01"),
        ("treinta y dos de enero de dos mil", ""),
        ("le quatre-vingt mars deux mille", ""),
        ("deux mille quatre cents euros en mars", ""),
    ],
)
def test_dates_in_words(text: str, value: str) -> None:
    assert [d.value for d in dates_in_words.find(text)] == ([value] if value else [])


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Fait à Paris le 12/03/2026", []),
        ("Fils de Jean, né le 3 mai 1970", ["1970-05-03"]),
        ("Monsieur X, né(e) le 12/03/2004 à Fès, inscrit le 01/09/2026", ["2004-03-12"]),
        (
            "Le douze mars deux mille quatre est née à Paris Léa,\nfille de Jean, né le 3 mai 1970",
            ["2004-03-12"],
        ),
        ("EXTRAIT\nNé le 1er août 1999 à Fès\nfils de A, né le 3 mai 1970", ["1999-08-01"]),
        ("was born on 12 August 2004", ["2004-08-12"]),
    ],
)
def test_birth_date_in_prose(text: str, values: list[str]) -> None:
    settings = birth_date.Settings()
    found = birth_date.read(reading(text), "birth_date", settings)
    assert [field.value for field in found] == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("DATE OF BIRTH (Mo/Day/Yr)\n01/02/2004\nSTATE REGISTRAR", "2004-01-02"),
        ("Le neuf mai deux mille quatre à six heures est née", "2004-05-09"),
        ("SNEHA est née le sept mai deux mille sept, fille de A, né le 2 juin 1974", "2007-05-07"),
        ("Né(e) à : Fès\nle : dix-sept janvier deux mille sept", "2007-01-17"),
        ("申请人：马，女，2008年3月21日出生", "2008-03-21"),
        ("est née à Paris, fille de Jean, né le 2 juin 1974", None),
        ("Father's date of birth: 07/09/1974\nMother's date of birth: 01/03/1975", None),
    ],
)
def test_the_births_of_parents_are_passed_over(text: str, value: str | None) -> None:
    read = birth_date.read(reading(text), "birth_date", birth_date.Settings())
    assert next((field.value for field in read), None) == value


def test_a_lost_blank_is_put_back_and_a_long_number_is_no_date() -> None:
    assert [d.value for d in dates.find("03 122019", TODAY)] == ["2019-12-03"]
    assert dates.find("FR76 03 122019 44", TODAY) == ()
    assert dates.find("75 03 122019", TODAY) == ()


@pytest.mark.parametrize(
    "text",
    [
        "12/03/1997 E.C.", "12/03/1997 (Ethiopian calendar)", "H16.08.12", "Reiwa 3.8.12",
        "12/08/25 H", "25/08/12هـ", "1425/03/12 هـ", "昭和60年1月1日", "民國93年8月12日",
        "12/08/47 B.E.",
        "12 Farvardin 1380", "13 Shawwal 1425", "12 Meskerem 1997", "Hijri: 12/08/25",
    ],
)  # fmt: skip
def test_years_of_other_calendars_are_not_guessed(text: str) -> None:
    assert found(text) == []


def test_the_gregorian_date_beside_another_calendar_is_read() -> None:
    assert found("14/05/25 هـ - 12.07.2004 م") == [("2004-07-12", ())]
    assert found("né le 25/12/2004 H")[0][0] == "2004-12-25"


@pytest.mark.parametrize(
    "text",
    [
        "the 3rd day of June 2001", "3rd day of June, 2001", "3-VI-2001", "3. VI. 2001",
        "2001-Jun-03", "2001 June 3", "3 JUN/JUIN 2001", "3 du mois de juin 2001",
    ],
)  # fmt: skip
def test_more_ways_of_writing_a_day(text: str) -> None:
    assert found(text) == [("2001-06-03", ())]


def test_the_first_of_a_spanish_month() -> None:
    assert found("1º junio 2001, 1º de julio de 2001") == [("2001-06-01", ()), ("2001-07-01", ())]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("the twelfth day of August, two thousand and one", "2001-08-12"),
        ("August twelfth, two thousand one", "2001-08-12"),
        ("on the twenty-first of March nineteen hundred and ninety-eight", "1998-03-21"),
        ("the third of May, nineteen ninety-eight", "1998-05-03"),
        ("a los doce días del mes de agosto del año dos mil uno", "2001-08-12"),
        ("primero de enero de mil novecientos noventa y ocho", "1998-01-01"),
        ("treinta y uno de diciembre de dos mil tres", "2003-12-31"),
        ("veintidós de marzo de dos mil cuatro", "2004-03-22"),
        ("12 mars deux mille quatre", "2004-03-12"),
        ("doce de marzo de 2004", "2004-03-12"),
        ("the second may sign two copies", ""),
        ("at once in May one of them", ""),
    ],
)
def test_dates_in_english_and_spanish_words(text: str, value: str) -> None:
    assert [d.value for d in dates_in_words.find(text)] == ([value] if value else [])


def test_how_a_date_is_to_be_written_is_part_of_its_label() -> None:
    page = reading("Date of birth (dd/mm/yyyy)\n12/03/2004\nSexe [M/F]   F")
    settings = labelled.Settings(("date of birth",), "date", order="day")
    assert [f.value for f in labelled.read(page, "birth_date", settings)] == ["2004-03-12"]
    page = reading("Né(e) le (année-mois-jour)     2008-08-20")
    settings = labelled.Settings(("né e le",), "date", order="day")
    assert [f.value for f in labelled.read(page, "birth_date", settings)] == ["2008-08-20"]


def test_a_date_in_letters_of_the_only_birth_on_a_page_whose_head_names_a_mother() -> None:
    text = (
        "MINISTERE DE L'INTERIEUR MERE\nPrénom : Anas\n"
        "Date de naissance (en toutes lettres) : trois mai mil neuf cent quatre-vingt-dix-neuf"
    )
    shown = birth_date.read(reading(text), "birth_date", birth_date.Settings())
    assert [field.value for field in shown] == ["1999-05-03"]


def test_a_month_may_begin_like_an_ordinal() -> None:
    assert found("ur. 9 stycznia 1999 r.") == [("1999-01-09", ())]
    assert found("2nd March 1999") == [("1999-03-02", ())]


def test_two_digits_are_a_year_before_a_word() -> None:
    assert found("le 09.08.04 à Fès") == found("le 09.08.04à Fès") == [("2004-08-09", ())]


@pytest.mark.parametrize("mark", ["Néfe) le", "Né(e) le", "Néle) le", "NE{E} LE", "Nétc) le"])
def test_brackets_of_born_misread(mark: str) -> None:
    record = f"Nom\nDURAND\n{mark}\n14 mai 2004, Fès\nMère\nnée le 2 mars 1975"
    assert _birth(record) == ["2004-05-14"]


def test_a_korean_date() -> None:
    assert found("2004년 08월 09일") == found("2004 년 8 월 9 일") == [("2004-08-09", ())]


@pytest.mark.parametrize(
    ("boxes", "value"),
    [
        ("2004   08   09", ["2004-08-09"]),
        ("2004   8   9", ["2004-08-09"]),
        ("09   08   2004", ["2004-08-09"]),
        ("0  9  0  8  2  0  0  4", ["2004-08-09"]),
        ("2  0  0  4  0  8  0  9", ["2004-08-09"]),
        ("|09|   |08|   |2004|", ["2004-08-09"]),
        ("09   08   2004   F", ["2004-08-09"]),
        ("2004 0809", ["2004-08-09"]),
        ("0908   2004", ["2004-08-09"]),
        ("2004   08   09   1234", []),
        ("2004   08   39", []),
        ("06   12   08   20   04", []),
        ("2004   08", []),
        ("3004   08   09", []),
    ],
)
def test_boxes_for_the_parts_of_a_date(boxes: str, value: list[str]) -> None:
    settings = labelled.Settings(("fecha de nacimiento",), "date", order="day")
    text = f"Fecha de nacimiento\n{boxes}"
    assert [f.value for f in labelled.read(reading(text), "birth_date", settings)] == value


def test_nobody_is_born_on_the_day_of_the_copy() -> None:
    """Nor does the stamp of a `REGISTRO NACIONAL`, cut at its edge, tell of a birth."""
    text = "Expedido en Quito, 2026-03-06.\nREGISTRO NACIO\nHecho el 5 de mayo de 2004"
    assert _birth(text) == []
    text = "Quito, 6 de marzo de 2026. Inés nació el 5 de mayo de 2004 en Loja."
    assert _birth(text) == ["2004-05-05"]


def _birth(text: str) -> list[str]:
    read = birth_date.read(reading(text), "birth_date", birth_date.Settings())
    return [f.value for f in read]


def test_boxes_on_a_page_that_slants_upwards() -> None:
    """The last box is the nearest to the label above it."""
    boxes = (("2004", 0.10, 0.316), ("08", 0.16, 0.315), ("09", 0.20, 0.314))
    words = tuple(Word(t, Box(x, y, x + 0.01 * len(t), y + 0.008), None) for t, x, y in boxes)
    label = Word("Nacimiento", Box(0.09, 0.29, 0.31, 0.299), None)
    page = PageText(1, (Line((label,)), Line(words)), Source.OCR, "printed")
    settings = labelled.Settings(("nacimiento",), "date", order="day")
    read = labelled.read(Reading((page,), TODAY), "birth_date", settings)
    assert [f.value for f in read] == ["2004-08-09"]
