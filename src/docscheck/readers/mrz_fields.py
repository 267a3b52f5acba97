"""What a machine-readable zone says, field by field.

Sources: ICAO Doc 9303-3 clause 4.6 (names), 4.7 (sex), 4.8 (dates), clause 5 (states and their
special codes); part 5 for the optional data. The French card made before 2021 carries no expiry
date: its number opens with year and month of issue, and it is valid ten years, or fifteen when its
holder was of age (service-public.fr, F32303: cards of 2004 to 2013 prolonged, fifteen years from
2014).

Dates are ISO 8601, shortened (`2004-05`, `2004`) where day or month is unknown on the paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from docscheck.document import Field, Mrz, Repair, Source, Standing
from docscheck.readers.mrz_shapes import BY_NAME, FILLER, Shape, Span, long_number

_ADULT = 18
_FIRST_PROLONGED_YEAR = 2004
_YEARS, _YEARS_ADULT = 10, 15
_CENTURY = 100
_FIRST_CARD_YEAR = 88
"""The machine-readable card came in 1988: issue years from 88 up are of the last century."""

_ELEMENTS = {"surname": "names", "given_names": "names", "issuing_state": "issuer"}
"""Where the value of a field stands, if not in the element of its name."""
STATES = {"D": "DEU", **dict.fromkeys(("GBD", "GBN", "GBO", "GBP", "GBS"), "GBR")}
"""ICAO 9303-3 clause 5 codes with an ISO 3166 alpha-3 equivalent; the others stay as they are."""


def fields(mrz: Mrz, today: date) -> tuple[Field, ...]:
    """Return every field the zone holds; fillers alone make no field."""
    zone = _Zone(mrz, BY_NAME[mrz.shape])
    return tuple(zone.field(name, *entry) for name, entry in _values(zone, today) if entry[0])


class _Zone(Struct, frozen=True):
    mrz: Mrz
    shape: Shape

    def printed(self, element: str) -> str:
        span = self.shape.elements.get(element)
        return span.of(self.mrz.lines) if span else ""

    def field(self, name: str, value: str, check: str | None, standing: Standing) -> Field:
        mrz = self.mrz
        proven = self._proves(check) if check else False
        standing = Standing.PROVEN if proven else standing
        # One wrong reading in ten passes one check digit, one in a hundred passes two.
        doubt = (1 - mrz.confidence) * (0.1 if proven else 1.0) * (0.1 if mrz.proven else 1.0)
        changed = self._repairs(self._spans(name, check))
        return Field(
            name, value, mrz.page, mrz.box, 1 - doubt, mrz.source, standing, repaired=changed
        )

    def _proves(self, check: str) -> bool:
        """Tell whether the check digit holds, the composite bears it out, and no repair used it up.

        The glyph reader weighs what else the characters may be (`Mrz.unproven`), likelier readings
        that a repair set aside among them. That the paper is right, and not the reading, only the
        composite can tell: without one, what was repaired is read.
        """
        if check in self.mrz.unproven or self.mrz.source is Source.OCR:
            return False  # an engine for running text does not tell what else it may have been
        held = {digit.name: digit.holds for digit in self.mrz.check_digits}
        if not held.get(check) or not held.get("composite", True):
            return False
        weighed = self.mrz.source is Source.MRZ and "composite" in held
        return weighed or not any(map(self._chosen, self._repairs(self._spans("", check))))

    def _chosen(self, repair: Repair) -> bool:
        """Tell whether there was a choice: where only digits stand, a letter leaves none."""
        numeric = any(s.holds(repair.line, repair.column) for s in self.shape.numeric)
        return not numeric or repair.read.isdigit() or repair.read == FILLER

    def _spans(self, name: str, check: str | None) -> tuple[Span, ...]:
        """Give the characters of a value, and of the check digit over it."""
        digits = [c for c in self.shape.checks if c.name == check]
        if digits:
            return (*digits[0].over, digits[0].digit)
        element = _ELEMENTS.get(name, name)
        return (self.shape.elements[element],) if element in self.shape.elements else ()

    def _repairs(self, spans: tuple[Span, ...]) -> tuple[Repair, ...]:
        return tuple(r for r in self.mrz.repairs if any(s.holds(r.line, r.column) for s in spans))


_Entry = tuple[str, str | None, Standing]


def _values(zone: _Zone, today: date) -> Iterator[tuple[str, _Entry]]:
    """Yield name, value, the check digit that proves it, and its standing without one."""
    read, guessed = Standing.READ, Standing.GUESSED
    surname, given_names = _names(zone)
    born = birth_date(zone.printed("birth_date"), today)
    yield "surname", (surname, None, read)
    yield "given_names", (given_names, None, read)
    yield "birth_date", (born, "birth_date", read)
    yield "sex", (_sex(zone.printed("sex")), None, read)
    yield "nationality", (_nationality(zone), None, read)
    yield "issuing_state", (state(zone.printed("issuer")), None, read)
    yield "document_number", (_number(zone), "document_number", read)
    yield "mrz_lines", ("\n".join(zone.mrz.lines), None, read)
    if zone.shape.name == "FRA-ID":
        issued = _issue_month(zone.printed("document_number"))
        yield "issue_date", (issued, None, guessed)
        yield "expiry_date", (_card_expiry(issued, born), None, guessed)
    else:
        yield "expiry_date", (expiry_date(zone.printed("expiry_date")), "expiry_date", read)
        yield "foreigner_number", (_foreigner_number(zone), None, read)
        yield "visa_type", (_visa_type(zone), None, read)


def birth_date(yymmdd: str, today: date) -> str:
    """Return the latest such date that is not in the future; empty when it is no date.

    >>> birth_date("740812", date(2026, 11, 23)), birth_date("0405<<", date(2026, 11, 23))
    ('1974-08-12', '2004-05')
    """
    if not yymmdd[:2].isdigit():
        return ""
    year = today.year - today.year % _CENTURY + int(yymmdd[:2])
    if _earliest(year, yymmdd) > today.isoformat():
        year -= _CENTURY
    return _iso(year, yymmdd[2:4], yymmdd[4:6])


def expiry_date(yymmdd: str) -> str:
    """Return the date in this century; empty when it is no date, as on papers without one.

    >>> expiry_date("120415")
    '2012-04-15'
    """
    return _iso(2000 + int(yymmdd[:2]), yymmdd[2:4], yymmdd[4:6]) if yymmdd.isdigit() else ""


def state(code: str) -> str:
    """Return the ISO 3166 alpha-3 code of an ICAO code, or the code itself where there is none."""
    bare = code.replace("<", "")
    return STATES.get(bare, bare)


def _earliest(year: int, yymmdd: str) -> str:
    month, day = (part if part.isdigit() and part != "00" else "01" for part in
                  (yymmdd[2:4], yymmdd[4:6]))  # fmt: skip
    return f"{year:04}-{month}-{day}"


def _iso(year: int, month: str, day: str) -> str:
    if month in ("00", "<<"):
        return f"{year:04}"
    if day in ("00", "<<"):
        return f"{year:04}-{month}" if month.isdigit() and 1 <= int(month) <= 12 else ""
    try:
        return date(year, int(month), int(day)).isoformat()
    except ValueError:
        return ""


def _names(zone: _Zone) -> tuple[str, str]:
    if zone.shape.name == "FRA-ID":
        return _spaced(zone.printed("surname")), _spaced(zone.printed("given_names"))
    surname, _, given_names = zone.printed("names").partition("<<")
    return _spaced(surname), _spaced(given_names)


def _spaced(printed: str) -> str:
    return " ".join(printed.replace("<", " ").split())


def _sex(printed: str) -> str:
    return printed if printed in ("M", "F") else "X"


def _nationality(zone: _Zone) -> str:
    return "FRA" if zone.shape.name == "FRA-ID" else state(zone.printed("nationality"))


def _number(zone: _Zone) -> str:
    long = long_number(zone.shape, zone.mrz.lines)
    number = long[0] if long else zone.printed("document_number")
    return number.replace("<", "")


def _foreigner_number(zone: _Zone) -> str:
    """Return the ten digits (AGDREF) in the optional data of a French residence permit."""
    if zone.shape.name != "TD1" or zone.printed("issuer") != "FRA" or _nationality(zone) == "FRA":
        return ""
    found = re.search(
        r"(?<!\d)\d{10}(?!\d)", f"{zone.printed('optional')}<{zone.printed('optional_2')}"
    )
    return found[0] if found else ""


def _visa_type(zone: _Zone) -> str:
    """Return the letter after `V`, where states print the type of visa (C or D in Schengen)."""
    letter = zone.mrz.lines[0][1:2] if zone.shape.name.startswith("MRV") else ""
    return letter if letter in tuple("ABCD") else ""


def _issue_month(card_number: str) -> str:
    year, month = card_number[:2], card_number[2:4]
    if not (year + month).isdigit():
        return ""
    century = 1900 if int(year) >= _FIRST_CARD_YEAR else 2000
    return _iso(century + int(year), month, "<<") if month != "00" else ""


def _card_expiry(issued: str, born: str) -> str:
    """Return the month in which a card made before 2021 expires."""
    if not issued:
        return ""
    year, month = int(issued[:4]), issued[5:]
    of_age = bool(born) and f"{year - _ADULT:04}-{month}" >= born[:7]
    long_lived = of_age and year >= _FIRST_PROLONGED_YEAR
    return f"{year + (_YEARS_ADULT if long_lived else _YEARS):04}-{month}"
