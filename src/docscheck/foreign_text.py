r"""What does a string from outside look like to a reader who must not be deceived by it?

The one door through which file names, and anything else docscheck did not write itself, reach a
screen, a page or a report (R14 of `reliability.md`). Control characters, marks that turn the
direction of writing, characters without a width and undecodable bytes are shown as escapes.
`show` also cuts; `visible` is for what may not be cut: paths in JSON, and whole lines at the exits,
where what went through the door already comes out as it was.

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
_WITHOUT_WIDTH = frozenset(
    chr(code)
    for first, last in (
        (0x034F, 0x034F),
        (0x115F, 0x1160),
        (0x17B4, 0x17B5),
        (0x180B, 0x180F),
        (0x3164, 0x3164),
        (0xFE00, 0xFE0F),
        (0xFFA0, 0xFFA0),
        (0xE0100, 0xE01EF),
    )
    for code in range(first, last + 1)
)
"""Letters and marks that print nothing: `Default_Ignorable_Code_Point` of DerivedCoreProperties.txt
(Unicode 15) outside the categories above."""
_FIRST_UNDECODABLE, _LAST_UNDECODABLE = 0xDC80, 0xDCFF
"""Where `surrogateescape` (PEP 383) puts bytes that are not UTF-8."""
_BYTE, _TWO_BYTES = 0xFF, 0xFFFF


def show(text: str, max_characters: int = MAX_CHARACTERS) -> str:
    """Give `text` in characters that can be seen, at most `max_characters` long."""
    shown = visible(text[: max_characters + 1])
    if len(shown) <= max_characters:
        return shown
    return shown[: max_characters - 1] + _ELLIPSIS


def visible(text: str) -> str:
    """Give the whole of `text` in characters that can be seen."""
    if text.isprintable() and _WITHOUT_WIDTH.isdisjoint(text):
        # Nearly every text: none of its characters is of a hidden category.
        return text
    return "".join(map(_visible, text))


def is_visible(character: str) -> bool:
    """Say whether a reader sees this character, or at least the room it takes."""
    return unicodedata.category(character) not in _HIDDEN and character not in _WITHOUT_WIDTH


def _visible(character: str) -> str:
    if is_visible(character):
        return character
    code = ord(character)
    if _FIRST_UNDECODABLE <= code <= _LAST_UNDECODABLE:
        return f"\\x{code - 0xDC00:02x}"
    if code <= _BYTE:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= _TWO_BYTES else f"\\U{code:08x}"
