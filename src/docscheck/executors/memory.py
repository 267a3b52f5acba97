"""How much memory is a process using now? Asked from outside, of a process that may be gone."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

_PROC_PIDTASKINFO = 4  # macOS, sys/proc_info.h
_LIBPROC = "/usr/lib/libproc.dylib"


class _TaskInfo(ctypes.Structure):
    """The head of `struct proc_taskinfo`; 96 bytes in all."""

    _fields_ = (
        ("virtual_size", ctypes.c_uint64),
        ("resident_size", ctypes.c_uint64),
        ("rest", ctypes.c_uint8 * 80),
    )


def resident_bytes(process_id: int) -> int | None:
    """Give the resident memory, shared pages included; `None` where it cannot be told (Windows)."""
    ask = {"linux": _told_by_proc, "darwin": _told_by_libproc}.get(sys.platform)
    try:
        return ask(process_id) if ask is not None else None
    except (OSError, IndexError, AttributeError):
        return None


def _told_by_proc(process_id: int) -> int:
    pages = int(Path(f"/proc/{process_id}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def _told_by_libproc(process_id: int) -> int | None:
    info, size = _TaskInfo(), ctypes.sizeof(_TaskInfo)
    told = ctypes.CDLL(_LIBPROC).proc_pidinfo(
        process_id, _PROC_PIDTASKINFO, ctypes.c_uint64(0), ctypes.byref(info), size
    )
    return int(info.resident_size) if told == size else None
