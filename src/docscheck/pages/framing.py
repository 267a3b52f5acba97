"""At which edges is printed matter cut.

Letters that touch the edge of the picture, several of them, say that lines go on outside. A rule
or a scanner's dark border touches it too, but is not of the size of letters.
"""

from __future__ import annotations

import numpy as np

from docscheck.pages.ink import Ink

_TOUCH_PX = 1
_MIN_LETTERS = {"left": 3, "top": 5, "right": 3, "bottom": 5}
"""One letter in each of three lines at the sides; a good part of one line above and below."""
_SIZE = (0.35, 1.7)
"""Of the page's capitals: a letter that is cut may be less than half there."""


def cut_edges(ink: Ink) -> tuple[str, ...] | None:
    """Return the edges at which print is cut, in the order left, top, right, bottom.

    `None` when the page has too few letters to tell.
    """
    height = ink.letter_height_px
    if height is None:
        return None
    left, top, wide, high = ink.letters.T
    letter = (np.maximum(wide, high) >= _SIZE[0] * height) & (high <= _SIZE[1] * height)
    letter &= wide <= 2 * _SIZE[1] * height
    touching = {
        "left": left <= _TOUCH_PX,
        "top": top <= _TOUCH_PX,
        "right": left + wide >= ink.size[0] - _TOUCH_PX,
        "bottom": top + high >= ink.size[1] - _TOUCH_PX,
    }
    return tuple(
        edge for edge, mask in touching.items() if np.sum(mask & letter) >= _MIN_LETTERS[edge]
    )
