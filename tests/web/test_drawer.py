"""What is handed in: honest names stay as they are, hostile ones do no harm, limits are kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from docscheck.web.drawer import Drawer, Reason
from docscheck.web.file_names import MAX_BYTES, kept_name
from tests.web.running import Visitor, part, running

LIMITS = {"max_file_bytes": 100, "max_folder_bytes": 150, "max_entries": 3}


@pytest.fixture
def drawer(tmp_path: Path) -> Drawer:
    return Drawer(tmp_path, LIMITS)


def put(drawer: Drawer, name: str, *pieces: bytes) -> None:
    incoming = drawer.take(name)
    for piece in pieces:
        incoming.write(piece)
    incoming.finish()


@pytest.mark.parametrize(
    "name",
    [
        "passport.pdf",
        "Acte de naissance (traduit).pdf",
        "護照.jpg",
        "جواز سفر.pdf",
        "паспорт.png",
        ".hidden",
        "no extension",
        "a.b.c.pdf",
        "100%.pdf",
    ],
)
def test_honest_names_stay(name: str) -> None:
    assert kept_name(name) == name


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("papers/visa.pdf", "visa.pdf"),
        ("papers/2026/visa.pdf", "2026/visa.pdf"),
        ("a/b/c/d/visa.pdf", "d/visa.pdf"),
        ("../../etc/passwd", "passwd"),
        ("/etc/passwd", "passwd"),
        ("C:\\Users\\me\\visa.pdf", "me/visa.pdf"),
        ("..", "_"),
        ("/", "_"),
        ("a\x00b.pdf", "a_b.pdf"),
        ("a%22b%0D%0A.pdf", "a_b__.pdf"),
        ("a\u202efdp.exe", "a_fdp.exe"),
        ("a\x1b[31m.pdf", "a_[31m.pdf"),
        ("what?.pdf", "what_.pdf"),
        ("dots...", "dots"),
        ("   ", "_"),
    ],
)
def test_hostile_names_do_no_harm(given: str, kept: str) -> None:
    assert kept_name(given) == kept


@pytest.mark.parametrize(
    "given", ["x" * 500 + ".pdf", "é" * 300 + ".pdf", "護" * 200, "." + "x" * 500]
)
def test_long_names_are_cut_and_keep_their_ending(given: str) -> None:
    kept = kept_name(given)
    assert len(kept.encode()) <= MAX_BYTES
    assert kept.endswith(".pdf") is given.endswith(".pdf")


def test_a_name_that_is_there_already_gets_a_number(drawer: Drawer, tmp_path: Path) -> None:
    put(drawer, "visa.pdf", b"one")
    put(drawer, "Visa.pdf", b"two")
    put(drawer, "x/visa.pdf", b"three")
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == {
        "visa.pdf": b"one",
        "Visa (2).pdf": b"two",
        "visa (3).pdf": b"three",
    }


def test_files_up_to_the_limits_are_taken(drawer: Drawer) -> None:
    put(drawer, "a.pdf", b"x" * 60, b"x" * 40)
    put(drawer, "b.pdf", b"x" * 50)
    put(drawer, "empty.pdf")
    assert [(f.path, f.size_bytes) for f in drawer.files] == [
        ("a.pdf", 100),
        ("b.pdf", 50),
        ("empty.pdf", 0),
    ]
    assert drawer.refused == []


def test_too_much_is_refused_with_the_reason_and_nothing_of_it_stays(
    drawer: Drawer, tmp_path: Path
) -> None:
    put(drawer, "large.pdf", b"x" * 60, b"x" * 41, b"x" * 10)
    put(drawer, "a.pdf", b"x" * 100)
    put(drawer, "b.pdf", b"x" * 51)
    put(drawer, "c.pdf", b"x")
    put(drawer, "d.pdf", b"x")
    put(drawer, "e.pdf", b"x")
    assert [(r.name, r.reason) for r in drawer.refused] == [
        ("large.pdf", Reason.FILE_LARGE),
        ("b.pdf", Reason.FOLDER_LARGE),
        ("e.pdf", Reason.TOO_MANY),
    ]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.pdf", "c.pdf", "d.pdf"]


def test_what_did_not_arrive_whole_leaves_nothing(drawer: Drawer, tmp_path: Path) -> None:
    incoming = drawer.take("visa.pdf")
    incoming.write(b"half")
    incoming.abandon()
    assert list(tmp_path.iterdir()) == []
    assert drawer.files == ()


def test_what_is_removed_is_gone(drawer: Drawer, tmp_path: Path) -> None:
    put(drawer, "a.pdf", b"x")
    (file,) = drawer.files
    assert not drawer.drop("../a.pdf")
    assert drawer.drop(file.id)
    assert not drawer.drop(file.id)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.own_server
def test_over_the_wire(tmp_path: Path) -> None:
    """Files as browsers send them, hostile bodies among them; each is answered, none does harm."""
    with running(tmp_path / "own") as run:
        visitor = Visitor(run)
        assert visitor.upload({"visa.pdf": b"%PDF", "../../up.pdf": b"x"}).status == 303
        assert visitor.upload({"": b""}).status == 303
        assert (
            visitor.send_parts([part("csrf", visitor.key), b"--edge\r\nX: y\r\n\r\nz\r\n"]).status
            == 303
        )
        assert visitor.send_parts([]).status == 400
        assert visitor.send_parts([b"nonsense"]).status == 400
        assert (
            visitor.send_parts(
                [part("csrf", visitor.key), part("files", b"cut", "cut.pdf")[:-2]]
            ).status
            == 400
        )
        assert run.kept_files() == ["up.pdf", "visa.pdf"]
        page = visitor.ask("/").body
        assert b"up.pdf" in page
        markup = {"<img src=x onerror=alert(1)>.pdf": b"x", "a' onclick='b & c.pdf": b"x"}
        visitor.upload(markup)
        page = visitor.ask("/").body
        assert b"<img" not in page
        assert b"_img src=x onerror=alert(1)_.pdf" in page
        assert b"a&#39; onclick=&#39;b &amp; c.pdf" in page
