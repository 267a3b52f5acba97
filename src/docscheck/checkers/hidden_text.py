"""Does the PDF carry words that an officer cannot see?

Asks: words of the text layer without ink: white, tiny, off the page, under something else; a layer
that says other things than the page shows, by a font that draws other letters or under a picture.
Why: a program that reads the layer is told other things than the officer who looks at the page.
docscheck takes no account of such words; the student should know that they are there.
Passes: the layer that a scanner's own OCR lays over the picture, and the odd anchor word that
services for signatures leave behind.
Source: `reliability.md` R19.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from docscheck.document import ExaminedFile
from docscheck.finding import Context, Issue, Kind, Where

ID = "hidden-text"
RULES = frozenset({"file.hidden_text"})


class Settings(Struct, frozen=True):
    """How much is more than a leftover."""

    max_words: int = 3
    """Hidden words of a page that are passed over."""


def check(subject: ExaminedFile, settings: Settings, context: Context) -> Iterator[Issue]:
    """Yield one issue for each page with hidden words."""
    for page in subject.examined.pages:
        where = Where(subject.file.path, page.number)
        if page.layer_differs:
            yield Issue("file.hidden_text", Kind.FAIL, where, "other_words")
        elif page.hidden_words > settings.max_words:
            yield Issue("file.hidden_text", Kind.FAIL, where)
