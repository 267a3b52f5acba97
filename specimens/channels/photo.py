"""Papers photographed with a phone: on a table, a little from the side, in the light of a room.

8 to 12 million pixels, true perspective (a plane turned in space and projected), uneven light, the
shadow of the paper and sometimes of the hand, sensor noise, lens blur, white balance off, pixels
stored turned with the EXIF orientation that says so (CIPA DC-008, Orientation). HEIC files are not
made: the decoder in use cannot write them.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

import cv2
import numpy as np
import numpy.typing as npt

from specimens.channels.pages_of_pictures import PagePicture, picture_pdf
from specimens.channels.pictures import (
    MM_PER_INCH,
    Picture,
    array_random,
    draw,
    jpeg,
    size_mm,
    smooth_field,
    with_noise,
)
from specimens.channels.sent import Channel, Leaf, Sent, SentPage
from specimens.channels.spoil import Spoil, spoil
from specimens.channels.tables import table

_MOST_DPI = 600
_TURNS = {1: 0, 3: 2, 6: 1, 8: 3}
"""EXIF orientation -> quarter turns counter-clockwise from the upright picture to the stored one.
"""
_PRODUCERS = ("SPECIMEN Scanner app 7.2", "SPECIMEN Notes", "SPECIMEN Lens 2")


@dataclass(frozen=True, slots=True)
class PhotoWish:
    """What is asked of a photo; `None` lets the chance decide."""

    megapixels: float | None = None
    quality: int | None = None
    orientation: int | None = None
    """EXIF value 1, 3, 6 or 8."""
    most_bytes: int | None = None
    """Written again with a lower quality until it fits."""
    spoil: Spoil | None = None


@dataclass(frozen=True, slots=True)
class _Shot:
    """A picture, upright, and how many of its pixels make a millimetre of paper."""

    picture: Picture
    px_per_mm: float
    corners: npt.NDArray[np.float32]
    """4 x 2, in pixels: the paper's top left, top right, bottom right, bottom left."""


def photo(leaf: Leaf, rng: Random, wish: PhotoWish | None = None) -> Sent:
    """Photograph one page of a paper to a JPEG."""
    wish = wish or PhotoWish()
    shot = _shoot(leaf, rng, wish)
    orientation = wish.orientation or rng.choice((1, 1, 3, 6, 6, 8))
    stored = np.ascontiguousarray(np.rot90(shot.picture, _TURNS[orientation]))
    data = _fitting(stored, wish.quality or rng.randint(78, 93), wish.most_bytes, orientation)
    return Sent(data, ".jpg", Channel.PHOTO, (_sent_page(leaf, wish),))


def phone_pdf(leaves: tuple[Leaf, ...], rng: Random, wish: PhotoWish | None = None) -> Sent:
    """Photograph pages with a phone's scanner application: cut to the paper, one PDF."""
    wish = wish or PhotoWish()
    pictures = tuple(_phone_page(leaf, rng, wish) for leaf in leaves)
    pages = tuple(_sent_page(leaf, wish) for leaf in leaves)
    return Sent(picture_pdf(pictures, rng.choice(_PRODUCERS)), ".pdf", Channel.PHONE_PDF, pages)


def _sent_page(leaf: Leaf, wish: PhotoWish) -> SentPage:
    return SentPage((leaf,), 0, wish.spoil.name if wish.spoil else "")


def _phone_page(leaf: Leaf, rng: Random, wish: PhotoWish) -> PagePicture:
    shot = _shoot(leaf, rng, wish)
    picture = shot.picture
    if wish.spoil is None or wish.spoil.name != "low_resolution":
        picture = _cut_out(shot, size_mm(leaf), rng)
    data = _fitting(picture, wish.quality or rng.randint(70, 88), wish.most_bytes, None)
    height, width = picture.shape[:2]
    # Such applications print the picture on A4 whatever the paper was.
    page_width = 210.0 if height >= width else 297.0
    return PagePicture(data, width, height, page_width)


def _fitting(
    picture: Picture, quality: int, most_bytes: int | None, orientation: int | None
) -> bytes:
    data = jpeg(picture, quality, orientation=orientation)
    while most_bytes is not None and len(data) > most_bytes and quality > 30:
        quality -= 6
        data = jpeg(picture, quality, orientation=orientation)
    return data


def _shoot(leaf: Leaf, rng: Random, wish: PhotoWish) -> _Shot:
    size = size_mm(leaf)
    shape = _sensor(size, rng, wish.megapixels or rng.uniform(8.0, 12.2))
    corners = _projected(size, shape, rng)
    px_per_mm = float(np.linalg.norm(corners[1] - corners[0])) / size[0]
    paper = draw(leaf, min(_MOST_DPI, px_per_mm * MM_PER_INCH * 1.1))
    picture = _lit(_composed(paper, corners, shape, rng), rng)
    shot = _Shot(_seen(picture, rng, px_per_mm), px_per_mm, corners)
    return shot if wish.spoil is None else _spoiled(shot, wish.spoil, rng)


def _sensor(size: tuple[float, float], rng: Random, megapixels: float) -> tuple[int, int]:
    """Choose height and width: the sensor is held the way the paper lies."""
    ratio = rng.choice((4 / 3, 4 / 3, 16 / 9))
    short = (megapixels * 1e6 / ratio) ** 0.5
    long_px, short_px = round(short * ratio) // 2 * 2, round(short) // 2 * 2
    return (short_px, long_px) if size[0] > size[1] else (long_px, short_px)


def _projected(
    size: tuple[float, float], shape: tuple[int, int], rng: Random
) -> npt.NDArray[np.float32]:
    """Turn the paper's plane in space, project its corners, and fit them into the frame."""
    half = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)], np.float64) * np.array(size) / 2
    tilt_x, tilt_y = (np.radians(rng.uniform(-11, 11)) for _ in range(2))
    roll = np.radians(rng.gauss(0, 2.2))
    turn = _rotation(float(tilt_x), float(tilt_y), float(roll))
    points = np.column_stack([half, np.zeros(4)]) @ turn.T
    distance = max(size) * rng.uniform(1.2, 1.7)
    flat = points[:, :2] * (distance / (distance + points[:, 2:]))
    extent = flat.max(axis=0) - flat.min(axis=0)
    room = np.array([shape[1], shape[0]]) / extent
    scale = room.min() * rng.uniform(0.78, 0.95)
    placed = (flat - flat.min(axis=0)) * scale
    slack = np.array([shape[1], shape[0]]) - extent * scale
    share = np.array([rng.uniform(0.25, 0.75), rng.uniform(0.25, 0.75)])
    fitted: npt.NDArray[np.float32] = (placed + slack * share).astype(np.float32)
    return fitted


def _rotation(tilt_x: float, tilt_y: float, roll: float) -> npt.NDArray[np.float64]:
    cos, sin = np.cos([tilt_x, tilt_y, roll]), np.sin([tilt_x, tilt_y, roll])
    about_x = np.array([[1, 0, 0], [0, cos[0], -sin[0]], [0, sin[0], cos[0]]])
    about_y = np.array([[cos[1], 0, sin[1]], [0, 1, 0], [-sin[1], 0, cos[1]]])
    about_z = np.array([[cos[2], -sin[2], 0], [sin[2], cos[2], 0], [0, 0, 1]])
    turn: npt.NDArray[np.float64] = about_x @ about_y @ about_z
    return turn


def _composed(
    paper: Picture, corners: npt.NDArray[np.float32], shape: tuple[int, int], rng: Random
) -> Picture:
    """Lay the paper with its own shadow on a table."""
    height, width = paper.shape[:2]
    source = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    bend = cv2.getPerspectiveTransform(source, corners)
    size = (shape[1], shape[0])
    laid = cv2.warpPerspective(paper, bend, size, flags=cv2.INTER_LINEAR)
    mask = cv2.warpPerspective(np.full((height, width), 255, np.uint8), bend, size).astype(np.uint8)
    under = cv2.multiply(table(shape, rng), _paper_shadow(mask, rng), dtype=cv2.CV_8U)
    inside = cv2.merge([mask, mask, mask])
    return cv2.add(
        cv2.multiply(laid, inside, scale=1 / 255), cv2.multiply(under, 255 - inside, scale=1 / 255)
    ).astype(np.uint8)


def _paper_shadow(mask: npt.NDArray[np.uint8], rng: Random) -> npt.NDArray[np.float32]:
    """Darken the table beside the paper, on the side away from the light."""
    small = cv2.resize(mask, None, fx=1 / 8, fy=1 / 8, interpolation=cv2.INTER_AREA)
    reach = small.shape[1] * 0.02
    shift = np.array(
        [[1, 0, rng.uniform(-reach, reach)], [0, 1, rng.uniform(-reach, reach)]], np.float32
    )
    moved = cv2.warpAffine(small, shift, (small.shape[1], small.shape[0]))
    soft = cv2.GaussianBlur(moved, (0, 0), max(1.0, reach * rng.uniform(0.3, 0.8)))
    dark = 1 - soft.astype(np.float32) / 255 * rng.uniform(0.25, 0.6)
    whole = cv2.resize(dark, (mask.shape[1], mask.shape[0]), interpolation=cv2.INTER_LINEAR)
    return np.repeat(whole[:, :, None], 3, axis=2).astype(np.float32)


def _lit(picture: Picture, rng: Random) -> Picture:
    """Apply the light of the room: slope, vignette, a hand's shadow, colour of the lamp."""
    height, width = picture.shape[:2]
    small = (height // 16 + 1, width // 16 + 1)
    rows, columns = np.mgrid[-1 : 1 : small[0] * 1j, -1 : 1 : small[1] * 1j].astype(np.float32)
    angle, slope = rng.uniform(0, 2 * np.pi), rng.uniform(0.02, 0.22)
    light = 1 + slope * (np.cos(angle) * columns + np.sin(angle) * rows)
    light *= 1 - rng.uniform(0.02, 0.18) * (columns**2 + rows**2) / 2
    light *= smooth_field(array_random(rng), small, 2, low=0.94, high=1.05)
    if rng.random() < 0.4:
        light *= _hand_shadow(columns, rows, rng)
    light *= rng.uniform(0.72, 1.0) / float(np.percentile(light, 95))
    warmth = rng.gauss(0, 0.06)
    colour = np.array([1 + warmth, 1 + rng.gauss(0, 0.012), 1 - warmth], np.float32)
    gain = (light[:, :, None] * colour).astype(np.float32)
    whole = cv2.resize(gain, (width, height), interpolation=cv2.INTER_LINEAR)
    return cv2.multiply(picture, whole, dtype=cv2.CV_8U).astype(np.uint8)


def _hand_shadow(
    columns: npt.NDArray[np.float32], rows: npt.NDArray[np.float32], rng: Random
) -> npt.NDArray[np.float32]:
    """Darken one side of an oblique soft edge: the phone and the hand between lamp and paper."""
    angle = rng.uniform(0, 2 * np.pi)
    across = np.cos(angle) * columns + np.sin(angle) * rows + rng.uniform(-0.6, 0.6)
    softness = rng.uniform(0.05, 0.35)
    edge = 1 / (1 + np.exp(-across / softness))
    light: npt.NDArray[np.float32] = (1 - rng.uniform(0.12, 0.45) * edge).astype(np.float32)
    return light


def _seen(picture: Picture, rng: Random, px_per_mm: float) -> Picture:
    """Apply lens and sensor: slight blur, noise, the processor's sharpening."""
    sigma = min(rng.uniform(0.5, 1.5), 0.11 * px_per_mm)
    soft = cv2.GaussianBlur(picture, (0, 0), max(0.3, sigma)).astype(np.uint8)
    noisy = with_noise(soft, array_random(rng), rng.uniform(1.2, 5.5), grain=rng.choice((0.0, 0.7)))
    if rng.random() < 0.5:
        halo = cv2.GaussianBlur(noisy, (0, 0), 2.0)
        noisy = cv2.addWeighted(noisy, 1.4, halo, -0.4, 0).astype(np.uint8)
    return noisy


def _cut_out(shot: _Shot, size: tuple[float, float], rng: Random) -> Picture:
    """Straighten the paper to a rectangle and stretch its tones, as a scanner application does."""
    width = round(float(np.linalg.norm(shot.corners[1] - shot.corners[0])))
    height = round(width * size[1] / size[0])
    # The edge is found by the application within a few pixels only.
    slip = np.array([[rng.gauss(0, 0.004) * width for _ in range(2)] for _ in range(4)], np.float32)
    target = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    bend = cv2.getPerspectiveTransform((shot.corners + slip).astype(np.float32), target)
    flat = cv2.warpPerspective(shot.picture, bend, (width, height), flags=cv2.INTER_LINEAR)
    if rng.random() < 0.6:
        white = max(60.0, float(np.percentile(flat[::8, ::8], 90)))
        flat = cv2.convertScaleAbs(flat, alpha=min(1.8, 250 / white))
    return flat.astype(np.uint8)


def _spoiled(shot: _Shot, how: Spoil, rng: Random) -> _Shot:
    """Spoil the picture; the deciding zone is given on the paper and has to be found in the
    picture.
    """
    left, top = shot.corners.min(axis=0)
    right, bottom = shot.corners.max(axis=0)
    height, width = shot.picture.shape[:2]
    zone = (
        float(max(0.0, left + how.zone[0] * (right - left)) / width),
        float(max(0.0, top + how.zone[1] * (bottom - top)) / height),
        float(min(width, left + how.zone[2] * (right - left)) / width),
        float(min(height, top + how.zone[3] * (bottom - top)) / height),
    )
    picture = spoil(shot.picture, Spoil(how.name, zone), shot.px_per_mm, rng)
    corners = shot.corners
    if picture.shape != shot.picture.shape:
        rows, columns = picture.shape[:2]
        corners = np.array([(0, 0), (columns, 0), (columns, rows), (0, rows)], np.float32)
    return _Shot(picture, shot.px_per_mm, corners)
