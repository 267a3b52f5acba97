"""Other letters: recognised by their shapes, read with their data, told when that is missing."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import pytest
from PIL import Image, ImageFilter

from docscheck.document import Box, Line, PageText, Source, Word
from docscheck.errors import ComponentMissingError
from docscheck.ocr import load_engine
from docscheck.ocr.interface import Lettering, OcrEngine
from docscheck.ocr.none import NoEngine
from docscheck.ocr.other_scripts import OtherScripts, Way, is_doubtful, with_numbers_of
from docscheck.ocr.script_detection import ProgramDetector, TesseractDetector
from docscheck.ocr.tesseract import as_written
from docscheck.pages import open_file
from docscheck.pages.ink import find_ink
from docscheck.pages.interface import Limits, OpenedPage, Raster
from docscheck.read_page import PageReader
from docscheck.scripts import SCRIPTS, script_called
from tests.ocr.drawn_scripts import drawn

TODAY = date(2026, 11, 23)
LIMITS = Limits(
    max_pages=5, max_pages_inspected=5, max_pixels_decode=90_000_000, max_side_px=20_000
)


def french(raster: Raster) -> PageText:
    return load_engine().read(raster, page=1)


def others() -> OtherScripts:
    found = OtherScripts.beside(load_engine())
    assert found is not None
    return found


def french_only(engine: str, languages: Sequence[str] = ("fra",)) -> OcrEngine:
    """Load engines as on a computer with no other language data."""
    if tuple(languages) != ("fra",):
        raise ComponentMissingError("engine_language")
    return load_engine(engine, languages)


@dataclass(frozen=True)
class Seeing:
    """A detection that answers as told."""

    name: str
    clearness: float

    def detect(self, raster: Raster) -> Lettering:
        return Lettering(self.name, 0, self.clearness)


def opened(raster: Raster) -> OpenedPage:
    file = io.BytesIO()
    Image.fromarray(raster.pixels).save(file, "PNG", dpi=(150, 150))
    return next(iter(open_file(file.getvalue(), "image/png", LIMITS).pages()))


@pytest.mark.parametrize(
    ("language", "code", "holds"),
    [
        ("arabic", "ara", "مضمون ولادة"),
        ("persian", "fas", "سازمان ثبت احوال"),
        ("russian", "rus", "СВИДЕТЕЛЬСТВО О РОЖДЕНИИ"),
        ("ukrainian", "ukr", "СВІДОЦТВО ПРО НАРОДЖЕННЯ"),
        ("greek", "ell", "Επώνυμο: Παπαδόπουλος"),
        ("chinese", "chi_sim", "兹证明"),
        ("japanese", "jpn", "証明"),
        ("korean", "kor", "성명 김민수"),
    ],
)
def test_a_page_is_read_in_its_own_language(language: str, code: str, holds: str) -> None:
    raster = drawn(language)
    first = french(raster)
    assert is_doubtful(first, find_ink(raster))
    way = others().find(raster, first)
    assert way == Way(languages=(code,))
    text = others().read(raster, way, first)
    assert holds.replace(" ", "") in text.text.replace(" ", "")
    assert text.engine == f"{first.engine} {code}"


def test_french_is_not_doubted_and_blurred_french_is_called_nothing_else() -> None:
    sharp = drawn("french")
    assert not is_doubtful(french(sharp), find_ink(sharp))
    assert others().find(sharp, french(sharp)) == Way()
    for radius in (4, 5, 6):
        blurred = np.asarray(Image.fromarray(sharp.pixels).filter(ImageFilter.GaussianBlur(radius)))
        assert others().find(Raster(blurred, 150.0), french(Raster(blurred, 150.0))) == Way()


def shaded(raster: Raster) -> Raster:
    """Lie in the shadow of a hand: dark, and darker on one side."""
    light = np.linspace(0.3, 0.75, raster.width)[None, :]
    return Raster((raster.pixels * light).astype(np.uint8), raster.dpi)


@pytest.mark.parametrize(("language", "code"), [("arabic", "ara"), ("chinese", "chi_sim")])
def test_a_page_in_shade_is_read_too(language: str, code: str) -> None:
    raster = shaded(drawn(language))
    first = french(raster)
    assert is_doubtful(first, find_ink(raster))
    way = others().find(raster, first)
    assert way.languages == (code,)
    assert others().read(raster, way, first) is not first


def test_greek_taken_for_cyrillic_or_seen_without_certainty_is_read() -> None:
    raster = drawn("greek")
    for name, clearness in (("Cyrillic", 3.0), ("Cyrillic", 0.3), ("Greek", 0.3)):
        found = OtherScripts("tesseract", Seeing(name, clearness)).find(raster, french(raster))
        assert found == Way(languages=("ell",)), name


def test_missing_data_is_told_only_of_a_script_seen_clearly() -> None:
    raster = drawn("greek")
    limited = OtherScripts("tesseract", Seeing("Greek", 0.3), french_only)
    assert limited.find(raster, french(raster)) == Way()


def test_print_of_which_no_word_was_found_is_doubted_and_an_empty_sheet_is_not() -> None:
    nothing = PageText(1, (), Source.OCR, "")
    assert is_doubtful(nothing, find_ink(drawn("arabic")))
    assert not is_doubtful(nothing, find_ink(Raster(np.full((900, 700), 240, np.uint8))))


@pytest.mark.parametrize(("language", "code"), [("arabic", "Arab"), ("chinese", "Hani")])
def test_letters_without_their_data_are_named(language: str, code: str) -> None:
    raster = drawn(language)
    limited = OtherScripts("tesseract", TesseractDetector(), french_only)
    assert limited.find(raster, french(raster)) == Way(script=code)


def test_engines_that_read_nothing_look_for_no_script() -> None:
    assert OtherScripts.beside(NoEngine()) is None


def test_the_program_detects_like_the_library() -> None:
    page = drawn("russian").turned(90)
    seen = [detector.detect(page) for detector in (TesseractDetector(), ProgramDetector())]
    assert [(s.name, s.turn_deg) for s in seen if s is not None] == [("Cyrillic", 270)] * 2
    assert ProgramDetector().detect(Raster(np.full((300, 300), 240, np.uint8))) is None
    assert TesseractDetector().detect(Raster(np.full((300, 300), 240, np.uint8))) is None


@pytest.mark.parametrize("turned", [0, 180, 90])
def test_a_turned_page_in_other_letters_stands_up_and_is_read(turned: int) -> None:
    page = opened(drawn("chinese").turned(turned))
    read = PageReader(load_engine(), TODAY).read(page)
    assert read.turn_deg == -turned % 360
    assert read.text is not None
    assert "公证处" in read.text.text.replace(" ", "")
    assert read.text.engine.endswith(" chi_sim")
    assert read.script is None


def test_words_from_the_right_are_spelt_and_ordered_alike_by_both_engines() -> None:
    for name in ("tesseract", "pytesseract"):
        text = load_engine(name, ("ara",)).read(drawn("arabic"), page=1)
        assert "تاريخ الولادة : 12 مارس 2002" in [line.text for line in text.lines], name


@pytest.mark.parametrize(
    ("printed", "written"),
    [("Été", "Été"), ("2002", "2002"), ("ةدالو", "ولادة"), ("۱۳۸۱", "۱۳۸۱"), ("۱۲م", "م۱۲")],
)
def test_letters_of_a_word_are_put_in_the_order_of_writing(printed: str, written: str) -> None:
    assert as_written(printed) == written


def test_every_script_has_one_code_one_home_for_each_name_and_a_language() -> None:
    assert len({script.code for script in SCRIPTS}) == len(SCRIPTS)
    assert all(script_called(name) is script for script in SCRIPTS for name in script.names)
    assert all(script.languages for script in SCRIPTS)
    assert script_called("Latin") is None


def words(*rows: tuple[str, float, float, float, float]) -> PageText:
    """Set words at a left edge and a row, with their widths and confidences."""
    lines = (
        Line((Word(text, Box(left, top, left + width, top + 0.02), sure),))
        for text, left, top, width, sure in rows
    )
    return PageText(1, tuple(lines), Source.OCR, "drawn")


def test_numbers_are_those_that_were_read_in_latin_letters() -> None:
    arabic = words(("تاريخ", 0.8, 0.4, 0.1, 0.9), ("2-008", 0.52, 0.4, 0.1, 0.4))
    latin = words((".9NU", 0.8, 0.4, 0.1, 0.3), ("2008/07/18", 0.5, 0.401, 0.15, 0.96))
    assert [line.text for line in with_numbers_of(arabic, latin).lines] == ["تاريخ", "2008/07/18"]
    unsure = words(("2008/07/18", 0.5, 0.401, 0.15, 0.5))
    assert with_numbers_of(arabic, unsure) == arabic
    elsewhere = words(("2008/07/18", 0.1, 0.7, 0.15, 0.96))
    assert with_numbers_of(arabic, elsewhere) == arabic
