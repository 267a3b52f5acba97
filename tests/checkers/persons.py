"""Papers of one student, and what is said of a folder with them."""

from __future__ import annotations

from itertools import product

from docscheck.checkers import same_person
from docscheck.document import Part
from docscheck.finding import Context, Issue, Kind
from docscheck.messages import LANGUAGES, Speaker
from docscheck.rulebook.load import load
from tests.literal import TODAY, file, folder, holder, part, proven, zone

SETTINGS = load().dossier["same-person"].settings

PASSPORT = part(
    "passport",
    proven("surname", "BENALI"),
    proven("given_names", "SALMA NOUR"),
    proven("birth_date", "2004-05-17"),
    proven("document_number", "AB1234567"),
    mrz=zone(),
)

VISA = part("visa", *holder("BENALI", "SALMA", "2004-05-17"))

CERTIFICATE = part("school_certificate", *holder("Benali", "Salma", "2004-05-17"))

ROSSI = part("school_certificate", *holder("ROSSI", "LUCA", "2003-01-09"))


def issues(*parts: Part) -> list[Issue]:
    """What is yielded; each of it can be said in both languages."""
    files = [file(f"{n}.pdf", p) for n, p in enumerate(parts)]
    found = list(same_person.check(folder(*files), SETTINGS, Context(TODAY)))
    for issue, language in product(found, LANGUAGES):
        assert Speaker().problem(issue, language)
        assert Speaker().remedy(issue, language)
    return found


def seen(*parts: Part) -> list[tuple[str, str, Kind, str | None]]:
    return [(i.rule, i.case, i.kind, i.document) for i in issues(*parts)]
