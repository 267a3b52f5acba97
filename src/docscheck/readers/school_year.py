"""The academic year an enrolment paper is for, as `2026-2027`.

Sources: code de l'éducation, article L613-1 and the establishments' usage (1 September to 31
August); the forms seen on certificates: `2026-2027`, `2026/2027`, `2026 - 2027`, `2026/27`. A year
beside its label is preferred over any other on the page, as transcripts and notices name several.
Without such a pair, a period `du 01/09/2026 au 31/08/2027` that spans two years is taken, as
guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from docscheck.document import Field, Standing
from docscheck.readers import dates
from docscheck.readers.interface import Reading
from docscheck.readers.passage import Passage, fold, passages

ID = "school-year"

_PAIR = re.compile(
    r"(?<![\d/.\-])(20\d{2})\s?(?:[-/–—−_]|a|et|au|to)\s?((?:20)?\d{2})(?![\d]|[/.\-]\d)"
)
_LABEL = re.compile(
    r"(?:annee|ann.e)s? (?:universitaire|scolaire|academique|d'etudes|d'inscription)"
    r"|academic year|school year|curso (?:academico|escolar)|ano letivo|anno accademico"
    r"|\ba\.?u\.? ?:|rentree|annee\b"
)
_LABEL_REACH = 40
_SHORTEST_DAYS, _LONGEST_DAYS = 200, 400
"""Length of a period that is an academic year."""


class Settings(Struct, frozen=True):
    """The `school-year` reader needs no setting."""


def parse(text: str) -> str | None:
    """Return the first academic year of a text as `2026-2027`.

    >>> parse("Année universitaire 2026/27")
    '2026-2027'
    """
    return next((year for year, _, _ in _pairs(fold(text))), None)


def read(reading: Reading, name: str, settings: Settings) -> Iterator[Field]:
    """Yield the academic years of the pages: labelled, then bare, then from a period."""
    labelled: list[Field] = []
    bare: list[Field] = []
    periods: list[Field] = []
    for page in passages(reading.texts):
        text = fold(page.text)
        for year, span, is_labelled in _pairs(text):
            field = page.field(name, year, span)
            (labelled if is_labelled else bare).append(field)
        periods += _periods(page, name, reading.today)
    yield from _with_rivals(labelled or bare)
    if labelled:
        yield from bare
    yield from periods


def _pairs(text: str) -> Iterator[tuple[str, tuple[int, int], bool]]:
    for match in _PAIR.finditer(text):
        first, second = int(match[1]), int(match[2][-2:])
        if (first + 1) % 100 == second:
            yield f"{first}-{first + 1}", match.span(), _labelled(text, match.start())


def _labelled(text: str, start: int) -> bool:
    """Tell whether a label stands before, with no other year between."""
    before = text[max(0, start - _LABEL_REACH) : start]
    labels = list(_LABEL.finditer(before))
    return bool(labels) and not re.search(r"\d{4}", before[labels[-1].end() :])


def _with_rivals(found: list[Field]) -> Iterator[Field]:
    """Name the other years of equal claim, so that a checker does not take the first as certain."""
    values = tuple(dict.fromkeys(field.value for field in found))
    for field in found:
        yield replace(field, alternatives=tuple(v for v in values if v != field.value))


def _periods(page: Passage, name: str, today: date) -> Iterator[Field]:
    written = dates.find(page.text, today, month_first=False)
    for start, end in pairwise(written):
        first, last = date.fromisoformat(start.value), date.fromisoformat(end.value)
        between = page.text[start.span[1] : end.span[0]]
        near = len(between) <= 20 and _SHORTEST_DAYS <= (last - first).days <= _LONGEST_DAYS
        if near and last.year == first.year + 1:
            span = (start.span[0], end.span[1])
            yield page.field(name, f"{first.year}-{last.year}", span, Standing.GUESSED)
