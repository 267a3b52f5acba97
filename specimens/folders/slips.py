"""How does one paper come to name the student otherwise? Persons that differ from the student as
offices and hurried hands make them differ: order, spelling, a letter, a digit, a marriage, a twin.

Every change is told by the person alone, so that one seed always gives one folder. A change that a
person's name does not allow (no second given name, no accent) gives the person back unchanged.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from anyascii import anyascii

from specimens.model import Person

Slip = Callable[[Person], Person]

_VOWELS, _CONSONANTS = "aeiou", "bdfglmnprstv"
_SHORTEST = 6
"""Letters of a word in which one may be mistyped and the name is still the same."""
_TRANSLITERATED = str.maketrans({
    "ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "ß": "ss", "æ": "ae", "ñ": "n",
    "Ä": "AE", "Ö": "OE", "Ü": "UE", "Ø": "OE", "Å": "AA", "Æ": "AE", "Ñ": "N",
})  # fmt: skip
_SURNAMES = ("Lefebvre", "Moreau", "Garnier", "Roussel", "Chevalier", "Perrin", "Marchand")
_GIVEN = {
    "M": ("Gabriel", "Rodrigue", "Thibault", "Firmin"),
    "F": ("Blandine", "Mathilde", "Solange", "Perrine"),
}


def _rng(person: Person, what: str) -> Random:
    given = "".join(person.given_names)
    return Random(f"{what}/{person.surname}/{given}/{person.birth_date}")


def other_order(person: Person) -> Person:
    """Print the given names where the surname belongs, and the surname after them."""
    if len(person.given_names) != 1:
        return person
    return replace(person, surname=person.given_names[0], given_names=(person.surname,))


def other_spelling(person: Person) -> Person:
    """Leave out accents and hyphens, or write them as passport zones do."""
    names = tuple(
        anyascii(name.translate(_TRANSLITERATED)).replace("-", " ").replace("'", "")
        for name in (person.surname, *person.given_names)
    )
    return replace(person, surname=names[0], given_names=names[1:])


def first_given_name_alone(person: Person) -> Person:
    """Leave out all given names but the first."""
    return replace(person, given_names=person.given_names[:1])


def letter_of_surname(person: Person) -> Person:
    """Mistype one letter in the longest word of the surname."""
    word = max(person.surname.replace("-", " ").split(), key=len)
    rng = _rng(person, "letter")
    if len(word) < _SHORTEST:
        return person
    place = rng.randrange(1, len(word) - 1)
    kind = _VOWELS if anyascii(word[place]).lower() in _VOWELS else _CONSONANTS
    letter = rng.choice([c for c in kind if c != anyascii(word[place]).lower()])
    letter = letter.upper() if word.isupper() else letter
    wrong = word[:place] + letter + word[place + 1 :]
    return replace(person, surname=person.surname.replace(word, wrong))


def day_and_month(person: Person) -> Person:
    """Exchange day and month of birth, where both orders are dates."""
    born = person.birth_date
    if born.day > 12 or born.day == born.month:
        return person
    return replace(person, birth_date=date(born.year, born.day, born.month))


def digit_of_birth(person: Person) -> Person:
    """Mistype one digit of the year or of the day of birth."""
    born, rng = person.birth_date, _rng(person, "digit")
    if rng.random() < 0.5 and born.day < 29:
        day = (born.day - 1) // 10 * 10 + rng.choice([d for d in range(10) if d != born.day % 10])
        if 1 <= day <= 28 and len(_unlike(f"{day:02}", f"{born.day:02}")) == 1:
            return replace(person, birth_date=born.replace(day=day))
    year = born.year // 10 * 10 + (born.year % 10 + rng.choice((1, 2, 3, 7, 8, 9))) % 10
    return replace(person, birth_date=date(year, born.month, min(born.day, 28)))


def _unlike(one: str, other: str) -> list[int]:
    return [place for place, pair in enumerate(zip(one, other, strict=True)) if len(set(pair)) > 1]


def married(person: Person) -> Person:
    """Bear the surname of a husband or a wife, all else unchanged."""
    return replace(person, surname=_rng(person, "married").choice(_SURNAMES))


def twin(person: Person) -> Person:
    """Be born of the same parents on the same day, under another given name."""
    given = _rng(person, "twin").choice(_GIVEN[person.sex])
    return replace(person, given_names=(given,))


def sibling(person: Person) -> Person:
    """Be a brother or a sister, some years older or younger."""
    rng = _rng(person, "sibling")
    days = rng.choice((-1, 1)) * rng.randint(420, 1500)
    return replace(twin(person), birth_date=person.birth_date + timedelta(days=days))


def father(person: Person) -> Person:
    """Be the father, as a bank knows him."""
    surname, given = person.father
    return replace(person, surname=surname, given_names=(given,), sex="M")


def mother(person: Person) -> Person:
    """Be the mother, as a bank knows her."""
    surname, given = person.mother
    return replace(person, surname=surname, given_names=(given,), sex="F")
