"""`docscheck batch` with workers that answer recorded facts: everything of it but the reading.

`python -m measure.recorded_batch ROOT --out DIR`, on folders that `measure.scale_recorded` wrote.
"""

from __future__ import annotations

import sys
from pathlib import Path

from docscheck.batch import workers
from docscheck.check import environment
from docscheck.executors.nursery import Nursery
from docscheck.executors.processes import Source
from docscheck.worker import __main__ as worker

_WORKER = Path(__file__).with_name("recorded_worker.py")


def recorded_workers(memory_bytes: int, greeting: bytes, alone: bool) -> Source:
    """Stand in for `check.packaged_workers`."""
    if alone:
        raise ValueError("no worker of a batch descends from its supervisor")
    command = (sys.executable, "-P", str(_WORKER), str(memory_bytes), worker.NURSERY)
    nursery = Nursery(command, greeting, environment())
    nursery.open()
    return nursery


def main() -> None:
    """Run the real command, but for where its workers come from: nobody else may choose that."""
    from docscheck.__main__ import main as docscheck

    workers.packaged_workers = recorded_workers
    sys.argv[1:1] = ["batch"]
    docscheck()


if __name__ == "__main__":
    main()
