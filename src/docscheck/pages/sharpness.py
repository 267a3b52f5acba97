"""How steep are the edges of the print, compared with its height.

Edge acuity (ISO 12233 measures it on targets, here the letters serve): the steepest grey slope per
pixel over the local contrast, times the height of a capital. It does not change with the resolution
or the darkness of the picture, only with blur relative to the print; the lesser of the two axes
counts, so motion in one direction shows. Where letters are known only they are looked at: the edge
of a bar, a frame or a table is steep along one axis alone, and would pass for motion. A 3 x 3
median comes first, because noise has slopes too.
"""

from __future__ import annotations

import cv2
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from docscheck.pages.ink import Letters
from docscheck.pages.interface import Pixels

_TILE_HEIGHTS = 3
"""Side of a tile in heights of a capital: some letters and the paper around them."""
_MIN_TILE_PX = 24
_MAX_TILES = 120
_LETTERS_IN_TILE = 3
"""So many have edges along both axes; one may be an l or a dash."""
_FEW_TILES = 6
"""With fewer tiles of letters the page is judged by whatever stands out."""
_MIN_CONTRAST = 18.0
_MERGED, _CLEAN = 2.2, 6.5
"""Slope x height / contrast. Below the first, letters have run into each other and Tesseract reads
one word in ten; clean 150 dpi renderings of 8 to 12 point print reach 7.1 to 9.9, 100 dpi 5.5."""
_NOISE_SLOPE = 0.62
"""98th percentile of the slope that grain leaves after the median, per grey level of grain."""

_Tiles = NDArray[np.uint8]


class TextTiles(Struct, frozen=True):
    """What the tiles that carry print measure, medians over the tiles, grey levels 0 to 255."""

    acuity: float | None
    """0 (no edge) to 1 (a clean 150 dpi scan); `None` without letters: soft light on a portrait
    is no blur, and nothing else tells how steep its edges ought to be."""
    paper: float
    ink: float


def measure_tiles(
    grey: Pixels, letters: Letters, letter_height_px: float | None, noise: float
) -> TextTiles | None:
    """Measure the tiles of highest contrast; `None` when nothing stands out (a blank page).

    Args:
        grey: one page of about 1000 to 2000 px across.
        letters: where its print is.
        letter_height_px: of a capital; `None` on a picture without print.
        noise: standard deviation of the paper's grain, grey levels.
    """
    height = letter_height_px or _MIN_TILE_PX / _TILE_HEIGHTS
    side = int(np.clip(_TILE_HEIGHTS * height, _MIN_TILE_PX, max(_MIN_TILE_PX, min(grey.shape))))
    smooth = np.asarray(cv2.medianBlur(grey, 3), dtype=np.uint8)
    tiles = _busiest(_cut(smooth, side), _printed(grey.shape, letters, side))
    if not len(tiles):
        return None
    low, high = np.percentile(tiles.reshape(len(tiles), -1), (4, 92), axis=1)
    contrast = np.maximum(high - low, _MIN_CONTRAST)
    slope = np.minimum(_slope(tiles, 1), _slope(tiles, 2))
    slope = np.sqrt(np.maximum(slope**2 - (_NOISE_SLOPE * noise) ** 2, 0.0))
    steepness = float(np.median(slope * height / contrast))
    return TextTiles(
        acuity=_acuity(steepness) if letter_height_px else None,
        paper=float(np.median(high)),
        ink=float(np.median(low)),
    )


def _acuity(steepness: float) -> float:
    return float(np.clip((steepness - _MERGED) / (_CLEAN - _MERGED), 0.0, 1.0))


def _cut(grey: Pixels, side: int) -> _Tiles:
    """Cut the raster into squares: N×side×side, row by row."""
    rows, columns = grey.shape[0] // side, grey.shape[1] // side
    cut = grey[: rows * side, : columns * side].reshape(rows, side, columns, side)
    return cut.swapaxes(1, 2).reshape(-1, side, side)


def _printed(shape: tuple[int, ...], letters: Letters, side: int) -> NDArray[np.bool_]:
    """Tell of each square whether letters stand in it."""
    rows, columns = shape[0] // side, shape[1] // side
    across = ((letters[:, 0] + letters[:, 2] / 2) // side).astype(np.int64)
    down = ((letters[:, 1] + letters[:, 3] / 2) // side).astype(np.int64)
    within = (across < columns) & (down < rows)
    counts = np.bincount((down * columns + across)[within], minlength=rows * columns)
    return np.asarray(counts >= _LETTERS_IN_TILE)


def _busiest(tiles: _Tiles, printed: NDArray[np.bool_]) -> _Tiles:
    """Keep the squares with most contrast among those with letters."""
    if np.count_nonzero(printed) >= _FEW_TILES:
        tiles = tiles[printed]
    if not tiles.size:
        return tiles
    spread = _spread(tiles)
    order = np.argsort(spread, kind="stable")[::-1][:_MAX_TILES]
    return tiles[order[spread[order] >= _contrast_floor(spread)]]


def _spread(tiles: _Tiles) -> NDArray[np.float64]:
    sparse = tiles[:, ::3, ::3].reshape(len(tiles), -1)
    low, high = np.percentile(sparse, (5, 95), axis=1)
    return np.asarray(high - low, dtype=np.float64)


def _contrast_floor(spread: NDArray[np.float64]) -> float:
    """Print is what comes near the best contrast of the page; grain and folds do not."""
    return max(_MIN_CONTRAST, 0.35 * float(np.percentile(spread, 98)))


def _slope(tiles: _Tiles, axis: int) -> NDArray[np.float64]:
    """Steepest grey levels per pixel along one axis, without the outliers."""
    ahead = np.take(tiles, range(2, tiles.shape[axis]), axis)
    behind = np.take(tiles, range(tiles.shape[axis] - 2), axis)
    steps = cv2.absdiff(ahead.reshape(len(tiles), -1), behind.reshape(len(tiles), -1))
    return np.asarray(np.percentile(steps, 98, axis=1) / 2)
