"""Which writing systems are there besides the Latin one, and what reads each of them?

Codes are ISO 15924; `Hani` stands for Chinese characters whose kind the shapes alone do not tell.
The names are those that Tesseract's script detection gives (osd data 4.1), the languages those of
its language data, the most frequent among students first. Nothing here looks at a page.
"""

from __future__ import annotations

from msgspec import Struct


class Script(Struct, frozen=True):
    """One writing system."""

    code: str
    """ISO 15924."""
    names: tuple[str, ...]
    """As Tesseract's script detection calls it."""
    languages: tuple[str, ...]
    """Tesseract's codes of the languages written in it, or in what is easily taken for it; each
    reads the others badly."""
    taken_for_it: tuple[str, ...] = ()
    """Languages of another script whose capitals have its shapes: tried too, never asked for."""


SCRIPTS = (
    Script("Arab", ("Arabic",), ("ara", "fas", "urd")),
    Script("Cyrl", ("Cyrillic",), ("rus", "ukr", "bul", "srp"), ("ell",)),
    Script("Hani", ("Han",), ("chi_sim", "chi_tra", "jpn", "kor")),
    Script("Jpan", ("Japanese", "Hiragana", "Katakana"), ("jpn", "kor", "chi_sim", "chi_tra")),
    Script("Kore", ("Korean", "Hangul"), ("kor", "jpn", "chi_sim")),
    Script("Grek", ("Greek",), ("ell",), ("rus", "ukr")),
    Script("Hebr", ("Hebrew",), ("heb",)),
    Script("Thai", ("Thai",), ("tha",)),
    Script("Deva", ("Devanagari",), ("hin", "nep", "mar")),
    Script("Beng", ("Bengali",), ("ben",)),
    Script("Taml", ("Tamil",), ("tam",)),
    Script("Telu", ("Telugu",), ("tel",)),
    Script("Sinh", ("Sinhala",), ("sin",)),
    Script("Laoo", ("Lao",), ("lao",)),
    Script("Mymr", ("Myanmar",), ("mya",)),
    Script("Khmr", ("Khmer",), ("khm",)),
    Script("Ethi", ("Ethiopic",), ("amh",)),
    Script("Geor", ("Georgian",), ("kat",)),
    Script("Armn", ("Armenian",), ("hye",)),
)
_BY_CODE = {script.code: script for script in SCRIPTS}
_BY_NAME = {name: script for script in SCRIPTS for name in script.names}


def script_coded(code: str) -> Script | None:
    """Give the script of an ISO 15924 code.

    >>> script_coded("Grek").languages
    ('ell',)
    """
    return _BY_CODE.get(code)


def script_called(name: str) -> Script | None:
    """Give the script that Tesseract calls `name`; `None` for Latin and its blackletter."""
    return _BY_NAME.get(name)


def is_latin(language: str) -> bool:
    """Tell whether one of Tesseract's languages is written in Latin letters.

    >>> is_latin("fra"), is_latin("ara")
    (True, False)
    """
    return not any(language in script.languages for script in SCRIPTS)


def debian_package(language: str) -> str:
    """Name the Debian package with the data of a language.

    >>> debian_package("chi_sim")
    'tesseract-ocr-chi-sim'
    """
    return f"tesseract-ocr-{language.replace('_', '-')}"
