"""Is the file light enough to be uploaded without trouble?

Asks: is it under the size from which upload forms of the French administration refuse?
Why: the portal's own limit is not public; a comparable one is 2 MB a document. Advice only.
Passes: everything under the limit. How it can be wrong: the portal may well take more.
Source: comparator, France-Visas "numérisation" (2021): 2 MB a document.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from docscheck.document import ExaminedFile
from docscheck.finding import Context, Issue, Kind, Where

ID = "file-size"
RULES = frozenset({"file.heavy"})

_MEGABYTE = 1_000_000


class Settings(Struct, frozen=True):
    """From which size on to advise."""

    max_bytes: int = 2_000_000


def check(subject: ExaminedFile, settings: Settings, context: Context) -> Iterator[Issue]:
    """Yield advice for a readable file that is heavier than what is surely taken."""
    size = subject.file.size_bytes
    if subject.examined.trouble is None and size > settings.max_bytes:
        params = {
            "megabytes": round(size / _MEGABYTE, 1),
            "max_megabytes": round(settings.max_bytes / _MEGABYTE, 1),
        }
        yield Issue("file.heavy", Kind.FAIL, Where(subject.file.path), params=params)
