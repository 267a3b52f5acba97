"""Is a PDF small enough to be handed to the libraries: the limits of R6 that its objects tell.

Before qpdf opens it: cross-reference and object streams, which every reader unpacks whole
(ISO 32000-2, 7.5.7 and 7.5.8). Once it is open: the number of objects, the depth and width of the
page tree (7.7.3), the size of every stream but pictures, and what drawing a page would cost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream

from docscheck.losses import Trouble
from docscheck.pages.inflate import TooLargeError, check_size
from docscheck.pages.interface import Limits, Unopenable
from docscheck.pages.pdf_names import name_of

_STREAM = re.compile(rb"stream\r?\n")
_DICTIONARY_BYTES = 2_048
"""Before the word `stream`, within which its dictionary stands."""
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_STRUCTURAL = (b"/ObjStm", b"/XRef")
_SMALL = 60_000
"""Raw bytes from which no filter makes the limit."""
_MAX_QPDF_OBJECTS = 300_000


def check_raw(data: bytes, limits: Limits) -> None:
    """Look at the streams that hold a file's structure, before any library does.

    Raises:
        Unopenable: one of them unpacks to more than the limit.
    """
    if not any(mark in data for mark in (b"/ObjStm", b"/XRef", b"#")):
        return
    for found in _STREAM.finditer(data):
        head = data[max(0, found.start() - _DICTIONARY_BYTES) : found.start()]
        head = _ESCAPED.sub(lambda m: bytes((int(m[1], 16),)), head.rpartition(b" obj")[2])
        if not any(kind in head for kind in _STRUCTURAL):
            continue
        end = data.find(b"endstream", found.end())
        raw = data[found.end() : end if end >= 0 else len(data)]
        try:
            check_size(raw, ("/FlateDecode",), limits.max_content_bytes)
        except TooLargeError as error:
            raise Unopenable(Trouble.LIMIT, f"structure stream: {error}") from error


def check_objects(pdf: pikepdf.Pdf, limits: Limits) -> None:
    """Look at the page tree and at every stream that is no picture, unpacked one by one.

    Raises:
        Unopenable: too many objects, too deep or wide a tree, or a stream over the limit.
        pikepdf.PdfError: an object cannot be read.
    """
    if len(pdf.objects) > _MAX_QPDF_OBJECTS:
        raise Unopenable(Trouble.LIMIT, f"{len(pdf.objects)} objects")
    _check_tree(pdf.Root.get(Name.Pages), limits)
    for item in pdf.objects:
        if isinstance(item, Stream) and item.get(Name.Subtype) != Name.Image:
            check_stream(item, limits.max_content_bytes)


def check_stream(stream: Object, limit: int) -> int:
    """Give the size of a stream unpacked.

    Raises:
        Unopenable: over the limit.
    """
    try:
        return check_size(stream.read_raw_bytes(), filters_of(stream), limit)
    except TooLargeError as error:
        raise Unopenable(Trouble.LIMIT, f"stream unpacks over the limit: {error}") from error


def filters_of(stream: Object) -> list[str]:
    """Name the filters of a stream, in the order of unpacking."""
    given = stream.get(Name.Filter)
    if given is None:
        return []
    return [name_of(name) for name in given] if isinstance(given, Array) else [name_of(given)]


def _check_tree(root: object, limits: Limits) -> None:
    """Walk the page tree, each node once; one that is met again is a loop or twice in the tree."""
    waiting, met, count = [(root, 1)], set[tuple[int, int]](), 0
    while waiting:
        node, depth = waiting.pop()
        if not isinstance(node, Dictionary):
            continue
        if depth > limits.max_tree_depth:
            raise Unopenable(Trouble.LIMIT, f"page tree deeper than {limits.max_tree_depth}")
        kids = node.get(Name.Kids)
        if not isinstance(kids, Array):
            count += 1
            if count > limits.max_pages:
                raise Unopenable(Trouble.TOO_MANY_PAGES, f"more than {limits.max_pages} pages")
            continue
        if node.is_indirect and node.objgen in met:
            raise Unopenable(Trouble.CORRUPT, "a node twice in the page tree")
        met.add(node.objgen)
        if len(kids) > limits.max_pages:
            raise Unopenable(Trouble.TOO_MANY_PAGES, f"more than {limits.max_pages} pages")
        waiting.extend((kid, depth + 1) for kid in _elements(kids))


def _elements(array: Object) -> Iterator[object]:
    for number in range(len(array)):
        yield array[number]
