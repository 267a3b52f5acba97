"""Papers laid on the glass of a flatbed or fed through an office scanner.

200 to 300 dpi, grey or colour, skew up to 1.5 degrees, paper tone, sensor noise, JPEG at quality 55
to 85. Small papers (a passport page, a card) lie somewhere on a white A4 glass, one or two of them,
or are cut to their edge.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

import cv2
import numpy as np

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

A4_MM = (210.0, 297.0)
_SMALL_MM = 180.0
"""A paper narrower and lower than this leaves room on the glass."""
_PRODUCERS = ("SPECIMEN Scan 3.1", "SPECIMEN OfficeJet", "SPECIMEN CopyCentre 5")


@dataclass(frozen=True, slots=True)
class ScanWish:
    """What is asked of a scan; `None` lets the chance decide."""

    dpi: int | None = None
    quality: int | None = None
    grey: bool | None = None
    cropped_to_card: bool | None = None
    turned: int = 0
    """Clockwise turn of the content: 0, 90, 180 or 270."""
    spoil: Spoil | None = None


@dataclass(frozen=True, slots=True)
class _Settings:
    """What one run of the scanner keeps for all its pages."""

    dpi: int
    quality: int
    grey: bool
    paper_tone: tuple[float, float, float]
    noise: float
    gamma: float


def scan(sheets: Sequence[Sequence[Leaf]], rng: Random, wish: ScanWish | None = None) -> Sent:
    """Scan each sheet (one paper page, or small ones side by side) to a page of one PDF."""
    wish = wish or ScanWish()
    settings = _settings(rng, wish)
    pictures, pages = [], []
    for leaves in sheets:
        pictures.append(_scan_sheet(leaves, rng, wish, settings))
        pages.append(SentPage(tuple(leaves), wish.turned, wish.spoil.name if wish.spoil else ""))
    return Sent(picture_pdf(pictures, rng.choice(_PRODUCERS)), ".pdf", Channel.SCAN, tuple(pages))


def _settings(rng: Random, wish: ScanWish) -> _Settings:
    warm = rng.uniform(0.0, 0.05)
    level = rng.uniform(0.94, 1.0)
    return _Settings(
        dpi=wish.dpi or rng.choice((200, 200, 240, 300, 300)),
        quality=wish.quality or rng.randint(55, 85),
        grey=rng.random() < 0.4 if wish.grey is None else wish.grey,
        paper_tone=(level, level * (1 - warm * 0.3), level * (1 - warm)),
        noise=rng.uniform(0.8, 4.0),
        gamma=rng.uniform(0.85, 1.25),
    )


def _scan_sheet(
    leaves: Sequence[Leaf], rng: Random, wish: ScanWish, settings: _Settings
) -> PagePicture:
    glass = _lay(leaves, rng, wish, settings.dpi)
    width_mm = glass.shape[1] / settings.dpi * MM_PER_INCH
    height_mm = glass.shape[0] / settings.dpi * MM_PER_INCH
    if wish.spoil is not None:
        glass = spoil(glass, wish.spoil, settings.dpi / MM_PER_INCH, rng)
    glass = _sense(glass, settings, rng)
    glass = np.ascontiguousarray(np.rot90(glass, -(wish.turned // 90)))
    height, width = glass.shape[:2]
    if settings.grey:
        glass = cv2.cvtColor(glass, cv2.COLOR_RGB2GRAY).astype(np.uint8)
    data = jpeg(glass, settings.quality, dpi=settings.dpi)
    # A sheet that was cut keeps its scale; one of few pixels keeps its printed size.
    few = wish.spoil is not None and wish.spoil.name == "low_resolution"
    printed = (
        (height_mm if wish.turned % 180 else width_mm)
        if few
        else width / settings.dpi * MM_PER_INCH
    )
    return PagePicture(data, width, height, printed, settings.grey)


def _sense(glass: Picture, settings: _Settings, rng: Random) -> Picture:
    """Apply tone, gamma, optics and noise of the scanner."""
    levels = np.arange(256, dtype=np.float64) / 255
    table = np.stack(
        [(levels**settings.gamma) * tone * 255 for tone in settings.paper_tone], axis=-1
    )
    toned = cv2.LUT(glass, np.clip(table, 0, 255).astype(np.uint8).reshape(256, 1, 3))
    soft = cv2.GaussianBlur(toned, (0, 0), rng.uniform(0.35, 0.8))
    return with_noise(soft.astype(np.uint8), array_random(rng), settings.noise, grain=0.6)


def _lay(leaves: Sequence[Leaf], rng: Random, wish: ScanWish, dpi: int) -> Picture:
    sizes = [size_mm(leaf) for leaf in leaves]
    small = all(max(size) < _SMALL_MM for size in sizes)
    cropped = rng.random() < 0.35 if wish.cropped_to_card is None else wish.cropped_to_card
    if small and cropped and len(leaves) == 1:
        return _cut_to_card(leaves[0], sizes[0], rng, dpi)
    if small:
        return _on_glass(leaves, sizes, rng, dpi)
    return _whole_sheet(leaves[0], sizes[0], rng, dpi)


def _skewed(
    picture: Picture, degrees: float, canvas: Picture, corner_px: tuple[float, float]
) -> Picture:
    """Lay a picture, turned about its centre, on a canvas with its top left corner at a place."""
    height, width = picture.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    turn[:, 2] += np.array(corner_px)
    size = (canvas.shape[1], canvas.shape[0])
    laid = cv2.warpAffine(picture, turn, size, flags=cv2.INTER_LINEAR)
    mask = cv2.warpAffine(
        np.full((height, width), 255, np.uint8), turn, size, flags=cv2.INTER_LINEAR
    )
    shade = cv2.GaussianBlur(mask, (0, 0), 6).astype(np.float32)[:, :, None] / 255 * 0.18
    under = canvas * (1 - shade)
    cover = mask.astype(np.float32)[:, :, None] / 255
    return np.clip(laid * cover + under * (1 - cover), 0, 255).astype(np.uint8)


def _lid(shape: tuple[int, int], rng: Random) -> Picture:
    """Draw the inner side of the scanner's lid: nearly white, not quite even."""
    level = rng.uniform(236, 253)
    field = smooth_field(array_random(rng), shape, 3, low=level - 5, high=level)
    return np.repeat(field.astype(np.uint8)[:, :, None], 3, axis=2)


def _whole_sheet(leaf: Leaf, size: tuple[float, float], rng: Random, dpi: int) -> Picture:
    picture = draw(leaf, dpi)
    landscape = size[0] > size[1]
    width_mm, height_mm = (A4_MM[1], A4_MM[0]) if landscape else A4_MM
    shape = (
        round(max(height_mm, size[1]) / MM_PER_INCH * dpi),
        round(max(width_mm, size[0]) / MM_PER_INCH * dpi),
    )
    shift = tuple(rng.uniform(-1.5, 1.5) / MM_PER_INCH * dpi for _ in range(2))
    return _skewed(picture, rng.uniform(-1.5, 1.5), _lid(shape, rng), (shift[0], shift[1]))


def _cut_to_card(leaf: Leaf, size: tuple[float, float], rng: Random, dpi: int) -> Picture:
    picture = draw(leaf, dpi)
    margins = [rng.uniform(1.5, 7.0) for _ in range(4)]
    shape = (
        round((size[1] + margins[1] + margins[3]) / MM_PER_INCH * dpi),
        round((size[0] + margins[0] + margins[2]) / MM_PER_INCH * dpi),
    )
    corner = (margins[0] / MM_PER_INCH * dpi, margins[1] / MM_PER_INCH * dpi)
    return _skewed(picture, rng.uniform(-1.5, 1.5), _lid(shape, rng), corner)


def _on_glass(
    leaves: Sequence[Leaf], sizes: Sequence[tuple[float, float]], rng: Random, dpi: int
) -> Picture:
    """Lay one or two small papers one below the other, in order, anywhere on an A4 glass."""
    glass = _lid((round(A4_MM[1] / MM_PER_INCH * dpi), round(A4_MM[0] / MM_PER_INCH * dpi)), rng)
    room = (A4_MM[1] - sum(size[1] for size in sizes)) / (len(leaves) + 1)
    top = 0.0
    for leaf, size in zip(leaves, sizes, strict=True):
        top += rng.uniform(min(6.0, room), room)
        left = rng.uniform(4.0, A4_MM[0] - size[0] - 4.0)
        corner = (left / MM_PER_INCH * dpi, top / MM_PER_INCH * dpi)
        glass = _skewed(draw(leaf, dpi), rng.uniform(-1.5, 1.5), glass, corner)
        top += size[1]
    return glass
