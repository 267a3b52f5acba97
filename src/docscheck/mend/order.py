"""What is asked of a worker that makes a file to upload, and what it answers. No library here.

A *leaf* is one page of the new file: which page of which source it is, and how it is put right.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from docscheck.document import PageNumber
from docscheck.losses import Trouble

MOST_BYTES = 60_000_000
"""Of one file that is made."""


class Form(StrEnum):
    """What the new file is, by the ending of its name."""

    PDF = "pdf"
    JPEG = "jpg"
    """A picture that stays one: ID photos."""


class Mend(StrEnum):
    """What was done to a file; sentences stand under `prepare.mend.<mend>`."""

    PICTURE_TO_PDF = "picture_to_pdf"
    JOINED = "joined"
    SPLIT = "split"
    TURNED = "turned"
    LEVELLED = "levelled"
    CUT_TO_SHEET = "cut_to_sheet"
    UNLOCKED = "unlocked"
    """Restrictions on printing and copying are gone; no password was needed to open it."""
    REDRAWN = "redrawn"
    """Pictures saved once more as JPEG: nothing of it shows, and what reads it sees other grain."""
    SHRUNK = "shrunk"
    METADATA = "metadata"
    """What does not show on the page: author, dates, camera, place."""
    ACTIVE = "active"
    """Scripts, attachments, links, form fields; what they show stays on the page."""


class Leaf(Struct, frozen=True):
    """One page of the new file."""

    source: Annotated[int, Meta(ge=0, le=1_000)]
    """Index of the file it comes from."""
    page: PageNumber
    turn_deg: int = 0
    """0, 90, 180 or 270, clockwise."""
    level_deg: float = 0.0
    """By how many degrees its lines run clockwise: they are turned back."""
    cut_to_sheet: bool = False


class Order(Struct, frozen=True):
    """One file to make."""

    leaves: tuple[Leaf, ...]
    form: Form = Form.PDF
    max_bytes: int = 0
    """Pictures are made smaller until it is met; 0: they stay as they are."""
    fewer_pixels: bool = False
    """Of two ways to make them smaller, first the one that gives up pixels and keeps quality."""
    redrawn: bool = False
    """Pictures are saved once more, of as many pixels and a quality at which no loss is seen."""
    as_photo: bool = False
    """What was read as a photo is to be read as one again: a JPEG of a camera keeps the mark that
    it is one, without a value, and a picture of unknown size gets a page larger than any sheet."""


class Made(Struct, frozen=True, forbid_unknown_fields=True):
    """What came of an order: data, or the trouble that kept it from being made."""

    data: Annotated[bytes, Meta(max_length=MOST_BYTES)] = b""
    done: Annotated[tuple[Mend, ...], Meta(max_length=20)] = ()
    """Of those that only show when it is made: shrunk, metadata, active, cut to the sheet."""
    trouble: Trouble | None = None
    detail: Annotated[str, Meta(max_length=200)] = ""
    """For developers: no personal value."""
    token: Annotated[str, Meta(max_length=200)] = ""
