"""Archives given by name, and archives lying in a folder."""

from __future__ import annotations

import io
import stat
import struct
import tarfile
import warnings
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.hostile.kind import Kind, file_kind
from tests.hostile.raw_pdf import certificate

_WHEN = (2026, 9, 10, 12, 0, 0)


def zipped(entries: list[tuple[str, bytes]], mode: int = 0o100644) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # the same name twice is the purpose
        for name, data in entries:
            info = zipfile.ZipInfo(name, _WHEN)
            info.external_attr = mode << 16
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return out.getvalue()


def _one(name: str) -> bytes:
    return zipped([(name, certificate())])


def _encrypted() -> bytes:
    data = bytearray(_one("a.pdf"))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.index(mark) + offset
        data[place] |= 1
    return bytes(data)


def _claims_size(size: int) -> bytes:
    data = bytearray(_one("a.pdf"))
    struct.pack_into("<I", data, data.index(b"PK\x01\x02") + 24, size)
    return bytes(data)


def _unknown_method() -> bytes:
    data = bytearray(_one("a.pdf"))
    struct.pack_into("<H", data, data.index(b"PK\x03\x04") + 8, 99)
    struct.pack_into("<H", data, data.index(b"PK\x01\x02") + 10, 99)
    return bytes(data)


def _wrong_checksum() -> bytes:
    data = bytearray(_one("a.pdf"))
    struct.pack_into("<I", data, data.index(b"PK\x01\x02") + 16, 1)
    return bytes(data)


def _overlapping() -> bytes:
    """Many names in the directory for one and the same compressed entry."""
    data = _one("a.pdf")
    start = data.index(b"PK\x01\x02")
    end = data.index(b"PK\x05\x06")
    record = data[start:end]
    many = b"".join(record.replace(b"a.pdf", f"{n:05}".encode()) for n in range(90))
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 90, 90, len(many), start, 0)
    return data[:start] + many + tail


def _directory_claims(count: int, size: int) -> bytes:
    data = _one("a.pdf")
    end = data.index(b"PK\x05\x06")
    start = data.index(b"PK\x01\x02")
    return data[:end] + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, size, start, 0)


def _long_directory() -> bytes:
    """A directory of 4 MB: 60 entries with comments of 64 kB."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(60):
            info = zipfile.ZipInfo(f"{number}.pdf", _WHEN)
            info.comment = b"c" * 65_000
            archive.writestr(info, b"%PDF-1.4")
    return out.getvalue()


def _tar() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        info = tarfile.TarInfo("../../evil.pdf")
        info.size = 3
        archive.addfile(info, io.BytesIO(b"abc"))
    data = bytearray(out.getvalue())
    data[4:8] = bytes(4)  # the time of packing
    return bytes(data)


_GIVEN: dict[str, Callable[[], bytes]] = {
    "traversal": lambda: _one("../../../evil.pdf"),
    "absolute": lambda: _one("/tmp/evil.pdf"),
    "drive-letter": lambda: _one("C:\\Windows\\evil.pdf"),
    "backslashes": lambda: _one("..\\..\\evil.pdf"),
    "name-with-newline": lambda: _one("a\n::error::b.pdf"),
    "name-with-escape": lambda: _one("a\x1b[31m.pdf"),
    "name-very-long": lambda: _one("a" * 60_000 + ".pdf"),
    "name-only-dots": lambda: _one("..."),
    "folders-300-deep": lambda: _one("d/" * 300 + "a.pdf"),
    "symbolic-link": lambda: zipped([("link.pdf", b"/etc/passwd")], stat.S_IFLNK | 0o777),
    "device": lambda: zipped([("dev.pdf", b"")], stat.S_IFCHR | 0o666),
    "archive-in-archive": lambda: zipped([("inner.zip", _one("a.pdf")), ("b.pdf", certificate())]),
    "ratio-bomb": lambda: zipped([("bomb.pdf", bytes(40_000_000))]),
    "size-bomb": lambda: zipped([(f"{n}.pdf", bytes(9_000_000)) for n in range(6)]),
    "200-entries": lambda: zipped([(f"{n:03}.pdf", b"%PDF-1.4") for n in range(200)]),
    "same-name-twice": lambda: zipped([("a.pdf", certificate()), ("a.pdf", b"%PDF-1.4 other")]),
    "same-name-other-case": lambda: zipped([("a.pdf", certificate()), ("A.PDF", b"%PDF-1.4 b")]),
    "encrypted-entry": _encrypted,
    "claims-less-than-it-holds": lambda: _claims_size(10),
    "claims-4-gb": lambda: _claims_size(0xFFFFFFFF),
    "unknown-compression": _unknown_method,
    "wrong-checksum": _wrong_checksum,
    "overlapping-entries": _overlapping,
    "directory-claims-4-gb": lambda: _directory_claims(1, 0xFFFFFFF0),
    "directory-claims-65000-entries": lambda: _directory_claims(65_000, 51),
    "directory-of-4-mb": _long_directory,
    "cut-half": lambda: _one("a.pdf")[:300],
    "no-entries": lambda: zipped([]),
    "not-an-archive": lambda: b"PK\x03\x04 and nothing more",
}


def _given(name: str, make: Callable[[], bytes]) -> Kind:
    def write(folder: Path) -> None:
        (folder / "dossier.zip").write_bytes(make())

    return Kind("archive", name, write, "dossier.zip")


def kinds() -> Iterator[Kind]:
    for name, make in _GIVEN.items():
        yield _given(name, make)
    for name in ("traversal", "ratio-bomb", "encrypted-entry", "200-entries"):
        yield file_kind("archive", f"lying-{name}", "papiers.zip", _GIVEN[name])
    yield file_kind("archive", "lying-tar", "papiers.tar.gz", _tar)
    yield file_kind(
        "archive", "lying-7z", "papiers.7z", lambda: b"7z\xbc\xaf\x27\x1c\0\4" + bytes(60)
    )
    yield file_kind(
        "archive", "lying-rar", "papiers.rar", lambda: b"Rar!\x1a\x07\x01\x00" + bytes(60)
    )
