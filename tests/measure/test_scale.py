"""Scale on paper: what is drawn, what is counted, what the model says. Large runs: `make scale`."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from random import Random

import pytest
from msgspec.structs import replace

from measure.batch_cohort import Mix, papers_of_one, write_cohort
from measure.scale_kills import When, Whom, differing, moments
from measure.scale_lines import lines
from measure.scale_model import (
    Cluster,
    Model,
    Rentree,
    core_hours,
    cpu,
    fit,
    own_cpu,
    wall_hours,
)
from measure.scale_page import Assumed, page
from measure.scale_recorded import Facts, Recorded, another, record, write_recorded
from measure.scale_records import (
    CohortRun,
    Cost,
    FolderSeen,
    KillRun,
    KillSeen,
    LedgerRun,
    Record,
    SpeedRun,
    keep,
    kept,
)
from tests.cli.command import TODAY

FOLDERS = (
    tuple(
        FolderSeen(native, scanned, hostile, 0.1 + 0.2 * native + 0.7 * scanned + 3.0 * hostile)
        for native, scanned, hostile in ((2, 0, False), (3, 0, False), (2, 1, False), (3, 1, True))
    )
    * 500
)
CPU = 2.0 + 2 * sum(folder.seconds for folder in FOLDERS)
"""Clocks that show half of what a folder costs."""
MEAN = 2 * sum(folder.seconds for folder in FOLDERS) / len(FOLDERS)
RUN = CohortRun(
    count=2000,
    jobs=2,
    seed=1,
    recorded=False,
    alone=Cost(2.0 + MEAN, 1.0, 2.0, 0.1),
    first=Cost(CPU, 1.0 + 1999 * 0.01, 1500.0, 0.1),
    first_code=1,
    again=Cost(1.5, 1.5, 1.5, 0.1),
    again_processes=0,
    changed=Cost(3.0, 2.0, 3.0, 0.1),
    changed_students=("00007",),
    read_again=("00007",),
    memory=((0, 4_000), (200, 60_000_000), (1999, 61_000_000), (2000, 90_000_000)),
    workers=tuple((number, 200_000_000) for number in range(0, 2000, 200)),
    input_bytes=2000 * 300_000,
    ledger_bytes=2000 * 20_000,
    report_bytes=2000 * 14_000,
    folders=FOLDERS,
)


def unmet(record: Record) -> list[str]:
    return [line.what for line in lines(record) if line.met is False]


def test_the_model_finds_what_costs_were_made_of() -> None:
    model = fit(RUN)
    found = (model.folder_s, model.native_s, model.scanned_s, model.hostile_s)
    assert found == pytest.approx((0.2, 0.4, 1.4, 6.0), rel=0.01)
    assert model.start_s == pytest.approx(2.0, abs=0.01)
    assert cpu(model, FOLDERS) == pytest.approx(CPU, rel=0.001)
    assert cpu(model, FOLDERS[:400]) == pytest.approx(2.0 + 400 * MEAN, rel=0.01)
    assert (own_cpu(model, 1), own_cpu(model, 101)) == pytest.approx((1.0, 2.0))
    assert (model.ledger_bytes, model.report_bytes) == (20_000, 14_000)


def test_a_country_is_shared_by_cores_and_held_up_by_a_supervisor() -> None:
    model = Model(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.01, 0.0, 0.0)
    asked = Rentree(36_000, 1.0, (1.0,))
    assert core_hours(asked) == 10.0
    assert wall_hours(asked, Cluster("", 1, 4), model) == pytest.approx(2.5)
    assert wall_hours(asked, Cluster("", 2, 4), model) == pytest.approx(1.25)
    # A supervisor that takes 10 ms a folder keeps up with a hundred cores and no more.
    held_up = wall_hours(asked, Cluster("", 1, 1000), model)
    assert held_up == pytest.approx(0.1, rel=0.001)


def test_unequal_folders_leave_cores_waiting() -> None:
    model = Model(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    asked = Rentree(4, 3600.0, (0.5, 1.5))
    assert wall_hours(asked, Cluster("", 1, 8), model) in (0.5, 1.5)


def test_promises_are_judged() -> None:
    assert unmet(RUN) == []
    grown = replace(RUN, memory=((200, 60_000_000), (1999, 63_100_000)))
    assert unmet(grown) == ["supervisor's memory while reading, from folder 200 on"]
    never_seen = replace(RUN, memory=())
    assert unmet(never_seen) == ["supervisor's memory while reading, from folder 200 on"]
    leaking = replace(RUN, workers=tuple((n, 10_000_000 * n) for n in range(20, 40)))
    assert unmet(leaking) == ["highest memory of a worker, median of early and late ones"]
    dear = replace(RUN, again=replace(RUN.again, cpu_s=0.03 * CPU))
    assert unmet(dear) == ["CPU of a second run, nothing changed"]
    too_much = replace(RUN, read_again=("00007", "00008"))
    assert unmet(too_much) == ["read again after one student changed"]


def test_small_runs_are_told_and_not_judged() -> None:
    small = replace(RUN, count=20, again=replace(RUN.again, cpu_s=CPU), memory=((0, 1), (5, 9)))
    assert unmet(small) == []


SPEED = SpeedRun(300, (Cost(60.0, 2.0, 60.0, 0.2),), (Cost(61.0, 2.0, 32.0, 0.9),))
STRUCK = KillSeen("everything", "ledger", 3, 0, True, 0, 0, (), True)
KILLS = KillRun(60, 1, 30, (STRUCK,))
LEDGER = LedgerRun(1000, (("DuckDB", "1000 rows", "every row", True),), 9_000_000, 0.4, 0.5, 60.0)


def test_the_speed_of_two_cores_is_judged() -> None:
    assert unmet(SPEED) == []
    slow = replace(SPEED, two=(Cost(61.0, 2.0, 34.0, 0.9),))
    assert unmet(slow) == ["faster on two cores"]


@pytest.mark.parametrize(
    "change",
    [{"struck": False}, {"repeated": 1}, {"left": 1}, {"sound": False}],
)
def test_a_moment_that_costs_something_is_told(change: Mapping[str, object]) -> None:
    assert unmet(KILLS) == []
    seen = (replace(STRUCK, **change),)
    assert unmet(replace(KILLS, seen=seen)) == ["everything killed, ledger"]


def test_other_bytes_are_told() -> None:
    other = differing({"a": b"1", "b": b"2", "c": b"3"}, {"a": b"1", "b": b"x"})
    assert other == ("b", "c")
    found = list(lines(replace(KILLS, seen=(replace(STRUCK, differing=other),))))
    assert [line.met for line in found] == [False, False]
    assert "b, c" in found[0].reached


def test_moments_are_of_every_kind_before_any_comes_again() -> None:
    drawn = moments(10, 1)
    assert drawn == moments(10, 1) != moments(10, 2)
    kinds = [(moment.whom, moment.when) for moment in drawn]
    assert len({*kinds[:7]}) == 7 == len({*kinds})
    assert {when for whom, when in kinds if whom is Whom.WORKERS} == {When.READING}


def test_records_are_kept_and_told_on_a_page(tmp_path: Path) -> None:
    records = (RUN, replace(RUN, count=4000, folders=FOLDERS * 2), SPEED, KILLS, LEDGER)
    for number, record_ in enumerate(records):
        keep(record_, tmp_path / f"{number}.json")
    again = [kept(tmp_path / f"{number}.json") for number in range(len(records))]
    assert again == [*records]
    text = page(again, Assumed(students=400_000, price=0.05))
    for said in ("| faster on two cores | 1.88 times | 1.8 times | yes |", "## 4,000 folders"):
        assert said in text
    # 400,000 x 1.5 s, and 5 cents for each hour of a core.
    assert "| one office PC | 1 x 4 | 167 | 42 |" in text
    assert "| 8 |" in text


def test_a_small_cohort_is_what_it_says(tmp_path: Path) -> None:
    mix = Mix(hostile_share=0.2, scanned_one_in=3)
    cohort = write_cohort(tmp_path / "one", 5, 7, mix)
    assert len(cohort.hostile) == 1
    assert [scanned for _, scanned in cohort.papers.values()] == [1, 0, 0, 1, 0]
    honest = [name for name in cohort.papers if name not in cohort.hostile]
    files = {name: sorted((tmp_path / "one" / name).iterdir()) for name in honest}
    assert all(len(files[name]) == sum(cohort.papers[name]) for name in honest)
    contents = [path.read_bytes() for paths in files.values() for path in paths]
    assert len({*contents}) == len(contents)
    write_cohort(tmp_path / "two", 5, 7, mix)
    again = [tmp_path / "two" / p.parent.name / p.name for paths in files.values() for p in paths]
    assert [path.read_bytes() for path in again] == contents


def test_another_person_is_one_person_in_all_papers() -> None:
    one = Recorded({"a.pdf": Facts(b"", "")}, ("DIALLO", "BA"), ("21AB34567",))
    renamed = another(one, Random(1))
    said = renamed("DIALLO BA 21AB34567 P<SENDIALLO<BA 2001-05-23")
    name, second, number, zone, birth = said.split()
    assert (len(name), len(second), len(number), birth) == (6, 2, 9, "2001-05-23")
    assert (name, second) != ("DIALLO", "BA")
    assert number[2:4] == "AB"
    assert number != "21AB34567"
    assert zone == f"P<SEN{name}<{second}"
    assert renamed("DIALLO") == name


@pytest.mark.slow
def test_recorded_facts_are_judged_as_their_papers_are(tmp_path: Path) -> None:
    """The papers of one person, and what was recorded of them under the same name."""
    (one,) = record(1, 3)
    same = replace(one, words=(), numbers=())
    cohort = write_recorded(tmp_path / "facts", 1, 3, [same])
    (name,) = cohort.papers
    papers = papers_of_one(Random("stock/3/0"))
    (tmp_path / "papers" / name).mkdir(parents=True)
    for path in (tmp_path / "facts" / name).iterdir():
        (tmp_path / "papers" / name / path.name).write_bytes(papers[path.name])
    recorded = _report(("measure.recorded_batch",), tmp_path / "facts")
    assert recorded == _report(("docscheck", "batch"), tmp_path / "papers")
    assert recorded["findings"]


def _report(module: tuple[str, ...], root: Path) -> Mapping[str, object]:
    """Give what is judged of the one folder of a batch."""
    out = root.with_suffix(".out")
    command = [sys.executable, "-m", *module, str(root), "--out", str(out), *TODAY]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    report = json.loads((out / "reports.jsonl").read_text(encoding="ascii"))
    return {part: report[part] for part in ("verdict", "requirements", "findings")}
