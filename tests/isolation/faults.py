"""A folder with files that make a worker misbehave, honest ones beside them, and its check."""

from __future__ import annotations

import hashlib
import io
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

from docscheck.check import Options, Session, Workers, environment
from docscheck.document import ExaminedFile
from docscheck.executors.nursery import Nursery
from docscheck.executors.processes import Source, Spawner
from docscheck.losses import Ending, Stage, Trouble
from docscheck.profile import Declared
from docscheck.worker.__main__ import NURSERY
from tests.drawn_papers import pdf

STAGES = tuple(Stage)
SECONDS = 1.5
LIMITS = {"seconds_per_step": SECONDS, "seconds_per_reading": SECONDS}
"""Not counting waits for a processor, an honest neighbour takes a fifth of it."""


class Outcome(NamedTuple):
    """What must become of a file; `None` for all: it is read as if nothing had happened."""

    trouble: Trouble | None
    ending: Ending | None = None


OUTCOMES: Mapping[str, Outcome] = {
    "loop": Outcome(Trouble.TIMEOUT),
    "sleep": Outcome(Trouble.TIMEOUT),
    "allocate": Outcome(Trouble.LIMIT),
    "segv": Outcome(Trouble.CRASH, Ending.MEMORY_FAULT),
    "abort": Outcome(Trouble.CRASH, Ending.GAVE_UP),
    "leave": Outcome(Trouble.CRASH, Ending.EXITED),
    "exit": Outcome(Trouble.CRASH, Ending.EXITED),
    "half": Outcome(Trouble.CRASH, Ending.EXITED),
    "huge": Outcome(Trouble.CRASH, Ending.NONSENSE),
    "schema": Outcome(Trouble.CRASH, Ending.NONSENSE),
    "stubborn": Outcome(Trouble.TIMEOUT),
    "grandchild": Outcome(Trouble.CRASH, Ending.EXITED),
    "silent": Outcome(Trouble.CRASH, Ending.SILENT),
    "write": Outcome(None),
}
NEIGHBOURS = ("neighbour.pdf", "neighbour.jpg")


class Checked(NamedTuple):
    """What was seen of one check."""

    files: Mapping[str, ExaminedFile]
    findings: Mapping[str, list[tuple[str, str, str]]]
    """Path -> rule, case and severity of its findings."""
    untouched: bool
    strangers: tuple[int, ...]
    """Processes that run when the check is done and are neither workers nor their nursery."""


def lay_folder(folder: Path, faults: Iterable[tuple[str, Stage]], argument: str = "") -> None:
    """Write two honest files, and one picture a fault, called `<mode>_<stage>.jpg`."""
    folder.mkdir()
    (folder / NEIGHBOURS[0]).write_bytes(pdf("ATTESTATION", "\n".join(_LINES)))
    (folder / NEIGHBOURS[1]).write_bytes(_picture())
    for mode, stage in faults:
        told = str(folder) if mode == "write" else argument
        order = f"FAULT {mode} {stage} {told}\n".encode()
        (folder / f"{mode}_{stage}.jpg").write_bytes(_picture() + order)


def faulty_workers(place: Path, kind: str) -> Workers:
    """Give workers started from a copy of the script, by whose path their processes are known."""
    script = place / "faulty_worker.py"
    shutil.copy(Path(__file__).with_name("faulty_worker.py"), script)

    def start(memory_bytes: int, greeting: bytes, alone: bool) -> Source:
        command = (sys.executable, "-P", str(script), str(memory_bytes))
        if kind == "spawned":
            return Spawner(command, (greeting,), environment())
        return Nursery((*command, NURSERY), greeting, environment())

    return start


def open_session(place: Path, kind: str, jobs: int) -> Session:
    return Session(
        date(2026, 11, 23), Options(jobs=jobs, limits=LIMITS), faulty_workers(place, kind)
    )


def check(session: Session, folder: Path, place: Path) -> Checked:
    before = digest(folder)
    report = session.check(folder, Declared())
    known = {*session.worker_ids, *map(parent, session.worker_ids)}
    findings: dict[str, list[tuple[str, str, str]]] = {}
    for found in report.findings:
        if found.issue.where.path is not None:
            told = (found.rule, found.issue.case, found.severity.value)
            findings.setdefault(found.issue.where.path, []).append(told)
    return Checked(
        files={entry.file.path: entry for entry in report.files},
        findings=findings,
        untouched=digest(folder) == before,
        strangers=tuple(pid for pid in processes(place) if pid not in known),
    )


def digest(folder: Path) -> str:
    """Give one hash of names, bytes, permissions and times of everything in a folder."""
    told = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        seen = path.lstat()
        told.update(repr((path.name, seen.st_mode, seen.st_mtime_ns, seen.st_nlink)).encode())
        told.update(path.read_bytes() if path.is_file() else b"")
    return told.hexdigest()


def processes(place: Path) -> tuple[int, ...]:
    """Give the living processes whose command line names a folder; a zombie's is empty."""
    return tuple(_matching(lambda line: str(place) in line))


def _matching(wanted: Callable[[str], bool]) -> Iterable[int]:
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                line = (entry / "cmdline").read_text(errors="replace")
            except OSError:
                continue
            if wanted(line):
                yield int(entry.name)


def parent(process_id: int) -> int:
    return int(Path(f"/proc/{process_id}/stat").read_text().rpartition(")")[2].split()[1])


_LINES = (
    "Je soussigne certifie que la personne nommee ci-dessous",
    "est inscrite pour cette annee dans notre maison de quartier.",
    "Cette attestation est remise pour servir et faire valoir",
    "ce que de droit, sans autre engagement de notre part.",
)


def _picture() -> bytes:
    page = Image.new("L", (900, 600), "white")
    draw = ImageDraw.Draw(page)
    font = ImageFont.load_default(size=26)
    for number, line in enumerate(_LINES):
        draw.text((60, 80 + 70 * number), line, "black", font)
    stream = io.BytesIO()
    page.save(stream, "JPEG", quality=90)
    return stream.getvalue()
