"""`docscheck batch`, the real command on real folders: what it gives, and what it does not redo."""

from __future__ import annotations

import csv
import io
import json
import os
import stat
import sys
from pathlib import Path

import jsonschema
import pytest

from docscheck.reporters.to_json import schema_text
from tests.batch.cohort import QUICK, TABLES, cohort, locked_paper, named, paper, rows, tables
from tests.cli.command import docscheck
from tests.cli.test_bad_input import as_anybody
from tests.resilience.test_surroundings import in_shell

NAMES = ("Anna KOVAC", "Bao NGUYEN", "Zoé")


def read_back(out: Path) -> list[dict[str, str]]:
    text = (out / "students.csv").read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_each_student_has_a_row_and_a_report(tmp_path: Path) -> None:
    root, out = cohort(tmp_path, NAMES), tmp_path / "out"
    (root / "Bao NGUYEN" / "passport.pdf").write_bytes(locked_paper())
    (root / "liste.xlsx").write_bytes(b"x")
    done = docscheck("batch", root, "--out", out, *QUICK)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("Students: 3. Ready: 0. To check by eye: 0. Not ready: 3. Not ")
    assert "liste.xlsx" in done.stdout
    told = read_back(out)
    steps = [int(row["Steps left"]) for row in told]
    assert steps == sorted(steps), "who is nearest comes first"
    assert {row["Student"] for row in told} == set(NAMES)
    assert {row["Certificate of school enrolment"] for row in told} == {"OK"}
    assert {row["Judged as of"] for row in told} == {"2026-11-23"}
    reports = [json.loads(line) for line in (out / "reports.jsonl").read_text().splitlines()]
    assert [report["dossier"] for report in reports] == list(NAMES)
    validator = jsonschema.Draft202012Validator(json.loads(schema_text()))
    assert [error.message for report in reports for error in validator.iter_errors(report)] == []
    assert "liste.xlsx" in (out / "left_out.csv").read_text(encoding="utf-8-sig")


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
def test_what_is_kept_is_for_its_owner_only_and_masked(tmp_path: Path) -> None:
    root, out = cohort(tmp_path, ("Anna",)), tmp_path / "out"
    out.mkdir(mode=0o755)
    docscheck("batch", root, "--out", out, *QUICK)
    assert stat.S_IMODE(out.stat().st_mode) == 0o700
    assert {path.name for path in out.iterdir()} == {
        *TABLES,
        *("ledger.sqlite", "lock"),
    }
    for path in out.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path
        kept = path.read_bytes()
        for value in (b"TESTARD", b"Amina", b"2005-03-14", b"14/03/2005", b"22612345"):
            assert value not in kept, path


def test_what_did_not_change_is_not_read_again(tmp_path: Path) -> None:
    root, out = cohort(tmp_path, NAMES), tmp_path / "out"
    docscheck("batch", root, "--out", out, *QUICK)
    first = tables(out)
    again = docscheck("batch", root, "--out", out, *QUICK)
    assert "read now: 0. Unchanged and not read again: 3." in again.stdout
    assert tables(out) == first
    assert set(rows(out, "tries").values()) == {1}
    (root / "Zoé" / "certificat 0.pdf").write_bytes(named(99))
    once_more = docscheck("batch", root, "--out", out, *QUICK)
    assert "read now: 1. Unchanged and not read again: 2." in once_more.stdout
    assert rows(out, "tries") == {"Anna KOVAC": 1, "Bao NGUYEN": 1, "Zoé": 2}
    assert tables(out) != first


def test_other_rules_options_or_a_day_that_is_named_are_another_judgement(tmp_path: Path) -> None:
    root, out = cohort(tmp_path, ("Anna",)), tmp_path / "out"
    docscheck("batch", root, "--out", out, *QUICK)
    for tries, asked in enumerate(
        (
            ("--today", "2027-01-15", "--ocr", "none"),
            ("--today", "2027-01-15", "--ocr", "none", "--stage", "completion"),
        ),
        start=2,
    ):
        docscheck("batch", root, "--out", out, *asked)
        assert rows(out, "tries") == {"Anna": tries}
    unnamed = docscheck("batch", root, "--out", out, "--ocr", "none", "--stage", "completion")
    assert rows(out, "tries") == {"Anna": 3}
    assert "as of an earlier day, folders: 1" in unnamed.stdout
    assert rows(out, "judged_on") == {"Anna": "2027-01-15"}


def test_any_number_of_jobs_gives_the_same_bytes(tmp_path: Path) -> None:
    root = cohort(tmp_path, [f"student {n}" for n in range(5)], papers=2)
    given = []
    for jobs in ("1", "2"):
        out = tmp_path / f"out{jobs}"
        docscheck("batch", root, "--out", out, *QUICK, "--jobs", jobs)
        given.append(tables(out))
    assert given[0] == given[1]


def test_only_and_since_choose_and_the_others_stay_in_the_tables(tmp_path: Path) -> None:
    root, out = cohort(tmp_path, NAMES), tmp_path / "out"
    some = docscheck("batch", root, "--out", out, *QUICK, "--only", "B*")
    assert "read now: 1. Unchanged and not read again: 0. Passed over: 2." in some.stdout
    assert some.returncode == 1, "what was not checked never looks like a pass"
    assert [row["Answer"] for row in read_back(out)].count("Not checked yet") == 2
    for name in NAMES:
        for path in (root / name).iterdir():
            os.utime(path, (0, 0))
    os.utime(root / "Zoé" / "certificat 0.pdf", (4e9, 4e9))
    late = docscheck("batch", root, "--out", out, *QUICK, "--since", "2090-01-01")
    assert "read now: 1. Unchanged and not read again: 0. Passed over: 2." in late.stdout
    assert rows(out) == {"Anna KOVAC": "waiting", "Bao NGUYEN": "done", "Zoé": "done"}
    nobody = docscheck("batch", root, "--out", out, *QUICK, "--only", "X*")
    assert (nobody.returncode, nobody.stdout) == (2, "")
    assert "o student's folder has such a name: X*" in nobody.stderr


def test_who_left_is_no_longer_in_the_tables(tmp_path: Path) -> None:
    root, out = cohort(tmp_path, NAMES), tmp_path / "out"
    docscheck("batch", root, "--out", out, *QUICK)
    (root / "Zoé").rename(tmp_path / "Zoé")
    done = docscheck("batch", root, "--out", out, *QUICK)
    assert "no longer there, and so not in the tables, folders: 1" in done.stdout.lower()
    assert {row["Student"] for row in read_back(out)} == {"Anna KOVAC", "Bao NGUYEN"}


@pytest.mark.skipif(sys.platform != "linux", reason="names of any bytes")
def test_hostile_names_come_out_harmless(tmp_path: Path) -> None:
    names = (b"=1+1", b"caf\xe9", b"\x1b[31mred", b"a\r\nb", b"@SUM(A1)", b"-x", "\u202ex".encode())
    root, out = cohort(tmp_path, names), tmp_path / "out"
    done = docscheck("batch", root, "--out", out, *QUICK)
    assert (done.returncode, done.stderr) == (1, "")
    told = {row["Student"] for row in read_back(out)}
    assert told == {
        *("'=1+1", "caf\\xe9", "\\x1b[31mred", "a\\x0d\\x0ab", "'@SUM(A1)", "'-x", "\\u202ex")
    }
    assert len((out / "reports.jsonl").read_text().splitlines()) == len(names)
    assert set(rows(out, "tries").values()) == {1}


def test_an_empty_folder_is_a_student_too(tmp_path: Path) -> None:
    root, out = cohort(tmp_path, ("Anna",), papers=0), tmp_path / "out"
    done = docscheck("batch", root, "--out", out, *QUICK, "--lang", "fr")
    assert done.returncode == 1
    assert done.stdout.startswith("Étudiants : 1. Prêts : 0.")
    assert (out / "students.csv").read_text(encoding="utf-8-sig").startswith('"Étudiant";"Réponse"')


def test_one_line_with_quiet(tmp_path: Path) -> None:
    root = cohort(tmp_path, ("Anna",))
    done = docscheck("batch", root, "--out", tmp_path / "out", *QUICK, "--quiet")
    assert len(done.stdout.splitlines()) == 1


@pytest.mark.parametrize("place", ["inside", "around", "itself"])
def test_results_and_students_are_kept_apart(tmp_path: Path, place: str) -> None:
    root = cohort(tmp_path, ("Anna",))
    out = {"inside": root / "out", "around": tmp_path, "itself": root}[place]
    done = docscheck("batch", root, "--out", out, *QUICK)
    assert (done.returncode, done.stdout) == (2, "")
    assert "may not lie in one another" in done.stderr


def test_a_folder_with_other_things_is_left_as_it_is(tmp_path: Path) -> None:
    root, out = cohort(tmp_path, ("Anna",)), tmp_path / "out"
    out.mkdir(mode=0o755)
    (out / "holiday.jpg").write_bytes(b"x")
    done = docscheck("batch", root, "--out", out, *QUICK)
    assert (done.returncode, done.stdout) == (2, "")
    assert "other things than results" in done.stderr
    assert [*out.iterdir()] == [out / "holiday.jpg"]


def test_a_ledger_that_is_none_is_said_and_kept(tmp_path: Path) -> None:
    root, out = cohort(tmp_path, ("Anna",)), tmp_path / "out"
    out.mkdir()
    (out / "ledger.sqlite").write_bytes(b"not a database at all" * 99)
    done = docscheck("batch", root, "--out", out, *QUICK)
    assert (done.returncode, done.stdout) == (2, "")
    assert "cannot be read as a ledger" in done.stderr
    assert (out / "ledger.sqlite").read_bytes() == b"not a database at all" * 99


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
@pytest.mark.parametrize("when", ["at first", "later"])
def test_a_folder_that_is_read_only_is_said(tmp_path: Path, when: str) -> None:
    root, out = cohort(tmp_path, ("Anna",)), tmp_path / "parent" / "out"
    out.parent.mkdir()
    closed = out.parent
    if when == "later":
        docscheck("batch", root, "--out", out, *QUICK)
        for path in out.iterdir():
            path.chmod(0o400)
        closed = out / "lock"
    closed.chmod(0o500)
    done = docscheck("batch", root, "--out", out, *QUICK, prefix=as_anybody())
    closed.chmod(0o700)
    assert (done.returncode, done.stdout) == (2, "")
    assert "cannot be written in this folder" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="shells and limits are POSIX")
def test_a_disk_that_fills_up_is_said_and_the_tables_stay(tmp_path: Path) -> None:
    root, out = cohort(tmp_path, NAMES), tmp_path / "out"
    docscheck("batch", root, "--out", out, *QUICK)
    first = tables(out)
    (root / "Zoé" / "certificat 0.pdf").write_bytes(named(7))
    done = in_shell('ulimit -f 8; "$@"', "batch", root, "--out", out, *QUICK)
    assert done.returncode == 2
    assert b"cannot be written in this folder" in done.stderr
    assert b"Traceback" not in done.stderr
    assert tables(out) == first
    assert docscheck("batch", root, "--out", out, *QUICK).returncode == 1
    assert rows(out) == dict.fromkeys(NAMES, "done")


def test_rules_and_profile_inside_are_refused(tmp_path: Path) -> None:
    root = cohort(tmp_path, ("Anna",))
    (root / "profile.toml").write_text('stage = "completion"\n')
    for option in ("--rules", "--profile"):
        inside = root if option == "--rules" else root / "profile.toml"
        done = docscheck("batch", root, "--out", tmp_path / "out", *QUICK, option, inside)
        assert (done.returncode, done.stdout) == (2, "")
        assert "may not lie inside the folder" in done.stderr
    assert paper() in (root / "Anna" / "certificat 0.pdf").read_bytes()
