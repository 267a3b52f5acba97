"""Where a file stands for programs that look from the root of a repository: SARIF, annotations.

The report itself knows paths below its folder only. What a CI system marks has to be found from
the folder in which the command ran; a folder elsewhere is never told of, since its place may name
its owner.
"""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote

HERE = ""


def root_of(folder: Path, current: Path) -> str:
    """Give the way from the current folder to the one that is checked, with forward slashes.

    >>> root_of(Path("fixtures/anna"), Path("/work")), root_of(Path("/home/anna"), Path("/work"))
    ('fixtures/anna', '')
    """
    below = Path(os.path.normpath(current / folder))
    if below == current or not below.is_relative_to(current):
        return HERE
    return below.relative_to(current).as_posix()


def path_from(root: str, path: str | None) -> str:
    """Give the way to a file of the folder, or to the folder itself.

    >>> path_from("fixtures/anna", "rib.pdf"), path_from("", None)
    ('fixtures/anna/rib.pdf', '.')
    """
    return "/".join(part for part in (root, path or "") if part) or "."


def uri_reference(path: str) -> str:
    """Give a path as a relative reference: RFC 3986 §4.2; bytes that are no text, by their bytes.

    >>> uri_reference("my files/a:b%.pdf")
    'my%20files/a%3Ab%25.pdf'
    """
    return quote(os.fsencode(path), safe="/")
