"""Do the numbers that one paper repeats from another agree?

Asks: is the passport number on a visa or on its validation that of the passport, and the foreigner
number, which a person keeps for life, the same on the papers of stay?

Why: a number that differs by a digit holds up the file like a wrong name; one that differs
altogether is of an earlier passport, or of somebody else.

Passes: letters and digits that print alike; a number of any passport in the folder; papers of two
people, whom `same_person` names.
Fails: another passport number, on values read for certain.
For review: one or two characters (mistyped, or misread by us), a visa older than the passport, a
number that only its place on the sticker calls a passport's, any foreigner number that differs. The
paper that differs from most is named; of two, the lesser.
Can be wrong: a visa in an earlier passport that is not in the folder.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from docscheck.checkers.evidence import is_firm, where_is
from docscheck.document import Document, Field, Folder, Standing
from docscheck.finding import Context, Issue, Kind, Personal, Term
from docscheck.person_slips import NumberSlip, number_slip, printed_shape
from docscheck.persons import person_of, same_name
from docscheck.readers.person_names import Match

ID = "paper-numbers"
RULES = frozenset({"consistency.document_number"})

_Numbered = tuple[Document, Field]


class Settings(Struct, frozen=True):
    """Which papers repeat which number."""

    passport: str = "passport"
    on_passport: str = "document_number"
    repeats_passport: tuple[str, ...] = ("visa", "visa_validation")
    """Types that print the passport number, in a field `passport_number`."""
    foreigner_papers: tuple[str, ...] = ("residence_permit", "residence_receipt", "visa_validation")
    """Types that print the foreigner number, the most believed first."""
    min_confidence: float = 0.9
    """0 to 1; a reading at least this sure, or a proven one, can make a failure."""
    min_placed_confidence: float = 0.75
    """0 to 1; a number known by its place alone is compared from here on."""
    min_digit_confidence: float = 0.4
    """0 to 1; below it a character that differs is ours: nobody is asked to look at it."""


def check(subject: Folder, settings: Settings, context: Context) -> Iterator[Issue]:
    """Yield an issue for each paper whose number is not that of the others."""
    yield from _passport_numbers(subject, settings, context)
    yield from _foreigner_numbers(subject, settings, context)


def _passport_numbers(folder: Folder, settings: Settings, context: Context) -> Iterator[Issue]:
    passports = _with_field(folder, (settings.passport,), settings.on_passport)
    placed = settings.min_placed_confidence
    for document, printed in _with_field(
        folder, settings.repeats_passport, "passport_number", placed
    ):
        own = [p for p in passports if _may_be_one_person(p[0], document, context)]
        slips = [number_slip(printed.value, number.value) for _, number in own]
        if not own or None in slips:
            continue
        if NumberSlip.DIGIT in slips:
            if printed.confidence < settings.min_digit_confidence:
                continue
            near = own[slips.index(NumberSlip.DIGIT)]
            yield _issue(document, printed, near, "passport_digit", Kind.REVIEW)
        elif any(_is_older(document, passport) for passport, _ in own):
            yield _issue(document, printed, own[0], "passport_renewed", Kind.REVIEW)
        else:
            firm = all(
                is_firm(f, d, folder, settings.min_confidence)
                for d, f in (*own, (document, printed))
            )
            kind = Kind.FAIL if firm else Kind.REVIEW
            yield _issue(document, printed, own[0], "passport", kind)


def _is_older(document: Document, passport: Document) -> bool:
    """Say whether a paper was issued before the passport was."""
    issued = document.value("issue_date") or document.value("valid_from")
    made = passport.value("issue_date")
    return bool(issued and made) and str(issued) < str(made)


def _foreigner_numbers(folder: Folder, settings: Settings, context: Context) -> Iterator[Issue]:
    papers = _with_field(folder, settings.foreigner_papers, "foreigner_number")
    papers.sort(key=lambda paper: settings.foreigner_papers.index(paper[0].type or ""))
    if not papers:
        return
    counts = Counter(printed_shape(field.value) for _, field in papers)
    reference = max(papers, key=lambda paper: counts[printed_shape(paper[1].value)])
    for document, found in papers:
        slip = number_slip(found.value, reference[1].value)
        if slip is None or not _may_be_one_person(document, reference[0], context):
            continue
        case = "foreigner_digit" if slip is NumberSlip.DIGIT else "foreigner"
        yield _issue(document, found, reference, case, Kind.REVIEW)


def _may_be_one_person(one: Document, other: Document, context: Context) -> bool:
    first, second = person_of(one, context.today), person_of(other, context.today)
    if first is None or second is None:
        return True
    return same_name(first, second) is not Match.DIFFERENT


def _issue(document: Document, found: Field, reference: _Numbered, case: str, kind: Kind) -> Issue:
    return Issue(
        "consistency.document_number",
        kind,
        where_is(document, found),
        case,
        {
            "type": Term("type", document.type or ""),
            "reference": Term("type", reference[0].type or ""),
            "found": Personal(found.name, found.value),
            "expected": Personal(reference[1].name, reference[1].value),
        },
        document.id,
    )


def _with_field(
    folder: Folder, types: Sequence[str], name: str, least_guess: float = 1.0
) -> list[_Numbered]:
    """Give the papers that tell a number; a guess at it counts from a confidence on."""
    found = ((d, d.field(name)) for d in folder.documents if d.type in types)
    return [
        (d, f)
        for d, f in found
        if f is not None and (f.standing is not Standing.GUESSED or f.confidence >= least_guess)
    ]
