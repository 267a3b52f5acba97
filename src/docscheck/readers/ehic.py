"""What a European Health Insurance Card says by its layout alone, when its tiny labels are lost.

The card is the same in every state: a number of twenty digits, 80 for health, then the state's
numeric code, then issuer and serial number; and just two dates, of birth (field 5) and of expiry
(field 9). Sources: decision S2 of 12 June 2009, annex, which takes the number from EN 1867; ISO
3166-1 for the codes. It does not read the two letters among the stars, which readers of pixels
seldom get, and takes no date where there are not exactly two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

import iso3166
from msgspec import Struct

from docscheck.document import Field
from docscheck.readers.interface import Reading
from docscheck.readers.passage import Passage, passages
from docscheck.readers.printed_dates import PrintedDate, printed_dates

ID = "ehic"

_NUMBER = re.compile(r"(?<!\d)80 ?(\d{3})(?: ?\d){15}(?!\d)")


class Settings(Struct, frozen=True):
    """Settings of the `ehic` reader."""

    part: Literal["state", "number", "birth_date", "expiry_date"]
    """What to take: the state alpha-3, the number without blanks, or a date in ISO form."""


def read(reading: Reading, name: str, settings: Settings) -> Iterator[Field]:
    """Yield that part of each card."""
    if settings.part in ("birth_date", "expiry_date"):
        days = _two_days(reading)
        if days is not None:
            yield days[settings.part == "expiry_date"].field(name)
        return
    for page in passages(reading.texts):
        for match, state in _numbers(page):
            value = state if settings.part == "state" else "".join(match[0].split())
            yield page.field(name, value, match.span())


def _numbers(page: Passage) -> Iterator[tuple[re.Match[str], str]]:
    for match in _NUMBER.finditer(page.text):
        state = iso3166.countries_by_numeric.get(match[1])
        if state is not None:
            yield match, state.alpha3


def _two_days(reading: Reading) -> tuple[PrintedDate, PrintedDate] | None:
    """Return the dates of birth and of expiry: the card has no third one."""
    days = {day.value: day for day in printed_dates(reading)}
    if len(days) != 2:
        return None
    born, ends = sorted(days)
    return (days[born], days[ends]) if born < reading.today.isoformat() else None
