"""The process that owns the report: it loads no parser, and leaves nothing when it is stopped."""

from __future__ import annotations

import os
import select
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from docscheck.losses import Stage
from tests.isolation.faults import lay_folder, processes
from tests.resilience.running import slowness

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "sample_docs" / "complete" / "documents"
PARSERS = (
    *("PIL", "pikepdf", "pypdfium2", "cv2", "numpy", "magic", "puremagic", "pi_heif"),
    *("zxingcpp", "tesserocr", "pytesseract", "py3langid"),
)
ENDS_WITHIN_SECONDS = 2.0

CHECK = """
import sys
from datetime import date
from pathlib import Path
from docscheck.check import Options, Session, environment
from docscheck.executors.processes import Spawner
from docscheck.profile import Declared

def spawned(memory_bytes, greeting, alone):
    command = (sys.executable, "-P", "-m", "docscheck.worker", str(memory_bytes))
    return Spawner(command, (greeting,), environment())

kind, folder, *parsers = sys.argv[1:]
workers = spawned if kind == "spawned" else None
options = Options(jobs=1, alone=kind == "alone")
with Session(date(2026, 11, 23), options, workers) as session:
    report = session.check(Path(folder), Declared())
print(len(report.documents), *(name for name in parsers if name in sys.modules))
"""

STUCK = """
import sys
from pathlib import Path
from docscheck.profile import Declared
from tests.isolation.faults import open_session
place, kind, folder = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
with open_session(place, kind, jobs=2) as session:
    print("open", flush=True)
    try:
        session.check(folder, Declared(), lambda done, of, path: print(path, flush=True))
    except KeyboardInterrupt:
        pass
"""


@pytest.mark.parametrize("kind", ["alone", "forked", "spawned"])
def test_no_parser_is_loaded_where_the_report_is_made(tmp_path: Path, kind: str) -> None:
    """R1."""
    for path in sorted(SAMPLE.iterdir())[:2]:
        shutil.copy(path, tmp_path)
    command = [sys.executable, "-c", CHECK, kind, str(tmp_path), *PARSERS]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    assert int(told[0]) > 0
    assert told[1:] == []


@pytest.mark.skipif(sys.platform != "linux", reason="processes are seen in /proc")
@pytest.mark.parametrize("kind", ["forked", "spawned"])
@pytest.mark.parametrize("busy", [True, False], ids=["reading", "loading"])
def test_interrupted_it_ends_soon_and_leaves_nothing(tmp_path: Path, kind: str, busy: bool) -> None:
    """R3, while a worker is busy, and while what reads documents is still being loaded."""
    folder, place, homes = tmp_path / "input", tmp_path / "script", tmp_path / "homes"
    lay_folder(folder, [("stubborn", Stage.STRUCTURE), ("grandchild", Stage.STRUCTURE)])
    place.mkdir()
    homes.mkdir()
    environment = {**os.environ, "TMPDIR": str(homes), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", STUCK, str(place), kind, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as run:
        assert run.stdout is not None
        for _ in range(2 if busy else 1):
            assert run.stdout.readline()
        allowed = ENDS_WITHIN_SECONDS * slowness()
        start = time.monotonic()
        run.send_signal(signal.SIGINT)
        handle = os.pidfd_open(run.pid)
        with os.fdopen(handle):
            assert select.select([handle], [], [], 30)[0]
        seconds = time.monotonic() - start
        run.communicate()
    assert seconds < allowed
    assert processes(place) == ()
    assert list(homes.iterdir()) == []
