"""Machine-readable lines to a zone, and a zone to fields: six shapes, check digits, proven repair.

Sources: ICAO Doc 9303 parts 3 to 7, by way of `mrz_shapes`; the French identity card made before
2021. A field is proven where its own check digit holds. Names, states and sex carry none: they are
read, whatever the rest of the zone proves.

It does not look at pixels (that is `docscheck.mrz`) and does not say whether a wrong check digit is
the paper's fault or the reader's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from docscheck.document import Box, Field, Line, Mrz, PageText, Source
from docscheck.readers.interface import Reading
from docscheck.readers.mrz_fields import fields
from docscheck.readers.mrz_repair import repair
from docscheck.readers.mrz_search import find_in_text, find_with_positions
from docscheck.readers.mrz_shapes import BY_NAME, check_digits, plausible, shape_of
from docscheck.readers.passage import TEXT_LAYER_CONFIDENCE

__all__ = ["ID", "Settings", "fields", "find_in_text", "parse", "read", "read_page", "repair"]

ID = "mrz"


class Settings(Struct, frozen=True):
    """Settings of the `mrz` reader."""

    key: str
    """Field of the zone to take: `surname`, `given_names`, `birth_date`, `sex`, `nationality`,
    `issuing_state`, `document_number`, `expiry_date`, `issue_date`, `foreigner_number`,
    `mrz_lines`."""


def parse(
    lines: Sequence[str],
    page: int = 1,
    box: Box | None = None,
    confidence: float = 1.0,
    source: Source = Source.MRZ,
) -> Mrz | None:
    """Parse lines of exactly the size of a zone; `None` when they are not one.

    Wrong check digits do not prevent parsing: they are recorded in `check_digits`.

    >>> parse(["I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6",
    ...        "ERIKSSON<<ANNA<MARIA<<<<<<<<<<"]).proven
    True
    """
    shape = shape_of(lines)
    if shape is None or any(re.search("[^A-Z0-9<]", line) for line in lines):
        return None
    if not plausible(shape, lines):
        return None
    digits = check_digits(shape, lines)
    return Mrz(shape.name, tuple(lines), digits, page, box, confidence, (), source)


def read_page(text: PageText) -> Mrz | None:
    """Find, repair and parse the best zone in the text of a page; `None` when there is none.

    The best is the one with the largest share of check digits that hold, then the fewest repairs.
    """
    zones: list[Mrz] = []
    for start, candidate in find_with_positions([line.text for line in text.lines]):
        repaired, changes = repair(candidate)
        around = text.lines[start : start + len(candidate)]
        zone = parse(repaired, text.page, _box(around), _confidence(around), text.source)
        if zone is not None:
            zones.append(replace(zone, repairs=changes))
    return max(zones, key=_quality, default=None)


def read(reading: Reading, name: str, settings: Settings) -> Iterator[Field]:
    """Yield that one field of the zone of the reading."""
    if reading.mrz is None or reading.mrz.shape not in BY_NAME:
        return
    for field in fields(reading.mrz, reading.today):
        if field.name == settings.key:
            yield replace(field, name=name)


def _quality(zone: Mrz) -> tuple[float, int]:
    held = sum(digit.holds for digit in zone.check_digits) / len(zone.check_digits)
    return held, -len(zone.repairs)


def _box(lines: Sequence[Line]) -> Box:
    return Line(tuple(word for line in lines for word in line.words)).box


def _confidence(lines: Sequence[Line]) -> float:
    known = [c if (c := line.confidence) is not None else TEXT_LAYER_CONFIDENCE for line in lines]
    return sum(known) / len(known)
