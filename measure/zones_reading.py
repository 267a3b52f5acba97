"""What does the reader say of one picture, and what does the whole examination say of it?

Values and their standing come from the product's own functions; nothing is judged here.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from docscheck.document import Field, Mrz, Standing
from docscheck.examine import Examiner
from docscheck.media_type import media_type_of
from docscheck.mrz import MrzReading, read_mrz
from docscheck.pages import open_file
from docscheck.pages.interface import Limits, Purpose, Unopenable
from docscheck.read_page import parsed_zone
from docscheck.readers import mrz_fields
from docscheck.rulebook.load import packaged_rules, read
from docscheck.worker.protocol import Setup
from specimens.unseen_zones.lines import TODAY


@dataclass(frozen=True, slots=True)
class ZoneAnswer:
    """What came of one picture."""

    shape: str | None
    lines: tuple[str, ...]
    unrepaired: tuple[str, ...]
    """The lines before any repair."""
    values: dict[str, str]
    proven: frozenset[str]
    """Names of the values with standing `proven`."""
    all_hold: bool
    """Every check digit of the zone holds."""
    cpu_seconds: float


NOTHING = ZoneAnswer(None, (), (), {}, frozenset(), False, 0.0)


def answer(data: bytes) -> ZoneAnswer:
    """Read the zone of a picture as pages are read, then, unless it is proven, from close."""
    start = time.process_time()
    found, zone = _best(data)
    if found is None:
        return ZoneAnswer(None, (), (), {}, frozenset(), False, time.process_time() - start)
    fields = mrz_fields.fields(zone, TODAY) if zone is not None else ()
    cpu = time.process_time() - start
    values, proven = _values(fields)
    held = zone is not None and zone.proven
    return ZoneAnswer(found.shape, found.lines, _unrepaired(found), values, proven, held, cpu)


def examined(data: bytes, extension: str) -> tuple[dict[str, str], frozenset[str]]:
    """Give the values in the report of a file and which of them are called proven."""
    reply = _examiner().examine(data, extension.removeprefix("."))
    return _values(field for part in reply.examined.parts for field in part.fields)


def _best(data: bytes) -> tuple[MrzReading | None, Mrz | None]:
    try:
        opened = open_file(data, media_type_of(data), Limits())
        try:
            page = next(iter(opened.pages()))
            readings = []
            for purpose in (Purpose.TEXT, Purpose.DETAIL):
                found = read_mrz(page.raster(purpose).pixels, page.number)
                zone = parsed_zone(found) if found is not None else None
                readings.append((found, zone))
                if zone is not None and zone.proven:
                    return found, zone
            return max(readings, key=_worth)
        finally:
            opened.close()
    except Unopenable:
        return None, None


def _worth(reading: tuple[MrzReading | None, Mrz | None]) -> tuple[bool, int, float]:
    found, zone = reading
    held = sum(digit.holds for digit in zone.check_digits) if zone is not None else 0
    return found is not None, held, found.confidence if found is not None else 0.0


def _unrepaired(found: MrzReading) -> tuple[str, ...]:
    lines = [list(line) for line in found.lines]
    for repair in found.repairs:
        lines[repair.line][repair.column] = repair.read
    return tuple("".join(line) for line in lines)


def _values(fields: Iterable[Field]) -> tuple[dict[str, str], frozenset[str]]:
    best: dict[str, Field] = {}
    for field in fields:
        best.setdefault(field.name, field)  # of two readings of a value the report tells the first
    proven = {name for name, field in best.items() if field.standing is Standing.PROVEN}
    return {name: field.value for name, field in best.items()}, frozenset(proven)


@cache
def _examiner() -> Examiner:
    return Examiner(Setup(read(packaged_rules()), "auto", TODAY))
