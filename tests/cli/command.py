"""The real command in a process of its own, and whether it left a folder as it was."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

TODAY = ("--today", "2026-11-23")
SEPARATE = (sys.executable, "-m", "docscheck")


def docscheck(
    *arguments: str | Path, env: Mapping[str, str] | None = None, prefix: Sequence[str] = ()
) -> subprocess.CompletedProcess[str]:
    """Run docscheck with English words unless told otherwise; what it says comes as UTF-8."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "NO_COLOR"))}
    return subprocess.run(
        [*prefix, *SEPARATE, *(os.fspath(a) for a in arguments)],
        capture_output=True,
        encoding="utf-8",
        errors="surrogateescape",
        env={**kept, "LC_ALL": "C.UTF-8", **(env or {})},
        check=False,
        timeout=120,
    )


def digest(folder: Path) -> str:
    """Give one number for every name, mode, time and byte below a folder."""
    state = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        status = path.lstat()
        content = path.read_bytes() if path.is_file() and os.access(path, os.R_OK) else b""
        stamp = (str(path.relative_to(folder)), status.st_mode, status.st_mtime_ns, content)
        state.update(repr(stamp).encode("utf-8", "surrogateescape"))
    return state.hexdigest()
