"""The person a civil-status record is about: names and place of birth, in prose or in one piece.

Question: who was born, and where? Records in prose say it around the verb of birth: `est né à Lyon
: Jean DUPONT, du sexe masculin`, `certifie que Ana LIMA, de sexe féminin, est née le`, `è nata a
Roma`; forms print the whole name at one label (`Name and surname`, `Nom et prénoms`,
`Họ, chữ đệm, tên`). Surname and given names are told apart by their capitals, as these records
print them; where that does not settle it, only the whole name is given. Sources: circular of 28
October 2011 (model records), and the records of `domain.md` §2.4.

It does not read a surname and given names that have labels of their own: `labelled` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import Literal

from msgspec import Struct

from docscheck.document import Field
from docscheck.readers import label_words, labelled, name_shape, parent_labels, values
from docscheck.readers.birth_date import PARENTS_BEGIN
from docscheck.readers.interface import Reading
from docscheck.readers.passage import fold
from docscheck.readers.person_names import PARTICLES
from docscheck.readers.sheet import sheets_of

ID = "child"

_WHOLE_LABELS = (
    "Nom et prénoms", "Nom et prénom", "Nom, prénoms", "Nom prénoms", "Prénoms et nom",
    "Prénom et nom", "Nom et prénoms de l'enfant", "Prénoms et nom de l'enfant",
    "Nom complet", "le nommé", "la nommée", "le (la) nommé(e)", "nommé(e)",
    "Name and surname", "Name", "Name of child", "Name of the child", "Full name",
    "Full name of child", "Child's name", "Name, if any", "Nome", "Nome completo",
    "Nome e cognome", "Cognome e nome", "Nombre y apellidos", "Nombre completo",
    "Nombre del inscrito", "Name des Kindes", "Họ, chữ đệm, tên", "Họ và tên",
    "Requérant", "Requérant(e)", "Adı ve soyadı", "Nom, prénom", "Nom prénom", "Assuré(e)",
    "Assuré", "Assurée", "Bénéficiaire", "Nom et prénom de l'assuré", "Étudiant(e)",
)  # fmt: skip
_PARENT = (
    r"(?:pere|mere|father|mother|padre|madre|pai|mae|vater|mutter|baba|anne|ana|tatal|mama|cha|me"
    r"|conjoint|epoux|epouse|declarant|informant|officier|registrar|parent)\b"
)
_NAMES_A_PARENT = re.compile(_PARENT)
_OF_A_PARENT = re.compile(
    rf"[\W\d]*+(?:(?:du|de la|del|della|do|da|of|of the|le|la|nguoi|d[eu]s)\s++)?{_PARENT}"
)
_AFTER_NAME = re.compile(
    r"\b(?:sexe|sesso|sexo)\s+"
    r"(?:feminin|masculin|femminile|maschile|feminino|masculino|femenino)\b"
    r"|\bne+(?:\s*+\(e\))?\s++(?:le|en)\b"
    r"|\b(?:est\s+nee?|naquit|e\s+nat[oa]|was\s+born|(?:ist|wurde)\s+geboren|nasceu|nacio(?=\W+(?:en|el|a|la|las|los|vivo|viva|un|una|hoy|\d)))\b"
)
"""The sex in a sentence, or a verb of birth: the name stands before it."""
_TITLE = re.compile(r"\b(?:M|Mr|Mme|Mlle|Monsieur|Madame|Mademoiselle|Mrs|Ms|Miss)\b\.?\s*$")
_LEAD = re.compile(r"(?:(?P<comma>,)\s*)?(?:\b(?P<of>de|du|di|do|of|del)\s+)?$")
_LEAD_REACH = 40
"""Characters of a title, or of a comma and a small word, with the blanks around them."""
_OF_WHOM = re.compile("de|di|of|do|da")
_REACH = 100
"""Characters before a verb of birth in which a name is looked for."""
_PIECES = _REACH // 2
_NAME_BEFORE = re.compile(
    rf"(?<![^\W\d_])(?:[^\W\d_][^\W\d_'’\-.]*(?:['’\-.][^\W\d_]+){{0,{_PIECES}}}\s+)"
    rf"{{0,{name_shape.MOST_WORDS}}}[^\W\d_][\w'’\-]{{0,{_REACH}}}$"
)
"""The last words of a stretch; no more of them than a name has, and one before."""
_BORN_IN = re.compile(
    r"\b(?:est\s+nee?|e\s+nat[oa]|was\s+born|ne(?:\(e\)|e)?|naquit|ist\s+geboren|nasceu|nacio(?=\W+(?:en|el|a|la|las|los|vivo|viva|un|una|hoy|\d)))\b"
    r"(?P<date>\s*+(?:,\s*+)?(?:le|on|am|em|el)\s[^:;]{6,60}?)?(?:\s*+,)?\s++(?:a|at|in|em|en)\s+"
)
_PLACE_ENDS = re.compile(r"[,:;(.\d]|\s(?:il|le|el|em|am|on|de|du|en)\s|$")
_BESIDE_BOXES = re.compile(r"\bjo\W+mo\W+an\b[\W\d]+?\d ?\d ?\d ?\d\s+(?=[^\W\d])(.{3,40})")
"""The place on the line of the boxes for day, month and year (CIEC convention 16)."""
_TOWN = re.compile(
    r"(?:mairie|commune(?: urbaine| rurale)?|ville|comune|consulaire|arrondissement|centre(?: "
    r"principal| secondaire)?|prefecture|standesamt|gemeinde|municipio)\s+(?:de |d'|du |di )?"
)


class Settings(Struct, frozen=True):
    """Settings of the `child` reader."""

    part: Literal["surname", "given_names", "whole", "birth_place"]
    """Which of the names, or the place in prose."""
    of_child: bool = False
    """The paper names a couple first, as family books do: what is said of the child is read."""


def read(reading: Reading, name: str, settings: Settings) -> Iterator[Field]:
    """Yield that part of each reading of the name, those in prose first."""
    if settings.part == "birth_place":
        yield from _places(reading, name)
        return
    seen: set[str] = set()
    if settings.of_child:
        found: Iterator[Field] = _in_family_book(reading, name)
    else:
        found = chain(_in_prose(reading, name), _at_labels(reading, name))
    for whole in found:
        value = _part(whole.value, settings.part)
        if value and value not in seen:
            seen.add(value)
            yield Field(
                name, value, whole.page, whole.box, whole.confidence, whole.source, whole.standing
            )


def split_by_capitals(whole: str) -> tuple[str, str] | None:
    """Tell surname and given names apart where one is all in capitals; `None` where neither is.

    >>> split_by_capitals("Inês DOS SANTOS LIMA"), split_by_capitals("DA SILVA Ana")
    (('DOS SANTOS LIMA', 'Inês'), ('DA SILVA', 'Ana'))
    """
    words = whole.split()
    loud = [_is_loud(word) for word in words]
    if all(loud) or not any(loud):
        return (whole, "") if len(words) == 1 and all(loud) else None
    first, last = loud.index(True), len(loud) - 1 - loud[::-1].index(True)
    while first and fold(words[first - 1]) in PARTICLES and words[first - 1].islower():
        first -= 1
    given = words[:first] + words[last + 1 :]
    if not all(loud[first : last + 1]) and not _has_particles(words[first : last + 1]):
        return None
    return " ".join(words[first : last + 1]), " ".join(given)


def _is_loud(word: str) -> bool:
    """Tell a word in capitals; a single letter is an initial and says nothing."""
    letters = [c for c in word if c.isalpha()]
    return len(letters) > 1 and all(c.isupper() for c in letters)


def _has_particles(words: list[str]) -> bool:
    return all(_is_loud(word) or fold(word) in PARTICLES for word in words)


def _part(whole: str, part: str) -> str:
    if part == "whole":
        return whole
    names = split_by_capitals(whole)
    return names[part == "given_names"] if names else ""


def _at_labels(reading: Reading, name: str) -> Iterator[Field]:
    wanted = label_words.vocabulary(_WHOLE_LABELS)
    for sheet in sheets_of(reading):
        for label, cell, value, span in parent_labels.beside(sheet, "child", spouses=True):
            if label.part == "whole" and name_shape.is_full_name(value):
                yield cell.passage.field(name, value, span)
        for site in labelled.sites(sheet, wanted, "name"):
            if _NAMES_A_PARENT.search(site.before) or _OF_A_PARENT.match(site.after):
                continue
            for cell, (start, end) in site.places:
                value = values.name(cell.text[start:end])
                if len(value.split()) > 1:
                    yield cell.passage.field(name, value, (start, end))
                    break


def _in_family_book(reading: Reading, name: str) -> Iterator[Field]:
    """Yield the name of the first child: at labels that say so, or in the block under one."""
    for sheet in sheets_of(reading):
        for cell, value, span in parent_labels.whole_names(sheet, "child", spouses=True):
            yield cell.passage.field(name, value, span)
        for label, cell, value, span in parent_labels.beside(sheet, "child", spouses=True):
            if label.part == "whole" and name_shape.is_full_name(value):
                yield cell.passage.field(name, value, span)
        for surname, given in parent_labels.blocks(sheet, "child", spouses=True):
            yield surname[0].passage.field(name, f"{given[1]} {surname[1].upper()}", surname[2])


def _in_prose(reading: Reading, name: str) -> Iterator[Field]:
    for page in chain.from_iterable(sheet.passages for sheet in sheets_of(reading)):
        flat = page.text.replace("\n", " ")
        town: str | None = None
        for after in _AFTER_NAME.finditer(fold(flat)):
            lead = _LEAD.search(flat, max(0, after.start() - _LEAD_REACH), after.start())
            # A form prints its label `Sexe` behind a name with nothing between.
            in_sentence = lead and (lead["comma"] or lead["of"])
            if lead and (in_sentence or not after[0].startswith("se")):
                end = len(flat[: lead.start()].rstrip())
                town = _town(flat) if town is None else town
                found = name_before(flat, end, town)
                # `né le` follows a parent's name as well; a title is only given to the subject.
                if found and (not after[0].startswith("ne") or _titled(flat, found[1][0])):
                    yield page.field(name, *found)


def _titled(flat: str, start: int) -> bool:
    return _TITLE.search(flat, max(0, start - _LEAD_REACH), start) is not None


def name_before(text: str, end: int, town: str) -> tuple[str, tuple[int, int]] | None:
    """Return the run of name words that ends there, without the town before it."""
    begin = max(0, end - _REACH)
    run = _NAME_BEFORE.search(text[begin:end])
    if run is None:
        return None
    words = run[0].split()
    for count in range(min(len(words), name_shape.MOST_WORDS), 0, -1):
        tail = words[-count:]
        capital = tail[0][0].isupper() or (
            fold(tail[0]) in PARTICLES and count > 1 and tail[1][0].isupper()
        )
        if count > 1 and _OF_WHOM.fullmatch(tail[0]) and not _is_loud(tail[1]):
            continue  # `la naissance de Seo Jun LEE`
        if capital and name_shape.looks_like_name(tail):
            value = _without_town(" ".join(dict.fromkeys(tail)), town)
            single_is_loud = len(value.split()) > 1 or _is_loud(value)
            found = text.rfind(" ".join(tail), begin, end)
            start = found if found >= 0 else begin
            return (value, (start, end)) if value and single_is_loud else None
    return None


def _without_town(value: str, town: str) -> str:
    """Take off the town that stands right before a name: `est né à Rabat Ali ALAMI`."""
    if town and fold(value).startswith(f"{fold(town)} "):
        return value[len(town) + 1 :]
    return value


def _town(text: str) -> str:
    """Return the town of the register, as its letterhead names it."""
    folded = fold(text)
    head = _TOWN.search(folded)
    if head is None:
        return ""
    born = _BORN_IN.search(folded)
    stretch = text[born.end() : born.end() + 40] if born else ""
    letterhead = fold(text[head.end() : head.end() + 40])
    words: list[str] = []
    for word in stretch.split():
        if not letterhead.startswith(fold(" ".join([*words, word]))):
            break
        words.append(word)
    return " ".join(words)


def _places(reading: Reading, name: str) -> Iterator[Field]:
    for sheet in sheets_of(reading):
        for find in (_beside_boxes, _after_verb, _after_date, _of_maternity, _of_town_hall):
            for page in sheet.passages:
                for value, start in find(page.text.replace("\n", " "), page.text):
                    if values.looks_like_place(value) and len(value.split()) <= _MOST_TOWN_WORDS:
                        yield page.field(name, value, (start, start + len(value)))


def _beside_boxes(flat: str, printed: str) -> Iterator[tuple[str, int]]:
    if box := _BESIDE_BOXES.search(fold(flat)):
        yield printed[slice(*box.span(1))].split("\n")[0].strip(), box.start(1)


def _after_verb(flat: str, printed: str) -> Iterator[tuple[str, int]]:
    town = _town(flat)
    folded = fold(flat)
    parents = PARENTS_BEGIN.search(folded)
    for born in _BORN_IN.finditer(folded):
        if parents and born.start() > parents.start() and born[0].startswith("ne"):
            continue  # `fils de Pierre MARTIN, né à Nantes`
        value = _place_at(flat, born.end())
        yield (town if town and fold(value).startswith(fold(f"{town} ")) else value), born.end()


def _after_date(flat: str, printed: str) -> Iterator[tuple[str, int]]:
    """Yield the place on the line of a birth date: `le 31 octobre 2010, Lyon`."""
    folded = fold(printed)
    for date in _DATE_AND_PLACE.finditer(folded):
        if _OF_BIRTH.search(folded, max(0, date.start() - _BEFORE_DATE), date.start()):
            yield _place_at(printed[date.end() :].split("\n")[0], 0), date.end()
            return


def _of_maternity(flat: str, printed: str) -> Iterator[tuple[str, int]]:
    for house in _MATERNITY.finditer(fold(flat)):
        yield _place_at(flat, house.end()), house.end()


def _of_town_hall(flat: str, printed: str) -> Iterator[tuple[str, int]]:
    """Yield the town of a French record that gives a street for the birth: it is in that town."""
    folded = fold(flat)
    hall = _TOWN_HALL.search(folded)
    if hall and _BORN_IN_STREET.search(folded):
        line = printed[hall.end() :].split("\n")[0]
        yield _place_at(line, 0), hall.end()


def _place_at(text: str, start: int) -> str:
    stretch = text[start : start + _PLACE_REACH]
    ends = _PLACE_ENDS.search(fold(stretch))
    return stretch[: ends.start()].strip(" -'’") if ends else ""


_PLACE_REACH = 60
_BEFORE_DATE = 70
"""Characters before a date within which the word for birth stands."""
_DATE_AND_PLACE = re.compile(
    r"(?:\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{1,2}(?:er)?\s+[a-z]{3,9}\.?\s+\d{4})"
    r" *(?:[,\-–] *(?:(?:a|at|in|en|em) +)?|(?:a|at|in|en|em) +)(?=[^\W\d_])"
)
_OF_BIRTH = re.compile(
    r"\bnee?\b|\bne\W|\bnele|naissance|\bborn|birth|\bnat[oa]\b|\bnaci|nascim|\bgebor"
)
_MATERNITY = re.compile(
    r"\b(?:maternite|clinique|hopital|centre hospitalier|centre de sante)\s+(?:de\s+|d')"
)
_TOWN_HALL = re.compile(r"\b(?:mairie|ville|commune)\s+(?:nouvelle\s+|urbaine\s+)?(?:de\s+|d')")
_BORN_IN_STREET = re.compile(
    r"\best\s+nee?\b[^.;:]{0,40}?\b\d+[\s,]*(?:bis|ter)?[\s,]*"
    r"(?:rue|avenue|boulevard|place|impasse|chemin|quai|cours|allee|route)\b"
)
_MOST_TOWN_WORDS = 4
