"""Not to be lost: an interruption at the very moment in which the nursery is forked."""

from __future__ import annotations

import subprocess
import sys

import pytest

from docscheck.executors import nursery

INTERRUPTED_WHILE_FORKING = """
import os, signal
from docscheck.cli import interruption
from docscheck.executors.nursery import Nursery

interruption.heed()
# Python runs this around the fork, and swallows what it raises.
os.register_at_fork(after_in_parent=lambda: os.kill(os.getpid(), signal.SIGINT))
forked = Nursery(("never",), b"", {}, fork=lambda control: os._exit(0))
try:
    forked.open()
except KeyboardInterrupt:
    forked.close()
    print("interrupted")
"""


@pytest.mark.skipif(not nursery.AVAILABLE, reason="no nursery on this system")
def test_a_signal_while_forking_interrupts() -> None:
    command = [sys.executable, "-c", INTERRUPTED_WHILE_FORKING]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert (done.stdout, done.stderr) == ("interrupted\n", "")
