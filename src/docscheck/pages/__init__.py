"""Bytes to pages: which reader opens this media type.

Nothing heavy is imported until a file of its kind is opened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docscheck.losses import Trouble

if TYPE_CHECKING:
    from docscheck.pages.interface import Limits, OpenedFile

IMAGE_MEDIA_TYPES = frozenset(
    {
        "image/jpeg",
        "image/png",
        "image/tiff",
        "image/webp",
        "image/heic",
        "image/heif",
        "image/heic-sequence",
        "image/heif-sequence",
        "image/gif",
        "image/bmp",
        "image/x-ms-bmp",
    }
)
PDF_MEDIA_TYPES = frozenset({"application/pdf", "application/x-pdf"})


def open_file(data: bytes, media_type: str | None, limits: Limits) -> OpenedFile:
    """Open `data` as what its content says it is.

    Raises:
        interface.Unopenable: empty, corrupt, encrypted, over a limit, or a kind not read.
    """
    from docscheck.pages.interface import Unopenable

    if not data:
        raise Unopenable(Trouble.EMPTY, "0 bytes")
    if media_type in PDF_MEDIA_TYPES:
        from docscheck.pages import pdf

        return pdf.open_pdf(data, limits)
    if media_type in IMAGE_MEDIA_TYPES:
        from docscheck.pages import image

        return image.open_image(data, limits)
    raise Unopenable(Trouble.UNSUPPORTED, media_type or "unknown media type")
