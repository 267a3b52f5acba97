"""How wide is a text in a terminal? Chinese characters take two cells, marks above letters none."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size

__all__ = ["cell_len", "fitted", "padded"]


def padded(text: str, width: int) -> str:
    """Give text with blanks up to `width` cells; longer text stays whole.

    >>> padded("材料", 6), padded("asked", 6)
    ('材料  ', 'asked ')
    """
    return text + " " * (width - cell_len(text))


def fitted(text: str, width: int) -> str:
    """Give text that takes `width` cells exactly: with blanks, or cut.

    >>> fitted("正在读取", 5), fitted("ab", 3)
    ('正在 ', 'ab ')
    """
    return set_cell_size(text, width)
