"""What could a PDF do besides being read: which kinds of active content does it hold.

ISO 32000-2: actions (12.6), annotations (12.5), embedded files (7.11.4), forms and signatures
(12.7). Active content is named, never run, extracted or fetched.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import pikepdf
from pikepdf import Array, Dictionary, Name, Object

from docscheck.pages.pdf_names import name_of

STRUCTURE_ERRORS = (
    pikepdf.PdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, RuntimeError,
    NotImplementedError, OverflowError, RecursionError,
)  # fmt: skip
"""What pikepdf raises on malformed objects: its own errors, and Python's for wrong types."""
_ATTACHES = ("/FileAttachment", "/RichMedia", "/Movie", "/Sound", "/3D")
"""Annotations that carry another file."""
_MAX_ANNOTATIONS = 500
_MAX_FIELDS = 1_000
_MAX_ACTIONS = 100
"""Of one chain (ISO 32000-2, 12.6.2: /Next)."""
_MAX_OUTLINE = 1_000
_ACTIONS = {
    "/JavaScript": "javascript",
    "/Launch": "launch",
    "/GoToR": "launch",
    "/GoToE": "launch",
    "/URI": "uri",
    "/ImportData": "launch",
    "/SubmitForm": "uri",
}
_SIGNATURES_EXIST = 1
"""Bit 1 of /SigFlags (ISO 32000-2, table 225)."""


def list_active(pdf: pikepdf.Pdf, page_count: int) -> tuple[str, ...]:
    """Name the kinds of active content in the catalogue and on the first pages, sorted."""
    kinds = set(_active_in_catalogue(pdf.Root))
    for index in range(page_count):
        kinds.update(_active_on_page(pdf, index))
    return tuple(sorted(kinds))


def is_signed(root: Object) -> bool:
    """Tell whether a form of the catalogue holds a signature (ISO 32000-2, 12.7.5.5)."""
    form = root.get(Name.AcroForm)
    if not isinstance(form, Dictionary):
        return False
    flags: object = form.get(Name.SigFlags)
    listed = form.get(Name.Fields)
    if isinstance(flags, int) and flags & _SIGNATURES_EXIST:
        return True
    fields = islice(listed, _MAX_FIELDS) if isinstance(listed, Array) else ()
    return any(
        isinstance(f, Dictionary) and f.get(Name.FT) == Name.Sig and Name.V in f for f in fields
    )


def _active_in_catalogue(root: Object) -> Iterator[str]:
    for action in (root.get(Name.OpenAction), *list_values(root.get(Name.AA))):
        yield from _kinds_of_action(action)
    yield from _active_in_outline(root)
    names = root.get(Name.Names)
    if isinstance(names, Dictionary):
        if Name.JavaScript in names:
            yield "javascript"
        if Name.EmbeddedFiles in names:
            yield "attachment"
    if Name.AF in root or Name.Collection in root:
        yield "attachment"
    form = root.get(Name.AcroForm)
    if isinstance(form, Dictionary):
        fields = form.get(Name.Fields)
        if isinstance(fields, Array) and len(fields):
            yield "form"
        if Name.XFA in form:
            yield "xfa"


def _active_on_page(pdf: pikepdf.Pdf, index: int) -> Iterator[str]:
    try:
        page = pdf.pages[index].obj
        for action in list_values(page.get(Name.AA)):
            yield from _kinds_of_action(action)
        for annotation in list_annotations(page):
            if name_of(annotation.get(Name.Subtype)) in _ATTACHES:
                yield "attachment"
            yield from _kinds_of_action(annotation.get(Name.A))
            for action in list_values(annotation.get(Name.AA)):
                yield from _kinds_of_action(action)
    except STRUCTURE_ERRORS:
        # Malformed annotations hide nothing a renderer would run; the page itself is judged later.
        return


def _kinds_of_action(action: object) -> Iterator[str]:
    """Name an action and those that follow it; a chain may come back to itself."""
    waiting: list[object] = [action]
    for _ in range(_MAX_ACTIONS):
        if not waiting:
            return
        one = waiting.pop()
        if not isinstance(one, Dictionary):
            continue
        kind = _ACTIONS.get(name_of(one.get(Name.S)))
        if kind:
            yield kind
        if Name.JS in one:
            # Renditions may carry a script as well (12.6.4.14).
            yield "javascript"
        following = one.get(Name.Next)
        if isinstance(following, Array):
            waiting.extend(islice(following, _MAX_ACTIONS))
        else:
            waiting.append(following)


def _active_in_outline(root: Object) -> Iterator[str]:
    """Look at the first entries of the table of contents (12.3.3), whatever way they are linked."""
    outline = root.get(Name.Outlines)
    waiting: list[object] = [outline.get(Name.First)] if isinstance(outline, Dictionary) else []
    for _ in range(_MAX_OUTLINE):
        if not waiting:
            return
        entry = waiting.pop()
        if isinstance(entry, Dictionary):
            yield from _kinds_of_action(entry.get(Name.A))
            waiting.extend((entry.get(Name.Next), entry.get(Name.First)))


def list_values(dictionary: object) -> Iterator[Object]:
    """Yield the first values of what should be a dictionary."""
    if isinstance(dictionary, Dictionary):
        for key in islice(dictionary.keys(), _MAX_ANNOTATIONS):
            yield dictionary[key]


def list_annotations(page: Object) -> Iterator[Object]:
    """Yield the first annotations of a page (ISO 32000-2, 12.5)."""
    listed = page.get(Name.Annots)
    if isinstance(listed, Array):
        for annotation in islice(listed, _MAX_ANNOTATIONS):
            if isinstance(annotation, Dictionary):
                yield annotation
