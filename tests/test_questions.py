"""Not to be asked: what the folder tells, and what would change nothing."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from docscheck.document import Part
from docscheck.profile import Declared, establish
from docscheck.questions import questions
from docscheck.rulebook.load import load
from tests.literal import TODAY, file, folder, part, proven, read

RULES = load()
BORN = date(2004, 5, 17)
MAR = Declared(nationality="MAR", birth_date=BORN)
ESP = Declared(nationality="ESP", birth_date=BORN)
CAN = Declared(nationality="CAN", birth_date=BORN)
VISA = part("visa", marks=("vls_ts",))
PASSPORT = part("passport", proven("nationality", "MAR"), proven("birth_date", "2004-05-17"))
WORKER = part("residence_permit", marks=("worker",))
OFPRA = part("birth_certificate", marks=("ofpra",))
SPECIAL = part("residence_permit", marks=("special",))


def asked(declared: Declared, *parts: Part) -> dict[str, bool]:
    """Id of each question -> whether its answer would change what blocks."""
    documents = folder(*(file(f"{n}.pdf", p) for n, p in enumerate(parts))).documents
    known = establish(declared, documents, TODAY)
    return {q.id: q.grave for q in questions(known, documents, RULES)}


@pytest.mark.parametrize(
    ("declared", "parts"),
    [
        (MAR, ()),
        (MAR, (VISA,)),
        (Declared(), (PASSPORT, VISA)),
        (Declared(nationality="ESP", birth_date=BORN, ehic=False, s1=False), ()),
        (Declared(nationality="ESP", birth_date=BORN, ehic=True), ()),
        (ESP, (part("ehic", read("expiry_date", "2027-08-31")),)),
        (ESP, (part("s1_form"),)),
        (Declared(nationality="CAN", birth_date=BORN, situation="student"), (VISA,)),
        (CAN, (part("quebec_form"),)),
        (MAR, (part("residence_permit", marks=("student",)),)),
        (Declared(situation="language_school"), (part("passport"),)),
        (Declared(situation="international_organisation"), ()),
        (Declared(nationality="DZA", birth_date=BORN), (part("visa"),)),
        (Declared(nationality="MAR", stage="vitale-card"), (part("passport"),)),
        (Declared(nationality="MAR"), (part("school_certificate"),)),
    ],
)  # fmt: skip
def test_nothing_is_asked(declared: Declared, parts: tuple[Part, ...]) -> None:
    assert asked(declared, *parts) == {}


@pytest.mark.parametrize(
    ("declared", "parts", "expected"),
    [
        (Declared(birth_date=BORN), (), {"nationality": True}),
        (Declared(nationality="MAR"), (part("passport"),), {"birth_date": True}),
        (ESP, (), {"ehic": True, "s1": False}),
        (ESP, (part("ehic"),), {"ehic": True, "s1": False}),
        (ESP, (part("ehic", read("expiry_date", "2027-01-31")),), {"s1": False}),
        (Declared(nationality="GBR", birth_date=BORN), (), {"ehic": True}),
        (CAN, (VISA,), {"quebec": True}),
        (MAR, (part("quebec_form"),), {"quebec_form": True}),
        (MAR, (WORKER,), {"employee": True}),
        (MAR, (SPECIAL,), {"international_organisation": True}),
        (MAR, (OFPRA, VISA), {"ofpra": True}),
        (MAR, (part("visa"),), {"visa_kind": False}),
        (replace(MAR, stage="completion"), (part("visa"),), {"visa_kind": True}),
        (replace(MAR, stage="vitale-card"), (part("visa"),), {"visa_kind": True}),
    ],
)  # fmt: skip
def test_what_would_change_the_list_is_asked(
    declared: Declared, parts: tuple[Part, ...], expected: dict[str, bool]
) -> None:
    assert asked(declared, *parts) == expected


def test_of_two_hints_at_one_answer_only_the_first_is_asked() -> None:
    permit = part("residence_permit", marks=("worker", "special"))
    assert list(asked(CAN, permit)) == ["quebec"]
