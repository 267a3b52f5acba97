"""A picture at a whole fraction of its size: each pixel is the mean of a square.

Squares of whole pixels cost a sixth of what squares of any size do, and what is looked for in such
a picture, the level of the paper or a dark band, is as large as many of them.
"""

from __future__ import annotations

import cv2
import numpy as np

from docscheck.pages.interface import Pixels


def reduced(pixels: Pixels, factor: int) -> Pixels:
    """Return the means of squares of `factor` x `factor` pixels, at least one each way.

    The last rows and columns, which fill no square, are left out.

    >>> reduced(np.array([[0, 2, 9], [4, 6, 9]], np.uint8), 2).tolist()
    [[3]]
    """
    rows, columns = (max(1, side // factor) for side in pixels.shape[:2])
    whole = pixels[: rows * factor, : columns * factor]
    return np.asarray(cv2.resize(whole, (columns, rows), interpolation=cv2.INTER_AREA), np.uint8)
