"""Does the time of a piece of work grow with its text, or with the square of it?

Two things keep the answer the same on a busy machine. Time is that of this process alone, and
other work only ever adds to it: a time under the floor is believed at once, one that speaks
against a pattern only when it is the least of several. And sizes go up from a few characters,
each with a bound, so that what grows with the cube, or doubles with every character, is told
before it holds the machine.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Sequence

from msgspec import Struct

MOST = 2.5
"""R13 of `reliability.md`: times as long, for twice the text."""
_REPEATS = 5
_LEAST, _STEP = 24, 5
"""Characters of the shortest text, and how much longer the next one is."""


class Bounds(Struct, frozen=True):
    """What is quick and what is slow, for one kind of work."""

    floor_s: float
    """Growth of times below this is not judged: it is noise, or harmless at the largest size."""
    start_s: float
    """Allowed whatever the size,"""
    per_character_s: float
    """and for each character besides: more is too slow, however it grows."""

    def allowed(self, size: int) -> float:
        return self.start_s + size * self.per_character_s


def fault(
    run: Callable[[str], object],
    text_of: Callable[[int], str],
    sizes: Sequence[int],
    bounds: Bounds,
) -> str:
    """Say what is wrong with the growth of `run`; nothing when all is well.

    Args:
        run: the work; what it returns is thrown away.
        text_of: makes a text of so many characters, all of one kind.
        sizes: each twice the one before.
        bounds: of this kind of work.
    """
    for size in _ladder(sizes[0]):
        text = text_of(size)
        spent = _once(run, text)
        if spent > bounds.allowed(size) and (slow := _too_slow(run, text, bounds)):
            return slow
    # What would stay under the floor with the square of the text is not judged, so not run either.
    if spent * (sizes[-1] / size) ** 2 <= bounds.floor_s:
        return ""
    return _growth(run, [text_of(size) for size in sizes], bounds)


def _growth(run: Callable[[str], object], texts: Sequence[str], bounds: Bounds) -> str:
    before = 0.0
    for number, text in enumerate(texts):
        spent = _once(run, text)
        if spent > bounds.allowed(len(text)) and (slow := _too_slow(run, text, bounds)):
            return slow
        if number and spent > max(bounds.floor_s, MOST * before):
            shorter, longer = _least(run, *texts[number - 1 : number + 1])
            if longer > max(bounds.floor_s, MOST * shorter):
                return f"{len(text)} characters: {longer:.3f} s, half of them: {shorter:.3f} s"
        before = spent
    return ""


def _ladder(first: int) -> list[int]:
    rungs = [_LEAST]
    while rungs[-1] * _STEP < first:
        rungs.append(rungs[-1] * _STEP)
    return rungs


def _too_slow(run: Callable[[str], object], text: str, bounds: Bounds) -> str:
    (spent,), allowed = _least(run, text), bounds.allowed(len(text))
    return f"{len(text)} characters: {spent:.3f} s" if spent > allowed else ""


def _once(run: Callable[[str], object], text: str) -> float:
    begin = time.process_time()
    run(text)
    return time.process_time() - begin


def _least(run: Callable[[str], object], *texts: str) -> list[float]:
    """Give the least time of each text, taken in turns: a slow minute is slow for all of them."""
    gc.collect()
    gc.disable()
    try:
        rounds = [[_once(run, text) for text in texts] for _ in range(_REPEATS)]
    finally:
        gc.enable()
    return [min(times) for times in zip(*rounds, strict=True)]
