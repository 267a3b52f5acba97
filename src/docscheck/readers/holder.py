"""Whose account, whose enrolment: the holder named on a bank or school paper.

Question: which person is this paper about, as one string? Bank papers label the holder (`Titulaire
du compte`, `Account owner`) or print the name with its title above an address; school papers say
`certifie que Monsieur X` or give `Nom` and `Prénom` apart. Titles are taken off. Sources: forms of
French banks and of Apogée and PEGASE certificates. It does not judge whether the holder is the
student.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import Literal

from docscheck.document import Field, PageText, Standing
from docscheck.readers import labelled, values
from docscheck.readers.cells import cells_of
from docscheck.readers.interface import Reading
from docscheck.readers.passage import Passage, fold

ID = "holder"

_BANK_LABELS = (
    "Titulaire du compte", "Titulaire(s) du compte", "Titulaire", "Titulaires",
    "Intitulé du compte",
    "Nom du titulaire", "Nom et prénom du titulaire", "Account holder", "Account owner",
    "Account name", "Account holder name", "Titular", "Titular de la cuenta", "Kontoinhaber",
    "Intestatario", "Bénéficiaire", "Beneficiary", "Titulaire du compte / Account owner",
    "Compte de", "Nom du client",
)  # fmt: skip
_SCHOOL_LABELS = (
    "Nom et prénom", "Nom et prénoms", "Nom, prénom", "Prénom et nom", "Nom prénom",
    "Nom(s) et prénom(s)", "Nom de l'étudiant", "Étudiant", "Étudiante", "L'étudiant(e)", "Élève",
    "Student", "Student name", "Full name", "Name", "Nom complet", "Name of student",
)  # fmt: skip
_CERTIFIES = re.compile(
    r"(?:certifi\w+|attest\w+|certify|certifies)\s+(?:ci-apres |par la presente |hereby )?"
    r"(?:que|that)\s+(?:l'etudiant(?:\(e\)|e)?|l'eleve|the student)?[ :,]*"
)
_TITLED = re.compile(
    r"^(?:m|mr|mme|mlle|monsieur|madame|mademoiselle|mrs|ms|miss)\b\.?(?:\s+(?:ou|et)\s+(?:m|mme|mlle)\b\.?)?"
    r"\s+(?=\S)"
)
_SURNAME_LABELS = (
    "Nom",
    "Nom de naissance",
    "Nom de famille",
    "Surname",
    "Last name",
    "Family name",
)
_GIVEN_LABELS = ("Prénom", "Prénoms", "Prénom(s)", "First name", "Given names", "Given name")
_LINES_OF_A_NAME = 90
"""Characters after `certifie que` in which the name must begin and end."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of the `holder` reader."""

    of: Literal["account", "enrolment"]
    """The holder of a bank account, or the student of an enrolment paper."""


def read(reading: Reading, name: str, settings: Settings) -> Iterator[Field]:
    """Yield the names, surest first, each once."""
    if settings.of == "account":
        found = chain(_labelled(reading, name, _BANK_LABELS), _titled(reading, name))
    else:
        found = chain(
            _certified(reading, name),
            _labelled(reading, name, _SCHOOL_LABELS),
            _in_two(reading, name),
            _titled(reading, name),
        )
    seen: set[str] = set()
    for field in found:
        if field.value not in seen:
            seen.add(field.value)
            yield field


def _labelled(reading: Reading, name: str, labels: tuple[str, ...]) -> Iterator[Field]:
    return labelled.read(reading, name, labelled.Settings(labels, "name"))


def _in_two(reading: Reading, name: str) -> Iterator[Field]:
    """Yield surname and given names printed at labels of their own, joined."""
    surname = next(_labelled(reading, name, _SURNAME_LABELS), None)
    given = next(_labelled(reading, name, _GIVEN_LABELS), None)
    if surname and given and surname.value != given.value:
        weakest = min(surname.confidence, given.confidence)
        yield replace(surname, value=f"{surname.value} {given.value}", confidence=weakest)


def _certified(reading: Reading, name: str) -> Iterator[Field]:
    """Yield the name after `certifie que`, on the same line or the next ones."""
    for text in reading.texts:
        page = Passage.of_page(text)
        for match in _CERTIFIES.finditer(fold(page.text)):
            stretch = page.text[match.end() : match.end() + _LINES_OF_A_NAME]
            lead = len(stretch) - len(stretch.lstrip(" \n:"))
            if value := values.name(stretch.strip(" \n:")):
                start = match.end() + lead
                end = start + len(stretch.strip(" \n:").split("\n")[0])
                yield page.field(name, value, (start, end))


def _titled(reading: Reading, name: str) -> Iterator[Field]:
    """Yield the cells that open with a title: a guess, as a signatory has one too."""
    for page in reading.texts:
        yield from _titled_on(page, name)


def _titled_on(page: PageText, name: str) -> Iterator[Field]:
    for cell in cells_of(page):
        value = values.name(cell.text) if _TITLED.match(fold(cell.text)) else ""
        if len(value.split()) > 1:
            yield cell.passage.field(name, value, (0, len(cell.text)), Standing.GUESSED)
