"""The real command in a process of its own, which leaves the folder it checks as it was."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.untouched import digest, untouched

__all__ = ["SEPARATE", "TODAY", "checked_places", "digest", "docscheck"]
TODAY = ("--today", "2026-11-23")
SEPARATE = (sys.executable, "-m", "docscheck")


def docscheck(
    *arguments: str | Path, env: Mapping[str, str] | None = None, prefix: Sequence[str] = ()
) -> subprocess.CompletedProcess[str]:
    """Run docscheck with English words unless told otherwise; what it says comes as UTF-8."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "NO_COLOR"))}
    with untouched(*checked_places(arguments)):
        return subprocess.run(
            [*prefix, *SEPARATE, *(os.fspath(a) for a in arguments)],
            capture_output=True,
            encoding="utf-8",
            errors="surrogateescape",
            env={**kept, "LC_ALL": "C.UTF-8", **(env or {})},
            check=False,
            timeout=120,
        )


def checked_places(arguments: Sequence[str | Path]) -> tuple[Path, ...]:
    """Give the folder or archive that a command checks, or all of a batch, if there is one."""
    command, *others = arguments or ("",)
    if command not in ("check", "guide", "batch", "prepare", "watch"):
        return ()
    # PTH110: `Path.exists` raises for names that no file system takes, such as one with a zero
    # byte or of 300 letters, and commands are tested with these.
    return tuple(Path(name) for name in others[:1] if os.path.exists(name))  # noqa: PTH110
