"""Where may a line of text end? At blanks, and in Chinese after any character but some.

French sets a blank before `: ; ! ?`, which stay with their word. Chinese sets none between words:
a line ends after any character, unless the next one closes something or this one opens something
(GB/T 15834-2011 §5; UAX 14, classes ID, OP, CL). Latin words within it are not broken, and neither
is a Chinese name within a text in another language.

>>> wrapped("请到银行网站下载 RIB（PDF），再上传。", 12, has_blanks=False)
['请到银行网站', '下载 RIB', '（PDF），再', '上传。']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len, chop_cells

_CHINESE = "\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WIDE_OPENING = "（［｛《〈「『【〔"
_WIDE_CLOSING = "）］｝》〉」』】〕、。，．：；！？"
_OPENING = rf"(\[{{“‘«{_WIDE_OPENING}"
_CLOSING = rf")\]}}”’»,.:;!?·…—%％{_WIDE_CLOSING}"
_BLANK = "(?<!«)( )(?![:;!?»%])"
_BREAK = re.compile(_BLANK)
_BREAK_IN_CHINESE = re.compile(
    rf"{_BLANK}"
    rf"|(?<=[{_CHINESE}{_WIDE_CLOSING}])(?=[^\s{_CLOSING}])"
    rf"|(?<=[^\s{_OPENING}])(?=[{_CHINESE}{_WIDE_OPENING}])"
)
MIN_WIDTH = 12
"""Words that have to be cut are cut into no smaller pieces."""


def wrapped(text: str, width: int, *, has_blanks: bool = True) -> list[str]:
    """Give lines of at most `width` cells, without the blanks at which they end.

    Args:
        text: what to write.
        width: cells; what has no place to break at is cut.
        has_blanks: whether the language parts its words by blanks.
    """
    lines: list[str] = []
    line = ""
    for blank, word in _words(text, _BREAK if has_blanks else _BREAK_IN_CHINESE):
        longer = f"{line}{blank}{word}" if line else word
        if line and cell_len(longer) > width:
            lines.append(line)
            longer = word
        *full, line = chop_cells(longer, max(width, MIN_WIDTH)) or [""]
        lines += full
    return [*lines, line]


def _words(text: str, breaks: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """Yield what may not be parted, each with the blank before it, if there is one."""
    first, *rest = breaks.split(text)
    yield "", first
    for blank, word in zip(rest[::2], rest[1::2], strict=True):
        yield blank or "", word
