"""The day an identity paper was issued: the date on it that is neither birth nor expiry.

Passports, identity cards and residence permits print three dates, and the machine-readable zone
proves two of them; what is left needs no label. Where several are left, the one counts that lies
whole years before expiry, give or take a day (ICAO 9303-4 asks for no more than ten years).

Says nothing without a zone, and nothing where several days are left that fit.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from docscheck.document import Field
from docscheck.readers.interface import Reading
from docscheck.readers.printed_dates import PrintedDate, days_of_zone, printed_dates

ID = "issue-date"

_MOST_YEARS = 15
_A_DAY = 1


class Settings(Struct, frozen=True):
    """No settings: the zone tells what the other dates are."""


def read(reading: Reading, name: str, settings: Settings) -> Iterator[Field]:
    """Yield the day of issue when one date only can be it."""
    known = days_of_zone(reading.mrz, reading, "birth_date", "expiry_date")
    if len(known) != 2:
        return
    born, ends = known
    left = [
        found
        for found in printed_dates(reading)
        if not found.may_be(born) and not found.may_be(ends) and born < found.value < ends
    ]
    fitting = [found for found in left if _is_anniversary(found, ends)]
    for candidates in (left, fitting):
        if len({found.value for found in candidates}) == 1:
            yield candidates[0].field(name)
            return


def _is_anniversary(found: PrintedDate, ends: str) -> bool:
    issued, last = date.fromisoformat(found.value), date.fromisoformat(ends)
    return any(
        abs((_in_year(issued, year) - last).days) <= _A_DAY
        for year in (last.year, last.year + 1)
        if 0 < year - issued.year <= _MOST_YEARS
    )


def _in_year(day: date, year: int) -> date:
    """Return the same day of another year; 29 February counts as the 28th."""
    leap = day.month == 2 and day.day == 29
    return day.replace(year=year, day=28 if leap else day.day)
