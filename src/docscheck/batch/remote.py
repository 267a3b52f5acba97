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
from docscheck.intake.entries import CannotReadError, Entry, Listing, is_junk

Limits = Mapping[str, float]
_MAX_PATH_BYTES = 4_096
"""As on a disk."""
_MARKS = ("ETag", "etag", "md5Hash", "content_md5", "generation")
"""What object stores say of the content of an object: S3, Google, Azure."""
_WEAK = "W/"
"""RFC 9110, 8.8.1: the same for contents that differ a little."""
_CHANGED = ("LastModified", "last_modified", "updated", "mtime", "modified", "created")
_UNHELD = ("", ".", "..")
_FOLDER, _FILE, _LINK = "directory", "file", "link"


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
            found = list(_Walk(self, limits, failures).below(f"{self._root}/{name}", "", 0))
        except FileNotFoundError as error:
            raise UsageError("no_folder", {"path": f"{self._url}/{name}"}) from error
        except Exception as error:  # see `students`
            raise self._closed(error) from error
        entries = sorted((e for e in found if isinstance(e, Entry)), key=lambda e: e.path)
        ignored = sorted((e for e in found if isinstance(e, Ignored)), key=lambda e: e.path)
        return Listing(name, tuple(entries), tuple(ignored))

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


class _Walk:
    """One walk and its limits; the same as those of a folder on a disk."""

    def __init__(self, share: Remote, limits: Limits, failures: list[str] | None) -> None:
        self._share = share
        self._failures = failures
        self._max_entries = int(limits["max_entries"])
        self._max_depth = int(limits["max_depth"])
        self._max_file_bytes = int(limits["max_file_bytes"])
        self._max_folder_bytes = int(limits["max_folder_bytes"])
        self._seen = 0
        self._seen_bytes = 0
        self._paths: set[str] = set()

    def below(self, place: str, folder: str, depth: int) -> Iterator[Entry | Ignored]:
        try:
            children = self._share.children(place)
        except PermissionError:
            yield Ignored(folder or ".", "locked")
            return
        for name, info in children:
            path = f"{folder}/{name}" if folder else name
            yield from self._one(path, info, depth)

    def _one(self, path: str, info: Mapping[str, Any], depth: int) -> Iterator[Entry | Ignored]:
        self._seen += 1
        kind, size = info.get("type"), info.get("size")
        repeated = path in self._paths and kind == _FILE
        self._paths.add(path)
        if self._seen > self._max_entries:
            yield Ignored(path, "count")
        elif len(os.fsencode(path)) > _MAX_PATH_BYTES:
            yield Ignored(path, "depth")
        elif not _could_be_held(path.rpartition("/")[2]):
            yield Ignored(path, "special")
        elif kind == _LINK or info.get("islink"):
            yield Ignored(path, "link")
        elif kind == _FOLDER:
            yield from self._inside(path, info, depth)
        elif is_junk(path):
            yield Ignored(path, "junk")
        elif kind != _FILE or not isinstance(size, int) or size < 0:
            yield Ignored(path, "special")
        elif repeated:
            yield Ignored(path, "same_name")
        else:
            yield self._file(path, info, size)

    def _inside(self, path: str, info: Mapping[str, Any], depth: int) -> Iterator[Entry | Ignored]:
        if is_junk(f"{path}/x"):
            yield Ignored(path, "junk")
        elif depth + 1 > self._max_depth:
            yield Ignored(path, "depth")
        else:
            yield from self.below(str(info["name"]), path, depth + 1)

    def _file(self, path: str, info: Mapping[str, Any], size: int) -> Entry | Ignored:
        if size <= self._max_file_bytes:
            self._seen_bytes += size
        if self._seen_bytes > self._max_folder_bytes:
            return Ignored(path, "count")

        def read() -> bytes:
            try:
                return self._share.fetch(str(info["name"]), info, size)
            except CannotReadError:
                raise
            except Exception as error:  # the share's trouble, told by whoever reads
                if self._failures is not None:
                    self._failures.append(type(error).__name__)
                raise CannotReadError("the share does not answer") from error

        return Entry(path, size, read, _changed(info), _mark(info))


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
    kind = info.get("type")
    if not _could_be_held(name):
        return "special"
    if kind == _LINK or info.get("islink"):
        return "link"
    if kind == _FOLDER:
        return "junk" if is_junk(f"{name}/x") else ""
    if is_junk(name):
        return "junk"
    return LOOSE if kind == _FILE else "special"


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
