"""Who is the student? Declared options and documents in, a profile with origins out.

A declared value always wins; else it is inferred from the documents, best reading first; else it
is assumed, and the report says so. Which papers this person owes stands in `profiles.toml`
(`select`) and is judged in `requirements`; whether the documents agree is judged by
`checkers.same_person`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date

from docscheck.document import Document, Field, Standing
from docscheck.finding import Known, ValueOrigin
from docscheck.rulebook.procedure import STAGES
from docscheck.rulebook.schema import ProfileRule

KEYS = (
    "stage",
    "nationality",
    "birth_date",
    "age",
    "ehic",
    "s1",
    "situation",
    "visa_kind",
    "holds_permit",
)
_ADULT_AGE = 18
_PARENTAL_CONSENT_AGE = 16
"""Leaflet of the Assurance Maladie: parental authorisation "- de 16 ans"."""
_ACADEMIC_YEAR_ENDS = (8, 31)
_ACADEMIC_YEAR_TURNS = 7
"""`domain.md` §2.3: 1 September to 31 August; from July on the coming year is meant."""
_TELLS_WHO = (
    "passport",
    "national_id_card",
    "residence_permit",
    "visa",
    "residence_receipt",
    "visa_validation",
)
_TELLS_BIRTH = (
    *_TELLS_WHO,
    "birth_certificate",
    "school_certificate",
    "parental_authorization",
)
_PROTECTED = ("XXA", "XXB", "XXC")
"""ICAO 9303-3 section 5: stateless person and refugees, in the place of a nationality."""
_CANADA = "CAN"
_MIN_CONFIDENCE = 0.7
"""Of a reading by OCR; below it a nationality is a guess among look-alike codes."""
_VISA_MARKS = ("minor_school", "vls_t", "card_to_request", "vls_ts", "short_stay")
"""The narrower words first: a temporary visa may print words of the ordinary one."""


@dataclass(frozen=True, slots=True)
class Declared:
    """What the student or the roster said; `None` is "not said"."""

    stage: str | None = None
    nationality: str | None = None
    """ISO 3166 alpha-3."""
    birth_date: date | None = None
    ehic: bool | None = None
    s1: bool | None = None
    situation: str | None = None
    visa_kind: str | None = None
    holds_permit: bool | None = None

    def over(self, other: Declared) -> Declared:
        """Lay what is said here over `other`: an option over the profile file."""
        said = {f.name: v for f in fields(self) if (v := getattr(self, f.name)) is not None}
        return replace(other, **said)


def establish(declared: Declared, documents: Sequence[Document], today: date) -> dict[str, Known]:
    """Say what is known of the person, every key of `KEYS`, each with its origin."""
    birth = _birth(declared, documents)
    nationality = _nationality(declared, documents)
    known = {
        "stage": _said(declared.stage) or Known(STAGES[0], ValueOrigin.ASSUMED),
        "nationality": nationality,
        "birth_date": birth,
        "age": Known(_age(birth.value, today), birth.origin),
        "ehic": _said(declared.ehic) or _ehic(documents, today),
        "s1": _said(declared.s1) or _seen(documents, "s1_form"),
        "situation": _said(declared.situation) or _situation(documents, nationality),
        "visa_kind": _said(declared.visa_kind) or _visa_kind(documents),
        "holds_permit": _said(declared.holds_permit) or _seen(documents, "residence_permit"),
    }
    if known["age"].value is None:
        known["age"] = _UNKNOWN
    return known


_UNKNOWN = Known(None, ValueOrigin.UNKNOWN)


def select(
    profiles: Sequence[ProfileRule],
    known: Mapping[str, Known],
    countries: Mapping[str, tuple[str, ...]],
) -> ProfileRule:
    """Give the first profile whose conditions all hold, else the last."""
    fitting = (p for p in profiles if holds(p.when, known, countries))
    return next(fitting, profiles[-1])


def holds(
    when: Mapping[str, str | bool],
    known: Mapping[str, Known],
    countries: Mapping[str, tuple[str, ...]],
) -> bool:
    """Say whether every condition holds; one on a value that is not known does not."""
    return all(_holds(name, wanted, known, countries) for name, wanted in when.items())


def _holds(
    name: str,
    wanted: str | bool,
    known: Mapping[str, Known],
    countries: Mapping[str, tuple[str, ...]],
) -> bool:
    if name == "nationality_group":
        return known["nationality"].value in countries[str(wanted)]
    if name in ("minor", "under_16"):
        return _younger(known, _ADULT_AGE if name == "minor" else _PARENTAL_CONSENT_AGE) is wanted
    return known[name].value == wanted


def _younger(known: Mapping[str, Known], limit: int) -> bool:
    """An unknown age counts as grown up: nearly every student is."""
    age = known["age"].value
    return age is not None and int(age) < limit


def _said(value: str | bool | None) -> Known | None:
    return None if value is None else Known(value, ValueOrigin.DECLARED)


def _seen(documents: Sequence[Document], kind: str) -> Known:
    if any(d.type == kind for d in documents):
        return Known(True, ValueOrigin.INFERRED)
    return Known(False, ValueOrigin.ASSUMED)


def _readings(documents: Sequence[Document], name: str, types: tuple[str, ...]) -> Iterator[Field]:
    """Yield a field of the documents that tell it: proven ones first, then by type.

    A doubtful reading tells nothing: what is asked hangs on it, and "unknown" asks for a look.
    """
    found = [
        (field.standing is not Standing.PROVEN, types.index(d.type), number, field)
        for number, d in enumerate(documents)
        if d.type in types and (field := d.field(name)) is not None
    ]
    for *_, field in sorted(found, key=lambda entry: entry[:3]):
        read = field.standing is Standing.READ and field.confidence >= _MIN_CONFIDENCE
        if read or field.standing is Standing.PROVEN:
            yield field


def _nationality(declared: Declared, documents: Sequence[Document]) -> Known:
    said = _said(declared.nationality)
    first = next(_readings(documents, "nationality", _TELLS_WHO), None)
    return said or (Known(first.value, ValueOrigin.INFERRED) if first else _UNKNOWN)


def _birth(declared: Declared, documents: Sequence[Document]) -> Known:
    if declared.birth_date is not None:
        return Known(declared.birth_date.isoformat(), ValueOrigin.DECLARED)
    first = next(_readings(documents, "birth_date", _TELLS_BIRTH), None)
    return Known(first.value, ValueOrigin.INFERRED) if first else _UNKNOWN


def _age(birth: str | bool | int | None, today: date) -> int | None:
    """Count full years; with only a year known, the least it can be."""
    parts = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", str(birth))
    if parts is None:
        return None
    year, month, day = (int(p) if p else 0 for p in parts.groups())
    if not month:
        return max(today.year - year - 1, 0)
    return max(today.year - year - ((today.month, today.day) < (month, day)), 0)


def _ehic(documents: Sequence[Document], today: date) -> Known:
    """Find a card that lasts to the end of the academic year: cleiss.fr, studies."""
    cards = [d for d in documents if d.type == "ehic"]
    if not cards:
        return Known(False, ValueOrigin.ASSUMED)
    needed = _academic_year_end(today).isoformat()
    lasting = any((d.value("expiry_date") or "") >= needed for d in cards)
    return Known(lasting, ValueOrigin.INFERRED)


def _academic_year_end(today: date) -> date:
    year = today.year + (today.month >= _ACADEMIC_YEAR_TURNS)
    return date(year, *_ACADEMIC_YEAR_ENDS)


def _situation(documents: Sequence[Document], nationality: Known) -> Known:
    forms = [d for d in documents if d.type == "quebec_form"]
    if forms and nationality.value == _CANADA:
        individual = any("individual" in d.marks for d in forms)
        name = "quebec_individual" if individual else "quebec_exchange"
        return Known(name, ValueOrigin.INFERRED)
    if nationality.value in _PROTECTED:
        return Known("refugee", nationality.origin)
    return Known("student", ValueOrigin.ASSUMED)


def _visa_kind(documents: Sequence[Document]) -> Known:
    """Tell the kind by the words of the visa; a long-stay visa outweighs an old short one."""
    visas = [d for d in documents if d.type == "visa"]
    marks = {mark for d in visas for mark in d.marks}
    named = next((mark for mark in _VISA_MARKS if mark in marks), None)
    if named is None and visas and all((d.value("visa_type") or "D") == "C" for d in visas):
        named = "short_stay"
    if named is None and any(d.type == "visa_validation" for d in documents):
        named = "vls_ts"
    return Known(named, ValueOrigin.INFERRED) if named else _UNKNOWN
