"""Measure what one more folder costs in a process that has checked one already.

`python -m measure.warm ROUNDS COMMAND...` runs the docscheck command line in this process, once to
warm up, then `ROUNDS` times, and prints the CPU seconds of each round, helpers included, as JSON.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
from collections.abc import Sequence

from measure.spent import family_cpu_seconds


def check_once(arguments: Sequence[str]) -> None:
    """Run the command line here; its answer is thrown away."""
    from docscheck.__main__ import main

    sys.argv = ["docscheck", *arguments]
    with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):
        main()


def main_rounds(rounds: int, arguments: Sequence[str]) -> list[float]:
    """Give the CPU seconds of each warm round."""
    check_once(arguments)
    spent = []
    for _ in range(rounds):
        before = family_cpu_seconds(os.getpid())
        check_once(arguments)
        spent.append(family_cpu_seconds(os.getpid()) - before)
    return spent


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main_rounds(int(sys.argv[1]), sys.argv[2:])) + "\n")
