"""What a worker can no longer do once it has given it up; each in a process of its own."""

from __future__ import annotations

import contextlib
import json
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from docscheck.worker import landlock
from docscheck.worker.hardening import Measure, State

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the measures are those of Linux")

KERNEL = 0
with contextlib.suppress(OSError):
    KERNEL = landlock.version()
LANDLOCKED = {Measure.NO_WRITING: KERNEL > 0, Measure.NO_TCP: landlock.holds_tcp(KERNEL)}
"""What this kernel offers; limits of the process every Linux holds."""

TRY = """
import json, os, resource, signal, socket, subprocess, sys, tempfile
from pathlib import Path
from docscheck.worker import hardening, landlock
outside = Path(sys.argv[1])
measures = hardening.Measures()
states = measures.at_once(2_000_000_000) | measures.before_files()

def refused(deed):
    try:
        deed()
    except (OSError, MemoryError) as error:
        return type(error).__name__
    return "done"

def connect():
    socket.create_connection(("127.0.0.1", int(sys.argv[2])), 1).close()

def child():
    quiet = subprocess.DEVNULL
    subprocess.run(["true"], stdin=quiet, stdout=quiet, stderr=quiet, check=True)

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
deeds = {
    "write": lambda: (outside / "new").write_text("x"),
    "change": lambda: (outside / "kept").write_text("x"),
    "remove": lambda: (outside / "kept").unlink(),
    "link": lambda: os.symlink("/", outside / "link"),
    "connect": connect,
    "signal": lambda: os.kill(os.getppid(), 0),
    "large": lambda: Path("large").write_bytes(bytes(140_000_000)),
    "memory": lambda: bytearray(8_000_000_000),
    "files": lambda: [open(os.devnull, "rb") for _ in range(70)],
    "at_home": lambda: Path("own").write_text("x"),
    "temporary": lambda: tempfile.NamedTemporaryFile().close(),
    "read": lambda: (outside / "kept").read_text(),
    "child": child,
}
told = {name: refused(deed) for name, deed in deeds.items()}
print(json.dumps({"states": states, "told": told}))
"""
SPIN = """
from docscheck.worker.hardening import limit_cpu
limit_cpu(0.1)
while True: pass
"""


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    import socket

    home, outside = tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("outside")
    (outside / "kept").write_text("kept")
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = str(server.getsockname()[1])
        told = subprocess.run(
            [sys.executable, "-c", TRY, str(outside), port],
            cwd=home, capture_output=True, text=True, check=True,
        ).stdout  # fmt: skip
    assert [path.name for path in outside.iterdir()] == ["kept"]
    return json.loads(told)


def test_every_measure_tells_its_state(tried: dict[str, dict[str, str]]) -> None:
    assert tried["states"].keys() == {measure.value for measure in Measure}
    assert set(tried["states"].values()) <= {state.value for state in State}


@pytest.mark.parametrize(
    ("deed", "measure"),
    [
        ("write", Measure.NO_WRITING),
        ("change", Measure.NO_WRITING),
        ("remove", Measure.NO_WRITING),
        ("link", Measure.NO_WRITING),
        ("connect", Measure.NO_TCP),
        ("large", Measure.FILE_SIZE),
        ("memory", Measure.MEMORY),
        ("files", Measure.OPEN_FILES),
    ],
)
def test_what_was_given_up_is_refused(
    tried: dict[str, dict[str, str]], deed: str, measure: Measure
) -> None:
    # Asked of the kernel and not of what is tested: a measure that broke must fail here.
    if measure in LANDLOCKED and not LANDLOCKED[measure]:
        pytest.skip(f"this kernel's Landlock (version {KERNEL}) does not offer {measure}")
    assert tried["states"][measure] == State.ON
    assert tried["told"][deed] != "done"


@pytest.mark.parametrize("deed", ["at_home", "temporary", "read", "child"])
def test_what_reading_needs_goes_on(tried: dict[str, dict[str, str]], deed: str) -> None:
    assert tried["told"][deed] == "done"


def test_a_worker_that_spins_without_a_supervisor_is_ended_by_the_system() -> None:
    done = subprocess.run([sys.executable, "-c", SPIN], check=False, timeout=60)
    assert done.returncode == -signal.SIGXCPU


def test_the_network_is_left_where_the_kernel_allows_it(tmp_path: Path) -> None:
    script = """
from pathlib import Path
from docscheck.worker.hardening import without_network
(state,) = without_network().values()
print(state, *sorted(line.split(":")[0].strip() for line in open("/proc/net/dev") if ":" in line))
"""
    told = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=tmp_path
    ).stdout.split()
    unshare = shutil.which("unshare")
    leave = [unshare or "unshare", "--map-root-user", "--net", "true"]
    if unshare is None or subprocess.run(leave, capture_output=True, check=False).returncode:
        pytest.skip("this kernel lets nobody leave the network: unshare(1) is refused, or not here")
    assert told[0] == State.ON
    assert set(told[1:]) <= {"lo", "sit0", "tunl0", "ip6tnl0"}
