"""Intake: honest oddities must not be flagged; nothing is dropped; links are not followed."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from docscheck.errors import UsageError
from docscheck.intake.archive import list_archive
from docscheck.intake.entries import CannotReadError, list_folder
from docscheck.rulebook.load import load

LIMITS = {
    **load().portal.limits,
    "max_entries": 50,
    "max_depth": 3,
    "max_file_bytes": 1000,
    "max_folder_bytes": 2500,
    "max_archive_bytes": 3000,
    "max_archive_entries": 5,
}


def test_files_are_listed_by_path_with_their_bytes(tmp_path: Path) -> None:
    (tmp_path / "b.pdf").write_bytes(b"bb")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "é ü.JPG").write_bytes(b"x")
    listing = list_folder(tmp_path, LIMITS)
    assert [(e.path, e.size_bytes, e.extension) for e in listing.entries] == [
        ("b.pdf", 2, "pdf"),
        ("sub/é ü.JPG", 1, "jpg"),
    ]
    assert listing.entries[0].read() == b"bb"
    assert listing.ignored == ()
    assert listing.name == tmp_path.name


def test_every_entry_is_accounted_for(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"a")
    for junk in (".DS_Store", "Thumbs.db", "~$letter.docx", "._a.pdf"):
        (tmp_path / junk).write_bytes(b"j")
    (tmp_path / "__MACOSX").mkdir()
    (tmp_path / "link.pdf").symlink_to(tmp_path / "a.pdf")
    (tmp_path / "elsewhere").symlink_to(tmp_path.parent)
    os.mkfifo(tmp_path / "pipe.pdf")
    deep = tmp_path / "1" / "2" / "3" / "4"
    deep.mkdir(parents=True)
    listing = list_folder(tmp_path, LIMITS)
    assert [e.path for e in listing.entries] == ["a.pdf"]
    assert {(i.path, i.reason) for i in listing.ignored} == {
        (".DS_Store", "junk"),
        ("Thumbs.db", "junk"),
        ("~$letter.docx", "junk"),
        ("._a.pdf", "junk"),
        ("__MACOSX", "junk"),
        ("link.pdf", "link"),
        ("elsewhere", "link"),
        ("pipe.pdf", "special"),
        ("1/2/3/4", "depth"),
    }


def test_too_many_entries_are_listed_not_read(tmp_path: Path) -> None:
    for number in range(60):
        (tmp_path / f"{number:02}.pdf").write_bytes(b"x")
    listing = list_folder(tmp_path, LIMITS)
    assert len(listing.entries) == 50
    assert {i.reason for i in listing.ignored} == {"count"}
    assert len(listing.entries) + len(listing.ignored) == 60


def test_a_file_swapped_for_a_link_or_a_pipe_is_not_read(tmp_path: Path) -> None:
    secret = tmp_path.parent / "secret.txt"
    secret.write_bytes(b"secret")
    target = tmp_path / "a.pdf"
    target.write_bytes(b"a")
    entry = list_folder(tmp_path, LIMITS).entries[0]
    target.unlink()
    target.symlink_to(secret)
    with pytest.raises(CannotReadError):
        entry.read()
    target.unlink()
    os.mkfifo(target)
    with pytest.raises(CannotReadError):
        entry.read()
    target.unlink()
    with pytest.raises(CannotReadError):
        entry.read()


def test_a_file_that_grew_is_not_read(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(b"a")
    entry = list_folder(tmp_path, LIMITS).entries[0]
    target.write_bytes(b"a" * 1001)
    with pytest.raises(CannotReadError, match="grew"):
        entry.read()


def make_zip(path: Path, entries: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return path


def test_an_archive_is_read_like_a_folder(tmp_path: Path) -> None:
    path = make_zip(
        tmp_path / "dossier.zip",
        {"x/passeport.pdf": b"p", "__MACOSX/._passeport.pdf": b"j", "../../evil.pdf": b"e"},
    )
    listing = list_archive(path, LIMITS)
    assert listing.name == "dossier"
    assert [e.path for e in listing.entries] == ["../../evil.pdf", "x/passeport.pdf"]
    assert listing.entries[1].read() == b"p"
    assert [(i.path, i.reason) for i in listing.ignored] == [("__MACOSX/._passeport.pdf", "junk")]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["dossier.zip"]


def test_an_archive_over_its_limits_is_not_unpacked(tmp_path: Path) -> None:
    bomb = make_zip(tmp_path / "bomb.zip", {"bomb.pdf": b"\0" * 300_000})
    assert [i.reason for i in list_archive(bomb, LIMITS).ignored] == ["count"]
    many = make_zip(tmp_path / "many.zip", {f"{n}.pdf": b"x" for n in range(8)})
    listing = list_archive(many, LIMITS)
    assert (len(listing.entries), len(listing.ignored)) == (5, 3)


def test_a_file_that_is_no_archive_is_a_usage_error(tmp_path: Path) -> None:
    path = tmp_path / "not.zip"
    path.write_bytes(b"hello")
    with pytest.raises(UsageError, match=r"not\.zip"):
        list_archive(path, LIMITS)


def test_a_folder_larger_than_the_limit_is_listed_and_not_read(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf", "c.pdf"):
        (tmp_path / name).write_bytes(b"x" * 1000)
    (tmp_path / "0_much_too_large.pdf").write_bytes(b"x" * 5000)
    listing = list_folder(tmp_path, LIMITS)
    assert [e.path for e in listing.entries] == ["0_much_too_large.pdf", "a.pdf", "b.pdf"]
    assert [(i.path, i.reason) for i in listing.ignored] == [("c.pdf", "count")]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_of_two_entries_of_one_name_one_is_read_and_the_other_named(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "twice.zip", "w") as archive:
        archive.writestr("visa.pdf", b"one")
        archive.writestr("visa.pdf", b"other")
    listing = list_archive(tmp_path / "twice.zip", LIMITS)
    assert [e.path for e in listing.entries] == ["visa.pdf"]
    assert [(i.path, i.reason) for i in listing.ignored] == [("visa.pdf", "same_name")]


def test_a_file_swapped_after_listing_is_not_read(tmp_path: Path) -> None:
    """Another file, a shorter one, one written over: never what was not listed."""
    outside = tmp_path / "outside"
    outside.mkdir()
    folder = tmp_path / "papers"
    folder.mkdir()
    target = folder / "a.pdf"

    def other() -> None:
        (outside / "b").write_bytes(b"inside")
        (outside / "b").rename(target)

    def shorter() -> None:
        target.write_bytes(b"ins")

    def over() -> None:
        target.write_bytes(b"INSIDE")
        os.utime(target, ns=(1, 1))

    for swap in (other, shorter, over):
        target.unlink(missing_ok=True)
        target.write_bytes(b"listed")
        (entry,) = list_folder(folder, LIMITS).entries
        assert entry.read() == b"listed"
        swap()
        with pytest.raises(CannotReadError):
            entry.read()


@pytest.mark.skipif(os.name != "posix", reason="links are POSIX")
def test_a_folder_swapped_for_a_link_leads_nowhere(tmp_path: Path) -> None:
    folder, secret = tmp_path / "papers", tmp_path / "secret"
    for place in (folder / "in", secret):
        place.mkdir(parents=True)
        (place / "a.pdf").write_bytes(b"secret" if place == secret else b"listed")
    (entry,) = list_folder(folder, LIMITS).entries
    (folder / "in").rename(tmp_path / "gone")
    (folder / "in").symlink_to(secret)
    with pytest.raises(CannotReadError):
        entry.read()


@pytest.mark.skipif(os.name != "posix", reason="links are POSIX")
def test_the_folder_itself_swapped_is_still_the_one_that_was_listed(tmp_path: Path) -> None:
    folder, secret = tmp_path / "papers", tmp_path / "secret"
    for place in (folder, secret):
        place.mkdir()
        (place / "a.pdf").write_bytes(b"secret" if place == secret else b"listed")
    (entry,) = list_folder(folder, LIMITS).entries
    folder.rename(tmp_path / "gone")
    folder.symlink_to(secret)
    assert entry.read() == b"listed"


@pytest.mark.skipif(os.name != "posix", reason="descriptors are POSIX")
def test_a_file_whose_path_is_longer_than_a_call_takes_is_read(tmp_path: Path) -> None:
    held = os.open(tmp_path, os.O_RDONLY)
    for _ in range(16):
        os.mkdir("n" * 250, dir_fd=held)
        below = os.open("n" * 250, os.O_RDONLY, dir_fd=held)
        os.close(held)
        held = below
    bottom = os.open("a.pdf", os.O_WRONLY | os.O_CREAT, dir_fd=held)
    os.write(bottom, b"deep")
    os.close(bottom)
    os.close(held)
    (entry,) = list_folder(tmp_path, {**LIMITS, "max_depth": 32}).entries
    assert entry.read() == b"deep"


@pytest.mark.skipif(os.name != "posix", reason="FIFOs are POSIX")
def test_a_pipe_named_like_an_archive_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "dossier.zip")
    with pytest.raises(UsageError):
        list_archive(tmp_path / "dossier.zip", LIMITS)


def test_an_archive_with_an_endless_list_of_entries_is_not_opened(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "long.zip", "w") as archive:
        for number in range(20):
            info = zipfile.ZipInfo(f"{number}.pdf")
            info.comment = b"c" * 65_000
            archive.writestr(info, b"x")
    with pytest.raises(UsageError):
        list_archive(tmp_path / "long.zip", LIMITS)
