"""A PDF viewer's window, saved as a picture: the page at screen resolution between grey borders and
a toolbar.
"""

from __future__ import annotations

from random import Random

import cv2
import numpy as np

from specimens.channels.pictures import Picture, draw, png
from specimens.channels.sent import Channel, Leaf, Sent, SentPage

_BORDERS = ((82, 86, 89), (56, 56, 61), (230, 230, 230), (204, 204, 208))
_BARS = ((50, 54, 57), (42, 42, 46), (249, 249, 250), (235, 236, 240))


def screenshot(leaf: Leaf, rng: Random) -> Sent:
    """Show one page in a viewer at 100 to 150 dpi and save the screen as PNG."""
    page = draw(leaf, rng.uniform(100, 150))
    theme = rng.randrange(len(_BORDERS))
    left, right = (rng.randint(0, 260) for _ in range(2))
    bar, below = rng.randint(36, 90), rng.randint(0, 60)
    shape = (page.shape[0] + bar + below, page.shape[1] + left + right, 3)
    screen = np.full(shape, _BORDERS[theme], np.uint8)
    screen[bar : bar + page.shape[0], left : left + page.shape[1]] = page
    _toolbar(screen, bar, theme, rng)
    return Sent(png(screen), ".png", Channel.SCREENSHOT, (SentPage((leaf,)),))


def _toolbar(screen: Picture, bar: int, theme: int, rng: Random) -> None:
    """Draw the viewer's bar in place: page counter, zoom, a row of buttons."""
    screen[:bar] = _BARS[theme]
    ink = (235, 235, 235) if sum(_BARS[theme]) < 380 else (60, 60, 60)
    base = bar // 2 + 6
    zoom = rng.choice((80, 90, 100, 110, 125))
    cv2.putText(
        screen,
        f"1 / {rng.randint(1, 3)}   {zoom} %",
        (24, base),
        cv2.FONT_HERSHEY_SIMPLEX,
        0.5,
        ink,
        1,
        cv2.LINE_AA,
    )
    for step in range(rng.randint(3, 6)):
        x = screen.shape[1] - 36 - step * 34
        cv2.rectangle(screen, (x, base - 14), (x + 16, base + 2), ink, 1, cv2.LINE_AA)
