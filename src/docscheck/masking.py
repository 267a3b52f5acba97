"""How much of a personal value may be shown?

Enough for the student to know which paper is meant, too little for anybody else to use it:
IBAN country and last four; NIR first and last digit; numbers their last three; names their
initials; birth dates their year; machine-readable lines nothing at all (`domain.md` §8). How many
characters are hidden is hidden too.
"""

from __future__ import annotations

from collections.abc import Callable

_DOTS = "•••"
_YEAR = 4
_TAIL = 3
_IBAN_TAIL = 4

PUBLIC = frozenset(
    {
        "school_year",
        "expiry_date",
        "issue_date",
        "valid_from",
        "visa_type",
        "entries",
        "language",
        "issuing_state",
        "nationality",
        "institution",
        "sex",
        "bic",
        "bank_code",
    }
)
"""Fields that say nothing of who the person is and are shown as they stand."""


def mask(field: str, value: str) -> str:
    """Hide what identifies a person in the value of `field`; unknown fields are hidden whole.

    >>> mask("iban", "FR1420041010050500013M02606")
    'FR•••2606'
    >>> mask("surname", "NGUYEN VAN")
    'N••• V•••'
    >>> mask("birth_date", "2004-05-17")
    '2004-••-••'
    """
    if field in PUBLIC:
        return value
    hide = _MASKS.get(field)
    return hide(value) if hide is not None and value else _DOTS


def mask_field(name: str, value: str) -> str:
    """Give a field's value as the JSON report carries it without `--show-values`."""
    return mask(name, value)


def _initials(value: str) -> str:
    return " ".join(f"{word[0]}{_DOTS}" for word in value.split()) or _DOTS


def _tail(value: str) -> str:
    return _DOTS + (value[-_TAIL:] if len(value) > 2 * _TAIL else "")


def _iban(value: str) -> str:
    tail = value[-_IBAN_TAIL:] if len(value) > 2 * _IBAN_TAIL else ""
    return f"{value[:2]}{_DOTS}{tail}"


def _year(value: str) -> str:
    return f"{value[:_YEAR]}-••-••"


def _ends(value: str) -> str:
    return f"{value[0]}{_DOTS}{value[-1]}" if len(value) > 2 else _DOTS


_MASKS: dict[str, Callable[[str], str]] = {
    **dict.fromkeys(("surname", "given_names", "holder", "father_name", "mother_name"), _initials),
    **dict.fromkeys(
        (
            "document_number",
            "passport_number",
            "foreigner_number",
            "account_number",
            "student_number",
            "ine",
        ),
        _tail,
    ),
    "iban": _iban,
    "birth_date": _year,
    "nir": _ends,
}
