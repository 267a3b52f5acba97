"""Does the end of the file's name say what the file is?

Asks: is the extension one of those usual for the content?
Why: a portal goes by the extension; a photo renamed to `.pdf` is refused or cannot be opened.
Fails: an extension that belongs to another kind of content. Passes: all usual spellings of the
same kind (`.jpg`, `.jpeg`, `.JPG`, `.jfif`). A name without a known extension is told apart: it is
only incomplete.
How it can be wrong: content whose kind could not be told is not judged.
Source: seed L263, L273 (PDF asked for); portal form practice, `product.md` "What is judged" 1.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from docscheck.document import ExaminedFile
from docscheck.finding import Context, Issue, Kind, Where

ID = "file-format"
RULES = frozenset({"file.extension_mismatch", "file.extension_missing"})


class Settings(Struct, frozen=True):
    """Which extensions go with which content."""

    extensions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Media type -> its extensions, lower case, without the dot, the usual one first."""
    uploadable: tuple[str, ...] = ()
    """Media types whose names should carry an extension, because they may be uploaded."""


def check(subject: ExaminedFile, settings: Settings, context: Context) -> Iterator[Issue]:
    """Yield an issue when name and content disagree."""
    content, extension = subject.file.media_type, subject.file.extension
    if content is None or content not in settings.extensions:
        return
    usual = settings.extensions[content]
    known = {e for extensions in settings.extensions.values() for e in extensions}
    if extension in usual:
        return
    where = Where(subject.file.path)
    if extension in known:
        params = {"extension": extension, "content": usual[0]}
        yield Issue("file.extension_mismatch", Kind.FAIL, where, params=params)
    elif content in settings.uploadable:
        yield Issue("file.extension_missing", Kind.FAIL, where, params={"content": usual[0]})
