"""Pages taken out of a PDF with what is seen on them and nothing else.

A page is copied into a new file with a short list of its keys, so that whatever belongs to the
document stays behind without being looked for: scripts, actions, attachments, names, outlines,
author and dates. What a filled-in form or a stamp shows is drawn into the page first. Layers keep
their state, or hidden ones would show. (ISO 32000-2: 7.7.3 pages, 12.5 annotations, 12.7 forms,
8.11 layers, 14.3 metadata.)
"""

from __future__ import annotations

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream

from docscheck.losses import Trouble
from docscheck.mend.jpeg import is_by_camera, without_metadata
from docscheck.pages.interface import Unopenable
from docscheck.pages.pdf_active import list_annotations
from docscheck.pages.pdf_bounds import filters_of
from docscheck.pages.pdf_names import name_of

_KEPT = frozenset(
    {
        *("/Type", "/Parent", "/MediaBox", "/CropBox", "/Rotate", "/Resources", "/Contents"),
        *("/UserUnit", "/Group"),
    }
)
"""What says how a page looks."""
_BESIDE = ("/Metadata", "/PieceInfo", "/LastModified", "/StructParents", "/StructParent")
"""What objects of a page carry besides what they draw."""
_SHOWS = ("/Widget", "/Stamp", "/FreeText", "/Ink", "/Highlight", "/Square", "/Circle", "/Line",
          "/Underline", "/StrikeOut", "/Squiggly", "/Polygon", "/PolyLine", "/Caret")  # fmt: skip
"""Annotations that are part of what is seen; the others lead somewhere or carry something."""


def make_bare(pdf: pikepdf.Pdf) -> bool:
    """Leave on the pages of an opened file what is seen; say whether anything was taken away.

    Raises:
        Unopenable: what a form shows is drawn by the viewer, and nobody else can.
    """
    taken = _without_leading_annotations(pdf)
    if any(True for page in pdf.pages for _ in list_annotations(page.obj)):
        _refuse_undrawn(pdf)
        pdf.flatten_annotations("screen")
        taken = True
    for page in pdf.pages:
        for key in list(page.obj.keys()):
            if key not in _KEPT:
                del page.obj[key]
    return taken


def layers_of(pdf: pikepdf.Pdf) -> Object | None:
    """Give what says which layers are seen; `None` where there are none."""
    found = pdf.Root.get(Name.OCProperties)
    return pdf.make_indirect(found) if isinstance(found, Dictionary) else None


def has_metadata(pdf: pikepdf.Pdf) -> bool:
    """Say whether a file tells of its author, its dates, its programs."""
    return Name.Metadata in pdf.Root or bool(len(pdf.docinfo))


def drop_beside(pdf: pikepdf.Pdf, *, as_photo: bool = False) -> bool:
    """Take from all objects what does not draw, from pictures place and camera; say if any did.

    `as_photo`: see `Order.as_photo`.
    """
    taken = False
    for item in pdf.objects:
        if not isinstance(item, Dictionary | Stream):
            continue
        for key in _BESIDE:
            if key in item:
                del item[key]
                taken = taken or key in ("/Metadata", "/PieceInfo")
        if isinstance(item, Stream) and item.get(Name.Subtype) == Name.Image:
            taken = _picture_only(item, as_photo) or taken
    return taken


def _picture_only(image: Stream, as_photo: bool) -> bool:
    if filters_of(image) != ["/DCTDecode"]:
        return False
    raw = image.read_raw_bytes()
    try:
        bare = without_metadata(raw, by_camera=as_photo and is_by_camera(raw))
    except Unopenable:
        # A viewer shows it all the same; where its metadata would be, nobody can tell.
        return False
    if bare == raw:
        return False
    image.write(bare, filter=Name.DCTDecode)
    return True


def _without_leading_annotations(pdf: pikepdf.Pdf) -> bool:
    taken = False
    for page in pdf.pages:
        listed = page.obj.get(Name.Annots)
        if not isinstance(listed, Array):
            continue
        shown = [a for a in listed if name_of(_subtype(a)) in _SHOWS]
        if len(shown) < len(listed):
            page.obj.Annots = Array(shown)
            taken = True
    return taken


def _subtype(annotation: object) -> object:
    return annotation.get(Name.Subtype) if isinstance(annotation, Dictionary) else None


def _refuse_undrawn(pdf: pikepdf.Pdf) -> None:
    form = pdf.Root.get(Name.AcroForm)
    if isinstance(form, Dictionary) and form.get(Name.NeedAppearances):
        raise Unopenable(Trouble.UNSUPPORTED, "a form drawn by the viewer")
