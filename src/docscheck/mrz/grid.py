"""Which columns of a strip hold the characters of the line, and how many are there?

Characters of a zone stand at one pitch (ICAO 9303-3 clause 4.2), which leaning and bowing change
only slowly. So the best row of 30, 36 or 44 evenly spaced places is sought by dynamic programming
over what the network answered: a place on a character is worth as much as the network is sure that
there is one, a place on none costs as much. Which characters they are plays no part.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from docscheck.mrz.glyphs import NONE, STEP
from docscheck.mrz.straighten import PITCH, Floats

_SURE = 4.0
"""No single place speaks louder than odds of 50 to 1."""
_PACE = PITCH // STEP
_PACES = np.arange(_PACE - 2, _PACE + 3)
"""Answers from one character to the next: the pitch is known to a fifth."""
_UNEVEN = 0.3
"""Cost of each answer by which a pace departs from the pitch."""

_REACH = np.array([0, -1, 1, -2, 2])
"""Answers by which a character may stand beside its place on the path, the least first."""
_AROUND = np.array([1, 2, 3, 4, 3, 2, 1], np.float32)
"""Weights of the answers that tell where a character has its middle."""
_NOWHERE = 1e6
"""Cost of a place outside the strip."""


class Row(Struct, frozen=True):
    """Places of the characters of one line."""

    gain: float
    """Sum over the places of the log-odds that a character is there."""
    places: Floats
    """Answers of the network, fractional, in reading order."""


def rows(scores: Floats, counts: Sequence[int], start: float | None = None) -> dict[int, Row]:
    """Find the best row of each number of characters in the answers of `Network.score`.

    With `start`, only rows whose first character stands within half a pitch of that place. A
    number that has no room in the strip is left out.
    """
    worth = _worth(scores)
    width = len(worth)
    reach = int(_PACES[-1])
    first = worth
    if start is not None:
        first = np.where(np.abs(np.arange(width) - start) <= _PACE // 2, worth, -_NOWHERE)
    best, came = first, np.zeros((max(counts), width), np.int64)
    found: dict[int, Row] = {}
    toll = _UNEVEN * np.abs(_PACES - _PACE)
    origins = np.arange(width)[:, None] - _PACES + reach
    for n in range(1, max(counts)):
        padded = np.concatenate([np.full(reach, -_NOWHERE, np.float32), best])
        offers = padded[origins] - toll
        chosen = offers.argmax(1)
        came[n] = _PACES[chosen]
        best = worth + offers[np.arange(width), chosen]
        if n + 1 in counts and best.max() > -_NOWHERE / 2:
            places = _trace(came, n, int(best.argmax()))
            found[n + 1] = Row(float(best.max()), _even(_centred(worth, places)))
    return found


def answers_at(scores: Floats, places: Floats) -> Floats:
    """Read the answers at fractional places: log-probabilities, places x 38."""
    low = np.clip(np.floor(places).astype(int), 0, len(scores) - 2)
    part = np.clip(places - low, 0, 1)[:, None]
    return np.asarray(scores[low] * (1 - part) + scores[low + 1] * part, np.float32)


def _worth(scores: Floats) -> Floats:
    none = np.minimum(scores[:, NONE], -1e-6)
    odds = np.log(-np.expm1(none)) - none
    return np.asarray(np.clip(odds, -_SURE, _SURE), np.float32)


def _trace(came: NDArray[np.int64], last: int, place: int) -> Floats:
    places = [place]
    for n in range(last, 0, -1):
        place -= int(came[n][place])
        places.append(place)
    return np.asarray(places[::-1], np.float32)


def _centred(worth: Floats, places: Floats) -> Floats:
    """Move each place to the middle of its character: a path of even paces lags at uneven ends."""
    soft = np.convolve(worth, _AROUND / _AROUND.sum(), "same")
    near = np.clip(places[:, None].astype(np.int64) + _REACH, 0, len(worth) - 1)
    return places + np.asarray(_REACH[soft[near].argmax(1)], np.float32)


def _even(places: Floats) -> Floats:
    """Smooth the steps of two pixels away: a parabola, or the place itself where it lies off."""
    n = np.arange(len(places)) / len(places) - 0.5
    kept = np.ones(len(places), bool)
    smooth = places
    for _ in range(2):
        smooth = np.polyval(np.polyfit(n[kept], places[kept], 3), n)
        kept = np.abs(places - smooth) < 2
    return np.asarray(smooth, np.float32)
