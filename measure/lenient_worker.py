"""A worker that gives up nothing but memory, to measure what the rest costs.

Started by `measure.isolation_cost` only, by its path, in place of `python -m docscheck.worker`.
"""

from __future__ import annotations

from docscheck.worker import __main__ as worker
from docscheck.worker.hardening import Measures, States, limit_memory


class MemoryOnly(Measures):
    """What workers gave up before the rest was built."""

    def at_once(self, memory_bytes: int) -> States:
        return limit_memory(memory_bytes)

    def before_files(self) -> States:
        return {}


if __name__ == "__main__":
    worker.main(measures=MemoryOnly())
