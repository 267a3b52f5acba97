"""Which character stands here, if any?

A small convolutional network slides along a strip and says, every second pixel, which of the 37
characters of ICAO 9303-3 is centred there, or that none is. Its weights lie beside this module
(`glyphs.npz`; how they were made and what they measured: `glyphs.toml`), and it runs on numpy
alone. "None" matters as much as the characters: it is what a gap, blank paper, another script, or
a line upside down answers, and so what tells a machine-readable zone from any other text.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from docscheck.mrz.straighten import Floats

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<"
"""ICAO 9303-3 clause 4.3."""
NONE = len(ALPHABET)
"""Column of the answer "no character is centred here"."""
STEP = 2
"""Strip pixels from one answer to the next."""
FIRST = 12.5
"""Strip column of the first answer: the middle of the first window."""


@dataclass(frozen=True, slots=True)
class Network:
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
        """Log-probabilities of a strip that was evened out: answers x 38, the last column `NONE`."""
        first = _convolve(strip[None], self.kernel1, self.bias1, 5)
        first = _pool(first, 2, 2)
        second = _pool(_convolve(first, self.kernel2, self.bias2, 3), 2, 1)
        channels, height, width = second.shape
        span = self.dense1.shape[0] // (channels * height)
        windows = sliding_window_view(second, span, axis=2)
        flat = windows.transpose(2, 0, 1, 3).reshape(width - span + 1, -1)
        hidden = np.maximum(flat @ self.dense1 + self.bias3, 0)
        return _log_softmax(hidden @ self.dense2 + self.bias4)


@cache
def network() -> Network:
    """Load the weights shipped with the package."""
    with (files("docscheck.mrz") / "glyphs.npz").open("rb") as stream, np.load(stream) as stored:
        return Network(**{name: stored[name].astype(np.float32) for name in stored.files})


def _convolve(planes: Floats, kernel: Floats, bias: Floats, size: int) -> Floats:
    channels, height, width = planes.shape
    rows, columns = height - size + 1, width - size + 1
    views = sliding_window_view(planes, (size, size), axis=(1, 2))
    flat = views.transpose(0, 3, 4, 1, 2).reshape(channels * size * size, rows * columns)
    made = np.maximum(kernel.T @ flat + bias[:, None], 0)
    return np.asarray(made.reshape(-1, rows, columns), np.float32)


def _pool(planes: Floats, down: int, along: int) -> Floats:
    channels, height, width = planes.shape
    kept = planes[:, : height // down * down, : width // along * along]
    blocks = kept.reshape(channels, height // down, down, width // along, along)
    return np.asarray(blocks.max(axis=(2, 4)), np.float32)


def _log_softmax(scores: Floats) -> Floats:
    top = scores - scores.max(1, keepdims=True)
    return np.asarray(top - np.log(np.exp(top).sum(1, keepdims=True)), np.float32)
