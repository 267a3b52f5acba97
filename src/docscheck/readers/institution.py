"""The school or university that issued an enrolment paper.

Question: which line names the establishment? Sources: the kinds of establishment of the code de
l'éducation (articles L711-2 and following) and their usual English names. A line that opens with
such a word, or an acronym beside one, is preferred near the head of the page; sentences are left
out. It does not know whether the establishment exists or is recognised by the state.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from docscheck.document import Field, PageText
from docscheck.readers.cells import Cell, below, cells_of
from docscheck.readers.interface import Reading
from docscheck.readers.passage import fold

ID = "institution"

_KINDS = (
    "universite|university|universitat|universidad|universita|ecole|institut|lycee|iut"
    "|insa|iae|inp|ens|estp|college|faculte|faculty|school|academie|academy|conservatoire"
    "|sciences po|cnam|inalco|hec|essec|escp|edhec|emlyon|neoma|skema|kedge|polytech"
    "|groupe esc|centrale|centralesupelec|arts et metiers|isae|ensam|epitech|epita|ecam"
    "|esiee|campus"
)
_NAME = re.compile(rf"\b(?:{_KINDS})\b(?!\s*(?:[:)]|ainsi|annee|20\d\d))[^\n,;:()]*", re.IGNORECASE)
_SENTENCE = re.compile(
    r"\b(?:certifie|soussigne|est inscrit|inscrite?|annee|atteste|attests|certify|enrolled|remise"
    r"|presente|copie|www|http)\b|@"
)
_LABEL = re.compile(r"^(?:etablissement|institution|nom de l'etablissement|school)\s*:\s*(.{4,})$")
_CERTIFIER = re.compile(
    r"(?:president|directeur|directrice|presidente|proviseur|head|director)\w{0,30}"
    r"(?: general\w*)? (?:de l'|de la |du |de |d'|of the |of )"
)
_PARENT_BODY = re.compile(r"(?:academie|academy|rectorat|faculte|faculty|ufr|campus|departement)\b")
"""What an establishment belongs to, or a part of it: named only where nothing else is."""
_NO_ESTABLISHMENT = re.compile(r"programme|parcours|ecole doctorale|scolarite|diplome|formation\b")
"""How headings begin that name a course or an office with the word of an establishment."""
_JOINS = re.compile(r"(?:de|du|des|d'|et|la|of|and|for|für)\b|d['’]", re.ASCII)
_OPEN_END = re.compile(r"(?:\b(?:de|du|des|la|et|of|and)|-)$")
_LONGEST = 90


class Settings(Struct, frozen=True):
    """The `institution` reader needs no setting."""


def read(reading: Reading, name: str, settings: Settings) -> Iterator[Field]:
    """Yield the names of establishments: labelled, then at the head of the page, then in
    sentences.
    """
    found = [entry for page in reading.texts for entry in _found(page, name)]
    seen: set[str] = set()
    for _, _, field in sorted(found, key=lambda entry: entry[:2]):
        if fold(field.value) not in seen:
            seen.add(fold(field.value))
            yield field


def _found(page: PageText, name: str) -> Iterator[tuple[int, int, Field]]:
    cells = cells_of(page)
    for index, cell in enumerate(cells):
        text = fold(cell.text)
        if match := _LABEL.match(text):
            yield 0, index, _field(cell, name, match.span(1))
        elif (match := _NAME.search(text)) and len(match[0]) <= _LONGEST:
            in_sentence = bool(_SENTENCE.search(text))
            after_office = _CERTIFIER.search(text[: match.start()])
            if in_sentence and not after_office:
                continue
            # A heading may open with more of the name: "Sorbonne Université", "Aix-Marseille ...".
            start = match.start() if after_office or in_sentence else 0
            goes_on = _SENTENCE.search(text, match.start())
            end = min(match.end(), goes_on.start() if goes_on else len(text))
            rank = 2 if in_sentence or after_office else 1
            rank += bool(_PARENT_BODY.match(text))
            field = _field(cell, name, (start, end))
            if _NO_ESTABLISHMENT.match(fold(field.value)) or " " not in field.value:
                continue
            goes_on_below = end == len(text) and not in_sentence
            yield rank, index, _with_next_line(field, cell, cells) if goes_on_below else field


def _with_next_line(field: Field, cell: Cell, cells: Sequence[Cell]) -> Field:
    """Add the next line of a narrow column, where the name plainly goes on in it."""
    under = next(below(cell, cells), None)
    if under is None or abs(under.box.left - cell.box.left) > cell.character:
        return field
    opens = _JOINS.match(under.text) is not None
    if any(map(str.isdigit, under.text)) or not (opens or _OPEN_END.search(field.value)):
        return field
    glue = "" if field.value.endswith("-") else " "
    return replace(field, value=f"{field.value}{glue}{under.text.strip()}")


def _field(cell: Cell, name: str, span: tuple[int, int]) -> Field:
    value = " ".join(cell.text[slice(*span)].split()).strip(" .:-–,")
    return cell.passage.field(name, value, span)
