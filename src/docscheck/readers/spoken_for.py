"""The person a letter speaks for: a parent's child, a sponsor's student, the holder of a grant.

Question: of the people a letter names, whom is it about? Parents and sponsors say it with a word of
kinship (`autorise ma fille Ana LIMA, née le`, `I support my son`, `père de l'enfant`); banks and
offices with a verb and a title (`atteste que M. Ali ALAMI`); who writes for himself signs
(`Je soussignée Ana LIMA, née le`). The birth date is the one that follows that name, so that the
parent's own is never taken for it. Sources: model letters of town halls and universities, and
`domain.md` §1.3 (parent identity, child identity, consent).

It does not read forms: `labelled` does. Surname and given names are told apart by capitals only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from docscheck.document import Field
from docscheck.readers import dates, name_shape
from docscheck.readers.child import split_by_capitals
from docscheck.readers.interface import Reading
from docscheck.readers.passage import Passage, fold
from docscheck.readers.person_names import PARTICLES, TITLES
from docscheck.readers.sheet import sheets_of

ID = "spoken-for"

_KIN = (
    r"(?:mon|notre|nos|son) (?:fils|enfant|neveu|petit-fils|frere|pupille)"
    r"|(?:ma|notre|sa) (?:fille|niece|petite-fille|soeur|pupille)"
    r"|(?:de |a )?l'(?:enfant|etudiante?|eleve)(?: mineure?)?|(?:du|le|de la|la) mineure?"
    r"|(?:pere|mere|parents?|tuteur|tutrice)(?:\(e\))?(?: legale?)? d(?:e|')"
    r"|(?:representant|responsable)(?:\(e\))?e?s? leg(?:ale?s?|aux)(?:\(e\))? d(?:e|')"
    r"|(?:my|our) (?:[a-z0-9-]+ )?"
    r"(?:son|daughter|child|ward|nephew|niece|grandson|granddaughter|brother|sister)"
    r"|(?:the )?(?:minor child|minor|child|student|scholar|grantee)"
    r"|(?:father|mother|parents?|guardian) of"
    r"|(?:titulaire de )?l'autorite parentale (?:sur|de|a l'egard de|concernant)"
    r"|(?:parental )?(?:authority|responsibility) (?:over|for)"
    r"|(?:mi|nuestr[oa]) hij[oa]|(?:meu|nosso) filho|(?:minha|nossa) filha"
    r"|(?:mio|nostro) figlio|(?:mia|nostra) figlia|(?:mein|unser)\w{0,2} (?:sohn|tochter|kind)"
    r"|(?:mijn|onze?) (?:zoon|dochter|kind)|fi(?:ul|ica) (?:meu|mea|nostru|noastra)"
    r"|moj\w* (?:syn|cork|dzieck)\w*|oglum|kizim|cocugum"
)
_FILLER = (
    r"(?:mineure?|minor|menor|minore|nomme|nommee|prenomme|prenommee|named|called|est|namens"
    r"|de nom|ainee?|cadet|cadette|unique|legitime|monsieur|madame|mademoiselle|mme|mlle|mr|mrs"
    r"|ms|miss|m|et|ou|or|and)\b\.?(?:\(e\))?"
)
_CHILD = re.compile(rf"\b(?:{_KIN})\b(?:[\s,:/()*]*(?:\b(?:{_KIN})\b|\b{_FILLER}))*[\s,:/()*]*")
"""A word of kinship, with its alternatives (`ma fille / mon fils`) and whatever leads to a name."""
_PARENT = re.compile(r"pere|mere|parent|tut|represent|respons|father|mother|guardian")
"""Words of kinship of who signs: without a name behind them, the birth that follows is his."""
_TITLE = r"(?:monsieur|madame|mademoiselle|mme|mlle|mrs|mr|ms|miss|m)\b\.?(?:\(e\))?"
_TITLED = re.compile(
    r"\b(?:certifi\w*|attest\w*|confirm\w*|declar\w*|accord\w*|attribu\w*|octroy\w*|award\w*"
    rf"|grant\w*|que|that|a|to)[\s,:]+(?:l'etudiante?\s+)?{_TITLE}\s+"
)
_ALLOWED = re.compile(
    r"\b(?:autoris(?:e|ons|ent)|(?:inscription|affiliation|immatriculation|demarches) (?:de|par)"
    r"|(?:registration|enrolment|affiliation) (?:of|by)|authori[sz]e|allow|permit|que|that|autorizo"
    rf"|autorizzo)[\s,:]+(?:{_TITLE}\s+)?"
)
"""What a parent allows, and whom, without a word of kinship."""
_SIGNATORY = re.compile(
    rf"\b(?:je,? soussigne(?:e|\(e\))?|i,? the undersigned)[\s,:]*(?:{_TITLE}\s+)?"
)
_BORN = re.compile(
    r"\b(?:nee?\b|ne\(e\)|born|date of birth|date de naissance|nacid[oa]|geb\b|geboren|nat[oa]\b"
    r"|nascid[oa]|nascut|urodz\w+|dogum)"
)
_REACH_OF_BIRTH = 70
"""Characters after the name in which the birth must be spoken of, with its date."""
_LONGEST_DATE = 24
"""Characters of a date in digits or with a month's name."""
_LONGEST_NAME = 90
_ENDS = ",;:.()/"


class Settings(Struct, frozen=True):
    """Settings of the `spoken-for` reader."""

    part: Literal["surname", "given_names", "whole", "birth_date"]
    """Which of the names, or the date of birth beside it."""
    child_only: bool = False
    """Whether only somebody's child counts, never who signs: for what parents write."""


def read(reading: Reading, name: str, settings: Settings) -> Iterator[Field]:
    """Yield that part of the people spoken for, those named by kinship first, each value once."""
    seen: set[str] = set()
    for page in (passage for sheet in sheets_of(reading) for passage in sheet.passages):
        for value, span, alternatives in _parts(page, reading, settings):
            if value and value not in seen:
                seen.add(value)
                yield page.field(name, value, span, alternatives=alternatives)


def _parts(
    page: Passage, reading: Reading, settings: Settings
) -> Iterator[tuple[str, tuple[int, int], tuple[str, ...]]]:
    if settings.part == "birth_date":
        for end in _before_birth(page, settings.child_only):
            if born := _birth(page.text, end, reading):
                yield born.value, born.span, born.alternatives
        return
    for whole, span in _people(page, settings.child_only):
        if settings.part == "whole":
            yield whole, span, ()
        elif names := split_by_capitals(whole):
            yield names[settings.part == "given_names"], span, ()


def _before_birth(page: Passage, child_only: bool) -> Iterator[int]:
    """Yield where a birth may be spoken of: behind the names, else behind `my daughter`."""
    people = tuple(_people(page, child_only))
    yield from (end for _, (_, end) in people)
    if not people:
        mentions = _CHILD.finditer(fold(page.text.replace("\n", " ")))
        yield from (match.end() for match in mentions if not _PARENT.match(match[0]))


def _people(page: Passage, child_only: bool) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the names by the surest sign on the page; a weaker sign names somebody else."""
    flat = page.text.replace("\n", " ")
    folded = fold(flat)
    for sign in (_CHILD, _ALLOWED) if child_only else (_CHILD, _TITLED, _SIGNATORY):
        named = (_name_at(flat, match.end()) for match in sign.finditer(folded))
        found = [person for person in named if person is not None]
        if found:
            yield from found
            return


def _name_at(text: str, start: int) -> tuple[str, tuple[int, int]] | None:
    """Return the full name that begins there: words with a capital, and particles before one."""
    words: list[str] = []
    end = kept = start
    count = 0
    for match in re.finditer(r"\S+", text[start : start + _LONGEST_NAME]):
        word = match[0].strip(_ENDS) if match[0][:1].isalpha() else ""
        if not word or not (word[0].isupper() or fold(word) in PARTICLES):
            break
        words.append(word)
        end = start + match.start() + len(word)
        if word[0].isupper():
            count, kept = len(words), end
        if match[0][-1] in _ENDS:
            break
    name = [word for word in words[:count] if fold(word) not in TITLES]
    if name[: len(name) // 2] == name[len(name) // 2 :]:
        name = name[: len(name) // 2]  # the same name in the column of the other language
    if len(name) < 2 or not name_shape.looks_like_name(name):
        return None
    return " ".join(name), (start, kept)


def _birth(text: str, start: int, reading: Reading) -> dates.Written | None:
    """Return the date of the birth spoken of right after a name."""
    flat = text.replace("\n", " ")
    stretch = flat[start : start + _REACH_OF_BIRTH]
    word = _BORN.search(fold(stretch))
    if word is None:
        return None
    shift = start + word.end()
    # What begins within reach is read to its end: `31/05/20` is another day than `31/05/2001`.
    ahead = flat[shift : start + _REACH_OF_BIRTH + _LONGEST_DATE]
    found = next(iter(dates.find(ahead, reading.today, month_first=False)), None)
    if found is None or found.span[0] + word.end() >= _REACH_OF_BIRTH:
        return None
    span = (found.span[0] + shift, found.span[1] + shift)
    return dates.Written(found.value, span, found.alternatives)
