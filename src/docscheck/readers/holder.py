"""Whose account, whose enrolment: the holder named on a bank or school paper.

Question: which person, or which two, is this paper about? Bank papers label the holder (`Titulaire
du compte`, `Account owner`, `ouvert au nom de`) or print the name with its title above an address;
school papers say `certifie que Monsieur X` or give `Nom` and `Prénom` apart. Titles are taken off;
the holders of a joint account are joined as `A / B`, over two lines where they stand so. Sources:
forms of French banks and of Apogée and PEGASE certificates.

The first field is the best reading; other names on the page with as good a claim are its
alternatives. It does not judge whether the holder is the student.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from docscheck.document import Field, Source, Standing
from docscheck.readers import label_words, labelled, name_parts, names_in_prose
from docscheck.readers.interface import Reading
from docscheck.readers.name_block import Block, block_at
from docscheck.readers.name_runs import Run
from docscheck.readers.passage import Passage
from docscheck.readers.sheet import Sheet, sheets_of

ID = "holder"

_BANK_LABELS = (
    "Titulaire du compte", "Titulaire(s) du compte", "Titulaires du compte", "Titulaire",
    "Titulaires", "Titulaire(s)", "Titulaire du compte / Account owner", "Intitulé du compte",
    "Intitulé", "Nom du titulaire", "Nom du titulaire du compte", "Nom et prénom du titulaire",
    "Nom et adresse du titulaire", "Compte ouvert au nom de", "Ouvert au nom de",
    "Libellé du compte", "Nom du compte", "Propriétaire du compte", "Nom du client", "Client",
    "Bénéficiaire", "Nom du bénéficiaire", "Account holder", "Account holders",
    "Account holder name", "Name of account holder", "Account owner", "Account name",
    "Name of account", "Holder", "Beneficiary", "Beneficiary name", "Customer name",
    "Titular", "Titular de la cuenta", "Titular da conta", "Nombre del titular", "Kontoinhaber",
    "Kontoinhaberin", "Intestatario", "Intestatario del conto", "Intestato a", "Rekeninghouder",
    "Posiadacz rachunku", "Titular cont",
)  # fmt: skip
_SCHOOL_LABELS = (
    "Nom et prénom", "Nom et prénoms", "Nom, prénom", "Prénom et nom", "Nom prénom",
    "Nom(s) et prénom(s)", "Nom de l'étudiant", "Nom de l'étudiant(e)", "Nom et prénom de l'élève",
    "Étudiant", "Étudiante", "Étudiant(e)", "L'étudiant(e)", "Élève", "Student", "Student name",
    "Name of student", "Name of the student", "Student's name", "Full name", "Name",
    "Nom complet", "Identité", "Apprenant",
)  # fmt: skip
_SURNAME_LABELS = (
    "Nom", "Nom de naissance", "Nom de famille", "Nom patronymique", "Surname", "Last name",
    "Family name",
)  # fmt: skip
_GIVEN_LABELS = (
    "Prénom", "Prénoms", "Prénom(s)", "First name", "First names", "Given names", "Given name",
    "Forenames",
)  # fmt: skip


class Settings(Struct, frozen=True):
    """Settings of the `holder` reader."""

    of: Literal["account", "enrolment"]
    """The holder of a bank account, or the student of an enrolment paper."""
    part: Literal["whole", "surname", "given_names"] = "whole"
    """Which part of the name to take; the parts only where capitals tell them apart."""


def read(reading: Reading, name: str, settings: Settings) -> Iterator[Field]:
    """Yield the names, surest first, each once; the first has its equals as alternatives."""
    found = tuple(replace(field, name=name) for field in _names(reading, settings.of))
    for place, field in enumerate(found):
        if settings.part != "whole":
            yield from _part(field, settings.part)
            continue
        rivals = (f for f in found if f is not field and f.standing is field.standing)
        yield replace(field, alternatives=tuple(f.value for f in rivals) if place == 0 else ())


def _names(reading: Reading, of: str) -> tuple[Field, ...]:
    """Give the names on the paper, surest first; surname and given names ask for the same."""
    if (ID, of) not in reading.known:
        found = (_of_account if of == "account" else _of_enrolment)(reading, ID)
        reading.known[ID, of] = tuple(_ranked(found))
    names: tuple[Field, ...] = reading.known[ID, of]
    return names


def _ranked(found: Iterable[Field]) -> Iterator[Field]:
    ranked = sorted(found, key=lambda f: (f.standing is not Standing.READ, _is_single(f)))
    # A name printed twice is as sure as its better reading.
    by_value = {
        field.value: field
        for field in sorted(ranked, key=lambda f: (f.standing is Standing.READ, f.confidence))
    }
    for value in dict.fromkeys(field.value for field in ranked):
        yield by_value[value]


def _part(field: Field, part: str) -> Iterator[Field]:
    parts = name_parts.split(field.value)
    if parts is not None and field.standing is Standing.READ:
        yield replace(field, value=parts[part == "given_names"])


def _is_single(field: Field) -> bool:
    return len(field.value.split()) == 1


def _of_account(reading: Reading, name: str) -> Iterator[Field]:
    for sheet in sheets_of(reading):
        yield from _labelled_blocks(sheet, name)
    for sheet in sheets_of(reading):
        yield from _in_prose(names_in_prose.account_holder(sheet), name)
    for sheet in sheets_of(reading):
        yield from _addressed(sheet, name)


def _of_enrolment(reading: Reading, name: str) -> Iterator[Field]:
    for sheet in sheets_of(reading):
        yield from _in_prose(names_in_prose.student(sheet), name)
    for field in _labelled(reading, name, _SCHOOL_LABELS):
        yield replace(field, standing=Standing.GUESSED) if _is_single(field) else field
    yield from _in_two(reading, name)
    for sheet in sheets_of(reading):
        yield from _addressed(sheet, name)


def _labelled(reading: Reading, name: str, labels: tuple[str, ...]) -> Iterator[Field]:
    return labelled.read(reading, name, labelled.Settings(labels, "name"))


def _labelled_blocks(sheet: Sheet, name: str) -> Iterator[Field]:
    """Yield the holders at a label, with the lines that go on under the first."""
    wanted = label_words.vocabulary(_BANK_LABELS)
    heads = labelled.labels_on(sheet, wanted)
    for site in labelled.sites(sheet, wanted, "name"):
        for cell, (start, _) in site.places:
            block = block_at(sheet.cells, cell, start, heads)
            # A word alone, read from pixels, is more often two run together, or a stain.
            stray = block and block.single and not block.titled and sheet.page.source is Source.OCR
            if block is not None and not stray:
                certain = block.titled or not block.single
                yield _field(block, name, Standing.READ if certain else Standing.GUESSED)
                break


def _addressed(sheet: Sheet, name: str) -> Iterator[Field]:
    """Yield names that open with a title or stand above an address; both together are sure."""
    heads = labelled.labels_on(sheet, label_words.KNOWN_LETTERS)
    for cell in sheet.cells:
        if id(cell) in heads:
            continue
        block = block_at(sheet.cells, cell, 0, heads)
        if block is None or (block.single and not (block.titled and block.addressed)):
            continue
        if block.titled or block.addressed:
            both = block.titled and block.addressed
            yield _field(block, name, Standing.READ if both else Standing.GUESSED)


def _field(block: Block, name: str, standing: Standing) -> Field:
    passage = Passage.of_lines(
        ([spot.word for spot in cell.passage.spots] for cell in block.cells),
        block.cells[0].passage.page,
        block.cells[0].passage.source,
    )
    value = " / ".join(block.people)
    return passage.field(name, value, (block.start, len(passage.text)), standing)


def _in_two(reading: Reading, name: str) -> Iterator[Field]:
    """Yield surname and given names printed at labels of their own, joined."""
    surname = next(_labelled(reading, name, _SURNAME_LABELS), None)
    given = next(_labelled(reading, name, _GIVEN_LABELS), None)
    if surname and given and surname.value != given.value:
        weakest = min(surname.confidence, given.confidence)
        yield replace(surname, value=f"{surname.value} {given.value}", confidence=weakest)


def _in_prose(found: Iterable[tuple[Passage, Run]], name: str) -> Iterator[Field]:
    for passage, run in found:
        value = " / ".join(run.people)
        if label_words.letters(value) not in label_words.KNOWN_LETTERS:
            yield passage.field(name, value, (run.start, run.end))
