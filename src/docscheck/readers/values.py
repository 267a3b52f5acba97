"""What a value of each kind looks like in a stretch of text, and how it is normalised.

Names end where the sentence goes on (`, né le`), numbers are freed of blanks, dates become ISO 8601
and states ISO 3166 alpha-3. A stretch that holds no such value gives none.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Literal, Protocol

from msgspec import Struct

from docscheck.readers import countries, dates, dates_in_words, name_shape, person_names
from docscheck.readers.passage import fold

Kind = Literal["name", "date", "number", "place", "country", "sex", "text"]

_AFTER_NAME = re.compile(
    r"[;:()\[\]{}<>=/|\d\n]|\bn[ée]+\s?(?:\(e\))?\s(?:le|en|a)\b|\bborn\b|\bet d(?:e\b|')"
    r"|\b(?:demeurant|domicili)|\bn[°º]|\s-\s|(?<=[^\W\d_]{2})\.(?:\s|$)|\.{2,}"
)
_SMALL_L = re.compile(r"\bl(?=[bcdfgjkmnpqrstvwxz][^\W\d_])")
"""A capital I that was read as a small l: no word begins with l and another consonant."""
_GOES_ON = re.compile(r"\b(?:est|is|was|has|a été|inscrite?|numéro|student|étudiant)\b")
"""Small words after which a sentence goes on; in capitals they may be names (`HAS`, `EST`)."""
_NUMBER = re.compile(r"[A-Z0-9](?:[A-Z0-9]|[ .\-/](?=[A-Z0-9]*\d))*", re.IGNORECASE)
_DIVISIONS_LOST = re.compile(r"(?<![\w./\-])(\d{2})[. ]?(\d{2})[. ]?((?:19|20)\d{2})(?![./\-]?\w)")
"""`20122000`, `3107 1995`: pixels lose dots and narrow blanks; a date beside its label only."""
_PLACE_END = re.compile(r"[;:<>=|\n()\[\]\d]|\.{2,}|\b(?:le|on)\s\d|,?\s\d{1,2}[./]\d")
_DASH = re.compile(r"\s[\-–]\s")
_LETTERHEAD = re.compile(r"\W*(?:de |du |d')")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_MOST_PLACE_WORDS = 8
_NOT_IN_TOWNS = (
    "acte an and annee at born certificate city commune date day departement district father field"
    " hour heure heures jour localitatea location mere mois month mother naissance name nom of"
    " pere place prenom prenoms registration sex sexe state time town year zip born country"
    " tag und ort der geburt y fecha lugar doğum yeri ve tarihi luogo"
    " pays municipio departamento pais sexo data hora registry registrar signature"
)
_NO_PLACE = frozenset(_NOT_IN_TOWNS.split())
"""Folded words of forms that no town is called by."""
_TOWN_WORDS = frozenset({"ville", "centre", "port", "province", "city", "town", "quartier"})
_SMALL_WORDS = "en sur sous les aux au of upon the im am an bei los las sul"
_SMALL_IN_TOWNS = person_names.PARTICLES | frozenset(_SMALL_WORDS.split())
_LONGEST_TEXT = 120
_CENTURY = 100
"""Years; an older date beside a label is misread, or that of a law."""


class Wanted(Protocol):
    """The settings that say what a value looks like."""

    @property
    def kind(self) -> Kind:
        """Which of the kinds."""

    @property
    def pattern(self) -> str:
        """What the whole value must match, or nothing."""

    @property
    def order(self) -> Literal["day", "month", "any"]:
        """Which part of a date in digits comes first."""


class Value(Struct, frozen=True):
    """A value and where in the text it stands."""

    text: str
    span: tuple[int, int]
    alternatives: tuple[str, ...] = ()
    sure: bool = True
    """Whether it was read as it is written; not, where something of it had to be supplied."""


def value_of(text: str, span: tuple[int, int], wanted: Wanted, today: date) -> Value | None:
    """Return the value of the wanted kind in `text[start:end]`; `None` when there is none."""
    start, end = span
    stretch = text[start:end]
    lead = len(stretch) - len(stretch.lstrip())
    start, stretch = start + lead, stretch.strip()
    if wanted.kind == "date":
        return _date(stretch, start, wanted, today)
    found = _normalised(stretch, wanted)
    return Value(found, (start, start + len(stretch))) if found else None


def _normalised(stretch: str, wanted: Wanted) -> str:
    if wanted.kind == "number":
        return _number(stretch, wanted.pattern)
    by_kind = {"name": name, "place": _place, "country": _country, "sex": _sex, "text": _text}
    value = by_kind[wanted.kind](stretch)
    return value if wanted.kind != "text" or _fits(value, wanted.pattern) else ""


def name(stretch: str) -> str:
    """Return the name a stretch begins with, without title; empty when it begins with none.

    >>> [name(text) for text in ("Monsieur Jean DUPONT, né le 1er", "SMITH, John", "Jean, Marie")]
    ['Jean DUPONT', 'SMITH John', 'Jean Marie']
    """
    capitals = _SMALL_L.sub("I", stretch.strip(" \t\n,;:."))
    bare = person_names.without_titles(capitals)
    ends = [m.start() for m in (_AFTER_NAME.search(fold(bare)), _GOES_ON.search(bare)) if m]
    parts = bare[: min(ends, default=len(bare))].split(",")
    words = parts[0].split()
    if not name_shape.looks_like_name(words):
        return ""
    # A comma parts surname and given names, or given names; after a full name it ends it.
    open_ended = len(words) == 1 or all(word.isupper() for word in words)
    for part in parts[1:] if open_ended else ():
        more = part.split()
        if not name_shape.looks_like_name(more) or not all(
            word[0].isupper() and not word[1:].isupper() for word in more
        ):
            break
        words += more
    return " ".join(words)


def _date(stretch: str, start: int, wanted: Wanted, today: date) -> Value | None:
    month_first = {"day": False, "month": True, "any": None}[wanted.order]
    oldest = str(today.year - _CENTURY)
    written = dates.find(stretch, today, month_first) or dates_in_words.find(stretch)
    found = next((d for d in written if d.value > oldest), None)
    if found is None:
        return _undivided(stretch, start, month_first, today)
    span = (start + found.span[0], start + found.span[1])
    return Value(found.value, span, found.alternatives)


def _undivided(stretch: str, start: int, month_first: bool | None, today: date) -> Value | None:
    """Return the first date whose parts run together, read as if they were divided."""
    match = _DIVISIONS_LOST.search(stretch)
    if match is None:
        return None
    found = next(iter(dates.find("/".join(match.groups()), today, month_first)), None)
    if found is None or found.value <= str(today.year - _CENTURY):
        return None
    span = (start + match.start(), start + match.end())
    return Value(found.value, span, found.alternatives, sure=False)


def _number(stretch: str, pattern: str) -> str:
    for match in _NUMBER.finditer(stretch):
        compact = re.sub(r"[ .\-/]", "", match[0]).upper()
        if sum(c.isdigit() for c in compact) >= 2 and _fits(compact, pattern):
            return compact
        first = match[0].split()[0].upper()
        if pattern and any(c.isdigit() for c in first) and _fits(first, pattern):
            return first
    return ""


def _fits(value: str, pattern: str) -> bool:
    return not pattern or re.fullmatch(pattern, "".join(value.split())) is not None


def _place(stretch: str) -> str:
    """Return the place a stretch begins with: a proper name, so a capital and no word of a form.

    After `Commune` or `Ville` a letterhead goes on with `DE LYON`: that is no value of a label.
    """
    if _LETTERHEAD.match(fold(stretch)):
        return ""
    end = _PLACE_END.search(_in_one_script(fold(stretch)))
    head = (stretch[: end.start()] if end else stretch).strip(" ,.-")
    parts = _DASH.split(head)
    towns = [part for part in parts if len(parts) > 1 and not countries.alpha3(part)]
    head = towns[0] if len(towns) == 1 else head
    return head if looks_like_place(head) else ""


def _in_one_script(text: str) -> str:
    """Put line ends for the Arabic letters after Latin ones: a bilingual form's own label."""
    return _ARABIC.sub("\n", text) if text[:1].isascii() else text


def looks_like_place(text: str) -> bool:
    """Tell the name of a town from a word of the form or a piece of a sentence.

    >>> [looks_like_place(text) for text in ("Fontenay-sous-Bois", "de", "Jo", "signé avec")]
    [True, False, False, False]
    """
    words = text.split()
    if not 0 < len(words) <= _MOST_PLACE_WORDS or sum(c.isalpha() for c in text) <= 2:
        return False
    if any(c.isdigit() for c in text) or text[0].islower() or not text[0].isalpha():
        return False
    folded = [fold(word).strip(".,-") for word in words]
    if any(w in _NO_PLACE or w in name_shape.NO_NAME - _TOWN_WORDS for w in folded):
        return False
    small = (fold(word) for word in words if word[0].islower())
    return all(word in _SMALL_IN_TOWNS for word in small) and not _ends_in_surname(words)


def _ends_in_surname(words: list[str]) -> bool:
    """Tell `Ali ALAMI` from `RABAT`: a place is not part in capitals and part not."""
    loud = [word.isupper() for word in words if len(word) > 1]
    return bool(loud) and loud[-1] and not all(loud)


def _country(stretch: str) -> str:
    return countries.alpha3(stretch) or ""


def _sex(stretch: str) -> str:
    word = fold(stretch).strip(" .:/()").split("/")[0].strip()
    table = {"m": "M", "masculin": "M", "male": "M", "homme": "M", "f": "F", "feminin": "F",
             "female": "F", "femme": "F", "x": "X", "h": "M", "masculino": "M",
             "femenino": "F"}  # fmt: skip
    return table.get(word, "")


def _text(stretch: str) -> str:
    return stretch.strip(" .:;_") if len(stretch) <= _LONGEST_TEXT else ""
