"""Which row of the list is about which folder? By the folder's name, or by the id it begins with.

A folder column holds the name of the folder. An id is a folder's name, or its beginning: `21904567`
is `21904567_NGUYEN`, and not `219045678`. Names are compared as Unicode composes them (NFC): macOS
writes an accent as a sign of its own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from msgspec import Struct

from docscheck.batch.roster import Row


class Matched(Struct, frozen=True):
    """Rows and folders side by side; every one of either is in one of these."""

    rows: Mapping[str, Row]
    """Folder -> its row."""
    no_folder: tuple[Row, ...]
    """Rows whose folder is not there."""
    no_row: tuple[str, ...]
    """Folders that the list does not have."""
    several: tuple[Row, ...]
    """Rows that cannot be told apart: two of them are about one folder, or one about two."""


def match(rows: Sequence[Row], folders: Sequence[str]) -> Matched:
    """Find the folder of each row."""
    index = _Index(folders)
    wanted: dict[str, list[Row]] = {}
    no_folder, several = list[Row](), list[Row]()
    for row in rows:
        found = index.folders_of(row)
        if not found:
            no_folder.append(row)
        elif len(found) > 1:
            several.append(row)
        else:
            wanted.setdefault(found[0], []).append(row)
    several += [row for found in wanted.values() if len(found) > 1 for row in found]
    single = {folder: found[0] for folder, found in wanted.items() if len(found) == 1}
    no_row = tuple(folder for folder in folders if folder not in wanted)
    return Matched(single, tuple(no_folder), no_row, tuple(sorted(several, key=lambda r: r.number)))


class _Index:
    """Folders by their names and by what may be an id at their beginning."""

    def __init__(self, folders: Sequence[str]) -> None:
        self._by_name: dict[str, list[str]] = {}
        self._by_id: dict[str, list[str]] = {}
        for folder in folders:
            plain = _plain(folder)
            self._by_name.setdefault(plain, []).append(folder)
            for end in re.finditer(r"[\W_]", plain):
                self._by_id.setdefault(plain[: end.start()], []).append(folder)

    def folders_of(self, row: Row) -> list[str]:
        if row.folder:
            return self._by_name.get(_plain(row.folder), [])
        name = _plain(row.id)
        return self._by_name.get(name) or self._by_id.get(name, [])


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", name)
