"""Our SARIF by the hands of others: every command of `sarif` that shows results is asked."""

from __future__ import annotations

import csv
import json
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from docscheck.report import Report
from tests.ci.sample_folders import BAD, DAY, GOOD, ROOT, environment, run
from tests.cli.bad_files import certificate
from tests.reporters.reports import hostile_names, in_trouble, spoken, stopped_early

LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def sarif(place: Path, *words: str | Path) -> str:
    """Run `sarif`, which must have nothing to complain of; give what it says."""
    done = run(["sarif", *words], place, environment(place, PYTHONWARNINGS="error"))
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def docscheck(place: Path, folder: Path, *words: str) -> None:
    env = environment(place)
    done = run(["docscheck", "check", folder, "--today", DAY, *words], ROOT, env)
    assert (done.returncode in (0, 1), done.stderr) == (True, "")


def told(place: Path, folder: Path, name: str) -> tuple[dict[str, Any], Path]:
    """Give the JSON report on a folder and the place of the SARIF one."""
    log = place / f"{name}.sarif"
    json_ = place / f"{name}.json"
    docscheck(place, folder, "--format", "sarif", "--output", str(log), "--also", f"json={json_}")
    return json.loads(json_.read_text(encoding="utf-8")), log


def rows(place: Path, log: Path) -> list[dict[str, str]]:
    table = place / "table.csv"
    sarif(place, "csv", log, "--output", table)
    with table.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def level_of(finding: dict[str, Any]) -> str:
    return LEVELS[finding["severity"]] if finding["kind"] == "fail" else "none"


@pytest.mark.slow
@pytest.mark.parametrize("folder", [GOOD, BAD], ids=["good", "bad"])
def test_levels_rules_and_places_are_those_of_our_report(folder: Path, tmp_path: Path) -> None:
    report, log = told(tmp_path, folder, "told")
    findings = report["findings"]
    assert findings
    below = folder.relative_to(ROOT).as_posix()
    places = [f"{below}/{f['document']}" if f["document"] else below for f in findings]
    ours = Counter((level_of(f), f["rule"], p) for f, p in zip(findings, places, strict=True))
    table = rows(tmp_path, log)
    assert Counter((r["Severity"], r["Code"], unquote(r["Location"])) for r in table) == ours
    assert {r["Tool"] for r in table} == {"docscheck"}
    assert all((ROOT / unquote(r["Location"])).exists() for r in table)
    summary = sarif(tmp_path, "summary", log).splitlines()
    for level, count in Counter(level_of(f) for f in findings).items():
        assert f"{level}: {count}" in summary
    assert sarif(tmp_path, "ls", log).split() == [f"{log}:", log.name]
    assert "docscheck" in sarif(tmp_path, "info", log)
    sarif(tmp_path, "html", log, "--output", tmp_path / "page.html")
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert all(finding["rule"] in page for finding in findings)


@pytest.mark.parametrize("report", [in_trouble(), stopped_early(), hostile_names()])
def test_doubts_and_odd_names_come_through(report: Report, tmp_path: Path) -> None:
    log = tmp_path / "odd.sarif"
    log.write_text(spoken(report, "sarif"), encoding="utf-8")
    findings = json.loads(spoken(report, "json"))["findings"]
    ours = Counter((level_of(f), f["rule"]) for f in findings)
    assert Counter((r["Severity"], r["Code"]) for r in rows(tmp_path, log)) == ours
    for form, name in {"html": "a.html", "codeclimate": "a.json", "word": "a.docx"}.items():
        sarif(tmp_path, form, log, "--output", tmp_path / name)
        assert (tmp_path / name).stat().st_size > 0


def test_one_more_trouble_is_the_one_difference(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "certificat_scolarite.pdf").write_bytes(certificate())
    _, before = told(tmp_path, folder, "before")
    _, again = told(tmp_path, folder, "again")
    (folder / "vide.pdf").touch()
    _, after = told(tmp_path, folder, "after")
    assert "all levels: +0 +0" in sarif(tmp_path, "diff", before, again)
    said = sarif(tmp_path, "diff", before, after).splitlines()
    assert [line.split('"')[1].split()[0] for line in said if "issue" in line] == ["file.empty"]
    assert said[-1] == "all levels: +1 +0"
    assert len(marks(after)) == len(marks(before)) + 1
    assert marks(after) > marks(before)


def marks(log: Path) -> set[str]:
    """Give the fingerprints, each of one result only."""
    results = json.loads(log.read_text(encoding="utf-8"))["runs"][0]["results"]
    found = [mark for result in results for mark in result["partialFingerprints"].values()]
    assert len(set(found)) == len(found) == len(results)
    return set(found)
