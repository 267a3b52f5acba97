"""Engines: words with places and confidences, the same each time, and a way out when missing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from docscheck.document import Box, PageText, Source
from docscheck.errors import ComponentMissingError, UsageError
from docscheck.messages import Speaker
from docscheck.ocr import ENGINES, load_engine
from docscheck.ocr.bitmap import MAX_PIXELS, bounded
from docscheck.ocr.interface import Layout, OcrEngine
from docscheck.ocr.recorded import RecordedEngine, Recorder
from docscheck.ocr.tessdata import find_tessdata
from docscheck.pages.interface import Raster

LINES = ("Université de la Forêt", "née le 12 août 2003", "numéro d'étudiante 4711")


def sheet() -> Raster:
    font = ImageFont.truetype("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", 26)
    image = Image.new("L", (700, 300), 250)
    for row, line in enumerate(LINES):
        ImageDraw.Draw(image).text((60, 40 + 80 * row), line, font=font, fill=15)
    return Raster(np.asarray(image), 150.0)


@pytest.mark.parametrize("name", ["tesseract", "pytesseract"])
def test_words_come_in_lines_with_places_and_confidence(name: str) -> None:
    engine = load_engine(name)
    text = engine.read(sheet(), page=3)
    assert tuple(line.text for line in text.lines) == LINES
    assert (text.page, text.source) == (3, Source.OCR)
    assert text.engine == engine.version()
    assert text.engine.startswith("tesseract 5")
    word = text.lines[1].words[0]
    assert word.confidence is not None
    assert 0.8 < word.confidence <= 1
    assert (word.box.left, word.box.top) == pytest.approx((62 / 700, 125 / 300), abs=0.02)
    assert word.box.bottom <= 152 / 300


@pytest.mark.parametrize("layout", list(Layout))
def test_every_layout_reads_a_line(layout: Layout) -> None:
    piece = sheet().crop(Box(0.0, 0.36, 1.0, 0.54))
    assert load_engine("tesseract").read(piece, page=1, layout=layout).text == LINES[1]


def test_colour_is_read_as_grey_and_blank_as_nothing() -> None:
    engine = load_engine("tesseract")
    colour = Raster(np.repeat(sheet().pixels[:, :, None], 3, axis=2))
    assert engine.read(colour, page=1).text == "\n".join(LINES)
    assert engine.read(Raster(np.full((300, 300), 240, np.uint8)), page=1).lines == ()


@pytest.mark.parametrize("name", ["tesseract", "pytesseract"])
def test_labels_in_pale_grey_are_read_beside_values_in_black(name: str) -> None:
    font = ImageFont.truetype("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", 18)
    bold = ImageFont.truetype("/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf", 26)
    image = Image.new("L", (700, 420), 242)
    for row, (label, value) in enumerate((("Titulaire", "ALI HADDAD"), ("Fin", "12 MARS 2027"))):
        ImageDraw.Draw(image).text((60, 40 + 180 * row), label, font=font, fill=150)
        ImageDraw.Draw(image).text((60, 80 + 180 * row), value, font=bold, fill=10)
    read = load_engine(name).read(Raster(np.asarray(image), 150.0), page=1)
    assert [line.text for line in read.lines] == ["Titulaire", "ALI HADDAD", "Fin", "12 MARS 2027"]


def test_a_page_reads_the_same_whatever_was_read_before() -> None:
    engine = load_engine("tesseract")
    first = engine.read(sheet(), page=1)
    noise = np.random.default_rng(0).integers(0, 255, (200, 300)).astype(np.uint8)
    engine.read(Raster(noise), page=1, layout=Layout.SPARSE)
    assert engine.read(sheet(), page=1) == first


def test_engine_is_handed_at_most_12_megapixels() -> None:
    large = bounded(Raster(np.full((6_000, 5_000), 200, np.uint8), 600.0))
    assert large.width * large.height <= MAX_PIXELS
    assert large.dpi == pytest.approx(600 * large.width / 5_000, rel=0.01)


def test_auto_is_tesseract_and_unknown_names_are_refused() -> None:
    assert load_engine().name == "tesseract"
    with pytest.raises(UsageError, match="engine_unknown: name=tesserakt") as caught:
        load_engine("tesserakt")
    assert all(name in caught.value.params["names"] for name in ENGINES)


@pytest.mark.parametrize("name", ["auto", "tesseract", "pytesseract"])
def test_missing_language_names_the_packages(name: str) -> None:
    with pytest.raises(ComponentMissingError, match="tlh") as caught:
        load_engine(name, ("tlh",))
    error = caught.value
    advice = Speaker().sentence(f"error.{error.sentence}.advice", error.params, "en")
    for way in ("apt install", "tesseract-ocr-tlh", "brew install", "winget install", "--ocr none"):
        assert way in advice


def test_language_data_is_found_by_environment_and_never_in_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tessdata").mkdir()
    (tmp_path / "tessdata" / "tlh.traineddata").write_bytes(b"data")
    (tmp_path / "tlh.traineddata").write_bytes(b"data")
    assert find_tessdata(["tlh"], {"TESSDATA_PREFIX": str(tmp_path / "tessdata")}) == (
        tmp_path / "tessdata"
    )
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ComponentMissingError):
        find_tessdata(["tlh"], {})


def test_none_reads_nothing_and_says_so() -> None:
    assert load_engine("none").read(sheet(), page=2) == PageText(2, (), Source.OCR, "none")


def test_recordings_replay_what_was_read_and_refuse_what_was_not(tmp_path: Path) -> None:
    recorder = Recorder(load_engine("tesseract"))
    read = recorder.read(sheet(), page=1, layout=Layout.PAGE)
    recorder.save(tmp_path / "recording.json")
    replay: OcrEngine = RecordedEngine(tmp_path / "recording.json")
    brighter = Raster(np.minimum(sheet().pixels, 249) + 1)
    assert replay.read(brighter, page=1, layout=Layout.PAGE) == read
    assert replay.version() == read.engine
    with pytest.raises(UsageError, match="recording_page"):
        replay.read(sheet().turned(180), page=1, layout=Layout.PAGE)
    with pytest.raises(UsageError, match="recording_page"):
        replay.read(sheet(), page=1, layout=Layout.LINE)


def test_listing_engines_loads_nothing_heavy() -> None:
    code = (
        "import sys, docscheck.ocr, docscheck.pages; "
        "print([m for m in ('numpy', 'cv2', 'PIL', 'tesserocr', 'pikepdf', 'pypdfium2') "
        "if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env=dict(os.environ),
    )
    assert done.stdout.strip() == "[]"
