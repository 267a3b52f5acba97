"""Names of Cyrillic and Greek papers in Latin letters, in every way a paper may have them.

Question: how may this word stand in a machine-readable zone, or on a paper of another state?
Sources: ICAO Doc 9303-3 clause 6, table B (Cyrillic, with the columns of Ukraine, Bulgaria and
Serbia); BGN/PCGN 1947 (English); the French forms of Soviet passports; ELOT 743 (Greek). One word
keeps to one table: mixing them letter by letter would make other names of it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґўјљњћђџѓќѕ"
_BY_LETTER = (
    "a b v g d e zh z i i k l m n o p r s t u f kh ts ch sh shch ie y - e iu ia"
    " e i i ie g u j lj nj c d dz g k dz"
)
_ICAO = dict(zip(_LETTERS, _BY_LETTER.split(), strict=True)) | {"ь": ""}
_ENGLISH = {**_ICAO, "й": "y", "ю": "yu", "я": "ya", "ё": "yo", "ъ": "", "є": "ye", "ї": "yi"}
_TABLES: tuple[Mapping[str, str], ...] = (
    _ICAO,
    {**_ICAO, "ъ": ""},
    _ENGLISH,
    {**_ENGLISH, "ё": "e"},
    {**_ENGLISH, "г": "h", "и": "y", "й": "i", "є": "ie", "ю": "iu", "я": "ia", "ї": "i"},
    {**_ENGLISH, "г": "h", "и": "y"},
    {**_ICAO, "ё": "io", "г": "h", "ў": "u"},
    {**_ENGLISH, "й": "i", "ъ": "a", "щ": "sht", "х": "h"},
    {**_ICAO, "ж": "z", "ч": "c", "ш": "s", "ц": "c", "х": "h", "ђ": "dj"},
    {**_ICAO, "у": "ou", "ч": "tch", "ш": "ch", "ж": "j", "ю": "iou", "щ": "chtch", "й": "i"},
)
_ENDING = re.compile(r"(?:i|y)(?:i|y)$")
"""`Yuriy`, `Iurii`: many papers keep one letter of the two."""
_MARIYA = re.compile(r"i(?:i|y)a")
"""`Mariia`, `Mariya`, that write themselves `Maria` as well."""
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")

_GREEK = re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]")
_PAIRS = (("ου", "ou"), ("γγ", "ng"), ("γξ", "nx"), ("γχ", "nch"))
_V_OR_F = re.compile(r"(?<=[αεη])υ(?=[θκξπστφχψς]|$)")
_V = re.compile(r"(?<=[αεη])υ")
_GREEK_LETTERS = "αβγδεζηθικλμνξοπρσςτυφχψω"
_BY_GREEK_LETTER = "a v g d e z i th i k l m n x o p r s s t y f ch ps o"
_ELOT = dict(zip(_GREEK_LETTERS, _BY_GREEK_LETTER.split(), strict=True))
_ACCENTS = str.maketrans("άέήίόύώϊϋΐΰ", "αεηιουωιυιυ")


def latin_forms(word: str) -> tuple[str, ...]:
    """Return the Latin forms of a lower-case word; none if it is neither Cyrillic nor Greek.

    >>> latin_forms("юлия")[:2], latin_forms("παπαδόπουλος")
    (('iuliia', 'yuliya'), ('papadopoulos',))
    """
    if _CYRILLIC.search(word):
        whole = [_by(table, word) for table in _TABLES]
        short = [_ENDING.sub(end, form) for end in "yi" for form in whole]
        short += [_MARIYA.sub("ia", form) for form in whole]
        return tuple(dict.fromkeys((*whole, *short)))
    if _GREEK.search(word):
        return _greek(word.translate(_ACCENTS))
    return ()


def _by(table: Mapping[str, str], word: str) -> str:
    return "".join(table.get(letter, letter) for letter in word)


def _greek(word: str) -> tuple[str, ...]:
    for pair, letters in _PAIRS:
        word = word.replace(pair, letters)
    word = _V.sub("v", _V_OR_F.sub("f", word))
    as_written = _by(_ELOT, word)
    at_head = _by(_ELOT, "b" + word[2:]) if word.startswith("μπ") else as_written
    return tuple(dict.fromkeys((at_head, as_written)))
