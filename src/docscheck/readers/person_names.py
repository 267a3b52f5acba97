"""Are these two names the name of one person?

Papers write one name in many ways: passport zones transliterate and cut, forms reorder, drop given
names, accents, hyphens and particles, and readers misread a letter. `same` grades the difference
instead of deciding: the checker that asks knows what a difference costs.

Sources: ICAO Doc 9303-3 clause 4.6 (names in the zone) and clause 6 (transliteration of national
characters, recommended forms A, B: Ä = AE or A, Ø = OE, Þ = TH, ß = SS, Ñ = N or NXX); other
scripts by the table of the anyascii package. It does not know that Bill is William, nor married
names.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from enum import IntEnum
from functools import lru_cache
from itertools import product

from anyascii import anyascii
from rapidfuzz.distance import OSA

from docscheck.readers.transliteration import latin_forms


class Match(IntEnum):
    """How far two names agree; a higher one agrees more."""

    DIFFERENT = 0
    SLIP = 1
    """They differ by a letter or two in one word: a misreading, or another spelling."""
    COMPATIBLE = 2
    """One leaves out what the other has (a given name, a particle), or is cut or abbreviated."""
    SAME = 3
    """The same words, whatever their order, case, accents, hyphens and transliteration."""


TITLES = frozenset(
    [
        "m",
        "mr",
        "mme",
        "mlle",
        "mle",
        "mile",  # Mlle, misread
        "mrs",
        "ms",
        "miss",
        "monsieur",
        "madame",
        "mademoiselle",
        "mister",
        "sr",
        "sra",
        "srta",
        "senor",
        "senora",
        "dr",
        "prof",
        "messieurs",
        "mesdames",
        "herr",
        "frau",
        "signor",
        "signora",
        "mx",
    ]
)
_TITLE_JOINTS = frozenset({"ou", "et", "or", "and"})
PARTICLES = frozenset(
    [
        "de",
        "du",
        "des",
        "la",
        "le",
        "les",
        "d",
        "da",
        "do",
        "das",
        "dos",
        "del",
        "della",
        "di",
        "van",
        "von",
        "der",
        "den",
        "ten",
        "ter",
        "el",
        "al",
        "ul",
        "bin",
        "bint",
        "bent",
        "binti",
        "ould",
        "ben",
        "ibn",
        "abu",
        "y",
        "e",
        "i",
        "san",
        "santa",
        "st",
        "af",
        "av",
        "zu",
        "zum",
        "zur",
        "vom",
        "het",
        "nee",
        "epouse",
        "epse",
        "ep",
        "veuve",
        "vve",
    ]
)
"""Words papers add or drop; they never make two names different. The last ones stand between the
name of birth and that of a marriage (`MARTIN ép. DUPONT`, `DUPONT née MARTIN`)."""

_ALTERNATIVES: dict[str, tuple[str, ...]] = {
    "ä": ("ae", "a"), "ö": ("oe", "o"), "ü": ("ue", "u", "uxx"), "ø": ("oe", "o"), "å": ("aa", "a"),
    "æ": ("ae",), "œ": ("oe",), "ß": ("ss",), "þ": ("th",), "ð": ("d",), "ñ": ("n", "nxx"),
    "ł": ("l",), "đ": ("d", "dj"), "ı": ("i",), "ĳ": ("ij",), "ə": ("e",), "ŋ": ("n",),
}  # fmt: skip
_MOST_FORMS = 16
"""Spellings of one word that are compared: four letters with two forms each."""
_SLIP_FROM = 5
"""Letters of a word from which one misread letter is a slip; in `LI` and `LE` it is another
name."""
_SHORT_SLIP_FROM = 3
"""Letters of a word in which one misread letter is a slip if everything else agrees."""
_TWO_SLIPS_FROM = 9
_CUT_FROM = 12
"""Letters from which a name that begins like another counts as cut, as zones of 30 letters are."""
_APOSTROPHES = re.compile(r"[’‘`´ʼ']")


def same(one: str, other: str) -> Match:
    """Grade two names, each given as one string in any order of surname and given names.

    >>> same("MÜLLER Jean-Pierre", "Jean Pierre Mueller").name
    'SAME'
    >>> same("Maria de la CRUZ LOPEZ", "CRUZ LOPEZ MARIA ELENA").name
    'COMPATIBLE'
    """
    first, second = _words(one), _words(other)
    if not first or not second:
        return Match.DIFFERENT
    if _glued(first) & _glued(second):
        return Match.SAME
    left, right = _unmatched(first, second)
    left, right = _unmatched(_joined(left, right), _joined(right, left))
    if not left and not right:
        return Match.SAME
    core_left, core_right = _without_particles(left), _without_particles(right)
    return _grade(first, second, core_left, core_right)


def same_person(surname: str, given_names: str, holder: str) -> Match:
    """Grade a surname and given names against a name in one string; the surname must be there.

    >>> same_person("DUPONT", "JEAN MARIE", "M DUPONT J").name
    'COMPATIBLE'
    """
    whole = same(f"{surname} {given_names}", without_titles(holder))
    if whole != Match.COMPATIBLE:
        return whole
    return whole if _holds_surname(surname, holder) else Match.DIFFERENT


def without_titles(name: str) -> str:
    """Take off the titles at the head of a name: `M.`, `MME`, `M OU MME`, `Monsieur`, ...

    >>> without_titles("M. OU MME Jean DUPONT"), without_titles("Mme. O'Neil")
    ('Jean DUPONT', "O'Neil")
    """
    words = name.split()
    while words:
        word = anyascii(words[0]).lower().rstrip(".")
        joined = word in _TITLE_JOINTS and len(words) > 1 and _is_title(words[1])
        if not (_is_title(words[0]) or joined) or len(words) == 1:
            break
        words.pop(0)
    return " ".join(words)


def spellings(word: str) -> frozenset[str]:
    """Return the forms one word takes in basic Latin letters (ICAO 9303-3 clause 6), lower case.

    >>> sorted(spellings("Müller"))
    ['mueller', 'muller', 'muxxller']
    """
    return _spellings(word.lower())


@lru_cache(maxsize=4096)
def _spellings(word: str) -> frozenset[str]:
    if whole := latin_forms(word):
        return frozenset({_letters(form) for form in whole} - {""})
    choices = [_ALTERNATIVES.get(c) or (_letters(c),) for c in word]
    forms: set[str] = set()
    for form in product(*choices):
        forms.add("".join(form))
        if len(forms) == _MOST_FORMS:
            break
    return frozenset(forms - {""})


def _letters(character: str) -> str:
    return re.sub("[^a-z]", "", anyascii(character).lower())


def _words(name: str) -> tuple[str, ...]:
    """Split at blanks, hyphens and fillers; apostrophes join (`O'NEIL` is `ONEIL` in a zone)."""
    text = _APOSTROPHES.sub("", unicodedata.normalize("NFC", name)).lower()
    return tuple(word for word in re.split(r"[\s\-‐–<,.;/()]+", text) if _spellings(word))


def _joined(words: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """Run together what the other name writes as one word: `Le Goff`, `LEGOFF`."""
    known = frozenset().union(*map(_spellings, other))
    for length in (3, 2):
        for start in range(len(words) - length + 1):
            run = "".join(words[start : start + length])
            if _spellings(run) & known:
                words = (*words[:start], run, *words[start + length :])
                break
    return words


def _glued(words: tuple[str, ...]) -> frozenset[str]:
    """Return the letters of the words run together in alphabetical order of words, and as given."""
    simple = [min(_spellings(word), key=len) for word in words]
    return frozenset({"".join(simple), "".join(sorted(simple))})


def _unmatched(
    first: tuple[str, ...], second: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words of each that have no partner in the other."""
    left: list[str] = []
    right = list(second)
    for word in first:
        partner = next((w for w in right if _spellings(word) & _spellings(w)), None)
        if partner is None:
            left.append(word)
        else:
            right.remove(partner)
    return tuple(left), tuple(right)


def _without_particles(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if not _spellings(word) & PARTICLES)


def _grade(
    first: tuple[str, ...],
    second: tuple[str, ...],
    left: tuple[str, ...],
    right: tuple[str, ...],
) -> Match:
    shared = len(_without_particles(first)) - len(left)
    if not left and not right:
        return Match.COMPATIBLE if _some_in_common(first, second) else Match.DIFFERENT
    if _is_cut(first, second) or ((not left or not right) and shared):
        return Match.COMPATIBLE
    if shared and _pairs_off(left, right, _is_abbreviation):
        return Match.COMPATIBLE
    if shared and len(left) == len(right) == 1 and _is_one_letter(left[0], right[0]):
        return Match.SLIP
    if _pairs_off(left, right, _is_slip) and (shared or len(left) == len(right)):
        return Match.SLIP
    return Match.DIFFERENT


def _some_in_common(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    return len(_unmatched(first, second)[0]) < len(first)


def _pairs_off(
    left: tuple[str, ...], right: tuple[str, ...], alike: Callable[[str, str], bool]
) -> bool:
    """Tell whether every word of the shorter list has a partner of its own in the longer."""
    short, long = sorted((left, right), key=len)
    rest = list(long)
    for word in short:
        partner = next((w for w in rest if alike(word, w)), None)
        if partner is None:
            return False
        rest.remove(partner)
    return True


def _is_abbreviation(one: str, other: str) -> bool:
    short, long = sorted((min(_spellings(one), key=len), min(_spellings(other), key=len)), key=len)
    return len(short) == 1 and long.startswith(short)


def _is_slip(one: str, other: str) -> bool:
    length = min(len(one), len(other))
    if length < _SLIP_FROM:
        return False
    allowed = 1 if length < _TWO_SLIPS_FROM else 2
    return any(
        OSA.distance(a, b, score_cutoff=allowed) <= allowed
        for a in map(_as_one_stroke, _spellings(one))
        for b in map(_as_one_stroke, _spellings(other))
    )


def _as_one_stroke(spelling: str) -> str:
    """Write letters that print alike side by side as the one they are read for: Ornella, Omella."""
    return spelling.replace("rn", "m").replace("vv", "w")


def _is_one_letter(one: str, other: str) -> bool:
    """Tell a letter of a short word that was misread, beside a name that agrees: `ÊEE`, `LEE`."""
    pairs = product(_spellings(one), _spellings(other))
    return any(
        len(a) == len(b) >= _SHORT_SLIP_FROM and OSA.distance(a, b, score_cutoff=1) <= 1
        for a, b in pairs
    )


def _is_cut(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Tell whether one name, letters run together, begins like the other: zones cut long names.

    A zone writes `JUERGEN` and cuts it to `JUE`: every spelling of the longer name counts.
    """
    return any(
        len(text) >= _CUT_FROM and _begins(long, text)
        for short, long in ((first, second), (second, first))
        if (text := "".join(min(_spellings(word), key=len) for word in short))
    )


def _begins(words: tuple[str, ...], text: str) -> bool:
    """Tell whether some spelling of the words, run together, begins with these letters."""
    if not text:
        return True
    return bool(words) and any(
        spelling.startswith(text)
        or (text.startswith(spelling) and _begins(words[1:], text[len(spelling) :]))
        for spelling in _spellings(words[0])
    )


def _is_title(word: str) -> bool:
    return anyascii(word).lower().rstrip(".") in TITLES


def _holds_surname(surname: str, holder: str) -> bool:
    missing, _ = _unmatched(_words(surname), _words(holder))
    return not _without_particles(missing)
