"""What would drawing a page cost: told from its instructions, before a renderer starts.

A renderer cannot be interrupted, and pages of a few bytes hold it for minutes: forms that draw
forms (ISO 32000-2, 8.10), patterns of specks (8.7.3), colours computed point by point (8.7.4.5),
strokes by the million. Costs are in operators; each is a rough upper bound.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream

from docscheck.losses import Trouble
from docscheck.pages.interface import Limits, Unopenable

_DRAWS = re.compile(rb"/([^\s/\[\]()<>{}%]{1,127})\s+Do(?![^\s/\[\]()<>])")
_PAINTS = re.compile(rb"(?<![^\s\])>])(?:[SsFfBb]\*?|f\*|n|sh|Do|T[jJ]|'|\")(?![^\s/\[\](<])")
_MAX_DEPTH = 24
_MAX_FORM_DEPTH = 3
_MAX_ENTRIES = 500
_MAX_CONTENT_STREAMS = 1_000
_MAX_PROGRAM_BYTES = 20_000
"""Of a function that computes colours; programs that write them need some hundreds."""
_MAX_MESH_BYTES = 500_000
"""Some twenty thousand triangles, each of which may cover the page (8.7.4.5.5)."""
_POSTSCRIPT = 4
"""Type of a function that is a program (ISO 32000-2, 7.10.5)."""
_POINTS_PER_TILE = 0.05
"""Squared. Tiles smaller than a quarter of a point both ways are no pattern to an eye."""


def check_cost(page: Object, resources: Object, limits: Limits) -> None:
    """Refuse a page that would take a renderer too long.

    Raises:
        Unopenable: over `limits.max_operators`, or a pattern or colour without end.
        pikepdf.PdfError: an object cannot be read.
    """
    counted = _Counted(limits.max_operators)
    contents = page.get(Name.Contents)
    streams = islice(contents, _MAX_CONTENT_STREAMS) if isinstance(contents, Array) else (contents,)
    data = b"\n".join(_unpacked(s) for s in streams if isinstance(s, Stream))
    if counted.cost(data, resources, 0) > limits.max_operators:
        raise Unopenable(Trouble.LIMIT, "instructions to draw")
    _check_paints(resources, 0, frozenset())


class _Counted:
    """Operators of forms, each counted once and remembered."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._known: dict[tuple[int, int], int] = {}

    def cost(self, data: bytes, resources: object, depth: int) -> int:
        """Operators that `data` comes to, forms within it included; cut at the limit."""
        total = sum(1 for _ in _PAINTS.finditer(data))
        forms = resources.get(Name.XObject) if isinstance(resources, Dictionary) else None
        if not isinstance(forms, Dictionary) or total > self._limit:
            return total
        for found in _DRAWS.finditer(data):
            form = forms.get("/" + found[1].decode("latin-1"))
            if isinstance(form, Stream) and form.get(Name.Subtype) == Name.Form:
                total += self._of_form(form, depth + 1)
            if total > self._limit:
                break
        return total

    def _of_form(self, form: Object, depth: int) -> int:
        if depth > _MAX_DEPTH:
            return 1
        if form.objgen not in self._known:
            # A form inside itself draws nothing (readers stop there).
            self._known[form.objgen] = 1
            self._known[form.objgen] += self.cost(_unpacked(form), form.get(Name.Resources), depth)
        return self._known[form.objgen]


def _check_paints(resources: object, depth: int, masks: frozenset[tuple[int, int]]) -> None:
    """Look at the patterns, shadings and masks of a page and of the forms on it.

    `masks` are those within which these resources are used.
    """
    if not isinstance(resources, Dictionary) or depth > _MAX_FORM_DEPTH:
        return
    for pattern in _values(resources.get(Name.Pattern)):
        _check_tiles(pattern)
        _check_shading(pattern.get(Name.Shading))
        if isinstance(pattern, Stream) and _has_any(pattern.get(Name.Resources), Name.Pattern):
            raise Unopenable(Trouble.LIMIT, "a pattern of patterns")
    for shading in _values(resources.get(Name.Shading)):
        _check_shading(shading)
    for state in _values(resources.get(Name.ExtGState)):
        mask = state.get(Name.SMask)
        group = mask.get(Name.G) if isinstance(mask, Dictionary) else None
        if isinstance(group, Stream):
            if group.objgen in masks:
                raise Unopenable(Trouble.LIMIT, "a mask of itself")
            _check_paints(group.get(Name.Resources), depth + 1, masks | {group.objgen})
    for form in _values(resources.get(Name.XObject)):
        if isinstance(form, Stream) and form.get(Name.Subtype) == Name.Form:
            _check_paints(form.get(Name.Resources), depth + 1, masks)


def _check_tiles(pattern: Object) -> None:
    if pattern.get(Name.PatternType) != 1:
        return
    across, down = (abs(float(pattern.get(key, 0))) for key in (Name.XStep, Name.YStep))
    scale = 1.0
    matrix = pattern.get(Name.Matrix)
    if isinstance(matrix, Array) and len(matrix) == 6:
        a, b, c, d = (float(matrix[n]) for n in range(4))
        scale = abs(a * d - b * c)
    if 0 < across * down * scale < _POINTS_PER_TILE:
        raise Unopenable(Trouble.LIMIT, "tiles of a pattern")


def _check_shading(shading: object) -> None:
    if not isinstance(shading, (Dictionary, Stream)):
        return
    if isinstance(shading, Stream) and len(_unpacked(shading)) > _MAX_MESH_BYTES:
        raise Unopenable(Trouble.LIMIT, "mesh of a shading")
    function = shading.get(Name.Function)
    for one in function if isinstance(function, Array) else (function,):
        if not isinstance(one, Stream) or one.get(Name.FunctionType) != _POSTSCRIPT:
            continue
        if len(_unpacked(one)) > _MAX_PROGRAM_BYTES:
            raise Unopenable(Trouble.LIMIT, "program of a shading")


def _has_any(resources: object, key: Name) -> bool:
    return isinstance(resources, Dictionary) and any(True for _ in _values(resources.get(key)))


def _values(dictionary: object) -> Iterator[Object]:
    if isinstance(dictionary, Dictionary):
        for key in islice(dictionary.keys(), _MAX_ENTRIES):
            value = dictionary[key]
            if isinstance(value, (Dictionary, Stream)):
                yield value


def _unpacked(stream: Object) -> bytes:
    """Unpack a stream whose size was checked (`pdf_bounds`); nothing where it cannot be."""
    try:
        return stream.read_bytes()
    except pikepdf.PdfError:
        return b""
