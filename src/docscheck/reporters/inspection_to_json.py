"""What was read in one file as JSON, for programs and for reports of errors."""

from __future__ import annotations

from typing import Any, TextIO

import msgspec

from docscheck.document import ExaminedFile, Page
from docscheck.reporters.interface import Manner
from docscheck.reporters.json_text import dump, path_members
from docscheck.reporters.to_json import part_as_json

INSPECTION_VERSION = "1"


def write(file: ExaminedFile, out: TextIO, manner: Manner) -> None:
    """Write what was read, indented, with a line feed at the end."""
    dump(as_json(file, manner), out)


def as_json(file: ExaminedFile, manner: Manner) -> dict[str, Any]:
    """Give it as one object; keys may be added, none is dropped or renamed."""
    source, examined = file.file, file.examined
    return {
        "inspection_version": INSPECTION_VERSION,
        **path_members(source.path),
        "sha256": source.sha256,
        "size_bytes": source.size_bytes,
        "media_type": source.media_type,
        "trouble": examined.trouble.value if examined.trouble else None,
        "detail": examined.detail,
        "container": msgspec.to_builtins(examined.container),
        "pages": [_page(page) for page in examined.pages],
        "parts": [part_as_json(part, manner) for part in examined.parts],
    }


def _page(page: Page) -> dict[str, Any]:
    told: dict[str, Any] = msgspec.to_builtins(page)
    del told["classification"]  # with the parts, which may be of several pages
    return told
