"""What of an installation decides a verdict? The version, the rules, and what reads pictures.

Two machines that have the same read the same folder to the same bytes; one that has not is asked
nothing.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from msgspec import Struct

from docscheck import __version__
from docscheck.errors import DocscheckError
from docscheck.ocr import DEFAULT_LANGUAGES, load_engine
from docscheck.ocr.tessdata import find_tessdata
from docscheck.rulebook.load import fingerprint
from docscheck.scripts import SCRIPTS

_NO_OCR = "none"


class Standing(Struct, frozen=True):
    """What one machine has."""

    version: str
    """Of docscheck."""
    rules: str
    """SHA-256 of the rules; empty where they cannot be read."""
    ocr: str
    """Version of the engine with a hash of its language data; empty without OCR, or if it is
    missing."""


def standing(rules: Path | None, engine: str) -> Standing:
    """Look at this machine; the engine is loaded, and reads nothing."""
    try:
        mark = fingerprint(rules)
    except DocscheckError:
        mark = ""
    return Standing(__version__, mark, "" if engine == _NO_OCR else _ocr(engine))


@cache
def _ocr(engine: str) -> str:
    # What a process has loaded stays as it is until it ends.
    try:
        version = load_engine(engine).version()
        folder = find_tessdata(DEFAULT_LANGUAGES)
    except DocscheckError:
        return ""
    state = hashlib.sha256()
    for language in (*DEFAULT_LANGUAGES, "osd", *(s.languages[0] for s in SCRIPTS)):
        path = folder / f"{language}.traineddata"
        if path.is_file():
            with path.open("rb") as data:
                state.update(language.encode() + hashlib.file_digest(data, "sha256").digest())
    return f"{version} {state.hexdigest()}"
