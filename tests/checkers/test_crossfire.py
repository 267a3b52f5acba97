"""Odd facts in every combination: no checker raises, and whatever is found can be spoken."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest
from msgspec.structs import replace

from docscheck.checkers import (
    DOCUMENT_CHECKERS,
    FILE_CHECKERS,
    FOLDER_CHECKERS,
    usual_trap,
)
from docscheck.document import (
    Backdrop,
    Box,
    CheckDigit,
    Container,
    Document,
    ExaminedFile,
    Field,
    Folder,
    Ignored,
    Measures,
    Origin,
    Page,
    PlacedPart,
    Portrait,
    Side,
    Source,
    Standing,
)
from docscheck.finding import Context, Issue, Known, ValueOrigin
from docscheck.languages import LANGUAGES
from docscheck.losses import Trouble
from docscheck.messages import Speaker
from tests.literal import TODAY, file, folder, page, part, zone

NAMES = (
    "surname",
    "birth_date",
    "expiry_date",
    "valid_from",
    "visa_type",
    "iban",
    "holder",
    "bank_code",
    "branch_code",
    "account_number",
    "rib_key",
    "school_year",
    "nir",
    "language",
    "document_number",
    "issuing_state",
)
TYPES = ("passport", "visa", "rib", "sworn_translation", "family_record_book", None)
VALUES = ("", "2019-02-31", "2019", "1999-01-01", "2099-12", "C", "2020-2021", "7" * 15, "\x00{0}")
PORTRAIT = Portrait(
    Box(-0.2, 0.4, 0.1, 1.3),
    *(((0.0, 0.5), (0.0, 0.5)), -0.5, 1.5, 90.0, 1.0, 0.0, 0.0, 0.0, 1.0, 99.0, 0.0),
    Backdrop(0.0, 1.0, 1.0, 1.0),
    ("left", "top"),
    1.0,
)
PAGES = (
    page(faces=(PORTRAIT.face,), portrait=PORTRAIT),
    page(faces=(PORTRAIT.face,), portrait=replace(PORTRAIT, eyes=None, turned=None, backdrop=None)),
    page(measures=Measures()),
    page(text_read=False, text_source=None, measures=Measures(ink=0.1)),
    page(measures=Measures(ink=0.0, word_count=0)),
    page(
        origin=Origin.SCREENSHOT,
        turn_deg=90,
        width_px=0,
        height_px=0,
        dpi=10,
        measures=Measures(
            *(0.0, 0.0, 0.0), *(1.0, 1.0, 1.0), 45.0, None, ("left", "bottom"), 1.0, 0.1, 3
        ),
    ),
)
BROKEN_ZONE = replace(zone(), check_digits=(CheckDigit("birth_date", "1", "2"),))
CONTEXT = Context(
    TODAY,
    {
        "stage": Known("vitale-card", ValueOrigin.DECLARED),
        "nationality": Known("CHN", ValueOrigin.INFERRED),
        "birth_date": Known(None, ValueOrigin.UNKNOWN),
    },
)
SPEAKER = Speaker(show_values=True)
ANY_RECORD = usual_trap.Trap("literal", ("CHN", "C"), "a test", TODAY, "L", languages=("C",))
SETTINGS = {"usual-trap": usual_trap.Settings((ANY_RECORD,))}
"""Where a checker has nothing to say without its rule file."""


def fields(value: str) -> tuple[Field, ...]:
    printed = [Field(name, value, 1, None, 0.99, Source.OCR, Standing.READ) for name in NAMES]
    coded = [replace(f, value=f"{f.value}7", source=Source.MRZ) for f in printed]
    sealed = [replace(f, value=f"{f.value}42", source=Source.BARCODE) for f in printed]
    return (*printed, *coded, *sealed)


def dossiers() -> list[Folder]:
    made = []
    for kind, shown, value in product(TYPES, PAGES, VALUES):
        known = fields(value) if value else ()
        marks = ("vls_ts", "short_stay") if value != "2019" else ()
        lines = zone() if value == "C" else BROKEN_ZONE
        held = part(kind, *known, side=Side.FRONT, marks=marks, mrz=lines if value else None)
        made.append(folder(file("a.jpg", held, pages=[shown], media_type="image/jpeg")))
    return made


def spoken(issue: Issue) -> list[str]:
    return [
        say(issue, language) for language in LANGUAGES for say in (SPEAKER.problem, SPEAKER.remedy)
    ]


@pytest.mark.parametrize("checker", DOCUMENT_CHECKERS, ids=lambda checker: checker.ID)
def test_document_checkers_stand_odd_facts(checker: object) -> None:
    found: set[str] = set()
    settings = SETTINGS.get(checker.ID, checker.Settings())  # type: ignore[attr-defined]  # a module of the table
    for dossier in dossiers():
        for document in dossier.documents:
            for issue in checker.check(document, dossier, settings, CONTEXT):  # type: ignore[attr-defined]  # a module of the table
                assert all(spoken(issue))
                assert issue.document == document.id
                found.add(issue.rule)
    assert found <= checker.RULES  # type: ignore[attr-defined]  # a module of the table
    assert found


def odd_files() -> list[ExaminedFile]:
    troubled = [file(f"{t}.pdf", trouble=t) for t in Trouble]
    shown = [file(f"p{n}.pdf", pages=[p]) for n, p in enumerate(PAGES)]
    whole = Container(9, True, True, ("javascript", "uri"), repaired=True)
    odd = replace(shown[0], examined=replace(shown[0].examined, container=whole))
    heavy = replace(odd, file=replace(odd.file, size_bytes=9**9, path="é" * 200 + ".pdf.pdf"))
    return [*troubled, *shown, odd, heavy]


@pytest.mark.parametrize("checker", FILE_CHECKERS, ids=lambda checker: checker.ID)
def test_file_checkers_stand_odd_facts(checker: object) -> None:
    settings = checker.Settings()  # type: ignore[attr-defined]  # a module of the table
    for subject in odd_files():
        for issue in checker.check(subject, settings, CONTEXT):  # type: ignore[attr-defined]  # a module of the table
            assert all(spoken(issue))
            assert issue.rule in checker.RULES  # type: ignore[attr-defined]  # a module of the table


@pytest.mark.parametrize("checker", FOLDER_CHECKERS, ids=lambda checker: checker.ID)
def test_folder_checkers_stand_odd_facts(checker: object) -> None:
    reasons = ("junk", "link", "special", "depth", "count", "locked", "unheard of")
    left_out = tuple(Ignored(f"{n}\udcff", reason) for n, reason in enumerate(reasons))
    for plain in dossiers():
        dossier = replace(plain, ignored=left_out)
        for issue in checker.check(dossier, checker.Settings(), CONTEXT):  # type: ignore[attr-defined]  # a module of the table
            assert all(spoken(issue))
            assert issue.rule in checker.RULES  # type: ignore[attr-defined]  # a module of the table


def test_a_document_without_parts_is_no_reason_to_fail() -> None:
    bare = Document("d1", "passport", ())
    dossier = Folder("student", (), (bare,))
    context = Context(date(2026, 2, 28))
    for checker in DOCUMENT_CHECKERS:
        for issue in checker.check(bare, dossier, checker.Settings(), context):
            assert all(spoken(issue))


def test_parts_in_two_files_keep_their_addresses() -> None:
    front = part("residence_permit", side=Side.FRONT)
    document = Document("d1", "residence_permit", (PlacedPart("a.jpg", front),))
    dossier = folder(file("a.jpg", front, pages=[PAGES[3]]))
    for checker in DOCUMENT_CHECKERS:
        for issue in checker.check(document, dossier, checker.Settings(), CONTEXT):
            assert issue.where.path in (None, "a.jpg")


def test_pages_named_by_a_part_but_not_read_are_passed_over() -> None:
    missing: tuple[Page, ...] = ()
    dossier = folder(file("a.jpg", part("passport"), pages=missing))
    for checker in DOCUMENT_CHECKERS:
        list(checker.check(dossier.documents[0], dossier, checker.Settings(), CONTEXT))
