"""The father and the mother named on a birth record.

Question: what are the parents' names, and does the record show parents at all? French records say
it in prose (`fils de Jean DUPONT, né à ..., et de Marie MARTIN`), extracts and foreign records at
labels (père, father, padre, pai, Vater, ...), CIEC multilingual extracts (convention 16, boxes 7
and 8) in columns. Sources: circular of 28 October 2011 on civil status (model records), CIEC
conventions 16 and 34.

It does not know whether a parent is missing by law or by choice of the extract.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, product
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from docscheck.document import Field
from docscheck.readers import label_words, labelled, parent_labels, values
from docscheck.readers.cells import Cell, below, part_of
from docscheck.readers.child import split_by_capitals
from docscheck.readers.interface import Reading
from docscheck.readers.name_shape import is_full_name
from docscheck.readers.passage import Passage, fold
from docscheck.readers.sheet import Sheet, sheets_of

ID = "parents"

_LONG_LABEL = 8
_LABELS: dict[str, tuple[str, ...]] = {
    "father": (
        "Père", "Père (nom, prénoms)", "Père (nom et prénoms)", "De (père)",
        "De - Of (père / father)",
        "Paternità", "Vater: Familienname, Vorname(n)", "Vater Familienname, Vornamen",
        "Tatăl: numele și prenumele", "Numele și prenumele tatălui", "Baba Adı ve Soyadı",
        "Datos del padre: apellidos y nombres completos", "Nombre y apellidos del padre",
        "Padre: nombre y apellidos", "Họ, chữ đệm, tên người cha", "Họ và tên cha",
        "Nome e cognome del padre", "Name and surname of the father", "Pai do registando",
        "Imię i nazwisko ojca", "Naam van de vader", "Jméno otce", "Ime oca",
        "Nom, prénoms du père",
        "Nom et prénom(s) du père", "Emri i babait", "Πατέρας", "Όνομα πατέρα", "Apja neve",
        "Nom du père", "Nom et prénom du père", "Nom et prénoms du père",
        "Prénom et nom du père",
        "Prénoms et nom du père", "Prénom du père", "Le père", "Père / Father", "Fils de",
        "Fils / fille de (père)",
        "Fils / fille de", "Father's current legal name", "Padre Nombre y apellidos", "Father",
        "Name of father", "Father's name", "Father's full name", "Full name of father",
        "Name of the father",
        "Father name", "Name and surname of father", "Padre", "Nombre del padre",
        "Nombre y apellidos del padre",
        "Pai", "Nome do pai", "Nome del padre", "Vater", "Name des Vaters", "Vader", "Ojciec",
        "Tata", "Tatăl",
        "Отец", "父", "الأب", "اسم الأب", "Cha", "부", "Baba adı", "Baba",
    ),
    "mother": (
        "Mère", "Mère (nom, prénoms)", "Mère (nom et prénoms)", "Et de (mère)",
        "Et de - And of (mère / mother)", "Maternità", "Mutter: Familienname, Vorname(n)",
        "Mutter Familienname, Vornamen", "Mama: numele și prenumele",
        "Numele și prenumele mamei", "Anne Adı ve Soyadı", "Ana Adı ve Soyadı",
        "Datos de la madre: apellidos y nombres completos", "Madre: nombre y apellidos",
        "Họ, chữ đệm, tên người mẹ", "Họ và tên mẹ", "Nome e cognome della madre",
        "Name and surname of the mother", "Imię i nazwisko matki", "Naam van de moeder",
        "Jméno matky", "Ime majke", "Nom, prénoms de la mère", "Nom et prénom(s) de la mère",
        "Emri i nënës", "Μητέρα", "Όνομα μητέρας", "Anyja neve",
        "Nom de la mère", "Nom et prénom de la mère", "Nom et prénoms de la mère",
        "Prénom et nom de la mère", "Prénoms et nom de la mère", "Prénom de la mère", "La mère",
        "et de (mère)", "Mother's name prior to first marriage", "Mother's current legal name",
        "Madre Nombre y apellidos", "Mother's name", "Maiden name of mother",
        "Mère / Mother",
        "Mother", "Name of mother", "Mother's name", "Mother's full name", "Full name of mother",
        "Name of the mother", "Mother name", "Mother's maiden name",
        "Name and maiden surname of mother",
        "Name and surname of mother", "Madre", "Nombre de la madre",
        "Nombre y apellidos de la madre", "Mãe",
        "Nome da mãe", "Nome della madre", "Mutter", "Name der Mutter", "Moeder", "Matka",
        "Majka", "Mama",
        "Мать", "母", "الأم", "اسم الأم", "Mẹ", "모", "Ana adı", "Anne adı",
    ),
}  # fmt: skip
_LONG = {
    parent: tuple(label for label in labels if len(label_words.letters(label)) >= _LONG_LABEL)
    for parent, labels in _LABELS.items()
}
"""Labels in which a misread letter is forgiven."""
_CHILD_OF = re.compile(
    r"\b(?:sexe (?:feminin|masculin),?(?:\s*de nationalite \w+,?)?(?=\s+de\b)"
    r"|fils(?:\s*+[(/]\s*+fille\s*+\)?)?|fille|enfant|ne+ de|filiation|issue?"
    r"|hij[oa]|filh[oa]|figli[oa]|son|daughter|child)\s*(?:legitime\s+)?"
    r"(?::\s*)?(?:de\b\s*|d'|del\s+|di\s+|do\s+|of\s+)[:\s]*"
)
_AND_OF = re.compile(
    r"\b(?:et|y|e|and)\s+(?:de\b\s*|d'|di\s+|of\s+|da\s+)?[:\s]*(?:son epouse\s*,?\s*)?"
)
_ET_DE = re.compile(r"\b(?:et|y|e)\s+d(?:e\s+|'|i\s+)")
_OF = re.compile(r"\bd(?:e\s+|')")
_SAID_OF_PARENTS = re.compile(
    r"[\s,(]*(?:ne+\b|age+\b|nato\b|nata\b|nascid|nacid|\d\d ans\b|fils\b|fille\b)"
)
_NAMED = {
    "father": re.compile(
        r"\b(?:(?:le|son|the) )?(?:pere|father)\b[^.;:]{0,60}?"
        r"\b(?:s'appelle|se nomme|est nomme|is named|is called|named)\s*:?\s+"
    ),
    "mother": re.compile(
        r"\b(?:(?:la|sa|the) )?(?:mere|mother)\b[^.;:]{0,60}?"
        r"\b(?:s'appelle|se nomme|est nommee|is named|is called|named)\s*:?\s+"
    ),
}
_APART = {
    "father": (("Prénoms du père", "Prénom du père", "Prénom(s) du père", "Father's first name"),
               ("Nom du père", "Nom de famille du père", "Father's surname", "Father's last name")),
    "mother": (("Prénoms de la mère", "Prénom de la mère", "Mother's first name"),
               ("Nom de la mère", "Nom de naissance de la mère", "Mother's surname",
                "Mother's maiden name")),
}  # fmt: skip
_PARENT_WORDS = re.compile(
    r"\b(?:pere|mere|filiation|fils de|fille de|father|mother|parents?|padre|madre|pai|mae|filiacao"
    r"|vater|mutter|hij[oa] de|filh[oa] de|figli[oa] di|paternita|maternita)\b"
    r"|отец|мать|父|母|الاب|الام|부|모"
)
_FILIATION = ("Filiação", "Filiación", "Filiation", "Parents", "Parents' names", "Genitori", "Pais")
_BOX_NUMBER = re.compile(r"^\(?\d{1,2}[.)]?\s+")
_COLUMN_LINES = 8.0
"""Heights of the head within which the names of its column stand."""
_COLUMN_WIDTH = 0.25
"""Of the page, from the middle of the head to the middle of a name."""
_PROSE_REACH = 600
"""Characters of a record from the first parent to the second: birth, profession, domicile of
both."""


_People = tuple[tuple[str, tuple[int, int]], ...]


class Settings(Struct, frozen=True):
    """Settings of the `parents` reader."""

    parent: Literal["father", "mother"]
    """Which one; in prose the first named is taken for the father, as French records order them."""
    spouses: bool = False
    """The paper calls the parents husband and wife, as family books do."""


def mentions_parents(text: str) -> bool:
    """Tell whether a text has any word or label of filiation, with or without a name.

    >>> mentions_parents("fils de Jean DUPONT"), mentions_parents("EXTRAIT né le 12 mars 2004")
    (True, False)
    """
    return bool(_PARENT_WORDS.search(fold(text)))


def read(reading: Reading, name: str, settings: Settings) -> Iterator[Field]:
    """Yield that parent's names: those in prose first, then those at labels."""
    which = 0 if settings.parent == "father" else 1
    seen: set[str] = set()
    found = (
        *_named(reading, name, settings.parent),
        *_in_prose(reading, name, which),
        *_in_blocks(reading, name, settings),
        *_in_columns(reading, name, which),
        *_over_two_lines(reading, name, settings.parent),
        *_apart(reading, name, settings.parent),
        *_in_parts(reading, name, settings),
        *_beside(reading, name, settings),
        *_in_list(reading, name, which),
        *_in_sentences(reading, name, settings.parent),
        *labelled.read(reading, name, labelled.Settings(_LONG[settings.parent], "name")),
    )
    # A whole name before a surname or a given name alone.
    for field in sorted(found, key=lambda field: not is_full_name(field.value)):
        value = _given_names_first(field.value)
        if value not in seen and _is_possible(value):
            seen.add(value)
            yield replace(field, value=value)


def _given_names_first(value: str) -> str:
    """Put the surname last where its capitals tell it, as records in prose have it.

    >>> _given_names_first("EL ALAMI Omar"), _given_names_first("Omar EL ALAMI")
    ('Omar EL ALAMI', 'Omar EL ALAMI')
    """
    surname, given = split_by_capitals(value) or ("", "")
    return f"{given} {surname}" if given and value.startswith(surname) else value


def _beside(reading: Reading, name: str, settings: Settings) -> Iterator[Field]:
    """Yield the names at labels that say `father` or `mother` in any wording."""
    for sheet in sheets_of(reading):
        found = parent_labels.beside(sheet, settings.parent, spouses=settings.spouses)
        for _, cell, value, span in found:
            yield cell.passage.field(name, value, span)


def _in_parts(reading: Reading, name: str, settings: Settings) -> Iterator[Field]:
    """Yield given names and surname of a parent that stand at two labels, joined."""
    for sheet in sheets_of(reading):
        for cell, value, span in parent_labels.whole_names(
            sheet, settings.parent, spouses=settings.spouses
        ):
            yield cell.passage.field(name, value, span)


def _in_blocks(reading: Reading, name: str, settings: Settings) -> Iterator[Field]:
    """Yield `Nom` and `Prénoms` under a heading that says `Père` or `Épouse / Mère`."""
    for sheet in sheets_of(reading):
        for surname, given in parent_labels.blocks(
            sheet, settings.parent, spouses=settings.spouses
        ):
            cell, value, span = surname
            yield cell.passage.field(name, f"{given[1]} {value}", span)


def _in_sentences(
    reading: Reading, name: str, parent: Literal["father", "mother"]
) -> Iterator[Field]:
    for page in chain.from_iterable(sheet.passages for sheet in sheets_of(reading)):
        for value, span in parent_labels.in_sentences(page.text, parent):
            yield page.field(name, value, span)


def _is_possible(value: str) -> bool:
    """Tell a parent's name from the other language's word for the parent (`Anne`, `Baba`)."""
    both = label_words.vocabulary((*_LABELS["father"], *_LABELS["mother"]))
    return not value[0].islower() and label_words.letters(value) not in both


def _named(reading: Reading, name: str, parent: str) -> Iterator[Field]:
    """Yield the name in `the father of ... is called ...`."""
    for page in (sheet.passage for sheet in sheets_of(reading)):
        for match in _NAMED[parent].finditer(fold(page.text).replace("\n", " ")):
            if person := _person(page, match.end()):
                yield page.field(name, *person)


def _apart(reading: Reading, name: str, parent: str) -> Iterator[Field]:
    """Yield given names and surname that have labels of their own, joined."""
    given, surname = (
        next(labelled.read(reading, name, labelled.Settings(labels, "name")), None)
        for labels in _APART[parent]
    )
    if given and surname and given.value != surname.value:
        yield replace(surname, value=f"{given.value} {surname.value}")


def _in_list(reading: Reading, name: str, which: int) -> Iterator[Field]:
    """Yield the first or second name beside or under `Filiação`, the father first."""
    for sheet in sheets_of(reading):
        for site in labelled.sites(sheet, label_words.vocabulary(_FILIATION), "name"):
            if not site.places:
                continue
            first, _ = site.places[0]
            lines = [
                cell
                for cell in sheet.cells
                if abs(cell.box.left - first.box.left) <= first.character
                and 0 <= cell.box.top - first.box.top <= 2.5 * first.height
            ]
            found = [(cell, value) for cell in lines if is_full_name(value := _name_in(cell))]
            if len(found) == len(_LABELS) and found[0][0] is first:
                cell, value = found[which]
                yield cell.passage.field(name, value, (0, len(cell.text)))


def _in_prose(reading: Reading, name: str, which: int) -> Iterator[Field]:
    for page in chain.from_iterable(sheet.passages for sheet in sheets_of(reading)):
        folded = fold(page.text).replace("\n", " ")
        couples = [tuple(_people(page, folded, m.end())) for m in _CHILD_OF.finditer(folded)]
        # The word for son or daughter is lost: two whole names with what follows a parent's.
        couples = [c for c in couples if len(c) > 1] or [*couples, *_couples(page, folded)]
        for parents in couples:
            if len(parents) > which:
                value, span = parents[which]
                yield page.field(name, value, span)


def _couples(page: Passage, folded: str) -> Iterator[_People]:
    """Yield the two persons of `de Pierre MARTIN, né ..., et de Marie BERNARD, née ...`."""
    for joint in _ET_DE.finditer(folded):
        second = _person(page, joint.end())
        if second is None or not _is_described(folded, second):
            continue
        before = max(0, joint.start() - _PROSE_REACH // 2)
        for of in reversed(list(_OF.finditer(folded, before, joint.start()))):
            first = _person(page, of.end())
            if first and is_full_name(first[0]) and _is_described(folded, first):
                yield first, second
                break


def _is_described(folded: str, person: tuple[str, tuple[int, int]]) -> bool:
    """Tell whether what follows a name is said of a parent: a birth or an age."""
    return _SAID_OF_PARENTS.match(folded, person[1][1]) is not None


def _in_columns(reading: Reading, name: str, which: int) -> Iterator[Field]:
    """Yield the name under `Père` or `Mère` where both head a column (CIEC extracts)."""
    for sheet in sheets_of(reading):
        cells = sheet.cells
        for father, mother in product(_headed(sheet, "father"), _headed(sheet, "mother")):
            if abs(father.box.top - mother.box.top) < father.height and father != mother:
                own, other = ((father, mother), (mother, father))[which]
                parts = tuple(_under_head(cells, own, other))
                value = " ".join(_name_in(cell) for cell in parts)
                if is_full_name(value):
                    yield parts[0].passage.field(name, value, (0, len(parts[0].text)))


def _over_two_lines(reading: Reading, name: str, parent: str) -> Iterator[Field]:
    """Yield a surname in capitals and the given names under it (boxes of CIEC form A)."""
    wanted = label_words.vocabulary(_LABELS[parent])
    for sheet in sheets_of(reading):
        for site in labelled.sites(sheet, wanted, "name"):
            for cell, (start, end) in site.places[:1]:
                surname = values.name(cell.text[start:end])
                own = part_of(cell, start, end)
                under = next((c for c in below(own, sheet.cells) if _aligned(c, own)), None)
                given = _name_in(under) if under else ""
                if surname.isupper() and given and not given.isupper():
                    yield cell.passage.field(name, f"{given} {surname}", (start, end))


def _aligned(one: Cell, other: Cell) -> bool:
    return abs(one.box.left - other.box.left) <= other.character


def _headed(sheet: Sheet, parent: str) -> Iterator[Cell]:
    wanted = label_words.vocabulary(_LABELS[parent])
    if sheet.has(wanted):
        for number, found in sheet.labels(wanted).items():
            cell = sheet.cells[number]
            if found[0].label in wanted and labelled.is_label(cell.text, found):
                yield cell


def _under_head(cells: Sequence[Cell], own: Cell, other: Cell) -> Iterator[Cell]:
    """Yield the first two names nearer to this head than to the other, within the column."""
    known = label_words.KNOWN_LETTERS
    middle = (own.box.left + own.box.right) / 2
    rival = (other.box.left + other.box.right) / 2
    taken = 0
    for cell in cells:
        centre = (cell.box.left + cell.box.right) / 2
        below = (
            own.box.bottom - own.height / 2
            < cell.box.top
            < own.box.bottom + _COLUMN_LINES * own.height
        )
        nearer = abs(centre - middle) < abs(centre - rival) and abs(centre - middle) < _COLUMN_WIDTH
        is_name = _name_in(cell) and not label_words.scan(cell.text, known)
        if below and nearer and is_name and taken < 2:
            taken += 1
            yield cell


def _name_in(cell: Cell) -> str:
    """Return the name of a cell, without the number of its box."""
    return values.name(_BOX_NUMBER.sub("", cell.text))


def _people(page: Passage, folded: str, start: int) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the first person named there, and the next one after `et de`."""
    first = _person(page, start)
    if first is None:
        return
    yield first
    limit = first[1][1] + _PROSE_REACH
    for joint in _AND_OF.finditer(folded, first[1][1], limit):
        second = _person(page, joint.end())
        if second and (is_full_name(second[0]) or _ET_DE.fullmatch(joint[0])):
            yield second
            return


def _person(page: Passage, start: int) -> tuple[str, tuple[int, int]] | None:
    """Return the name that begins there; a single word only if the sentence goes on as from one."""
    stretch = page.text[start : start + _NAME_REACH].replace("\n", " ")
    joint = _AND_OF.search(fold(stretch))
    found = parent_labels.person_in(stretch[: joint.start()] if joint else stretch)
    if found is None:
        return None
    value, (begin, end) = found
    after = stretch[end:].lstrip()
    alone = fold(after[:6]).startswith((",", "et d", "ne ", "nee ", "ben ", "bent", "y d", "e d"))
    if not is_full_name(value) and not (alone and len(value) >= _SHORTEST_ALONE):
        return None
    return value, (start + begin, start + end)


_NAME_REACH = 90
_SHORTEST_ALONE = 3
