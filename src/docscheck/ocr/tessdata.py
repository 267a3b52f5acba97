"""Where is Tesseract's language data, and what to install when it is not there.

The data comes from the system (apt, Homebrew, the Windows installer) or from TESSDATA_PREFIX; it is
never looked for in the current folder or in the folder being checked.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from docscheck.errors import ComponentMissingError
from docscheck.scripts import debian_package

PAGE_SEGMENTATION = {"page": 3, "block": 6, "line": 7, "sparse": 11}
"""`ocr.interface.Layout` to Tesseract's `--psm`."""
_FIXED = (
    "/usr/share/tessdata",
    "/usr/share/tesseract/tessdata",
    "/usr/local/share/tessdata",
    "/opt/homebrew/share/tessdata",
    "/opt/local/share/tessdata",
)
_DEBIAN = Path("/usr/share/tesseract-ocr")
_WINDOWS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")


def find_tessdata(languages: Sequence[str], environ: Mapping[str, str] = os.environ) -> Path:
    """Return the first folder that holds the data of all `languages`.

    Raises:
        errors.ComponentMissingError: there is none; the advice names the packages.
    """
    for folder in _folders(environ):
        if all((folder / f"{language}.traineddata").is_file() for language in languages):
            return folder
    raise ComponentMissingError("engine_language", named(languages))


def named(languages: Sequence[str]) -> dict[str, str]:
    """Name languages and Debian packages, for the sentences about what is not installed."""
    packages = " ".join(map(debian_package, languages))
    return {"languages": ", ".join(languages), "packages": packages}


def engine_missing(engine: str, languages: Sequence[str]) -> ComponentMissingError:
    """Make the error for an engine that is not there at all."""
    return ComponentMissingError("engine_missing", {"engine": engine, **named(languages)})


def _folders(environ: Mapping[str, str]) -> Iterator[Path]:
    prefix = environ.get("TESSDATA_PREFIX")
    if prefix:
        yield from (Path(prefix), Path(prefix) / "tessdata")
    yield Path(sys.prefix) / "share" / "tessdata"
    yield from sorted(_DEBIAN.glob("*/tessdata"), reverse=True)
    yield from map(Path, _FIXED)
    for name in _WINDOWS:
        if name in environ:
            yield Path(environ[name]) / "Tesseract-OCR" / "tessdata"
            yield Path(environ[name]) / "Programs" / "Tesseract-OCR" / "tessdata"
