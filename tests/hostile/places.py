"""Entries of a folder that are no plain files, or hard to reach (POSIX)."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.hostile.kind import Kind
from tests.hostile.raw_pdf import certificate


def _good(folder: Path) -> None:
    (folder / "certificat.pdf").write_bytes(certificate())


def _socket(folder: Path) -> None:
    here = os.getcwd()
    os.chdir(folder)  # the address of a socket has at most 108 bytes
    try:
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind("socket.pdf")
    finally:
        os.chdir(here)


def _link(target: str) -> Callable[[Path], None]:
    def write(folder: Path) -> None:
        _good(folder)
        (folder / "link.pdf").symlink_to(target)

    return write


def _sparse(size: int) -> Callable[[Path], None]:
    def write(folder: Path) -> None:
        with (folder / "sparse.pdf").open("wb") as stream:
            stream.truncate(size)

    return write


def _locked(folder: Path) -> None:
    _good(folder)
    (folder / "locked.pdf").write_bytes(certificate())
    (folder / "locked.pdf").chmod(0)


def _locked_folder(folder: Path) -> None:
    _good(folder)
    (folder / "inside").mkdir()
    (folder / "inside" / "a.pdf").write_bytes(certificate())
    (folder / "inside").chmod(0)


def _many(count: int) -> Callable[[Path], None]:
    def write(folder: Path) -> None:
        for number in range(count):
            (folder / f"{number:05}.txt").write_bytes(b"")

    return write


def _deep(depth: int, name: str) -> Callable[[Path], None]:
    def write(folder: Path) -> None:
        _good(folder)
        held = os.open(folder, os.O_RDONLY)
        for _ in range(depth):
            os.mkdir(name, dir_fd=held)
            below = os.open(name, os.O_RDONLY, dir_fd=held)
            os.close(held)
            held = below
        bottom = os.open("a.pdf", os.O_WRONLY | os.O_CREAT, dir_fd=held)
        os.write(bottom, certificate())
        os.close(bottom)
        os.close(held)

    return write


def _fifo(folder: Path) -> None:
    _good(folder)
    os.mkfifo(folder / "fifo.pdf")


def _fifo_archive(folder: Path) -> None:
    os.mkfifo(folder / "dossier.zip")


def _hard_link(folder: Path) -> None:
    _good(folder)
    os.link(folder / "certificat.pdf", folder / "copie.pdf")


def _folder_named_as_file(folder: Path) -> None:
    _good(folder)
    (folder / "passeport.pdf").mkdir()
    (folder / "passeport.pdf" / "a.pdf").write_bytes(certificate() + b"\n")


def _left_behind(folder: Path) -> None:
    _good(folder)
    for name in (".DS_Store", "Thumbs.db", "desktop.ini", "._certificat.pdf", "~$lettre.docx"):
        (folder / name).write_bytes(b"x")
    (folder / "__MACOSX").mkdir()
    (folder / "__MACOSX" / "._a.pdf").write_bytes(b"x")


def _empty_folders(folder: Path) -> None:
    for number in range(30):
        (folder / f"{number}").mkdir()


_PLACES: dict[str, Callable[[Path], None]] = {
    "fifo": _fifo,
    "socket": _socket,
    "link-to-file": _link("/etc/hostname"),
    "link-to-folder": _link("/etc"),
    "link-to-itself": _link("link.pdf"),
    "link-to-parent": _link(".."),
    "link-to-endless-device": _link("/dev/zero"),
    "link-to-nothing": _link("nowhere.pdf"),
    "link-to-neighbour": _link("certificat.pdf"),
    "link-to-process": _link("/proc/self/environ"),
    "hard-link": _hard_link,
    "sparse-8-gb": _sparse(8_000_000_000),
    "sparse-51-mb": _sparse(51_000_000),
    "sparse-49-mb": _sparse(49_000_000),
    "locked-file": _locked,
    "locked-folder": _locked_folder,
    "empty-file": lambda folder: (folder / "vide.jpg").write_bytes(b"") and None,
    "no-entries": lambda folder: None,
    "entries-10000": _many(10_000),
    "entries-10050": _many(10_050),
    "folders-31-deep": _deep(31, "d"),
    "folders-40-deep": _deep(40, "d"),
    "path-near-4096": _deep(16, "n" * 250),
    "path-over-4096": _deep(30, "n" * 200),
    "folder-named-as-file": _folder_named_as_file,
    "left-behind-by-systems": _left_behind,
    "empty-folders": _empty_folders,
}


def kinds() -> Iterator[Kind]:
    for name, write in _PLACES.items():
        yield Kind("place", name, write)
    yield Kind("place", "fifo-given-as-archive", _fifo_archive, "dossier.zip")
