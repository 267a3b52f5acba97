"""The birth date in the sentences of a civil-status record or a certificate.

Question: when was the person of this paper born? Records say `Le douze mars deux mille quatre ...
est née`, certificates `né(e) le 12/03/2004`, forms print a label. What follows the first mention of
birth is taken, so that the parents' own dates, which come later in a record, are not. Source:
circular of 28 October 2011 (model records). Values at labels are `labelled`'s work: this reader is
for prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from docscheck.document import Field, Standing
from docscheck.readers import dates, dates_in_words
from docscheck.readers.interface import Reading
from docscheck.readers.passage import Passage, fold
from docscheck.readers.sheet import sheets_of

ID = "birth-date"

_BORN = re.compile(
    r"\b(?:est\s+nee?|naquit|e\s+nat[oa]|was\s+born|ist\s+geboren|wurde\s+geboren|nasceu"
    r"|nacio(?=\W+(?:en|el|a|la|las|los|vivo|viva|un|una|hoy|\d))"
    r"|la\s+naissance(?=\s+d)"
    r"|(?:ist|wurde)(?=\s+am\s.{6,80}?\bgeboren))\b"
)
"""A verb of birth: the date may stand before it, at the head of the record, or right after it."""
_BORN_ON = re.compile(
    r"\b(?:ne(?:[\W_]{0,2}e\W?|[ftlcij]{1,2}[ec]\W|le\W|e\W|e)?\s*+(?:\W\s*+)?(?:le|en|a)"
    r"|enfant\W+naissance|\d\W\s?date"
    r"|a vu le jour|date (?:et lieu )?de naissance"
    r"|born (?:on|the)|date (?:and place )?of birth|fecha de nacimiento|nacid[oa] el"
    r"|data de nascimento|nascid[oa] (?:em|a)|nat[oa] (?:a|il)|data di nascita|geboren am"
    r"|geburtsdatum|geburtstag|data nasterii|jo\W+mo\W+an|родилась|родился|дата рождения"
    r"|ngay, thang, nam sinh)(?:\b|(?<=an))"
)
"""Words after which the date follows."""
_MANNER = re.compile(r"\W*\([^)]{1,24}\)")
"""How the date is written, between its label and the date: `(en lettres)`."""
_BORN_AFTER = re.compile(r"\W{0,3}(?:出\s?生|生まれ|생)")
"""Words before which the date stands in East Asian records."""
_CHILD = re.compile(r"\b(?:enfants?|child|children|hij[oa]s?|filh[oa]s?|figli[oa]?|kinde?r?)\b")
PARENTS_BEGIN = re.compile(
    r"\b(?:fils|fille|enfant) (?:legitime )?de\b"
    r"|\b(?:pere|mere|father|mother|padre|madre|pai|mae|vater|mutter|tatal|mama|отец|мать)\b"
    r"|\bde sexe (?:feminin|masculin),?\s+de (?=[^\W\d_]+ [^\W\d_])"
)
_ANOTHER_BIRTH = re.compile(r",\s*nee?\s+(?:le|en|a)\b")
"""After the verb of birth: a parent's birth, whose name may be lost between margin notes."""
_BEFORE, _AFTER, _RIGHT_AFTER = 160, 110, 12
"""Characters around the mention of birth: records put the date before it, certificates after."""
_CENTURY = 100
"""Years; an older date is one that lost its last words at the end of a line."""
_YOUNGEST = 13
"""Years of age below which nobody is on an enrolment paper."""
_OF_A_LAW = re.compile(r"\b(?:loi|decret|arrete|ordonnance|depuis|fonde\w*|cree\w*|law|act)\b")
_NEAR = 24
"""Characters before a date in which such a word speaks of it."""
_AMERICAN = re.compile(
    r"\bmo\W+day\W+y|\bmm\W+dd\W+y|\bmonth\W+day\W+year|\bcounty of\b|state registrar|state file"
    r"|bureau of vital|department of health"
)
"""What is printed on American records only, which put the month first."""


class Settings(Struct, frozen=True):
    """Settings of the `birth-date` reader."""

    order: Literal["day", "month", "any"] = "day"
    """Of dates in digits: French prose puts the day first."""
    of_child: bool = False
    """The paper names a couple first, as family books do: what stands before the child is left."""
    alone: bool = False
    """Take the one date of the page that a student may be born on, with no word of birth beside
    it: guessed, for papers whose small print a camera lost."""


def read(reading: Reading, name: str, settings: Settings) -> Iterator[Field]:
    """Yield the date at the first mention of birth on each page."""
    for sheet in sheets_of(reading):
        for page in sheet.passages:
            if settings.alone:
                yield from _lone(page, name, reading)
                break
            written = _born(page, reading, settings)
            if written is not None:
                yield page.field(
                    name, written.value, written.span, alternatives=written.alternatives
                )
                break


def _lone(page: Passage, name: str, reading: Reading) -> Iterator[Field]:
    """Yield the only date of an age to study, unless it is that of a law or a foundation."""
    text = fold(page.text)
    youngest, oldest = reading.today.year - _YOUNGEST, reading.today.year - _CENTURY
    old = [
        written
        for written in dates.find(text, reading.today, month_first=False)
        if oldest < int(written.value[:4]) <= youngest
        and not _OF_A_LAW.search(text, max(0, written.span[0] - _NEAR), written.span[0])
    ]
    if len({written.value for written in old}) == 1:
        yield page.field(name, old[0].value, old[0].span, Standing.GUESSED, old[0].alternatives)


def _born(page: Passage, reading: Reading, settings: Settings) -> dates.Written | None:
    text = fold(page.text).replace("\n", " ")
    child = _CHILD.search(text) if settings.of_child else None
    if child:
        text = " " * child.start() + text[child.start() :]
    month_first = (
        True if _AMERICAN.search(text) else {"day": False, "month": True}.get(settings.order)
    )
    found = sorted(
        (*dates.find(text, reading.today, month_first), *dates_in_words.find(text)),
        key=lambda written: written.span,
    )
    oldest, youngest = (str(reading.today.year - age) for age in (_CENTURY, _YOUNGEST))
    found = [written for written in found if oldest < written.value < youngest]
    asian = (d for d in found if _BORN_AFTER.match(text, d.span[1]))
    if verb := _BORN.search(text):
        return _at_verb(text, verb, found)
    return _after_words(text, found) or next(asian, None)


def _at_verb(
    text: str, verb: re.Match[str], found: Sequence[dates.Written]
) -> dates.Written | None:
    """Return the date right after the first verb of birth, else the last before it.

    None other: in prose the next birth is a parent's.
    """
    end = verb.end()
    parents = PARENTS_BEGIN.search(text, end)
    another = _ANOTHER_BIRTH.search(text, end)
    stops = [m.start() for m in (parents, another) if m]
    limit = min(end + _AFTER, *stops) if stops else end + _AFTER
    after = [d for d in found if end <= d.span[0] < limit]
    before = [d for d in found if verb.start() - _BEFORE <= d.span[1] <= verb.start()]
    if after and after[0].span[0] - end <= _RIGHT_AFTER:
        return after[0]
    return before[-1] if before else next(iter(after), None)


def _after_words(text: str, found: Sequence[dates.Written]) -> dates.Written | None:
    """Return the date after the first words of birth, unless they are a parent's."""
    parents = PARENTS_BEGIN.search(text)
    first_parent = parents.start() if parents else len(text)
    for words in _BORN_ON.finditer(text):
        if words.start() > first_parent or _is_of_parent(text, words):
            continue
        limit = min(words.end() + _AFTER, parents.start() if parents else len(text))
        start = words.start() if words[0].startswith("jo") else words.end()
        after = [d for d in found if start <= d.span[0] < max(limit, start + _RIGHT_AFTER)]
        if after:
            return after[0]
    return _only_one(text, found)


def _is_of_parent(text: str, words: re.Match[str]) -> bool:
    """Tell whether a parent is named right before words of birth."""
    before = text[max(0, words.start() - _RIGHT_AFTER) : words.start()]
    return PARENTS_BEGIN.search(before) is not None


def _only_one(text: str, found: Sequence[dates.Written]) -> dates.Written | None:
    """Return the date of the only birth a text speaks of, wherever the parents are named."""
    words = list(_BORN_ON.finditer(text))
    if len(words) != 1 or _is_of_parent(text, words[0]):
        return None
    manner = _MANNER.match(text, words[0].end())
    end = manner.end() if manner else words[0].end()
    return next((d for d in found if 0 <= d.span[0] - end < _RIGHT_AFTER), None)
