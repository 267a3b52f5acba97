"""What one picture gave back is there for the next one, in a process of its own."""

from __future__ import annotations

import subprocess
import sys

import pytest

PICTURES = """
import resource
from docscheck.worker.heap import keep_freed_memory
{keep}
def faults():
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt
def pictures():
    for _ in range(20):
        one, other = bytearray(20_000_000), bytearray(20_000_000)
pictures()
before = faults()
pictures()
print(faults() - before)
"""


def faults(keep: str) -> int:
    program = PICTURES.format(keep=keep)
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    return int(ended.stdout)


@pytest.mark.skipif(sys.platform != "linux", reason="mallopt is of glibc")
def test_freed_memory_stays_with_the_process() -> None:
    assert faults("keep_freed_memory()") < faults("") / 10
