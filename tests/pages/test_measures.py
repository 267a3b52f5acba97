"""Measures: honest pages measure well at every resolution, each fault shows in its own number."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from docscheck.document import Box, Line, Measures, PageText, Source, Word
from docscheck.pages import open_file
from docscheck.pages.ink import find_ink
from docscheck.pages.interface import Limits, Pixels, Raster
from docscheck.pages.measures import add_reading, measure_page, measure_raster
from tests.pages.drawn import encoded, paper, scanned


def measured(pixels: Pixels) -> Measures:
    return measure_raster(Raster(pixels))


@pytest.mark.parametrize(("dpi", "points"), [(150, 8), (150, 10), (150, 14), (200, 10), (300, 10)])
def test_clean_scans_are_sharp_whatever_their_size(dpi: int, points: float) -> None:
    found = measured(scanned(dpi, points=points))
    assert found.sharpness is not None
    assert found.sharpness > 0.85
    assert found.text_height_px == pytest.approx(points * 0.73 * dpi / 72, rel=0.15)
    assert (found.glare, found.cut_edges) == (0.0, ())
    assert found.moire is not None
    assert found.moire < 0.1


def test_sharpness_falls_with_blur_to_nothing() -> None:
    values = [measured(scanned(150, blur=blur)).sharpness or 0.0 for blur in (0, 1.2, 2, 2.5, 4)]
    assert values == sorted(values, reverse=True)
    assert values[1] > 0.5
    assert values[3] < 0.25
    assert values[4] < 0.05


def test_motion_in_one_direction_is_blur() -> None:
    moved = cv2.blur(scanned(150), (11, 1))
    assert (measured(moved).sharpness or 0.0) < 0.25


@pytest.mark.parametrize(("noise", "gain"), [(15.0, 0.93), (6.0, 0.3), (15.0, 0.4)])
def test_noise_and_darkness_are_not_mistaken_for_sharpness_or_blur(
    noise: float, gain: float
) -> None:
    sharp = measured(scanned(150, noise=noise, gain=gain))
    blurred = measured(scanned(150, noise=noise, gain=gain, blur=3.5))
    assert sharp.sharpness is not None
    assert sharp.sharpness > 0.6
    assert (blurred.sharpness or 0.0) < 0.25


def test_dark_and_pale_pages_show_in_brightness_and_contrast() -> None:
    clean, dark = measured(scanned(150)), measured(scanned(150, gain=0.3))
    pale = measured((scanned(150, noise=0).astype(float) * 0.15 + 205).astype(np.uint8))
    assert clean.brightness is not None
    assert clean.brightness > 0.9
    assert dark.brightness is not None
    assert dark.brightness < 0.4
    assert (pale.contrast or 1.0) < 0.2 < 0.5 < (clean.contrast or 0.0)


def test_white_paper_is_not_glare_and_a_lamp_is() -> None:
    pixels = scanned(150, gain=0.7).astype(np.float32)
    rows, columns = np.mgrid[: pixels.shape[0], : pixels.shape[1]]
    lamp = 160 * np.exp(-((rows - 600) ** 2 + (columns - 500) ** 2) / 180**2)
    spot = measured(np.clip(pixels + lamp, 0, 255).astype(np.uint8))
    assert spot.glare is not None
    assert 0.01 < spot.glare < 0.1
    assert measured(scanned(150, gain=1.0)).glare == 0.0


def test_a_white_field_on_a_card_and_a_white_lid_are_no_glare() -> None:
    card = scanned(150, gain=0.8).copy()
    card[600:1000, 200:900] = 255
    card[:300] = 255
    assert measured(card).glare == 0.0


def test_a_photo_burnt_out_but_for_its_margin_is_glare() -> None:
    pixels = scanned(150, gain=0.9).copy()
    pixels[100:1650] = 255
    found = measure_raster(Raster(pixels), photo=True, text=PageText(1, (), Source.OCR, "test"))
    assert found.glare is not None
    assert found.glare > 0.5


def test_dark_bars_and_frames_are_not_motion() -> None:
    form = scanned(150).copy()
    for top in range(40, 1700, 130):
        form[top : top + 34, 90:1150] = 40
    assert (measured(form).sharpness or 0.0) > 0.6


def test_where_words_were_read_the_weave_of_a_table_is_no_print() -> None:
    page = scanned(150)
    rng = np.random.default_rng(0)
    weave = cv2.resize(rng.uniform(120, 255, (300, 220)).astype(np.uint8), (1640, 2154))
    weave[200 : 200 + page.shape[0], 200 : 200 + page.shape[1]] = page
    ink = find_ink(Raster(page))
    words = tuple(
        Word(
            "words",
            Box(
                (200 + x - 2) / 1640,
                (200 + y - 2) / 2154,
                (200 + x + w + 2) / 1640,
                (200 + y + h + 2) / 2154,
            ),
            0.9,
        )
        for x, y, w, h in ink.letters.tolist()
    )
    found = measure_raster(Raster(weave), text=PageText(1, (Line(words),), Source.OCR, "test"))
    assert (found.sharpness or 0.0) > 0.85
    assert found.cut_edges == ()
    assert found.text_height_px == pytest.approx(10 * 0.73 * 150 / 72, rel=0.15)


@pytest.mark.parametrize("skew", [-6.0, -0.7, 0.0, 2.0, 9.0])
def test_skew_is_clockwise_positive(skew: float) -> None:
    assert measured(scanned(150, skew=skew)).skew_deg == pytest.approx(skew, abs=0.2)


@pytest.mark.parametrize(
    ("cut", "edges"),
    [
        (np.s_[:, 160:], ("left",)),
        (np.s_[:, :400], ("right",)),
        (np.s_[247:], ("top",)),
        (np.s_[:831], ("bottom",)),
        (np.s_[:, 100:], ()),
    ],
    ids=["left", "right", "top", "bottom", "margin only"],
)
def test_print_that_is_cut_names_the_edge(cut: tuple[slice, ...], edges: tuple[str, ...]) -> None:
    assert measured(np.ascontiguousarray(scanned(150)[cut])).cut_edges == edges


def test_scanner_border_does_not_cut() -> None:
    pixels = scanned(150).copy()
    pixels[:, :12] = pixels[:9] = 10
    assert measured(pixels).cut_edges == ()


def test_photographed_screen_shows_its_grid() -> None:
    pixels = scanned(150).astype(np.float32)
    rows, columns = np.mgrid[: pixels.shape[0], : pixels.shape[1]]
    grid = np.cos(2 * np.pi * (columns + 0.08 * rows) / 4.1) + np.cos(
        2 * np.pi * (rows - 0.08 * columns) / 4.1
    )
    found = measured(np.clip(pixels * 0.9 - 12 * grid, 0, 255).astype(np.uint8))
    assert found.moire is not None
    assert found.moire > 0.4
    assert (measured(scanned(150, skew=3)).moire or 0.0) < 0.1


def test_blank_page_has_no_ink_and_no_sharpness() -> None:
    blank = np.clip(np.random.default_rng(0).normal(245, 3, (1754, 1240)), 0, 255)
    found = measured(blank.astype(np.uint8))
    assert found.ink is not None
    assert found.ink < 0.0005
    assert (found.sharpness, found.skew_deg, found.text_height_px, found.cut_edges) == (
        None,
        None,
        None,
        None,
    )


@pytest.mark.parametrize("shape", [(1, 1), (20, 20), (3, 900), (900, 3)])
def test_odd_little_pictures_are_measured_without_a_fall(shape: tuple[int, int]) -> None:
    assert measured(np.full(shape, 128, np.uint8)).sharpness is None


def test_born_digital_page_is_not_measured_and_scan_at_its_full_size() -> None:
    digital = next(iter(open_file(paper(), "application/pdf", Limits()).pages()))
    assert measure_page(digital) == Measures()
    scan = next(iter(open_file(encoded(scanned(300)), "image/jpeg", Limits()).pages()))
    assert measure_page(scan).text_height_px == pytest.approx(10 * 0.73 * 300 / 72, rel=0.15)


def test_reading_is_weighted_by_length() -> None:
    box = Box(0, 0, 1, 1)
    words = (Word("abcdefgh", box, 0.9), Word("ab", box, 0.4), Word("-", box, 0.1))
    text = PageText(1, (Line(words),), Source.OCR, "test")
    found = add_reading(Measures(ink=0.1), text)
    assert (found.ocr_confidence, found.word_count, found.ink) == (0.8, 2, 0.1)
    nothing = add_reading(Measures(), PageText(1, (), Source.OCR, "test"))
    assert (nothing.ocr_confidence, nothing.word_count) == (None, 0)
