"""Small real cohorts: folders of papers that are read in a moment, and a look into a ledger."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from functools import cache
from pathlib import Path

from tests.cli.bad_files import certificate, encrypted
from tests.cli.command import TODAY

QUICK = (*TODAY, "--ocr", "none")
"""Pictures are left unread: what is tested here is not reading."""
TABLES = (
    *("students.csv", "students.xlsx", "index.html", "mixups.csv"),
    *("reports.jsonl", "left_out.csv"),
)


@cache
def paper() -> bytes:
    """A certificate of enrolment."""
    return certificate()


@cache
def locked_paper() -> bytes:
    """The same behind a password."""
    return encrypted()


def named(number: int) -> bytes:
    """Give a paper that differs from all others in its bytes alone: a comment after its end."""
    return paper() + f"%% {number}\n".encode()


def cohort(parent: Path, names: Iterable[str | bytes], papers: int = 1) -> Path:
    """Make a folder for each name, with so many papers, and give the folder that holds them."""
    root = parent / "students"
    root.mkdir(parents=True)
    for number, name in enumerate(names):
        folder = root / os.fsdecode(name)
        folder.mkdir()
        for which in range(papers):
            (folder / f"certificat {which}.pdf").write_bytes(named(100 * number + which))
    return root


def tables(out: Path) -> Mapping[str, bytes]:
    """Give the bytes of every table."""
    return {name: (out / name).read_bytes() for name in TABLES}


def rows(out: Path, columns: str = "state") -> Mapping[str, object]:
    """Look into a ledger: a value of each student, or several."""
    query = f"SELECT name, {columns} FROM student ORDER BY name"
    with closing(sqlite3.connect(out / "ledger.sqlite")) as ledger:
        found = ledger.execute(query).fetchall()
    return {os.fsdecode(name): rest[0] if len(rest) == 1 else rest for name, *rest in found}
