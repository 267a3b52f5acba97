"""2D-Doc: the French seal on paper, from its bytes to fields.

Source: ANTS, 2D-Doc specification 3.1 to 3.3, encoding C40. A code is a header (`DC`, version,
authority, certificate, date of the document, date of the signature, document type; perimeter since
version 3, country since version 4), a message, US and the signature in Base32. The message is a row
of two-character identifiers and values: some of fixed length, the others up to GS, to RS where the
value was cut short, or to their greatest length. Only perimeter 1, of the State, is known here.

The signature is not verified: that needs certificates from the network. So a value is what the code
says, never a proof; and a value cut short, an impossible date, or whatever stands behind an unknown
identifier, is no value.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from iso3166 import countries_by_alpha2
from msgspec import Struct

from docscheck.document import Field, Source, Standing
from docscheck.readers.interface import Barcode

_HEADER = re.compile(
    rb"DC(?P<version>0[1-4])[A-Z0-9]{4}[A-Z0-9]{4}(?P<issued>[0-9A-F]{4})[0-9A-F]{4}"
    rb"(?P<type>[A-Z0-9]{2})"
)
_HEADER_LENGTH = {b"01": 22, b"02": 22, b"03": 24, b"04": 26}
_PERIMETER = b"01"
"""Of the ANTS; others give the identifiers other meanings."""
_NO_DATE = "FFFF"
_FIRST_DAY = date(2000, 1, 1)
_GS, _RS, _US = b"\x1d", b"\x1e", b"\x1f"
_CONFIDENCE = 0.85
"""What is printed outweighs an unverified seal, unless it was read badly."""


def _lengths(table: str) -> Mapping[str, int]:
    return {name: int(size) for name, size in (entry.split(":") for entry in table.split())}


_FIXED = _lengths(
    "06:4 07:6 08:4 09:4 0A:9 0B:9 0D:36 1C:8 1G:1 1H:1 24:5 26:2 2B:5 2D:2 34:2 36:4 37:4 "
    "40:13 44:13 45:4 47:13 49:13 4A:8 50:14 51:6 52:7 53:4 54:4 55:8 56:8 57:8 5H:5 5J:2 5N:21 "
    "65:2 67:2 68:1 69:8 6B:3 6C:2 6I:2 6J:1 6K:19 6L:8 6N:8 6O:8 6R:12 6W:5 6Y:2 "
    "B5:2 B6:1 B7:8 B9:2 BA:1 BD:1 BE:3 BF:3 BG:2 BK:14"
)
_LONGEST = _lengths(
    "01:999 02:999 03:999 04:999 05:999 0C:999 10:38 11:38 12:38 13:38 14:38 15:38 16:38 17:38 "
    "18:999 19:999 1A:999 1B:999 1D:16 1E:30 1F:30 1I:38 1J:38 1K:38 1L:38 1M:38 1N:38 1O:38 1P:38 "
    "20:38 21:38 22:38 23:38 25:32 27:38 28:38 29:38 2A:38 2C:32 "
    "30:140 31:38 32:11 33:30 35:34 38:11 39:11 41:12 42:999 43:5 46:38 48:38 "
    "58:11 59:12 5A:11 5B:12 5C:11 5D:38 5E:38 5F:38 5G:38 5I:32 "
    "60:60 61:20 62:38 63:38 64:38 66:20 6A:32 6D:60 6E:60 6F:90 6G:38 6H:10 6M:40 6P:40 6Q:10 "
    "6S:38 6T:38 6U:38 6V:38 6X:32 6Z:11 "
    "B0:60 B1:20 B2:38 B3:38 B4:38 B8:32 BB:50 BC:20 BH:30 BI:30 BJ:30"
)
_MEANING: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("surname", ("62", "6G", "B2", "63", "B3", "64", "B4")),
    ("given_names", ("60", "B0", "61", "B1")),
    ("birth_date", ("69", "B7")),
    ("birth_place", ("6A", "B8")),
    ("nationality", ("67", "B5")),
    ("document_number", ("66",)),
    ("foreigner_number", ("6Q",)),
    ("valid_from", ("6N",)),
    ("expiry_date", ("6O",)),
    ("student_number", ("BB",)),
    ("holder", ("30", "10")),
    ("iban", ("31",)),
    ("bic", ("32",)),
)
"""Field names, each with the identifiers that tell it; after the first, other names of a person."""
_DATES = ("birth_date", "valid_from", "expiry_date")


class Seal(Struct, frozen=True):
    """What one code says, unverified."""

    type: str
    """Two characters: `03` RIB, `13` paper for foreigners, `B1` student contribution, ..."""
    issued: date | None
    """Day of the document, not of the code."""
    values: Mapping[str, str]
    """By identifier; values cut short are left out."""


def types_of(codes: Iterable[Barcode]) -> Iterator[str]:
    """Yield the two-character document type of every code that is a 2D-Doc.

    >>> seal = b"DC04FR0000011E6D1E6DB101FR"
    >>> list(types_of([Barcode("DataMatrix", seal, 1, None)]))
    ['B1']
    """
    for code in codes:
        header = _HEADER.match(code.data)
        if header is not None:
            yield header["type"].decode("ascii")


def parse(data: bytes) -> Seal | None:
    r"""Take a code apart; `None` when it is no 2D-Doc. Damaged codes give what stands before.

    >>> seal = parse(b"DC03FR000001FFFF1636030130M SPECIMEN\x1d32CRLYFRPP\x1d\x1fEQOS")
    >>> seal.type, seal.issued, dict(seal.values)
    ('03', None, {'30': 'M SPECIMEN', '32': 'CRLYFRPP'})
    """
    header = _HEADER.match(data)
    if header is None:
        return None
    length = _HEADER_LENGTH[header["version"]]
    known = header["version"] in (b"01", b"02") or data[22:24] == _PERIMETER
    message = data[length:].split(_US, 1)[0] if known else b""
    issued = header["issued"].decode("ascii")
    return Seal(
        type=header["type"].decode("ascii"),
        issued=None if issued == _NO_DATE else _FIRST_DAY + timedelta(days=int(issued, 16)),
        values=dict(_values(message)),
    )


def fields(codes: Iterable[Barcode]) -> Iterator[Field]:
    """Yield the fields that the seals among the codes tell, the first seal's first."""
    told: set[str] = set()
    for code in codes:
        seal = parse(code.data)
        if seal is None:
            continue
        for name, identifiers in _MEANING:
            values = tuple(_normal(name, seal.values[i]) for i in identifiers if i in seal.values)
            known = tuple(dict.fromkeys(value for value in values if value))
            if known and name not in told:
                told.add(name)
                yield Field(
                    name=name,
                    value=known[0],
                    page=code.page,
                    box=code.box,
                    confidence=_CONFIDENCE,
                    source=Source.BARCODE,
                    standing=Standing.READ,
                    alternatives=known[1:],
                )


def _values(message: bytes) -> Iterator[tuple[str, str]]:
    place = 0
    while place + 2 <= len(message):
        name = message[place : place + 2].decode("latin-1")
        fixed = _FIXED.get(name)
        longest = fixed or _LONGEST.get(name)
        if longest is None:
            return
        rest = message[place + 2 : place + 2 + longest]
        value = re.split(b"[\x1d\x1e]", rest, maxsplit=1)[0]
        place += 2 + len(value)
        end = message[place : place + 1]
        place += end in (_GS, _RS)
        if end != _RS and value and (fixed is None or len(value) == fixed):
            yield name, _text(value)


def _text(value: bytes) -> str:
    try:
        return value.decode("utf-8").strip()
    except UnicodeDecodeError:
        return value.decode("latin-1").strip()


def _normal(name: str, value: str) -> str:
    """Write a value as other readers do; empty when it cannot be one."""
    if name in _DATES:
        return _day(value)
    if name == "nationality":
        country = countries_by_alpha2.get(value.upper())
        return country.alpha3 if country else ""
    if name in ("iban", "bic"):
        return value.replace(" ", "").upper()
    return " ".join(value.replace("/", " ").split())


def _day(value: str) -> str:
    try:
        return date(int(value[4:8]), int(value[2:4]), int(value[:2])).isoformat()
    except ValueError:
        return ""
