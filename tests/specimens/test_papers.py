"""Every A4 template: it draws, the same again, in the page, and says what its truth says."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import replace
from datetime import date
from random import Random

import pypdfium2
import pytest

from specimens.bank_text import rib_key
from specimens.folders import shelf
from specimens.model import Paper, Template, Wish
from specimens.papers import ISSUING_STATES, TEMPLATES
from specimens.papers.letter_values import nir_key
from specimens.papers.wording import number_in_french, school_year_of
from specimens.people import draw_person

TODAY = date(2026, 11, 23)
CASES = [
    pytest.param(template, variant, id=f"{template.name}-{variant or 'plain'}")
    for template in TEMPLATES
    for variant in template.variants
]
NAMES = {template.name: template for template in TEMPLATES}
PLAIN = ("surname", "given_names", "birth_place", "institution", "father_name", "mother_name")
NUMBERS = ("iban", "bic", "nir", "student_number", "ine", "account_number", "rib_key")


def draw(template: Template, seed: int = 3, **wishes: object) -> Paper:
    """Draw a template for the person of a seed."""
    wish = replace(Wish(TODAY), **wishes)  # type: ignore[arg-type]  # names are those of Wish
    return template.draw(draw_person(Random(seed), TODAY), Random(seed), wish)


def squeeze(text: str) -> str:
    """Return letters and digits only, in capitals, without accents."""
    plain = unicodedata.normalize("NFKD", text).upper()
    return "".join(letter for letter in plain if letter.isalnum())


def read_pages(paper: Paper) -> list[str]:
    """Return the squeezed text layer of each page."""
    document = pypdfium2.PdfDocument(paper.pdf)
    return [squeeze(page.get_textpage().get_text_range()) for page in document]


@pytest.mark.parametrize(("template", "variant"), CASES)
def test_the_text_layer_says_what_the_truth_says(template: Template, variant: str) -> None:
    paper = draw(template, variant=variant)
    pages = read_pages(paper)
    assert (paper.template, paper.type) == (template.name, template.type)
    assert len(pages) == len(paper.pages)
    for text, truth in zip(pages, paper.pages, strict=True):
        for name in {*PLAIN, *NUMBERS} & set(truth.fields):
            for word in truth.fields[name].split():
                assert squeeze(word) in text, (name, word)
        if "school_year" in truth.fields:
            assert squeeze(truth.fields["school_year"][:4]) in text


@pytest.mark.parametrize(("template", "variant"), CASES)
def test_nothing_is_written_off_the_page(template: Template, variant: str) -> None:
    paper = draw(template, seed=5, variant=variant)
    for page in pypdfium2.PdfDocument(paper.pdf):
        text = page.get_textpage()
        width, height = page.get_size()
        for index in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(index)
            if right > left:
                assert min(left, bottom, width - right, height - top) > 0


@pytest.mark.parametrize("name", sorted(NAMES)[::9])
def test_the_same_seed_gives_the_same_bytes(name: str) -> None:
    assert draw(NAMES[name], 11).pdf == draw(NAMES[name], 11).pdf
    assert draw(NAMES[name], 11).pdf != draw(NAMES[name], 12).pdf


def test_names_are_unique_and_a_quarter_of_each_big_type_is_kept_unseen() -> None:
    assert len(NAMES) == len(TEMPLATES)
    kinds = Counter(template.type for template in TEMPLATES)
    unseen = Counter(template.type for template in TEMPLATES if template.unseen)
    for kind in ("school_certificate", "rib", "birth_certificate"):
        assert unseen[kind] / kinds[kind] >= 0.25, kind
        assert kinds[kind] - unseen[kind] >= 8, kind


def test_every_type_has_layouts_to_study_and_layouts_kept_for_measuring() -> None:
    for kept in (True, False):
        types = {template.type for template in shelf.templates() if template.unseen is kept}
        assert {template.type for template in TEMPLATES} <= types


def test_the_metadata_says_specimen() -> None:
    metadata = pypdfium2.PdfDocument(draw(NAMES["rib.postal"]).pdf).get_metadata_dict()
    assert "SPECIMEN" in metadata["Subject"]
    assert "SPECIMEN" in metadata["Keywords"]


def test_issuing_states_name_templates() -> None:
    assert set(ISSUING_STATES) <= set(NAMES)


def test_an_extract_without_parents_does_not_name_them() -> None:
    for template in TEMPLATES:
        if "extract_without_parents" in template.variants:
            paper = draw(template, variant="extract_without_parents")
            (truth,) = paper.pages
            assert truth.variant == "extract_without_parents"
            assert not {"father_name", "mother_name"} & set(truth.fields)
            mother = draw_person(Random(3), TODAY).mother
            text = read_pages(paper)[0]
            assert squeeze(mother[0] + mother[1]) not in text
            assert squeeze(mother[1] + mother[0]) not in text


@pytest.mark.parametrize("kind", ["school_certificate", "admission_letter"])
def test_a_wished_school_year_is_printed(kind: str) -> None:
    for template in TEMPLATES:
        if template.type == kind:
            paper = draw(template, school_year="2024-2025")
            if "school_year" in paper.pages[0].fields:
                assert paper.pages[0].fields["school_year"] == "2024-2025"
                assert "2024" in read_pages(paper)[0]


def test_a_wrong_rib_key_is_on_the_paper_and_in_the_truth() -> None:
    fields = draw(NAMES["rib.classic_table"], wrong="rib_key").pages[0].fields
    right = rib_key(fields["bank_code"], fields["branch_code"], fields["account_number"])
    assert fields["rib_key"] != right


def test_a_rib_of_somebody_else_names_the_other() -> None:
    other = draw_person(Random(77), TODAY)
    fields = draw(NAMES["rib.cut_outs"], holder=other).pages[0].fields
    assert squeeze(other.surname) in squeeze(fields["holder"])


@pytest.mark.parametrize("variant", ["", "provisional"])
def test_the_nir_has_its_key_unless_wished_wrong(variant: str) -> None:
    right = draw(NAMES["vitale_form.posted"], variant=variant).pages[0].fields["nir"]
    wrong = draw(NAMES["vitale_form.posted"], variant=variant, wrong="nir_key").pages[0]
    assert right[13:] == nir_key(right[:13])
    assert wrong.fields["nir"][13:] != nir_key(wrong.fields["nir"][:13])
    assert right[0] in ("78" if variant else "12")


def test_nir_keys_of_published_numbers() -> None:
    assert nir_key("2550814168025") == "38"
    assert nir_key("1800506324023") == "76"


def test_an_attached_translation_is_a_page_of_its_own_type() -> None:
    types = [page.type for page in draw(NAMES["sworn_translation.attached_arabic"]).pages]
    assert types == ["birth_certificate", "sworn_translation"]


def test_a_school_year_begins_in_september() -> None:
    assert school_year_of(date(2026, 8, 31)) == "2025-2026"
    assert school_year_of(date(2026, 9, 1)) == "2026-2027"


@pytest.mark.parametrize(
    ("number", "words"),
    [(21, "vingt et un"), (71, "soixante et onze"), (80, "quatre-vingts"), (1999,
     "mil neuf cent quatre-vingt-dix-neuf"), (2000, "deux mille"), (2005, "deux mille cinq")],
)  # fmt: skip
def test_numbers_in_french_words(number: int, words: str) -> None:
    assert number_in_french(number) == words


def test_no_parent_bears_the_very_names_of_the_child() -> None:
    drawn = [draw_person(Random(seed), date(2026, 11, 23)) for seed in range(600)]
    for person in drawn:
        for _, given in (person.father, person.mother):
            assert set(given.split()) != set(" ".join(person.given_names).split())
