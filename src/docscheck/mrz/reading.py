"""What does the machine-readable zone of this page say?

Candidates of `locate` are pulled straight, read by `glyphs`, laid on the `grid` and spelled by
`decode`, for the page as it is, turned by a quarter and, when neither shows a zone, at the angles
at which its print runs; a line that reads better upside down turns
the page over. A candidate that no characters fill is no zone, whatever its check digits say.

Parsing the lines is for `readers.mrz`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import cv2
import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from docscheck.document import Box, Repair
from docscheck.mrz.decode import believed, confidences, repair, shape_of, spell, unproven
from docscheck.mrz.glyphs import FIRST, STEP, network
from docscheck.mrz.grid import Row, answers_at, rows
from docscheck.mrz.locate import Band, Search, find_bands, find_oblique_bands
from docscheck.mrz.straighten import (
    MARGIN_CELLS,
    PITCH,
    Chord,
    Floats,
    Grey,
    cut,
    even_out,
    measure_bow,
)
from docscheck.readers.mrz_shapes import SIZES, Shape

FEW_PX = 13.0
"""Pixels from character to character below which a larger picture should be asked for."""
_MIN_GAIN = 0.8
"""Log-odds a place that a character is there, on the mean, for a candidate to be read at all."""
_SPACING = 2.5
"""Pitches from line to line on TD3, TD2 and visas: ICAO 9303-3 clause 4.2.1, 6.35 mm by 2.54."""
_FEWEST, _MOST_LINES = 30, 3
"""Characters in the shortest lines, which come three at a time: TD1."""
_ASTRAY = 0.7 * PITCH / STEP
"""Answers by which lines of one zone do not begin apart."""
_NO_ROOM = -1e6
"""Log-odds of a line that does not fit into its strip."""
_LEFT_OUT = 2.0
"""Weight of a character that was left out, in characters found."""
_MUCH_BETTER = 4.0
"""Log-odds by which a line fits better where it is than at the margin of the others: one character
gained and lost is worth up to twice as much, a mark taken for one much less."""
_DATE = re.compile(r"\d\d(0\d|1[0-2]|<<)")
"""Year and month; an unknown month is nought or fillers: ICAO 9303-3 clause 4.8."""
_ROOM = 0.7
"""Pitches from the middle of a line to the edge of its zone."""
_PAGE_OF_TEXT = 24
"""Long level lines that no document lying on its side shows by chance."""
_TRIED = 3
"""Candidates that are read on one page: the first is right, the others are for crowded pages."""
_TRIED_FOR_ALL = 8
"""The same where all zones are wanted: as many cards as lie on one sheet, and two for nothing."""


class MrzReading(Struct, frozen=True):
    """The lines of a zone as read from pixels; its check digits may hold or not."""

    shape: str
    """`TD1`, `TD2`, `TD3`, `MRV-A`, `MRV-B` or `FRA-ID`."""
    lines: tuple[str, ...]
    confidences: tuple[tuple[float, ...], ...]
    """Of every character, 0 to 1, in the order of `lines`."""
    confidence: float
    """Mean over the characters."""
    page: int
    box: Box
    """In fractions of the picture as it was given, not turned."""
    turn_deg: int
    """0, 90, 180 or 270: by how much the picture must be turned clockwise to stand upright."""
    pitch_px: float
    """Pixels of the given picture from character to character."""
    repairs: tuple[Repair, ...] = ()
    unproven: tuple[str, ...] = ()
    """Check digits that hold and prove nothing: another likely reading holds too."""

    @property
    def needs_more_pixels(self) -> bool:
        """Tell whether a larger picture of the same page could be read better than this one."""
        return self.pitch_px < FEW_PX and self.confidence < 0.95


class _Line(Struct, frozen=True):
    """One line of a candidate, straight and answered."""

    chord: Chord
    scores: Floats
    rows: dict[int, Row]

    def gain(self, cells: int) -> float:
        return self.rows[cells].gain if cells in self.rows else _NO_ROOM

    @property
    def best(self) -> float:
        return max(self.gain(cells) for _, cells in SIZES)


def read_mrz(grey: Grey, page: int) -> MrzReading | None:
    """Read the machine-readable zone of a page, standing in any direction.

    `grey` is uint8, H x W, best 1500 to 2000 pixels long; `page` counts from 1 and is only passed
    on. `None` when there is no zone, or none that can be read.
    """
    return _first_read(_searches(grey), page)


def read_level_mrz(grey: Grey, page: int) -> MrzReading | None:
    """As `read_mrz`, but only a zone whose lines run level, upright or upside down."""
    return _first_read(((grey, find_bands(grey), 0),), page)


def read_turned_mrz(grey: Grey, page: int) -> MrzReading | None:
    """As `read_mrz`, but only a zone whose lines do not run level."""
    return _first_read(_turned(grey), page)


def read_zones(grey: Grey, page: int) -> tuple[MrzReading, ...]:
    """Read every machine-readable zone of a page, the likeliest first; for sheets of cards.

    Each may stand in a direction of its own. Empty where `read_mrz` finds none; the first is the
    one that `read_mrz` returns.
    """
    zones: list[MrzReading] = []
    for reading in _readings(_searches(grey), page, _TRIED_FOR_ALL):
        if not any(_overlap(reading.box, other.box) for other in zones):
            zones.append(reading)
    return tuple(zones)


def _first_read(searches: Iterable[tuple[Grey, Search, int]], page: int) -> MrzReading | None:
    return next(_readings(searches, page, _TRIED), None)


def _readings(
    searches: Iterable[tuple[Grey, Search, int]], page: int, tried: int
) -> Iterator[MrzReading]:
    for turned, search, turn in searches:
        for band in search.bands[:tried]:
            reading = _read_band(turned, band, page)
            if reading is not None:
                yield _turned_back(reading, turn)


def _overlap(box: Box, other: Box) -> bool:
    across = min(box.right, other.right) - max(box.left, other.left)
    down = min(box.bottom, other.bottom) - max(box.top, other.top)
    return across > 0 and down > 0


def could_hold_mrz(grey: Grey) -> bool:
    """Tell whether anything on the page has the look of a zone; cheap, and says yes too often."""
    return any(len(b.lines) > 1 for _, search, _ in _searches(grey) for b in search.bands)


def _searches(grey: Grey) -> Iterator[tuple[Grey, Search, int]]:
    """Search the page as it is, then, unless it is plainly a page of level text, turned."""
    level = find_bands(grey)
    yield grey, level, 0
    if level.lines < _PAGE_OF_TEXT:
        yield from _turned(grey)


def _turned(grey: Grey) -> Iterator[tuple[Grey, Search, int]]:
    """Search a page on its side, then at the angles at which print seems to run."""
    turned = np.asarray(cv2.rotate(grey, cv2.ROTATE_90_CLOCKWISE), np.uint8)
    yield turned, find_bands(turned), 90
    yield from ((grey, search, 0) for search in find_oblique_bands(grey))


def _read_band(grey: Grey, band: Band, page: int) -> MrzReading | None:
    part, moved, scale, offset = _brought_near(grey, band)
    lines = _upright(part, moved)
    if lines is None:
        return None
    chosen = _laid_out(part, moved.pitch, lines)
    if chosen is None:
        return None
    kept, cells = chosen
    answers = [answers_at(line.scores, line.rows[cells].places) for line in kept]
    shape = shape_of(answers)
    if shape is None:
        return None
    spelled = spell(shape, answers)
    read, repairs = repair(shape, answers, spelled)
    sure = confidences(answers, read)
    mean = float(np.mean([c for row in sure for c in row]))
    if not believed(shape, mean, spelled) or not _dated(shape, spelled):
        return None
    box = _box(grey, kept, cells, moved.pitch, scale, offset)
    turn, pitch = _turn_of(kept[0].chord), moved.pitch / scale
    weak = unproven(shape, answers, read)
    return MrzReading(shape.name, read, sure, mean, page, box, turn, pitch, repairs, weak)


def _dated(shape: Shape, lines: tuple[str, ...]) -> bool:
    """Tell whether one of the dates at least could be one: leaders of fillers have none."""
    spans = (shape.elements.get(name) for name in ("birth_date", "expiry_date"))
    return any(span is not None and _DATE.match(span.of(lines)) for span in spans)


def _brought_near(grey: Grey, band: Band) -> tuple[Grey, Band, float, tuple[float, float]]:
    """Cut out the surroundings of a candidate, shrunk where it is much finer than a strip."""
    room = 5 * band.pitch
    xs = [x for c in band.lines for x in (c.x0, c.x1)]
    ys = [y for c in band.lines for y in (c.y0, c.y1)]
    left, top = max(0, int(min(xs) - room)), max(0, int(min(ys) - room))
    part = grey[top : int(max(ys) + room) + 1, left : int(max(xs) + room) + 1]
    scale = 1.0
    if band.pitch > 1.3 * PITCH:
        scale = 1.1 * PITCH / band.pitch
        part = np.asarray(
            cv2.resize(part, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8
        )
    chords = tuple(
        Chord(
            (c.x0 - left) * scale, (c.y0 - top) * scale, (c.x1 - left) * scale, (c.y1 - top) * scale
        )
        for c in band.lines
    )
    return part, replace(band, lines=chords, pitch=band.pitch * scale), scale, (left, top)


def _upright(part: Grey, band: Band) -> list[_Line] | None:
    """Read the lines the way up in which the first that is of a zone reads better.

    A line of other print may lie beside the zone: the remarks of a visa are set as wide.
    """
    for chord in band.lines:
        level = _answered(part, chord, band.pitch)
        over = _answered(part, _reversed(chord), band.pitch)
        if max(over.best, level.best) >= _MIN_GAIN * _FEWEST:
            chords: Sequence[Chord] = band.lines
            if over.best > level.best:
                chords = [_reversed(c) for c in band.lines[::-1]]
            known = {line.chord: line for line in (level, over)}
            return [known.get(c) or _answered(part, c, band.pitch) for c in chords]
    return None


def _answered(part: Grey, chord: Chord, pitch: float) -> _Line:
    strip = even_out(cut(part, chord, pitch, measure_bow(part, chord, pitch)))
    scores = network().score(strip)
    return _Line(chord, scores, rows(scores, tuple(cells for _, cells in SIZES)))


def _reversed(chord: Chord) -> Chord:
    return Chord(chord.x1, chord.y1, chord.x0, chord.y0)


def _laid_out(part: Grey, pitch: float, lines: list[_Line]) -> tuple[list[_Line], int] | None:
    """Choose the number of lines and characters that the candidate fills best."""
    found = _fullest(lines)
    if found is None or (found[1] == _FEWEST and len(lines) < _MOST_LINES):
        found = _fullest(_completed(part, pitch, lines))
    return None if found is None else (_flush(*found, pitch), found[1])


def _flush(lines: list[_Line], cells: int, pitch: float) -> list[_Line]:
    """Begin all lines at one margin: a mark beside one looks like a character more.

    A line keeps the place where it fits much better, as when a page is seen from the side.
    """
    best, most = lines, -np.inf
    for line in lines:
        start = float(line.rows[cells].places[0])
        laid = [_laid_at(other, cells, start - _margin(line.chord, other.chord, pitch))
                for other in lines]  # fmt: skip
        gain = sum(other.gain(cells) for other in laid)
        if gain > most:
            best, most = laid, gain
    return best


def _margin(chord: Chord, other: Chord, pitch: float) -> float:
    """Answers by which `other` begins further along `chord` than `chord` itself."""
    along = (other.x0 - chord.x0) * (chord.x1 - chord.x0)
    along += (other.y0 - chord.y0) * (chord.y1 - chord.y0)
    return along / chord.length / pitch * PITCH / STEP


def _laid_at(line: _Line, cells: int, start: float) -> _Line:
    """Lay a line so that it begins near an answer, unless it fits much better elsewhere."""
    if abs(float(line.rows[cells].places[0]) - start) < _ASTRAY:
        return line
    moved = replace(line, rows=rows(line.scores, (cells,), start))
    return moved if moved.gain(cells) > line.gain(cells) - _MUCH_BETTER else line


def _fullest(lines: list[_Line]) -> tuple[list[_Line], int] | None:
    layouts = [
        (lines[start : start + count], cells)
        for count, cells in SIZES
        for start in range(len(lines) - count + 1)
    ]
    if not layouts:
        return None
    merits = [sum(_merit(line, cells) for line in kept) for kept, cells in layouts]
    kept, cells = layouts[int(np.argmax(merits))]
    gain = sum(line.gain(cells) for line in kept)
    return (kept, cells) if gain > _MIN_GAIN * len(kept) * cells else None


def _merit(line: _Line, cells: int) -> float:
    """Weigh a number of characters: those that it leaves out speak against it, more than places
    without one do, since three short lines have more places than two longer ones.
    """
    left_out = line.best - line.gain(cells)
    return line.gain(cells) - _LEFT_OUT * left_out


def _completed(part: Grey, pitch: float, lines: list[_Line]) -> list[_Line]:
    """Look for a line that was not found, above and below those that were."""
    step = _spacing(lines) or _SPACING * pitch
    above = _answered(part, _beside(lines[0].chord, -step), pitch)
    below = _answered(part, _beside(lines[-1].chord, step), pitch)
    return [above, *lines, below]


def _spacing(lines: list[_Line]) -> float | None:
    if len(lines) < 2:
        return None
    upper, lower = lines[0].chord, lines[1].chord
    across = (lower.x0 + lower.x1 - upper.x0 - upper.x1) * (upper.y0 - upper.y1)
    down = (lower.y0 + lower.y1 - upper.y0 - upper.y1) * (upper.x1 - upper.x0)
    return (across + down) / 2 / upper.length


def _beside(chord: Chord, step: float) -> Chord:
    """Move a chord sideways, downwards as its line reads."""
    dx = -step * (chord.y1 - chord.y0) / chord.length
    dy = step * (chord.x1 - chord.x0) / chord.length
    return Chord(chord.x0 + dx, chord.y0 + dy, chord.x1 + dx, chord.y1 + dy)


def _box(
    grey: Grey,
    lines: Sequence[_Line],
    cells: int,
    pitch: float,
    scale: float,
    offset: tuple[float, float],
) -> Box:
    height, width = grey.shape
    points = [
        _point(line.chord, (FIRST + STEP * place + side * PITCH) / PITCH - MARGIN_CELLS, pitch)
        for line in lines
        for place, side in ((line.rows[cells].places[0], -0.5), (line.rows[cells].places[-1], 0.5))
    ]
    xs = [x / scale + offset[0] for x, _ in points]
    ys = [y / scale + offset[1] for _, y in points]
    room = _ROOM * pitch / scale
    return Box(
        max(0.0, min(xs) / width),
        max(0.0, (min(ys) - room) / height),
        min(1.0, max(xs) / width),
        min(1.0, (max(ys) + room) / height),
    )


def _turn_of(chord: Chord) -> int:
    """Give the quarter turn, degrees clockwise, after which a line runs about level."""
    angle = np.degrees(np.arctan2(chord.y1 - chord.y0, chord.x1 - chord.x0))
    return -round(float(angle) / 90) * 90 % 360


def _point(chord: Chord, along: float, pitch: float) -> tuple[float, float]:
    part = float(along) * pitch / chord.length
    return chord.x0 + part * (chord.x1 - chord.x0), chord.y0 + part * (chord.y1 - chord.y0)


def _turned_back(reading: MrzReading, turn: int) -> MrzReading:
    if turn == 0:
        return reading
    b = reading.box
    box = Box(b.top, 1 - b.right, b.bottom, 1 - b.left)
    return replace(reading, box=box, turn_deg=(reading.turn_deg + turn) % 360)
