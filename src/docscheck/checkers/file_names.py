"""Is the file's name one that every system takes?

Asks: only plain letters, digits and a few signs, not too long, one extension.
Why: upload forms trip over accents, emoji and very long names; two extensions hide what a file is.
Advice only: no public rule of the portal was found.
Passes: spaces, brackets, commas, apostrophes: old upload forms took them too.
Source: comparator, France-Visas "numérisation" (2021): 100 characters; letters, digits, and
`, . - ' /`.
"""

from __future__ import annotations

import string
from collections.abc import Iterator

from msgspec import Struct

from docscheck.document import ExaminedFile
from docscheck.finding import Context, Issue, Kind, Where

ID = "file-names"
RULES = frozenset({"file.name"})


class Settings(Struct, frozen=True):
    """What a name may be."""

    max_length: int = 100
    """Characters, extension included."""
    signs: str = " _-.,'()"
    """Allowed besides the letters a-z, A-Z and the digits."""
    extensions: tuple[str, ...] = ("pdf", "jpg", "jpeg", "png", "heic", "tif", "tiff", "docx")
    """Extensions that should not stand twice."""


def check(subject: ExaminedFile, settings: Settings, context: Context) -> Iterator[Issue]:
    """Yield one piece of advice for each thing that is unusual about the name."""
    name = subject.file.path.rsplit("/", 1)[-1]
    where = Where(subject.file.path)
    strange = _strange(name, settings.signs)
    if strange:
        yield Issue("file.name", Kind.FAIL, where, "characters", {"characters": strange})
    if len(name) > settings.max_length:
        lengths = {"length": len(name), "max_length": settings.max_length}
        yield Issue("file.name", Kind.FAIL, where, "length", lengths)
    if _has_two_extensions(name, settings.extensions):
        yield Issue("file.name", Kind.FAIL, where, "extensions")


def _strange(name: str, signs: str) -> str:
    allowed = frozenset(string.ascii_letters + string.digits + signs)
    return " ".join(dict.fromkeys(c for c in name if c not in allowed))


def _has_two_extensions(name: str, extensions: tuple[str, ...]) -> bool:
    _, *ends = name.lower().rsplit(".", 2)
    return len(ends) == len(("outer", "inner")) and all(end in extensions for end in ends)
