"""Which character stands here, if any?

A small convolutional network slides along a strip and says, every second pixel, which of the 37
characters of ICAO 9303-3 is centred there, or that none is. Its weights lie beside this module
(`glyphs.npz`; how they were made and what they measured: `glyphs.toml`), and it runs on numpy
alone. "None" matters as much as the characters: it is what a gap, blank paper, another script, or
a line upside down answers, and so what tells a machine-readable zone from any other text.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import numpy as np
from msgspec import Struct

from docscheck.mrz.straighten import Floats

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<"
"""ICAO 9303-3 clause 4.3."""
NONE = len(ALPHABET)
"""Column of the answer "no character is centred here"."""
STEP = 2
"""Strip pixels from one answer to the next."""
FIRST = 12.5
"""Strip column of the first answer: the middle of the first window."""


class Network(Struct, frozen=True):
    """Two convolutions with pooling, then two dense layers, all slid along the strip."""

    kernel1: Floats
    """5 · 5, channels."""
    bias1: Floats
    kernel2: Floats
    """channels · 3 · 3, channels."""
    bias2: Floats
    dense1: Floats
    bias3: Floats
    dense2: Floats
    bias4: Floats

    def score(self, strip: Floats) -> Floats:
        """Answer along an evened strip: log-probabilities, answers x 38, last column `NONE`."""
        first = _halved(_slide(strip[None], self.kernel1, self.bias1, (5, 5)), 2, 2)
        second = _halved(_slide(first, self.kernel2, self.bias2, (3, 3)), 2, 1)
        channels, height, _ = second.shape
        span = self.dense1.shape[0] // (channels * height)
        hidden = _slide(second, self.dense1, self.bias3, (height, span))[:, 0]
        return _log_softmax(hidden.T @ self.dense2 + self.bias4)


@cache
def network() -> Network:
    """Load the weights shipped with the package."""
    with (files("docscheck.mrz") / "glyphs.npz").open("rb") as stream, np.load(stream) as stored:
        return Network(**{name: stored[name].astype(np.float32) for name in stored.files})


def _slide(planes: Floats, kernel: Floats, bias: Floats, size: tuple[int, int]) -> Floats:
    """Slide a layer over planes (channels x rows x columns) and cut what is below nought."""
    channels, rows, columns = planes.shape
    rows, columns = rows - size[0] + 1, columns - size[1] + 1
    unfolded = np.empty((channels, *size, rows, columns), np.float32)
    for down in range(size[0]):
        for along in range(size[1]):
            unfolded[:, down, along] = planes[:, down : down + rows, along : along + columns]
    made = kernel.T @ unfolded.reshape(-1, rows * columns)
    made += bias[:, None]
    np.maximum(made, 0, out=made)
    return np.asarray(made.reshape(-1, rows, columns), np.float32)


def _halved(planes: Floats, down: int, along: int) -> Floats:
    """Keep the greatest of every `down` rows and `along` columns; each 1 or 2."""
    if down == 2:
        even = planes.shape[1] // 2 * 2
        planes = np.maximum(planes[:, 0:even:2], planes[:, 1:even:2])
    if along == 2:
        even = planes.shape[2] // 2 * 2
        planes = np.maximum(planes[:, :, 0:even:2], planes[:, :, 1:even:2])
    return planes


def _log_softmax(scores: Floats) -> Floats:
    top = scores - scores.max(1, keepdims=True)
    return np.asarray(top - np.log(np.exp(top).sum(1, keepdims=True)), np.float32)
