import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from docscheck.mrz import MrzReading, could_hold_mrz, read_mrz, read_zones
from training.mrz_pages import FORMS, draw, on_sheet, text_page, wear, zone

SHARP, ROUND = "opentype/ocr-b/OCRBS.otf", "opentype/ocr-b/OCRB.otf"
GERMAN = (
    "P<D<<MUSTERMANN<<ERIKA<PAULA<ANNALENA<<<<<<<",
    "C01X00T478D<<6408125F2702283<<<<<<<<<<<<<<<4",
)


def random(seed: int) -> np.random.Generator:
    return np.random.default_rng(seed)


def drawn(shape: str, lines: tuple[str, ...], name: str = "clean", cut: str = SHARP):
    return wear(name, draw(shape, lines, random(4), cut), random(5))


def read(picture) -> MrzReading:
    reading = read_mrz(picture, 1)
    assert reading is not None
    return reading


@pytest.mark.parametrize("seed", range(4))
def test_a_page_of_text_is_no_zone(seed: int) -> None:
    assert read_mrz(text_page(random(seed)), 1) is None


@pytest.mark.parametrize("size", [(1, 1), (3, 4000), (2000, 5), (60, 60), (900, 700)])
def test_an_empty_picture_of_any_size_is_no_zone(size: tuple[int, int]) -> None:
    empty = np.full(size, 230, np.uint8)
    assert read_mrz(empty, 1) is None
    assert not could_hold_mrz(empty)


def test_noise_is_no_zone() -> None:
    assert read_mrz(random(1).integers(0, 256, (800, 1100), dtype=np.uint8), 1) is None


def test_lines_of_a_zone_in_another_face_of_lower_case_are_no_zone() -> None:
    page = np.full((900, 1400), 240, np.uint8)
    for y in (700, 760):
        line = "the quick brown fox jumps over the lazy dog and so"
        cv2.putText(page, line, (60, y), cv2.FONT_HERSHEY_SIMPLEX, 1.4, 20, 3)
    assert read_mrz(page, 1) is None


@pytest.mark.parametrize("shape", FORMS)
def test_each_shape_is_read_as_itself(shape: str) -> None:
    lines = zone(shape, random(11))
    reading = read(drawn(shape, lines))
    assert (reading.shape, reading.lines, reading.turn_deg) == (shape, lines, 0)
    assert reading.repairs == ()
    assert [len(row) for row in reading.confidences] == [len(line) for line in lines]


@pytest.mark.parametrize("shape", ["TD3", "TD1"])
@pytest.mark.parametrize(("name", "turn"), [("90", 90), ("180", 180), ("270", 270)])
def test_each_direction_is_read_and_told(shape: str, name: str, turn: int) -> None:
    lines = zone(shape, random(12))
    reading = read(drawn(shape, lines, name))
    assert (reading.lines, reading.turn_deg) == (lines, turn)


def test_the_box_is_where_the_zone_is_on_the_picture_as_given() -> None:
    upright = read(drawn("TD3", GERMAN)).box
    assert (upright.left, upright.right) == pytest.approx((6 / 125, 117.8 / 125), abs=0.02)
    assert (upright.top, upright.bottom) == pytest.approx((70.5 / 88, 80.4 / 88), abs=0.03)
    quarter = read(np.ascontiguousarray(np.rot90(drawn("TD3", GERMAN)))).box
    assert (quarter.left, quarter.right) == pytest.approx((upright.top, upright.bottom), abs=0.01)
    assert (quarter.top, quarter.bottom) == pytest.approx(
        (1 - upright.right, 1 - upright.left), abs=0.01
    )


@pytest.mark.parametrize("name", ["rot10", "blur", "persp", "dark", "jpeg", "curl", "phone"])
def test_a_worn_passport_is_read(name: str) -> None:
    assert read(drawn("TD3", GERMAN, name, ROUND)).lines == GERMAN


@pytest.mark.parametrize("shape", ["TD3", "TD1", "FRA-ID"])
def test_a_small_document_on_an_a4_scan_is_read(shape: str) -> None:
    lines = zone(shape, random(13))
    scan = on_sheet(draw(shape, lines, random(4), SHARP), random(6), 110)
    reading = read(scan)
    assert reading.lines == lines
    assert reading.pitch_px == pytest.approx(11, abs=0.5)


@pytest.mark.parametrize(
    "lines",
    [
        GERMAN,
        (
            "POCHNZHANG<<WEI<<<<<<<<<<<<<<<<<<<<<<<<<<<<<",
            "E123456789CHN9701018F2701012MBPOLHMMKDNOA990",
        ),
        (
            "P<UTOABCDEFGHIJKLMNOPQRSTUVWXYZ<<ABCDEFGHIJK",
            "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
        ),
    ],
)
def test_printed_lines_come_back_as_printed_whether_their_digits_hold_or_not(
    lines: tuple[str, ...],
) -> None:
    reading = read(drawn("TD3", lines))
    assert (reading.lines, reading.repairs) == (lines, ())


def test_a_line_of_other_print_above_the_zone_does_not_hide_it() -> None:
    """The remarks of a visa, set at half the pitch of the zone, look as regular as its lines."""
    lines = zone("MRV-A", random(14))
    picture = drawn("MRV-A", lines)
    box = read(picture).box
    height, width = picture.shape
    page = Image.fromarray(picture)
    pitch = (box.right - box.left) * width / 44
    face = ImageFont.truetype("LiberationMono-Bold.ttf", 0.93 * pitch)
    remark = "E1 VLSTS A VALIDER EN LIGNE - AUTORISE TRAVAIL LIMITE 60%"
    above = (box.left * width, (box.top - 0.75 * (box.bottom - box.top)) * height)
    ImageDraw.Draw(page).text(above, remark, 20, font=face)
    assert read(np.asarray(page)).lines == lines


def test_a_third_line_of_other_print_makes_no_card_of_two_lines() -> None:
    lines = zone("TD2", random(18))
    picture = drawn("TD2", lines)
    box = read(picture).box
    height, width = picture.shape
    page = Image.fromarray(picture)
    pitch = (box.right - box.left) * width / 36
    face = ImageFont.truetype("LiberationMono-Bold.ttf", pitch / 0.6)
    above = (box.left * width, box.top * height - 3.9 * pitch)
    ImageDraw.Draw(page).text(above, "IDFRAAXR48230<ZUE<MOKRA<<<<<<<", 20, font=face)
    assert read(np.asarray(page)).lines == lines


def test_leaders_between_words_and_sums_are_no_zone() -> None:
    page = Image.new("L", (1240, 900), 250)
    face = ImageFont.truetype("/usr/share/fonts/" + SHARP, 31)
    for i, (word, total) in enumerate([("PCBBXJDQ", "299325"), ("CNTRVXX", "170904")] * 4):
        line = word + "<" * (36 - len(word) - len(total)) + total
        ImageDraw.Draw(page).text((90, 60 + 58 * (i + i // 2)), line, 20, font=face)
    assert read_zones(np.asarray(page), 1) == ()


def test_a_frame_along_the_edge_of_the_picture_does_not_tie_the_lines_together() -> None:
    lines = zone("TD1", random(17))
    page = Image.fromarray(cv2.resize(drawn("TD1", lines), (488, 308), None, 0, 0, cv2.INTER_AREA))
    box = read(np.asarray(page)).box
    framed = (9, int(box.top * 308) - 8, 470, int(box.bottom * 308) + 6)
    ImageDraw.Draw(page).rectangle(framed, outline=60, width=2)
    assert read(np.asarray(page)).lines == lines


def test_one_line_alone_is_no_zone() -> None:
    picture = drawn("TD3", GERMAN)
    height = picture.shape[0]
    assert read_mrz(picture[: round(height * 0.855)], 1) is None


def test_a_zone_too_small_to_read_is_refused_or_asks_for_more_pixels() -> None:
    picture = drawn("TD3", GERMAN)
    small = cv2.resize(picture, None, fx=0.14, fy=0.14, interpolation=cv2.INTER_AREA)
    reading = read_mrz(np.asarray(small), 1)
    assert reading is None or reading.needs_more_pixels
    assert not read(picture).needs_more_pixels


def sheet_of(*cards: np.ndarray) -> np.ndarray:
    """Lay cards on a white sheet, one below the other."""
    sheet = np.full((2300, 1650), 246, np.uint8)
    top = 90
    for card in cards:
        sheet[top : top + card.shape[0], 200 : 200 + card.shape[1]] = card
        top += card.shape[0] + 80
    return sheet


def test_every_zone_of_a_sheet_is_read_in_its_own_direction() -> None:
    first, second = zone("TD1", random(15)), zone("TD1", random(16))
    size = (1000, 630)
    upright = cv2.resize(drawn("TD1", first), size, interpolation=cv2.INTER_AREA)
    turned = cv2.resize(drawn("TD1", second), size, interpolation=cv2.INTER_AREA)
    zones = read_zones(sheet_of(upright, np.rot90(turned)), 1)
    assert {(z.lines, z.turn_deg) for z in zones} == {(first, 0), (second, 90)}
    zones = read_zones(sheet_of(upright, np.rot90(turned, 2)), 1)
    assert {(z.lines, z.turn_deg) for z in zones} == {(first, 0), (second, 180)}


def test_one_zone_is_told_once_and_none_is_none() -> None:
    picture = drawn("TD3", GERMAN)
    assert read_zones(picture, 1) == (read(picture),)
    assert read_zones(text_page(random(2)), 1) == ()


def turned(picture: np.ndarray, degrees: float) -> np.ndarray:
    """Turn a picture counterclockwise on a table."""
    height, width = picture.shape
    side = int(np.hypot(height, width)) + 40
    way = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    way[:, 2] += (side - width) / 2, (side - height) / 2
    return cv2.warpAffine(picture, way, (side, side), borderValue=120)


@pytest.mark.parametrize(
    ("degrees", "turn"), [(30, 0), (48, 90), (133, 90), (200, 180), (290, 270)]
)
def test_a_card_at_any_angle_is_read(degrees: float, turn: int) -> None:
    lines = zone("TD1", random(21))
    card = cv2.resize(drawn("TD1", lines), (900, 567), interpolation=cv2.INTER_AREA)
    reading = read(turned(card, degrees))
    assert reading.lines == lines
    assert reading.turn_deg == turn


def test_a_picture_seen_in_a_mirror_has_no_zone() -> None:
    picture = drawn("TD3", GERMAN)
    assert read_mrz(np.ascontiguousarray(picture[:, ::-1]), 1) is None
    assert read_mrz(np.ascontiguousarray(picture[::-1]), 1) is None


def test_a_bar_beside_a_line_is_no_character_of_it() -> None:
    picture = drawn("TD3", GERMAN).copy()
    found = read(picture).box
    height, width = picture.shape
    x = round(found.left * width - 0.6 * read(picture).pitch_px)
    y = round(found.top * height)
    cv2.putText(picture, "P", (x - 26, y + 48), cv2.FONT_HERSHEY_SIMPLEX, 1.6, 30, 6)
    assert read(picture).lines == GERMAN
