"""Does the code on the paper say what is printed, and where would a code lead?

Asks: names, dates and numbers of a 2D-Doc against the same values read from the print.
Why: the issuer sealed what it printed; where they differ, one was misread, or the print was changed
after the seal. Never more than a review: docscheck does not know which, and the signature of a
2D-Doc cannot be verified without the network.
Passes: values of which only one was read; names in other order, shortened or without accents; a
name in use beside the name at birth; readings that differ by characters that look alike.
The host of an address in a code is told, as a thing not checked: no address is ever opened.
Source: ANTS, 2D-Doc specification 3.3.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from docscheck.document import Document, Field, Folder, Source, Standing
from docscheck.finding import Context, Issue, Kind, Param, Personal, Term, Where
from docscheck.readers.person_names import Match, same, without_titles

ID = "barcodes"
RULES = frozenset({"barcode.visual_mismatch", "barcode.address"})

_LOOK_ALIKES = str.maketrans("OQDILZSGB", "000112568")
"""Letters an OCR engine takes for digits, and the digits."""
_NAMES = ("surname", "given_names", "holder")


class Settings(Struct, frozen=True):
    """What is compared, and when a reading is worth comparing."""

    fields: tuple[str, ...] = (
        "surname",
        "given_names",
        "holder",
        "birth_date",
        "document_number",
        "foreigner_number",
        "iban",
        "expiry_date",
    )
    min_confidence: float = 0.85
    """Of the printed value."""


def check(
    subject: Document, folder: Folder, settings: Settings, context: Context
) -> Iterator[Issue]:
    """Yield one issue for each value told otherwise, and one for each host."""
    readings = [(p.path, found) for p in subject.parts for found in p.part.fields]
    for name in settings.fields:
        coded = next((f for _, f in readings if f.name == name and _is_coded(f)), None)
        printed = [(p, f) for p, f in readings if f.name == name and _is_printed(f, settings)]
        if coded and printed and not any(_agree(coded, found) for _, found in printed):
            yield _mismatch(subject, printed[0][0], coded, printed[0][1])
    for placed in subject.parts:
        where = Where(placed.path, min(placed.part.pages, default=None))
        for host in placed.part.hosts:
            yield Issue("barcode.address", Kind.UNCHECKED, where, "", {"host": host}, subject.id)


def _mismatch(document: Document, path: str, coded: Field, printed: Field) -> Issue:
    params: dict[str, Param] = {
        "field": Term("field", coded.name),
        "coded": Personal(coded.name, coded.value),
        "printed": Personal(printed.name, printed.value),
    }
    where = Where(path, printed.page, printed.box)
    return Issue("barcode.visual_mismatch", Kind.REVIEW, where, "", params, document.id)


def _is_coded(found: Field) -> bool:
    return found.source is Source.BARCODE


def _is_printed(found: Field, settings: Settings) -> bool:
    return (
        not _is_coded(found)
        and found.standing is not Standing.GUESSED
        and found.confidence >= settings.min_confidence
    )


def _agree(coded: Field, printed: Field) -> bool:
    told = (coded.value, *coded.alternatives)
    seen = (printed.value, *printed.alternatives)
    if coded.name in _NAMES:
        return any(_one_name(one, other) for one in told for other in seen)
    return not {_folded(value) for value in told}.isdisjoint(map(_folded, seen))


def _one_name(coded: str, printed: str) -> bool:
    return same(without_titles(coded), without_titles(printed)) is not Match.DIFFERENT


def _folded(value: str) -> str:
    return "".join(c for c in value.upper() if c.isalnum()).translate(_LOOK_ALIKES)
