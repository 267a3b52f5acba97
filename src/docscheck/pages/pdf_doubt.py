"""Which words of a text layer might an eye read differently?

Most pages answer from their drawing alone: each font's letters look like what they are said to be
(`glyph_shapes`). What is left is for reading: a font that draws other letters or ones of odd
shape, words never drawn that claim to tell a picture, words under a picture that may hide them,
words printed over other words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from docscheck.document import Box, Word
from docscheck.pages.glyph_shapes import COMPARED, bears_out
from docscheck.pages.interface import Doubt, Pixels
from docscheck.pages.pdf_layout import Layout
from docscheck.pages.pdf_text import Frame, LayerWord, Rectangle, covers

_BORNE_OUT = 0.7
"""Of the letters of a font. Print of common faces reaches 0.8 to 1; of other letters, 0.1."""
_FEW_LETTERS = 4
"""So few different letters say nothing of a font, and no value that decides is written in them."""
_ENOUGH_LETTERS = 24
"""Of which chance bears out seven in ten less than once in a million."""
_LEVEL_DEG = 5.0
"""Words that run otherwise, as around a stamp, are no lines that could be read."""
_SAME_SIZE = 1.5
_CELL = 0.01
"""Of the page: two words whose centres fall this close lie on each other."""

Pair = tuple[LayerWord, Word]


def doubts_of(
    pairs: Sequence[Pair], frame: Frame, layout: Layout, drawings: Sequence[Callable[[], Pixels]]
) -> tuple[Doubt, ...]:
    """Group the words in doubt by their reason; words that run askew are left out.

    Args:
        pairs: words of the layer with where they are seen.
        frame: maps points to the upright page.
        layout: what else stands on the page.
        drawings: the upright page in grey, the finer ones only for what the first leave in doubt.
    """
    level = [pair for pair in pairs if _is_level(pair[0], frame)]
    apart = {id(pair) for pair in level if not pair[0].drawn or _may_be_under(pair[0], layout)}
    claimed = [pair for pair in level if id(pair) in apart]
    drawn = [pair for pair in level if id(pair) not in apart]
    fonts = _by_font(drawn)
    for drawing in drawings:
        fonts = _odd(fonts, frame, drawing()) if fonts else fonts
    groups = [claimed, _on_each_other(drawn), *fonts]
    return tuple(
        Doubt(tuple(word for _, word in group), drawn=group is not claimed)
        for group in groups
        if group
    )


def _is_level(word: LayerWord, frame: Frame) -> bool:
    askew = (word.angle_deg + frame.turn_deg + 180) % 360 - 180
    return abs(askew) <= _LEVEL_DEG


def _may_be_under(word: LayerWord, layout: Layout) -> bool:
    """Whether an image was drawn after the word and over it; it may be clear, as a signature is."""
    drawn = layout.text_order.get(word.item)
    if drawn is None:
        return False
    images = zip(layout.images, layout.image_order, strict=True)
    return any(order > drawn and covers(image, word.rectangle) for image, order in images)


def _on_each_other(pairs: Sequence[Pair]) -> list[Pair]:
    """Words of other letters in one place; the same word twice is how bold is made."""
    places: dict[tuple[int, int], list[Pair]] = defaultdict(list)
    for pair in pairs:
        x, y = _centre(pair[1].box)
        places[round(x / _CELL), round(y / _CELL)].append(pair)
    return [pair for near in places.values() if len(near) > 1 and _differ(near) for pair in near]


def _differ(near: Sequence[Pair]) -> bool:
    return any(
        one.text != other.text and _alike(one.box, other.box)
        for number, (_, one) in enumerate(near)
        for _, other in near[number + 1 :]
    )


def _alike(one: Box, other: Box) -> bool:
    heights = sorted((one.bottom - one.top, other.bottom - other.top))
    (x0, y0), (x1, y1) = _centre(one), _centre(other)
    inside = one.left < x1 < one.right and other.left < x0 < other.right
    return inside and abs(y0 - y1) < heights[0] / 2 and heights[1] < heights[0] * _SAME_SIZE


def _centre(box: Box) -> tuple[float, float]:
    return (box.left + box.right) / 2, (box.top + box.bottom) / 2


def _by_font(pairs: Sequence[Pair]) -> list[list[Pair]]:
    fonts: dict[int, list[Pair]] = defaultdict(list)
    for pair in pairs:
        fonts[pair[0].font].append(pair)
    return list(fonts.values())


def _odd(fonts: Sequence[list[Pair]], frame: Frame, drawing: Pixels) -> list[list[Pair]]:
    """Keep the fonts whose letters do not look like what they are said to be."""
    samples = [_letters(words, frame) for words in fonts]
    answers = iter(bears_out(drawing, [letter for sample in samples for letter in sample]))
    told = [[next(answers) for _ in sample] for sample in samples]
    return [words for words, found in zip(fonts, told, strict=True) if _is_odd(found)]


def _is_odd(found: Sequence[bool | None]) -> bool:
    told = [answer for answer in found if answer is not None]
    return len(told) >= _FEW_LETTERS and sum(told) < _BORNE_OUT * len(told)


def _letters(pairs: Sequence[Pair], frame: Frame) -> list[tuple[str, Box]]:
    """Take enough letters, each where it is tallest: every digit, then in the order of the page."""
    found: dict[str, tuple[float, Rectangle]] = {}
    for word, _ in pairs:
        for letter, ink in word.letters:
            high = ink[3] - ink[1]
            if letter in COMPARED and (letter not in found or high > found[letter][0]):
                found[letter] = high, ink
    chosen = sorted(found, key=str.isalpha)[:_ENOUGH_LETTERS]
    return [(letter, frame.box(found[letter][1])) for letter in chosen]
