"""Certificates of enrolment: the facts that every one of them states, whatever its layout.

Source: headings and wording of domain facts 2.3; INE shapes of the RNIE and of the older BEA base.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from random import Random

from specimens.layout import Face, Sheet
from specimens.model import Paper, Person, Template, Wish
from specimens.papers import marks, wording
from specimens.papers.institutions import School, draw_school


@dataclass(frozen=True, slots=True)
class Enrolment:
    """What a certificate of enrolment says."""

    student: Person
    name: str
    """As printed."""
    given: str
    """The given names that `name` shows."""
    school: School
    year: str
    """As `2026-2027`."""
    printed_year: str
    student_number: str
    ine: str
    day: date
    title: str
    """Civility of the student."""
    accent: str
    face: Face


Layout = Callable[[Sheet, Enrolment, Random], dict[str, str]]
"""Draws the paper and returns the optional fields that it shows (`student_number`, `ine`)."""

_FACES = ("Liberation Sans", "Liberation Serif", "DejaVu Sans", "Carlito", "Lato", "Open Sans",
          "Roboto", "Caladea", "Noto Sans", "FreeSans")  # fmt: skip


def draw_ine(rng: Random) -> str:
    """Return an INE in one of its three shapes."""
    letters = "ABCDEFGHJKLMNPRSTUVWXYZ"
    return rng.choice((
        "0" + wording.digits(rng, 8) + rng.choice(letters) + rng.choice(letters),
        wording.digits(rng, 10) + rng.choice(letters),
        rng.choice("01") + rng.choice(letters) + wording.digits(rng, 3)
        + "".join(rng.choice(letters + "0123456789") for _ in range(5)) + rng.choice("0123456789"),
    ))  # fmt: skip


def draw_enrolment(person: Person, rng: Random, wish: Wish, kind: str) -> Enrolment:
    """Return the facts of one certificate from a school of a kind of `draw_school`."""
    student = wording.shown(person, wish)
    year = wording.wished_year(wish)
    name, given = wording.full_name(student, rng, first_only=rng.random() < 0.25)
    return Enrolment(
        student, name, given, draw_school(rng, kind), year, wording.printed_year(year, rng),
        wish.links.get("student_number", wording.digits(rng, 8)),
        wish.links.get("ine", draw_ine(rng)), wording.day_in_year(year, wish.today, rng),
        wording.civility(student, rng), rng.choice(marks.ACCENTS), Face(rng.choice(_FACES), 10.5),
    )  # fmt: skip


def template(name: str, kind: str, layout: Layout) -> Template:
    """Return the template of a layout for a kind of school."""
    full = f"school_certificate.{name}"

    def draw(person: Person, rng: Random, wish: Wish) -> Paper:
        facts = draw_enrolment(person, rng, wish, kind)
        sheet = Sheet("Certificat")
        shown = layout(sheet, facts, rng)
        fields = wording.identity_fields(facts.student, facts.given)
        fields |= {"school_year": facts.year, "institution": facts.school.name} | shown
        page = wording.whole("school_certificate", fields)
        return wording.a4("school_certificate", full, sheet.close(), page)

    return Template(full, "school_certificate", draw)


def signed(sheet: Sheet, facts: Enrolment, rng: Random, x: float, y: float) -> None:
    """Sign and stamp under the name of the head."""
    sheet.lines(x, y, (facts.school.head_title, facts.school.head), facts.face.scaled(0.95))
    marks.signature(sheet, x + 4, y + 6, rng)
    if rng.random() < 0.75:
        marks.round_stamp(sheet, x + 42, y + 14, rng, facts.school.name, (facts.school.town,))


def place_and_day(facts: Enrolment, rng: Random) -> str:
    """Return `Fait à ..., le ...`."""
    lead = rng.choice(("Fait à {}, le ", "{}, le ", "Fait à {} le ", "Délivré à {}, le "))
    return lead.format(facts.school.town) + wording.some_french_date(facts.day, rng)


def small_print(sheet: Sheet, facts: Enrolment, text: str, y: float = 272) -> None:
    """Print grey lines at the foot of the page."""
    face = facts.face.but(size=7.0, color="#7a7a7a", italic=False)
    sheet.rule(18, y, 192, "#b0b0b0", 0.15)
    sheet.prose(18, y + 1.5, 174, text, face, "center")


def both_numbers(facts: Enrolment) -> dict[str, str]:
    return {"student_number": facts.student_number, "ine": facts.ine}


def heading(rng: Random) -> str:
    return rng.choice(("CERTIFICAT DE SCOLARITÉ", "Certificat de scolarité",
                       "ATTESTATION D'INSCRIPTION", "ATTESTATION DE SCOLARITÉ",
                       "CERTIFICAT DE SCOLARITE", "CERTIFICAT D'INSCRIPTION"))  # fmt: skip
