"""What in the folder was not looked at?

Asks: links, special files, what systems leave behind, what lies beyond the limits of the walk.
Why: nothing is dropped in silence (R24 of `reliability.md`). Leftovers of a system and links are
advice; entries beyond a limit are unchecked, for a paper may be among them.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from docscheck.document import Folder
from docscheck.finding import Context, Issue, Kind, Where

ID = "ignored"
RULES = frozenset({"file.ignored", "file.limit", "file.locked"})

_BEYOND = ("depth", "count", "same_name")


class Settings(Struct, frozen=True):
    """How much is listed."""

    max_listed: int = 50
    """Entries named one by one; the rest is counted in one line for each reason."""


def check(subject: Folder, settings: Settings, context: Context) -> Iterator[Issue]:
    """Yield one issue for each entry that was passed over."""
    reasons = list(dict.fromkeys(entry.reason for entry in subject.ignored))
    for reason in reasons:
        paths = [entry.path for entry in subject.ignored if entry.reason == reason]
        for path in paths[: settings.max_listed]:
            yield _issue(reason, path)
        rest = len(paths) - settings.max_listed
        if rest > 0:
            yield Issue("file.ignored", Kind.FAIL, case="rest", params={"count": rest})


def _issue(reason: str, path: str) -> Issue:
    if reason in _BEYOND:
        return Issue("file.limit", Kind.UNCHECKED, Where(path), reason)
    if reason == "locked":
        return Issue("file.locked", Kind.UNCHECKED, Where(path), "folder")
    return Issue("file.ignored", Kind.FAIL, Where(path), reason)
