"""The state that issued a European Health Insurance Card, by the number of the card.

Question: which state's card is it? The number has twenty digits: 80 for health, then the state's
numeric code, then issuer and serial number. Sources: decision S2 of 12 June 2009, annex, which
takes the number from EN 1867; ISO 3166-1 for the codes. It does not read the two letters among
the stars, which readers of pixels seldom get.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import iso3166

from docscheck.document import Field
from docscheck.readers.interface import Reading
from docscheck.readers.passage import passages

ID = "ehic-state"

_NUMBER = re.compile(r"(?<!\d)80 ?(\d{3})(?: ?\d){15}(?!\d)")


@dataclass(frozen=True, slots=True)
class Settings:
    """The `ehic-state` reader needs no setting."""


def read(reading: Reading, name: str, settings: Settings) -> Iterator[Field]:
    """Yield the state of each card number, alpha-3."""
    for page in passages(reading.texts):
        for match in _NUMBER.finditer(page.text):
            state = iso3166.countries_by_numeric.get(match[1])
            if state is not None:
                yield page.field(name, state.alpha3, match.span())
