"""Nobody is ever called: not by this suite, not by the command, not by what it starts (R21).

The one exception are addresses that somebody gives to `batch`: a share as ROOT (`batch/remote.py`)
and the scheduler of `--cluster` (`batch/cluster_link.py`); `tests/test_no_way_in.py` names them.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.command import SEPARATE, TODAY
from tests.no_network import NetworkUsedError

SAMPLE = Path(__file__).parents[2] / "sample_docs" / "expired_passport" / "documents"
"""Pictures, text, machine-readable zones and codes: everything that reads is at work."""
FORBIDDEN_EVENTS = (
    *("socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo"),
    *("socket.gethostbyname", "socket.gethostbyaddr", "urllib.Request", "http.client.connect"),
)
HOOK = f"""
import sys
def refuse(event, arguments):
    if event in {FORBIDDEN_EVENTS!r}:
        raise RuntimeError(event)
sys.addaudithook(refuse)
"""
"""Processes that are forked from the one that runs this carry the hook with them."""
CHECK = ["check", os.fspath(SAMPLE), *TODAY, "--format", "json"]


def test_this_suite_cannot_call_anybody() -> None:
    with socket.socket() as caller, pytest.raises(NetworkUsedError):
        caller.connect(("192.0.2.1", 80))
    with pytest.raises(NetworkUsedError):
        socket.create_connection(("example.org", 80))


def test_a_check_makes_no_call_that_python_knows_of() -> None:
    code = (
        f"{HOOK}\nsys.argv = ['docscheck', *{CHECK!r}]\nfrom docscheck.__main__ import main\nmain()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (1, b"")
    assert b"internal.crash" not in done.stdout
    assert b'"document_number"' in done.stdout


def test_a_batch_that_is_given_no_address_calls_nobody(tmp_path: Path) -> None:
    (tmp_path / "students" / "a").mkdir(parents=True)
    command = ["docscheck", "batch", "students", "--out", "out", *TODAY, "--ocr", "none"]
    code = (
        f"{HOOK}\nsys.argv = {command!r}\nfrom docscheck.__main__ import main\n"
        "try:\n    main()\n"
        "finally:\n    print([n for n in ('fsspec', 'distributed') if n in sys.modules])"
    )
    asked = [sys.executable, "-c", code]
    done = subprocess.run(asked, capture_output=True, check=False, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, b"")
    assert done.stdout.splitlines()[-1] == b"[]"


def test_a_call_would_be_seen() -> None:
    code = f"{HOOK}\nimport socket\nsocket.socket().connect(('127.0.0.1', 9))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert b"RuntimeError: socket.connect" in done.stderr


def can_trace() -> bool:
    if shutil.which("strace") is None:
        return False
    return not subprocess.run(["strace", "-f", "true"], capture_output=True, check=False).returncode


@pytest.mark.skipif(not can_trace(), reason="strace is not here, or may not trace")
def test_no_library_calls_anybody_either(tmp_path: Path) -> None:
    log = tmp_path / "calls"
    calls = "trace=connect,bind,listen,sendto,sendmmsg,accept,accept4,socket"
    prefix = ["strace", "-f", "-qq", "-e", calls, "-e", "signal=none", "-o", os.fspath(log)]
    done = subprocess.run([*prefix, *SEPARATE, *CHECK], capture_output=True, check=False)
    assert done.returncode == 1
    lines = log.read_text().splitlines()
    asked = [line for line in lines if re.search(r"\b(connect|bind|listen|accept4?)\(", line)]
    assert asked == []
    families = {m[1] for line in lines if (m := re.search(r"\bsocket\((\w+)", line))}
    assert families <= {"AF_UNIX"}


@pytest.mark.skipif("DOCSCHECK_OFFLINE" not in os.environ, reason="only of `make test-offline`")
def test_there_is_no_network_here() -> None:
    names = {name for _, name in socket.if_nameindex()}
    assert names <= {"lo"}
    script = "import socket; socket.create_connection(('192.0.2.1', 80), 5)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert b"Network is unreachable" in done.stderr
