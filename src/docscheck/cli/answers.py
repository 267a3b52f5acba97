"""What was typed about the person and the day, turned into values or refused."""

from __future__ import annotations

from datetime import date

from docscheck.errors import UsageError


def typed_day(written: str | None, option: str) -> date | None:
    """Read a date such as 2026-11-23.

    Raises:
        UsageError: it is none.
    """
    if written is None:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise UsageError("date", {"option": option, "written": written}) from error


def typed_state(code: str | None) -> str | None:
    """Read the code of a country as ISO 3166 alpha-3.

    Raises:
        UsageError: no country has it.
    """
    if code is None:
        return None
    from docscheck.readers.countries import alpha3

    found = alpha3(code)
    if found is None:
        raise UsageError("nationality", {"origin": "--nationality", "written": code})
    return found
