"""Landlock: a process takes its own rights away, without privilege and for good (Linux 5.13).

landlock(7) and linux/landlock.h: the kernel tells its version of the interface, and each version
adds rights that can be given up. Reading stays free, because libraries, fonts and language data are
loaded when they are needed.
"""

from __future__ import annotations

import ctypes
import errno
import os
import struct

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
"""Numbers of the system calls, the same on every architecture but Alpha."""
_TELL_VERSION = 1
_PATH_BENEATH = 1

_WRITE_FILE = 1 << 1
_REMOVE_DIR, _REMOVE_FILE = 1 << 4, 1 << 5
_MAKE_DIR, _MAKE_REG = 1 << 7, 1 << 8
_MAKE_OTHERS = 1 << 6 | 1 << 9 | 1 << 10 | 1 << 11 | 1 << 12
"""Devices, sockets, FIFOs, links."""
_REFER = 1 << 13  # from version 2: move between folders
_TRUNCATE = 1 << 14  # from version 3
_TCP = 1 << 0 | 1 << 1  # from version 4: bind and connect
_SCOPES = 1 << 0 | 1 << 1  # from version 6: abstract Unix sockets and signals stay inside

_NET_VERSION, _SCOPE_VERSION = 4, 6
_RULE = struct.Struct("=Qi")
_NOT_OFFERED = (errno.ENOSYS, errno.EOPNOTSUPP)


def version() -> int:
    """Give the version of the kernel's interface, 0 where it has none.

    Raises:
        OSError: the system refuses to tell.
    """
    try:
        return _call(_CREATE_RULESET, None, 0, _TELL_VERSION)
    except OSError as error:
        if error.errno in _NOT_OFFERED:
            return 0
        raise


def confine(writable: str, kernel: int) -> None:
    """Let this process write in the folder `writable` and nowhere else, and use no TCP.

    Args:
        writable: path of an existing folder.
        kernel: what `version` gave, 1 or more; TCP needs 4.

    Raises:
        OSError: the kernel refuses; nothing is given up then.
    """
    inside = _WRITE_FILE | _REMOVE_DIR | _REMOVE_FILE | _MAKE_DIR | _MAKE_REG
    into_nothing = _WRITE_FILE
    if kernel >= 3:
        inside |= _TRUNCATE
        into_nothing |= _TRUNCATE
    given_up = inside | _MAKE_OTHERS | (_REFER if kernel >= 2 else 0)
    attributes = [given_up]
    if kernel >= _NET_VERSION:
        attributes.append(_TCP)
    if kernel >= _SCOPE_VERSION:
        attributes.append(_SCOPES)
    told = struct.pack(f"={len(attributes)}Q", *attributes)
    rules = _call(_CREATE_RULESET, told, len(told), 0)
    try:
        _allow(rules, writable, inside)
        # What programs are started with in place of a terminal.
        _allow(rules, os.devnull, into_nothing)
        _call(_RESTRICT_SELF, rules, 0)
    finally:
        os.close(rules)


def holds_tcp(kernel: int) -> bool:
    """Say whether this version of the interface can refuse TCP."""
    return kernel >= _NET_VERSION


def _allow(rules: int, path: str, rights: int) -> None:
    place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        _call(_ADD_RULE, rules, _PATH_BENEATH, _RULE.pack(rights, place), 0)
    finally:
        os.close(place)


def _call(number: int, *arguments: int | bytes | None) -> int:
    kernel = ctypes.CDLL(None, use_errno=True)
    made = [ctypes.c_long(a) if isinstance(a, int) else a for a in arguments]
    answer = int(kernel.syscall(ctypes.c_long(number), *made))
    if answer < 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))
    return answer
