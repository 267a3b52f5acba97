"""The one door to the product under measure: a folder in, its JSON report out.

The command line is used, in a process of its own, so that no measure can lean on the inside of the
product.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

Report = dict[str, Any]
TIMEOUT_SECONDS = 600


class SubjectFailed(Exception):
    """The product gave no report."""


def command(
    folder: Path, options: Mapping[str, str | bool], extra: Sequence[str] = ()
) -> list[str]:
    """Spell the command that checks a folder and prints the JSON report with its values."""
    flags = [
        part
        for name, value in options.items()
        for part in (
            [_flag(name, value)] if isinstance(value, bool) else [_flag(name, True), str(value)]
        )
    ]
    base = [
        sys.executable,
        "-m",
        "docscheck",
        "check",
        str(folder),
        "--format",
        "json",
        "--show-values",
    ]
    return [*base, *flags, *extra]


def _flag(name: str, on: bool) -> str:
    return f"--{'' if on else 'no-'}{name.replace('_', '-')}"


def frugal_environment() -> dict[str, str]:
    """Give this environment with one thread a process."""
    return {**os.environ, "OMP_THREAD_LIMIT": "1", "OPENBLAS_NUM_THREADS": "1"}


def run(folder: Path, options: Mapping[str, str | bool]) -> Report:
    """Check a folder and give its report.

    Raises:
        SubjectFailed: the command printed no JSON, or took too long.
    """
    try:
        done = subprocess.run(
            command(folder, options, ("--jobs", "1")),
            capture_output=True,
            text=True,
            check=False,
            timeout=TIMEOUT_SECONDS,
            env=frugal_environment(),
        )
        report: Report = json.loads(done.stdout)
    except subprocess.TimeoutExpired as error:
        raise SubjectFailed(f"more than {TIMEOUT_SECONDS} seconds") from error
    except json.JSONDecodeError as error:
        raise SubjectFailed(f"exit {done.returncode}: {done.stderr[-600:]}") from error
    return report
