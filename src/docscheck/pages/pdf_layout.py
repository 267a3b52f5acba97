"""What covers a PDF page: images, drawings or text, and can its one image be taken as it is.

A scanned page is one image over the whole page, sometimes several strips, with nothing on it that
an eye can see but perhaps the invisible words of an OCR program. Its JPEG is the best and cheapest
source of pixels: it needs no drawing and can be decoded at a reduced size.
"""

from __future__ import annotations

from itertools import islice

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from msgspec import Struct

from docscheck.pages.pdf_text import Rectangle, address_of

_LONGEST_PX = 65_535
"""Side of a JPEG (ISO 10918-1); a negative side is told as four thousand million."""
_MAX_OBJECTS = 5_000
_MAX_DEPTH = 3
_WHOLE = 0.85
"""Share of the page an image covers when the page is a scan; scanners leave margins."""
_SLACK = 0.02
"""How far an image may overhang the page, of its size, before cropping it would matter."""
_JPEG = "DCTDecode"


class Layout(Struct, frozen=True):
    """What stands on one page."""

    bounds: Rectangle
    """The visible part of the page, in points."""
    images: tuple[Rectangle, ...]
    image_order: tuple[int, ...]
    """When each image is drawn, in the order of everything on the page."""
    text_order: dict[int, int]
    """When each text object is drawn, by its address."""
    image_share: float
    """Share of the page under images, 0 to 1; overlaps count twice, the sum is cut at 1."""
    drawings: int
    """Paths and shadings."""
    below: frozenset[int]
    """Addresses of text objects that were drawn before an image that covers the page."""
    dpi: float | None
    """Of the largest image at its place on the page."""
    whole: pdfium.PdfImage | None
    """The one image that covers the page, standing upright on it, as a JPEG."""

    @property
    def covered(self) -> bool:
        return self.image_share >= _WHOLE


def read_layout(page: pdfium.PdfPage) -> Layout:
    """List what stands on an open page; the first 5,000 objects decide.

    Raises:
        pypdfium2.PdfiumError: an object cannot be read.
    """
    bounds = _bounds(page)
    images: list[tuple[pdfium.PdfImage, Rectangle]] = []
    order: list[int] = []
    texts: dict[int, int] = {}
    drawings, below = 0, list[int]()
    items = islice(page.get_objects(max_depth=_MAX_DEPTH), _MAX_OBJECTS)
    for number, item in enumerate(items):
        if item.type == pdfium_c.FPDF_PAGEOBJ_IMAGE:
            rectangle = item.get_bounds()
            images.append((item, rectangle))
            order.append(number)
            if _share(rectangle, bounds) >= _WHOLE:
                below.extend(texts)
        elif item.type == pdfium_c.FPDF_PAGEOBJ_TEXT:
            texts[address_of(item.raw)] = number
        elif item.type != pdfium_c.FPDF_PAGEOBJ_FORM:
            drawings += 1
    largest = max(images, key=lambda pair: _share(pair[1], bounds), default=None)
    return Layout(
        bounds=bounds,
        images=tuple(rectangle for _, rectangle in images),
        image_order=tuple(order),
        text_order=texts,
        image_share=min(1.0, sum(_share(rectangle, bounds) for _, rectangle in images)),
        drawings=drawings,
        below=frozenset(below),
        dpi=_dpi(*largest) if largest else None,
        whole=_whole_jpeg(images, bounds) if not drawings else None,
    )


def _bounds(page: pdfium.PdfPage) -> Rectangle:
    left, bottom, right, top = page.get_bbox()
    return min(left, right), min(bottom, top), max(left, right), max(bottom, top)


def _share(inner: Rectangle, page: Rectangle) -> float:
    width = min(inner[2], page[2]) - max(inner[0], page[0])
    height = min(inner[3], page[3]) - max(inner[1], page[1])
    area = (page[2] - page[0]) * (page[3] - page[1])
    return max(width, 0.0) * max(height, 0.0) / area if area > 0 else 0.0


def _dpi(image: pdfium.PdfImage, rectangle: Rectangle) -> float | None:
    across, along = sorted(image.get_px_size())
    short, long = sorted((rectangle[2] - rectangle[0], rectangle[3] - rectangle[1]))
    if short <= 0 or not 0 < across <= along <= _LONGEST_PX:
        return None
    return float(min(across / short, along / long) * 72)


def _whole_jpeg(
    images: list[tuple[pdfium.PdfImage, Rectangle]], bounds: Rectangle
) -> pdfium.PdfImage | None:
    if len(images) != 1:
        return None
    image, rectangle = images[0]
    if _share(rectangle, bounds) < _WHOLE or _overhangs(rectangle, bounds):
        return None
    return image if image.get_filters() == [_JPEG] and _stands(image) else None


def _overhangs(inner: Rectangle, page: Rectangle) -> bool:
    slack_x, slack_y = _SLACK * (page[2] - page[0]), _SLACK * (page[3] - page[1])
    return (
        inner[0] < page[0] - slack_x
        or inner[1] < page[1] - slack_y
        or inner[2] > page[2] + slack_x
        or inner[3] > page[3] + slack_y
    )


def _stands(image: pdfium.PdfImage) -> bool:
    """Tell whether the image is neither turned, sheared nor mirrored by its matrix."""
    a, b, c, d, _, _ = image.get_matrix().get()
    return bool(a > 0 and d > 0 and abs(b) + abs(c) < 1e-3 * (a + d))
