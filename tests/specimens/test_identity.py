"""The identity specimens print what their truth says, and go wrong only where asked to."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from random import Random

import cv2
import numpy as np
import pypdfium2
import pytest

from specimens.faces import draw_features, draw_portrait
from specimens.identity import TEMPLATES, UNSEEN_STATES, find_templates
from specimens.identity.id_photo import draw_picture
from specimens.model import Paper, Person, Template, Wish
from specimens.mrz_text import compute_check_digit
from specimens.people import NATIONALITIES, draw_person

TODAY = date(2026, 11, 23)
BY_NAME = {template.name: template for template in TEMPLATES}
# The back of a card has the two names in its machine-readable lines only.
PRINTED_AS_THEY_ARE = (
    "surname",
    "given_names",
    "document_number",
    "foreigner_number",
    "student_number",
)
_CHECKED = {
    44: ((1, 0, 9, 9), (1, 13, 19, 19), (1, 21, 27, 27)),
    30: ((0, 5, 14, 14), (1, 0, 6, 6), (1, 8, 14, 14)),
}
"""By line length: line, start, end and place of the check digit of number, birth and expiry."""


def _draw(name: str, wish: Wish, seed: int = 5, nationality: str | None = None) -> Paper:
    random = Random(seed)
    person = draw_person(random, wish.today, nationality)
    return BY_NAME[name].draw(person, random, wish)


@cache
def _drawn() -> tuple[tuple[Template, str, Paper], ...]:
    papers = []
    for seed, template in enumerate(TEMPLATES):
        for variant in template.variants:
            papers.append(
                (template, variant, _draw(template.name, Wish(TODAY, variant=variant), seed))
            )
    return tuple(papers)


def _text(paper: Paper) -> list[str]:
    with pypdfium2.PdfDocument(paper.pdf) as pdf:
        return [pdf[index].get_textpage().get_text_range() for index in range(len(pdf))]


def _wrong_digits(lines: tuple[str, ...]) -> list[tuple[int, int]]:
    return [
        (line, place)
        for line, start, end, place in _CHECKED[len(lines[0])]
        if lines[line][place] != "<"
        and compute_check_digit(lines[line][start:end]) != lines[line][place]
    ]


def test_a_template_is_found_by_its_own_name() -> None:
    assert len(BY_NAME) == len(TEMPLATES)
    assert [
        paper.template for template, _, paper in _drawn() if paper.template != template.name
    ] == []


def test_every_type_asked_for_has_enough_layouts() -> None:
    counts = {
        type_id: sum(template.type == type_id for template in TEMPLATES)
        for type_id in {template.type for template in TEMPLATES}
    }
    assert counts == {
        "passport": 13,
        "national_id_card": 10,
        "residence_permit": 4,
        "visa": 9,
        "visa_validation": 6,
        "residence_receipt": 6,
        "ehic": 4,
        "student_card": 3,
        "s1_form": 4,
        "quebec_form": 3,
        "id_photo": 1,
    }


def test_every_page_has_its_truth_and_its_printed_size() -> None:
    for _, _, paper in _drawn():
        with pypdfium2.PdfDocument(paper.pdf) as pdf:
            sizes = [
                tuple(side / 72 * 25.4 for side in pdf[index].get_size())
                for index in range(len(pdf))
            ]
        assert len(sizes) == len(paper.pages), paper.template
        assert sizes[0] == pytest.approx(paper.size_mm, abs=0.05), paper.template


def test_the_text_layer_says_what_the_truth_says() -> None:
    for template, variant, paper in _drawn():
        for text, page in zip(_text(paper), paper.pages, strict=True):
            flat = "".join(text.split())
            for key in PRINTED_AS_THEY_ARE[2 if page.side == "back" else 0 :]:
                value = "".join(page.fields.get(key, "").split())
                parts = [value[:9], value[9:]] if key == "document_number" else value.split(",")
                missing = [part for part in parts if part not in flat]
                assert missing == [], (template.name, variant, page.side, key)
            for line in page.mrz_lines:
                assert line in text, (template.name, variant)


def test_the_machine_readable_lines_check() -> None:
    seen = 0
    for template, variant, paper in _drawn():
        for page in paper.pages:
            if page.mrz_lines and len(page.mrz_lines[0]) in _CHECKED:
                seen += 1
                assert _wrong_digits(page.mrz_lines) == [], (template.name, variant)
    assert seen >= 30


def test_every_file_says_that_it_is_a_specimen() -> None:
    for template, _, paper in _drawn():
        with pypdfium2.PdfDocument(paper.pdf) as pdf:
            metadata = pdf.get_metadata_dict()
        assert (metadata["Subject"], metadata["Keywords"]) == ("SPECIMEN", "SPECIMEN"), (
            template.name
        )


@pytest.mark.parametrize(
    "name", ["passport_numbered", "permit_2020", "visa_booklet", "validation_table", "id_photo"]
)
def test_the_same_seed_gives_the_same_bytes(name: str) -> None:
    assert _draw(name, Wish(TODAY), 3).pdf == _draw(name, Wish(TODAY), 3).pdf
    assert _draw(name, Wish(TODAY), 3).pdf != _draw(name, Wish(TODAY), 4).pdf


def _expiries(name: str, wish: Wish) -> Iterator[date]:
    for seed in range(4):
        for page in _draw(name, wish, seed, "FRA" if "fra_" in name else "ITA").pages:
            if "expiry_date" in page.fields:
                yield date.fromisoformat(page.fields["expiry_date"])


@pytest.mark.parametrize(
    "name",
    [
        "passport_header",
        "national_id_left",
        "national_id_fra_1995",
        "permit_2011",
        "visa_2019_page",
        "ehic_light",
        "validation_letter",
        "receipt_recepisse",
        "s1_english",
    ],
)
def test_a_paper_is_valid_unless_expired(name: str) -> None:
    valid, expired = (
        list(_expiries(name, Wish(TODAY))),
        list(_expiries(name, Wish(TODAY, expired=True))),
    )
    assert min(valid) > TODAY
    assert max(expired) < TODAY


def test_a_passport_has_more_than_a_year_left() -> None:
    for seed in range(12):
        page = _draw("passport_english", Wish(TODAY), seed).pages[0]
        assert date.fromisoformat(page.fields["expiry_date"]) > TODAY + timedelta(days=365)


@pytest.mark.parametrize("name", ["passport_latin", "national_id_left", "permit_2020", "visa_2011"])
def test_one_check_digit_is_wrong_when_asked(name: str) -> None:
    wish = Wish(TODAY, wrong="mrz_check_digit")
    for seed in range(4):
        paper = _draw(name, wish, seed, "ITA")
        lines = paper.pages[-1].mrz_lines
        assert len(_wrong_digits(lines)) == 1
        assert all(line in _text(paper)[-1] for line in lines)


def test_a_visa_carries_the_passport_number_and_began_lately() -> None:
    wish = Wish(TODAY, variant="vls_ts", links={"passport_number": "XY1234567"})
    for name in ("visa_2011", "visa_2011_page", "visa_2019_page", "visa_booklet"):
        paper = _draw(name, wish)
        began = date.fromisoformat(paper.pages[0].fields["valid_from"])
        assert "XY1234567" in _text(paper)[0]
        assert TODAY - timedelta(days=61) < began < TODAY


def test_an_old_visa_began_more_than_three_months_ago_and_is_still_valid() -> None:
    fields = _draw("visa_2019_page", Wish(TODAY, variant="vls_ts_old")).pages[0].fields
    assert date.fromisoformat(fields["valid_from"]) < TODAY - timedelta(days=92)
    assert date.fromisoformat(fields["expiry_date"]) > TODAY


def test_the_remark_of_a_visa_says_its_kind() -> None:
    for variant, words in (
        ("minor_school", "MINEUR"),
        ("vls_t", "DISPENSE"),
        ("card_to_request", "SOLLICITER"),
    ):
        for seed in range(3):
            assert words in _text(_draw("visa_2011", Wish(TODAY, variant=variant), seed))[0]


def test_an_algerian_visa_asks_for_a_card_by_itself() -> None:
    assert _draw("visa_2011", Wish(TODAY), nationality="DZA").pages[0].variant == "card_to_request"


@pytest.mark.parametrize("name", ["national_id_left", "permit_2020"])
def test_both_sides_of_a_card_may_stand_on_one_page(name: str) -> None:
    paper = _draw(name, Wish(TODAY, variant="a4"), nationality="ITA")
    assert (paper.size_mm, [page.side for page in paper.pages]) == ((210.0, 297.0), ["both"])
    assert all(line in _text(paper)[0] for line in paper.pages[0].mrz_lines)
    assert {"surname", "document_number", "issue_date"} <= set(paper.pages[0].fields)


def test_a_passport_may_be_opened_flat() -> None:
    paper = _draw("passport_header", Wish(TODAY, variant="spread"))
    assert paper.size_mm == (125.0, 176.0)
    assert paper.pages[0].mrz_lines[1] in _text(paper)[0]


def test_linked_numbers_are_printed_on_every_paper_that_has_them() -> None:
    links = {"foreigner_number": "9912345678"}
    for name in ("permit_2020", "permit_2011", "validation_screen", "receipt_prolongation"):
        assert "9912345678" in _text(_draw(name, Wish(TODAY, links=links)))[-1]


def test_somebody_else_s_paper_bears_somebody_else_s_name() -> None:
    other = draw_person(Random(99), TODAY, "POL")
    fields = _draw("student_modern", Wish(TODAY, holder=other)).pages[0].fields
    assert (fields["surname"], fields["birth_date"]) == (
        other.surname.upper(),
        other.birth_date.isoformat(),
    )


def test_a_single_name_is_a_given_name_in_an_indian_passport_and_a_surname_in_a_visa() -> None:
    person = replace(draw_person(Random(1), TODAY, "IND"), surname="Meera", given_names=())
    passport = BY_NAME["passport_tinted_name"].draw(person, Random(1), Wish(TODAY)).pages[0]
    visa = BY_NAME["visa_2011"].draw(person, Random(1), Wish(TODAY)).pages[0]
    assert ("surname" in passport.fields, passport.fields["given_names"]) == (False, "MEERA")
    assert (visa.fields["surname"], "given_names" in visa.fields) == ("MEERA", False)
    assert passport.mrz_lines[0].startswith("P<INDMEERA<<")


def test_people_are_students_of_many_countries() -> None:
    people = [draw_person(Random(seed), TODAY) for seed in range(400)]
    assert len({person.nationality for person in people}) >= 25
    assert all(18 <= _age(person) <= 32 for person in people)
    assert any(not person.given_names for person in people)
    assert any("-" in person.surname for person in people)
    minors = [draw_person(Random(seed), TODAY, minor=True) for seed in range(50)]
    assert {_age(person) for person in minors} == {15, 16, 17}


def _age(person: Person) -> int:
    born = person.birth_date
    return TODAY.year - born.year - ((TODAY.month, TODAY.day) < (born.month, born.day))


def test_every_state_has_a_seen_passport_and_all_the_unseen_ones() -> None:
    for state in NATIONALITIES:
        seen = {template.name for template in find_templates("passport", state)}
        unseen = {template.name for template in find_templates("passport", state, unseen=True)}
        assert len(seen) == 1, state
        assert len(unseen) == 5, state


def test_people_of_the_unseen_states_are_drawn_only_when_asked_for() -> None:
    assert not UNSEEN_STATES & set(NATIONALITIES)
    for state in sorted(UNSEEN_STATES):
        person = draw_person(Random(state), TODAY, state)
        paper = BY_NAME["passport_cells"].draw(person, Random(state), Wish(TODAY))
        assert person.surname.upper() in _text(paper)[0]


def test_every_type_keeps_layouts_for_measuring() -> None:
    kept = {template.type for template in TEMPLATES if template.unseen}
    assert kept == {template.type for template in TEMPLATES} - {"student_card", "id_photo"}


def test_a_french_card_is_for_the_french() -> None:
    assert "national_id_fra_2021" not in {
        template.name for template in find_templates("national_id_card", "DEU")
    }


def _count_faces(picture: object) -> int:
    cascade = cv2.CascadeClassifier(f"{cv2.__path__[0]}/data/haarcascade_frontalface_alt2.xml")
    grey = cv2.cvtColor(np.asarray(picture), cv2.COLOR_RGB2GRAY)
    return len(cascade.detectMultiScale(grey, 1.1, 4, minSize=(60, 60)))


def test_most_portraits_are_taken_for_one_face() -> None:
    portraits = [
        draw_portrait(Random(seed), draw_features(Random(seed), "MF"[seed % 2]))
        for seed in range(20)
    ]
    assert sum(_count_faces(portrait) == 1 for portrait in portraits) >= 18


def test_photographs_show_the_fault_they_are_named_for() -> None:
    person = draw_person(Random(2), TODAY, "ESP")
    good, dark = draw_picture(person, Random(3)), draw_picture(person, Random(3), "dark")
    assert np.asarray(dark).mean() < 0.4 * np.asarray(good).mean()
    assert _count_faces(draw_picture(person, Random(3), "two_faces")) >= 2
    assert _count_faces(draw_picture(person, Random(3), "no_face")) == 0
    landscape = draw_picture(person, Random(3), "landscape")
    assert landscape.width > landscape.height
    corner = np.asarray(draw_picture(person, Random(3), "white_background"))[8:24, 8:24]
    assert corner.mean() > 235
