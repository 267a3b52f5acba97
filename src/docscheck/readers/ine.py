"""The national student number (INE) printed on enrolment papers.

Sources: Répertoire national des identifiants élèves (since 2018): nine digits and two letters; the
older BEA number: ten digits and a letter; numbers given by universities before: eleven letters and
digits. The INE has no public checksum, so it is never proven; the last, shapeless kind is taken
only beside its label.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from docscheck.document import Field
from docscheck.readers.interface import Reading
from docscheck.readers.passage import Passage, fold, passages

ID = "ine"

_SHAPE = re.compile(r"(?<![A-Z0-9])(?:[0-9]{9} ?[A-Z]{2}|[0-9]{10} ?[A-Z])(?![A-Z0-9])")
_LABELLED = re.compile(
    r"\b(?:I\.?N\.?E\.?|B\.?E\.?A\.?|IDENTIFIANT NATIONAL(?: DE L'ETUDIANT| ETUDIANT)?"
    r"|NUMERO NATIONAL(?: D'ETUDIANT)?)\b[^\n0-9]{0,20}?[\s:]+((?=(?:[A-Z]*[0-9]){3})[A-Z0-9]{11})"
    r"(?![A-Z0-9])"
)


class Settings(Struct, frozen=True):
    """The `ine` reader needs no setting."""


def is_valid(number: str) -> bool:
    """Tell whether the number has the shape of an INE or BEA number.

    >>> is_valid("123456789AB"), is_valid("1234567890A"), is_valid("12345")
    (True, True, False)
    """
    return bool(_SHAPE.fullmatch("".join(number.split()).upper()))


def read(reading: Reading, name: str, settings: Settings) -> Iterator[Field]:
    """Yield the numbers of the pages: the labelled ones first."""
    pages = [(page, fold(page.text).upper()) for page in passages(reading.texts)]
    for page, text in pages:
        for match in _LABELLED.finditer(text):
            yield page.field(name, match[1], match.span(1))
    for page, text in pages:
        yield from _by_shape(page, text, name)


def _by_shape(page: Passage, text: str, name: str) -> Iterator[Field]:
    for match in _SHAPE.finditer(text):
        yield page.field(name, match[0].replace(" ", ""), match.span())
