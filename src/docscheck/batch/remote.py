"""A share that fsspec speaks to: what is in it, and the bytes of one file when they are wanted.

Everything it says is foreign. Names never touch a file system; those that no folder could hold
(`..`, an empty one) are told as special and not fetched, nor is a file over the limits, and no more
of a file than it was said to have. A share that does not answer is nobody's unreadable paper:
whoever reads gives `listing` a list, and believes what came of the folder if it stays empty.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from docscheck.batch.students import LOOSE, Students
from docscheck.document import Ignored
from docscheck.errors import ComponentMissingError, UsageError
from docscheck.intake.entries import CannotReadError, Listing, is_junk
from docscheck.intake.walk import Kind, LockedError, Node, Walk

Limits = Mapping[str, float]
_MARKS = ("ETag", "etag", "md5Hash", "content_md5", "generation")
"""What object stores say of the content of an object: S3, Google, Azure."""
_WEAK = "W/"
"""RFC 9110, 8.8.1: the same for contents that differ a little."""
_CHANGED = ("LastModified", "last_modified", "updated", "mtime", "modified", "created")
_UNHELD = ("", ".", "..")
_FILE = "file"
_KINDS = {"directory": Kind.FOLDER, _FILE: Kind.FILE, "link": Kind.LINK}


class Remote:
    """The folders below one address; for any number of threads."""

    def __init__(self, url: str) -> None:
        """Get ready; nobody is called yet.

        Raises:
            UsageError: nobody knows such addresses.
            ComponentMissingError: what reads them is not installed.
        """
        self._url = url
        self._files, self._root = _opened(url)

    def students(self) -> Students:
        try:
            found = self._files.ls(self._root, detail=True)
        except FileNotFoundError as error:
            raise UsageError("no_folder", {"path": self._url}) from error
        except Exception as error:  # whatever a library of a share raises when it is not let in
            raise self._closed(error) from error
        reasons = {name: _why_no_student(name, info) for name, info in _children(self._root, found)}
        names = sorted(reasons, key=os.fsencode)
        folders = tuple(name for name in names if not reasons[name])
        if not folders:
            raise UsageError("no_students", {"path": self._url})
        left_out = (Ignored(name, reasons[name]) for name in names if reasons[name])
        return Students(folders, tuple(left_out))

    def listing(self, name: str, limits: Limits, failures: list[str] | None = None) -> Listing:
        try:
            return Walk(_Folder(self, failures), limits).listing(name, f"{self._root}/{name}")
        except FileNotFoundError as error:
            raise UsageError("no_folder", {"path": f"{self._url}/{name}"}) from error
        except Exception as error:  # see `students`
            raise self._closed(error) from error

    def changed(self, name: str) -> float:
        """Give 0: what is called a folder there has no date."""
        return 0.0

    def children(self, path: str) -> Sequence[tuple[str, Mapping[str, Any]]]:
        """Give the entries of a folder, by name."""
        return sorted(_children(path, self._files.ls(path, detail=True)), key=lambda c: c[0])

    def fetch(self, path: str, listed: Mapping[str, Any], size: int) -> bytes:
        """Give the bytes of a file that had this size when it was listed.

        Raises:
            CannotReadError: refused, gone, or changed.
        """
        try:
            # One more than was said: a file that grew says so.
            data: bytes = self._files.cat_file(path, start=0, end=size + 1)
            # An object is read whole from one state of it; elsewhere the file is looked at again.
            later = listed if _mark(listed) else self._files.info(path)
        except (FileNotFoundError, PermissionError) as error:
            raise CannotReadError(error.strerror or "refused") from error
        if len(data) != size or _state(later) != _state(listed):
            raise CannotReadError("changed after it was listed")
        return data

    def _closed(self, error: Exception) -> UsageError:
        # The words of a library may hold an address with what somebody is known by.
        return UsageError("share_closed", {"path": self._url}, type(error).__name__)


class _Folder:
    """A folder of a share, as a walk sees it."""

    def __init__(self, share: Remote, failures: list[str] | None) -> None:
        self._share = share
        self._failures = failures

    def children(self, where: str) -> Sequence[Node]:
        try:
            found = self._share.children(where)
        except PermissionError as error:
            raise LockedError from error
        return [self._node(name, info) for name, info in found]

    def _node(self, name: str, info: Mapping[str, Any]) -> Node:
        where, size = str(info["name"]), info.get("size")
        kind = _kind(name, info)
        if kind is not Kind.FILE:
            return Node(name, where, kind)
        if not isinstance(size, int) or size < 0:
            return Node(name, where, Kind.SPECIAL)

        def read() -> bytes:
            try:
                return self._share.fetch(where, info, size)
            except CannotReadError:
                raise
            except Exception as error:  # the share's trouble, told by whoever reads
                if self._failures is not None:
                    self._failures.append(type(error).__name__)
                raise CannotReadError("the share does not answer") from error

        return Node(name, where, kind, size, read, _changed(info), _mark(info))


def _opened(url: str) -> tuple[Any, str]:
    scheme = url.partition("://")[0]
    try:
        from fsspec.core import url_to_fs

        # Neither lists nor connections of an earlier look: both may be old.
        files, root = url_to_fs(url, use_listings_cache=False, skip_instance_cache=True)
    except ImportError as error:
        raise ComponentMissingError("share_missing", {"scheme": scheme}) from error
    except ValueError as error:
        raise UsageError("share_unknown", {"path": url}) from error
    except Exception as error:  # whatever a library raises when it is not let in
        raise UsageError("share_closed", {"path": url}, type(error).__name__) from error
    return files, str(root).rstrip("/")


def _children(
    folder: str, found: Sequence[Mapping[str, Any]]
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield entries with their names; the mark that stands for the folder itself is none."""
    for info in found:
        path = str(info["name"])
        name = path.removeprefix(folder).removeprefix("/")
        itself = path.rstrip("/") == folder.rstrip("/")
        if itself and info.get("type") == _FILE and not info.get("size"):
            continue
        yield name or "/", info


def _why_no_student(name: str, info: Mapping[str, Any]) -> str:
    """Say why an entry is no student's folder; empty for one that is."""
    kind = _kind(name, info)
    if kind is Kind.UNHELD:
        return "special"
    if kind is Kind.LINK:
        return "link"
    if kind is Kind.FOLDER:
        return "junk" if is_junk(f"{name}/x") else ""
    if is_junk(name):
        return "junk"
    return LOOSE if kind is Kind.FILE else "special"


def _kind(name: str, info: Mapping[str, Any]) -> Kind:
    if not _could_be_held(name):
        return Kind.UNHELD
    if info.get("islink"):
        return Kind.LINK
    return _KINDS.get(str(info.get("type")), Kind.SPECIAL)


def _could_be_held(name: str) -> bool:
    """Whether a folder of a disk could hold an entry of this name."""
    return name not in _UNHELD and "/" not in name and "\0" not in name


def _mark(info: Mapping[str, Any]) -> str | None:
    for key in _MARKS:
        told = info.get(key)
        if isinstance(told, str | int) and told and not str(told).startswith(_WEAK):
            return f"{key} {told}"
    return None


def _changed(info: Mapping[str, Any]) -> float:
    for key in _CHANGED:
        told = info.get(key)
        if isinstance(told, datetime):
            return told.timestamp()
        if isinstance(told, int | float):
            return float(told)
    return 0.0


def _state(info: Mapping[str, Any]) -> tuple[object, ...]:
    return info.get("size"), _mark(info), _changed(info)
