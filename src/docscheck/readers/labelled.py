"""The value that follows a label, stands right of it, or under it.

Question: what is written at "Nom / Surname"? Forms, cards and letters print a label in many ways:
`Nom : DUPONT`, `1. Nom`, `Nom/Surname (1)` with the value underneath, several labels on a line,
dotted leaders, `Nom DUPONT` in one piece. Words and boxes of the page are used, not the layout of
one form. Labels are those of the rule file; all labels of `label_words` besides are known, so that
none of them is taken for a value and a value ends where the next label begins.

It does not guess: what does not look like the kind of value asked for is not taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct
from rapidfuzz.distance import Levenshtein

from docscheck.document import Field, Standing
from docscheck.readers import date_boxes, label_words
from docscheck.readers.cells import Cell, above, aligned_in, below, left_of, part_of, right_of
from docscheck.readers.interface import Reading
from docscheck.readers.label_words import Found
from docscheck.readers.passage import fold
from docscheck.readers.sections import section_of
from docscheck.readers.sheet import Sheet, sheets_of
from docscheck.readers.values import Kind, Value, value_of

ID = "labelled"

_NUMBERING = re.compile(r"[\W_]*(?:\(?\d{1,2}(?:[.,]\d{1,2}){0,2}[a-z]?\)?[.)\-:]?[\W_]*)?")
"""What may stand before a label at the head of a cell: `1. `, `(3) `, `1.6.2 `, a bullet."""
_BOX = re.compile(r"(?<!\S)\d{1,2}(?:[.,]\d{1,2}){1,2}\.?\s*$")
"""The number of a box of a European form, which opens a label anywhere in a line."""
_NUMBER_BEFORE = re.compile(r"\(?\d{1,2}[.)]\s*$")
_DATE_PART = (
    r"(?:j{1,2}|d{1,2}|m{1,2}|[ay]{2,4}|jour|mois|ann[ée]e|an|day|month|year|d[ií]a|mes|a[ñn]o)"
)
_EAST_ASIAN = r"\u0e00-\u0e7f\u3040-\u9fff\uac00-\ud7af"
_MARK = re.compile(
    r"\s*(?:\((?:[se]|\d{1,2})\)|[°º*]|o(?![^\W\d_])|\d{1,2}(?=\s*:)"
    r"|\s*[(\[](?:en|in|em|por|a|na)\s(?:(?:toutes|full)\s)?[^\W\d_]{4,9}[)\]]"
    rf"|\s*[(\[]{_DATE_PART}(?:\s?[-/., ]\s?{_DATE_PART}){{1,2}}[)\]]"
    rf"|\s*[-–—]\s*+(?:[{_EAST_ASIAN}][{_EAST_ASIAN} ]*+|(?<= ))$)*",
    re.IGNORECASE,
)
"""What may stick to the end of a label: `(s)`, `(1)`, `°`, the number of a footnote, how a date is
to be written (`(jj/mm/aaaa)`, `(en lettres)`), or the label in an East Asian script:
`Surname - 姓`."""
_BETWEEN_LANGUAGES = re.compile(r"\s*[/|\-–—(]\s*\(?")
_OTHER_SCRIPTS = re.compile(r"[^A-Za-z\u00c0-\u024f]*")
"""Before a label in Latin letters the same label may stand in letters of another script."""
_OTHER_LANGUAGE = re.compile(r"[^\W\d_][^\d:/]{2,30}/\s*")
"""Before a label that ends its cell, the same label in a language that has no list here."""
_SEPARATORS = re.compile(r"[\s:;.…_=>•·*|/)\-–—]*")
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff]")
_LATIN = 0x24F
"""Code of the last letter of the Latin alphabets."""
_DAY = re.compile(r"\d|[li|]er ")
"""How a date begins; `ler` is what pixels make of `1er`."""
_DATE = re.compile(
    r"(?:\d{1,2}|[1li]er)(?:\s?[./-]\s?\d{1,2}\s?[./-]\s?|\s[^\W\d]{3,10}\.?\s)\d{4}\b"
)
"""A whole date at the head of a line."""
_SHORT_OF_A_DATE = 18
"""Characters of a date that lacks its end: `31 décembre`."""
_SLIPS = 2
"""Letters of a long label that may be misread before it could be a value."""
_STRONG_LABEL = 8
"""Letters from which a label inside a sentence is one even without a colon."""


_SAME_EDGE = 2.5
"""Characters of the small print of a label by which slanting photographs part edges."""


class Settings(Struct, frozen=True):
    """Settings of the `labelled` reader."""

    labels: tuple[str, ...]
    """As printed, in any language; case, accents and signs do not matter."""
    kind: Kind = "text"
    """What the value looks like: `name`, `date`, `number`, `place`, `country`, `sex`, `text`."""
    pattern: str = ""
    """Regular expression the whole value must match, blanks removed (kind `number` and `text`)."""
    order: Literal["day", "month", "any"] = "any"
    """Of dates in digits: day first, month first, or not known."""
    section: Literal["", "child", "parent"] = ""
    """Whose part of a form the label must stand in; empty for any."""


def read(reading: Reading, name: str, settings: Settings) -> Iterator[Field]:
    """Yield the values at the labels, in reading order, each value once."""
    seen: set[str] = set()
    for sheet in sheets_of(reading):
        for cell, value in _values(sheet, reading, settings):
            if value.text not in seen:
                seen.add(value.text)
                standing = Standing.READ if value.sure else Standing.GUESSED
                yield cell.passage.field(name, value.text, value.span, standing, value.alternatives)


def _values(sheet: Sheet, reading: Reading, settings: Settings) -> Iterator[tuple[Cell, Value]]:
    wanted = label_words.vocabulary(settings.labels)
    for site in sites(sheet, wanted, settings.kind):
        if settings.section and section_of(site.cell, sheet.cells) != settings.section:
            continue
        for place, span in site.places:
            value = value_of(place.text, span, settings, reading.today)
            if value and not _is_known_label(value.text, wanted):
                yield place, value
                break
            if boxes := _in_boxes(place, span, sheet, settings, reading):
                yield boxes
                break
        else:
            if settings.kind == "date" and (cut := _over_the_edge(site, sheet, settings, reading)):
                yield site.cell, cut


def _in_boxes(
    place: Cell, span: tuple[int, int], sheet: Sheet, settings: Settings, reading: Reading
) -> tuple[Cell, Value] | None:
    """Return a date whose parts, or digits, stand in boxes from there on to the right."""
    if settings.kind != "date":
        return None
    found = date_boxes.date_from(part_of(place, *span), sheet.cells)
    if found is None:
        return None
    cell, written = found
    value = value_of(written, (0, len(written)), settings, reading.today)
    return (cell, Value(value.text, (0, len(cell.text)), value.alternatives)) if value else None


def _over_the_edge(site: Site, sheet: Sheet, settings: Settings, reading: Reading) -> Value | None:
    """Return the date after a label that goes on in the next line: `jusqu'au 31`, `août 2027`."""
    head = site.cell.text[site.label.end :]
    rest = next((c.text for c in sheet.cells if c.row == site.cell.row + 1), "")
    if not _DAY.match(head.strip()) or len(head) > _SHORT_OF_A_DATE:
        return None
    value = value_of(f"{head.strip()} {rest}", (0, len(head) + len(rest)), settings, reading.today)
    if value is None or value.span[0] > 0:
        return None
    span = (site.label.end, len(site.cell.text))
    return Value(value.text, span, value.alternatives, value.sure)


class Site(Struct, frozen=True):
    """A label and where its value may stand, best first."""

    cell: Cell
    label: Found
    places: tuple[tuple[Cell, tuple[int, int]], ...]

    @property
    def before(self) -> str:
        """What stands before the label in its cell, folded."""
        return fold(self.cell.text[: self.label.start])

    @property
    def after(self) -> str:
        """What follows the label in its cell, folded."""
        return fold(self.cell.text[self.label.end :])


def _is_known_label(value: str, wanted: frozenset[str]) -> bool:
    spelt = label_words.letters(value)
    known = label_words.KNOWN_LETTERS | wanted
    return spelt in known or (
        len(spelt) >= _STRONG_LABEL
        and any(
            spelt[0] == label[:1]
            and Levenshtein.distance(spelt, label, score_cutoff=_SLIPS) <= _SLIPS
            for label in known
        )
    )


def sites(sheet: Sheet, wanted: frozenset[str], kind: Kind) -> Iterator[Site]:
    """Yield the labels of a `vocabulary` on the page, in reading order."""
    if not sheet.has(wanted):
        return
    cells = sheet.cells
    found = sheet.labels(wanted)
    labels = labels_on(sheet, wanted)
    upward = sheet.values_above(labels)
    for number in sorted(found):
        cell = cells[number]
        for index, label in enumerate(found[number]):
            if label.label not in wanted:
                continue
            sentence = kind == "date" and id(cell) not in labels
            if sentence and (ahead := _at_the_edge(cell, label, cells)):
                yield Site(cell, label, ((ahead, (0, len(ahead.text))),))
            elif _stands_as_label(cell.text, label, kind):
                places = tuple(_places(cell, found[number], index, cells, labels, upward=upward))
                yield Site(cell, label, places)


def _at_the_edge(cell: Cell, label: Found, cells: Sequence[Cell]) -> Cell | None:
    """Return the head of the next line after a label that ends a sentence's line, if it is a date:
    `du 12/11/2026 au` and below, at the margin, `11/02/2027`.
    """
    if cell.text[label.end :].strip() or not cell.text[: label.start].strip():
        return None
    row = [c for c in cells if c.row == cell.row + 1]
    # What stands further left than the sentence may be a mark on the table or in the margin.
    aligned = (c for c in row if abs(c.box.left - cell.box.left) <= _SAME_EDGE * cell.character)
    ahead = next(aligned, row[0] if row else None)
    begins = ahead is not None and ahead.box.left < cell.box.right and _DATE.match(ahead.text)
    return ahead if begins else None


def labels_on(sheet: Sheet, wanted: frozenset[str]) -> frozenset[int]:
    """Return the `id` of each cell that is a label: one of a `vocabulary`, or any known one."""
    cells = sheet.cells
    return frozenset(
        id(cells[n]) for n, here in sheet.labels(wanted).items() if is_label(cells[n].text, here)
    )


def is_label(text: str, found: Sequence[Found]) -> bool:
    """Tell whether a cell opens with a label and is not a value that merely begins like one."""
    if not found or not _opens(text, found[0]):
        return False
    end = _MARK.match(text, found[0].end)
    rest = text[end.end() if end else found[0].end :].strip()
    return not rest.strip(" .:;_*)-–—") or rest[0] in ":/(|"


def _opens(text: str, label: Found) -> bool:
    """Tell whether nothing stands before a label but its number, or itself in another script or
    language.
    """
    if _NUMBERING.fullmatch(text, 0, label.start):
        return True
    before = text[: label.start]
    if _OTHER_LANGUAGE.fullmatch(before) and not text[label.end :].strip(" .:;*)"):
        return True
    return _OTHER_SCRIPTS.fullmatch(before) is not None and any(
        c.isalpha() and ord(c) > _LATIN for c in before
    )


def _stands_as_label(text: str, label: Found, kind: Kind) -> bool:
    """Tell a label from the same word in a sentence ("au nom de"); `né le 12` is one for a date."""
    if _NUMBERING.fullmatch(text, 0, label.start):
        return True
    rest = text[label.end :].lstrip()
    before = text[: label.start].rstrip()
    return (
        rest.startswith(":")
        or (kind == "date" and _DAY.match(rest) is not None)
        or before.endswith(("/", "|", "-", ":", ";", ","))
        or _BOX.search(before) is not None
        or len(label.label) >= _STRONG_LABEL
    )


def _places(
    cell: Cell,
    found: Sequence[Found],
    index: int,
    cells: Sequence[Cell],
    labels: frozenset[int],
    *,
    upward: bool,
) -> Iterator[tuple[Cell, tuple[int, int]]]:
    """Yield where the value may stand: after the label, right of it, under it (or over it)."""
    start, last = _end_of_label(cell.text, found, index)
    end = next((f.start for f in found[last + 1 :] if _cuts(cell.text, f)), len(cell.text))
    # What is left before the next label may be no more than its number: `6. Place of birth`.
    numbering = end < len(cell.text) and _NUMBERING.fullmatch(cell.text, start, end)
    if cell.text[start:end].strip(" .:;_()") and not numbering:
        yield cell, (start, end)
        # `Du/From/Vom`: after a slash it may be the label in one more language.
        if "/" not in cell.text[found[last].end : start]:
            return
    if end == len(cell.text) and not upward:
        leftward = _RIGHT_TO_LEFT.match(found[last].label) is not None
        beside = next((left_of if leftward else right_of)(cell, cells), None)
        if beside and id(beside) not in labels and not _heads(beside, cell, cells, labels):
            yield beside, (0, len(beside.text))
    own = part_of(cell, _head_of_label(cell.text, found, index), end)
    near = next((above if upward else below)(own, cells), None)
    if near is None and id(cell) not in labels:
        # A sentence goes on at the left margin of its next line.
        near = next(below(cell, cells), None)
    if near and id(near) not in labels:
        yield near, (0, len(near.text))
    if near is None or id(near) not in labels:
        for other, begin in aligned_in(own, cells, upward=upward):
            if id(other) not in labels:
                yield other, (begin, len(other.text))


def _head_of_label(text: str, found: Sequence[Found], index: int) -> int:
    """Return where the label begins, with its number and its languages before this one."""
    while index > 0:
        before = found[index - 1]
        mark = _MARK.match(text, before.end)
        if not _BETWEEN_LANGUAGES.fullmatch(text, mark.end() if mark else 0, found[index].start):
            start = found[index].start
            number = _NUMBER_BEFORE.search(text, 0, start)
            return number.start() if number else start
        index -= 1
    return 0


def _heads(value: Cell, label: Cell, cells: Sequence[Cell], labels: frozenset[int]) -> bool:
    """Tell whether another label stands right above the value, at the same left edge."""
    return any(
        id(other) in labels
        and other is not label
        and abs(other.box.left - value.box.left) <= _SAME_EDGE * other.character
        and value in below(other, cells)
        for other in cells
    )


def _end_of_label(text: str, found: Sequence[Found], index: int) -> tuple[int, int]:
    """Return where the value may begin, past marks and the label's other languages."""
    end = found[index].end
    while True:
        if mark := _MARK.match(text, end):
            end = mark.end()
        other = found[index + 1] if index + 1 < len(found) else None
        if other is None or not _BETWEEN_LANGUAGES.fullmatch(text, end, other.start):
            break
        end, index = other.end, index + 1
    separators = _SEPARATORS.match(text, end)
    return (separators.end() if separators else end), index


def _cuts(text: str, label: Found) -> bool:
    """Tell whether a label inside the rest of a cell ends the value before it."""
    rest = text[label.end :].lstrip(" ()s°")
    return rest.startswith((":", "/")) or len(label.label) >= _STRONG_LABEL
