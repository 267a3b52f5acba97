"""Where do the students' folders lie, and how are they looked into? On a disk, or on a share.

A share is whatever has an address (`s3://bucket/students`, `sftp://host/students`) that fsspec
knows. Nothing of it is ever written to a disk: a file is fetched when a worker asks for it, hashed
and handed over, as one out of an archive. Names on a share are only shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from docscheck.batch.students import Students, list_students
from docscheck.errors import UsageError
from docscheck.intake.entries import Listing, changed, list_folder

Limits = Mapping[str, float]
_LOCAL = ("file", "local")
_CHAINED = "::"


class Address(Struct, frozen=True):
    """Where a share lies, as somebody typed it; it holds no password."""

    url: str

    def __str__(self) -> str:
        return self.url


Root = Path | Address
"""What holds the folders."""


class Share(Protocol):
    """What a run needs of the place that holds the folders."""

    def students(self) -> Students:
        """List the folders.

        Raises:
            UsageError: there is no such place, it may not be opened, or holds no folder.
        """

    def listing(self, name: str, limits: Limits, failures: list[str] | None = None) -> Listing:
        """List one folder; nothing is read before its `Entry.read`.

        Args:
            name: of the folder.
            limits: those of the rulebook.
            failures: gets the kind of each failure of the share while files are read.

        Raises:
            UsageError: the share does not answer.
        """

    def changed(self, name: str) -> float:
        """Give when the folder itself changed, in seconds since 1970; 0 where nobody knows."""


def place_of(typed: str) -> Root:
    """Tell an address from a path.

    Raises:
        UsageError: the address is none, holds a password, or goes through another place.

    >>> place_of("s3://bucket/students"), place_of("students")
    (Address(url='s3://bucket/students'), PosixPath('students'))
    """
    if "://" not in typed:
        return Path(typed)
    if _CHAINED in typed:
        # Such an address keeps copies on a disk (`simplecache::`), or opens archives.
        raise UsageError("share_chained", {"path": _shown(typed)})
    try:
        parts = urlsplit(typed)
    except ValueError as error:
        raise UsageError("share_unknown", {"path": _shown(typed)}) from error
    if parts.password is not None:
        raise UsageError("share_password", {"path": _shown(typed)})
    if parts.scheme in _LOCAL:
        return Path(unquote(parts.path))
    return Address(typed.rstrip("/"))


def share_of(root: Root) -> Share:
    """Give the place behind a path or an address; nothing is opened yet.

    Raises:
        UsageError: nobody knows such addresses.
        ComponentMissingError: what reads such addresses is not installed.
    """
    if isinstance(root, Path):
        return Disk(root)
    from docscheck.batch.remote import Remote

    return Remote(root.url)


class Disk:
    """A folder of this machine, or one that is mounted."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def students(self) -> Students:
        return list_students(self._root)

    def listing(self, name: str, limits: Limits, failures: list[str] | None = None) -> Listing:
        return list_folder(self._root / name, limits)

    def changed(self, name: str) -> float:
        try:
            return changed((self._root / name).stat())
        except OSError:
            return 0.0


def _shown(typed: str) -> str:
    """Give an address without what stands before the host: it may be a password."""
    scheme, _, rest = typed.partition("://")
    return f"{scheme}://{rest.rpartition('@')[2]}"
