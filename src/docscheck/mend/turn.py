"""A page turned upright and its lines made level, without touching what is drawn on it.

A quarter turn is the page's own /Rotate (ISO 32000-2, 7.7.3.3). A lean is turned back by a matrix
before the drawing (8.3.3), clipped to what was seen before, on a page large enough for it: no pixel
is made anew.
"""

from __future__ import annotations

from math import cos, radians, sin

import pikepdf

_Box = tuple[float, float, float, float]


def turn(page: pikepdf.Page, turn_deg: int) -> None:
    """Turn a page clockwise by a multiple of 90 degrees."""
    if turn_deg % 360:
        page.rotate(turn_deg % 360, relative=True)


def mirror(page: pikepdf.Page) -> None:
    """Let left and right change places."""
    left, _, right, _ = _box(page)
    _draw_by(page, f"-1 0 0 1 {left + right:.3f} 0 cm")


def level(page: pikepdf.Page, level_deg: float) -> None:
    """Turn lines that run clockwise by so many degrees back, on a page that holds all of it."""
    box = _box(page)
    left, bottom, right, top = box
    middle_x, middle_y = (left + right) / 2, (bottom + top) / 2
    across, along = cos(radians(level_deg)), sin(radians(level_deg))
    shift_x = middle_x - across * middle_x + along * middle_y
    shift_y = middle_y - along * middle_x - across * middle_y
    matrix = f"{across:.6f} {along:.6f} {-along:.6f} {across:.6f} {shift_x:.3f} {shift_y:.3f} cm"
    clip = f"{left:.3f} {bottom:.3f} {right - left:.3f} {top - bottom:.3f} re W n"
    _draw_by(page, f"{matrix} {clip}")
    half_x = ((right - left) * abs(across) + (top - bottom) * abs(along)) / 2
    half_y = ((right - left) * abs(along) + (top - bottom) * abs(across)) / 2
    larger = [middle_x - half_x, middle_y - half_y, middle_x + half_x, middle_y + half_y]
    page.obj.MediaBox = pikepdf.Array([round(side, 3) for side in larger])
    if pikepdf.Name.CropBox in page.obj:
        del page.obj.CropBox


def _box(page: pikepdf.Page) -> _Box:
    first_x, first_y, last_x, last_y = (float(side) for side in page.cropbox.as_list())
    return min(first_x, last_x), min(first_y, last_y), max(first_x, last_x), max(first_y, last_y)


def _draw_by(page: pikepdf.Page, operators: str) -> None:
    page.contents_add(f"q {operators}\n".encode(), prepend=True)
    page.contents_add(b"\nQ")
