"""Whole folders through the real workers: what is written, what is not, and what is said of it."""

from __future__ import annotations

import hashlib
import io
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image

from docscheck.check import Options, Session, environment
from docscheck.errors import UsageError
from docscheck.executors.processes import Source, Spawner
from docscheck.finding import Verdict
from docscheck.mend.order import Mend
from docscheck.prepare import Prepared, Wish, place, prepare, prepare_folder
from docscheck.prepare.bench import Bench
from docscheck.prepare.plan import plan
from docscheck.prepare.workshop import Workshop
from docscheck.profile import Declared
from specimens.channels import untidied
from tests.cli.command import SEPARATE, TODAY, docscheck
from tests.drawn_papers import scanned, specimen
from tests.literal import TODAY as DAY
from tests.untouched import digest

SAMPLES = Path(__file__).parents[2] / "sample_docs"
MOROCCAN = Declared(nationality="MAR")


def papers() -> dict[str, bytes]:
    """Three papers that a computer made, read by their text: quick."""
    from specimens.folders.shelf import templates

    def first(kind: str) -> bytes:
        name = next(t.name for t in templates() if t.type == kind)
        return specimen(name, nationality="MAR")

    return {kind: first(kind) for kind in ("rib", "school_certificate")}


def lay(folder: Path, **files: bytes) -> Path:
    folder.mkdir()
    for name, data in files.items():
        (folder / name.replace("__", ".")).write_bytes(data)
    return folder


def prepared(folder: Path, out: Path, **more: Any) -> Prepared:
    options = Options(jobs=1)
    return prepare_folder(folder, out, MOROCCAN, today=DAY, options=options, **more)


def manifest_of(out: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((out / "manifest.json").read_text("ascii"))
    return told


def test_a_folder_is_prepared_by_the_command(tmp_path: Path) -> None:
    folder, out = tmp_path / "mine", tmp_path / "to upload"
    shutil.copytree(SAMPLES / "passport_photo_not_pdf" / "documents", folder)
    before = digest(folder)
    done = docscheck("prepare", folder, "--out", out, *TODAY)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Ready to upload. Files made: 6, in ")
    assert digest(folder) == before
    names = sorted(path.name for path in out.iterdir())
    assert names == [
        "01-identity-passport.pdf", "02-enrolment-school-certificate.pdf", "03-stay-visa.pdf",
        "04-civil-status-birth-certificate.pdf", "05-bank-details-rib.pdf",
        "06-visa-validation.pdf", "manifest.json",
    ]  # fmt: skip
    told = manifest_of(out)
    assert (told["verdict_before"], told["verdict"]) == ("not_ready", "ready")
    for entry in told["files"]:
        data = (out / entry["path"]).read_bytes()
        assert hashlib.sha256(data).hexdigest() == entry["sha256"]
        source = (folder / entry["sources"][0]["path"]).read_bytes()
        assert hashlib.sha256(source).hexdigest() == entry["sources"][0]["sha256"]
    if sys.platform != "win32":
        assert out.stat().st_mode & 0o777 == 0o700
        assert {path.stat().st_mode & 0o777 for path in out.iterdir()} == {0o600}


@pytest.mark.parametrize("as_sent", [bytes, scanned], ids=["typeset", "scanned"])
def test_turned_split_and_bare_in_one_go(tmp_path: Path, as_sent: Callable[[bytes], bytes]) -> None:
    made = papers()
    both = untidied.joined(
        [untidied.turned_pdf(as_sent(made["rib"]), 90), made["school_certificate"]]
    )
    folder = lay(tmp_path / "mine", tout__pdf=untidied.with_script(both))
    result = prepared(folder, tmp_path / "out")
    assert [output.path for output in result.outputs] == [
        "01-enrolment-school-certificate.pdf", "02-bank-details-rib.pdf"
    ]  # fmt: skip
    assert Mend.TURNED in result.outputs[1].mends
    assert all(Mend.SPLIT in output.mends for output in result.outputs)
    assert result.after is not None
    rules = {finding.rule for finding in result.after.findings}
    assert not rules & {"quality.rotated", "document.several_in_one_file", "file.active_content"}
    assert not any(output.setbacks for output in result.outputs)


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    folder = lay(tmp_path / "mine", rib__pdf=papers()["rib"])
    done = docscheck("prepare", folder, "--out", tmp_path / "out", "--dry-run", *TODAY)
    assert done.returncode == 1
    assert done.stdout.startswith("Nothing was written. Files that would be made: 1")
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


def test_a_signed_file_goes_byte_for_byte(tmp_path: Path) -> None:
    data = untidied.with_author(papers()["rib"])
    signed = untidied.signed(data)
    folder = lay(tmp_path / "mine", **{"été ✅__pdf": signed})
    result = prepared(folder, tmp_path / "out")
    (output,) = result.outputs
    assert output.kept == "signed"
    assert (tmp_path / "out" / "01-bank-details-rib.pdf").read_bytes() == signed


def test_what_cannot_be_sent_is_told_with_its_remedy(tmp_path: Path) -> None:
    locked = io.BytesIO()
    with pikepdf.open(io.BytesIO(papers()["rib"])) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="o", user="secret"))
    folder = lay(tmp_path / "mine", rib__pdf=locked.getvalue(), note__txt=b"- RIB\n")
    done = docscheck("prepare", folder, "--out", tmp_path / "out", *TODAY)
    assert done.returncode == 1
    assert done.stdout.startswith("No file of this folder can be uploaded as it is")
    left = {entry["path"]: entry for entry in manifest_of(tmp_path / "out")["left_out"]}
    assert left["rib.pdf"]["findings"][0]["rule"] == "file.encrypted"
    assert left["rib.pdf"]["findings"][0]["fix"]["fr"]
    assert left["note.txt"]["reason"] == "unreadable"


@pytest.mark.parametrize("where", ["mine/out", "mine", ".", "full", "file", "nowhere/out"])
def test_a_place_that_will_not_do_is_refused_before_anything_is_read(
    tmp_path: Path, where: str
) -> None:
    folder = lay(tmp_path / "mine", rib__pdf=b"%PDF-")
    lay(tmp_path / "full", other__txt=b"mine")
    (tmp_path / "file").write_bytes(b"mine")
    before = digest(tmp_path)
    with pytest.raises(UsageError) as refused:
        prepared(folder, tmp_path / where)
    assert refused.value.sentence.startswith("prepare_")
    assert digest(tmp_path) == before


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    folder = lay(tmp_path / "mine", rib__pdf=papers()["rib"])
    (tmp_path / "out").mkdir()
    prepared(folder, tmp_path / "out")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "01-bank-details-rib.pdf", "manifest.json"
    ]  # fmt: skip


def test_a_zip_is_prepared_as_a_folder_is(tmp_path: Path) -> None:
    lay(tmp_path / "mine", rib__pdf=papers()["rib"])
    packed = shutil.make_archive(str(tmp_path / "mine"), "zip", tmp_path / "mine")
    assert len(prepared(Path(packed), tmp_path / "out").outputs) == 1


def test_the_same_folder_gives_the_same_bytes(tmp_path: Path) -> None:
    image = Image.new("RGB", (60, 40), "white")
    stream = io.BytesIO()
    image.save(stream, "PNG")
    folder = lay(tmp_path / "mine", rib__pdf=papers()["rib"], white__png=stream.getvalue())
    for name in ("one", "two"):
        prepared(folder, tmp_path / name)
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def faulty(script: Path) -> Any:
    def workers(memory_bytes: int, greeting: bytes, alone: bool) -> Source:
        program = Path(__file__).with_name("faulty_mender.py")
        command = (sys.executable, "-P", str(program), str(script), str(memory_bytes))
        return Spawner(command, (greeting,), environment())

    return workers


@pytest.mark.parametrize(
    ("deed", "reason"),
    [
        ("segv", "failed"),
        ("leave", "failed"),
        ("lie", "failed"),
        ("sleep", "failed"),
        ("allocate", "not_possible"),
    ],
)
def test_a_file_that_kills_its_mender_is_copied_and_its_neighbour_mended(
    tmp_path: Path, deed: str, reason: str
) -> None:
    made = papers()
    bad = made["rib"] + f"\n%FAULT {deed}\n".encode()
    folder = lay(tmp_path / "mine", rib__pdf=bad, school__pdf=made["school_certificate"])
    limits = {"seconds_per_step": 3.0}
    with Session(DAY, Options(jobs=1, limits=limits), faulty(tmp_path)) as session:
        result = prepare(session, folder, Wish(tmp_path / "out", MOROCCAN))
    school, rib = result.outputs
    assert school.kept == ""
    assert not school.setbacks
    assert rib.kept == "gave_up"
    assert {back.reason for back in rib.setbacks} == {reason}
    assert (tmp_path / "out" / rib.path).read_bytes() == bad
    assert result.failed is (reason == "failed")


def test_what_a_bent_worker_slips_in_is_found_when_it_is_read_again(tmp_path: Path) -> None:
    made = papers()
    script = tmp_path / "script.pdf"
    script.write_bytes(made["school_certificate"])
    folder = lay(tmp_path / "mine", rib__pdf=made["rib"] + b"\n%FAULT script\n")
    with Session(DAY, Options(jobs=1), faulty(script)) as session:
        result = prepare(session, folder, Wish(tmp_path / "out", MOROCCAN))
    (output,) = result.outputs
    assert output.kept == "gave_up"
    assert {back.reason for back in output.setbacks} == {"read_worse"}


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_an_interruption_leaves_nothing_half_written(tmp_path: Path) -> None:
    folder = lay(tmp_path / "mine", rib__pdf=papers()["rib"])
    before = digest(folder)
    # The preparation announces nothing before it is done: it is stopped while it reads.
    running = subprocess.Popen(
        [*SEPARATE, "prepare", str(folder), "--out", str(tmp_path / "out"), *TODAY],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    )  # fmt: skip
    children = Path(f"/proc/{running.pid}/task/{running.pid}/children")
    deadline = time.monotonic() + 300
    while not children.read_text() and time.monotonic() < deadline:
        os.sched_yield()
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=300)
    assert running.returncode == 130
    assert "othing was written" in said
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]
    assert digest(folder) == before


def fill_meanwhile(out: Path) -> None:
    with place.made(out) as folder:
        place.put(folder, "a.pdf", b"%PDF-")
        out.mkdir()
        (out / "theirs.txt").write_bytes(b"theirs")


def test_a_place_filled_meanwhile_keeps_what_is_there(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with pytest.raises(UsageError):
        fill_meanwhile(out)
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert [path.name for path in out.iterdir()] == ["theirs.txt"]


def test_never_worse_than_before(tmp_path: Path) -> None:
    folder = lay(tmp_path / "mine", **{f"{k}__pdf": v for k, v in papers().items()})
    result = prepared(folder, tmp_path / "out")
    assert result.after is not None
    order = list(Verdict)
    assert order.index(result.after.verdict) <= order.index(result.before.verdict)


def test_when_the_time_of_the_folder_is_over_the_rest_is_copied(tmp_path: Path) -> None:
    folder = lay(tmp_path / "mine", rib__pdf=papers()["rib"])
    with Session(DAY, Options(jobs=1)) as session:
        before = session.check(folder, MOROCCAN)
        (draft,) = plan(before, session.rulebook).drafts
        late = Workshop(session, folder, before)
        late._deadline = 0.0
        bench = Bench((draft,), late)
        bench.fill()
    ((name, data),) = bench.works[0].files()
    assert (name, data) == ("01-bank-details-rib.pdf", papers()["rib"])


def test_a_file_that_changes_after_the_check_is_not_sent(tmp_path: Path) -> None:
    folder = lay(tmp_path / "mine", rib__pdf=papers()["rib"])
    with Session(DAY, Options(jobs=1)) as session:
        before = session.check(folder, MOROCCAN)
        (draft,) = plan(before, session.rulebook).drafts
        bench = Bench((draft,), Workshop(session, folder, before))
        (folder / "rib.pdf").write_bytes(papers()["rib"] + b"\n% more")
        bench.fill()
    assert bench.works[0].changed
    assert not list(bench.works[0].files())
