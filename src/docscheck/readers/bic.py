"""The BIC printed on a bank paper.

Source: ISO 9362: four letters or digits (in practice letters) of the institution, two letters of
the country, two of the place, three of the branch or none. A BIC has no check digit, and many words
of eight letters have its shape: one is taken only beside its label, or where its country is that of
an IBAN on the same pages. It does not know which bank a code belongs to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import iso3166
from msgspec import Struct

from docscheck.document import Field
from docscheck.readers import iban
from docscheck.readers.interface import Reading
from docscheck.readers.passage import Passage, passages

ID = "bic"

_COUNTRIES = frozenset(iso3166.countries_by_alpha2) | {"XK"}
_BIC = re.compile(
    r"(?<![A-Z0-9])([A-Z0158]{4}) ?([A-Z]{2}) ?([A-Z0-9]{2})(?: ?([A-Z0-9]{3}))?(?![A-Za-z0-9])"
)
_LABEL = re.compile(r"\bB\.?I\.?C\b|SWIFT|Bank Identifi(?:er|cation) Code", re.IGNORECASE)
_LABEL_REACH = 90
_LETTERS = str.maketrans("0158", "OISB")
_PLAIN_WORDS = frozenset({"ADRESSE", "DOMICILIATION", "GUICHET", "TITULAIRE", "INTERNATIONAL"})


class Settings(Struct, frozen=True):
    """The `bic` reader needs no setting."""


def is_valid(code: str) -> bool:
    """Tell whether the code has the shape of a BIC and an existing country.

    >>> is_valid("BNPAFRPPXXX"), is_valid("DOCUMENTS")
    (True, False)
    """
    return bool(re.fullmatch("[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?", code)) and code[4:6] in _COUNTRIES


def read(reading: Reading, name: str, settings: Settings) -> Iterator[Field]:
    """Yield the BICs of the pages: the labelled ones first, then those of an IBAN's country."""
    pages = tuple(passages(reading.texts))
    countries = {field.value[:2] for page in pages for field in iban.find(page)}
    labelled: list[Field] = []
    others: list[Field] = []
    words: list[Field] = []
    for page in pages:
        previous = 0
        for start, code, end in _shapes(page):
            field = page.field(name, code, (start, end))
            if countries and code[4:6] not in countries and not _telling(code):
                # A name in capitals (`CASTAING`) may have the shape: it does not use a label up.
                words += [field] if _LABEL.search(page.text, previous, start) else []
                continue
            # A label names the first code after it, not the capitals that follow.
            if _LABEL.search(page.text, max(previous, start - _LABEL_REACH), start):
                labelled.append(field)
            elif code[4:6] in countries and _telling(code):
                others.append(field)
            previous = end
    yield from labelled
    yield from others
    yield from words


def _shapes(page: Passage) -> Iterator[tuple[int, str, int]]:
    for match in _BIC.finditer(page.text):
        branch = match[4] or ""
        code = (match[1] + match[2]).translate(_LETTERS) + match[3] + branch
        if is_valid(code) and match[0] not in _PLAIN_WORDS:
            yield match.start(), code, match.end()
        elif branch and is_valid(code[:8]):
            yield match.start(), code[:8], match.start(4)


def _telling(code: str) -> bool:
    """Tell a code from a word in capitals: French and many other codes end in `PP`, `XXX`,
    digits.
    """
    return any(c.isdigit() for c in code) or code.endswith("XXX") or code[6:8] == "PP"
