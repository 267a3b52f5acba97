"""Does a page that nobody recognised go on with the paper before it?

The last page of a record, its marginal notes, conditions on the back have no title of their own:
hardly a word, the number of the page, a letterhead or a footer that both pages share, or running
text that begins without a heading. Words under a heading of their own are another paper, even when
nobody knows which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from statistics import median

from docscheck.document import Line, PageText
from docscheck.readers.passage import fold

_FEW_WORDS = 15
"""Of stamps and signatures; a paper of its own says more."""
_NUMBERED = re.compile(
    r"\b(?:page|p|seite|pagina|hoja|folha|feuillet|sheet)\.? ?[2-9]\b"
    r"|^\W*[2-9] ?(?:/|sur|of|de|von) ?[2-9]\W*$"
)
_MIN_SHARED_LETTERS = 12
"""Of a line that stands on both pages: a name is shorter, and on all papers of one person."""
_HEADING_RATIO = 1.3
"""Height of a heading against the usual line; capitals alone make 1.2."""
_TOP_OF_PAGE = 0.35
_MIN_HEADING_LETTERS = 6


def goes_on(before: Sequence[PageText], here: PageText | None) -> bool:
    """Whether the words of a page are of the paper whose pages are `before`."""
    if here is None or sum(len(line.words) for line in here.lines) < _FEW_WORDS:
        return True
    if any(_NUMBERED.search(fold(line.text)) for line in here.lines):
        return True
    known = {line for text in before for line in _letters(text.lines)}
    return not known.isdisjoint(_letters(here.lines)) or not _has_heading(here)


def _letters(lines: Sequence[Line]) -> Iterator[str]:
    for line in lines:
        letters = "".join(c for c in fold(line.text) if c.isalpha())
        if len(letters) >= _MIN_SHARED_LETTERS:
            yield letters


def _has_heading(text: PageText) -> bool:
    heights = [line.box.bottom - line.box.top for line in text.lines]
    tall = _HEADING_RATIO * median(heights)
    return any(
        height >= tall
        and line.box.top <= _TOP_OF_PAGE
        and sum(map(str.isalpha, line.text)) >= _MIN_HEADING_LETTERS
        for line, height in zip(text.lines, heights, strict=True)
    )
