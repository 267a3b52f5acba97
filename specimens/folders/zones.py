"""Which part of a paper decides? What a crop must cut through, and what glare must cover, to make
it worthless.

On a passport's data page that is the machine-readable zone (ICAO 9303-4: the lower 23 mm); on any
other paper the line that names the holder and what follows it, found in the paper's own text.
"""

from __future__ import annotations

from random import Random

import pypdfium2 as pdfium

from specimens.channels import Leaf
from specimens.channels.pictures import size_mm

Zone = tuple[float, float, float, float]
"""Left, top, right, bottom as fractions of the page."""

_MRZ_CUT_MM = (12.0, 28.0)
"""Above the lower edge: from half-way through the second line to well above both."""
_MRZ_GLARE_MM = 27.0
_NAME_FALLBACK: Zone = (0.0, 0.3, 1.0, 0.35)
_HEADER = 0.25
"""A name higher than this leaves no title above a cut: the cut is then made beside it."""


def deciding_zone(leaf: Leaf, spoil: str, surname: str, rng: Random) -> Zone:
    """Give the part that `cropped` cuts away or `glare` covers."""
    if leaf.truth.type == "passport":
        above = rng.uniform(*_MRZ_CUT_MM) if spoil == "cropped" else _MRZ_GLARE_MM
        return 0.0, 1 - above / size_mm(leaf)[1], 1.0, 1.0
    name = _find(leaf, surname) or _NAME_FALLBACK
    middle = (name[1] + name[3]) / 2
    if spoil == "glare":
        return 0.02, max(0.0, name[1] - 0.03), 0.98, min(1.0, max(middle + 0.35, 0.7))
    if middle > _HEADER:
        return 0.0, middle, 1.0, 1.0
    across = (name[0] + name[2]) / 2
    return (across, 0.0, 1.0, 1.0) if across > 0.5 else (0.0, 0.0, across, 1.0)


def _find(leaf: Leaf, text: str) -> Zone | None:
    """Find a text on the page, whatever its case; the uppermost place counts."""
    document = pdfium.PdfDocument(leaf.paper.pdf)
    try:
        page = document[leaf.index]
        width, height = page.get_size()
        boxes = _boxes(page.get_textpage(), text)
        if not boxes:
            return None
        left, bottom, right, top = max(boxes, key=lambda box: box[3])
        return left / width, 1 - top / height, right / width, 1 - bottom / height
    finally:
        document.close()


def _boxes(text_page: pdfium.PdfTextPage, text: str) -> list[Zone]:
    """Give left, bottom, right, top in points of every place where a text stands."""
    boxes = []
    searcher = text_page.search(text)
    while place := searcher.get_next():
        letters = [text_page.get_charbox(index) for index in range(place[0], sum(place))]
        lefts, bottoms, rights, tops = zip(*letters, strict=True)
        boxes.append((min(lefts), min(bottoms), max(rights), max(tops)))
    return boxes
