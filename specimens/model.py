"""What a specimen is: a person, a paper drawn for that person, and the truth of what it says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from random import Random


@dataclass(frozen=True, slots=True)
class Person:
    """A student who does not exist. Names are as printed, in Latin script with diacritics."""

    surname: str
    given_names: tuple[str, ...]
    sex: str
    """`M` or `F`."""
    birth_date: date
    birth_place: str
    birth_country: str
    """ISO 3166 alpha-3."""
    nationality: str
    """ISO 3166 alpha-3."""
    father: tuple[str, str]
    """Surname, given names."""
    mother: tuple[str, str]
    """Birth surname, given names."""
    address: tuple[str, str, str]
    """In France: street, postal code, town."""
    married_name: str | None = None


@dataclass(frozen=True, slots=True)
class PageTruth:
    """What one page of a paper is and says."""

    type: str
    """Document type id of the product contract."""
    side: str
    """`front`, `back`, `both` or `whole`."""
    fields: Mapping[str, str]
    """Field name of the contract -> normalised value as the report should give it."""
    mrz_lines: tuple[str, ...] = ()
    variant: str = ""
    """Such as `extract_without_parents`, `vls_ts`, `vls_t`, `short_stay`."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One drawn paper: a vector PDF with a real text layer, and the truth of each page."""

    type: str
    template: str
    """Name of the layout that drew it."""
    pdf: bytes
    pages: tuple[PageTruth, ...]
    size_mm: tuple[float, float]
    """Printed size of a page: A4 is (210, 297), a passport page (125, 88), a card (85.6, 54)."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a scenario asks of a template; every member has a harmless default."""

    today: date
    expired: bool = False
    school_year: str | None = None
    """Such as `2026-2027`; `None` is the year that contains `today`."""
    variant: str = ""
    wrong: str = ""
    """A value printed wrong on purpose: `iban`, `rib_key`, `mrz_check_digit`, `nir_key`."""
    holder: Person | None = None
    """Print this person instead (somebody else's paper)."""
    links: Mapping[str, str] = field(default_factory=dict)
    """Values that must agree with other papers: `passport_number`, `foreigner_number`, ..."""


Draw = Callable[[Person, Random, Wish], Paper]


@dataclass(frozen=True, slots=True)
class Template:
    """One layout of one type of paper."""

    name: str
    type: str
    draw: Draw
    variants: tuple[str, ...] = ("",)
    unseen: bool = False
    """Kept for measuring: nobody may look at it while writing cues, readers or training data."""
