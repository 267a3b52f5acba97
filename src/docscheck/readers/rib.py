"""The four parts of a French account number (RIB), printed apart or taken from the IBAN.

Source: Comité français d'organisation et de normalisation bancaires, "Relevé d'identité bancaire";
ISO 13616 registry, entries FR and MC: bank 5 digits, branch 5 digits, account 11 letters or digits,
key 2. Parts whose key holds (`rib_key`) are proven; parts printed with a wrong key are returned as
read, so that a checker can say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from docscheck.document import Field, Source, Standing
from docscheck.readers import iban
from docscheck.readers.interface import Reading
from docscheck.readers.passage import Passage, fold, passages
from docscheck.readers.rib_key import Parts, rib_key_holds, split_bban

ID = "rib"

PARTS = ("bank_code", "branch_code", "account_number", "rib_key")
_SEPARATOR = r"[ \t\n|.:\-]{1,4}"
_DIGIT = "[0-9OQDILSBZ]"
_TOGETHER = re.compile(
    rf"(?<![A-Z0-9])({_DIGIT}{{5}}){_SEPARATOR}({_DIGIT}{{5}}){_SEPARATOR}"
    rf"((?:[A-Z0-9][ ]?){{10}}[A-Z0-9]){_SEPARATOR}({_DIGIT}{{2}})(?![A-Z0-9])"
)
_LABELS = {
    "bank_code": r"(?:code )?(?:banque|etablissement|bank code)",
    "branch_code": r"(?:code )?(?:guichet|agence|branch code)",
    "account_number": r"(?:n[o°\.]*|numero|num\.?) ?(?:de |du )?compte|account number",
    "rib_key": r"cle(?: rib)?|rib key",
}
_SHAPES = {
    "bank_code": rf"{_DIGIT}{{5}}",
    "branch_code": rf"{_DIGIT}{{5}}",
    "account_number": r"(?:[A-Z0-9] ?){10}[A-Z0-9]",
    "rib_key": rf"{_DIGIT}{{2}}",
}
_AT_LABEL = {
    part: re.compile(
        rf"\b(?:{_LABELS[part]})\b[ \t]*+(?:[:=|\n][ \t\n]*+)?({_SHAPES[part].lower()})(?![a-z0-9])"
    )
    for part in PARTS
}


class Settings(Struct, frozen=True):
    """Settings of the `rib` reader."""

    part: Literal["bank_code", "branch_code", "account_number", "rib_key"]
    """Which part of the account number to take."""


def read(reading: Reading, name: str, settings: Settings) -> Iterator[Field]:
    """Yield the part: as printed apart, with a right key first; else as the IBAN holds it."""
    which = PARTS.index(settings.part)
    pages = tuple(passages(reading.texts))
    found = [
        f for page in pages for f in (*_in_a_row(page, name, which), *_by_label(page, name, which))
    ]
    found.sort(key=lambda field: field.standing != Standing.PROVEN)
    yield from found or (f for page in pages for f in _from_iban(page, name, which))


def _in_a_row(page: Passage, name: str, which: int) -> Iterator[Field]:
    for match in _TOGETHER.finditer(page.text.upper()):
        parts = _as_the_iban_says(_clean(match.groups()), page)
        if any(c.isdigit() for c in parts[2]):
            yield page.field(name, parts[which], match.span(which + 1), _standing(parts))


def _by_label(page: Passage, name: str, which: int) -> Iterator[Field]:
    """Yield the part when all four stand each beside its own label."""
    text = fold(page.text)
    spans: list[tuple[int, int]] = []
    for part in PARTS:
        # Folding keeps length, so the span is good in the printed text as well.
        found = _AT_LABEL[part].search(text)
        if found is None:
            return
        spans.append(found.span(1))
    parts = _clean(tuple(page.text[slice(*span)].upper() for span in spans))
    parts = _as_the_iban_says(parts, page)
    yield page.field(name, parts[which], spans[which], _standing(parts))


def _from_iban(page: Passage, name: str, which: int) -> Iterator[Field]:
    for field in iban.find(page, name):
        parts = split_bban(field.value)
        if parts and field.standing == Standing.PROVEN:
            yield replace(field, value=parts[which], standing=_standing(parts))


def _as_the_iban_says(parts: Parts, page: Passage) -> Parts:
    """Give the parts of the valid IBAN on the same picture where each sign that differs is a letter
    for a digit or a digit for a letter: an engine reads `3IZI` for `3727` and `5` for `S`, but no
    misprint takes one for the other.
    """
    if page.source is not Source.OCR or rib_key_holds(*parts):
        return parts
    for field in iban.find(page, "iban"):
        told = split_bban(field.value)
        if told is None or field.standing is not Standing.PROVEN:
            continue
        pairs = [(a, b) for one, other in zip(parts, told, strict=True)
                 for a, b in zip(one, other, strict=True) if a != b]  # fmt: skip
        if all(a.isalpha() is not b.isalpha() for a, b in pairs):
            return told
    return parts


def _clean(parts: tuple[str, ...]) -> Parts:
    """Drop blanks, and put look-alike letters right where only digits may stand."""
    bank, branch, account, key = ("".join(part.split()) for part in parts)
    table = str.maketrans(iban.TO_DIGIT)
    return bank.translate(table), branch.translate(table), account, key.translate(table)


def _standing(parts: Parts) -> Standing:
    return Standing.PROVEN if rib_key_holds(*parts) else Standing.READ
