"""Who is the student? Declared options and documents in, a profile with origins out.

A declared value always wins; else it is inferred from the documents, best reading first; else it
is assumed, and the report says so. Which papers this person owes stands in `profiles.toml`
(`select`) and is judged in `requirements`; whether the documents agree is judged by
`checkers.same_person`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import fields, replace

from docscheck.checkers.evidence import academic_year_end
from docscheck.document import Document, Field, Standing
from docscheck.finding import Enrolled, Known, ValueOrigin
from docscheck.rulebook.procedure import STAGES
from docscheck.rulebook.schema import ProfileRule, Rulebook, StageRule

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
_TELLING = {"nationality": _TELLS_WHO, "birth_date": _TELLS_BIRTH}
PROTECTED = ("XXA", "XXB", "XXC")
"""ICAO 9303-3 section 5: stateless person and refugees, in the place of a nationality."""
_CANADA = "CAN"
_MIN_CONFIDENCE = 0.7
"""Of a reading by OCR; below it a nationality is a guess among look-alike codes."""
_SITUATIONS_BY_MARK = (
    ("refugee", "protected", ("residence_permit", "residence_receipt")),
    ("asylum", "asylum", ("residence_receipt",)),
)
"""Situation, mark, and the types whose mark tells it: who is recognised no longer applies."""
_CIVIL_RECORDS = ("birth_certificate", "marriage_certificate")
_VISA_MARKS = ("minor_school", "vls_t", "card_to_request", "vls_ts", "short_stay")
"""The narrower words first: a temporary visa may print words of the ordinary one."""


class Declared(Struct, frozen=True):
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
    enrolled: Enrolled | None = None
    """Of a roster only: whom the papers are compared with."""

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
        "ehic": _ehic(declared, documents, today),
        "s1": _said(declared.s1) or _seen(documents, "s1_form"),
        "situation": _said(declared.situation) or _situation(documents, nationality),
        "visa_kind": _said(declared.visa_kind) or _visa_kind(documents, today),
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


class Asks(Struct, frozen=True):
    """What is asked of a person at a stage, by requirement id."""

    registers: bool
    blocking: frozenset[str]
    other: frozenset[str]

    def same_grave(self, other: Asks) -> bool:
        """Whether nothing that decides the answer differs."""
        return (self.registers, self.blocking) == (other.registers, other.blocking)


def asks(rulebook: Rulebook, known: Mapping[str, Known]) -> Asks:
    """Say what is asked of this person at this stage, whatever the folder holds."""
    rule = select(rulebook.profiles, known, rulebook.countries)
    stage = rule.stages.get(str(known["stage"].value), StageRule(()))
    listed = [
        rulebook.requirements[name]
        for name in (*stage.required, *stage.asked)
        if holds(rulebook.requirements[name].when, known, rulebook.countries)
    ]
    blocking = frozenset(r.id for r in listed if r.clauses and r.id in stage.required)
    return Asks(rule.registers, blocking, frozenset(r.id for r in listed) - blocking)


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


def told(documents: Sequence[Document], name: str) -> tuple[Field, ...]:
    """Give every sure reading of `nationality` or `birth_date`, the best first."""
    return tuple(_readings(documents, name, _TELLING[name]))


def _nationality(declared: Declared, documents: Sequence[Document]) -> Known:
    said = _said(declared.nationality)
    first = next(iter(told(documents, "nationality")), None)
    return said or (Known(first.value, ValueOrigin.INFERRED) if first else _UNKNOWN)


def _birth(declared: Declared, documents: Sequence[Document]) -> Known:
    if declared.birth_date is not None:
        return Known(declared.birth_date.isoformat(), ValueOrigin.DECLARED)
    first = next(iter(told(documents, "birth_date")), None)
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


def _ehic(declared: Declared, documents: Sequence[Document], today: date) -> Known:
    """Tell whether a card lasts to the end of the academic year: cleiss.fr, studies.

    A card in the folder that ends too soon outweighs a declared one: what exempts is the date on
    it. One whose date was not read for certain tells nothing. Whoever has an S1 has no need of it.
    """
    cards = [d for d in documents if d.type == "ehic"]
    ends = [field.value for field in _readings(cards, "expiry_date", ("ehic",))]
    needed = _year_to_cover(documents, today).isoformat()
    lasting = any(end >= needed for end in ends)
    too_short = bool(cards) and len(ends) == len(cards) and not lasting
    if too_short and declared.ehic is not False:
        return Known(False, ValueOrigin.INFERRED)
    if declared.ehic is not None:
        return Known(declared.ehic, ValueOrigin.DECLARED)
    if lasting:
        return Known(True, ValueOrigin.INFERRED)
    has_s1 = not cards and any(d.type == "s1_form" for d in documents)
    return Known(False, ValueOrigin.INFERRED if has_s1 else ValueOrigin.ASSUMED)


def _year_to_cover(documents: Sequence[Document], today: date) -> date:
    """Give the end of the academic year of the newest certificate, of today's without one."""
    years = [f.value for f in _readings(documents, "school_year", ("school_certificate",))]
    ends = [date(int(y[-4:]), 8, 31) for y in years if re.fullmatch(r"\d{4}-\d{4}", y)]
    return max((academic_year_end(today), *ends))


def _situation(documents: Sequence[Document], nationality: Known) -> Known:
    forms = [d for d in documents if d.type == "quebec_form"]
    if forms and nationality.value in (_CANADA, None):
        individual = any("individual" in d.marks for d in forms)
        name = "quebec_individual" if individual else "quebec_exchange"
        return Known(name, ValueOrigin.INFERRED)
    if nationality.value in PROTECTED:
        return Known("refugee", nationality.origin)
    for name, mark, types in _SITUATIONS_BY_MARK:
        if any(d.type in types and mark in d.marks for d in documents):
            return Known(name, ValueOrigin.INFERRED)
    ofpra = any(d.type in _CIVIL_RECORDS and "ofpra" in d.marks for d in documents)
    if ofpra and not _stays_as_student(documents):
        return Known("refugee", ValueOrigin.INFERRED)
    return Known("student", ValueOrigin.ASSUMED)


def _stays_as_student(documents: Sequence[Document]) -> bool:
    """Whether somebody has a visa or a student's card: then a record of OFPRA is not believed
    alone, since much less is asked of refugees.
    """
    return any(
        d.type == "visa" or (d.type == "residence_permit" and "student" in d.marks)
        for d in documents
    )


def _visa_kind(documents: Sequence[Document], today: date) -> Known:
    """Tell the kind by the words of the visa; a long-stay visa outweighs an old short one, and one
    that is still valid outweighs one that has ended.
    """
    visas = [d for d in documents if d.type == "visa"]
    valid = [d for d in visas if (d.value("expiry_date") or "9999") >= today.isoformat()]
    visas = valid or visas
    marks = {mark for d in visas for mark in d.marks}
    named = next((mark for mark in _VISA_MARKS if mark in marks), None)
    if named is None and visas and all((d.value("visa_type") or "D") == "C" for d in visas):
        named = "short_stay"
    if named is None and any(d.type == "visa_validation" for d in documents):
        named = "vls_ts"
    return Known(named, ValueOrigin.INFERRED) if named else _UNKNOWN
