"""What does one cell of a list mean? Text in, a value of the student's profile or `ValueError` out.

Birth dates are ISO 8601 or day first; states are codes of ISO 3166 or names and nationalities in
French and English (`readers.countries`); situations are the names of the option, or what docscheck
calls them in any of its languages.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

import iso3166

from docscheck.messages import LANGUAGES, sentences
from docscheck.profile_file import NATIONALITIES
from docscheck.readers.countries import alpha3
from docscheck.readers.passage import fold
from docscheck.rulebook.procedure import SITUATIONS

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})")
_OLDEST_YEAR = 1900
_ADDRESS = re.compile(
    r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63}){1,8}"
)
"""What HTML calls a valid e-mail address, with a domain of two parts or more; no line end in it."""


def birth_date(text: str, today: date) -> date:
    """Read a birth date.

    >>> birth_date("17/05/2004", date(2026, 11, 23)) == birth_date("2004-05-17", date(2026, 11, 23))
    True
    """
    if found := _ISO.fullmatch(text):
        year, month, day = map(int, found.groups())
    elif found := _DAY_FIRST.fullmatch(text):
        day, month, year = map(int, found.groups())
    else:
        raise ValueError("no date")
    born = date(year, month, day)
    if not year >= _OLDEST_YEAR or born > today:
        raise ValueError("nobody was born then")
    return born


def nationality(text: str) -> str:
    """Read a state or a nationality as ISO 3166 alpha-3.

    >>> nationality("ma"), nationality("Sénégalaise"), nationality("Vietnam")
    ('MAR', 'SEN', 'VNM')
    """
    code = text.strip().upper()
    if code in NATIONALITIES:
        return code
    if code in iso3166.countries_by_alpha2:
        return str(iso3166.countries_by_alpha2[code].alpha3)
    found = alpha3(text)
    if found not in NATIONALITIES:
        raise ValueError("no state")
    return str(found)


def situation(text: str) -> str:
    """Read one of `SITUATIONS`.

    >>> situation("Étudiant"), situation("quebec_exchange")
    ('student', 'quebec_exchange')
    """
    found = _situations().get(_plain(text))
    if found is None:
        raise ValueError("no situation")
    return found


def email(text: str) -> str:
    """Read an address that a message can be written to."""
    if not _ADDRESS.fullmatch(text):
        raise ValueError("no address")
    return text


@cache
def _situations() -> dict[str, str]:
    names = {_plain(name): name for name in SITUATIONS}
    for language in LANGUAGES:
        words = sentences(language)["words"]
        names |= {_plain(words[f"situation_{name}"]): name for name in SITUATIONS}
    return names


def _plain(text: str) -> str:
    return re.sub(r"[\W\d_]", "", fold(text))
