"""In which other forms is the report wanted? `--also FORMAT=FILE`, as often as needed.

Reading a folder takes seconds and telling of it none: who wants SARIF, JUnit and a summary of one
check asks once.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from docscheck.cli.formats import ReportFormat
from docscheck.errors import UsageError

OPTION = "--also"
_FORMS = frozenset(form.value for form in ReportFormat)


class Other(NamedTuple):
    """One more report: its form, and the file it goes to."""

    form: ReportFormat
    path: Path


def others(typed: Sequence[str]) -> tuple[Other, ...]:
    """Give the reports that were typed as FORMAT=FILE, in that order.

    Raises:
        UsageError: one is not written so, or its form is not known.

    >>> others(["sarif=out/a=b.sarif"])[0].path.as_posix()
    'out/a=b.sarif'
    """
    return tuple(_other(one) for one in typed)


def _other(typed: str) -> Other:
    form, _, file = typed.partition("=")
    if form not in _FORMS or not file:
        formats = ", ".join(form.value for form in ReportFormat)
        raise UsageError("also", {"written": typed, "formats": formats})
    return Other(ReportFormat(form), Path(file))
