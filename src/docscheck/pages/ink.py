"""Where is the print on a page, and which spots of it have the shape of letters.

Local thresholding (mean of a neighbourhood, after a 3 x 3 median against noise), then connected
components. Everything that needs letters but not their names starts here: skew, turn, sharpness,
letter height, cut edges. Found once per page and handed on.
"""

from __future__ import annotations

from collections.abc import Iterable

import cv2
import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray

from docscheck.document import Box
from docscheck.pages.interface import Pixels, Raster
from docscheck.pages.levels import percentile

cv2.setNumThreads(1)  # one worker per core already

_NEIGHBOURHOOD = 40
"""The neighbourhood of a pixel is the short side divided by this: about two lines of print."""
_MIN_STEP = 10.0
"""Grey levels below the neighbourhood's mean that count as ink on noiseless paper."""
_NOISE_STEPS = 2.0
"""In units of the grain before the median, which leaves two fifths of it."""
_MIN_LETTER_PX = 5
_MAX_LETTER_SHARE = 0.06
"""Of the short side: a title's capitals on a card."""
_MAX_COMPONENTS = 60_000
"""More is texture or noise, not print."""
_FEW_LETTERS = 12

Letters = NDArray[np.float64]
"""N×4: left, top, width, height in pixels of the raster."""


class Ink(Struct, frozen=True, eq=False):
    """The print of one raster."""

    size: tuple[int, int]
    """Width and height of the raster, px."""
    share: float
    """Share of inked pixels, 0 to 1."""
    letters: Letters
    """Spots with the height and shape of a letter or of a few joined ones."""
    noise: float
    """Standard deviation of the paper's grain, grey levels."""

    @property
    def letter_height_px(self) -> float | None:
        """Height of capitals and ascenders; `None` with fewer than a dozen letters."""
        if len(self.letters) < _FEW_LETTERS:
            return None
        heights = self.letters[:, 3]
        # Specks and accents pull the distribution down; a fifth of a text is tall letters.
        return float(np.percentile(heights[heights >= 0.6 * np.median(heights)], 80))

    def within(self, places: Iterable[Box]) -> Ink:
        """Keep the letters whose middle lies in one of these places: words, not the table."""
        x = (self.letters[:, 0] + self.letters[:, 2] / 2) / self.size[0]
        y = (self.letters[:, 1] + self.letters[:, 3] / 2) / self.size[1]
        kept = np.zeros(len(self.letters), dtype=bool)
        for box in places:
            kept |= (x >= box.left) & (x <= box.right) & (y >= box.top) & (y <= box.bottom)
        return replace(self, letters=self.letters[kept])


def find_ink(raster: Raster) -> Ink:
    """Find print on a raster of about 1000 to 2000 px across."""
    grey = raster.grey().pixels
    smooth = np.asarray(cv2.medianBlur(grey, 3), dtype=np.uint8)
    noise = _noise(grey, smooth)
    block = max(15, min(raster.width, raster.height) // _NEIGHBOURHOOD | 1)
    step = max(_MIN_STEP, _NOISE_STEPS * noise)
    mask = cv2.adaptiveThreshold(
        smooth, 1, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, block, step
    )
    letters = _letters(np.asarray(mask, dtype=np.uint8))
    return Ink((raster.width, raster.height), cv2.countNonZero(mask) / mask.size, letters, noise)


def _noise(grey: Pixels, smooth: Pixels) -> float:
    """Robust grain of the paper: most of a page is paper, so the median ignores the print."""
    residue = cv2.absdiff(grey[::4], smooth[::4])
    return 1.4826 * percentile(np.asarray(residue, np.uint8), 60)


def _letters(mask: Pixels) -> Letters:
    # Grana's algorithm: the same spots as the default one, in half the time.
    count, _, stats, _ = cv2.connectedComponentsWithStatsWithAlgorithm(
        mask, 8, cv2.CV_32S, cv2.CCL_GRANA
    )
    if count > _MAX_COMPONENTS:
        return np.empty((0, 4))
    spots = stats[1:]
    width, height, area = spots[:, 2], spots[:, 3], spots[:, 4]
    tallest = min(mask.shape) * _MAX_LETTER_SHARE
    fits = (height >= _MIN_LETTER_PX) & (height <= tallest)
    fits &= (width <= 12 * height) & (width * 12 >= height) & (area >= 0.08 * width * height)
    return np.asarray(spots[fits, :4], dtype=np.float64)
