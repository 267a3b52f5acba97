r"""What does a string from outside look like to a reader who must not be deceived by it?

The one door through which file names, and anything else docscheck did not write itself, reach a
screen, a page or a report (R14 of `reliability.md`). Control characters, marks that turn the
direction of writing, zero-width characters and undecodable bytes are shown as escapes.

>>> show("passport\u202efdp.exe")
'passport\\u202efdp.exe'
"""

from __future__ import annotations

import unicodedata

MAX_CHARACTERS = 200
"""R14: longer strings are cut."""

_ELLIPSIS = "…"
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Unicode categories that print nothing, or rule over what follows."""
_FIRST_UNDECODABLE, _LAST_UNDECODABLE = 0xDC80, 0xDCFF
"""Where `surrogateescape` (PEP 383) puts bytes that are not UTF-8."""
_BYTE, _TWO_BYTES = 0xFF, 0xFFFF


def show(text: str, max_characters: int = MAX_CHARACTERS) -> str:
    """Give `text` in characters that can be seen, at most `max_characters` long."""
    shown = "".join(map(_visible, text[: max_characters + 1]))
    if len(shown) <= max_characters:
        return shown
    return shown[: max_characters - 1] + _ELLIPSIS


def _visible(character: str) -> str:
    if unicodedata.category(character) not in _HIDDEN:
        return character
    code = ord(character)
    if _FIRST_UNDECODABLE <= code <= _LAST_UNDECODABLE:
        return f"\\x{code - 0xDC00:02x}"
    if code <= _BYTE:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= _TWO_BYTES else f"\\U{code:08x}"
