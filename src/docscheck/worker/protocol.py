"""What supervisor and worker say to each other: JSON of closed shape, checked on arrival.

The worker has parsed a hostile file and may no longer be itself, so its answer is decoded against
the types of `docscheck.document` and refused when anything is out of shape or bounds
(`reliability.md` §4, point 6). Before its answer it says which stage it enters; the name of a stage
is the whole frame.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct, field
from msgspec.structs import replace

from docscheck.document import (
    Box,
    Examined,
    PagePicture,
    Part,
    Short,
)
from docscheck.errors import ComponentMissingError
from docscheck.losses import Stage, Trouble
from docscheck.mend.order import Form, Made, Order
from docscheck.worker.hardening import Measure, State

_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
"""How a JPEG and a PNG begin."""
_BEGINS = {Form.PDF: b"%PDF-", Form.JPEG: b"\xff\xd8\xff"}
MAX_MADE_BYTES = 61_000_000
"""A file that was made, and what is said of it."""
MAX_REQUEST_BYTES = 60_000_000
"""A file of the largest size accepted, and its header."""


class Pictures(StrEnum):
    """Whether pages are wanted as pictures, and with what on them."""

    NONE = "none"
    MASKED = "masked"
    """With personal values covered."""
    PLAIN = "plain"


class Setup(Struct, frozen=True):
    """The greeting of a worker: everything that is the same for all files of a run."""

    rules: Mapping[str, Any]
    """The parsed rule files, as `rulebook.load.read` gives them."""
    engine: str
    """Name of the OCR engine, or `auto`."""
    today: date
    pictures: Pictures = Pictures.NONE
    boxes: bool = False
    """Draw on the pictures where each value was read, and write them as PNG."""


class Request(Struct, frozen=True, tag="examine"):
    """One file to examine; its bytes follow in a frame of their own. Its name stays behind."""

    token: str
    """Nobody can guess it; the answer repeats it, so that no answer is taken for another file's."""
    extension: str
    seconds: float
    """Wall clock for it; the worker has the system hold it to as much of the processor."""


class MendRequest(Struct, frozen=True, tag="mend"):
    """One file to make; the bytes of its sources follow, each in a frame of its own."""

    token: str
    order: Order
    sources: int
    """How many follow."""
    seconds: float
    max_pixels: int
    max_pages: int


class Reply(Struct, frozen=True, forbid_unknown_fields=True):
    """What one file turned out to be."""

    media_type: Short | None
    examined: Examined
    versions: Annotated[Mapping[Short, Short], Meta(max_length=20)]
    """Library or engine -> version, for those that took part."""
    missing: str = ""
    """`errors.toml`'s name for the component that reading needs and this machine lacks."""
    missing_params: Annotated[Mapping[Short, Short], Meta(max_length=20)] = field(
        default_factory=dict
    )
    token: Short = ""
    """Of the request."""
    isolation: Mapping[Measure, State] = field(default_factory=dict)
    """What the worker gave up before it read the file."""
    pictures: Annotated[tuple[PagePicture, ...], Meta(max_length=100)] = ()


def note(stage: Stage) -> bytes:
    """Give the frame that says that a stage begins."""
    return stage.value.encode()


def encode_reply(reply: Reply, request: Request, isolation: Mapping[Measure, State]) -> bytes:
    """Give the JSON of an answer; print that runs over the edge of a page ends at it."""
    parts = tuple(map(_trimmed, reply.examined.parts))
    examined = replace(reply.examined, parts=parts)
    return encode(replace(reply, examined=examined, token=request.token, isolation=isolation))


def encode(message: Setup | Request | MendRequest | Reply) -> bytes:
    """Give the JSON of a message."""
    return msgspec.json.encode(message)


def decode_setup(payload: bytes) -> Setup:
    """Decode the greeting; the supervisor is trusted."""
    return msgspec.json.decode(payload, type=Setup)


def decode_request(payload: bytes) -> Request | MendRequest:
    """Decode a request; the supervisor is trusted."""
    return msgspec.json.decode(payload, type=Request | MendRequest)


def encode_made(made: Made, request: MendRequest) -> bytes:
    """Give the MessagePack of a file that was made: JSON would make it a third longer."""
    return msgspec.msgpack.encode(replace(made, token=request.token))


def decode_made(payload: bytes, token: str, form: Form) -> Made:
    """Decode a file that was made.

    What is in it nobody believes either: it is read again like any other file.

    Raises:
        ValueError: it is not of the shape of `Made`, answers another request, or is neither a
            trouble nor the beginning of such a file.
    """
    made = msgspec.msgpack.decode(payload, type=Made)
    if made.token != token:
        raise ValueError("the answer to another request")
    if made.trouble is Trouble.INTERRUPTED:
        raise ValueError("only the supervisor knows that the work was stopped")
    if made.trouble is None and not made.data.startswith(_BEGINS[form]):
        raise ValueError("not what was asked for")
    return made


def decode_reply(payload: bytes, token: str, types: Container[str]) -> Reply:
    """Decode an answer.

    Args:
        payload: what the worker sent.
        token: of the request that it answers.
        types: ids of the types of document that there are.

    Raises:
        ValueError: it is not JSON of the shape of `Reply`, answers another request, or names what
            does not exist.
    """
    reply = msgspec.json.decode(payload, type=Reply)
    if reply.token != token:
        raise ValueError("the answer to another request")
    if reply.missing and reply.missing not in ComponentMissingError.SENTENCES:
        raise ValueError("no such component")
    examined = reply.examined
    if examined.trouble is Trouble.INTERRUPTED:
        raise ValueError("only the supervisor knows that the check was stopped")
    guesses = [page.classification for page in examined.pages]
    guesses += [part.classification for part in examined.parts]
    named = {name for guess in guesses for name in (guess.type, guess.runner_up)}
    if any(name is not None and name not in types for name in named):
        raise ValueError("no such type of document")
    pages = {page.number for page in examined.pages}
    if not {number for part in examined.parts for number in part.pages} <= pages:
        raise ValueError("parts of pages that are not there")
    if not {picture.page for picture in reply.pictures} <= pages:
        raise ValueError("pictures of pages that are not there")
    if not all(picture.data.startswith(_PICTURES) for picture in reply.pictures):
        raise ValueError("a picture that is none")
    return reply


def _trimmed(part: Part) -> Part:
    fields = tuple(replace(field, box=_on_page(field.box)) for field in part.fields)
    zone = part.mrz and replace(part.mrz, box=_on_page(part.mrz.box))
    return replace(part, fields=fields, mrz=zone)


def _on_page(box: Box | None) -> Box | None:
    if box is None:
        return None
    return Box(*(min(1.0, max(0.0, side)) for side in (box.left, box.top, box.right, box.bottom)))
