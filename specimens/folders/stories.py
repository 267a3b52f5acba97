"""Who is the student, and which papers does a folder in order hold?

Source: the product contract (what makes a folder not ready) and the domain facts (profile x stage).

A story is one profile at one stage. Every folder it orders is in order: identity and permit in PDF,
this school year, a civil-status paper with parents and, where its language asks for one, a
translation.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from random import Random

from specimens.channels import Channel
from specimens.folders.orders import Case, Order
from specimens.identity import UNSEEN_STATES
from specimens.model import Person
from specimens.people import draw_person

PDF_ONLY = (Channel.SCAN, Channel.PHONE_PDF, Channel.NATIVE)
"""The portal wants identity and residence permit as PDF."""

NON_EU = ("MAR", "TUN", "SEN", "CIV", "CMR", "CHN", "IND", "VNM", "BRA", "USA", "LBN", "MEX",
    "KOR", "JPN", "TUR", "RUS", "COL", "GIN", "IRN",
    "BEN", "GAB", "MLI", "TGO", "MDG", "ECU", "EGY")  # fmt: skip
EU = ("DEU", "ITA", "ESP", "PRT", "ROU", "POL", "BEL", "GRC")
_CIVIL_STATUS = {"birth_certificate": 88, "family_record_book": 6, "marriage_certificate": 6}
_UNDER_16 = 16

Needs = Callable[[str, Random], tuple[Order, ...]]


def draw_case(story: str, stage: str, rng: Random, today: date, *, unseen: bool) -> Case:
    """Draw the student and the orders of a story, all in order.

    With `unseen`, half of the students are of states whose passports are kept for measuring;
    without, none is.
    """
    person = _student(story, rng, today, unseen=unseen)
    other = person
    while other.surname == person.surname or other.birth_date == person.birth_date:
        other = draw_person(rng, today, nationality=rng.choice(_states(NON_EU, rng, unseen=unseen)))
    orders = (*STORIES[story](stage, rng), *_civil_and_bank(story, stage, rng))
    options: dict[str, str | bool] = {}
    if story.startswith("eu"):
        options["ehic"] = False
    if story == "eu_s1":
        options["s1"] = True
    if rng.random() < 0.3:
        options["nationality"] = person.nationality
    return Case(story, stage, today, person, other, orders, options)


def stages(story: str) -> tuple[str, ...]:
    """Give the stages a story can be at: a temporary long stay never completes the file."""
    return ("registration",) if story == "vls_t" else ("registration", "completion")


def _student(story: str, rng: Random, today: date, *, unseen: bool) -> Person:
    if story == "algeria":
        return draw_person(rng, today, nationality="DZA")
    if story.startswith("eu"):
        return draw_person(rng, today, nationality=rng.choice(_states(EU, rng, unseen=unseen)))
    nationality = rng.choice(_states(NON_EU, rng, unseen=unseen))
    if story not in ("minor", "under_16"):
        return draw_person(rng, today, nationality=nationality)
    young = draw_person(rng, today, nationality=nationality, minor=True)
    while (age_on(young.birth_date, today) < _UNDER_16) is not (story == "under_16"):
        young = draw_person(rng, today, nationality=nationality, minor=True)
    return young


def _states(states: tuple[str, ...], rng: Random, *, unseen: bool) -> tuple[str, ...]:
    kept = tuple(state for state in states if state in UNSEEN_STATES)
    seen = tuple(state for state in states if state not in UNSEEN_STATES)
    return kept if kept and unseen and rng.random() < 0.5 else seen


def age_on(birth: date, day: date) -> int:
    """Count the full years lived on a day."""
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def _passport() -> Order:
    return Order("passport", "passport", "identity", channels=PDF_ONLY)


def _certificate() -> Order:
    return Order("certificate", "school_certificate", "enrolment")


def _vls_ts(stage: str, rng: Random) -> tuple[Order, ...]:
    started = rng.choice(("vls_ts", "vls_ts", "vls_ts_old"))
    visa = Order("visa", "visa", "stay", variants=(started,))
    validation = Order("validation", "visa_validation", "visa_validation")
    return _passport(), visa, validation, _certificate()


def _permit(stage: str, rng: Random, receipts: float = 0.1) -> tuple[Order, ...]:
    """Order a card, or the receipt that stands for it while it is made."""
    if rng.random() < receipts:
        stay = Order("receipt", "residence_receipt", "stay", channels=PDF_ONLY)
    else:
        stay = Order("permit", "residence_permit", "stay", channels=PDF_ONLY)
    return _passport(), stay, _certificate()


def _vls_t(stage: str, rng: Random) -> tuple[Order, ...]:
    return _passport(), Order("visa", "visa", "stay", variants=("vls_t",)), _certificate()


def _algeria(stage: str, rng: Random) -> tuple[Order, ...]:
    if stage == "completion":
        return _permit(stage, rng, receipts=0.4)
    return (
        _passport(),
        Order("visa", "visa", "stay", variants=("card_to_request",)),
        _certificate(),
    )


def _minor(stage: str, rng: Random) -> tuple[Order, ...]:
    visa = Order("visa", "visa", "stay", variants=("minor_school",))
    return _passport(), visa, _certificate()


def _under_16(stage: str, rng: Random) -> tuple[Order, ...]:
    consent = Order("authorization", "parental_authorization", "parental_authorization")
    return (*_minor(stage, rng), consent)


def _eu(stage: str, rng: Random) -> tuple[Order, ...]:
    resources = Order("resources", "resources_attestation", "resources")
    return _eu_identity(rng), _certificate(), resources


def _eu_s1(stage: str, rng: Random) -> tuple[Order, ...]:
    return _eu_identity(rng), _certificate(), Order("s1", "s1_form", "s1_form")


def _eu_identity(rng: Random) -> Order:
    if rng.random() < 0.5:
        return _passport()
    return Order("id_card", "national_id_card", "identity", channels=PDF_ONLY)


def _civil_and_bank(story: str, stage: str, rng: Random) -> tuple[Order, ...]:
    """Order what completes the file: always at completion, sometimes before."""
    if stage == "registration" and (story == "vls_t" or rng.random() < 0.5):
        return ()
    record = rng.choices(list(_CIVIL_STATUS), list(_CIVIL_STATUS.values()))[0]
    return Order("birth", record, "civil_status"), Order("rib", "rib", "bank_details")


STORIES: dict[str, Needs] = {
    "vls_ts": _vls_ts,
    "permit": _permit,
    "vls_t": _vls_t,
    "algeria": _algeria,
    "minor": _minor,
    "under_16": _under_16,
    "eu": _eu,
    "eu_s1": _eu_s1,
}
WEIGHTS = {
    "vls_ts": 9,
    "permit": 4,
    "vls_t": 1,
    "algeria": 2,
    "minor": 1,
    "under_16": 1,
    "eu": 3,
    "eu_s1": 1,
}
