"""The sample folders that CI is tried on, and the commands as a job finds them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "sample_docs"
GOOD = SAMPLES / "complete" / "documents"
BAD = SAMPLES / "missing_visa" / "documents"
DAY = "2026-11-23"
COMMANDS = Path(sys.executable).parent
"""Where `docscheck`, `sarif` and `pre-commit` of this environment are."""
_NOT_OURS = ("GIT_", "GITHUB_", "DOCSCHECK_", "PRE_COMMIT", "LC_", "LANG")


def environment(home: Path, **more: str) -> dict[str, str]:
    """Give the variables of a job: these commands first, nothing of whoever runs the tests."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(_NOT_OURS)}
    path = f"{COMMANDS}{os.pathsep}{os.environ['PATH']}"
    return {**kept, "PATH": path, "HOME": str(home), "LC_ALL": "C.UTF-8", **more}


def run(
    command: Sequence[str | Path], place: Path, env: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    """Run a command there to its end."""
    return subprocess.run(
        [os.fspath(word) for word in command],
        cwd=place,
        env=env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
