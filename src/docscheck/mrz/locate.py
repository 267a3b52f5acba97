"""Where on the page might a machine-readable zone be?

A zone is two or three long, parallel, equally long lines of characters that stand at one pitch
(ICAO 9303-3 clause 4.2: ten to the inch, all lines full). Lines are found as bands of upright
strokes on a small copy; a line counts when its ink repeats at one pitch 30 to 44 times along it,
which running text does not; and lines that go together make a candidate.

Only text that runs within about fifteen degrees of level is found, or of the tilt that the caller
asks for. Candidates are guesses; whether one is a zone is for the glyphs to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import cv2
import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray

from docscheck.mrz.direction import oblique_directions
from docscheck.mrz.straighten import Chord, Floats, Grey

WORK_PX = 1000
"""Longer side of the copy that is searched: a pitch of 7 px is left of a TD3 zone across half an
A4 sheet, which is the smallest that can be read anyway."""
_STROKE = (23, 15)
"""Width and height of the widest dark thing that counts as print, in pixels of the copy."""
_HEIGHT = (0.45, 1.9)
"""Heights of a line of characters in pitches, blurred or not: OCR-B stands 1.0 high."""
_MIN_LENGTH = 140
"""Pixels of the copy: 30 characters at the smallest pitch the glyphs are known at, 4.7 px here."""
_FORESHORTENED = 1.45
"""Largest ratio of the pitches of the two halves of a line."""
_HALVES = 0.85
"""What halves that repeat apart are worth: two free pitches fit anything better than one."""
_COARSE = 4
"""Pixels by which the ends of the same line may differ."""
_HOPELESS = 0.06
"""Autocorrelation below which not even the halves of a line are tried."""
_PAPER, _DARK = 230.0, 25.0
"""Level of well lit paper, to which all is brought, and the level below which noise prevails."""
_NEIGHBOURHOOD = (61, 21)
"""Pixels of the copy across which print is of one strength: a few characters of one line."""
_USUAL, _GRAIN = 25.0, 4.0
"""Mean of well printed lines, to which all is brought, and the mean below which grain prevails."""
_PROSE = 16
"""Long lines of a page of text, where nothing washed out is looked for."""
_ALONE = 0.3
"""Least autocorrelation of a line without a second one: the other is looked for where it stood."""
_MIN_BREADTH = 30
"""Pixels of the copy across which two lines and their margins have no room."""
_MAX_SLOPE = 0.3
_CELLS = (25.0, 52.0)
"""Characters a line may seem to have: 30 to 44, and the error of its ends."""
_PERIODIC = 0.16
"""Least autocorrelation of the ink one pitch along: running text stays below, see RECORD.md."""


class Band(Struct, frozen=True):
    """Lines that may be a zone, top to bottom; pixels of the picture that was searched."""

    lines: tuple[Chord, ...]
    pitch: float
    """Pixels from character to character, as the ink repeats."""
    strength: float


class Search(Struct, frozen=True):
    """What a search in one direction of text found."""

    bands: tuple[Band, ...]
    """The likeliest first."""
    lines: int
    """Long lines of any kind: a page of text has many along it and hardly any across."""


_Place = tuple[int, ...]


class _Line(Struct, frozen=True):
    chord: Chord
    thickness: float
    pitch: float = 0.0
    strength: float = 0.0

    @property
    def place(self) -> _Place:
        """Where it is, coarsely: both masks show most lines."""
        ends = (self.chord.x0, self.chord.y0, self.chord.x1, self.chord.y1)
        return tuple(round(end / _COARSE) for end in ends)

    @property
    def periodic(self) -> bool:
        """Tell whether the ink repeats, at a pitch that suits the height of the characters."""
        fits = _HEIGHT[0] * self.pitch < self.thickness < _HEIGHT[1] * self.pitch
        return fits and self.strength >= _PERIODIC


def find_bands(grey: Grey, work_px: int = WORK_PX) -> Search:
    """Find candidates in a page (uint8, H x W), the likeliest first."""
    small, scale = _small(grey, work_px)
    return _search(small, scale)


def find_oblique_bands(grey: Grey, work_px: int = WORK_PX) -> Iterator[Search]:
    """Find candidates in the oblique directions in which print runs, if it runs in any.

    One search along every direction and one across it. The lines found are in pixels of the
    picture as it is, and may run in any direction, the right way or upside down.
    """
    small, scale = _small(grey, work_px)
    if min(small.shape) < _MIN_BREADTH:
        return
    half = cv2.resize(small, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    for along in oblique_directions(np.asarray(half, np.uint8)):
        for degrees in (along, along - 90):
            level, back = _levelled(small, degrees)
            search = _search(level, 1.0)
            bands = (_moved(band, back / scale) for band in search.bands)
            yield Search(tuple(bands), search.lines)


def _small(grey: Grey, work_px: int) -> tuple[Grey, float]:
    scale = min(1.0, work_px / max(grey.shape))
    if scale == 1:
        return grey, scale
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return np.asarray(small, np.uint8), scale


def _levelled(small: Grey, degrees: int) -> tuple[Grey, Floats]:
    """Turn a picture counterclockwise, with room for its corners; and the 2 x 3 way back."""
    height, width = small.shape
    there = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    cos, sin = abs(there[0, 0]), abs(there[0, 1])
    size = (round(width * cos + height * sin), round(width * sin + height * cos))
    there[:, 2] += (size[0] - width) / 2, (size[1] - height) / 2
    level = cv2.warpAffine(small, there, size, borderValue=float(np.median(small[::8, ::8])))
    back = cv2.invertAffineTransform(there)
    return np.asarray(level, np.uint8), np.asarray(back, np.float32)


def _moved(band: Band, way: Floats) -> Band:
    ends = [way @ (x, y, 1) for c in band.lines for x, y in ((c.x0, c.y0), (c.x1, c.y1))]
    chords = [
        Chord(float(a[0]), float(a[1]), float(b[0]), float(b[1]))
        for a, b in zip(ends[::2], ends[1::2], strict=True)
    ]
    return replace(band, lines=tuple(chords), pitch=band.pitch * float(np.hypot(*way[:, 0])))


def _search(small: Grey, scale: float) -> Search:
    if min(small.shape) < _MIN_BREADTH:
        return Search((), 0)
    print_ = _dark_print(small)
    groups, most = _found_in(print_, _masks(print_))
    if all(len(group) < 2 for group in groups) and most < _PROSE:
        lifted = _lifted(print_)
        washed_out, more = _found_in(lifted, [_faint(_edges(lifted))])
        groups, most = [*groups, *washed_out], max(most, more)
    groups = [group for group in groups if len(group) > 1 or group[0].strength >= _ALONE]
    bands = sorted((_scaled(group, scale) for group in groups), key=lambda band: -band.strength)
    return Search(_apart(bands), most)


def _found_in(print_: Floats, masks: Iterable[Grey]) -> tuple[list[tuple[_Line, ...]], int]:
    """Find stacks of periodic lines, and count the long lines of any kind."""
    groups: list[tuple[_Line, ...]] = []
    most = 0
    known: dict[_Place, _Line] = {}
    for mask in masks:
        lines = _joined(_lines(mask))
        most = max(most, len(lines))
        measured = [known.get(line.place) or _measured(print_, line) for line in lines]
        known |= {line.place: line for line in measured}
        groups += _groups([line for line in measured if line.periodic])
    return groups, most


def _lifted(print_: Floats) -> Floats:
    """Bring print that light washes out to the strength of the print beside it."""
    around = cv2.blur(print_, _NEIGHBOURHOOD)
    return np.asarray(print_ * (_USUAL / (around + _GRAIN)), np.float32)


def _dark_print(small: Grey) -> Floats:
    """Keep what is thin and darker than its paper, as a share of the paper's light.

    Photos, shadows and their edges drop out, and print in the shade counts as much as in the light.
    """
    soft = cv2.GaussianBlur(small, (3, 3), 0)
    paper = cv2.morphologyEx(soft, cv2.MORPH_CLOSE, np.ones(_STROKE[::-1], np.uint8))
    ink = cv2.subtract(paper, soft).astype(np.float32)
    return np.asarray(ink * _PAPER / (paper.astype(np.float32) + _DARK), np.float32)


def _masks(print_: Floats) -> Iterator[Grey]:
    """Mark where upright strokes are dense: first the strong ones, then the faint ones too.

    The energy of the strokes leaves out a guilloche behind the zone; their mere amount finds a
    zone that is fainter than the print around it.
    """
    edges = _edges(print_)
    yield _dense(edges * edges, 400, 25, (21, 1))
    yield _faint(edges)


def _edges(print_: Floats) -> Floats:
    return np.asarray(np.abs(cv2.Scharr(print_, cv2.CV_32F, 1, 0)), np.float32)


def _faint(edges: Floats) -> Grey:
    return _dense(edges, 20, 40, (27, 3))


def _dense(strokes: Floats, floor: float, gain: float, gap: tuple[int, int]) -> Grey:
    dense = cv2.blur(strokes, (9, 4))
    few = cv2.resize(dense, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    around = cv2.resize(cv2.blur(few, (75, 75)), dense.shape[::-1])
    level = cv2.divide(dense, around + floor, scale=gain)
    kind = cv2.THRESH_BINARY | cv2.THRESH_OTSU
    mask = cv2.threshold(cv2.convertScaleAbs(level), 0, 255, kind)[1]
    mask = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones(gap[::-1], np.uint8))
    # beyond the edge nothing is printed: a rule along it is a rule, and no end of a line
    mask = cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((4, 21), np.uint8),
                            borderType=cv2.BORDER_CONSTANT, borderValue=0)  # fmt: skip
    return np.asarray(mask, np.uint8)


def _lines(mask: Grey) -> list[_Line]:
    contours, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    found = (_line(np.asarray(c, np.int32)) for c in contours if len(c) > 80)
    return [line for line in found if line is not None]


def _line(contour: NDArray[np.int32]) -> _Line | None:
    x, y = (contour[:, 0, axis].astype(np.float64) for axis in (0, 1))
    x0, x1 = float(x.min()), float(x.max())
    thickness = cv2.contourArea(contour) / max(1.0, x1 - x0)
    if x1 - x0 < 40 or thickness < 3 or x1 - x0 < 3 * thickness:
        return None
    slope, level = _regression(x, y)
    near = np.abs(y - level - slope * x) < 0.8 * thickness
    if near.sum() > len(x) / 2:  # what hangs on to the line is left aside
        slope, level = _regression(x[near], y[near])
    if abs(slope) > _MAX_SLOPE:
        return None
    return _Line(Chord(x0, level + slope * x0, x1, level + slope * x1), thickness)


def _regression(x: NDArray[np.float64], y: NDArray[np.float64]) -> tuple[float, float]:
    """Lay a line by least squares: its slope, and its height at 0."""
    count, across, down = len(x), float(x.sum()), float(y.sum())
    slope = (float(x @ y) - across * down / count) / (float(x @ x) - across * across / count)
    return slope, (down - slope * across) / count


def _joined(pieces: list[_Line]) -> list[_Line]:
    """Join the pieces of lines that glare or a wide gap has broken."""
    left = sorted(pieces, key=lambda piece: piece.chord.x0)
    whole: list[_Line] = []
    for piece in left:
        for i, other in enumerate(whole):
            level = abs(other.chord.y1 - piece.chord.y0) < 2 * piece.thickness
            if level and _continues(other, piece):
                a, b = other.chord, piece.chord
                thickness = max(other.thickness, piece.thickness)
                whole[i] = _Line(Chord(a.x0, a.y0, max(a.x1, b.x1), b.y1), thickness)
                break
        else:
            whole.append(piece)
    return [line for line in whole if line.chord.length >= _MIN_LENGTH]


def _continues(line: _Line, piece: _Line) -> bool:
    gap = piece.chord.x0 - line.chord.x1
    height = max(line.thickness, piece.thickness)
    if not -height < gap < 4 * height or abs(line.thickness - piece.thickness) > 0.5 * height:
        return False
    longer = line.chord if line.chord.length > piece.chord.length else piece.chord
    middle = piece.chord if longer is line.chord else line.chord
    x = (middle.x0 + middle.x1) / 2
    return abs(longer.level(x) - (middle.y0 + middle.y1) / 2) < 0.5 * height


def _measured(print_: Floats, line: _Line) -> _Line:
    """Find the pitch at which the ink of a line repeats best, and how well it does."""
    chord = line.chord
    width = round(chord.length)
    t = np.linspace(0, 1, width, dtype=np.float32)
    depth = np.arange(-0.6, 0.61, 0.15, dtype=np.float32)[:, None] * line.thickness
    map_x = np.broadcast_to(chord.x0 + t * (chord.x1 - chord.x0), (len(depth), width))
    map_y = chord.y0 + t[None, :] * (chord.y1 - chord.y0) + depth
    strip = cv2.remap(print_, map_x.astype(np.float32), map_y, cv2.INTER_LINEAR)
    ink = np.asarray(strip.mean(0), np.float32)
    shortest, longest = width / _CELLS[1], width / _CELLS[0]
    pitch, strength = _repetition(ink, shortest, longest)
    if strength < _HOPELESS:
        return _Line(chord, line.thickness, pitch, strength)
    # a line seen from the side: its halves repeat at pitches of their own
    half = round(0.55 * width)
    near, far = (_repetition(part, shortest, longest) for part in (ink[:half], ink[-half:]))
    if 1 < max(near[0], far[0]) / min(near[0], far[0]) < _FORESHORTENED:
        both = _HALVES * (near[1] + far[1]) / 2
        if both > strength:
            pitch, strength = (near[0] + far[0]) / 2, both
    return _Line(chord, line.thickness, pitch, strength)


def _repetition(ink: Floats, shortest: float, longest: float) -> tuple[float, float]:
    """Find the lag at which ink repeats best, and its autocorrelation there."""
    even = ink - cv2.blur(ink[None], (2 * round(longest) + 1, 1))[0]
    spread = cv2.blur((even * even)[None], (4 * round(longest) + 1, 1))[0]
    even = even / (np.sqrt(np.maximum(spread, 0)) + 1e-3)  # the filter adds up to a little below
    size = 1 << int(2 * len(even) - 1).bit_length()
    power = np.abs(np.fft.rfft(even, size)) ** 2
    repeats = np.fft.irfft(power)[: len(even)] / (power.mean() + 1e-9)
    lags = np.arange(shortest, longest, 0.25)
    grid = np.arange(len(repeats))
    merit = np.zeros(len(lags))
    for n in (1, 2, 3):  # the share of the line that overlaps itself grows smaller each time
        merit += np.interp(lags * n, grid, repeats) / (1 - n * lags / len(ink)) / 3
    best = int(np.argmax(merit))
    return float(lags[best]), float(merit[best])


def _groups(lines: list[_Line]) -> list[tuple[_Line, ...]]:
    """Stack lines that may belong to one zone: two or three, as tight as characters allow."""
    ordered = sorted(lines, key=lambda line: line.chord.y0 + line.chord.y1)
    stacks: list[list[_Line]] = []
    for line in ordered:
        stack = next((s for s in stacks if _follows(s[-1], line)), None)
        if stack is None:
            stacks.append([line])
        else:
            stack.append(line)
    return [tuple(stack[-3:]) for stack in stacks]


def _follows(upper: _Line, lower: _Line) -> bool:
    pitch = (upper.pitch + lower.pitch) / 2
    if not 0.85 < upper.pitch / lower.pitch < 1.18:
        return False
    if abs(upper.chord.slope - lower.chord.slope) > 0.06:
        return False
    middle = (lower.chord.x0 + lower.chord.x1) / 2
    below = (lower.chord.y0 + lower.chord.y1) / 2 - upper.chord.level(middle)
    shared = min(upper.chord.x1, lower.chord.x1) - max(upper.chord.x0, lower.chord.x0)
    longest = max(upper.chord.length, lower.chord.length)
    return 1.3 * pitch < below < 4.2 * pitch and shared > 0.7 * longest


def _scaled(group: tuple[_Line, ...], scale: float) -> Band:
    x0 = min(line.chord.x0 for line in group)
    x1 = max(line.chord.x1 for line in group)
    chords = tuple(
        Chord(x0 / scale, c.level(x0) / scale, x1 / scale, c.level(x1) / scale)
        for c in (line.chord for line in group)
    )
    pitch = float(np.median([line.pitch for line in group])) / scale
    return Band(chords, pitch, sum(line.strength for line in group))


def _apart(bands: list[Band]) -> tuple[Band, ...]:
    """Drop what has been found before, better."""
    kept: list[Band] = []
    for band in bands:
        if not any(_same(band, other) for other in kept):
            kept.append(band)
    return tuple(kept)


def _same(band: Band, other: Band) -> bool:
    return all(
        any(
            abs(theirs.level((line.x0 + line.x1) / 2) - (line.y0 + line.y1) / 2) < other.pitch
            and line.x0 < theirs.x1
            and theirs.x0 < line.x1
            for theirs in other.lines
        )
        for line in band.lines
    )
