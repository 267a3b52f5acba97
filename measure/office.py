"""What do the outputs of a batch cost at a hundred thousand students, and does everybody open them?

`python -m measure.office --rows 100000`. A few folders of native papers are checked by the real
command; their reports, recorded, are the rows of a ledger of that size, under other names. Tables
and index are written from it in a process of their own (time, highest memory), then read by pandas,
DuckDB and LibreOffice, each with warnings as errors. What was not installed is said.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from random import Random

from measure.lines import Line, told
from specimens.cases import CASES

TODAY = date(2026, 11, 23)
_MOST_SECONDS, _MOST_MB = 60.0, 500.0
_CASES = ("one_student", "two_students", "other_birth_date", "rib_in_order", "certificate_in_order")
_FILES_EACH, _SHARED = 6, 0.01
_HOSTILE = (
    "=1+1",
    "@SUM(A1)",
    "-2+3",
    'quo"te',
    "semi;colon",
    "b\u202en",
    "\x1b[31mred",
    "é\u0301",
)
_READERS = {
    "pandas, students.csv": (
        "import pandas; t = pandas.read_csv('students.csv', dtype=str); print(len(t))"
    ),
    "pandas, students.xlsx": (
        "import pandas; t = pandas.read_excel('students.xlsx', dtype=str); print(len(t))"
    ),
    "DuckDB, students.csv": (
        "import duckdb; print(duckdb.sql(\"select count(*) from read_csv('students.csv', "
        'all_varchar=true, strict_mode=true)").fetchall()[0][0])'
    ),
}
_WRITE = """
import sys, time
from datetime import date
from pathlib import Path
from docscheck.batch.ledger import Ledger
from docscheck.batch.tables import Tables, Wanted
from docscheck.rulebook.load import load
place = Path(sys.argv[1])
started = time.monotonic()
with Ledger(place / "ledger.sqlite") as ledger:
    Tables(ledger, load(), Wanted("en", date(2026, 11, 23))).write(place)
seconds = time.monotonic() - started
status = Path("/proc/self/status").read_text()
peak = next(line for line in status.splitlines() if line.startswith("VmHWM"))
print(seconds, time.process_time(), int(peak.split()[1]) / 1000)
"""


def recorded(place: Path) -> list[tuple[object, ...]]:
    """Check a few real folders, and give the rows that the ledger then has of them."""
    root, out = place / "recorded", place / "recorded.out"
    root.mkdir()
    for name in _CASES:
        CASES[name].write(root / name)
    command = ("batch", str(root), "--out", str(out), "--today", TODAY.isoformat(), "--quiet")
    subprocess.run([sys.executable, "-m", "docscheck", *command], check=False, capture_output=True)
    with closing(sqlite3.connect(out / "ledger.sqlite")) as rows:
        return rows.execute("SELECT verdict, steps, report FROM student ORDER BY name").fetchall()


def write_ledger(place: Path, count: int) -> None:
    """Write a ledger of so many students in one transaction; one in a hundred shares a file."""
    from docscheck.batch.ledger import Ledger

    known, rng = recorded(place.parent), Random("office")
    Ledger(place / "ledger.sqlite").__exit__()
    with closing(sqlite3.connect(place / "ledger.sqlite")) as ledger, ledger:
        ledger.execute("PRAGMA synchronous = OFF")
        ledger.executemany(
            "INSERT INTO student (name, present, state, tries, judged_on, verdict, steps, report)"
            " VALUES (?, 1, 'done', 1, '2026-11-23', ?, ?, ?)",
            (_student(number, known, rng) for number in range(count)),
        )
        ledger.executemany(
            "INSERT OR IGNORE INTO mark VALUES (?, 'file', ?, ?)", _marks(count, rng)
        )


def _student(number: int, known: list[tuple[object, ...]], rng: Random) -> tuple[object, ...]:
    verdict, steps, report = rng.choice(known)
    name = _name(number)
    told = json.loads(str(report)) | {"dossier": name}
    return os.fsencode(name), verdict, steps, json.dumps(told, separators=(",", ":"))


def _name(number: int) -> str:
    odd = _HOSTILE[number % len(_HOSTILE)] if number % 97 == 0 else "STUDENT"
    return f"{odd} {number:06d}" if number % 97 == 0 else f"{number:06d} {odd}"


def _marks(count: int, rng: Random) -> Iterator[tuple[bytes, bytes, bytes]]:
    for number in range(count):
        for which in range(_FILES_EACH):
            shared = rng.random() < _SHARED / _FILES_EACH
            source = rng.randrange(max(1, count // 200)) if shared else f"{number}/{which}"
            digest = str(source).encode().rjust(16, b"#")[-16:]
            yield os.fsencode(_name(number)), digest, f"paper {which}.pdf".encode()


def judged(place: Path, count: int) -> Iterator[Line]:
    """Run everything, yield the lines as they come."""
    write_ledger(place, count)
    seconds, cpu, peak = tables_written(place)
    size = sum(path.stat().st_size for path in place.rglob("*") if path.is_file())
    yield Line("ledger, tables and index on the disk", f"{size / 1e6:.0f} MB")
    # What the machine does besides is not theirs.
    quick = cpu < _MOST_SECONDS
    reached = f"{cpu:.1f} s CPU, {seconds:.1f} s by the clock"
    yield Line("tables and index", reached, f"under {_MOST_SECONDS:.0f} s CPU", quick)
    yield Line("highest memory", f"{peak:.0f} MB", f"under {_MOST_MB:.0f} MB", peak < _MOST_MB)
    yield from read_by_others(place, count)


def tables_written(place: Path) -> tuple[float, float, float]:
    """Write tables and index in a process of their own; give seconds by the clock and of CPU, and
    the highest MB.
    """
    done = subprocess.run(
        [sys.executable, "-c", _WRITE, str(place)], capture_output=True, text=True, check=True
    )
    seconds, cpu, peak = map(float, done.stdout.split())
    return seconds, cpu, peak


def read_by_others(place: Path, count: int) -> Iterator[Line]:
    """Yield who opens the tables, and the size of the index."""
    index = (place / "index.html").stat().st_size
    yield Line("index.html", f"{index / 1e3:.0f} kB")
    for what, code in _READERS.items():
        yield _read(what, code, place, count)
    yield _converted(place, count)


def _read(what: str, code: str, place: Path, count: int) -> Line:
    started = time.monotonic()
    command = [sys.executable, "-W", "error", "-c", code]
    done = subprocess.run(command, cwd=place, capture_output=True, text=True, check=False)
    if "ModuleNotFoundError" in done.stderr:
        return Line(what, "not installed", "every row, no warning")
    quiet = (done.returncode, done.stderr) == (0, "") and done.stdout.strip() == str(count)
    told = f"{done.stdout.strip() or done.stderr[-200:]} rows, {time.monotonic() - started:.0f} s"
    return Line(what, told, "every row, no warning", quiet)


def _converted(place: Path, count: int) -> Line:
    what, wanted = "LibreOffice, students.xlsx", "every row, no warning"
    office = shutil.which("soffice")
    if office is None:
        return Line(what, "not installed", wanted)
    with tempfile.TemporaryDirectory() as made:
        profile = f"-env:UserInstallation=file://{made}/profile"
        command = [office, profile, "--headless", "--convert-to", "csv", "--outdir", made]
        done = subprocess.run(
            [*command, str(place / "students.xlsx")], capture_output=True, text=True, check=False
        )
        path = Path(made, "students.csv")
        rows = path.read_bytes().count(b"\n") - 1 if path.is_file() else 0
    # It looks for a Java that no table needs, and says so of every file.
    said = [line for line in done.stderr.splitlines() if line.strip() and "javaldx" not in line]
    loud = bool(said) or "rror" in done.stdout
    told = f"{rows} rows" + (f": {said[:1] or done.stdout[-200:]}" if loud else "")
    return Line(what, told, wanted, not loud and done.returncode == 0 and rows == count)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m measure.office", description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000, help="students")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="docscheck-office-") as made:
        place = Path(made, "out")
        place.mkdir(mode=0o700)
        return 0 if told(judged(place, asked.rows)).met else 1


if __name__ == "__main__":
    sys.exit(main())
