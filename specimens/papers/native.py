"""How is a name written in the script of a civil-status record? Arabic, Chinese, Cyrillic.

The script form of `people` where one is known, else letter for letter: good enough for a specimen,
not a transliteration to rely on. Arabic is reshaped and put in visual order, since reportlab does
neither.
"""

from __future__ import annotations

import unicodedata

from arabic_reshaper import reshape
from bidi.algorithm import get_display

from specimens.model import Person
from specimens.people_names import NATIVE

_CYRILLIC_PAIRS = (
    ("shch", "щ"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("ch", "ч"), ("sh", "ш"), ("ia", "я"),
    ("ya", "я"), ("yu", "ю"), ("iu", "ю"), ("yo", "ё"), ("ye", "е"),
)  # fmt: skip
_CYRILLIC = dict(zip("abcdefghijklmnopqrstuvwxyz", (
    "а", "б", "к", "д", "е", "ф", "г", "х", "и", "дж", "к", "л", "м", "н", "о", "п", "к", "р", "с",
    "т", "у", "в", "в", "кс", "й", "з"), strict=True))  # fmt: skip
_ARABIC_PAIRS = (("kh", "خ"), ("ch", "ش"), ("sh", "ش"), ("gh", "غ"), ("ou", "و"), ("th", "ث"),
                 ("dj", "ج"))  # fmt: skip
_ARABIC = dict(zip("abcdefghijklmnopqrstuvwxyz", "ابكديفغهيجكلمنوبقرستوففكيز", strict=True))
_LETTERS = {"arabic": "ARABIC", "cyrillic": "CYRILLIC", "chinese": "CJK"}
_CHINESE = ("安", "丽", "德", "曼", "塔", "娜", "科", "马", "拉", "尔")


def shaped(text: str) -> str:
    """Return Arabic text with its letters joined, in the order they are drawn."""
    return str(get_display(reshape(text)))


def _spell(name: str, pairs: tuple[tuple[str, str], ...], single: dict[str, str]) -> str:
    letters = unicodedata.normalize("NFD", name.lower())
    text = "".join(letter for letter in letters if not unicodedata.combining(letter))
    for latin, native in pairs:
        text = text.replace(latin, native)
    return "".join(single.get(letter, letter) for letter in text)


def _native_word(person: Person, word: str, script: str) -> str:
    known = NATIVE.get((person.nationality, word), "")
    if known and _LETTERS[script] in unicodedata.name(known[0], ""):
        return known
    if script == "chinese":
        return "".join(_CHINESE[ord(letter) % 10] for letter in word[:2])
    return native_word(word, script)


def native_name(person: Person, surname: str, given: str, script: str) -> tuple[str, str]:
    """Return surname and given names in `arabic`, `chinese` or `cyrillic`."""
    parts = [given] if (person.nationality, given) in NATIVE else given.split()
    gap = "" if script == "chinese" else " "
    return (
        _native_word(person, surname, script),
        gap.join(_native_word(person, part, script) for part in parts),
    )


def native_word(word: str, script: str) -> str:
    """Return a place name letter for letter."""
    if script == "arabic":
        return _spell(word, _ARABIC_PAIRS, _ARABIC)
    return _spell(word, _CYRILLIC_PAIRS, _CYRILLIC).title() if script == "cyrillic" else word
