"""Find machine-readable lines in the text of a page, as a text layer or an OCR engine gives it.

Engines put blanks into the lines, read fillers as `«`, `(` or as runs of K, C or L, and lose or add
fillers at the end of a line. Names and optional data end in fillers, so a line of nearly the right
length is brought to the length of its shape there and nowhere else.

Source of the sizes: ICAO 9303 parts 4 to 7. It does not judge: what it yields are candidates, to be
parsed and checked by `mrz.parse`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docscheck.readers.mrz_shapes import SIZES

_FILLERS = str.maketrans(dict.fromkeys("«‹({[≤〈＜", "<"))
_NOT_IN_ZONE = re.compile(r"[^A-Z0-9<]")
_NOISE = re.compile(r"[KCLSX]{3,}|[KCLSEX]|(?:K+|C+|L+|E+|S+)")
_GLUED_NOISE = re.compile(r"(?:(?<=[ABD-JM-Z])|(?<=(?<![A-Z])[KCL]))[KCL]{4,}+$")
"""From the first K, C or L of the row, or the second where no other letter is before it."""
_FIRST_LINE = re.compile(r"[PVIACT1][A-Z0-9<][A-Z0-9<]{3}")

SLACK = 6
"""Characters a line may be short or long: engines swallow fillers more than letters."""
_LOST_FILLERS = 16
"""A names line may be shorter still: it ends in one long run of fillers."""
MIN_LENGTH = 22
_TELLING = 6
"""Digits and fillers of a line in a zone: the fewest are in a names line that is full."""
_TD1_ROWS = 3


def find_in_text(lines: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Return the groups of consecutive lines that could be a zone, each fitted to a known size."""
    return tuple(candidate for _, candidate in find_with_positions(lines))


def find_with_positions(lines: Sequence[str]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the index of the first line of each candidate, and its fitted lines."""
    kept = [(i, squeezed) for i, line in enumerate(lines) if (squeezed := _squeeze(line))]
    for place in range(len(kept)):
        for rows, columns in SIZES:
            group = kept[place : place + rows]
            if len(group) == rows and (fitted := _fit([text for _, text in group], columns)):
                yield group[0][0], fitted


def _squeeze(line: str) -> str:
    """Return the line without blanks if it may belong to a zone, else an empty string."""
    text = "".join(line.split()).translate(_FILLERS)
    # Zones are printed in capitals: small letters are prose, or fillers read as "c".
    if sum(c.islower() and c not in "cek" for c in text) > len(text) // 10:
        return ""
    text = _NOT_IN_ZONE.sub("", text.upper())
    telling = text.count("<") + sum(c.isdigit() for c in text)
    return text if len(text) >= MIN_LENGTH and telling >= _TELLING else ""


def _fit(lines: Sequence[str], columns: int) -> tuple[str, ...] | None:
    names = 2 if len(lines) == _TD1_ROWS else 0
    for row, line in enumerate(lines):
        lost = _LOST_FILLERS if row == names else SLACK
        if not columns - lost <= len(line) <= columns + SLACK:
            return None
    # Lines that fit a narrower zone better are not a wide one with fillers lost.
    nearest = min((44, 36, 30), key=lambda c: sum(abs(len(line) - c) for line in lines))
    if columns != nearest or not _FIRST_LINE.match(lines[0]):
        return None
    return tuple(
        _fit_names(line, columns) if row == names else _fit_data(line, columns)
        for row, line in enumerate(lines)
    )


def _fit_names(line: str, columns: int) -> str:
    """Replace the noise after the last name by fillers, up to the width of the zone."""
    tokens = re.split("(<+)", _GLUED_NOISE.sub("", line))
    surname_ends = next((i for i, piece in enumerate(tokens) if piece == "<<"), len(tokens))
    while len(tokens) > surname_ends + 2 and (_NOISE.fullmatch(tokens[-1]) or not tokens[-1]
                                              or tokens[-1][0] == "<"):  # fmt: skip
        tokens.pop()
    return "".join(tokens).ljust(columns, "<")[:columns]


def _fit_data(line: str, columns: int) -> str:
    """Lengthen or shorten the longest run of fillers, or the end where there is none."""
    missing = columns - len(line)
    runs = list(re.finditer("<+", line))
    if not missing or not runs:
        return line.ljust(columns, "<")[:columns]
    longest = max(runs, key=lambda run: len(run[0]))
    width = len(longest[0]) + missing
    return (line[: longest.start()] + "<" * max(width, 0) + line[longest.end() :])[:columns].ljust(
        columns, "<"
    )
