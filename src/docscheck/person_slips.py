"""What kind of slip makes two documents differ: order, spelling, a letter, a digit, a marriage?

Pure comparison of two values that were found to differ. Days and months change places where one
office writes the day first and another the month; a digit or a letter goes wrong where somebody
types what somebody else wrote (`domain.md` §6, row 9).
"""

from __future__ import annotations

from collections import Counter
from enum import StrEnum

from anyascii import anyascii
from rapidfuzz.distance import OSA

from docscheck.persons import Person, has_one_of, readings, same_name, shared_names
from docscheck.readers import person_names
from docscheck.readers.person_names import Match

_LOOK_ALIKES = str.maketrans("OQDILSBZG", "000115826")
"""ICAO Doc 9303 number characters that print alike."""
_MISTYPED_CHARACTERS = 2
"""Up to so many a number is mistyped or misread; two numbers of nine digits are never so near."""
_DATE = len("2004-05-17")


class NameSlip(StrEnum):
    """How one document writes a name otherwise than another."""

    ORDER = "order"
    """Surname and given names have changed places."""
    SPELLING = "spelling"
    """The same name in other letters: `Müller`, `Mueller`."""
    MISSING = "missing"
    """The first given name is left out."""
    LETTER = "letter"
    MARRIED = "married"
    """The given names with another surname."""
    GIVEN_NAMES = "given_names"
    """The surname with other given names."""
    OTHER = "other"


class BirthSlip(StrEnum):
    """How one document gives a birth date otherwise than another."""

    SWAPPED = "swapped"
    """Day and month have changed places."""
    DIGIT = "digit"
    """One digit differs, or two neighbours have changed places."""
    OTHER = "other"


class NumberSlip(StrEnum):
    """How two numbers that should be one differ."""

    DIGIT = "digit"
    """One or two characters differ."""
    OTHER = "other"


def name_slip(one: Person, student: Person) -> NameSlip | None:
    """Say how a name differs from the student's; `None` when it does not, or cannot be compared."""
    grade = same_name(one, student)
    if grade is None:
        return None
    if grade is Match.SLIP:
        return NameSlip.LETTER
    if grade is Match.DIFFERENT:
        surnames, given = shared_names(one, student)
        if surnames is given:
            return NameSlip.OTHER
        return NameSlip.GIVEN_NAMES if surnames else NameSlip.MARRIED
    return _harmless(one, student, grade)


def _harmless(one: Person, student: Person, grade: Match) -> NameSlip | None:
    if one.others or student.others:
        return None  # one of several readings agrees, whichever it is
    if _is_turned_round(one, student):
        return NameSlip.ORDER
    if grade is Match.SAME:
        return None if _letters(one) == _letters(student) else NameSlip.SPELLING
    return NameSlip.MISSING if _lacks_first_given_name(one, student) else None


def _is_turned_round(one: Person, student: Person) -> bool:
    if not one.given_names or not student.given_names:
        return False
    crossed = (
        person_names.same(one.surname, student.given_names),
        person_names.same(one.given_names, student.surname),
    )
    straight = person_names.same(one.surname, student.surname)
    return min(crossed) >= Match.COMPATIBLE and straight is Match.DIFFERENT


def _letters(person: Person) -> Counter[str]:
    return Counter(c for c in anyascii(person.name).lower() if c.isalpha())


def _lacks_first_given_name(one: Person, student: Person) -> bool:
    first = student.given_names.split()[:1]
    if not first or has_one_of(first, one.name):
        return False
    words = anyascii(one.name).upper().replace(".", " ").split()
    initials = {word for word in words if len(word) == 1}
    return anyascii(first[0])[:1].upper() not in initials


def birth_slip(one: Person, student: Person) -> BirthSlip | None:
    """Say how a birth date differs from the student's; `None` when it does not, or is not known."""
    if one.birth is None or student.birth is None:
        return None
    found, right = readings(one.birth), readings(student.birth)
    if found & right:
        return None
    pairs = [(a, b) for a in found for b in right if len(a) == len(b) == _DATE]
    if any(_turned(a) == b for a, b in pairs):
        return BirthSlip.SWAPPED
    return BirthSlip.DIGIT if any(_is_a_digit_off(a, b) for a, b in pairs) else BirthSlip.OTHER


def _turned(day: str) -> str:
    year, month, day_of_month = day.split("-")
    return f"{year}-{day_of_month}-{month}"


def _is_a_digit_off(one: str, other: str) -> bool:
    return OSA.distance(one.replace("-", ""), other.replace("-", ""), score_cutoff=1) == 1


def number_slip(one: str, other: str) -> NumberSlip | None:
    """Say how two numbers differ; `None` when they do not, or only in signs that print alike.

    >>> number_slip("AB1234567", "A812345G7"), number_slip("AB1234567", "AB1234561").value
    (None, 'digit')
    """
    first, second = printed_shape(one), printed_shape(other)
    if first == second:
        return None
    apart = OSA.distance(first, second, score_cutoff=_MISTYPED_CHARACTERS)
    return NumberSlip.DIGIT if apart <= _MISTYPED_CHARACTERS else NumberSlip.OTHER


def printed_shape(number: str) -> str:
    """Write letters as the digits they are read for: no paper can be told by O and 0."""
    return number.upper().translate(_LOOK_ALIKES)
