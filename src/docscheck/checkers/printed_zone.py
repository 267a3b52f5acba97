"""Do the machine-readable lines say what is printed above them?

Asks: number and dates of the zone against the same values read from the printed part.
Why: both come from one record at the issuer; where they differ, one of them was misread, or the two
pictures are not of the same paper. Never more than a review: docscheck does not know which.
Passes: values of which only one was read; readings that differ only by characters that look alike
(O and 0, I and 1); ambiguous dates of which one reading agrees.
Source: ICAO 9303-3 clause 4 (the zone repeats mandatory elements of the visual zone).
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from docscheck.document import Document, Field, Folder, Source, Standing
from docscheck.finding import Context, Issue, Kind, Param, Personal, Term, Where

ID = "printed-zone"
RULES = frozenset({"mrz.visual_mismatch"})

_LOOK_ALIKES = str.maketrans("OQDILZSGB", "000112568")
"""Letters an OCR engine takes for digits, and the digits."""


class Settings(Struct, frozen=True):
    """What is compared, and when a reading is worth comparing."""

    fields: tuple[str, ...] = ("document_number", "birth_date", "expiry_date")
    min_confidence: float = 0.85
    """Of the printed value."""


def check(
    subject: Document, folder: Folder, settings: Settings, context: Context
) -> Iterator[Issue]:
    """Yield one issue for each value that the zone, proven, and the print give differently."""
    zone = subject.mrz
    if zone is None or not zone.proven:
        return
    readings = [(p.path, found) for p in subject.parts for found in p.part.fields]
    for name in settings.fields:
        coded = next((f for _, f in readings if _is_coded(f, name)), None)
        for path, printed in readings:
            if coded and _is_printed(printed, name, settings) and not _agree(coded, printed):
                yield _issue(subject, Where(path, printed.page, printed.box), coded, printed)
                break


def _issue(document: Document, where: Where, coded: Field, printed: Field) -> Issue:
    params: dict[str, Param] = {
        "field": Term("field", coded.name),
        "coded": Personal(coded.name, coded.value),
        "printed": Personal(printed.name, printed.value),
    }
    return Issue("mrz.visual_mismatch", Kind.REVIEW, where, "", params, document.id)


def _is_coded(found: Field, name: str) -> bool:
    return found.name == name and found.source is Source.MRZ


def _is_printed(found: Field, name: str, settings: Settings) -> bool:
    return (
        found.name == name
        and found.source is not Source.MRZ
        and found.standing is not Standing.GUESSED
        and found.confidence >= settings.min_confidence
    )


def _agree(coded: Field, printed: Field) -> bool:
    wanted = _folded(coded.value)
    return any(_folded(value) == wanted for value in (printed.value, *printed.alternatives))


def _folded(value: str) -> str:
    return "".join(c for c in value.upper() if c.isalnum()).translate(_LOOK_ALIKES)
