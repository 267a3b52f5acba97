"""The certificate of a language school, which is no institution of higher education.

Such schools certify enrolment in the words of a university, and their students cannot register.
Source: domain facts 1.3 (slowvoyage.net, 2021-12).
"""

from __future__ import annotations

from dataclasses import replace
from random import Random

from specimens.layout import Sheet
from specimens.papers import marks, wording
from specimens.papers.school import Enrolment, place_and_day, signed, template


def _letter(sheet: Sheet, facts: Enrolment, rng: Random) -> dict[str, str]:
    school, face, person = facts.school, facts.face.but(size=11.0), facts.student
    marks.crest(sheet, 22, 16, 18, rng, facts.accent)
    sheet.lines(22, 44, ("École de langue", school.name, school.town), face.scaled(0.8))
    sheet.write(105, 80, "ATTESTATION D'INSCRIPTION", face.but(size=16.0, bold=True), "center")
    text = wording.agree(
        person,
        f"Je soussigné, {school.head}, atteste que {facts.title} {facts.name}, né{{e}} le "
        f"{wording.french_date(person.birth_date)} à {person.birth_place}, est inscrit{{e}} aux "
        "cours de français langue étrangère (FLE), niveau B1, vingt heures par semaine, pour "
        f"l'année universitaire {facts.printed_year}.",
    )
    y = sheet.prose(22, 96, 166, text, face, "justify", 1.6)
    y = sheet.prose(22, y + 5, 166, f"Numéro d'étudiant : {facts.student_number}", face)
    sheet.write(22, y + 14, place_and_day(facts, rng), face)
    signed(sheet, facts, rng, 110, y + 22)
    return {"student_number": facts.student_number}


TEMPLATES = (
    replace(template("language_school", "business", _letter), variants=("language_school",)),
)
