"""Words by where they lie: of a piece and the page it was cut from, of two readings of one page."""

from __future__ import annotations

from msgspec.structs import replace

from docscheck.document import Box, Line, PageText


def within(box: Box, place: Box) -> Box:
    """Turn fractions of a piece into fractions of what it was cut from.

    >>> within(Box(0.5, 0.0, 1.0, 1.0), Box(0.0, 0.0, 0.5, 0.5))
    Box(left=0.25, top=0.0, right=0.5, bottom=0.5)
    """
    wide, high = place.right - place.left, place.bottom - place.top
    return Box(
        place.left + box.left * wide,
        place.top + box.top * high,
        place.left + box.right * wide,
        place.top + box.bottom * high,
    )


def text_within(text: PageText, place: Box) -> PageText:
    """Turn the boxes of a text read from a piece into boxes of what it was cut from."""
    lines = (
        Line(tuple(replace(word, box=within(word.box, place)) for word in line.words))
        for line in text.lines
    )
    return replace(text, lines=tuple(lines))


def holds(place: Box, box: Box) -> bool:
    """Tell whether the middle of `box` lies in `place`."""
    across, down = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    return place.left <= across <= place.right and place.top <= down <= place.bottom


def with_lost_lines(text: PageText, other: PageText) -> PageText:
    """Add the words of another reading that lie where no word was read."""
    known = [word.box for line in text.lines for word in line.words]
    lost = (
        tuple(word for word in line.words if not any(holds(box, word.box) for box in known))
        for line in other.lines
    )
    lines = (*text.lines, *(Line(words) for words in lost if words))
    return replace(text, lines=tuple(sorted(lines, key=lambda line: line.box.top)))
