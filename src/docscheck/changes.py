"""What became of each file between two checks of one folder: two reports in, one change a file out.

Told by content (SHA-256), so that a file under another name is the same file. Nothing is judged.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from enum import StrEnum

from msgspec import Struct

from docscheck.document import ExaminedFile
from docscheck.report import Report


class How(StrEnum):
    """What became of a file."""

    NEW = "new"
    REPLACED = "replaced"
    SAME = "same"
    """Written anew, with the same content."""
    RENAMED = "renamed"
    GONE = "gone"
    ASIDE = "aside"
    """It came, and is of those that are listed and not read."""


class Change(Struct, frozen=True):
    """What became of one file."""

    how: How
    path: str
    earlier: str = ""
    """The former name of a renamed file."""


def changes(before: Report, after: Report, touched: Collection[str]) -> tuple[Change, ...]:
    """Say what became of the files, in the order of their paths.

    Args:
        before: the earlier check.
        after: the later one.
        touched: paths of which the system says that something was done to them.
    """
    old, new = _contents(before), _contents(after)
    renamed = dict(_renamed(old, new))
    found = [Change(How.GONE, path) for path in old.keys() - new.keys() - {*renamed.values()}]
    for path, content in new.items():
        if path in renamed:
            found.append(Change(How.RENAMED, path, renamed[path]))
        elif path not in old:
            found.append(Change(How.NEW, path))
        elif old[path] != content:
            found.append(Change(How.REPLACED, path))
        elif path in touched:
            found.append(Change(How.SAME, path))
    known = {entry.path for entry in before.ignored}
    found += [Change(How.ASIDE, e.path) for e in after.ignored if e.path not in known]
    return tuple(sorted(found, key=lambda change: change.path))


_Content = tuple[int, str | None]


def _contents(report: Report) -> dict[str, _Content]:
    return {file.file.path: _content(file) for file in report.files}


def _content(file: ExaminedFile) -> _Content:
    return file.file.size_bytes, file.file.sha256


def _renamed(old: dict[str, _Content], new: dict[str, _Content]) -> Iterator[tuple[str, str]]:
    """Yield the new and the former name of each file that went by one and came by another."""
    left = {old[path]: path for path in sorted(old.keys() - new.keys(), reverse=True)}
    for path in sorted(new.keys() - old.keys()):
        content = new[path]
        if content[1] is not None and content in left:
            yield path, left.pop(content)
