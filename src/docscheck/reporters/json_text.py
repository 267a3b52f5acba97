"""What the JSON outputs have in common: ASCII only, and names that can be traced to their bytes.

A path is given whole and as it is, since JSON has its own escapes (RFC 8259 §7); one whose bytes
are not text is given as people see it, and in base64 where the contract has a member for it
(R18 of `reliability.md`).
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from typing import Any, TextIO

from docscheck.foreign_text import visible


def dump(told: Mapping[str, Any], out: TextIO) -> None:
    """Write an object, indented, with a line feed at the end."""
    json.dump(told, out, indent=2, ensure_ascii=True)
    out.write("\n")


def one_line(told: Mapping[str, Any]) -> str:
    """Give an object on one line, without a line feed at the end (JSON Lines)."""
    return json.dumps(told, ensure_ascii=True, separators=(",", ":"))


def path_text(path: str) -> str:
    """Give a path as one string, whole."""
    return path if _is_text(path) else visible(path)


def path_members(path: str) -> dict[str, str]:
    """Give `path`, and `path_b64` where the name's bytes are not UTF-8."""
    if _is_text(path):
        return {"path": path}
    return {"path": visible(path), "path_b64": base64.b64encode(_bytes_of(path)).decode()}


def _is_text(path: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in path)


def _bytes_of(path: str) -> bytes:
    """Give the bytes of a name: PEP 383, or, for halves of pairs as Windows allows, PEP 529."""
    try:
        return path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return path.encode("utf-8", "surrogatepass")
