"""What is a PDF file as a container, and what stands on its pages, without drawing anything.

ISO 32000-2: encryption and permissions (7.6), content streams (7.8.2), images (8.9). qpdf, through
pikepdf, opens and repairs; it is the one reader that names the cause when it cannot. Content
streams are unpacked here under a limit before any renderer unpacks them without one.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import islice

import pikepdf
from msgspec import Struct
from pikepdf import Array, Dictionary, Name, Object, Stream

from docscheck.document import Container
from docscheck.losses import Trouble
from docscheck.pages.image import check_scans
from docscheck.pages.interface import Limits, Unopenable
from docscheck.pages.pdf_active import (
    STRUCTURE_ERRORS,
    is_signed,
    list_active,
    list_annotations,
    list_values,
)
from docscheck.pages.pdf_bounds import check_objects, check_raw, check_stream, filters_of
from docscheck.pages.pdf_cost import check_cost
from docscheck.pages.pdf_names import name_of

_MAX_CONTENT_STREAMS = 1_000
_MAX_IMAGES = 64
_MAX_FORM_DEPTH = 3
_PLAIN_ANNOTATIONS = ("/Link", "/Popup")
_PLAIN_SPACES = ("/DeviceGray", "/DeviceRGB", "/CalGray", "/CalRGB", "/ICCBased")
_END_OF_FILE = b"%%EOF"
_HEADER_BYTES = 1_024


class PageStructure(Struct, frozen=True):
    """What matters of one page before it is drawn."""

    plain: bool
    """Its images can be taken as they are: no mask, no odd colours, no stamp laid over them."""


class Structure:
    """A PDF opened by qpdf."""

    def __init__(self, pdf: pikepdf.Pdf, limits: Limits) -> None:
        self.pdf = pdf
        """As qpdf opened it."""
        self._limits = limits
        self.repaired = any(_tells_of_repair(warning) for warning in pdf.get_warnings())

    def container(self) -> Container:
        """Read what the file is as a container.

        Raises:
            Unopenable: no page, or too many.
        """
        pdf, count = self.pdf, self._page_count()
        return Container(
            page_count=count,
            encrypted=pdf.is_encrypted,
            restricted=pdf.is_encrypted and not (pdf.allow.extract and pdf.allow.print_lowres),
            active=list_active(pdf, min(count, self._limits.max_pages_inspected)),
            signed=is_signed(pdf.Root),
            repaired=self.repaired,
        )

    def page(self, index: int) -> PageStructure:
        """Look at one page (from 0).

        Raises:
            Unopenable: its instructions or images are over a limit, or it cannot be reached.
        """
        try:
            page = self.pdf.pages[index].obj
            _refuse_long_content(page, self._limits.max_content_bytes)
            check_cost(page, _resources(page), self._limits)
            images = list(islice(_images(_resources(page), _MAX_FORM_DEPTH), _MAX_IMAGES + 1))
            plain = len(images) <= _MAX_IMAGES and all(map(_is_plain_image, images))
            self._refuse_large_images(images, plain)
            return PageStructure(plain and not _has_stamp(page))
        except STRUCTURE_ERRORS as error:
            raise Unopenable(Trouble.CORRUPT, type(error).__name__) from error

    def rewritten(self) -> bytes:
        """Return the repaired file, in memory: for a renderer that cannot repair it itself."""
        buffer = io.BytesIO()
        self.pdf.save(buffer)
        return buffer.getvalue()

    def close(self) -> None:
        self.pdf.close()

    def _page_count(self) -> int:
        try:
            count = len(self.pdf.pages)
        except STRUCTURE_ERRORS as error:
            raise Unopenable(Trouble.CORRUPT, type(error).__name__) from error
        if count == 0:
            raise Unopenable(Trouble.CORRUPT, "no page")
        if count > self._limits.max_pages:
            raise Unopenable(Trouble.TOO_MANY_PAGES, f"{count} pages")
        return count

    def _refuse_large_images(self, images: list[Object], plain: bool) -> None:
        limits = self._limits
        for image in images:
            pixels = int(image.get(Name.Width, 0)) * int(image.get(Name.Height, 0))
            drafted = plain and filters_of(image) == ["/DCTDecode"]
            if pixels > (limits.max_pixels_draft if drafted else limits.max_pixels_decode):
                raise Unopenable(Trouble.LIMIT, f"image of {pixels} pixels")
            if filters_of(image)[-1:] == ["/DCTDecode"]:
                check_scans(image.read_raw_bytes(), pixels)


def open_structure(data: bytes, limits: Limits) -> Structure:
    """Open a PDF from its bytes.

    Raises:
        Unopenable: encrypted, or damaged beyond repair.
    """
    check_raw(data, limits)
    try:
        pdf = pikepdf.open(io.BytesIO(data), suppress_warnings=True)
    except pikepdf.PasswordError as error:
        raise Unopenable(Trouble.ENCRYPTED, "a password is needed to open it") from error
    except STRUCTURE_ERRORS as error:
        raise Unopenable(Trouble.CORRUPT, type(error).__name__) from error
    structure = Structure(pdf, limits)
    try:
        check_objects(pdf, limits)
    except STRUCTURE_ERRORS as error:
        structure.close()
        raise Unopenable(Trouble.CORRUPT, type(error).__name__) from error
    except BaseException:
        structure.close()
        raise
    if structure.repaired and _ends_early(data):
        raise Unopenable(Trouble.CORRUPT, "cut short")
    return structure


def _ends_early(data: bytes) -> bool:
    """Tell a file whose end is missing: what qpdf rebuilds of it has lost pages or pictures."""
    ends = data.count(_END_OF_FILE)
    return ends == 0 or (ends == 1 and b"/Linearized" in data[:_HEADER_BYTES])


def _tells_of_repair(warning: object) -> bool:
    text = str(warning).lower()
    return any(word in text for word in ("damaged", "reconstruct", "can't find", "repaired"))


def _has_stamp(page: Object) -> bool:
    return any(
        name_of(a.get(Name.Subtype)) not in _PLAIN_ANNOTATIONS for a in list_annotations(page)
    )


def _resources(page: Object) -> Object:
    """Return the page's resources, its own or inherited (ISO 32000-2, 7.7.3.4)."""
    node: object = page
    for _ in range(64):
        if not isinstance(node, Dictionary):
            break
        found = node.get(Name.Resources)
        if isinstance(found, Dictionary):
            return found
        node = node.get(Name.Parent)
    return Dictionary()


def _images(resources: object, depth: int) -> Iterator[Object]:
    if not isinstance(resources, Dictionary):
        return
    for entry in list_values(resources.get(Name.XObject)):
        if not isinstance(entry, Stream):
            continue
        if entry.get(Name.Subtype) == Name.Image:
            yield entry
        elif depth and entry.get(Name.Subtype) == Name.Form:
            yield from _images(entry.get(Name.Resources), depth - 1)


def _is_plain_image(image: Object) -> bool:
    if any(key in image for key in (Name.SMask, Name.Mask, Name.Decode, Name.ImageMask)):
        return False
    space = image.get(Name.ColorSpace)
    return name_of(space[0] if isinstance(space, Array) and len(space) else space) in _PLAIN_SPACES


def _refuse_long_content(page: Object, limit: int) -> None:
    contents = page.get(Name.Contents)
    streams = (
        list(islice(contents, _MAX_CONTENT_STREAMS + 1))
        if isinstance(contents, Array)
        else [contents]
    )
    if len(streams) > _MAX_CONTENT_STREAMS:
        raise Unopenable(Trouble.LIMIT, "content streams")
    total = 0
    for stream in streams:
        if isinstance(stream, Stream):
            total += check_stream(stream, limit - total)
